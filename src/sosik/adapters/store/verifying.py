"""Walking the chain: whatever was changed, moved, put in, taken out or cut off is found."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from sosik.adapters.sealing import unseal
from sosik.adapters.signing import is_signed
from sosik.adapters.store.chain import BEGINNING, Chain, key_ids
from sosik.adapters.store.erasing import destroyed_by_entries
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.heads import WitnessedHead
from sosik.adapters.store.key_store import Key, living
from sosik.adapters.store.members import history
from sosik.adapters.store.models import Entry, EntryKey, Head
from sosik.adapters.store.opened import Store
from sosik.adapters.store.ring import Member
from sosik.errors import LedgerDamaged

_COLUMNS = ("seq", "kind", "keys", "sealed", "digest", "mac")
_BATCH = 5000
Row = tuple[int, str, bytes, bytes | None, bytes, bytes]


@frozen
class Verified:
    """``faults`` are sentences without a word of what is kept; none means that the ledger is whole."""

    entries: int
    heads: int
    blank: int
    faults: tuple[str, ...]


def verify(store: Store, witnessed: Sequence[WitnessedHead] = ()) -> Verified:
    """Pages, chain, heads, keys and erasures; and that each witnessed head is still in the chain."""
    with as_catalogued():
        faults = [*_pages(store)]
    with as_catalogued(), store.ledger.one_moment():
        walk = walked(store, frozenset(head.seq for head in witnessed))
        heads = list(Head.objects.using(store.ledger.alias).order_by("seq").values_list("seq", "mac", "verify", "sig"))
        faults += walk.faults
        faults += _heads(store, walk, heads)
        faults += _witnessed(walk, witnessed)
        return Verified(walk.seq, len(heads), len(walk.blank), tuple(faults))


@define
class Walk:
    """What was seen on the way; ``at`` holds the macs at heads, ``blank`` the keys of erased entries by their place."""

    seq: int = 0
    mac: bytes = BEGINNING
    links: int = 0
    at: dict[int, bytes] = field(factory=dict)
    blank: dict[int, bytes] = field(factory=dict)
    unblanked: list[int] = field(factory=list)
    faults: list[str] = field(factory=list)


def walked(store: Store, wanted: frozenset[int] = frozenset()) -> Walk:
    """The chain from its beginning. It stops at the first break, since nothing after it can be told."""
    chain, walk = store.chain, Walk()
    living_keys, destroyed = store.keys.all(), destroyed_by_entries(store)
    heads = set(Head.objects.using(store.ledger.alias).values_list("seq", flat=True)) | wanted
    tried: set[bytes] = set()
    rows = Entry.objects.using(store.ledger.alias).order_by("seq").values_list(*_COLUMNS)
    for row in rows.iterator(_BATCH):
        if not _step(chain, walk, row):
            break
        seq, _, keys, sealed, _, mac = row
        if seq in heads:
            walk.at[seq] = mac
        if sealed is None:
            walk.blank[seq] = keys
        elif keys not in tried:
            tried.add(keys)
            _try_key(chain, walk, row, living_keys, destroyed)
        elif destroyed and not destroyed.isdisjoint(key_ids(keys)):
            walk.unblanked.append(seq)
    _settle(store, walk, destroyed)
    return walk


def _step(chain: Chain, walk: Walk, row: Row) -> bool:
    seq, kind, keys, sealed, digest, mac = row
    walk.seq += 1
    walk.links += len(keys) // 16
    if seq != walk.seq:
        walk.faults.append(f"entry {walk.seq} is missing")
    elif sealed is not None and hashlib.sha256(sealed).digest() != digest:
        walk.faults.append(f"entry {seq} was changed")
    elif chain.mac(walk.mac, seq, kind, keys, digest) != mac:
        walk.faults.append(f"entry {seq} does not follow from the one before it")
    else:
        walk.mac = mac
        return True
    return False


def _try_key(chain: Chain, walk: Walk, row: Row, store: dict[bytes, Key], destroyed: set[bytes]) -> None:
    """Each set of keys opens the first entry that it seals."""
    seq, kind, keys, sealed, _, _ = row
    ids = key_ids(keys)
    found = living(ids, store)
    if not destroyed.isdisjoint(ids):
        walk.unblanked.append(seq)
    elif found is None:
        walk.faults.append(f"a key of entry {seq} is missing")
    else:
        try:
            unseal(sealed or b"", found, chain.place(kind, seq))
        except LedgerDamaged:
            walk.faults.append(f"entry {seq} does not open under its key")


def _settle(store: Store, walk: Walk, destroyed: set[bytes]) -> None:
    """What is blank was erased by an entry that says so, and what is erased is blank."""
    walk.faults += [
        f"entry {seq} is blank, and no erasure says so"
        for seq, keys in walk.blank.items()
        if destroyed.isdisjoint(key_ids(keys))
    ]
    walk.faults += [f"entry {seq} was erased, and is not blank" for seq in walk.unblanked]
    if not walk.faults and EntryKey.objects.using(store.ledger.alias).count() != walk.links:
        walk.faults.append("the list of keys by entry is not whole")


def _heads(store: Store, walk: Walk, heads: Iterable[Sequence[Any]]) -> Iterable[str]:
    """Each is of the chain and signed by a member of its time, and the last one is of the last entry."""
    signers = history(store)
    last = 0
    for seq, mac, verify_key, sig in heads:
        last = seq
        if seq <= walk.seq and walk.at.get(seq) != mac:
            yield f"the head at {seq} is of another chain"
        elif not _was_here(signers, verify_key, seq):
            yield f"the head at {seq} is signed by nobody who was a member"
        elif not is_signed(store.chain.signed(seq, mac), sig, verify_key):
            yield f"the head at {seq} bears a false signature"
    if last != walk.seq and not walk.faults:
        yield f"the last entry is {walk.seq}, the last head is at {last}"


def _was_here(signers: Mapping[int, Member], verify_key: str, seq: int) -> bool:
    of_time = [one for at, one in sorted(signers.items()) if at <= seq and one.verify == verify_key]
    left_with_this = bool(of_time) and not of_time[-1].is_here
    return bool(of_time) and not left_with_this


def _witnessed(walk: Walk, witnessed: Iterable[WitnessedHead]) -> Iterable[str]:
    for head in witnessed:
        if head.seq and not walk.at.get(head.seq, b"").hex().startswith(head.mac):
            yield f"the witnessed head {head.seq} is not in the chain: it was cut off or written anew"


def _pages(store: Store) -> Iterable[str]:
    """Every page of both databases against its own code, which SQLCipher keeps.

    A page that a cut of the power tore while it was brought over from the log is whole in the log: it is brought over again.
    """
    for database in (store.ledger, store.names):
        bad = database.run("PRAGMA cipher_integrity_check")
        if bad:
            database.run("PRAGMA wal_checkpoint(TRUNCATE)")
            bad = database.run("PRAGMA cipher_integrity_check")
        if bad:
            yield f"{database.path.name}: {len(bad)} pages are damaged"
