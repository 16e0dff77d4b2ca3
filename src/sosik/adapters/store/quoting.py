"""What still speaks of an erased account: only an editor can judge whether it may stay."""

from collections.abc import Sequence

from sosik.accounts.account import Account
from sosik.adapters.store.chain import EntryKind
from sosik.adapters.store.key_store import Key, SubjectKind
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import account_of, decision_of, of_bytes

PASSAGE = 20


def still_quoted(store: Store, keys: Sequence[Key], places: Sequence[int], source: str | None) -> tuple[str, ...]:
    """What stays and shares a passage of 20 characters with the accounts, or names them or their source.

    Bulletins by the names of their files, decisions by their places, accounts that retell an erased one by their ids.
    """
    accounts = [account for key in keys if key.kind is SubjectKind.account for account in _account(store, key)]
    passages = {passage for account in accounts for passage in _passages(account.text)}
    handles = {source} if source else set()
    names = {key.name for key in keys if key.kind is SubjectKind.account}
    going = set(places)
    found: list[str] = []
    for entry in store.chain.of_kind(EntryKind.bulletin, EntryKind.decision, EntryKind.account):
        content = store.plain(entry) if entry.seq not in going else None
        if content is None:
            continue
        if entry.kind == EntryKind.account:
            account = account_of(content)
            found += [f"account {account.id}"] if names & set(account.retells) else []
        else:
            name, text = _named_text(entry.kind, entry.seq, content)
            found += [name] if _quotes(text, passages) or any(handle in text for handle in handles) else []
    return tuple(dict.fromkeys(found))


def _named_text(kind: str, seq: int, content: bytes) -> tuple[str, str]:
    if kind == EntryKind.decision:
        return f"decision {seq}", decision_of(content).because
    record = of_bytes(content)
    return str(record["name"]), str(record["text"])


def _account(store: Store, key: Key) -> list[Account]:
    entries = store.chain.of_key(key.id, EntryKind.account)
    return [account_of(content) for entry in entries if (content := store.plain(entry)) is not None]


def _passages(text: str) -> set[str]:
    flat = " ".join(text.split())
    return {flat[at : at + PASSAGE] for at in range(len(flat) - PASSAGE + 1)}


def _quotes(text: str, passages: set[str]) -> bool:
    flat = " ".join(text.split())
    return any(flat[at : at + PASSAGE] in passages for at in range(len(flat) - PASSAGE + 1))
