"""Killed at any moment, the desk holds everything that was acknowledged, nothing by halves, and verifies.

``make soak`` kills two hundred times.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyrage
import pytest
from tests.fakes.sealed_desks import made, new_holder, opened
from tests.fakes.thief import keys_in

from sosik.adapters.store.backing_up import restore
from sosik.adapters.store.verifying import verify

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200 if os.environ.get("SOSIK_PROFILE") == "soak" else 15
SEED = int(os.environ.get("SOSIK_SEED", "20251109"))


class Told:
    """What the worker said that is kept; ``maybe`` are erasures that were begun and never acknowledged."""

    def __init__(self):
        self.accounts, self.lines, self.erased, self.maybe = set(), set(), set(), set()
        self.steps, self.backup = {}, None

    def hear(self, line):
        said = json.loads(line)
        if said["what"] == "begin":
            self.maybe.add(said["name"])
        if said["what"] != "done":
            return
        step = said["step"]
        self.steps[step] = self.steps.get(step, 0) + 1
        if step == "take":
            self.accounts |= set(said["names"])
        elif step == "decide":
            self.lines |= {tuple(one) for one in said["lines"]}
        elif step == "erase" and said["name"]:
            self.maybe.discard(said["name"])
            self.erased.add(said["name"])
        elif step == "backup":
            self.backup = said["name"]


def killed_once(place, seed, told, wait):
    """Let it work until a random moment, then kill it."""
    command = [sys.executable, "-m", "tests.faults.worker", str(place), str(seed)]
    # Without a buffer: what `readline` read beyond the first line would be lost to `communicate`.
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, bufsize=0)
    first = process.stdout.readline()
    assert json.loads(first)["what"] == "open"
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate(timeout=60)
    for line in rest.split(b"\n")[:-1]:
        told.hear(line)
    assert process.returncode == -signal.SIGKILL, "it ended by itself"


def check(place, holder, told):
    store, ledger = opened(place / "desk", holder)
    found = verify(store)
    kept = ledger.kept()
    there = {one.id for one in kept.accounts}
    lines = {(one.about["account"], one.because) for one in kept.decisions}
    halves = {name[2:] for name in there} - {name[2:] for name in there if {f"a-{name[2:]}", f"b-{name[2:]}"} <= there}
    contents = {name: [one.size for one in ledger.attachments(name)] for name in there}
    keys = {one.name for one in store.keys.all().values() if one.kind == "account"}
    erasing = told.erased | told.maybe
    store.close()

    assert found.faults == ()
    assert told.accounts - erasing <= there
    assert not there & told.erased
    assert {line for line in told.lines if line[0] not in erasing} <= lines
    assert halves <= {name[2:] for name in erasing}
    assert set(map(tuple, contents.values())) <= {(70_000,)}
    assert not keys & told.erased
    if (place / "desk.keys").exists():
        assert not keys_in(place / "desk.keys", place, holder) & (erasing - there)
    return there


def test_killed_at_random_points(tmp_path):
    """Ingest, decisions, erasures, rotations, backups and restores, cut off wherever it happens."""
    dice = random.Random(SEED)
    secret = str(pyrage.x25519.Identity.generate())
    (tmp_path / "identity").write_text(secret)
    holder = new_holder(secret)
    made(tmp_path / "desk", holder=holder)
    told = Told()
    for number in range(KILLS):
        killed_once(tmp_path, number, told, dice.uniform(0, 1.2))
        there = check(tmp_path, holder, told)
        told.erased |= told.maybe - there
        told.maybe.clear()
        for old in sorted(tmp_path.glob("backup-*"))[:-2]:
            old.unlink()
    if told.backup and (tmp_path / told.backup).exists():
        shutil.rmtree(tmp_path / "restored", ignore_errors=True)
        (tmp_path / ".restored.new.left").mkdir(exist_ok=True)
        restore(tmp_path / "restored", tmp_path / told.backup, tmp_path / "desk.keys", holder)
        store, ledger = opened(tmp_path / "restored", holder)
        assert not list(tmp_path.glob(".restored.new.*"))
        assert not {one.id for one in ledger.kept().accounts} & told.erased
        assert verify(store).faults == ()
        store.close()

    assert told.steps.get("take", 0) >= KILLS // 2
    if KILLS >= 100:
        assert min(told.steps.get(step, 0) for step in ("decide", "erase", "rotate", "backup", "restore")) > 1


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_killed_while_a_desk_is_made(tmp_path, moment):
    """There is a whole desk or none, and making it again works."""
    command = [sys.executable, "-m", "sosik", "ledger", "init", "--desk", str(tmp_path / "desk")]
    command += ["--key-file", str(tmp_path / "key")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 30
    while time.monotonic() < end and not list(tmp_path.glob(".desk.new.*")) and process.poll() is None:
        time.sleep(0.002)
    time.sleep(moment)
    process.kill()
    process.wait()
    whole = (tmp_path / "desk").exists()
    again = subprocess.run(command, capture_output=True, text=True, check=False)

    assert again.returncode == (2 if whole else 0), again.stderr
    assert not list(tmp_path.glob(".desk.new.*"))
    verified = subprocess.run([*command[:3], "ledger", "verify", *command[5:]], capture_output=True, check=False)
    assert verified.returncode == 0
