"""The ring: every key of the desk. It is replaced as a whole, and its replacement is the one step that counts."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from sosik.adapters.sealing import new_id, new_key
from sosik.errors import LedgerDamaged

ROLES = ("ledger", "keys", "derived")
_HIDDEN = (*ROLES, "chain", "names", "ids")


@frozen
class Ring:
    """``serial`` counts rings, ``generations`` the files that each database had: these keys open the last ones.

    ``ids`` makes public ids and is never changed. ``backups`` are the keys of backups, the newest last. ``recipients`` are
    the members', ``trustees`` the two of the recovery kit, or none. ``erasures`` counts those whose keys are gone from the file.
    A ``demo`` takes decisions under any name.
    """

    desk: str
    serial: int
    generations: Mapping[str, int] = field(hash=False)
    ledger: bytes = field(repr=False)
    keys: bytes = field(repr=False)
    derived: bytes = field(repr=False)
    chain: bytes = field(repr=False)
    names: bytes = field(repr=False)
    ids: bytes = field(repr=False)
    backups: tuple[bytes, ...] = field(repr=False)
    recipients: tuple[str, ...] = ()
    trustees: tuple[str, ...] = ()
    erasures: int = 0
    demo: bool = False

    @classmethod
    def new(cls, recipient: str, ids: bytes | None, *, demo: bool) -> "Ring":
        fresh = {name: new_key() for name in _HIDDEN} | ({"ids": ids} if ids else {})
        first = dict.fromkeys(ROLES, 1)
        values: dict[str, Any] = {**fresh, "backups": (new_key(),), "recipients": (recipient,), "demo": demo}
        return cls(desk=new_id().hex(), serial=1, generations=first, **values)

    def turned(self, *roles: str) -> "Ring":
        """The next ring, with a new file and a new key for these databases."""
        generations = {role: number + (role in roles) for role, number in self.generations.items()}
        fresh: dict[str, Any] = {role: new_key() for role in roles}
        return evolve(self, serial=self.serial + 1, generations=generations, **fresh)

    def to_bytes(self) -> bytes:
        record: dict[str, Any] = {
            "version": 1,
            "desk": self.desk,
            "serial": self.serial,
            "generations": dict(self.generations),
            "backups": [key.hex() for key in self.backups],
            "recipients": self.recipients,
            "trustees": self.trustees,
            "erasures": self.erasures,
            "demo": self.demo,
        }
        return json.dumps(record | {name: getattr(self, name).hex() for name in _HIDDEN}).encode("ascii")

    @classmethod
    def of(cls, content: bytes) -> "Ring":
        try:
            record = json.loads(content)
            return cls(
                desk=str(record["desk"]),
                serial=int(record["serial"]),
                generations={role: int(record["generations"][role]) for role in ROLES},
                backups=tuple(bytes.fromhex(key) for key in record["backups"]),
                recipients=tuple(record["recipients"]),
                trustees=tuple(record["trustees"]),
                erasures=int(record["erasures"]),
                demo=bool(record["demo"]),
                **{name: bytes.fromhex(record[name]) for name in _HIDDEN},
            )
        except (ValueError, KeyError, TypeError) as error:
            raise LedgerDamaged(why="the ring cannot be read") from error


Opens = Callable[[bytes], bytes]
