"""The onion service's configuration, in the real tor, with the network off."""

import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

TORRC = Path(__file__).parents[2] / "deploy" / "torrc"


@pytest.fixture
def tor(tmp_path):
    """The program and a copy of the configuration whose folders lie here."""
    program = shutil.which("tor") or pytest.skip("no tor on this machine")
    here = (
        TORRC.read_text("utf-8")
        .replace("/var/lib/tor", str(tmp_path))
        .replace("Log notice syslog", "Log notice stdout")
    )
    (tmp_path / "torrc").write_text(f"{here}\nDataDirectory {tmp_path / 'data'}\nDisableNetwork 1\n", "utf-8")
    (tmp_path / "drop").mkdir(mode=0o700)
    return [program, "-f", str(tmp_path / "torrc")]


def test_tor_takes_every_line(tor):
    """Nothing in it is unknown, old or refused."""
    done = subprocess.run([*tor, "--verify-config"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
    lines = [line for line in done.stdout.splitlines() if re.search(r"\[(warn|err)\]", line)]
    assert not [line for line in lines if "as root" not in line]


def test_an_address_is_made_and_clients_can_be_told_apart(tor, tmp_path):
    """Without any network tor makes the service's keys and its folder for the clients' keys."""
    with subprocess.Popen(tor, stdout=subprocess.DEVNULL) as process:
        try:
            for _ in range(200):
                if (tmp_path / "drop" / "hostname").exists():
                    break
                time.sleep(0.1)
        finally:
            process.kill()

    assert re.fullmatch(r"[a-z2-7]{56}\.onion\n", (tmp_path / "drop" / "hostname").read_text())
    assert (tmp_path / "drop" / "authorized_clients").is_dir()


def test_the_unit_is_one_that_systemd_takes(tmp_path):
    """No line of the service is unknown to the real systemd, and it rates what is left to the drop as little."""
    program = shutil.which("systemd-analyze") or pytest.skip("no systemd on this machine")
    here = (TORRC.parent / "drop.service").read_text("utf-8").replace("/opt/drop/bin/python", "/usr/bin/env")
    (tmp_path / "drop.service").write_text(here, "utf-8")
    verified = subprocess.run(
        [program, "verify", str(tmp_path / "drop.service")], capture_output=True, text=True, check=False
    )
    rated = subprocess.run(
        [program, "security", "--offline=true", "--threshold=20", str(tmp_path / "drop.service")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (verified.returncode, verified.stderr) == (0, "")
    assert rated.returncode == 0, rated.stdout[-300:]
