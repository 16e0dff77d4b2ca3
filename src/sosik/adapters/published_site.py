"""Is a published folder as its desk signed it: the manifest's signature, every file's hash, and no file beside."""

import hashlib
import json
from pathlib import Path

from sosik.adapters.manifest_signing import MinisignSigner, is_signed_manifest
from sosik.adapters.site_folder import MANIFEST
from sosik.errors import InputMissing, SiteDamaged

SIGNATURE = f"{MANIFEST}.minisig"


def check_site(manifest: Path, id_key: bytes) -> int:
    """How many files it names; raises InputMissing, or SiteDamaged with the first path that differs."""
    folder = manifest.parent
    signed, signature = _bytes(manifest), _bytes(manifest.with_name(SIGNATURE))
    if not is_signed_manifest(signed, signature, MinisignSigner.of(id_key).verify):
        raise SiteDamaged(path=SIGNATURE, why="the signature is not this desk's over this manifest")
    hashes = {str(row["path"]): str(row["sha256"]) for row in json.loads(signed)["files"]}
    there = {
        each.relative_to(folder).as_posix() for each in folder.rglob("*") if not each.is_dir() or each.is_symlink()
    }
    for path in sorted(there - hashes.keys() - {MANIFEST, SIGNATURE}):
        raise SiteDamaged(path=path, why="the manifest does not name it")
    for path, expected in sorted(hashes.items()):
        if path not in there:
            raise SiteDamaged(path=path, why="it is missing")
        if hashlib.sha256(_bytes(folder / path)).hexdigest() != expected:
            raise SiteDamaged(path=path, why="its bytes are others")
    return len(hashes)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputMissing(file=file.name) from error
