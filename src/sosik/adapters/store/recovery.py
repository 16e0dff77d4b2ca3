"""The recovery kit: two sheets of paper, for two trustees, that together open a desk whose members are gone."""

from collections.abc import Callable

from attrs import evolve, field, frozen

from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.lock import WriterLock
from sosik.adapters.store.members import members, record, settle
from sosik.adapters.store.opened import Store, open_databases
from sosik.adapters.store.ring import Member, Ring
from sosik.adapters.store.sealed_desk import KeyHolder
from sosik.adapters.store.turning import turn
from sosik.errors import KeyWrong, LedgerDamaged, MemberRefused, SealBroken
from sosik.values.ids import MemberId

Opens = Callable[[bytes], bytes]


@frozen
class Recovering:
    """Who comes in by both sheets: a new member, and their identity as it is sealed under a passphrase, if it is."""

    sheets: tuple[Opens, Opens]
    member: MemberId
    holder: KeyHolder
    identity: bytes | None = field(default=None, repr=False)


@as_catalogued()
def name_trustees(store: Store, first: str, second: str) -> None:
    """Seal the ring to two recipients, both needed; an older kit opens nothing from now on."""
    turn(store, evolve(store.ring, serial=store.ring.serial + 1, trustees=(first, second)))


@as_catalogued()
def recover(folder: DeskFolder, sheets: tuple[Opens, Opens], holder: KeyHolder, member: Member) -> None:
    """A new member, by both sheets in either order. Raises KeyWrong, LedgerDamaged or MemberRefused."""
    desk = folder.desk_id()
    lock = WriterLock(folder.lock)
    lock.take()
    try:
        ring = ring_by_sheets(folder, sheets)
        if ring.desk != desk:
            raise KeyWrong
        ledger, names = open_databases(folder, ring)
        store = Store(folder, ring, ledger, names, holder.signer, holder.recipient, holder.opens, lock, ring.demo)
        try:
            if member.name in members(store):
                raise MemberRefused(member=member.name, why="give a name that this desk has never had")
            record(store, member)
            settle(store)
        finally:
            store.close()
    finally:
        lock.give()


def ring_by_sheets(folder: DeskFolder, sheets: tuple[Opens, Opens]) -> Ring:
    """Raises KeyWrong, or LedgerDamaged where no kit was made."""
    files = sorted(folder.path.glob("recovery-*.age"), key=lambda file: file.stat().st_mtime)
    if not files:
        raise LedgerDamaged(why="no recovery kit was ever made for this desk")
    sealed = files[-1].read_bytes()
    for outer, inner in (sheets, sheets[::-1]):
        try:
            return Ring.of(inner(outer(sealed)))
        except KeyWrong:
            continue
        except SealBroken as error:
            raise LedgerDamaged(why=f"{files[-1].name} is damaged") from error
    raise KeyWrong
