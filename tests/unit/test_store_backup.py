"""A backup and its key file bring a desk back whole; neither alone gives anything, and what was erased stays erased."""

import errno
import shutil
import tarfile
import threading
from datetime import date

import pytest
from tests.fakes.sealed_desks import made, new_holder, opened

from sosik.accounts.account import Account
from sosik.accounts.erasure import Erasable
from sosik.accounts.report import Attachment
from sosik.adapters.store import backing_up
from sosik.adapters.store.backing_up import back_up, restore
from sosik.adapters.store.members import added, removed, rotate
from sosik.adapters.store.ring import Member
from sosik.adapters.store.verifying import verify
from sosik.errors import (
    BackupRefused,
    DiskFull,
    FolderTaken,
    InputMissing,
    KeyFileRefused,
    KeyWrong,
    LedgerDamaged,
    SosikError,
)
from sosik.values.text import Lang


def account(name, text=None):
    text = text or f"words of {name}"
    return Account(id=name, text=text, lang=Lang.en, received=date(2025, 11, 9), source="s-wren")


@pytest.fixture
def place(tmp_path):
    return tmp_path


@pytest.fixture
def desk(place):
    holder = made(place / "desk")
    store, ledger = opened(place / "desk", holder)
    ledger.take_in([account("a"), account("b")], [Attachment("a", "x.jpg", b"x" * 600_000)])
    yield holder, store, ledger
    store.close()


def again(place, name, holder):
    store, ledger = opened(place / name, holder)
    faults = verify(store).faults
    kept = ledger.kept()
    store.close()
    assert faults == ()
    return kept


def test_a_desk_comes_back_on_an_empty_machine(place, desk):
    """Accounts, attachments and heads are as they were, and writing goes on."""
    holder, store, ledger = desk
    back_up(store, place / "b", place / "k")
    found = restore(place / "new", place / "b", place / "k", holder)

    assert (found.blanked, found.lost) == (0, 0)
    assert again(place, "new", holder) == ledger.kept()
    restored, there = opened(place / "new", holder)
    assert there.open_attachment("a", "x.jpg") == b"x" * 600_000
    there.take_in([account("c")], [])
    restored.close()
    assert restored.ring.ids == store.ring.ids


def test_what_was_erased_after_a_backup_does_not_come_back(place, desk):
    """An old backup with today's key file: the erased account is blank, its name is known as erased, the chain verifies."""
    holder, store, ledger = desk
    back_up(store, place / "old", place / "k")
    ledger.erase(Erasable(account="a"), "asked")
    found = restore(place / "new", place / "old", place / "k", holder)

    assert found.blanked == 6
    assert [one.id for one in again(place, "new", holder).accounts] == ["b"]
    restored, there = opened(place / "new", holder)
    assert there.erased_among(["a"]) == {"a"}
    there.erase(Erasable(account="b"), "asked")
    assert verify(restored).faults == ()
    restored.close()


def test_a_key_file_whose_place_is_known_is_replaced_and_one_out_of_reach_is_named(place, desk):
    """After an erasure the copy that can be reached holds the key no more; the other must be destroyed by hand."""
    _, store, ledger = desk
    for name in ("k", "far/k"):
        (place / name).parent.mkdir(exist_ok=True)
        back_up(store, place / "b", place / name)
    before = (place / "k").read_bytes()
    shutil.move(place / "far", place / "away")
    erased = ledger.erase(Erasable(account="a"), "asked")

    assert erased.unreached == (str(place / "far" / "k"),)
    assert (place / "k").read_bytes() != before


def test_a_backup_newer_than_its_key_file_is_refused(place, desk):
    """Half of it could not be read: better to be told."""
    holder, store, ledger = desk
    back_up(store, place / "b", place / "old-keys")
    ledger.take_in([account("c")], [])
    back_up(store, place / "b", place / "k")

    with pytest.raises(BackupRefused):
        restore(place / "new", place / "b", place / "old-keys", holder)
    assert not (place / "new").exists()


def test_accounts_that_came_after_the_backup_are_counted(place, desk):
    """The newest key file with an older backup says how many accounts are lost."""
    holder, store, ledger = desk
    back_up(store, place / "old", place / "k")
    ledger.take_in([account("c"), account("d")], [])
    back_up(store, place / "b", place / "k")

    assert restore(place / "new", place / "old", place / "k", holder).lost == 2


def test_members_are_those_of_the_key_file(place, desk):
    """Who came after the backup may restore it; who left since may not, nor opens what was restored."""
    holder, store, _ = desk
    lee, kim = new_holder(), new_holder()
    added(store, Member("m-lee", lee.recipient, lee.signer.verify))
    back_up(store, place / "old", place / "k")
    added(store, Member("m-kim", kim.recipient, kim.signer.verify))
    removed(store, "m-lee")
    back_up(store, place / "b", place / "k")

    with pytest.raises(KeyWrong):
        restore(place / "new", place / "old", place / "k", lee)
    restore(place / "new", place / "old", place / "k", kim)
    for one in (holder, kim):
        assert len(again(place, "new", one).accounts) == 2
    with pytest.raises(KeyWrong):
        opened(place / "new", lee)


def test_backups_of_before_a_rotation_can_be_restored(place, desk):
    """The key file keeps the keys of earlier backups."""
    holder, store, ledger = desk
    back_up(store, place / "old", place / "k")
    rotate(store)
    back_up(store, place / "b", place / "k")

    for name in ("old", "b"):
        restore(place / f"from-{name}", place / name, place / "k", holder)
        assert again(place, f"from-{name}", holder) == ledger.kept()


def test_a_backup_is_whole_while_another_writes(place, desk):
    """Taken in the midst of many small writes, each backup holds what was there at one moment, and verifies."""
    holder, _, ledger = desk
    reader, _ = opened(place / "desk", holder, writing=False)
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            ledger.take_in([account(f"w-{number}")], [])
            number += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        counts = [back_up(reader, place / f"b-{number}", place / "k") for number in range(3)]
    finally:
        stop.set()
        thread.join()
    restore(place / "new", place / "b-1", place / "k", holder)

    assert counts == sorted(counts)
    assert len(again(place, "new", holder).accounts) >= 2
    reader.close()


def test_a_backup_that_breaks_off_leaves_a_pair_that_can_be_restored(place, desk, monkeypatch):
    """Wherever the writing of the key file or of the backup fails, the backup of before and the key file that lies there fit."""
    holder, store, ledger = desk
    back_up(store, place / "b", place / "k")
    before = (place / "b").read_bytes()
    ledger.take_in([account("c")], [])
    with monkeypatch.context() as patch:
        patch.setattr(backing_up, "write_key_file", _fails)
        with pytest.raises(DiskFull):
            back_up(store, place / "b", place / "k")
    assert restore(place / "first", place / "b", place / "k", holder).lost == 0
    with monkeypatch.context() as patch:
        patch.setattr(backing_up, "flush_folder", _fails)
        patch.setattr(
            type(place), "replace", lambda one, other: _fails() if one.name == "b.part" else one.rename(other)
        )
        with pytest.raises(DiskFull):
            back_up(store, place / "b", place / "k")

    assert (place / "b").read_bytes() == before
    assert restore(place / "then", place / "b", place / "k", holder).lost == 1


def _fails(*_):
    raise OSError(errno.ENOSPC, "no room")


@pytest.mark.parametrize("at", [10, 5000, -3000])
def test_a_damaged_backup_is_refused(place, desk, at):
    """Wherever it is damaged, nothing is restored."""
    holder, store, _ = desk
    back_up(store, place / "b", place / "k")
    content = bytearray((place / "b").read_bytes())
    content[at] ^= 1
    (place / "b").write_bytes(content)

    with pytest.raises((BackupRefused, LedgerDamaged)):
        restore(place / "new", place / "b", place / "k", holder)
    assert not (place / "new").exists()


def test_what_is_no_key_file_is_refused(place, desk):
    """Garbage, nothing, a tar that holds something else, or leads out of the folder, and a cut one."""
    holder, store, _ = desk
    back_up(store, place / "b", place / "k")
    whole = (place / "k").read_bytes()
    (place / "secret").write_text("x")
    for name, arcname in (
        ("evil", "../evil"),
        ("more", "more.db"),
        ("absolute", "/x.age"),
        ("deep", "members/../../x.age"),
    ):
        with tarfile.open(place / name, "w") as archive:
            archive.add(place / "secret", arcname=arcname)
    (place / "garbage").write_bytes(b"garbage" * 1000)
    (place / "cut").write_bytes(whole[:3000])

    for name in ("evil", "more", "absolute", "deep", "garbage", "cut"):
        with pytest.raises(KeyFileRefused):
            restore(place / "new", place / "b", place / name, holder)
    for backup, keys in (("b", "nowhere"), ("nowhere", "k")):
        with pytest.raises(InputMissing):
            restore(place / "new", place / backup, place / keys, holder)
    assert not (place / "new").exists()
    assert not (place.parent / "evil").exists()


def test_nothing_is_restored_over_something(place, desk):
    """A folder that holds anything is left as it is."""
    holder, store, _ = desk
    back_up(store, place / "b", place / "k")

    with pytest.raises(FolderTaken):
        restore(place / "desk", place / "b", place / "k", holder)


def test_a_stranger_restores_nothing(place, desk):
    """Backup and key file together give nothing without a member's identity."""
    _, store, _ = desk
    back_up(store, place / "b", place / "k")

    with pytest.raises(SosikError):
        restore(place / "new", place / "b", place / "k", new_holder())
