"""The board: what is computed, as rows that lists are made of. Sealed; made anew at any time from accounts and projection."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db import transaction

from sosik.adapters.store.codec import of_plain, to_plain
from sosik.adapters.store.databases import Database
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.ring import Ring
from sosik.adapters.store.web_file import board_file
from sosik.errors import LedgerDamaged

SCHEMA = 2
Row = Mapping[str, Any]
_BATCH = 400  # rows that are written in one step, so that a member who saves waits for none of it
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "account": (
        *("name", "number", "day", "source", "outlet", "basis", "consent", "reliability", "lang", "title", "excerpt"),
        *("proposed", "accepted", "rejected", "retells", "events"),
    ),
    "event": (
        *("name", "number", "kind", "category", "status", "grade", "earliest", "latest", "place_en", "place_ko"),
        *("least", "origins", "contested", "claims", "doubts", "confirmed", "body", "facts"),
    ),
    "claim": ("name", "account", "number", "event", "status", "body"),
    "public": ("name", "day", "id", "number", "kind", "latest", "body"),
    "public_claim": ("name", "day", "claim", "home", "inside"),
    "pair": ("name", "one", "other", "weight", "verdict", "judged", "body"),
}
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS account_day ON account (day DESC, number DESC)",
    "CREATE INDEX IF NOT EXISTS account_waits ON account (proposed, day DESC, number DESC)",
    "CREATE INDEX IF NOT EXISTS account_source ON account (source, day DESC, number DESC)",
    "CREATE INDEX IF NOT EXISTS event_latest ON event (kind, latest DESC, number DESC)",
    "CREATE INDEX IF NOT EXISTS event_category ON event (kind, category, latest DESC, number DESC)",
    "CREATE INDEX IF NOT EXISTS claim_account ON claim (account, number)",
    "CREATE INDEX IF NOT EXISTS claim_event ON claim (event)",
    "CREATE INDEX IF NOT EXISTS public_id ON public (day, id)",
    "CREATE INDEX IF NOT EXISTS public_latest ON public (day, kind, latest DESC, number DESC)",
    "CREATE INDEX IF NOT EXISTS public_claims ON public_claim (day, claim)",
    "CREATE INDEX IF NOT EXISTS pair_one ON pair (one)",
    "CREATE INDEX IF NOT EXISTS pair_other ON pair (other)",
    "CREATE INDEX IF NOT EXISTS pair_verdict ON pair (verdict)",
)


class Board:
    """Rows by table and name. Every write is small, and a row that is the same as before is not written."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def run(self, sql: str, *params: Any) -> list[tuple[Any, ...]]:
        return self.database.run(sql, *params)

    def rows(self, table: str, sql: str = "", *params: Any) -> list[dict[str, Any]]:
        """Rows of a table; ``sql`` is what follows its name."""
        names = COLUMNS[table]
        found = self.run(f"SELECT {', '.join(names)} FROM {table} {sql}", *params)  # noqa: S608 - our own names
        return [dict(zip(names, row, strict=True)) for row in found]

    def put(self, table: str, rows: Iterable[Row]) -> None:
        """In place of rows of the same name."""
        names = COLUMNS[table]
        marks = ", ".join("?" for _ in (*names, "mark"))
        sql = f"INSERT OR REPLACE INTO {table} ({', '.join(names)}, mark) VALUES ({marks})"  # noqa: S608 - our own names
        rows = iter(rows)
        while batch := [(*(row[name] for name in names), mark_of(row)) for row in islice(rows, _BATCH)]:
            with as_catalogued(), transaction.atomic(using=self.database.alias):
                self.database.raw.executemany(sql, batch)

    def drop(self, table: str, names: Sequence[str]) -> None:
        sql = f"DELETE FROM {table} WHERE name = ?"  # noqa: S608 - our own names
        for at in range(0, len(names), _BATCH):
            with as_catalogued(), transaction.atomic(using=self.database.alias):
                self.database.raw.executemany(sql, [(name,) for name in names[at : at + _BATCH]])

    def replace(self, table: str, rows: Iterable[Row]) -> None:
        """These rows and no others; those that are there already stay untouched."""
        left = dict(self.run(f"SELECT name, mark FROM {table}"))  # noqa: S608 - our own names
        self.put(table, _changed(rows, left))
        self.drop(table, list(left))

    def say(self, key: str, value: str) -> None:
        self.run("INSERT OR REPLACE INTO said VALUES (%s, %s)", key, value)

    def said(self, key: str) -> str | None:
        found = self.run("SELECT value FROM said WHERE key = %s", key)
        return str(found[0][0]) if found else None


def open_board(folder: DeskFolder, ring: Ring) -> Board:
    """Made anew where it is of another version, or under a key that is gone."""
    database = board_file(folder, ring)
    try:
        with as_catalogued():
            fits = database.run("PRAGMA user_version")[0][0] == SCHEMA
    except LedgerDamaged:
        fits = False
    if not fits:
        database.close()
        for file in database.path.parent.glob(f"{database.path.name}*"):
            file.unlink(missing_ok=True)
        database = board_file(folder, ring)
        _make(database)
    return Board(database)


def body_of(value: Any, kind: Any) -> str:
    return json.dumps(to_plain(value, kind), ensure_ascii=False, separators=(",", ":"))


def value_of(body: str, kind: Any) -> Any:
    return of_plain(json.loads(body), kind)


def mark_of(row: Row) -> str:
    """Rows of the same mark are the same."""
    line = json.dumps([row[name] for name in sorted(row)], ensure_ascii=False)
    return hashlib.sha256(line.encode()).hexdigest()[:16]


def _changed(rows: Iterable[Row], left: dict[str, str]) -> Iterator[Row]:
    """What is left over in ``left`` afterwards is there no more."""
    for row in rows:
        if left.pop(row["name"], None) != mark_of(row):
            yield row


def _make(database: Database) -> None:
    for table, names in COLUMNS.items():
        columns = ", ".join("name TEXT PRIMARY KEY" if name == "name" else name for name in names)
        database.run(f"CREATE TABLE {table} ({columns}, mark TEXT)")
    for index in _INDEXES:
        database.run(index)
    database.run("CREATE TABLE said (key TEXT PRIMARY KEY, value TEXT)")
    database.run(f"PRAGMA user_version = {SCHEMA}")
