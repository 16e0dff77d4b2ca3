"""The ledger port on the sealed store."""

import base64
import hmac
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from attrs import evolve

from sosik.accounts.account import Account
from sosik.accounts.custody import Custody, CustodyEvent, KeptAttachment
from sosik.accounts.decision import Decision
from sosik.accounts.erasure import Erasable, Erased
from sosik.accounts.ledger import Behind, Kept, nobody
from sosik.accounts.report import Attachment
from sosik.adapters.store import attachments as kept_attachments
from sosik.adapters.store import erasing
from sosik.adapters.store.chain import Content, EntryKind
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.key_store import DESK, Key, Named, SubjectKind
from sosik.adapters.store.models import EntryKey
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import account_bytes, account_of, decision_bytes, decision_of, of_bytes, to_bytes
from sosik.adapters.store.subjects import subjects_of
from sosik.values.ids import AccountId, MemberId

_BATCH = 500


class SealedLedger:
    """Every method that writes is one transaction, on the disk when it returns."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def kept(self) -> Kept:
        with as_catalogued():
            return Kept(tuple(self._accounts()), tuple(self._decisions()), self._bulletins())

    def known_as(self, names: Iterable[str]) -> tuple[Account, ...]:
        with as_catalogued():
            return tuple(self._known_as(dict.fromkeys(names)))

    def accounts_of(self, names: Iterable[AccountId]) -> dict[AccountId, Account]:
        """Those that are kept, without reading the others."""
        with as_catalogued():
            found = {name: self._account(name) for name in dict.fromkeys(names)}
        return {name: account for name, account in found.items() if account}

    def decisions_about(self, accounts: Collection[Account]) -> tuple[Decision, ...]:
        """Those that concern the accounts or their sources, in the order of the ledger, without reading the others."""
        named: set[tuple[SubjectKind, str]] = {(SubjectKind.account, one.id) for one in accounts}
        named |= {(SubjectKind.source, one.source) for one in accounts if one.source}
        with as_catalogued():
            keys = [key for kind, name in named if (key := self.store.keys.named(kind, name))]
            entries = {
                entry.seq: entry for key in keys for entry in self.store.chain.of_key(key.id, EntryKind.decision)
            }
            contents = [self.store.plain_of_few(entries[seq]) for seq in sorted(entries)]
        return tuple(decision_of(content) for content in contents if content is not None)

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
            records = [of_bytes(content) for _, content in self._opened(EntryKind.bulletin)]
        found: dict[str, tuple[str, ...]] = {}
        for record in records:
            found[str(record["name"])] = (*found.get(str(record["name"]), ()), str(record["text"]))
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
        with as_catalogued():
            return erasing.erase(self.store, what, because)

    def _accounts(self) -> Iterator[Account]:
        for _, content in self._opened(EntryKind.account):
            yield account_of(content)

    def _decisions(self) -> Iterator[Decision]:
        for _, content in self._opened(EntryKind.decision):
            yield decision_of(content)

    def _bulletins(self) -> dict[str, str]:
        records = (of_bytes(content) for _, content in self._opened(EntryKind.bulletin))
        last = {str(record["name"]): str(record["text"]) for record in records}
        return dict(sorted(last.items()))

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

    def _account(self, name: AccountId) -> Account | None:
        key = self.store.keys.named(SubjectKind.account, name)
        entry = next(self.store.chain.of_key(key.id, EntryKind.account), None) if key else None
        if entry is None or entry.sealed is None or key is None:
            return None
        return account_of(self.store.chain.opened(entry, [key.key]))

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
