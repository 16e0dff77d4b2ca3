"""What still speaks of an erased account: only an editor can judge whether it may stay.

Reasons of decisions, texts of bulletins and what accounts retell are indexed beside the search, so that an erasure opens only what
may quote; whether it does is read from the thing itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from sosik.accounts.account import Account
from sosik.adapters.store.chain import EntryKind
from sosik.adapters.store.databases import Database
from sosik.adapters.store.derived import at_hand, reach, reached
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.key_store import Key, SubjectKind
from sosik.adapters.store.models import Entry
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import account_of, decision_of, of_bytes
from sosik.errors import DerivedDamaged, DeskReadOnly, DiskFull

PASSAGE = 20
_BLOCK = PASSAGE // 2  # wherever twenty characters in a row stand, one of every ten blocks of ten lies whole in them
_GRAM = 3
_INDEX, _BATCH, _AT_ONCE = "quoting", 2000, 25
_SPEAKING = (EntryKind.bulletin, EntryKind.decision)


def still_quoted(store: Store, keys: Sequence[Key], places: Sequence[int], source: str | None) -> tuple[str, ...]:
    """What stays and shares a passage of 20 characters with the accounts, or names them or their source.

    Bulletins by the names of their files, decisions by their places, accounts that retell an erased one by their ids.
    """
    catch_up(store)
    database = at_hand(store)
    accounts = [account for key in keys if key.kind is SubjectKind.account for account in _account(store, key)]
    passages = {passage for account in accounts for passage in _passages(account.text)}
    names = {key.name for key in keys if key.kind is SubjectKind.account}
    speaking = _speaking(database, [_flat(account.text) for account in accounts], source)
    retelling = {seq for name in names for (seq,) in database.run("SELECT seq FROM retold WHERE of = %s", name)}
    found: list[str] = []
    for entry in store.chain.of_kind(*_SPEAKING, EntryKind.account, seqs=sorted((speaking | retelling) - set(places))):
        content = store.plain_of_few(entry)
        if content is None:
            continue
        if entry.kind == EntryKind.account:
            account = account_of(content)
            found += [f"account {account.id}"] if names & set(account.retells) else []
        else:
            name, text = _named_text(entry.kind, entry.seq, content)
            found += [name] if _quotes(text, passages) or (source and source in text) else []
    return tuple(dict.fromkeys(found))


def catch_up(store: Store) -> None:
    """Index what was decided, written and taken in since the last time."""
    database = at_hand(store)
    batch: list[tuple[int, str, tuple[str, ...]]] = []
    start = reached(database, _INDEX)
    plain = store.plain_after(start)
    for entry in store.chain.of_kind(*_SPEAKING, EntryKind.account, after=start):
        content = plain(entry)
        if content is not None:
            batch.append((entry.seq, *_indexed(entry, content)))
        if len(batch) >= _BATCH:
            _index(database, batch)
            batch = []
    _index(database, batch)


def keep_up(store: Store) -> None:
    """The same after a step of work, so that no erasure waits for it; where there is no room it is left for later."""
    with suppress(DiskFull, DeskReadOnly, DerivedDamaged), as_catalogued():
        catch_up(store)


def _index(database: Database, batch: Sequence[tuple[int, str, tuple[str, ...]]]) -> None:
    if not batch:
        return
    with database.writing() as raw:
        texts = [(seq, text) for seq, text, _ in batch if len(text) >= _GRAM]
        raw.executemany("INSERT OR REPLACE INTO stated (rowid, text) VALUES (?, ?)", texts)
        links = [(name, seq) for seq, _, names in batch for name in names]
        raw.executemany("INSERT OR REPLACE INTO retold (of, seq) VALUES (?, ?)", links)
        reach(database, _INDEX, batch[-1][0])


def _indexed(entry: Entry, content: bytes) -> tuple[str, tuple[str, ...]]:
    """The words in which it may quote, and the accounts that it says it retells."""
    if entry.kind == EntryKind.account:
        return "", account_of(content).retells
    return _flat(_named_text(entry.kind, entry.seq, content)[1]), ()


def _speaking(database: Database, texts: Iterable[str], source: str | None) -> set[int]:
    """The places of all that may share a passage with the texts, or name the source; never fewer."""
    found: set[int] = set()
    blocks = sorted({text[at : at + _BLOCK] for text in texts for at in range(0, len(text) - _BLOCK + 1, _BLOCK)})
    for at in range(0, len(blocks), _AT_ONCE):
        asked = " OR ".join(f"({_grams(block)})" for block in blocks[at : at + _AT_ONCE])
        found |= {seq for (seq,) in database.run("SELECT rowid FROM stated WHERE stated MATCH %s", asked)}
    if source:
        found |= {seq for (seq,) in database.run("SELECT rowid FROM stated WHERE instr(text, %s)", _flat(source))}
    return found


def _grams(block: str) -> str:
    quoted = (block[at : at + _GRAM].replace('"', '""') for at in range(len(block) - _GRAM + 1))
    return " AND ".join(f'"{gram}"' for gram in quoted)


def _named_text(kind: str, seq: int, content: bytes) -> tuple[str, str]:
    if kind == EntryKind.decision:
        return f"decision {seq}", decision_of(content).because
    record = of_bytes(content)
    return str(record["name"]), str(record["text"])


def _account(store: Store, key: Key) -> Iterator[Account]:
    for entry in store.chain.of_key(key.id, EntryKind.account):
        content = store.plain_of_few(entry)
        if content is not None:
            yield account_of(content)


def _passages(text: str) -> set[str]:
    flat = _flat(text)
    return {flat[at : at + PASSAGE] for at in range(len(flat) - PASSAGE + 1)}


def _quotes(text: str, passages: set[str]) -> bool:
    return not _passages(text).isdisjoint(passages)


def _flat(text: str) -> str:
    return " ".join(text.split())
