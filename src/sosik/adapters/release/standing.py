"""The published site as the desk remembers it: of what each page was made, its hash, and the passages it was found clean of.

Kept sealed in the desk and nowhere else. It counts only while the folder holds the very files that were written: by their entries on the
disk, all of them. It may be thrown away at any time; the next release is then made, scanned and written whole.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import field, frozen

from sosik.adapters.site_folder import MANIFEST
from sosik.adapters.site_twin import Change, Stamp, stamps
from sosik.adapters.store.databases import Database
from sosik.adapters.store.failures import as_catalogued
from sosik.bulletins.leaks.secret import Secret
from sosik.errors import SiteDamaged
from sosik.public.parts import Before, Bundle, Made, Proof


@frozen
class Standing:
    """``folder`` is None where nothing is remembered. ``clean`` are hashes of secrets that no file of it holds."""

    before: Before = field(factory=Before, repr=False)
    folder: Path | None = None
    stamps: Mapping[str, Stamp] = field(factory=dict, repr=False)
    clean: frozenset[bytes] = field(default=frozenset(), repr=False)
    manifest: str = ""
    """The SHA-256 of its manifest, which tells it from any other."""

    def change(self, bundle: Mapping[str, bytes], out: Path) -> Change | None:
        """How the bundle differs from what stands in ``out``; None where something else stands there, or nothing known."""
        if self.folder != out.absolute() or not isinstance(bundle, Bundle):
            return None
        return Change(frozenset(bundle.fresh), frozenset(self.stamps.keys() - bundle.proofs.keys()))


def secret_hash(secret: Secret, id_key: bytes) -> bytes:
    return hashlib.blake2b(secret.text.encode("utf-8", "surrogatepass"), key=id_key[:64], digest_size=16).digest()


@as_catalogued()
def standing(database: Database, version: str) -> Standing:
    """``version`` is that of the code that made and scanned it: another remembers nothing."""
    said = dict(database.run("SELECT key, value FROM site_said"))
    if said.get("version") != version:
        return Standing()
    folder = Path(said["folder"])
    known, parts = _files(database)
    if not known or stamps(folder) != known:
        return Standing()
    clean = frozenset(bytes(secret) for (secret,) in database.run("SELECT secret FROM site_clean"))
    proofs = {path: proof for made in parts.values() for path, proof in made.files.items()}
    before = Before(parts, lambda path: _read(folder, path, proofs[path]))
    return Standing(before, folder, known, clean, said["manifest"])


@as_catalogued()
def is_still(database: Database, last: Standing) -> bool:
    """Nothing was published since it was looked up."""
    said = dict(database.run("SELECT key, value FROM site_said"))
    return last.folder is not None and said.get("manifest") == last.manifest


def _files(database: Database) -> tuple[dict[str, Stamp], dict[str, Made]]:
    known: dict[str, Stamp] = {}
    files: dict[str, dict[str, Proof]] = {}
    for path, part, sha256, size, inode, changed in database.run(
        "SELECT path, part, sha256, size, inode, changed FROM site_file"
    ):
        known[path] = Stamp(inode, size, changed)
        files.setdefault(part, {})[path] = Proof(sha256, size)
    made = database.run("SELECT name, made_of FROM site_part")
    return known, {name: Made(bytes(made_of), files.get(name, {})) for name, made_of in made}


def _read(folder: Path, path: str, proof: Proof) -> bytes:
    """Raises SiteDamaged where it is not what was written."""
    try:
        content = (folder / path).read_bytes()
    except OSError as error:
        raise SiteDamaged(path=path, why="it is missing") from error
    if Proof.of(content) != proof:
        raise SiteDamaged(path=path, why="its bytes are others")
    return content


@as_catalogued()
def forget(database: Database) -> None:
    """Before the folder is touched: a kill in between leaves nothing remembered."""
    database.run("DELETE FROM site_said")


@as_catalogued()
def remember(  # noqa: PLR0913 - what is remembered of a release
    database: Database,
    last: Standing,
    bundle: Bundle,
    out: Path,
    written: Mapping[str, Stamp],
    clean: Iterable[bytes],
    version: str,
) -> None:
    """After it was written; where only a part of it was, what ``last`` was is remembered of the rest."""
    entries = {path: written.get(path) or last.stamps[path] for path in bundle.proofs}
    kept = {} if len(written) == len(bundle.proofs) else last.before.parts
    with database.writing() as raw:
        if not kept:
            raw.execute("DELETE FROM site_part")
            raw.execute("DELETE FROM site_file")
        new = {name: made for name, made in bundle.parts.items() if kept.get(name) is not made}
        old = [(name,) for name in kept if bundle.parts.get(name) is not kept[name]]
        raw.executemany("DELETE FROM site_part WHERE name = ?", old)
        raw.executemany("DELETE FROM site_file WHERE part = ?", old)
        raw.executemany("INSERT INTO site_part VALUES (?, ?)", ((name, made.made_of) for name, made in new.items()))
        raw.executemany(
            "INSERT OR REPLACE INTO site_file VALUES (?, ?, ?, ?, ?, ?)",
            (
                (path, name, proof.sha256, proof.size, entries[path].inode, entries[path].changed_ns)
                for name, made in new.items()
                for path, proof in made.files.items()
            ),
        )
        now = set(clean)
        raw.executemany("DELETE FROM site_clean WHERE secret = ?", ((one,) for one in last.clean - now))
        raw.executemany("INSERT OR IGNORE INTO site_clean VALUES (?)", ((one,) for one in now))
        raw.execute("DELETE FROM site_said")
        said = {"folder": str(out.absolute()), "version": version, "manifest": bundle.proofs[MANIFEST].sha256}
        raw.executemany("INSERT INTO site_said VALUES (?, ?)", said.items())
