"""What a cut of the power may leave: the end of a log torn, its index gone, names not yet on the disk.

A commit returns only once its log is flushed (``synchronous = FULL``, asserted here), so that what was acknowledged is before the
torn part. The file system itself is not simulated: what is torn is what follows the last acknowledged commit, in every way that
we can think of.
"""

import random
import shutil
from datetime import date

import pytest
from tests.fakes.sealed_desks import made, opened

from sosik.accounts.account import Account
from sosik.accounts.report import Attachment
from sosik.adapters.store.members import rotate
from sosik.adapters.store.verifying import verify
from sosik.values.text import Lang


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
