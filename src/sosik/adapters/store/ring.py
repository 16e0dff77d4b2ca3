"""The ring: every key of the desk. It is replaced as a whole, and its replacement is the one step that counts."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from attrs import asdict, evolve, field, frozen

from sosik.adapters.sealing import new_id, new_key
from sosik.errors import LedgerDamaged
from sosik.values.ids import MemberId

ROLES = ("ledger", "keys", "derived")
_HIDDEN = (*ROLES, "chain", "names", "ids")


@frozen
class Member:
    """``verify`` checks their signatures, ``recipient`` is what is sealed to them.

    ``file`` names their identity under a passphrase, if they use one.
    """

    name: MemberId
    recipient: str
    verify: str
    file: str = ""
    is_here: bool = True


@frozen
class Ring:
    """``serial`` counts rings, ``generations`` the files that each database had: these keys open the last ones.

    ``ids`` makes public ids and is never changed. ``backups`` are the keys of backups, the newest last. The ring is sealed
    to ``members``; ``trustees`` are the two recipients of the recovery kit, or none. ``erasures`` counts those whose keys are gone from the file.
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
    members: tuple[Member, ...] = ()
    trustees: tuple[str, ...] = ()
    erasures: int = 0
    demo: bool = False

    @classmethod
    def new(cls, member: Member, ids: bytes | None, *, demo: bool) -> "Ring":
        fresh = {name: new_key() for name in _HIDDEN} | ({"ids": ids} if ids else {})
        first = dict.fromkeys(ROLES, 1)
        values: dict[str, Any] = {**fresh, "backups": (new_key(),), "members": (member,), "demo": demo}
        return cls(desk=new_id().hex(), serial=1, generations=first, **values)

    @property
    def recipients(self) -> tuple[str, ...]:
        return tuple(one.recipient for one in self.members)

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
            "members": [asdict(one) for one in self.members],
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
                members=tuple(Member(**one) for one in record["members"]),
                trustees=tuple(record["trustees"]),
                erasures=int(record["erasures"]),
                demo=bool(record["demo"]),
                **{name: bytes.fromhex(record[name]) for name in _HIDDEN},
            )
        except (ValueError, KeyError, TypeError) as error:
            raise LedgerDamaged(why="the ring cannot be read") from error


Opens = Callable[[bytes], bytes]
