"""Readings and the projection, kept so that they need not be computed again; served only while all they rest on is the same."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from attrs import fields

from sosik.accounts.account import Account
from sosik.adapters.id_key import HmacIds
from sosik.adapters.store.chain import EntryKind
from sosik.adapters.store.code_version import code_version
from sosik.adapters.store.codec import of_plain, to_plain
from sosik.adapters.store.databases import Database
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.opened import Store
from sosik.claims.claim import Reading
from sosik.claims.decided import DecidedClaim
from sosik.claims.rules import Rules
from sosik.errors import DeskReadOnly, DiskFull
from sosik.incidents.incident import Incident, Measure, Tally
from sosik.incidents.projection import Projection
from sosik.values.ids import AccountId

_EVERY: tuple[tuple[str, type], ...] = (("incidents", Incident), ("measures", Measure), ("tallies", Tally))
_NAMED = dict(_EVERY)
_HINTS = {one.name: one.type for one in fields(Projection)}
_REST = tuple(one.name for one in fields(Projection) if one.name not in _NAMED)
_BATCH = 2000
_FED_BY = (EntryKind.account, EntryKind.decision, EntryKind.erasure, EntryKind.restore)


Reads = Callable[[Account, Rules], Reading]


class Projections:
    """``database`` is the desk's derived one; ``version`` names the codebook, the gazetteer and the cutter of words."""

    def __init__(self, store: Store, database: Database, version: str, ids: HmacIds) -> None:
        self._database, self._rules = database, f"{version}/{code_version()}"
        ids_mark = hashlib.sha256(ids.key).hexdigest()[:16]
        self._fresh: list[tuple[str, str, str]] = []
        self._state = f"{store.chain.last_of(*_FED_BY).hex()}/{self._rules}/{ids_mark}"

    @property
    def state(self) -> str:
        """What all of it rests on, in one word."""
        return self._state

    @property
    def is_served(self) -> bool:
        return self._database.run("SELECT value FROM said WHERE key = 'state'") == [(self._state,)]

    def reading(self, account: Account, rules: Rules, read: Reads) -> Reading:
        """As it was read before from the very same account by the very same rules, else read now."""
        version = f"{self._rules}/{_mark(account)}"
        sql = "SELECT body FROM reading WHERE account = %s AND version = %s"
        found = self._database.run(sql, account.id, version)
        if found:
            kept: Reading = _of(found[0][0], Reading)
            return kept
        reading = read(account, rules)
        self._fresh.append((account.id, version, _body(reading, Reading)))
        if len(self._fresh) >= _BATCH:
            self.flush()
        return reading

    def flush(self) -> None:
        """Keep the readings since the last time; where there is no room for them, they are read again next time."""
        fresh, self._fresh = self._fresh, []
        with suppress(DiskFull, DeskReadOnly), as_catalogued(), self._database.writing() as raw:
            raw.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", fresh)

    def keep(self, claims: Sequence[DecidedClaim], projection: Projection) -> None:
        """In place of what was kept before, whole or not at all."""
        self.flush()
        parts = list(_parts(projection))
        rows = ((at, one.claim.id, one.claim.account, _body(one, DecidedClaim)) for at, one in enumerate(claims))
        with suppress(DiskFull, DeskReadOnly), as_catalogued(), self._database.writing() as raw:
            for table in ("part", "part_claim", "claim", "said", "partial"):
                self._database.run(f"DELETE FROM {table}")  # noqa: S608 - our own names
            raw.executemany("INSERT INTO part VALUES (?, ?, ?, ?)", [(at, *row[:3]) for at, row in enumerate(parts)])
            links = [(claim, at) for at, row in enumerate(parts) for claim in row[3]]
            raw.executemany("INSERT INTO part_claim VALUES (?, ?)", links)
            raw.executemany("INSERT INTO claim VALUES (?, ?, ?, ?)", rows)
            self._database.run("INSERT INTO said VALUES ('state', %s)", self._state)

    def remembered(self, project: Callable[..., Projection]) -> Callable[..., Projection]:
        """The same over some of the claims, kept by which they are."""

        def projecting(claims: Sequence[DecidedClaim], *more: Any) -> Projection:
            names = "\n".join(sorted(one.claim.id for one in claims))
            state = f"{self._state}/{hashlib.sha256(names.encode()).hexdigest()}"
            rows = self._database.run("SELECT body FROM partial WHERE state = %s", state)
            if rows:
                kept: Projection = _of(rows[0][0], Projection)
                return kept
            found = project(claims, *more)
            with suppress(DiskFull, DeskReadOnly), as_catalogued():
                self._database.run("INSERT OR REPLACE INTO partial VALUES (%s, %s)", state, _body(found, Projection))
            return found

        return projecting

    def projection(self) -> Projection:
        found: dict[str, Any] = {name: [] for name in _NAMED}
        for kind, body in self._database.run("SELECT kind, body FROM part ORDER BY number"):
            if kind in _NAMED:
                found[kind].append(_of(body, _NAMED[kind]))
            else:
                found[kind] = _of(body, _HINTS[kind])
        return Projection(**{**found, **{name: tuple(found[name]) for name in _NAMED}})

    def claims(self) -> Iterator[DecidedClaim]:
        """In the order in which they were kept."""
        for (body,) in self._database.run("SELECT body FROM claim ORDER BY number"):
            yield _of(body, DecidedClaim)

    def about(self, name: str) -> list[tuple[Projection, tuple[DecidedClaim, ...]]]:
        """Each incident, measure or tally whose id begins so, or that a claim of this id is in, with its claims."""
        sql = """
            SELECT number, kind, body FROM part WHERE name >= %s AND name < %s
            UNION SELECT number, kind, body FROM part JOIN part_claim ON part = number WHERE claim = %s
        """
        rows = sorted(self._database.run(sql, name, name + "\U0010ffff", name))
        found = []
        for number, kind, body in rows:
            if kind in _NAMED:
                claims = self._database.run(
                    "SELECT body FROM claim WHERE claim IN (SELECT claim FROM part_claim WHERE part = %s) ORDER BY number",
                    number,
                )
                one = _of(body, _NAMED[kind])
                named: dict[str, Any] = {kind: (one,)}
                part = Projection(**named, **self._retold(one.accounts))
                found.append((part, tuple(_of(one, DecidedClaim) for (one,) in claims)))
        return found

    def _retold(self, accounts: Iterable[AccountId]) -> dict[str, Any]:
        """What was found between these accounts and others, and what of it waits."""
        wanted = set(accounts)
        rows = self._database.run("SELECT kind, body FROM part WHERE kind IN ('retellings', 'waiting')")
        kept = {kind: _of(body, _HINTS[kind]) for kind, body in rows}
        own = tuple(one for one in kept.get("retellings", ()) if wanted & {one.account, one.of})
        return {"retellings": own, "waiting": kept.get("waiting", ())}

    def account_of(self, claim: str) -> AccountId | None:
        rows = self._database.run("SELECT account FROM claim WHERE claim = %s", claim)
        return AccountId(rows[0][0]) if rows else None

    def accounts_behind(self, name: str) -> tuple[AccountId, ...] | None:
        """Of the incident, measure or tally of this id; None when there is none."""
        for kind, body in self._database.run("SELECT kind, body FROM part WHERE name = %s", name):
            if kind in _NAMED:
                return tuple(_of(body, _NAMED[kind]).accounts)
        return None


def _parts(projection: Projection) -> Iterator[tuple[str, str | None, str, Iterable[str]]]:
    """Kind, name, body and claims."""
    for kind, of in _EVERY:
        for one in getattr(projection, kind):
            yield kind, one.id, _body(one, of), dict.fromkeys((*one.claims, *getattr(one, "beside", ())))
    for name in _REST:
        yield name, None, _body(getattr(projection, name), _HINTS[name]), ()


def _body(value: Any, kind: Any) -> str:
    return json.dumps(to_plain(value, kind), ensure_ascii=False, separators=(",", ":"))


def _of(body: str, kind: Any) -> Any:
    return of_plain(json.loads(body), kind)


def _mark(account: Account) -> str:
    """A reading rests on the whole account, not on its text alone: days and language too."""
    return hashlib.sha256(_body(account, Account).encode()).hexdigest()[:32]
