"""The desk's sign-ins follow the ledger: who is removed has no seat, and the new keys keep the others."""

import re
import subprocess
import sys

from tests.journeys.test_desk_keeps import WORDS, begun

from fakes.desk_server import Member, started


def ledger(*arguments, desk, key):
    command = [
        sys.executable,
        "-m",
        "sosik",
        "ledger",
        *map(str, arguments),
        "--desk",
        str(desk),
        "--key-file",
        str(key),
    ]
    subprocess.run(command, check=True, capture_output=True)


def desk_of(desk, key, until=""):
    command = [sys.executable, "-m", "sosik", "desk", "--desk", str(desk), "--key-file", str(key), "--port", "0"]
    return started(command, until=until)


def signs_in(address, name):
    """Whether the password lets them on to their second factor."""
    member = Member(address)
    member.get("/door/login/")
    status, _ = member.post("/door/login/", {"login": name, "password": WORDS})
    return status == 302


def joins(member, address):
    member.get(address)
    assert member.post(address, {"password": WORDS, "again": WORDS})[0] == 302


def test_who_is_removed_from_the_ledger_does_not_sign_in_any_more(tmp_path):
    """Their password and app are of no use from the next unlocking on; the others sign in as before."""
    desk, key = tmp_path / "desk", tmp_path / "key"
    ledger("init", "--member", "m-one", desk=desk, key=key)
    with desk_of(desk, key, until="welcome/") as (said, address):
        first = begun(Member(address), re.search(r"(/welcome/\S+/)", said)[1], "m-one")
        first.get("/members/")
        _, page = first.post("/members/invite/", [("member", "m-two"), ("roles", "reporter")])
        joins(Member(address), re.search(r"<code>http://[^/]+(/join/\S+/)</code>", page)[1])
        assert signs_in(address, "m-two")
    ledger("members", "remove", "m-two", desk=desk, key=key)
    with desk_of(desk, key) as (_, address):
        assert signs_in(address, "m-one")
        assert not signs_in(address, "m-two")
    assert len(list(desk.glob("web-*.db"))) == len(list(desk.glob("board-*.db"))) == 1
