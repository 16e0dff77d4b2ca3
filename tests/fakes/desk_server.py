"""``sosik desk`` as a process, its printed sign-ins, and members who come in over HTTP."""

import atexit
import hmac
import http.cookiejar
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from base64 import b32decode
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "seven slow rivers in a drawer"
BROWSER = "a browser of the tests"


command_of = {}  # processes by their address


class Demo:
    """Where it listens, and who may sign in with what."""

    def __init__(self, address, said, folder):
        self.address, self.folder, self.process = address, folder, command_of[address]
        found = re.findall(r"^  (m-\w+)  .*app secret (\w+)  codes (.*)$", said, re.MULTILINE)
        self.secrets = {member: secret for member, secret, _ in found}
        self._codes = {member: codes.split() for member, _, codes in found}

    def code(self, member):
        """A recovery code that nobody used yet."""
        return self._codes[member].pop(0)


@lru_cache(maxsize=1)
def _made():
    """The demo of ``make desk`` with its sign-ins, made once a run."""
    place = Path(tempfile.mkdtemp(prefix="sosik-demo-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    command = [sys.executable, str(ROOT / "scripts" / "demo_desk.py"), str(place / "demo"), "--only-make"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    return place / "demo", said


@contextmanager
def demo_desk(out):
    """A demo of its own, ended afterwards."""
    made, said = _made()
    shutil.copytree(made, out)
    of = ["--desk", str(out / "desk"), "--key-file", str(out / "demo.key"), "--port", "0"]
    with started([sys.executable, "-m", "sosik", "desk", *of]) as (_, address):
        yield Demo(address, said, out)


@contextmanager
def started(command, until=None):
    """What it said until it listened, and where; the process is ended afterwards."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        said = ""
        for line in process.stdout:
            said += line
            match = re.search(r"(?:The desk|데스크): (http://\S+/) ", said)
            if match and (until or "") in said:
                command_of[match[1]] = process
                yield said, match[1]
                break
        else:
            raise AssertionError(said)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def totp(secret, at=None):
    """RFC 6238 with its defaults."""
    step = struct.pack(">Q", int((at or time.time()) // 30))
    digest = hmac.digest(b32decode(secret), step, "sha1")
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


class Member:
    """Somebody with a cookie jar; nobody in particular until they sign in."""

    def __init__(self, address, *, browser=BROWSER, lang="en"):
        self.address, self.browser, self.lang = address.rstrip("/"), browser, lang
        self.jar = http.cookiejar.CookieJar()
        handlers = [urllib.request.HTTPCookieProcessor(self.jar), _Stay()]
        self.opener = urllib.request.build_opener(*handlers)
        self.headers = {}

    def get(self, path, **more):
        return self._ask(path, None, more)

    def post(self, path, fields=(), **more):
        """With the word against forgery of the last page that was seen."""
        fields = list(fields.items() if isinstance(fields, dict) else fields)
        fields += [("csrfmiddlewaretoken", self.word)]
        return self._ask(path, urllib.parse.urlencode(fields).encode(), more)

    def sign_in(self, member, code, password=PASSWORD):
        self.get("/door/login/")
        status, _ = self.post("/door/login/", {"login": member, "password": password})
        assert status == 302, status
        self.get("/door/factors/authenticate/")
        status, body = self.post("/door/factors/authenticate/", {"code": code})
        assert status == 302, body
        self.get("/")
        return self

    def _ask(self, path, body, more):
        headers = {"User-Agent": self.browser, "Accept-Language": self.lang, "Referer": self.address + "/", **more}
        request = urllib.request.Request(  # noqa: S310 - our own server
            self.address + urllib.parse.quote(path, safe="/?=&%"), body, headers
        )
        try:
            answer = self.opener.open(request, timeout=120)  # a machine may be busy with other tests
        except urllib.error.HTTPError as error:
            answer = error
        text = answer.read().decode("utf-8", "replace")
        self.headers = dict(answer.headers)
        if match := re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text):
            self.word = match[1]
        return answer.status, text


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args):
        return None
