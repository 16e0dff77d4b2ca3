"""The case of a verdict as the board holds it since the last count: each part is read when it is asked for."""

import json
from collections.abc import Callable, Collection, Container, Sequence
from datetime import date
from typing import Any, Generic, TypeVar, cast

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.standing import stand
from sosik.accounts.undoing import left_standing, mark_of
from sosik.adapters.store.board import COLUMNS, value_of
from sosik.bulletins.case import Case, Cited, Exposed
from sosik.bulletins.exposure import exposed
from sosik.bulletins.kept_texts import bulletins_ever
from sosik.bulletins.policy import Policy
from sosik.claims.claim import Claim
from sosik.claims.decided import DecidedClaim, DecidedStatus
from sosik.desk.incident_look import KINDS
from sosik.desk.memory import Reads
from sosik.desk.open_desk import Desk
from sosik.desk.public_rows import FILLED, OPENINGS, opening_of
from sosik.errors import DeskCounting
from sosik.values.ids import AccountId, ClaimId, SourceHandle

_LAST = "\U0010ffff"
Key = TypeVar("Key")
Value = TypeVar("Value")


@frozen
class CountedMatter:
    """What verdicts rest on: accounts and words of members as they stand now, what they add up to as of the last count.

    ``reads`` holds what was asked, so that what is made of it need not be made again while the answers are the same.
    """

    desk: Desk = field(repr=False)
    decisions: Sequence[Decision] = field(repr=False)
    reads: Reads = field(factory=Reads, repr=False)

    @classmethod
    def of(cls, desk: Desk) -> "CountedMatter":
        return cls(desk, desk.ledger.decisions_on_bulletins())

    def opening(self, day: date) -> date | None:
        """Which rows of the board are of the day. Raises DeskCounting until it holds what may be public then."""
        days, filled = self.desk.board.said(OPENINGS), self.desk.board.said(FILLED)
        if days is None or filled is None:
            raise DeskCounting
        found = opening_of([date.fromisoformat(one) for one in json.loads(days)], day)
        if found is not None and found.isoformat() not in json.loads(filled):
            self.desk.recount.moved()
            raise DeskCounting
        return found

    def case_on(self, day: date) -> Case:
        opening, asking = self.opening(day), Asking(self.desk, self.reads)
        return CountedCase(
            today=day,
            accounts=_Read(asking.account),
            claims=_Read(asking.claim),
            accepted=_Accepted(asking),
            compromised=_Read(asking.compromised),
            asking=asking,
            opening=opening.isoformat() if opening else "",
        )

    def exposed(self, case: Case) -> Sequence[Exposed]:
        """Remembered by what was published, and when each text of it was kept."""
        published = tuple(one for one in self.decisions if one.kind is DecisionKind.publish)
        if not published:
            return ()
        versions = self.desk.ledger.every_version()
        key = ("exposed", self.opening(case.today), tuple(map(mark_of, published)), tuple(versions.items()))

        def made(reads: Reads) -> Sequence[Exposed]:
            own = CountedMatter(self.desk, self.decisions, reads).case_on(case.today)
            texts, policy, places = bulletins_ever(versions), Policy.shipped(), self.desk.rules.gazetteer
            return exposed(texts, self.decisions, own, policy, places, self.desk.memory.profiling)

        found: Sequence[Exposed] = self.desk.memory.look(self.desk, key, made)
        return found


@frozen
class Asking:
    """Questions to the desk, each written down."""

    desk: Desk = field(repr=False)
    reads: Reads = field(repr=False)

    def rows(self, table: str, sql: str, *values: Any) -> list[dict[str, Any]]:
        names = COLUMNS[table]
        found = self.reads.run(self.desk, f"SELECT {', '.join(names)} FROM {table} {sql}", *values)  # noqa: S608 - ours
        return [dict(zip(names, row, strict=True)) for row in found]

    def account(self, name: AccountId) -> Account | None:
        """As it stands now."""
        self.reads.accounts.add(name)
        account = self.desk.ledger.accounts_of([name]).get(name)
        if account is None:
            return None
        if account.source:
            self.reads.sources.add(account.source)
        return stand([account], left_standing(self.desk.ledger.decisions_about((account,)))).accounts.get(name)

    def claim(self, name: ClaimId) -> Claim | None:
        rows = self.rows("claim", "WHERE name = %s", name)
        return value_of(rows[0]["body"], DecidedClaim).claim if rows else None

    def compromised(self, source: SourceHandle) -> date | None:
        """The day since when, if a member said so."""
        self.reads.sources.add(source)
        said = left_standing(self.desk.ledger.decisions_about((), [source]))
        return stand((), said).compromised.get(source)


@frozen
class CountedCase(Case):
    """``opening`` tells which rows of the board are of this case's day."""

    asking: Asking = field(kw_only=True, repr=False, eq=False)
    opening: str = field(kw_only=True)

    @property
    def every(self) -> tuple[Cited, ...]:
        return self._public("WHERE day = %s ORDER BY number", self.opening)

    def latest(self, most: int) -> Sequence[Cited]:
        kind = "WHERE day = %s AND kind = 'incident' ORDER BY latest DESC, number DESC LIMIT %s"
        rows = self.asking.desk.board.rows("public", kind, self.opening, most)  # offered, not rested on
        return tuple(value_of(row["body"], KINDS[row["kind"]]) for row in rows)

    def exactly(self, name: str) -> Sequence[Cited]:
        claims = "SELECT home FROM public_claim WHERE day = %s AND claim = %s"
        sql = f"WHERE (day = %s AND id = %s) OR name IN ({claims}) ORDER BY number"
        return self._public(sql, self.opening, name, self.opening, name)

    def begun(self, name: str) -> Sequence[Cited]:
        claims = "SELECT home FROM public_claim WHERE day = %s AND claim >= %s AND claim < %s AND inside = 1"
        sql = f"WHERE (day = %s AND id >= %s AND id < %s) OR name IN ({claims}) ORDER BY number LIMIT 2"
        return self._public(sql, *(self.opening, name, name + _LAST) * 2)

    def aliased(self, name: str) -> Sequence[tuple[ClaimId, ...]]:
        rows = self.asking.rows("event", "WHERE name >= %s AND name < %s LIMIT 2", name, name + _LAST)
        return [tuple(value_of(row["body"], KINDS[row["kind"]]).claims) for row in rows]

    def with_claims(self, claims: Collection[ClaimId]) -> Sequence[Cited]:
        marks = ", ".join("%s" for _ in claims) or "NULL"
        sql = f"WHERE name IN (SELECT home FROM public_claim WHERE day = %s AND claim IN ({marks})) ORDER BY number"  # noqa: S608
        return self._public(sql, self.opening, *claims)

    def claims_begun(self, name: str) -> Sequence[Claim]:
        rows = self.asking.rows("claim", "WHERE name >= %s AND name < %s ORDER BY number", name, name + _LAST)
        return [value_of(row["body"], DecidedClaim).claim for row in rows]

    def last_contact(self, source: SourceHandle) -> date | None:
        rows = self.asking.reads.run(self.asking.desk, "SELECT MAX(day) FROM account WHERE source = %s", source)
        return date.fromisoformat(rows[0][0]) if rows[0][0] else None

    def _public(self, sql: str, *values: Any) -> tuple[Cited, ...]:
        rows = self.asking.rows("public", sql, *values)
        return tuple(value_of(row["body"], KINDS[row["kind"]]) for row in rows)


class _Read(Generic[Key, Value]):
    """Known by name: each value is read when it is asked for, once."""

    def __init__(self, read: Callable[[Key], Value | None]) -> None:
        self._read, self._known = read, dict[Key, Value | None]()

    def get(self, key: Key, /) -> Value | None:
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def __getitem__(self, key: Key, /) -> Value:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object, /) -> bool:
        return self.get(cast("Key", key)) is not None


@frozen
class _Accepted(Container[ClaimId]):
    asking: Asking

    def __contains__(self, name: object) -> bool:
        sql = "SELECT 1 FROM claim WHERE name = %s AND status = %s"
        return bool(self.asking.reads.run(self.asking.desk, sql, name, DecidedStatus.accepted.value))
