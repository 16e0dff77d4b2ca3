"""What is computed, kept sealed so that it need not be computed again; it may be thrown away at any time."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from attrs import frozen
from django.db import connections

from sosik.adapters.private_file import flush_file
from sosik.adapters.store.databases import Database, in_memory, open_as
from sosik.adapters.store.failures import DATABASE_ERRORS, as_catalogued
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.key_store import SubjectKind
from sosik.adapters.store.opened import Store
from sosik.adapters.store.ring import Ring
from sosik.errors import DerivedDamaged, DeskNewer, DeskReadOnly, DiskFull, LedgerDamaged

SCHEMA = 4
_TABLES = (
    "CREATE TABLE reading (account TEXT, version TEXT, body TEXT, PRIMARY KEY (account, version)) WITHOUT ROWID",
    "CREATE TABLE part (number INTEGER PRIMARY KEY, kind TEXT, name TEXT, body TEXT)",
    "CREATE INDEX part_name ON part (name)",
    "CREATE TABLE part_claim (claim TEXT, part INTEGER, PRIMARY KEY (claim, part)) WITHOUT ROWID",
    "CREATE INDEX claim_of_part ON part_claim (part)",
    "CREATE TABLE claim (number INTEGER PRIMARY KEY, claim TEXT, account TEXT, body TEXT)",
    "CREATE INDEX claim_name ON claim (claim)",
    "CREATE TABLE partial (state TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID",
    "CREATE TABLE said (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE piece USING fts5 (account UNINDEXED, text, tokenize = 'trigram')",
    "CREATE VIRTUAL TABLE word USING fts5 (account UNINDEXED, text, pairs)",
    "CREATE VIRTUAL TABLE stated USING fts5 (text, tokenize = 'trigram', detail = none)",
    "CREATE TABLE retold (of TEXT, seq INTEGER, PRIMARY KEY (of, seq)) WITHOUT ROWID",
    "CREATE TABLE bundle (name TEXT, path TEXT, content BLOB, PRIMARY KEY (name, path))",
    "CREATE TABLE site_said (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE site_part (name TEXT PRIMARY KEY, made_of BLOB) WITHOUT ROWID",
    "CREATE TABLE site_file (path TEXT PRIMARY KEY, part TEXT, sha256 TEXT, size INTEGER, inode INTEGER, changed INTEGER) WITHOUT ROWID",
    "CREATE INDEX site_file_part ON site_file (part)",
    "CREATE TABLE site_clean (secret BLOB PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE reached (what TEXT PRIMARY KEY, seq INTEGER) WITHOUT ROWID",
    "INSERT INTO piece (piece, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO word (word, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO stated (stated, rank) VALUES ('secure-delete', 1)",
    f"PRAGMA user_version = {SCHEMA}",
)
_INDEXES = ("piece", "word", "stated")
_CARRIED = (
    *("reading", "retold", "reached", "bundle", "site_said", "site_part", "site_file", "site_clean"),
    *(f"{index}_{part}" for index in _INDEXES for part in ("data", "idx", "content", "docsize", "config")),
)


@frozen
class Derived(Database):
    """Where a page of it is damaged it is made anew, empty, and DerivedDamaged is raised: nothing that is kept was in it."""

    def run(self, sql: str, *params: Any) -> list[tuple[Any, ...]]:
        with self.made_anew_if_damaged():
            return Database.run(self, sql, *params)

    @contextmanager
    def writing(self) -> Iterator[Any]:
        with self.made_anew_if_damaged(), Database.writing(self) as raw:
            yield raw

    @contextmanager
    def made_anew_if_damaged(self) -> Iterator[None]:
        try:
            with as_catalogued():
                yield
        except LedgerDamaged as error:
            connections[self.alias].close()
            with suppress(*DATABASE_ERRORS, OSError):
                _remove(self.path)
                _filled(self)
            raise DerivedDamaged from error


def open_derived(folder: DeskFolder, ring: Ring) -> Derived:
    """Made anew where it is missing, damaged, or of another version."""
    path = folder.database("derived", ring)
    if path.exists():
        try:
            database = open_as(Derived, "derived", path, ring.derived)
            if database.run("PRAGMA user_version")[0][0] == SCHEMA:
                return database
            database.close()
        except (LedgerDamaged, DerivedDamaged, DeskNewer):
            pass
        _remove(path)
    return made_at(path, ring.derived)


def derived_of(store: Store) -> Derived:
    """The desk's, for a writer; a reader whose desk was given new keys meanwhile gets one in memory, since what it read is old."""
    if store.lock.is_held or store.folder.database("derived", store.ring).exists():
        with suppress(LedgerDamaged, DerivedDamaged, DeskReadOnly, DiskFull), as_catalogued():
            return open_derived(store.folder, store.ring)
    return _filled(in_memory(Derived, "derived", store.ring.derived))


def at_hand(store: Store) -> Database:
    """The desk's, opened when it is first asked for, and anew when the desk was given other keys; closed with the store."""
    generation = store.ring.generations["derived"]
    if store.derived is None or store.derived[0] != generation:
        if store.derived is not None:
            store.derived[1].close()
        store.derived = (generation, derived_of(store))
    return store.derived[1]


def reached(database: Database, what: str) -> int:
    """The last place of the chain that an index has taken in; 0 when none."""
    rows = database.run("SELECT seq FROM reached WHERE what = %s", what)
    return int(rows[0][0]) if rows else 0


def reach(database: Database, what: str, seq: int) -> None:
    database.run("INSERT OR REPLACE INTO reached VALUES (%s, %s)", what, seq)


def carry_over(store: Store, ring: Ring, without: Collection[bytes]) -> None:
    """Readings and indexes into the next file, those of destroyed keys left out; the projection is not carried.

    Out of a damaged file nothing is carried: no erasure and no rotation waits for what can be computed again.
    """
    if ring.generations["derived"] == store.ring.generations["derived"]:
        return
    old = open_derived(store.folder, store.ring)
    path = store.folder.database("derived", ring)
    try:
        made_at(path, ring.derived).close()
        with old.made_anew_if_damaged():
            if without:
                _forget(store, old, without)
            _copy(old, path, ring.derived)
    except DerivedDamaged:
        _remove(path)
        made_at(path, ring.derived).close()
    finally:
        old.close()
    flush_file(path)


def _remove(path: Path) -> None:
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink(missing_ok=True)


def _forget(store: Store, database: Derived, keys: Collection[bytes]) -> None:
    """Out of the indexes too: with ``secure-delete`` they keep no trace of a row that is deleted.

    A release that waits may rest on what is gone: it goes as well, and is made again when it is published. So do the hashes of passages
    that the published site was found clean of, since some are of words that are gone.
    """
    gone = [(key.name,) for key in store.keys.by_id(list(keys)).values() if key.kind is SubjectKind.account]
    with _listed(database.raw, "gone", "account TEXT PRIMARY KEY", gone) as raw:
        for table in ("reading", "piece", "word"):
            raw.execute(f"DELETE FROM {table} WHERE account IN (SELECT account FROM temp.gone)")  # noqa: S608 - ours
    database.run("DELETE FROM bundle")
    database.run("DELETE FROM site_clean")
    places = [(seq,) for seq in store.chain.places_of(keys)]
    with _listed(database.raw, "places", "seq INTEGER PRIMARY KEY", places) as raw:
        for table, column in (("stated", "rowid"), ("retold", "seq")):
            raw.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT seq FROM temp.places)")  # noqa: S608 - ours


@contextmanager
def _listed(raw: Any, name: str, column: str, rows: Collection[tuple[Any, ...]]) -> Iterator[Any]:
    """One transaction with a list to hold rows against."""
    raw.execute("BEGIN IMMEDIATE")
    try:
        raw.execute(f"CREATE TEMP TABLE {name} ({column})")
        raw.executemany(f"INSERT OR IGNORE INTO temp.{name} VALUES (?)", rows)  # noqa: S608 - our own names
        yield raw
        raw.execute(f"DROP TABLE temp.{name}")
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise


def _copy(old: Database, path: Path, key: bytes) -> None:
    """Row by row, so that no page that held an erased word is copied; an index as the rows of its own tables."""
    raw: Any = old.raw
    raw.execute(f"ATTACH DATABASE ? AS other KEY \"x'{key.hex()}'\"", (str(path),))
    try:
        raw.execute("BEGIN")
        for table in _CARRIED:
            raw.execute(f"DELETE FROM other.{table}")  # noqa: S608 - our own names
            raw.execute(f"INSERT INTO other.{table} SELECT * FROM main.{table}")  # noqa: S608 - our own names
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute("DETACH DATABASE other")


def made_at(path: Path, key: bytes) -> Derived:
    _remove(path)
    return _filled(open_as(Derived, "derived", path, key, new=True))


def _filled(database: Derived) -> Derived:
    for statement in _TABLES:
        Database.run(database, statement)
    return database
