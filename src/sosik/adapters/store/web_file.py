"""Two more sealed files of the desk's folder, for the web desk: who signs in, and lists made from what is computed.

``web.db`` lies under a key that stays with the desk. ``board.db`` lies under one that changes whenever an account is
erased, so that the old lists cannot be read again; it is made anew then.
"""

import hmac

from django.core.management import call_command
from django.db import connections

from sosik.adapters.store.databases import Database, file_settings
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.ring import Ring

WEB, BOARD, DEFAULT = "web.db", "board.db", "default"


@as_catalogued()
def open_web(folder: DeskFolder, ring: Ring) -> Database:
    """Django's own database, with its tables made or brought up to date."""
    path = folder.path / WEB
    key = _key(ring.names, "web", ring.desk)
    path.touch(mode=0o600)
    connections.databases[DEFAULT] = file_settings(path, key)
    take_up_web()
    call_command("migrate", database=DEFAULT, verbosity=0, interactive=False)
    return Database("web", DEFAULT, path, key)


def take_up_web() -> None:
    """A thread that looked for Django's database before it was opened holds an empty place for it: let it look again."""
    if connections[DEFAULT].vendor == "unknown":
        del connections[DEFAULT]


def board_file(folder: DeskFolder, ring: Ring) -> Database:
    """The board, not looked into yet."""
    path = folder.path / BOARD
    key = _key(ring.derived, "board", ring.desk)
    path.touch(mode=0o600)
    connections.databases["board"] = file_settings(path, key)
    return Database("board", "board", path, key)


def _key(under: bytes, what: str, desk: str) -> bytes:
    return hmac.digest(under, f"sosik {what} 1|{desk}".encode("ascii"), "sha256")
