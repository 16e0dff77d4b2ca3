"""An import that is killed goes on by itself when the desk is unlocked again."""

import os
import re
import signal
import sys
import time
import uuid

from fakes.desk_server import Member, demo_desk, started

NOTE = "A source in Onsong County said that {n} people were detained at the market on 3 August 2031."
MANY = 90


def upload_raw(member, files):
    """As a browser sends several files, of bytes."""
    mark = uuid.uuid4().hex
    parts = [("csrfmiddlewaretoken", None, member.word), ("received", None, "2031-08-09")]
    parts += [("files", name, content) for name, content in files.items()]
    body = b"".join(_part(mark, *one) for one in parts) + f"--{mark}--\r\n".encode()
    return member._ask("/accounts/import/", body, {"Content-Type": f"multipart/form-data; boundary={mark}"})


def upload(member, files):
    return upload_raw(member, {name: text.encode() for name, text in files.items()})


def _part(mark, field, file, content):
    named = f'; filename="{file}"' if file else ""
    head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"{named}\r\n\r\n'
    return head.encode() + (content if isinstance(content, bytes) else content.encode()) + b"\r\n"


def progress(member):
    _, page = member.get("/accounts/import/")
    found = re.search(r"(\d+) taken in, (\d+) known already, (\d+) refused", page)
    return page, [int(one) for one in found.groups()] if found else None


def until(member, holds, seconds=120):
    for _ in range(seconds * 5):
        page, counts = progress(member)
        if counts and holds(page, counts):
            return page, counts
        time.sleep(0.2)
    raise AssertionError(counts)


def test_a_kill_in_the_middle_of_an_import_loses_no_file_and_takes_none_twice(tmp_path):
    """Killed after some files: once unlocked again the rest comes in, each once, and nothing of the files is left waiting."""
    files = {f"n{number:03}.txt": NOTE.format(n=number + 2) for number in range(MANY)} | {"blank.txt": " "}
    with demo_desk(tmp_path / "demo") as demo:
        member = Member(demo.address).sign_in("m-han", demo.code("m-han"))
        member.get("/accounts/import/")
        assert upload(member, files)[0] == 302
        until(member, lambda _, counts: counts[0] >= 1)
        os.kill(demo.process.pid, signal.SIGKILL)
    of = ["--desk", str(demo.folder / "desk"), "--key-file", str(demo.folder / "demo.key"), "--port", "0"]
    with started([sys.executable, "-m", "sosik", "desk", *of]) as (_, address):
        member = Member(address).sign_in("m-han", demo.code("m-han"))
        page, counts = until(member, lambda page, _: ">done<" in page)
        taken, known, refused = counts
        assert (taken + known, refused) == (MANY, 1)  # a step that was taken and not yet counted is known afterwards
        assert all(member.get(f"/accounts/n{number:03}/")[0] == 200 for number in range(MANY))
        assert "E-INPUT-EMPTY" in page
        for name in ("n000", f"n{MANY - 1:03}"):
            assert member.get(f"/accounts/{name}/")[0] == 200
        assert member.get("/accounts/n000-2/")[0] == 404
    with started([sys.executable, "-m", "sosik", "desk", *of]) as (_, address):
        member = Member(address).sign_in("m-han", demo.code("m-han"))
        assert progress(member)[1] is None
