"""An open desk's store: its ring, its databases, the member whose key opened it. The parts of the ledger share it."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime

from attrs import define, field

from sosik.adapters.signing import Signer
from sosik.adapters.store.chain import Chain, key_ids
from sosik.adapters.store.databases import Database, open_database
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.key_store import Key, KeyStore, living
from sosik.adapters.store.lock import WriterLock
from sosik.adapters.store.models import Entry
from sosik.adapters.store.ring import Opens, Ring
from sosik.values.ids import MemberId

_MANY = 500  # entries, from which on reading every key of the desk once is the quicker


@define
class Store:
    """``opens`` opens what is sealed to the member's own recipient. Written to only while ``lock`` is held.

    ``closing`` holds what ends with the store; it ``is_copy`` where the desk's own folder may only be read.
    """

    folder: DeskFolder
    ring: Ring = field(repr=False)
    ledger: Database
    names: Database
    signer: Signer
    recipient: str
    opens: Opens = field(repr=False)
    lock: WriterLock
    is_demo: bool = False
    is_copy: bool = False
    member: MemberId = field(default=MemberId(""))
    derived: tuple[int, Database] | None = None
    closing: ExitStack = field(factory=ExitStack, repr=False)
    _living: dict[bytes, Key] | None = field(default=None, repr=False)

    @property
    def chain(self) -> Chain:
        return Chain(self.ledger, self.ring.desk, self.ring.chain)

    @property
    def keys(self) -> KeyStore:
        return KeyStore(self.names, self.ring.names)

    def plain(self, entry: Entry) -> bytes | None:
        """What an entry holds; None once it, or one of its keys, is erased. Raises LedgerDamaged."""
        if entry.sealed is None:
            return None
        if self._living is None:
            self._living = self.keys.all()
        keys = living(key_ids(entry.keys), self._living)
        return None if keys is None else self.chain.opened(entry, keys)

    def plain_of_few(self, entry: Entry) -> bytes | None:
        """The same, without reading every key of the desk."""
        return self.plain_of_several([entry])[0]

    def plain_of_several(self, entries: Sequence[Entry]) -> list[bytes | None]:
        """Of each, by one question for the keys of all."""
        every = {one for entry in entries for one in key_ids(entry.keys)}
        known = self.keys.by_id(list(every)) if self._living is None else self._living
        return [self._opened(entry, known) for entry in entries]

    def _opened(self, entry: Entry, known: dict[bytes, Key]) -> bytes | None:
        keys = living(key_ids(entry.keys), known)
        return None if entry.sealed is None or keys is None else self.chain.opened(entry, keys)

    def plain_after(self, place: int) -> Callable[[Entry], bytes | None]:
        """Whichever of the two is the quicker for all that came after this place."""
        return self.plain if self.chain.end()[0] - place > _MANY else self.plain_of_few

    def forget_keys(self) -> None:
        """Keys were made or destroyed."""
        self._living = None

    def close(self) -> None:
        for database in (self.ledger, self.names, *(self.derived[1:] if self.derived else ())):
            database.close()
        self.lock.give()
        self.closing.close()


def open_databases(folder: DeskFolder, ring: Ring, *, new: bool = False) -> tuple[Database, Database]:
    """The ledger and the keys; raises LedgerDamaged or DeskNewer."""
    ledger = open_database("ledger", folder.database("ledger", ring), ring.ledger, new=new)
    try:
        return ledger, open_database("keys", folder.database("keys", ring), ring.keys, new=new)
    except Exception:
        ledger.close()
        raise


def today() -> date:
    return datetime.now(UTC).date()
