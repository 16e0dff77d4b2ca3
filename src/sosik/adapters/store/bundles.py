"""A release that waits for its scans, sealed in the desk until it leaves; it may be thrown away and made again."""

from collections.abc import Mapping

from sosik.adapters.store.databases import Database
from sosik.adapters.store.failures import as_catalogued
from sosik.errors import NotFound


@as_catalogued()
def keep_bundle(database: Database, name: str, files: Mapping[str, bytes]) -> None:
    """In place of what waited before: one bundle waits at a time."""
    with database.writing() as raw:
        database.run("DELETE FROM bundle")
        rows = ((name, path, content) for path, content in files.items())
        raw.executemany("INSERT INTO bundle VALUES (?, ?, ?)", rows)


@as_catalogued()
def waiting_bundle(database: Database) -> dict[str, bytes]:
    """Raises NotFound when nothing waits."""
    files = {path: bytes(content) for path, content in database.run("SELECT path, content FROM bundle ORDER BY path")}
    if not files:
        raise NotFound(what="release")
    return files


@as_catalogued()
def drop_bundle(database: Database) -> None:
    database.run("DELETE FROM bundle")
