"""Full text over accounts, in the desk's sealed database.

Any three characters in a row are found by trigrams. These miss Korean words of two syllables, such as 무산, so that pairs of
syllables are indexed too (무산 in 무산군), and the plain forms of morphemes (터졌다 in 터져). Any of these findings counts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from sosik.accounts.account import Account
from sosik.adapters.store.chain import EntryKind
from sosik.adapters.store.databases import Database
from sosik.adapters.store.derived import reach, reached
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import account_of
from sosik.values.ids import AccountId

Words = Callable[[str], Iterable[str]]
Watching = Callable[[Iterable[Account]], Iterable[Account]]
_BATCH, _INDEX = 500, "search"
MOST = 1000  # accounts that are named at once
_AROUND = 40
_TRIGRAM = 3
_SYLLABLES = re.compile("[가-힣]{2,}")


@frozen
class Found:
    """``words`` is where in the account the first word that was asked for stands, and what is around it."""

    account: AccountId
    words: str


class Search:
    """``words`` cuts text into morphemes in their plain form."""

    def __init__(self, store: Store, database: Database, words: Words) -> None:
        self._store, self._database, self._words = store, database, words

    @as_catalogued()
    def catch_up(self, watching: Watching = lambda accounts: accounts) -> None:
        """Index what was taken in since the last time."""
        end, _ = self._store.chain.end()
        fresh = self._fresh()
        if not fresh:
            return
        batch: list[tuple[str, str, str, str]] = []
        for account in watching(fresh):
            text = _text(account)
            batch.append((account.id, text, " ".join(self._words(text)), " ".join(_pairs(text))))
            if len(batch) >= _BATCH:
                self._index(batch)
                batch = []
        self._index(batch)
        reach(self._database, _INDEX, end)

    def find(
        self, asked: str, accounts: Callable[[Iterable[AccountId]], Mapping[AccountId, Account]]
    ) -> Iterator[Found]:
        """Accounts in which every word that was asked for is found, in the order in which they were taken in."""
        kept = accounts(reversed(self.named(asked, None)))
        for name, account in kept.items():
            yield Found(name, _around(_text(account), asked.split(maxsplit=1)[0]))

    @as_catalogued()
    def named(self, asked: str, most: int | None = MOST) -> list[AccountId]:
        """Their names alone, what was taken in last first; no more than ``most``."""
        parts, values = [], []
        for term in asked.split():
            holding = list(self._holding(term))
            if not holding:
                return []
            parts.append(" OR ".join(sql for sql, _ in holding))
            values += [value for _, value in holding]
        if not parts:
            return []
        where = " AND ".join(f"({part})" for part in parts)
        sql = f"SELECT account FROM piece WHERE {where} ORDER BY rowid DESC LIMIT %s"  # noqa: S608 - our own names
        return [AccountId(name) for (name,) in self._database.run(sql, *values, -1 if most is None else most)]

    def _holding(self, term: str) -> Iterator[tuple[str, str]]:
        """The ways in which an account may hold the word: a condition with its value. Both tables count their rows alike."""
        if len(term) >= _TRIGRAM:
            yield _matching("piece", "text", [term])
        if len(term) == 2 and (pairs := list(_pairs(term))):
            yield _matching("word", "pairs", pairs)
        if words := list(self._words(term)):
            yield _matching("word", "text", words)

    def _order(self) -> list[AccountId]:
        return [AccountId(name) for (name,) in self._database.run("SELECT account FROM piece ORDER BY rowid")]

    def _fresh(self) -> list[Account]:
        """What is past the place that the index has reached; of it, what an index that was cut off holds already is left out."""
        start = reached(self._database, _INDEX)
        plain = self._store.plain_after(start)
        entries = self._store.chain.of_kind(EntryKind.account, after=start)
        contents = [content for entry in entries if (content := plain(entry)) is not None]
        known = set(self._order()) if contents else set()
        return [account for content in contents if (account := account_of(content)).id not in known]

    def _index(self, batch: list[tuple[str, str, str, str]]) -> None:
        with self._database.writing() as raw:
            raw.executemany("INSERT INTO piece (account, text) VALUES (?, ?)", [row[:2] for row in batch])
            rows = [(name, words, pairs) for name, _, words, pairs in batch]
            raw.executemany("INSERT INTO word (account, text, pairs) VALUES (?, ?, ?)", rows)


def _matching(table: str, column: str, words: Iterable[str]) -> tuple[str, str]:
    """All of these words, taken literally."""
    asked = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
    return f"rowid IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)", f"{column} : ({asked})"  # noqa: S608 - our own names


def _pairs(text: str) -> Iterator[str]:
    """Every two syllables that stand side by side."""
    for run in _SYLLABLES.findall(text):
        yield from dict.fromkeys(run[at : at + 2] for at in range(len(run) - 1))


def _text(account: Account) -> str:
    return f"{account.title}\n{account.text}" if account.title else account.text


def _around(text: str, term: str) -> str:
    at = max(text.casefold().find(term.casefold()), 0)
    return " ".join(text[max(at - _AROUND, 0) : at + len(term) + _AROUND].split())
