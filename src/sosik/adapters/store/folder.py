"""The desk's folder: names of files, the public header, the ring's replacement, and sweeping up."""

import shutil
import tomllib
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from sosik.adapters.age_files import seal_to, seal_to_uncounted
from sosik.adapters.private_file import overwrite_old, write_private
from sosik.adapters.store.ring import ROLES, Ring
from sosik.errors import DeskMissing, DeskNewer, LedgerDamaged

HEADER, RING, RECOVERY, MEMBERS = "desk.toml", "ring.age", "recovery", "members"
WEB, BOARD = "web", "board"
_WITH = {WEB: "ledger", BOARD: "derived"}  # whose keys theirs change with
_VERSION = 2


def sealed_to_trustees(ring: Ring) -> bytes:
    """Age within age: both sheets of the recovery kit are needed."""
    first, second = ring.trustees
    return seal_to(seal_to(ring.to_bytes(), [first]), [second])


@frozen
class DeskFolder:
    path: Path

    def database(self, role: str, ring: Ring) -> Path:
        return self.path / f"{role}-{ring.generations[role]}.db"

    def beside_ledger(self, name: str, ring: Ring) -> Path:
        """The web desk's own files: sign-ins, and the board."""
        return self.path / f"{name}-{ring.generations[_WITH[name]]}.db"

    def recovery(self, serial: int) -> Path:
        return self.path / f"{RECOVERY}-{serial}.age"

    @property
    def lock(self) -> Path:
        return self.path / "lock"

    @property
    def sealed_identities(self) -> list[Path]:
        return sorted((self.path / MEMBERS).glob("*.age"))

    @property
    def is_desk(self) -> bool:
        return (self.path / RING).exists() or (self.path / HEADER).exists()

    def desk_id(self) -> str:
        """Raises DeskMissing, DeskNewer or LedgerDamaged."""
        if not self.is_desk:
            raise DeskMissing(desk=self.path.name)
        try:
            record = tomllib.loads((self.path / HEADER).read_text("ascii"))
            version, desk = int(record["version"]), str(record.get("desk", ""))
        except (OSError, ValueError, KeyError) as error:
            raise LedgerDamaged(why=f"{HEADER} cannot be read") from error
        if version > _VERSION:
            raise DeskNewer(version=version, known=_VERSION)
        if version < _VERSION:
            raise LedgerDamaged(why="it is of an unsealed version: take its accounts in anew")
        return desk

    def write_header(self, desk: str) -> None:
        write_private(self.path / HEADER, f'version = {_VERSION}\ndesk = "{desk}"\n'.encode("ascii"))

    def sealed_ring(self) -> bytes:
        try:
            return (self.path / RING).read_bytes()
        except FileNotFoundError as error:
            raise LedgerDamaged(why=f"{RING} is missing") from error

    def replace_ring(self, ring: Ring) -> None:
        """The one step that makes new keys and files the desk; the trustees' copy of it lies there before.

        The old ring's bytes are written over: without its keys the old files are noise. They themselves are not, since
        somebody may be reading them.
        """
        if ring.trustees:
            write_private(self.recovery(ring.serial), sealed_to_trustees(ring))
        with overwrite_old(self.path / RING):
            write_private(self.path / RING, seal_to_uncounted(ring.to_bytes(), ring.recipients))

    def state(self) -> frozenset[tuple[str, int, int, int]]:
        """Other than before once anything was kept or erased: the ring and the ledger's files by what the disk says of them."""
        found = []
        for file in (self.path / RING, *self.path.glob("ledger-*.db"), *self.path.glob("ledger-*.db-wal")):
            with suppress(FileNotFoundError):
                stat = file.stat()
                found.append((file.name, stat.st_ino, stat.st_mtime_ns, stat.st_size))
        return frozenset(found)

    def sweep(self, ring: Ring) -> None:
        """Remove databases that the ring does not name and what was half written; only the holder of the lock may.

        Also what earlier versions kept otherwise: a release that waited, unsealed; sign-ins under a key that stayed.
        """
        shutil.rmtree(self.path / "release", ignore_errors=True)
        ours = {self.database(role, ring).name for role in ROLES} | {self.recovery(ring.serial).name}
        ours |= {self.beside_ledger(name, ring).name for name in _WITH}
        stale = ("*-*.db*", "web.db*", "board.db*", "*.part", f"{RECOVERY}-*.age", f"{MEMBERS}/*.part")
        for file in (found for pattern in stale for found in self.path.glob(pattern)):
            if not any(file.name in {name, f"{name}-wal", f"{name}-shm"} for name in ours):
                file.unlink(missing_ok=True)
