"""What the database says when a disk is full, a folder read-only or a page damaged, in the catalogue's words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.utils import DatabaseError

from sosik.adapters.store.private_file import disk_errors
from sosik.errors import DeskBusy, DeskReadOnly, DiskFull, LedgerDamaged

_SAYS = (
    ("full", DiskFull),
    ("disk i/o", DiskFull),
    ("readonly", DeskReadOnly),
    ("read-only", DeskReadOnly),
    ("unable to open", DeskReadOnly),
)


@contextmanager
def as_catalogued() -> Iterator[None]:
    """Raises DiskFull, DeskReadOnly, DeskBusy or LedgerDamaged in place of the database's own errors."""
    try:
        with disk_errors():
            yield
    except DatabaseError as error:
        said = str(error).lower()
        if "locked" in said:
            raise DeskBusy(seconds="30") from error
        for word, kind in _SAYS:
            if word in said:
                raise kind from error
        raise LedgerDamaged(why="a database does not answer as it should") from error
