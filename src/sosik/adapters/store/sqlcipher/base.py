"""A database of Django whose file is sealed by SQLCipher: its own SQLite backend with another driver and a raw key."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register
from django.db.backends.sqlite3.features import DatabaseFeatures
from sqlcipher3 import dbapi2

BUSY_MS = 30_000
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -131072",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_MS}",
)


class Cursor(dbapi2.Cursor):
    """Django writes ``%s`` where the driver reads ``?``; names are not used by this store."""

    convert_query = base.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Sequence[Any] | None = None) -> Any:
        return super().execute(query) if params is None else super().execute(self.convert_query(query), params)

    def executemany(self, query: str, param_list: Iterable[Sequence[Any]]) -> Any:
        return super().executemany(self.convert_query(query), param_list)


class Features(DatabaseFeatures):
    """The driver's SQLite takes many more values in one statement than Django expects of any."""

    max_query_params = 30_000


class DatabaseWrapper(base.DatabaseWrapper):
    """``OPTIONS["key"]`` is 32 bytes; it is never part of a file's name or of SQL that is logged."""

    Database = dbapi2
    features_class = Features

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        return {**params, "uri": False, "isolation_level": None}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        key: bytes = conn_params.pop("key")
        connection = dbapi2.connect(**conn_params)
        keyed(connection, key)
        register(connection)
        for setting in _SETTINGS:
            connection.execute(setting)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002 - Django's signature
        return self.connection.cursor(factory=Cursor)


def keyed(connection: Any, key: bytes) -> None:
    """Give a raw connection its key; nothing may be asked of it before."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
