"""Opening and closing the sealed databases through Django."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, frozen
from django.db import connections, transaction

from sosik.adapters.store.failures import as_catalogued
from sosik.errors import DeskNewer, LedgerDamaged, SosikError

ENGINE = "sosik.adapters.store.sqlcipher"
SCHEMA = 1
_numbers = itertools.count(1)


@frozen
class Database:
    """One open file; ``alias`` is Django's name for it."""

    role: str
    alias: str
    path: Path
    key: bytes = field(repr=False)

    def run(self, sql: str, *params: Any) -> list[tuple[Any, ...]]:
        with connections[self.alias].cursor() as cursor:
            cursor.execute(sql, params or None)
            return list(cursor.fetchall()) if cursor.description else []

    @property
    def raw(self) -> Any:
        """The driver's own connection, for what the ORM does not speak of."""
        connections[self.alias].ensure_connection()
        return connections[self.alias].connection

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """One transaction; yields the driver's own connection."""
        with transaction.atomic(using=self.alias):
            yield self.raw

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Everything that is read inside is of one moment, however much others write meanwhile; nothing is written."""
        self.raw.execute("BEGIN")
        try:
            self.run("SELECT COUNT(*) FROM sqlite_master")
            yield
        finally:
            self.raw.execute("ROLLBACK")

    def close(self) -> None:
        """For this thread; others that read it hold theirs until they end."""
        if self.alias in connections.databases:
            connections[self.alias].close()
            del connections[self.alias]
            del connections.databases[self.alias]


Opened = TypeVar("Opened", bound=Database)


def open_database(role: str, path: Path, key: bytes, *, new: bool = False) -> Database:
    """Raises LedgerDamaged when the file is not there or its key does not fit, DeskNewer when its tables are newer."""
    return open_as(Database, role, path, key, new=new)


def open_as(kind: type[Opened], role: str, path: Path, key: bytes, *, new: bool = False) -> Opened:
    if path.exists() is new:
        raise LedgerDamaged(why=f"{path.name} is {'there already' if new else 'missing'}")
    if new:
        path.touch(mode=0o600)
    alias = f"{role}-{next(_numbers)}"
    connections.databases[alias] = file_settings(path, key)
    database = kind(role, alias, path, key)
    try:
        with as_catalogued(f"{path.name} cannot be read"):
            _check_schema(database, new=new)
    except SosikError:
        database.close()
        raise
    return database


def in_memory(kind: type[Opened], role: str, key: bytes) -> Opened:
    """Gone with the process."""
    alias = f"{role}-{next(_numbers)}"
    path = Path(":memory:")
    connections.databases[alias] = file_settings(path, key)
    return kind(role, alias, path, key)


def _check_schema(database: Database, *, new: bool) -> None:
    version = int(database.run("PRAGMA user_version")[0][0])
    if version == 0 and not new:
        raise LedgerDamaged(why=f"{database.path.name} is empty")
    if database.role == "derived":
        return
    if version > SCHEMA:
        raise DeskNewer(version=version, known=SCHEMA)
    if version < SCHEMA:
        _migrate(database)
        database.run(f"PRAGMA user_version = {SCHEMA}")


def _migrate(database: Database) -> None:
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - slow, and for a new desk alone

    executor = MigrationExecutor(connections[database.alias])
    executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] == "store"])


def file_settings(path: Path, key: bytes) -> dict[str, Any]:
    return {
        "ENGINE": ENGINE,
        "NAME": str(path),
        "OPTIONS": {"key": key, "transaction_mode": "IMMEDIATE"},
        "ATOMIC_REQUESTS": False,
        "AUTOCOMMIT": True,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": False,
        "TIME_ZONE": None,
        "USER": "",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
        "TEST": {"CHARSET": None, "COLLATION": None, "MIGRATE": True, "MIRROR": None, "NAME": None},
    }
