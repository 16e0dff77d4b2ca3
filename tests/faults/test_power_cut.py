"""What a cut of the power may leave: the end of a log torn, its index gone, names not yet on the disk.

Every call to the disk that the program makes is written down (strace) and replayed on a disk that keeps what was flushed and nothing
else for sure (``tests/fakes/disk.py``); the power is cut between any two calls. Where strace is absent that one test is skipped.
"""

import os
import random
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyrage
import pytest
from tests.fakes.disk import CALLS, Disk
from tests.fakes.sealed_desks import made, new_holder, opened
from tests.faults.test_killed import Told, check

from sosik.accounts.account import Account
from sosik.accounts.report import Attachment
from sosik.adapters.store.members import rotate
from sosik.adapters.store.verifying import verify
from sosik.values.text import Lang

ROOT = Path(__file__).resolve().parents[2]
CUTS = 1000 if os.environ.get("SOSIK_PROFILE") == "soak" else 40


def account(name):
    return Account(id=name, text=f"words of {name}", lang=Lang.en, received=date(2025, 11, 9))


def taken(ledger, *names):
    ledger.take_in([account(name) for name in names], [Attachment(name, "x", b"x" * 40_000) for name in names])


def test_a_commit_is_flushed_before_it_returns(tmp_path):
    """Both databases: a write-ahead log, flushed at each commit; deleted content is overwritten."""
    store, _ = opened(tmp_path / "desk", made(tmp_path / "desk"))
    for database in (store.ledger, store.names):
        assert database.run("PRAGMA journal_mode") == [("wal",)]
        assert database.run("PRAGMA synchronous") == [(2,)]
        assert database.run("PRAGMA secure_delete") == [(1,)]
        assert database.run("PRAGMA temp_store") == [(2,)]
    store.close()


TEARS = {
    "cut": lambda tail, dice: tail[: dice.randrange(len(tail))],
    "zeroed": lambda tail, dice: tail[: (at := dice.randrange(len(tail)))] + bytes(len(tail) - at),
    "noise": lambda tail, dice: tail[: (at := dice.randrange(len(tail)))] + dice.randbytes(len(tail) - at),
    "a hole": lambda tail, dice: tail[: (at := dice.randrange(len(tail)))] + bytes(512) + tail[at + 512 :],
}


@pytest.mark.parametrize("tear", TEARS.values(), ids=TEARS)
@pytest.mark.parametrize("role", ["ledger", "keys"])
def test_a_torn_log_loses_nothing_that_was_acknowledged(tmp_path, tear, role):
    """Whatever became of the log's end: what was acknowledged before is there, the last step is whole or not there."""
    dice = random.Random(role)
    holder = made(tmp_path / "desk")
    store, ledger = opened(tmp_path / "desk", holder)
    taken(ledger, "before", "before-too")
    log = tmp_path / "desk" / f"{role}-1.db-wal"
    acknowledged = log.read_bytes()
    taken(ledger, "last", "last-too")
    whole = log.read_bytes()
    tail = whole[len(acknowledged) :]
    for number in range(12):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(tmp_path / "desk", copy)
        (copy / log.name).write_bytes(acknowledged + tear(tail, dice))
        for index in copy.glob("*-shm"):
            index.unlink()
        if role == "keys":
            earlier = copy / "ledger-1.db-wal"
            earlier.write_bytes(earlier.read_bytes()[: _length_before_last(store)])
        torn, found = opened(copy, holder)
        names = {one.id for one in found.kept().accounts}
        assert names in ({"before", "before-too"}, {"before", "before-too", "last", "last-too"})
        assert verify(torn).faults == ()
        taken(found, "later")
        torn.close()
    store.close()


def _length_before_last(store):
    """Keys are flushed before what they seal is written: with a torn log of keys, nothing of that step is in the ledger's."""
    frame = 4096 + 24
    log = store.ledger.path.with_name(store.ledger.path.name + "-wal").read_bytes()
    sizes = [
        at + frame for at in range(32, len(log), frame) if int.from_bytes(log[at + 4 : at + 8], "big")
    ]  # the end of each commit
    return sizes[-2]


@pytest.mark.parametrize("ring", ["old", "new"])
def test_names_that_were_not_on_the_disk(tmp_path, ring):
    """New files under a ring that was not yet, or already, replaced: both are a whole desk."""
    holder = made(tmp_path / "desk")
    store, ledger = opened(tmp_path / "desk", holder)
    taken(ledger, "a", "b")
    store.close()
    before = tmp_path / "before"
    shutil.copytree(tmp_path / "desk", before)
    store, _ = opened(tmp_path / "desk", holder)
    rotate(store)
    store.close()
    mixed = tmp_path / "mixed"
    shutil.copytree(tmp_path / "desk", mixed)
    for file in before.iterdir():
        if file.suffix == ".db" or (ring == "old" and file.name == "ring.age"):
            shutil.copy(file, mixed / file.name)
    found, there = opened(mixed, holder)

    assert {one.id for one in there.kept().accounts} == {"a", "b"}
    assert verify(found).faults == ()
    assert len(list(mixed.glob("*.db"))) == 3
    found.close()


@pytest.fixture(scope="module")
def calls(tmp_path_factory):
    """A desk before and every call of a program that worked on it: writes, an erasure, a rotation."""
    if not shutil.which("strace"):
        pytest.skip("no strace on this machine")
    place = tmp_path_factory.mktemp("traced")
    secret = str(pyrage.x25519.Identity.generate())
    (place / "identity").write_text(secret)
    holder = new_holder(secret)
    made(place / "desk", holder=holder)
    shutil.copytree(place / "desk", place / "before")
    steps = "take decide take erase take decide rotate take erase decide".split()
    trace = ["strace", "-f", "-xx", "-s", "400000", "-e", f"trace={CALLS}", "-o", str(place / "calls")]
    command = [*trace, sys.executable, "-m", "tests.faults.worker", str(place), "1", *steps]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if "ptrace" in done.stderr.lower():
        pytest.skip("nothing may be traced here")
    assert done.returncode == 0, done.stderr
    return place, holder, (place / "calls").read_text("ascii").splitlines()


def replayed(place, lines, until=None):
    """The disk after so many changes, and how many there are."""
    disk = Disk(place / "before")
    disk.folder = str(place / "desk")
    changes = 0
    for line in lines:
        changes += disk.play(line)
        if changes == until:
            break
    return disk, changes


def test_the_replay_is_the_disk(calls):
    """With every write taken, the replayed disk is the folder as it lies there: the simulation leaves nothing out."""
    place, _, lines = calls
    disk, _ = replayed(place, lines)
    there = {file.name: file.read_bytes() for file in (place / "desk").iterdir()}

    assert {name: bytes(inode.after(inode.pending)) for name, inode in disk.names.items()} == there


def test_the_power_is_cut_between_any_two_calls(calls, tmp_path):
    """What was acknowledged is there, nothing is there by halves, and the desk verifies and goes on."""
    place, holder, lines = calls
    dice = random.Random(20251109)
    _, changes = replayed(place, lines)
    assert changes > 300
    acknowledged = 0
    for number, until in enumerate(sorted(dice.sample(range(1, changes + 1), min(CUTS, changes)))):
        disk, _ = replayed(place, lines, until)
        told = Told()
        for line in disk.said.split(b"\n")[:-1]:
            told.hear(line)
        copy = tmp_path / str(number)
        (copy / "desk").mkdir(parents=True)
        for name, content in disk.after_power_cut(dice).items():
            (copy / "desk" / name).write_bytes(content)
        check(copy, holder, told)
        acknowledged += len(told.steps)
        shutil.rmtree(copy)

    assert acknowledged
