"""Backups: the chain alone, under a backup key, while others read and write; and restoring one onto an empty machine."""

import os
import shutil
from pathlib import Path

from attrs import evolve, frozen
from django.db import transaction

from sosik.adapters.private_file import disk_errors, flush_file, flush_folder
from sosik.adapters.store.beside import made_beside
from sosik.adapters.store.chain import Content, EntryKind, key_ids
from sosik.adapters.store.databases import Database, open_database
from sosik.adapters.store.derived import open_derived
from sosik.adapters.store.erasing import destroyed_by_entries
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.key_file import read_key_file, write_key_file
from sosik.adapters.store.key_store import DESK
from sosik.adapters.store.lock import WriterLock
from sosik.adapters.store.members import members, record
from sosik.adapters.store.models import Entry
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import to_bytes
from sosik.adapters.store.recovery import Recovering, ring_by_sheets
from sosik.adapters.store.ring import Member, Ring
from sosik.adapters.store.sealed_desk import KeyHolder, read_ring, write_identity
from sosik.adapters.store.turning import TABLES, copy, fill
from sosik.adapters.store.verifying import verify, walked
from sosik.errors import BackupRefused, DeskReadOnly, InputMissing, LedgerDamaged, MemberRefused, PlaceReadOnly

_BATCH = 1000


@frozen
class Restored:
    """``blanked`` entries were erased after the backup was made; ``lost`` accounts were taken in after it."""

    entries: int
    blanked: int
    lost: int


def back_up(store: Store, out: Path, keys: Path) -> int:
    """How many entries it holds. The backup is read back and verified before it takes its name; the key file is replaced first.

    So an older backup always has a key file that is not older, wherever this is cut off. Raises DeskReadOnly where the desk
    could not remember the key file's place, to replace it at the next erasure.
    """
    if store.is_copy:
        raise DeskReadOnly
    for folder in (out.absolute().parent, keys.absolute().parent):
        if not folder.is_dir():
            raise InputMissing(file=folder.name)
        if not os.access(folder, os.W_OK):
            raise PlaceReadOnly(folder=folder.name)
    with as_catalogued(), disk_errors():
        part = out.with_name(f"{out.name}.part")
        for file in part.parent.glob(f"{part.name}*"):
            file.unlink()
        try:
            open_database("ledger", part, store.ring.backups[-1], new=True).close()
            fill(store.ledger, part, store.ring.backups[-1], TABLES["ledger"])
            entries = _read_back(store, part)
            flush_file(part)
            store.keys.remember_copy(str(keys.absolute()))
            write_key_file(store, keys)
            part.replace(out)
            flush_folder(out.absolute().parent)
        finally:
            for file in part.parent.glob(f"{part.name}*"):
                file.unlink(missing_ok=True)
        return entries


def restore(path: Path, backup: Path, keys: Path, who: KeyHolder | Recovering) -> Restored:
    """A new desk from a backup and a key file that is not older.

    By a member's key, or by both sheets of the recovery kit, which make a new member. Raises InputMissing, FolderTaken, BackupRefused, KeyFileRefused or KeyWrong.
    What was erased since the backup was made is blanked. The whole is verified before it takes its place.
    """
    for file in (backup, keys):
        if not file.is_file():
            raise InputMissing(file=file.name)
    with as_catalogued(), disk_errors(), made_beside(path.absolute()) as beside:
        return _restored(DeskFolder(beside), backup, keys, who)


def _read_back(store: Store, part: Path) -> int:
    database = open_database("ledger", part, store.ring.backups[-1])
    try:
        if database.run("PRAGMA cipher_integrity_check"):
            raise BackupRefused(file=part.name)
        walk = walked(evolve(store, ledger=database, lock=WriterLock(part)))
        if walk.faults:
            raise LedgerDamaged(why=walk.faults[0])
        return walk.seq
    finally:
        database.close()


def _restored(folder: DeskFolder, backup: Path, keys: Path, who: KeyHolder | Recovering) -> Restored:
    read_key_file(keys, folder)
    holder = who.holder if isinstance(who, Recovering) else who
    ring = _with_new_member(folder, who) if isinstance(who, Recovering) else read_ring(folder, who)
    if ring.trustees:
        folder.replace_ring(ring)
    _copy_ledger(folder, ring, backup)
    open_derived(folder, ring).close()
    lock = WriterLock(folder.lock)
    lock.take()
    ledger = open_database("ledger", folder.database("ledger", ring), ring.ledger)
    names = open_database("keys", folder.database("keys", ring), ring.keys)
    store = Store(folder, ring, ledger, names, holder.signer, holder.recipient, holder.opens, lock, ring.demo)
    store.member = next((one.name for one in ring.members if one.recipient == holder.recipient), store.member)
    try:
        done = _reconciled(store)
        folder.sweep(store.ring)
    finally:
        store.close()
    return done


def _with_new_member(folder: DeskFolder, who: Recovering) -> Ring:
    """The ring as it will be sealed: who comes in by the sheets is a member of it, and is written down as the first thing."""
    ring = ring_by_sheets(folder, who.sheets)
    if any(one.name == who.member for one in ring.members):
        raise MemberRefused(member=who.member, why="give a name that this desk has never had")
    file = write_identity(folder, who.identity)
    member = Member(who.member, who.holder.recipient, who.holder.signer.verify, file)
    return evolve(ring, serial=ring.serial + 1, members=(*ring.members, member))


def _copy_ledger(folder: DeskFolder, ring: Ring, backup: Path) -> None:
    """By way of a copy, since a backup may lie where nothing can be written; each of its pages is checked."""
    near = folder.path / "backup.part"
    try:
        shutil.copyfile(backup, near)
    except FileNotFoundError as error:
        raise BackupRefused(file=backup.name) from error
    source = _opened(near, ring, backup.name)
    try:
        if source.run("PRAGMA cipher_integrity_check"):
            raise BackupRefused(file=backup.name)
        copy(source, folder.database("ledger", ring), ring.ledger).close()
    finally:
        source.close()
        for file in folder.path.glob("backup.part*"):
            file.unlink()


def _reconciled(store: Store) -> Restored:
    """Bring an older chain in line with the key file: erasures since, members since."""
    gone, used = store.keys.graves() - destroyed_by_entries(store), set[bytes]()
    places = []
    for seq, keys in Entry.objects.using(store.ledger.alias).values_list("seq", "keys").iterator(_BATCH):
        used.update(key_ids(keys))
        if not gone.isdisjoint(key_ids(keys)):
            places.append(seq)
    if not used <= store.keys.all().keys() | store.keys.graves():
        raise BackupRefused(file="--keys")
    _bring_members(store)
    _blank(store, sorted(gone), places)
    accounts = {key for key, one in store.keys.all().items() if one.kind == "account"}
    found = verify(store)
    if found.faults:
        raise LedgerDamaged(why=found.faults[0])
    return Restored(found.entries, len(places), len(accounts - used))


def _blank(store: Store, gone: list[bytes], places: list[int]) -> None:
    using = store.ledger.alias
    record_of_it = {"keys": [one.hex() for one in gone], "member": store.member}
    desk = store.keys.made([DESK])[DESK]
    with transaction.atomic(using=using):
        store.chain.append([Content(EntryKind.restore, to_bytes(record_of_it), [desk])], store.signer)
        store.chain.blank(places)
    count = Entry.objects.using(using).filter(kind=EntryKind.erasure.value).count()
    if count < store.ring.erasures:
        ring = evolve(store.ring, erasures=count, serial=store.ring.serial + 1)
        store.folder.replace_ring(ring)
        store.ring = ring


def _bring_members(store: Store) -> None:
    """Who is a member stands in the key file's ring; the chain of an older backup is told who came and left since.

    First of all the one who restores, since they sign what follows.
    """
    known = members(store)
    for one in sorted(store.ring.members, key=lambda one: one.recipient != store.recipient):
        if known.get(one.name) != one:
            record(store, one)
    present = {one.name for one in store.ring.members}
    for name, one in known.items():
        if one.is_here and name not in present:
            record(store, evolve(one, is_here=False))


def _opened(backup: Path, ring: Ring, name: str) -> Database:
    """Under one of the ring's backup keys, the newest first."""
    for key in reversed(ring.backups):
        try:
            return open_database("ledger", backup, key)
        except LedgerDamaged:
            continue
    raise BackupRefused(file=name)
