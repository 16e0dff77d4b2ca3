"""A bundle as a folder: built beside the old one, then exchanged with it in one step, so that the site is never half there."""

import ctypes
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sosik.errors import WrongUse

MANIFEST = "manifest.json"
_AT_CWD, _EXCHANGE = -100, 2  # of renameat2, Linux
_NEXT, _LAST = "sosik-next", "sosik-last"


def write_site(bundle: Mapping[str, bytes], out: Path) -> None:
    """The bundle as ``out``, readable by all; a folder that is neither empty nor a site of ours is refused.

    A failure, or a kill at any instant, leaves what stood there as it was, or the new site whole.
    """
    out = out.absolute()
    recover(out)
    if out.is_symlink() or (out.exists() and not _is_ours(out)):
        raise WrongUse(what=f"{out.name} holds something else: give a new or empty folder, or a site made by sosik.")
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=_beside(out, _NEXT), dir=out.parent))
    try:
        for path, content in bundle.items():
            _write(beside, path, content)
        beside.chmod(0o755)
        _swap(beside, out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def recover(out: Path) -> None:
    """After a kill: a site that stood aside goes back, and what was half built goes."""
    if not out.parent.is_dir():
        return
    aside = sorted(out.parent.glob(f"{_glob(out, _LAST)}/site"))
    if aside and not out.exists():
        aside[0].rename(out)
        _flush(out.parent)
    for name in (_NEXT, _LAST):
        for left in out.parent.glob(_glob(out, name)):
            shutil.rmtree(left, ignore_errors=True)


def _beside(out: Path, name: str) -> str:
    return f".{out.name}.{name}."


def _glob(out: Path, name: str) -> str:
    plain = "".join(f"[{letter}]" if letter in "*?[" else letter for letter in _beside(out, name))
    return f"{plain}*"


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
    """One exchange where the system has it; else two renames, between which a kill is mended by ``recover``."""
    if not out.exists():
        beside.rename(out)
    elif not exchanged(beside, out):
        _stepped_aside(beside, out)
    _flush(out.parent)


def exchanged(one: Path, other: Path) -> bool:
    """Two folders take each other's place at one instant; False where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0)


def _stepped_aside(beside: Path, out: Path) -> None:
    old = Path(tempfile.mkdtemp(prefix=_beside(out, _LAST), dir=out.parent)) / "site"
    out.rename(old)
    try:
        beside.rename(out)
    except OSError:
        old.rename(out)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


def _flush(folder: Path) -> None:
    """The names themselves on the disk, where a folder can be opened for it."""
    try:
        opened = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(opened)
    except OSError:
        pass
    finally:
        os.close(opened)
