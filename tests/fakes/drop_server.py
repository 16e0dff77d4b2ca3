"""The drop as a process, and what a client gets from it."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection

import pyrage

from sosik.adapters.age_files import seal_sized

BOUNDARY = "----a1b2c3"
_RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())


@contextmanager
def drop(spool, *more, output=subprocess.DEVNULL):
    """The process and the port that it listens on; it is killed afterwards."""
    command = [sys.executable, "-m", "sosik.drop", str(spool), "0", *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=output, text=True) as process:
        try:
            yield process, int(re.search(r":(\d+)/", process.stdout.readline()).group(1))
        finally:
            process.kill()


def sealed(size=4096):
    """A new sealed file of ``size`` bytes."""
    return seal_sized(b"", [_RECIPIENT], size)


def varied(template):
    """As many bytes that pass for another sealed file, quicker than sealing."""
    return template[:-64] + os.urandom(64)


def form(content, name="file", filename="letter.bin"):
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
    return (
        f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    )


def post(port, body, content_type=f"multipart/form-data; boundary={BOUNDARY}", path="/", method="POST"):
    """Status and body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(
            method, path, body=body, headers={"Content-Type": content_type, "User-Agent": "canary-agent"}
        )
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def get(port, path):
    """Status, headers and body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def kept(spool):
    """The names of the whole files."""
    return {path.name for path in (spool / "in").iterdir() if not path.name.startswith(".")}
