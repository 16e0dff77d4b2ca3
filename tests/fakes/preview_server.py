"""``sosik preview`` as a process, and what a browser gets from it."""

import re
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import quote


@contextmanager
def preview_of(desk, key):
    """The port that it listens on; the process is ended afterwards."""
    command = [sys.executable, "-m", "sosik", "preview", "--desk", str(desk), "--key-file", str(key), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield int(re.search(r"127\.0\.0\.1:(\d+)", process.stdout.readline()).group(1))
    finally:
        process.terminate()
        process.communicate(timeout=20)


def get(port, name, host=None):
    """Status and body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/" + quote(name), headers={"Host": host} if host else {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def linked(page):
    return set(re.findall(rb'href="([\w.%-]+\.html)"', page))
