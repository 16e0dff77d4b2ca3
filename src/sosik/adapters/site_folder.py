"""A bundle as a folder: built beside the old one, then put in its place, so that the site is never half there."""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sosik.errors import WrongUse

MANIFEST = "manifest.json"


def write_site(bundle: Mapping[str, bytes], out: Path) -> None:
    """The bundle as ``out``, readable by all; a folder that is neither empty nor a site of ours is refused.

    A failure leaves what stood there as it was.
    """
    out = out.absolute()
    if out.is_symlink() or (out.exists() and not _is_ours(out)):
        raise WrongUse(what=f"{out.name} holds something else: give a new or empty folder, or a site made by sosik.")
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        for path, content in bundle.items():
            _write(beside, path, content)
        beside.chmod(0o755)
        _swap(beside, out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _is_ours(out: Path) -> bool:
    """Empty, or with a manifest that we wrote and nothing at the top that it does not name."""
    if not out.is_dir():
        return False
    names = {each.name for each in out.iterdir()}
    if not names:
        return True
    try:
        manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        known = {str(row["path"]).split("/")[0] for row in manifest["files"]} | {MANIFEST, f"{MANIFEST}.minisig"}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(manifest.get("made_by") == "sosik" and names <= known)


def _write(folder: Path, path: str, content: bytes) -> None:
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or "\\" in path:
        raise WrongUse(what="A bundle's path leads out of its folder.")
    file = folder.joinpath(*parts)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
    with file.open("xb") as open_file:
        open_file.write(content)
        open_file.flush()
        os.fsync(open_file.fileno())
    file.chmod(0o644)
    for parent in file.relative_to(folder).parents:
        (folder / parent).chmod(0o755)


def _swap(beside: Path, out: Path) -> None:
    """Two renames; when the second fails, the old folder goes back."""
    if not out.exists():
        beside.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}.old.", dir=out.parent)) / "site"
    out.rename(old)
    try:
        beside.rename(out)
    except OSError:
        old.rename(out)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
