"""An erasure reaches the copies of the key file, however it was cut off and wherever they are meanwhile."""

from datetime import date

import pytest
from tests.fakes.sealed_desks import made, opened
from tests.fakes.thief import keys_in

from sosik.accounts.account import Account
from sosik.accounts.erasure import Erasable, Erased
from sosik.adapters.store import erasing
from sosik.adapters.store.backing_up import back_up
from sosik.adapters.store.members import rotate
from sosik.adapters.store.verifying import verify
from sosik.errors import DiskFull, ErasureUnfinished
from sosik.values.text import Lang


def account(name):
    return Account(id=name, text=f"words of {name}", lang=Lang.en, received=date(2025, 11, 9))


def cut_off(error):
    def at_once(*_, **__):
        raise error

    return at_once


@pytest.fixture
def backed_up(tmp_path):
    """A holder, and a place with a desk of two accounts, a backup and a key file."""
    holder = made(tmp_path / "desk")
    store, ledger = opened(tmp_path / "desk", holder)
    ledger.take_in([account("a"), account("b")], [])
    back_up(store, tmp_path / "backup", tmp_path / "keys")
    store.close()
    return holder, tmp_path


@pytest.mark.parametrize("at", ["turn", "replace_copies"])
def test_an_erasure_that_was_cut_off_reaches_the_copies_of_the_key_file(backed_up, monkeypatch, at):
    """Cut off before the keys go, or after: the next who writes finishes it in the copies too."""
    holder, place = backed_up
    store, ledger = opened(place / "desk", holder)
    monkeypatch.setattr(erasing, at, cut_off(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        ledger.erase(Erasable(account="a"), "asked")
    store.close()
    monkeypatch.undo()
    (place / ".keys.part").mkdir()
    (place / ".keys.part" / "ring.age").write_bytes(b"left by a killed process")
    assert keys_in(place / "keys", place, holder) == {"a", "b"}
    opened(place / "desk", holder)[0].close()

    assert keys_in(place / "keys", place, holder) == {"b"}
    assert not (place / ".keys.part").exists()


def test_a_copy_that_was_out_of_reach_is_replaced_when_it_is_there_again(backed_up):
    """Named at the erasure, and still named when it is given again; whoever writes next finds it and replaces it."""
    holder, place = backed_up
    store, ledger = opened(place / "desk", holder)
    (place / "keys").rename(place / "away")
    assert ledger.erase(Erasable(account="a"), "asked").unreached == (str(place / "keys"),)
    assert ledger.erase(Erasable(account="a"), "asked").unreached == (str(place / "keys"),)
    store.close()
    (place / "away").rename(place / "keys")
    opened(place / "desk", holder, writing=False)[0].close()
    assert keys_in(place / "keys", place, holder) == {"a", "b"}
    opened(place / "desk", holder)[0].close()
    then = (place / "keys").read_bytes()
    opened(place / "desk", holder)[0].close()

    assert keys_in(place / "keys", place, holder) == {"b"}
    assert (place / "keys").read_bytes() == then


def test_what_is_no_key_file_of_this_desk_is_left_alone(backed_up):
    """At the place of a copy lies another desk's key file, or something else altogether: no open desk writes over it."""
    holder, place = backed_up
    other = made(place / "other")
    store, _ = opened(place / "other", other)
    back_up(store, place / "b", place / "others-keys")
    store.close()
    for content in ((place / "others-keys").read_bytes(), b"a letter", b""):
        store, _ = opened(place / "desk", holder)
        rotate(store)
        store.close()
        (place / "keys").write_bytes(content)
        opened(place / "desk", holder)[0].close()
        assert (place / "keys").read_bytes() == content


def test_an_erasure_that_finds_no_room_says_what_it_has_done(backed_up, monkeypatch):
    """It is written down and not wholly done: told as that, never as a step that was not taken; then it is finished."""
    holder, place = backed_up
    store, ledger = opened(place / "desk", holder)
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "turn", cut_off(DiskFull))
        with pytest.raises(ErasureUnfinished) as told:
            ledger.erase(Erasable(account="a"), "asked")
    store.close()
    store, ledger = opened(place / "desk", holder)

    assert "E-DISK-FULL" in told.value.sentence("en")
    assert ledger.erase(Erasable(account="a"), "asked") == Erased(0, 0)
    assert "a" not in {one.name for one in store.keys.all().values()}
    assert verify(store).faults == ()
    store.close()
