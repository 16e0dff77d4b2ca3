"""The desk behind an onion service: its lines in the real tor, with the network off, and its answers to the onion's name."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fakes.desk_server import Member, _made, started

TORRC = Path(__file__).parents[2] / "deploy" / "desk-torrc"
NAME = "a" * 56 + ".onion"


def test_the_real_tor_makes_the_service_for_members_alone(tmp_path):
    """Tor takes every line without a warning, makes the address, and reads a member's key."""
    program = shutil.which("tor") or pytest.skip("no tor on this machine")
    lines = TORRC.read_text("utf-8").replace("/var/lib/tor", str(tmp_path)).replace("notice syslog", "notice stdout")
    (tmp_path / "torrc").write_text(f"{lines}\nDataDirectory {tmp_path / 'data'}\nDisableNetwork 1\n", "utf-8")
    (tmp_path / "desk" / "authorized_clients").mkdir(mode=0o700, parents=True)
    (tmp_path / "desk").chmod(0o700)
    key = "A" * 51 + "Q"
    (tmp_path / "desk" / "authorized_clients" / "m-seo.auth").write_text(f"descriptor:x25519:{key}\n")
    run = [program, "-f", str(tmp_path / "torrc")]
    checked = subprocess.run([*run, "--verify-config"], capture_output=True, text=True, check=False)
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as process:
        for _ in range(200):
            if (tmp_path / "desk" / "hostname").exists():
                break
            time.sleep(0.1)
        process.kill()
        said = process.stdout.read()

    assert checked.returncode == 0, checked.stdout
    assert not [one for one in checked.stdout.splitlines() if re.search(r"\[(warn|err)\](?!.*root)", one)]
    assert not re.search(r"client auth\w*.*(malformed|invalid|fail)", said, re.IGNORECASE)
    assert re.fullmatch(r"[a-z2-7]{56}\.onion\n", (tmp_path / "desk" / "hostname").read_text())


def test_the_port_is_the_desks_own():
    """What tor hands on goes to loopback, to the port that ``sosik desk`` takes when none is given."""
    from sosik.cli.desk import command

    port = next(one.default for one in command.params if one.name == "port")
    host = next(one.default for one in command.params if one.name == "host")
    assert f"HiddenServicePort 80 {host}:{port}\n" in TORRC.read_text("utf-8")


def test_the_desk_answers_to_the_onions_name_and_to_no_other(tmp_path):
    """By its name: cookies for safe connections alone, and a word to stay safe; by another name nothing."""
    made, _ = _made()
    shutil.copytree(made, tmp_path / "demo")
    run = [sys.executable, "-m", "sosik", "desk", "--desk", str(tmp_path / "demo/desk"), "--port", "0", "--name", NAME]
    with started([*run, "--key-file", str(tmp_path / "demo/demo.key")]) as (_, address):
        member = Member(address)
        status, page = member.get("/door/login/", Host=NAME)
        headers = dict(member.headers)
        other, _ = member.get("/door/login/", Host="b" * 56 + ".onion")

    assert (status, other) == (200, 400)
    assert "csrfmiddlewaretoken" in page
    assert re.search(r"Secure", headers["Set-Cookie"])
    assert "HttpOnly" in headers["Set-Cookie"]
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
