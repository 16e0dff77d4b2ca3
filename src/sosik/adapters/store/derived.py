"""What is computed, kept sealed so that it need not be computed again; it may be thrown away at any time."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sosik.adapters.private_file import flush_file
from sosik.adapters.store.databases import Database, in_memory, open_database
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.key_store import SubjectKind
from sosik.adapters.store.opened import Store
from sosik.adapters.store.ring import Ring
from sosik.errors import DeskNewer, DeskReadOnly, DiskFull, LedgerDamaged

SCHEMA = 1
_TABLES = (
    "CREATE TABLE reading (account TEXT, version TEXT, body TEXT, PRIMARY KEY (account, version)) WITHOUT ROWID",
    "CREATE TABLE part (number INTEGER PRIMARY KEY, kind TEXT, name TEXT, body TEXT)",
    "CREATE INDEX part_name ON part (name)",
    "CREATE TABLE part_claim (claim TEXT, part INTEGER, PRIMARY KEY (claim, part)) WITHOUT ROWID",
    "CREATE INDEX claim_of_part ON part_claim (part)",
    "CREATE TABLE claim (number INTEGER PRIMARY KEY, claim TEXT, account TEXT, body TEXT)",
    "CREATE INDEX claim_name ON claim (claim)",
    "CREATE TABLE said (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE piece USING fts5 (account UNINDEXED, text, tokenize = 'trigram')",
    "CREATE VIRTUAL TABLE word USING fts5 (account UNINDEXED, text, pairs)",
    "INSERT INTO piece (piece, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO word (word, rank) VALUES ('secure-delete', 1)",
    f"PRAGMA user_version = {SCHEMA}",
)
_CARRIED = (("reading", "account, version, body"), ("piece", "account, text"), ("word", "account, text, pairs"))


def open_derived(folder: DeskFolder, ring: Ring) -> Database:
    """Made anew where it is missing, damaged, or of another version."""
    path = folder.database("derived", ring)
    if path.exists():
        try:
            database = open_database("derived", path, ring.derived)
            if database.run("PRAGMA user_version")[0][0] == SCHEMA:
                return database
            database.close()
        except (LedgerDamaged, DeskNewer):
            pass
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink(missing_ok=True)
    return _made(path, ring.derived)


def derived_of(store: Store) -> Database:
    """The desk's, for a writer; a reader whose desk was given new keys meanwhile gets one in memory, since what it read is old."""
    if store.lock.is_held or store.folder.database("derived", store.ring).exists():
        with suppress(LedgerDamaged, DeskReadOnly, DiskFull), as_catalogued():
            return open_derived(store.folder, store.ring)
    return _filled(in_memory("derived", store.ring.derived))


def carry_over(store: Store, ring: Ring, without: Collection[bytes]) -> None:
    """Readings and search entries into the next file, those of destroyed accounts left out; the projection is not carried."""
    if ring.generations["derived"] == store.ring.generations["derived"]:
        return
    old = open_derived(store.folder, store.ring)
    path = store.folder.database("derived", ring)
    try:
        _made(path, ring.derived).close()
        gone = [key.name for key in store.keys.by_id(list(without)).values() if key.kind is SubjectKind.account]
        _copy(old, path, ring.derived, gone)
    finally:
        old.close()
    flush_file(path)


def _copy(old: Database, path: Path, key: bytes, gone: Iterable[str]) -> None:
    """Row by row, so that no page that held an erased word is copied."""
    raw: Any = old.raw
    raw.execute(f"ATTACH DATABASE ? AS other KEY \"x'{key.hex()}'\"", (str(path),))
    try:
        raw.execute("CREATE TEMP TABLE gone (account TEXT PRIMARY KEY)")
        raw.executemany("INSERT OR IGNORE INTO temp.gone VALUES (?)", [(name,) for name in gone])
        raw.execute("BEGIN")
        for table, columns in _CARRIED:
            raw.execute(
                f"INSERT INTO other.{table} ({columns}) SELECT {columns} FROM main.{table} "  # noqa: S608 - our own names
                "WHERE account NOT IN (SELECT account FROM temp.gone)"
            )
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute("DROP TABLE IF EXISTS temp.gone")
        raw.execute("DETACH DATABASE other")


def _made(path: Path, key: bytes) -> Database:
    for stale in path.parent.glob(f"{path.name}*"):
        stale.unlink()
    return _filled(open_database("derived", path, key, new=True))


def _filled(database: Database) -> Database:
    for statement in _TABLES:
        database.run(statement)
    return database
