"""The chain of entries: what is appended, and what shows that nothing was changed, moved, put in or taken out."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import field, frozen
from django.db import transaction

from sosik.adapters.sealing import seal, unseal
from sosik.adapters.signing import Signer
from sosik.adapters.store.databases import Database
from sosik.adapters.store.key_store import Key
from sosik.adapters.store.models import Entry, EntryKey, Head

ID_BYTES = 16
BEGINNING = bytes(32)
_BATCH, _BATCH_BYTES = 2000, 16 * 1024 * 1024


class EntryKind(StrEnum):
    account = "account"
    piece = "piece"
    attachment = "attachment"
    custody = "custody"
    decision = "decision"
    bulletin = "bulletin"
    member = "member"
    identity = "identity"
    erasure = "erasure"
    waiting = "waiting"
    restore = "restore"
    public = "public"
    envelope = "envelope"


@frozen
class Content:
    """What is to be kept, and the keys that it is sealed under."""

    kind: EntryKind
    plain: bytes = field(repr=False)
    keys: Sequence[Key]
    mark: bytes = b""


@frozen
class Chain:
    """``key`` links entries; ``desk`` binds them to this desk."""

    database: Database
    desk: str
    key: bytes

    def append(self, contents: Iterable[Content], signer: Signer) -> range:
        """Their places, in one transaction with the signed head; nothing of it is there when it fails."""
        using = self.database.alias
        with transaction.atomic(using=using):
            first, mac = self.end()
            seq = first
            for batch in _batches(contents):
                rows: list[Entry] = []
                for content in batch:
                    seq += 1
                    rows.append(self._entry(seq, mac, content))
                    mac = rows[-1].mac
                self._write(rows, batch)
            if seq > first:
                sig = signer.sign(self.signed(seq, mac))
                Head.objects.using(using).create(seq=seq, mac=mac, verify=signer.verify, sig=sig)
        return range(first + 1, seq + 1)

    def _write(self, rows: list[Entry], batch: list[Content]) -> None:
        using = self.database.alias
        Entry.objects.using(using).bulk_create(rows, batch_size=_BATCH)
        links = [
            EntryKey(key=key.id, seq=row.seq, mark=content.mark if number == 0 else b"")
            for row, content in zip(rows, batch, strict=True)
            for number, key in enumerate(content.keys)
        ]
        EntryKey.objects.using(using).bulk_create(links, batch_size=_BATCH)

    def end(self) -> tuple[int, bytes]:
        """The last place and its mac; 0 and 32 zero bytes of an empty chain."""
        last = Entry.objects.using(self.database.alias).order_by("-seq").values_list("seq", "mac").first()
        return (last[0], bytes(last[1])) if last else (0, BEGINNING)

    def last_of(self, *kinds: EntryKind) -> bytes:
        """The mac of the last entry of these kinds: what is computed from them stays true as long as it does."""
        rows = Entry.objects.using(self.database.alias).filter(kind__in=kinds).order_by("-seq")
        last = rows.values_list("mac", flat=True).first()
        return bytes(last) if last else BEGINNING

    def of_kind(self, *kinds: EntryKind, seqs: Sequence[int] | None = None, after: int = 0) -> Iterator[Entry]:
        """In order; blanked ones too."""
        rows = Entry.objects.using(self.database.alias).filter(kind__in=kinds, seq__gt=after).order_by("seq")
        if seqs is None:
            yield from rows.iterator(_BATCH)
        for at in range(0, len(seqs or ()), _BATCH):
            yield from rows.filter(seq__in=(seqs or ())[at : at + _BATCH])

    def of_key(self, key: bytes, *kinds: EntryKind) -> Iterator[Entry]:
        return self.of_kind(*(kinds or tuple(EntryKind)), seqs=self.places_of([key]))

    def places_of(self, keys: Iterable[bytes]) -> list[int]:
        """Of all that is sealed under any of these keys."""
        wanted, found = list(keys), set[int]()
        rows = EntryKey.objects.using(self.database.alias)
        for at in range(0, len(wanted), _BATCH):
            found.update(rows.filter(key__in=wanted[at : at + _BATCH]).values_list("seq", flat=True))
        return sorted(found)

    def blank(self, places: Sequence[int]) -> None:
        """Take out what is sealed there, and the marks by which a decision would be known again."""
        using = self.database.alias
        for at in range(0, len(places), _BATCH):
            some = places[at : at + _BATCH]
            entries = Entry.objects.using(using).filter(seq__in=some)
            first = {bytes(keys[:ID_BYTES]) for keys in entries.values_list("keys", flat=True)}
            EntryKey.objects.using(using).filter(key__in=first, seq__in=some).update(mark=b"")
            entries.update(sealed=None)

    def opened(self, entry: Entry, keys: Sequence[bytes]) -> bytes:
        """Raises LedgerDamaged."""
        return unseal(bytes(entry.sealed), keys, self.place(entry.kind, entry.seq))

    def place(self, kind: str, seq: int, piece: str = "") -> bytes:
        """What sealed content is bound to: it opens nowhere else."""
        return f"sosik 1|{self.desk}|{kind}|{seq}|{piece}".encode("ascii")

    def signed(self, seq: int, mac: bytes) -> bytes:
        return f"sosik head 1|{self.desk}|{seq}|{mac.hex()}".encode("ascii")

    def mac(self, before: bytes, seq: int, kind: str, keys: bytes, digest: bytes) -> bytes:
        return hmac.digest(self.key, b"%b|%d|%b|%b|%b" % (before, seq, kind.encode("ascii"), keys, digest), "sha256")

    def _entry(self, seq: int, before: bytes, content: Content) -> Entry:
        keys = b"".join(key.id for key in content.keys)
        sealed = seal(content.plain, [key.key for key in content.keys], self.place(content.kind, seq))
        digest = hashlib.sha256(sealed).digest()
        mac = self.mac(before, seq, content.kind, keys, digest)
        return Entry(seq=seq, kind=content.kind.value, keys=keys, sealed=sealed, digest=digest, mac=mac)


def _batches(contents: Iterable[Content]) -> Iterator[list[Content]]:
    """Small enough to be held in memory at once."""
    batch: list[Content] = []
    weight = 0
    for content in contents:
        batch.append(content)
        weight += len(content.plain)
        if len(batch) >= _BATCH or weight >= _BATCH_BYTES:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def key_ids(keys: bytes) -> list[bytes]:
    return [bytes(keys[at : at + ID_BYTES]) for at in range(0, len(keys), ID_BYTES)]
