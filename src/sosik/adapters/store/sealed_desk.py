"""Making and opening a sealed desk."""

import resource
from contextlib import ExitStack
from pathlib import Path

from attrs import evolve, field, frozen

from sosik.adapters.private_file import disk_errors, overwrite_old, write_private
from sosik.adapters.sealing import new_id
from sosik.adapters.signing import Signer
from sosik.adapters.store.beside import made_beside, readable, sweep_beside
from sosik.adapters.store.derived import open_derived
from sosik.adapters.store.erasing import finish
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.folder import MEMBERS, DeskFolder
from sosik.adapters.store.key_file import replace_older_copies
from sosik.adapters.store.lock import WAIT_SECONDS, WriterLock
from sosik.adapters.store.members import members, record, settle
from sosik.adapters.store.opened import Store, open_databases
from sosik.adapters.store.ring import Member, Opens, Ring
from sosik.errors import DeskChanged, KeyWrong, LedgerDamaged, SealBroken
from sosik.values.ids import MemberId

_TRIES = 3


@frozen
class KeyHolder:
    """A member's identity at work: ``opens`` what is sealed to ``recipient``."""

    recipient: str
    signer: Signer
    opens: Opens = field(repr=False)


@frozen
class First:
    """The member with whom a desk begins; ``sealed_identity`` is their identity under a passphrase, if they use one."""

    name: str
    holder: KeyHolder
    sealed_identity: bytes | None = field(default=None, repr=False)


def make_desk_folder(path: Path, first: First, *, demo: bool, ids: bytes | None) -> None:
    """An empty desk, whole or not there: it is made beside ``path`` and then put in its place."""
    _without_core_files()
    with as_catalogued(), disk_errors(), made_beside(path.absolute()) as beside:
        folder = DeskFolder(beside)
        file = write_identity(folder, first.sealed_identity)
        member = Member(MemberId(first.name), first.holder.recipient, first.holder.signer.verify, file)
        _fill(folder, Ring.new(member, ids, demo=demo), first.holder)


def open_desk_folder(path: Path, holder: KeyHolder, *, writing: bool, wait: float = WAIT_SECONDS) -> Store:
    """Raises DeskMissing, DeskNewer, KeyWrong, DeskBusy or LedgerDamaged. A writer holds the desk until the store is closed.

    Where nothing may be written to the folder a writer is refused by DeskReadOnly, and a reader gets a copy that goes with the store.
    """
    _without_core_files()
    folder = DeskFolder(path)
    desk = folder.desk_id()
    lock = WriterLock(folder.lock)
    with as_catalogued(), ExitStack() as closing:
        closing.callback(lock.give)
        if writing:
            lock.take(wait)
            sweep_beside(path.absolute())
            store = _opened(folder, desk, holder, lock)
            folder.sweep(store.ring)
            settle(store)
            finish(store)
            replace_older_copies(store)
        else:
            store = _opened(closing.enter_context(readable(folder)), desk, holder, lock)
            store.is_copy = store.folder != folder
        store.closing = closing.pop_all()
        return store


def read_ring(folder: DeskFolder, holder: KeyHolder) -> Ring:
    """Once more when a writer replaced it meanwhile."""
    for _ in range(_TRIES):
        sealed = folder.sealed_ring()
        try:
            return Ring.of(holder.opens(sealed))
        except SealBroken as error:
            if folder.sealed_ring() == sealed:
                raise LedgerDamaged(why="ring.age is damaged") from error
    raise DeskChanged


def _fill(folder: DeskFolder, ring: Ring, holder: KeyHolder) -> None:
    folder.write_header(ring.desk)
    ledger, names = open_databases(folder, ring, new=True)
    lock = WriterLock(folder.lock)
    lock.take()
    store = Store(folder, ring, ledger, names, holder.signer, holder.recipient, holder.opens, lock)
    try:
        open_derived(folder, ring).close()
        record(store, ring.members[0])
        folder.replace_ring(ring)
    finally:
        store.close()


def write_identity(folder: DeskFolder, sealed_identity: bytes | None) -> str:
    """A member's identity under their passphrase; the file's name, which is returned, says nothing."""
    if sealed_identity is None:
        return ""
    name = f"{new_id().hex()}.age"
    write_private(folder.path / MEMBERS / name, sealed_identity)
    return name


@as_catalogued()
def keep_identity(store: Store, sealed_identity: bytes, name: MemberId | None = None) -> None:
    """A member's identity under a new passphrase, in place of how it lay before; what it opens stays the same.

    Of the member who opened the desk, where no ``name`` is given.
    """
    member = members(store)[name or store.member]
    if member.file:
        path = store.folder.path / MEMBERS / member.file
        with overwrite_old(path):
            write_private(path, sealed_identity)
        return
    record(store, evolve(member, file=write_identity(store.folder, sealed_identity)))
    settle(store)


def _opened(folder: DeskFolder, desk: str, holder: KeyHolder, lock: WriterLock) -> Store:
    for _ in range(_TRIES):
        ring = read_ring(folder, holder)
        if ring.desk != desk:
            raise LedgerDamaged(why="desk.toml and ring.age are of different desks")
        try:
            ledger, names = open_databases(folder, ring)
        except LedgerDamaged:
            if read_ring(folder, holder).serial == ring.serial:
                raise
            continue
        store = Store(folder, ring, ledger, names, holder.signer, holder.recipient, holder.opens, lock, ring.demo)
        store.member = _member(store)
        return store
    raise DeskChanged


def _member(store: Store) -> MemberId:
    for one in members(store).values():
        if one.is_here and one.recipient == store.recipient and one.verify == store.signer.verify:
            return one.name
    store.close()
    raise KeyWrong


def _without_core_files() -> None:
    """What is in memory of an open desk is written nowhere when the program is killed."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
