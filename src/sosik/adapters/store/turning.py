"""Writing databases anew under new keys, and making them the desk by replacing the ring. Safe to be cut off anywhere."""

from collections.abc import Collection
from pathlib import Path

from sosik.adapters.private_file import flush_file, flush_folder
from sosik.adapters.store.databases import Database, open_database
from sosik.adapters.store.derived import carry_over
from sosik.adapters.store.models import KEPT_IN
from sosik.adapters.store.opened import Store
from sosik.adapters.store.ring import Ring
from sosik.adapters.store.web_file import carry_web

TABLES = {role: tuple(f"store_{name.lower()}" for name in names) for role, names in KEPT_IN.items()}


def turn(store: Store, ring: Ring, without: Collection[bytes] = ()) -> None:
    """Make ``ring`` the desk's: databases whose generation is new are written first, keys ``without`` these.

    The store goes on with the new files. After a failure it is closed, since only the ring on the disk can say which files
    are the desk's; the next writer reads it, and sweeps up the others.
    """
    old = store.ring
    fresh: dict[str, Database] = {}
    try:
        for role, now in (("ledger", store.ledger), ("keys", store.names)):
            if ring.generations[role] != old.generations[role]:
                fresh[role] = copy(now, store.folder.database(role, ring), getattr(ring, role), without)
        carry_over(store, ring, without)
        carry_web(store.folder, old, ring)
        store.folder.replace_ring(ring)
    except BaseException:
        for database in fresh.values():
            database.close()
        store.close()
        raise
    _go_on(store, ring, fresh)


def copy(source: Database, path: Path, key: bytes, without: Collection[bytes] = ()) -> Database:
    """All rows but those of the destroyed keys, in a new file that is on the disk when the call returns."""
    for stale in path.parent.glob(f"{path.name}*"):
        stale.unlink()
    database = open_database(source.role, path, key, new=True)
    database.close()
    fill(source, path, key, TABLES[source.role], without)
    flush_file(path)
    flush_folder(path.parent)
    return open_database(source.role, path, key)


def fill(source: Database, path: Path, key: bytes, tables: Collection[str], without: Collection[bytes] = ()) -> None:
    """Copy rows as of one moment, while others may read and write the source."""
    raw = source.raw
    raw.execute(f"ATTACH DATABASE ? AS other KEY \"x'{key.hex()}'\"", (str(path),))
    try:
        raw.execute("BEGIN")
        for table in tables:
            but = "WHERE id NOT IN (SELECT id FROM temp.gone)" if table == "store_subject" and without else ""
            if but:
                raw.execute("CREATE TEMP TABLE gone (id BLOB PRIMARY KEY)")
                raw.executemany("INSERT OR IGNORE INTO temp.gone VALUES (?)", [(one,) for one in without])
            raw.execute(f"INSERT INTO other.{table} SELECT * FROM main.{table} {but}")  # noqa: S608 - our own names
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute("DROP TABLE IF EXISTS temp.gone")
        raw.execute("DETACH DATABASE other")


def _go_on(store: Store, ring: Ring, fresh: dict[str, Database]) -> None:
    for role, database in fresh.items():
        old = store.ledger if role == "ledger" else store.names
        old.close()
        if role == "ledger":
            store.ledger = database
        else:
            store.names = database
    store.ring = ring
    store.forget_keys()
    store.folder.sweep(ring)
