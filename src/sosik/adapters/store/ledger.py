"""The ledger port on the sealed store."""

import base64
import hmac
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import evolve, field, frozen

from sosik.accounts.account import Account
from sosik.accounts.custody import Custody, CustodyEvent, KeptAttachment
from sosik.accounts.decision import Decision
from sosik.accounts.erasure import Erasable, Erased
from sosik.accounts.ledger import Behind, Kept, nobody
from sosik.accounts.report import Attachment
from sosik.adapters.store import attachments as kept_attachments
from sosik.adapters.store import erasing
from sosik.adapters.store.chain import ID_BYTES, Content, EntryKind
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.key_store import DESK, Key, Named, SubjectKind
from sosik.adapters.store.models import EntryKey
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import account_bytes, account_of, decision_bytes, decision_of, of_bytes, to_bytes
from sosik.adapters.store.subjects import subjects_of
from sosik.values.ids import AccountId, MemberId

_BATCH = 500


@frozen
class BulletinText:
    """One text that was kept of a bulletin's file."""

    name: str
    text: str = field(repr=False)

    @classmethod
    def of(cls, content: bytes) -> "BulletinText":
        record = of_bytes(content)
        return cls(str(record["name"]), str(record["text"]))


_OPENS: Mapping[EntryKind, Callable[[bytes], Decision | BulletinText]] = {
    EntryKind.decision: decision_of,
    EntryKind.bulletin: BulletinText.of,
}


class SealedLedger:
    """Every method that writes is one transaction, on the disk when it returns."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._known: dict[
            int, Decision | BulletinText | None
        ] = {}  # what was read of bulletins, until something is erased

    def kept(self) -> Kept:
        with as_catalogued():
            return Kept(tuple(self._accounts()), tuple(self._decisions()), self._bulletins())

    def known_as(self, names: Iterable[str]) -> tuple[Account, ...]:
        with as_catalogued():
            return tuple(self._known_as(dict.fromkeys(names)))

    def accounts_of(self, names: Iterable[AccountId]) -> dict[AccountId, Account]:
        """Those that are kept, without reading the others."""
        with as_catalogued():
            return self._accounts_of(tuple(dict.fromkeys(names)))

    def decisions_about(self, accounts: Collection[Account], sources: Collection[str] = ()) -> tuple[Decision, ...]:
        with as_catalogued():
            keys = self.store.keys.of_names(SubjectKind.account, {one.id for one in accounts})
            handles = {one.source for one in accounts if one.source} | set(sources)
            told = self.store.keys.of_names(SubjectKind.source, handles)
            return self._decisions_under([*keys.values(), *told.values()])

    def decisions_on_bulletins(self) -> tuple[Decision, ...]:
        with as_catalogued():
            return tuple(one for one in self._on_bulletins() if isinstance(one, Decision))

    def erased_among(self, names: Iterable[str]) -> frozenset[str]:
        with as_catalogued():
            return frozenset(name for name in names if self.store.keys.was_erased(SubjectKind.account, name))

    def take_in(self, accounts: Iterable[Account], attachments: Iterable[Attachment]) -> None:
        brought: dict[AccountId, list[Attachment]] = {}
        for item in attachments:
            brought.setdefault(item.account, []).append(item)
        accounts = tuple(accounts)
        with as_catalogued():
            keys = self._made(Named(SubjectKind.account, one.id, one.source or "") for one in accounts)
            by_name = {named.name: key for named, key in keys.items()}
            self.store.chain.append(self._contents(accounts, brought, by_name), self.store.signer)

    def append(self, decisions: Iterable[Decision], behind: Behind = nobody) -> int:
        subjects = [(decision, subjects_of(decision, behind)) for decision in decisions]
        with as_catalogued():
            keys = self._made(one for _, named in subjects for one in named)
            contents = (self._decision(decision, [keys[one] for one in named]) for decision, named in subjects)
            return len(self.store.chain.append(self._fresh(contents), self.store.signer))

    def bulletins(self) -> dict[str, str]:
        with as_catalogued():
            return self._bulletins()

    def versions(self, name: str) -> tuple[str, ...]:
        return self.every_version().get(name, ())

    def every_version(self) -> dict[str, tuple[str, ...]]:
        with as_catalogued():
            texts = self._texts()
        found: dict[str, tuple[str, ...]] = {}
        for one in texts:
            found[one.name] = (*found.get(one.name, ()), one.text)
        return found

    def keep_bulletin(self, name: str, text: str) -> None:
        with as_catalogued():
            if self._bulletins().get(name) == text:
                return
            named = Named(SubjectKind.bulletin, name.partition(".")[0])
            key = self._made([named])[named]
            content = Content(EntryKind.bulletin, to_bytes({"name": name, "text": text}), [key])
            self.store.chain.append([content], self.store.signer)

    def keep_public(self, name: str, content: bytes) -> None:
        with as_catalogued():
            if self._public().get(name) == content:
                return
            desk = self._made([DESK])[DESK]
            record = {"name": name, "content": base64.b64encode(content).decode("ascii")}
            self.store.chain.append([Content(EntryKind.public, to_bytes(record), [desk])], self.store.signer)

    def public_kept(self) -> dict[str, bytes]:
        with as_catalogued():
            return self._public()

    def attachments(self, account: AccountId) -> tuple[KeptAttachment, ...]:
        with as_catalogued():
            return tuple(kept_attachments.listed(self.store, account))

    def open_attachment(self, account: AccountId, name: str, by: MemberId | None = None) -> bytes:
        """Noted as opened by the member whose key opened the desk, or by ``by``."""
        with as_catalogued():
            return kept_attachments.opened(self.store, account, name, by or self.store.member)

    def own_text(self, account: AccountId, name: str) -> str:
        """What a member wrote beside the account: reading it is no opening of an attachment."""
        with as_catalogued():
            return kept_attachments.content(self.store, account, name)[0].decode("utf-8")

    def attach(self, item: Attachment, words: str = "", of: str = "", by: MemberId | None = None) -> None:
        with as_catalogued():
            kept_attachments.attach(self.store, item, words, of, by or self.store.member)

    def note(self, account: AccountId, entry: Custody) -> None:
        with as_catalogued():
            kept_attachments.note(self.store, account, entry)

    def custody(self, account: AccountId) -> tuple[Custody, ...]:
        with as_catalogued():
            return tuple(kept_attachments.custody(self.store, account))

    def wait(self, names: Iterable[str]) -> None:
        record = {"changed": list(names)}
        with as_catalogued():
            if record["changed"]:
                desk = self._made([DESK])[DESK]
                self.store.chain.append([Content(EntryKind.waiting, to_bytes(record), [desk])], self.store.signer)

    def waiting(self) -> tuple[str, ...]:
        with as_catalogued():
            records = [of_bytes(content) for _, content in self._opened(EntryKind.waiting)]
        return tuple(dict.fromkeys(str(name) for record in records for name in record["changed"]))

    def erase(self, what: Erasable, because: str) -> Erased:
        try:
            with as_catalogued():
                return erasing.erase(self.store, what, because)
        finally:
            self._known = {}

    def _accounts(self) -> Iterator[Account]:
        for _, content in self._opened(EntryKind.account):
            yield account_of(content)

    def _decisions(self) -> Iterator[Decision]:
        for _, content in self._opened(EntryKind.decision):
            yield decision_of(content)

    def _bulletins(self) -> dict[str, str]:
        return dict(sorted((one.name, one.text) for one in {one.name: one for one in self._texts()}.values()))

    def _texts(self) -> list[BulletinText]:
        return [one for one in self._on_bulletins() if isinstance(one, BulletinText)]

    def _public(self) -> dict[str, bytes]:
        records = (of_bytes(content) for _, content in self._opened(EntryKind.public))
        return {str(record["name"]): base64.b64decode(record["content"]) for record in records}

    def _opened(self, kind: EntryKind) -> Iterator[tuple[int, bytes]]:
        for entry in self.store.chain.of_kind(kind):
            content = self.store.plain(entry)
            if content is not None:
                yield entry.seq, content

    def _known_as(self, names: Iterable[str]) -> Iterator[Account]:
        for name in names:
            turn, account = 1, self._account(AccountId(name))
            while account is not None:
                yield account
                turn += 1
                account = self._account(AccountId(f"{name}-{turn}"))

    def places_of(self, accounts: Collection[str], sources: Collection[str]) -> tuple[int, ...]:
        """Where all stands that is sealed under these accounts and sources: the same places, the same words."""
        with as_catalogued():
            keys = self.store.keys.of_names(SubjectKind.account, accounts)
            told = self.store.keys.of_names(SubjectKind.source, sources)
            return tuple(self.store.chain.places_of(key.id for key in (*keys.values(), *told.values())))

    def _on_bulletins(self) -> list[Decision | BulletinText]:
        """Everything that is sealed under bulletins, in order; each is opened once."""
        known = self._known
        places = self.store.chain.places_of(key.id for key in self.store.keys.of_kind(SubjectKind.bulletin))
        fresh = list(self.store.chain.of_kind(*_OPENS, seqs=[one for one in places if one not in known]))
        for entry, content in zip(fresh, self.store.plain_of_several(fresh), strict=True):
            known[entry.seq] = _OPENS[EntryKind(entry.kind)](content) if content is not None else None
        return [one for place in places if (one := known.get(place)) is not None]

    def _decisions_under(self, keys: Collection[Key]) -> tuple[Decision, ...]:
        places = self.store.chain.places_of(key.id for key in keys)
        contents = self.store.plain_of_several(list(self.store.chain.of_kind(EntryKind.decision, seqs=places)))
        return tuple(decision_of(content) for content in contents if content is not None)

    def _account(self, name: AccountId) -> Account | None:
        return self._accounts_of([name]).get(name)

    def _accounts_of(self, names: Sequence[AccountId]) -> dict[AccountId, Account]:
        """In the order of their names as given; one question to each database, however many they are."""
        keys = self.store.keys.of_names(SubjectKind.account, names)
        by_id = {key.id: key for key in keys.values()}
        found: dict[str, Account] = {}
        for entry in self.store.chain.of_kind(EntryKind.account, seqs=self.store.chain.places_of(by_id)):
            key = by_id[bytes(entry.keys[:ID_BYTES])]
            if entry.sealed is not None:
                found.setdefault(key.name, account_of(self.store.chain.opened(entry, [key.key])))
        return {name: found[name] for name in names if name in found}

    def _made(self, subjects: Iterable[Named]) -> dict[Named, Key]:
        self.store.forget_keys()
        return self.store.keys.made(subjects)

    def _contents(
        self, accounts: Iterable[Account], brought: dict[AccountId, list[Attachment]], keys: dict[str, Key]
    ) -> Iterator[Content]:
        for account in accounts:
            key = keys[account.id]
            yield Content(EntryKind.account, account_bytes(account), [key])
            for item in brought.get(account.id, ()):
                yield from kept_attachments.contents(item, key, _received(self.store, item))

    def _decision(self, decision: Decision, keys: list[Key]) -> Content:
        line = decision_bytes(decision)
        mark = hmac.digest(keys[0].key, unsigned(decision), "sha256")[:16]
        return Content(EntryKind.decision, line, keys, mark)

    def _fresh(self, contents: Iterable[Content]) -> Iterator[Content]:
        """Those that are neither kept already nor repeated."""
        seen: set[tuple[bytes, bytes]] = set()
        for batch in _batched(contents):
            seen |= self._kept_marks(batch)
            for content in batch:
                place = (content.keys[0].id, content.mark)
                if place not in seen:
                    yield content
                seen.add(place)

    def _kept_marks(self, batch: Collection[Content]) -> set[tuple[bytes, bytes]]:
        rows = EntryKey.objects.using(self.store.ledger.alias).filter(mark__in={content.mark for content in batch})
        return {(bytes(key), bytes(mark)) for key, mark in rows.values_list("key", "mark")}


def _received(store: Store, item: Attachment) -> Custody:
    return kept_attachments.custody_of_new(item, CustodyEvent.received, store.member)


def unsigned(decision: Decision) -> bytes:
    """What a signature is over, and what makes two lines the same decision."""
    return decision_bytes(evolve(decision, sig=None))


def _batched(contents: Iterable[Content]) -> Iterator[list[Content]]:
    contents = iter(contents)
    while batch := list(islice(contents, _BATCH)):
        yield batch
