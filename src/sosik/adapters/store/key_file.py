"""The key file: the other half of a backup, replaced and never added to. Nothing in it is readable without an identity."""

import io
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from attrs import evolve

from sosik.adapters.age_files import seal_to_uncounted
from sosik.adapters.private_file import disk_errors, overwrite_old, write_private
from sosik.adapters.sealing import new_key
from sosik.adapters.store.folder import HEADER, MEMBERS, RING, DeskFolder, sealed_to_trustees
from sosik.adapters.store.opened import Store
from sosik.adapters.store.ring import ROLES, Ring
from sosik.adapters.store.turning import copy
from sosik.errors import KeyFileRefused, KeyWrong, SosikError

_KEYS, _SHEETS = "keys-1.db", "recovery-0.age"
_AT_MOST = 1 << 31


def write_key_file(store: Store, path: Path) -> None:
    """Ring, identities under passphrases, and the keys by subject, as of now; what stood at ``path`` is written over."""
    beside = _beside(path)
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(mode=0o700)
    try:
        ring = evolve(store.ring, keys=new_key(), generations=dict.fromkeys(ROLES, 1))
        copy(store.names, beside / _KEYS, ring.keys).close()
        write_private(beside / RING, seal_to_uncounted(ring.to_bytes(), ring.recipients))
        if ring.trustees:
            write_private(beside / _SHEETS, sealed_to_trustees(ring))
        for file in (store.folder.path / HEADER, *store.folder.sealed_identities):
            write_private(beside / file.relative_to(store.folder.path), file.read_bytes())
        with overwrite_old(path, _AT_MOST):
            write_private(path, _packed(beside))
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def read_key_file(path: Path, into: DeskFolder) -> None:
    """Unpack what a key file may hold, and nothing else; raises KeyFileRefused."""
    try:
        with tarfile.open(path, "r:") as archive:
            for member in archive:
                if not member.isfile() or not _is_ours(member.name) or member.size > _AT_MOST:
                    raise KeyFileRefused(file=path.name)
                content = archive.extractfile(member)
                write_private(into.path / member.name, content.read() if content else b"")
    except (tarfile.TarError, OSError, EOFError) as error:
        raise KeyFileRefused(file=path.name) from error
    if not all((into.path / name).is_file() for name in (HEADER, RING, _KEYS)):
        raise KeyFileRefused(file=path.name)


def replace_copies(store: Store) -> Iterator[str]:
    """Write every copy that the desk remembers anew; yields those that could not be reached or written."""
    for path in store.keys.copies():
        try:
            if not Path(path).is_file():
                yield path
                continue
            with disk_errors():
                write_key_file(store, Path(path))
        except (SosikError, OSError):
            yield path


def replace_older_copies(store: Store) -> None:
    """Write copies anew that are of keys before the desk's: they were out of reach, or an erasure or rotation was cut off.

    What was half written when its process was killed goes; what cannot be written now is left for the next writer.
    """
    for path in map(Path, store.keys.copies()):
        with suppress(SosikError, OSError), disk_errors():
            shutil.rmtree(_beside(path), ignore_errors=True)
            if _is_older(store, path):
                write_key_file(store, path)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _is_older(store: Store, path: Path) -> bool:
    """False of what is not there or is no key file of this desk; True of one that was sealed before the member came."""
    try:
        with tarfile.open(path, "r:") as archive:
            header, ring = (archive.extractfile(name) for name in (HEADER, RING))
            if header is None or ring is None or store.ring.desk.encode() not in header.read():
                return False
            return Ring.of(store.opens(ring.read())).serial < store.ring.serial
    except KeyWrong:
        return True
    except (tarfile.TarError, OSError, EOFError, KeyError):
        return False


def _is_ours(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return name in {HEADER, RING, _KEYS, _SHEETS} or (
        folder == MEMBERS and file.endswith(".age") and file[:-4].isalnum()
    )


def _packed(folder: Path) -> bytes:
    page = io.BytesIO()
    with tarfile.open(fileobj=page, mode="w:") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and _is_ours(file.relative_to(folder).as_posix()):
                info = tarfile.TarInfo(file.relative_to(folder).as_posix())
                info.size, info.mode = file.stat().st_size, 0o600
                with file.open("rb") as content:
                    archive.addfile(info, content)
    return page.getvalue()
