"""Attachments in pieces, each an entry under its account's key, and their custody."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sosik.accounts.custody import Custody, CustodyEvent, KeptAttachment
from sosik.accounts.report import Attachment
from sosik.adapters.store.chain import Content, EntryKind
from sosik.adapters.store.key_store import Key, SubjectKind
from sosik.adapters.store.opened import Store, today
from sosik.adapters.store.records import custody_bytes, custody_of, of_bytes, to_bytes
from sosik.errors import AttachmentTaken, LedgerDamaged, NotFound
from sosik.values.ids import AccountId, MemberId

PIECE_BYTES = 256 * 1024


def custody_of_new(item: Attachment, event: CustodyEvent, member: MemberId, words: str = "", of: str = "") -> Custody:
    """The first line of an attachment's custody."""
    return Custody(item.name, event, member, today(), hashlib.sha256(item.content).hexdigest(), words, of)


def contents(item: Attachment, key: Key, first: Custody) -> Iterator[Content]:
    """The pieces, then the record that counts them, then the first line of its custody."""
    size = len(item.content)
    pieces = -(-size // PIECE_BYTES)
    for number in range(pieces):
        piece = item.content[number * PIECE_BYTES : (number + 1) * PIECE_BYTES]
        yield Content(EntryKind.piece, piece, [key])
    record = {"name": item.name, "sha256": first.sha256, "size": size, "pieces": pieces}
    yield Content(EntryKind.attachment, to_bytes(record), [key])
    yield Content(EntryKind.custody, custody_bytes(first), [key])


def attach(store: Store, item: Attachment, words: str, of: str, member: MemberId) -> None:
    """Beside those that the account came with. Raises NotFound or AttachmentTaken."""
    key = _key(store, item.account)
    names = {str(record["name"]) for _, record in _records(store, key)}
    if of and of not in names:
        raise NotFound(what=of)
    if item.name in names:
        raise AttachmentTaken(name=item.name)
    event = CustodyEvent.derived if of else CustodyEvent.received
    first = custody_of_new(item, event, member, words, of)
    store.chain.append(contents(item, key, first), store.signer)


def listed(store: Store, account: AccountId) -> Iterator[KeptAttachment]:
    for _, record in _records(store, _key(store, account)):
        yield KeptAttachment(str(record["name"]), str(record["sha256"]), int(record["size"]))


def opened(store: Store, account: AccountId, name: str, member: MemberId) -> bytes:
    """The bytes as they came, the opening noted. Raises NotFound."""
    found, sha256 = content(store, account, name)
    entry = Custody(name, CustodyEvent.opened, member, today(), sha256)
    store.chain.append([Content(EntryKind.custody, custody_bytes(entry), [_key(store, account)])], store.signer)
    return found


def content(store: Store, account: AccountId, name: str) -> tuple[bytes, str]:
    """The bytes and their SHA-256. Raises NotFound, or LedgerDamaged when they are not what came."""
    key = _key(store, account)
    for seq, record in _records(store, key):
        if record["name"] == name:
            found = _joined(store, key, seq, int(record["pieces"]))
            if hashlib.sha256(found).hexdigest() != record["sha256"]:
                raise LedgerDamaged(why="an attachment is not what came")
            return found, str(record["sha256"])
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
