"""Two sheets of paper, a backup and a key file bring back a desk of which neither machine nor member is left."""

import pytest
from tests.fakes.sealed_desks import made, new_holder, opened
from tests.unit.test_store_key_copies import account

from sosik.adapters.store.backing_up import back_up, restore
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.members import added, members, removed
from sosik.adapters.store.recovery import Recovering, name_trustees, recover
from sosik.adapters.store.ring import Member
from sosik.adapters.store.verifying import verify
from sosik.errors import KeyWrong, LedgerDamaged, MemberRefused


@pytest.fixture
def lost(tmp_path):
    """A place with a backup and a key file, and the two holders of the sheets."""
    holder, *sheets = (new_holder() for _ in range(3))
    made(tmp_path / "desk", holder=holder)
    store, ledger = opened(tmp_path / "desk", holder)
    ledger.take_in([account("a"), account("b")], [])
    name_trustees(store, sheets[0].recipient, sheets[1].recipient)
    back_up(store, tmp_path / "b", tmp_path / "k")
    store.close()
    return tmp_path, holder, sheets


def brought_back(place, who, name="new"):
    return restore(place / name, place / "b", place / "k", who)


def test_two_sheets_restore_a_desk_without_any_member(lost):
    """In either order: a new member opens it, it verifies, writing and members go on, and both sheets open it again."""
    place, holder, (one, other) = lost
    new, later = new_holder(), new_holder()
    brought_back(place, Recovering((other.opens, one.opens), "m-new", new))
    store, ledger = opened(place / "new", new)
    ledger.take_in([account("c")], [])
    assert [each.id for each in ledger.kept().accounts] == ["a", "b", "c"]
    assert verify(store).faults == ()
    assert members(store)["m-new"].is_here
    removed(store, "m-han")
    store.close()
    with pytest.raises(KeyWrong):
        opened(place / "new", holder)
    recover(
        DeskFolder(place / "new"),
        (one.opens, other.opens),
        later,
        Member("m-later", later.recipient, later.signer.verify),
    )

    assert verify(opened(place / "new", later)[0]).faults == ()


def test_a_desk_that_a_member_restored_keeps_its_kit(lost):
    """The sheets of before open it at once; of recovery files there is one."""
    place, holder, (one, other) = lost
    brought_back(place, holder)
    new = new_holder()
    assert len(list((place / "new").glob("recovery-*"))) == 1
    recover(DeskFolder(place / "new"), (one.opens, other.opens), new, Member("m-new", new.recipient, new.signer.verify))

    assert len(opened(place / "new", new)[1].kept().accounts) == 2


def test_one_sheet_or_a_taken_name_restores_nothing(lost):
    """Twice the same sheet, a stranger's, or a name that another bears: nothing is left in the place."""
    place, _, (one, other) = lost
    new = new_holder()
    for sheets, name, error in (
        ((one.opens, one.opens), "m-new", KeyWrong),
        ((one.opens, new.opens), "m-new", KeyWrong),
        ((one.opens, other.opens), "m-han", MemberRefused),
    ):
        with pytest.raises(error):
            brought_back(place, Recovering(sheets, name, new))
    assert not (place / "new").exists()
    assert not list(place.glob(".new*"))


def test_without_a_kit_there_is_nothing_to_open(tmp_path):
    """A key file of a desk that never had a kit says so."""
    holder, new = new_holder(), new_holder()
    made(tmp_path / "desk", holder=holder)
    store, _ = opened(tmp_path / "desk", holder)
    added(store, Member("m-lee", new.recipient, new.signer.verify))
    back_up(store, tmp_path / "b", tmp_path / "k")
    store.close()

    with pytest.raises(LedgerDamaged, match="E-LEDGER"):
        brought_back(tmp_path, Recovering((holder.opens, new.opens), "m-new", new))
