"""Firefox ESR by its own Marionette protocol: length, colon, JSON, over a socket."""

import json
import socket
import subprocess
import time
from contextlib import contextmanager

_PREFS = {
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream,text/plain",
    "network.proxy.type": 1,  # a proxy that nobody listens on: the network is cut
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
    "intl.accept_languages": "en",
}


class Firefox:
    def __init__(self, port):
        self._socket = _connected(port)
        self._said = b""
        self._number = 0
        self._read()  # its greeting

    def do(self, name, **values):
        self._number += 1
        said = json.dumps([0, self._number, name, values]).encode()
        self._socket.sendall(b"%d:%s" % (len(said), said))
        _, _, error, value = self._read()
        if error:
            raise AssertionError(error["message"])
        return value

    def run(self, script, *args):
        return self.do("WebDriver:ExecuteScript", script=script, args=list(args))["value"]

    def element(self, css):
        found = self.do("WebDriver:FindElement", using="css selector", value=css)["value"]
        return next(iter(found.values()))

    def keys(self, css, text):
        self.do("WebDriver:ElementSendKeys", id=self.element(css), text=text)

    def click(self, css):
        self.do("WebDriver:ElementClick", id=self.element(css))

    def until(self, script, seconds=30):
        for _ in range(seconds * 10):
            if self.run(script):
                return
            time.sleep(0.1)
        raise AssertionError(script)

    def close(self):
        self._socket.close()

    def _read(self):
        while b":" not in self._said:
            self._said += self._socket.recv(65536)
        length, _, rest = self._said.partition(b":")
        while len(rest) < int(length):
            rest += self._socket.recv(65536)
        self._said = rest[int(length) :]
        return json.loads(rest[: int(length)])


@contextmanager
def firefox(program, folder):
    """A new profile in ``folder``, which also takes the downloads."""
    port = _free_port()
    profile = folder / "profile"
    profile.mkdir()
    prefs = _PREFS | {"browser.download.dir": str(folder), "marionette.port": port}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in prefs.items())
    (profile / "user.js").write_text("".join(lines))
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "MOZ_DISABLE_CONTENT_SANDBOX": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        opened = Firefox(port)
        opened.do("WebDriver:NewSession", capabilities={})
        yield opened
        opened.close()
    finally:
        process.kill()
        process.wait(timeout=20)


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _connected(port):
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("Firefox does not listen")
