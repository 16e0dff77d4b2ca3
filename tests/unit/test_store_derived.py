"""What is derived may be damaged at any page: nothing that is kept is lost, and no erasure or rotation waits for it."""

from contextlib import suppress
from datetime import date

import pytest
from tests.fakes.sealed_desks import made, opened

from sosik.accounts.account import Account
from sosik.accounts.erasure import Erasable
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.members import rotate
from sosik.adapters.store.quoting import keep_up
from sosik.adapters.store.search import Search
from sosik.adapters.store.verifying import verify
from sosik.errors import DerivedDamaged
from sosik.values.text import Lang

PAGES = range(1, 28, 4)


def account(name):
    return Account(id=name, text=f"words of {name}", lang=Lang.en, received=date(2025, 11, 9), source="s-wren")


@pytest.fixture
def desk(tmp_path):
    """Its holder and its folder; closed, its index filled."""
    holder = made(tmp_path / "desk")
    store, ledger = opened(tmp_path / "desk", holder)
    ledger.take_in([account(f"a-{number}") for number in range(40)], [])
    found(store, ledger)
    keep_up(store)
    store.close()
    return holder, tmp_path / "desk"


def found(store, ledger):
    index = Search(store, at_hand(store), str.split)
    index.catch_up()
    return {one.account for one in index.find("a-7", ledger.accounts_of)}


def damaged(folder, page):
    """Sixty-four bytes in the midst of a page of the newest file."""
    path = max(folder.glob("derived-*.db"))
    content = bytearray(path.read_bytes())
    at = page * 4096 + 1000
    assert len(content) > at, "no such page"
    content[at : at + 64] = bytes(64)
    path.write_bytes(content)


def twice(work):
    """What a member does who is told to give the command again."""
    with suppress(DerivedDamaged):
        return work()
    return work()


@pytest.mark.parametrize("page", PAGES)
def test_what_needs_it_finds_it_made_anew(desk, page):
    """At most one command is told; the next finds all that the first would have, in the same open desk."""
    holder, folder = desk
    damaged(folder, page)
    store, ledger = opened(folder, holder)

    assert twice(lambda: found(store, ledger)) == {"a-7"}
    store.close()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("step", ["rotate", "erase"])
def test_keys_change_and_go_all_the_same(desk, page, step):
    """A rotation is done at once; an erasure at once or when it is given again, and nothing of it is in the new file."""
    holder, folder = desk
    damaged(folder, page)
    store, ledger = opened(folder, holder)
    if step == "rotate":
        rotate(store)
    else:
        twice(lambda: ledger.erase(Erasable(account="a-7"), "asked"))

    assert found(store, ledger) == (set() if step == "erase" else {"a-7"})
    assert len(ledger.kept().accounts) == (39 if step == "erase" else 40)
    assert verify(store).faults == ()
    store.close()
