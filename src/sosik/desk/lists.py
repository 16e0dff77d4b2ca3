"""Lists from the board: filters that stand in the address, a page at a time."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

from sosik.accounts.account import Basis, Consent
from sosik.desk.open_desk import Desk
from sosik.incidents.incident import Grade, Status

PAGE = 40
MOST = 2000  # counted no further: "2000+" says it
Filters = Mapping[str, str]


@frozen
class Listed:
    """``total`` is counted up to ``MOST``."""

    rows: tuple[dict[str, Any], ...]
    total: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))

    @property
    def is_more(self) -> bool:
        return self.total >= MOST


@frozen
class Where:
    """Conditions of SQL with their values."""

    parts: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    def and_(self, part: str, *values: Any) -> "Where":
        return Where((*self.parts, part), (*self.values, *values))

    @property
    def sql(self) -> str:
        return f"WHERE {' AND '.join(self.parts)}" if self.parts else ""


def inbox(desk: Desk, filters: Filters) -> Listed:
    """Accounts, the latest contact first."""
    where = Where()
    where = {
        "waiting": lambda: where.and_("proposed > 0"),
        "decided": lambda: where.and_("proposed = 0 AND accepted + rejected > 0"),
        "unread": lambda: where.and_("proposed = 0 AND accepted = 0 AND rejected = 0"),
        "retold": lambda: where.and_("retells LIKE %s", '%"waits": true%'),
    }.get(filters.get("show", ""), lambda: where)()
    for key, choices in (("basis", set(Basis)), ("consent", set(Consent))):
        if filters.get(key) in choices:
            where = where.and_(f"{key} = %s", filters[key])
    if filters.get("source"):
        where = where.and_("source = %s", filters["source"])
    where = _days(where, filters, "day", "day")
    return _page(desk, "account", where, "ORDER BY day DESC, number DESC", filters)


def events(desk: Desk, kind: str, filters: Filters) -> Listed:
    """Incidents, measures or tallies, the latest first."""
    where = Where().and_("kind = %s", kind)
    if filters.get("category"):
        where = where.and_("category = %s", filters["category"])
    for key, choices in (("grade", set(Grade)), ("status", set(Status))):
        if filters.get(key) in choices:
            where = where.and_(f"{key} = %s", filters[key])
    where = where.and_("doubts > 0") if filters.get("show") == "doubts" else where
    where = where.and_("contested != '[]'") if filters.get("show") == "contested" else where
    where = where.and_("status != 'rejected'") if not filters.get("status") else where
    if filters.get("place"):
        like = "%" + filters["place"].replace("%", "") + "%"
        where = where.and_("(place_en LIKE %s OR place_ko LIKE %s)", like, like)
    where = _days(where, filters, "latest", "earliest")
    return _page(desk, kind, where, "ORDER BY latest DESC, number DESC", filters, table="event")


def counts(desk: Desk) -> dict[str, int]:
    """What waits, for the frame of every page."""
    sql = "SELECT COUNT(*) FROM (SELECT 1 FROM {} LIMIT 1000)"
    waiting = {"inbox": "account WHERE proposed > 0", "doubts": "pair WHERE verdict = 'cannot_tell' AND judged IS NULL"}
    return {name: int(desk.board.run(sql.format(part))[0][0]) for name, part in waiting.items()}


def queue(desk: Desk, number: int = 9) -> list[dict[str, Any]]:
    """The accounts that wait, the latest contact first."""
    return shown(desk.board.rows("account", "WHERE proposed > 0 ORDER BY day DESC, number DESC LIMIT %s", number))


def shown(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of accounts with their lists read."""
    for row in rows:
        row["retells"] = json.loads(row["retells"])
        row["events"] = json.loads(row["events"])
    return rows


def labelled(desk: Desk, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of accounts with the incidents that their claims are in, by name."""
    wanted = list(dict.fromkeys(name for row in rows for name in row["events"][:4]))
    marks = ", ".join("%s" for _ in wanted)
    found = (
        {row["name"]: row for row in desk.board.rows("event", f"WHERE name IN ({marks})", *wanted)} if wanted else {}
    )
    for row in rows:
        row["named"] = [found[name] for name in row["events"] if name in found]
    return rows


def _days(where: Where, filters: Filters, last: str, first: str) -> Where:
    for key, part in (("from", f"{last} >= %s"), ("to", f"{first} <= %s")):
        try:
            day = date.fromisoformat(filters.get(key, ""))
        except ValueError:
            continue
        where = where.and_(part, day.isoformat())
    return where


def _page(  # noqa: PLR0913 - a table, its conditions and order
    desk: Desk, name: str, where: Where, order: str, filters: Filters, *, table: str = ""
) -> Listed:
    table = table or name
    sql = f"SELECT COUNT(*) FROM (SELECT 1 FROM {table} {where.sql} LIMIT {MOST})"  # noqa: S608 - our own names
    total = int(desk.board.run(sql, *where.values)[0][0])
    asked = filters.get("page", "1")[:6]
    page = min(max(int(asked) if asked.isdigit() else 1, 1), max(1, -(-total // PAGE)))
    rows = desk.board.rows(table, f"{where.sql} {order} LIMIT %s OFFSET %s", *where.values, PAGE, (page - 1) * PAGE)
    return Listed(tuple(shown(rows) if table == "account" else rows), total, page)
