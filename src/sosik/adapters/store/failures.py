"""What the database says when a disk is full, a folder read-only or a page damaged, in the catalogue's words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.utils import DatabaseError
from sqlcipher3 import dbapi2

from sosik.adapters.private_file import disk_errors
from sosik.errors import DeskBusy, DeskReadOnly, DiskFull, LedgerDamaged, SosikError

DATABASE_ERRORS = (DatabaseError, dbapi2.DatabaseError)
_SAYS = (
    ("full", DiskFull),
    ("disk i/o", DiskFull),
    ("readonly", DeskReadOnly),
    ("read-only", DeskReadOnly),
    ("unable to open", DeskReadOnly),
)


@contextmanager
def as_catalogued(damaged: str = "a database does not answer as it should") -> Iterator[None]:
    """Raises DiskFull, DeskReadOnly, DeskBusy, or LedgerDamaged with this sentence, in place of the database's own errors.

    Also a decorator of functions that touch the databases.
    """
    try:
        with disk_errors():
            yield
    except DATABASE_ERRORS as error:
        raise _catalogued(str(error).lower(), damaged) from error


def _catalogued(said: str, damaged: str) -> SosikError:
    if "locked" in said:
        return DeskBusy(seconds="30")
    kind = next((kind for word, kind in _SAYS if word in said), None)
    return kind() if kind else LedgerDamaged(why=damaged)
