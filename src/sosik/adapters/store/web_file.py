"""Two more sealed files of the desk's folder, for the web desk: who signs in, and lists made from what is computed.

``web-N.db`` gets a new key with the ledger: whoever was removed reads no sign-in of afterwards. ``board-N.db`` gets one
whenever an account is erased, so that the old lists cannot be read again; it is made anew then.
"""

import hmac
import itertools
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from sqlcipher3 import dbapi2

from sosik.adapters.private_file import flush_file
from sosik.adapters.store.databases import Database, file_settings
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.folder import BOARD, WEB, DeskFolder
from sosik.adapters.store.ring import Ring
from sosik.adapters.store.sqlcipher.base import keyed

DEFAULT = "default"
_DAMAGED = "the file of sign-ins cannot be read; once it is removed, members are invited anew"
_numbers = itertools.count(1)
BOARD_ROLE = "board"


@as_catalogued(_DAMAGED)
def open_web(folder: DeskFolder, ring: Ring) -> Database:
    """Django's own database, with its tables made or brought up to date."""
    path, key = folder.beside_ledger(WEB, ring), _web_key(ring)
    path.touch(mode=0o600)
    connections.databases[DEFAULT] = file_settings(path, key)
    take_up_web()
    call_command("migrate", database=DEFAULT, verbosity=0, interactive=False)
    return Database(WEB, DEFAULT, path, key)


def take_up_web() -> None:
    """A thread that looked for Django's database before it was opened holds an empty place for it: let it look again."""
    if connections[DEFAULT].vendor == "unknown":
        del connections[DEFAULT]


@as_catalogued(_DAMAGED)
def carry_web(folder: DeskFolder, old: Ring, ring: Ring) -> None:
    """The sign-ins into the next file, under its key; nothing where there are none."""
    source, path = folder.beside_ledger(WEB, old), folder.beside_ledger(WEB, ring)
    if source == path or not source.exists():
        return
    _remove(path)
    path.touch(mode=0o600)
    connection = dbapi2.connect(str(source), isolation_level=None)
    try:
        keyed(connection, _web_key(old))
        connection.execute(f"ATTACH DATABASE ? AS other KEY \"x'{_web_key(ring).hex()}'\"", (str(path),))
        connection.execute("SELECT sqlcipher_export('other')")
    finally:
        connection.close()
    flush_file(path)


def board_file(folder: DeskFolder, ring: Ring) -> Database:
    """The board, not looked into yet."""
    path = folder.beside_ledger(BOARD, ring)
    key = _key(ring.derived, BOARD_ROLE, ring.desk)
    path.touch(mode=0o600)
    alias = f"{BOARD_ROLE}-{next(_numbers)}"  # a thread that read the last file reads no more of it
    connections.databases[alias] = file_settings(path, key)
    return Database(BOARD_ROLE, alias, path, key)


def _remove(path: Path) -> None:
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink(missing_ok=True)


def _web_key(ring: Ring) -> bytes:
    return _key(ring.ledger, "web", ring.desk)


def _key(under: bytes, what: str, desk: str) -> bytes:
    return hmac.digest(under, f"sosik {what} 1|{desk}".encode("ascii"), "sha256")
