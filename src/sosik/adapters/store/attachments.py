"""Attachments in pieces, each an entry under its account's key, and their custody."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from sosik.accounts.custody import Custody, CustodyEvent, KeptAttachment
from sosik.accounts.report import Attachment
from sosik.adapters.store.chain import Content, EntryKind
from sosik.adapters.store.key_store import Key, SubjectKind
from sosik.adapters.store.opened import Store, today
from sosik.adapters.store.records import custody_bytes, custody_of, of_bytes, to_bytes
from sosik.errors import LedgerDamaged, NotFound
from sosik.values.ids import AccountId

PIECE_BYTES = 256 * 1024


def contents(store: Store, item: Attachment, key: Key, on: date, event: CustodyEvent) -> Iterator[Content]:
    """The pieces, then the record that counts them, then the first line of its custody."""
    sha256, size = hashlib.sha256(item.content).hexdigest(), len(item.content)
    pieces = -(-size // PIECE_BYTES)
    for number in range(pieces):
        piece = item.content[number * PIECE_BYTES : (number + 1) * PIECE_BYTES]
        yield Content(EntryKind.piece, piece, [key])
    record = {"name": item.name, "sha256": sha256, "size": size, "pieces": pieces}
    yield Content(EntryKind.attachment, to_bytes(record), [key])
    entry = Custody(item.name, event, store.member, on, sha256)
    yield Content(EntryKind.custody, custody_bytes(entry), [key])


def listed(store: Store, account: AccountId) -> Iterator[KeptAttachment]:
    for _, record in _records(store, _key(store, account)):
        yield KeptAttachment(str(record["name"]), str(record["sha256"]), int(record["size"]))


def opened(store: Store, account: AccountId, name: str) -> bytes:
    key = _key(store, account)
    for seq, record in _records(store, key):
        if record["name"] == name:
            content = _joined(store, key, seq, int(record["pieces"]))
            if hashlib.sha256(content).hexdigest() != record["sha256"]:
                raise LedgerDamaged(why="an attachment is not what came")
            entry = Custody(name, CustodyEvent.opened, store.member, today(), str(record["sha256"]))
            store.chain.append([Content(EntryKind.custody, custody_bytes(entry), [key])], store.signer)
            return content
    raise NotFound(what=name)


def note(store: Store, account: AccountId, entry: Custody) -> None:
    """Raises NotFound when the account has no such attachment."""
    key = _key(store, account)
    if not any(record["name"] == entry.attachment for _, record in _records(store, key)):
        raise NotFound(what=entry.attachment)
    store.chain.append([Content(EntryKind.custody, custody_bytes(entry), [key])], store.signer)


def custody(store: Store, account: AccountId) -> Iterator[Custody]:
    for entry in store.chain.of_key(_key(store, account).id, EntryKind.custody):
        content = store.plain_of_few(entry)
        if content is not None:
            yield custody_of(content)


def _key(store: Store, account: AccountId) -> Key:
    key = store.keys.named(SubjectKind.account, account)
    if key is None:
        raise NotFound(what=account)
    return key


def _records(store: Store, key: Key) -> Iterator[tuple[int, dict[str, Any]]]:
    for entry in store.chain.of_key(key.id, EntryKind.attachment):
        content = store.plain_of_few(entry)
        if content is not None:
            yield entry.seq, of_bytes(content)


def _joined(store: Store, key: Key, seq: int, pieces: int) -> bytes:
    places = list(range(seq - pieces, seq))
    found = list(store.chain.of_kind(EntryKind.piece, seqs=places))
    if [entry.seq for entry in found] != places or any(entry.sealed is None for entry in found):
        raise LedgerDamaged(why="an attachment lacks a piece")
    return b"".join(store.chain.opened(entry, [key.key]) for entry in found)
