"""The id key outlives every other: public ids are the same after whatever may happen to a desk's keys."""

from datetime import date

import pytest
from attrs import evolve
from tests.fakes.sealed_desks import made, new_holder, opened

from sosik.accounts.account import Account
from sosik.accounts.erasure import Erasable
from sosik.adapters.id_key import HmacIds
from sosik.adapters.store.backing_up import back_up, restore
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.members import added, removed, rotate
from sosik.adapters.store.recovery import Recovering, name_trustees, recover
from sosik.adapters.store.ring import Member
from sosik.adapters.store.sealed_desk import keep_identity
from sosik.claims.rules import Rules
from sosik.incidents.casebook import compute
from sosik.values.text import Lang

EVENTS = ("February", "May", "August", "October")


def account(number, month):
    text = f"Two women drowned in the Tumen River near Hoeryong on 3 {month} 2025, a source said."
    return Account(id=f"a-{number}", text=text, lang=Lang.en, received=date(2025, 11, 9), source="s-wren")


class Desk:
    def __init__(self, place):
        self.place, self.holder, self.others = place, new_holder(), {}
        self.folder = place / "desk"
        made(self.folder, holder=self.holder)
        self.store, self.ledger = opened(self.folder, self.holder)
        self.ledger.take_in([account(*one) for one in enumerate(EVENTS)], [])

    def member(self, name):
        holder = self.others.setdefault(name, new_holder())
        return Member(name, holder.recipient, holder.signer.verify)

    def reopened(self, folder, holder):
        self.store.close()
        self.folder, self.holder = folder, holder
        self.store, self.ledger = opened(folder, holder)

    def kit(self):
        name_trustees(self.store, self.member("one").recipient, self.member("two").recipient)
        return self.others["one"].opens, self.others["two"].opens

    def restored(self, who, holder):
        back_up(self.store, self.place / "b", self.place / "k")
        restore(self.place / "again", self.place / "b", self.place / "k", who)
        self.reopened(self.place / "again", holder)

    def ids(self):
        """Of every incident of the accounts that are still there, as they would stand in public."""
        projection = compute(self.ledger.kept(), Rules.shipped(), HmacIds(self.store.ring.ids)).projection
        return {one.accounts: one.id for one in projection.incidents}


def recovered(desk):
    sheets, new = desk.kit(), desk.member("m-new")
    desk.store.close()
    recover(DeskFolder(desk.folder), sheets, desk.others["m-new"], new)
    desk.reopened(desk.folder, desk.others["m-new"])


def restored_by_sheets(desk):
    sheets, _ = desk.kit(), desk.member("m-new")
    holder = desk.others["m-new"]
    desk.restored(Recovering(sheets, "m-new", holder), holder)


STEPS = {
    "rotated": lambda desk: rotate(desk.store),
    "a member added": lambda desk: added(desk.store, desk.member("m-lee")),
    "a member removed": lambda desk: (added(desk.store, desk.member("m-lee")), removed(desk.store, "m-lee")),
    "the key sealed anew": lambda desk: keep_identity(desk.store, b"sealed under another passphrase"),
    "a kit made": Desk.kit,
    "recovered": recovered,
    "restored": lambda desk: desk.restored(desk.holder, desk.holder),
    "restored by sheets": restored_by_sheets,
    "another account erased": lambda desk: desk.ledger.erase(Erasable(account="a-1"), "asked"),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_public_ids_outlive_every_other_key(tmp_path, step):
    """The same incident has the same id before and after; every other key may be another."""
    desk = Desk(tmp_path)
    before, ring = desk.ids(), desk.store.ring
    step(desk)
    after = desk.ids()
    assert len(before) == len(EVENTS)
    assert len(after) >= len(EVENTS) - 1
    assert {accounts: before[accounts] for accounts in after} == after
    assert desk.store.ring.ids == ring.ids
    desk.store.close()


def test_no_ring_that_follows_another_has_another_id_key(tmp_path):
    """Whichever files are turned, and however often."""
    desk = Desk(tmp_path)
    ring = desk.store.ring
    for roles in ((), ("ledger",), ("keys", "derived"), ("ledger", "keys", "derived")):
        assert ring.turned(*roles).ids == ring.ids
        assert evolve(ring.turned(*roles), trustees=("a", "b")).ids == ring.ids
    desk.store.close()
