"""A bundle as a folder: built beside the old one, then exchanged with it in one step, so that the site is never half there."""

import ctypes
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sosik.adapters.site_twin import Change, Stamp, changed, is_twin, mended, twin_of
from sosik.errors import WrongUse

MANIFEST = "manifest.json"
_AT_CWD, _EXCHANGE = -100, 2  # of renameat2, Linux
_NEXT, _LAST = "sosik-next", "sosik-last"
_LARGE = 5_000
"""Files from which on a site keeps a twin, so that a small change is written in a moment; fewer are written anew each time."""


def write_site(bundle: Mapping[str, bytes], out: Path, change: Change | None = None) -> dict[str, Stamp]:
    """The bundle as ``out``, readable by all; a folder that is neither empty nor a site of ours is refused. Stamps of what was written.

    A failure, or a kill at any instant, leaves what stood there as it was, or the new site whole. ``change`` says how the bundle differs
    from the site that stands there; a large site is then written by its twin.
    """
    out = out.absolute()
    recover(out)
    if out.is_symlink() or (out.exists() and not _is_ours(out)):
        raise WrongUse(what=f"{out.name} holds something else: give a new or empty folder, or a site made by sosik.")
    for path in bundle:
        _check(path)
    out.parent.mkdir(parents=True, exist_ok=True)
    if len(bundle) >= _LARGE and change is not None and out.exists():
        return _write_by_twin(bundle, out, change)
    shutil.rmtree(twin_of(out), ignore_errors=True)
    beside = Path(tempfile.mkdtemp(prefix=_beside(out, _NEXT), dir=out.parent))
    try:
        stamps = changed(beside, Change(frozenset(bundle)), bundle)
        beside.chmod(0o755)
        _swap(beside, out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return stamps


def _write_by_twin(bundle: Mapping[str, bytes], out: Path, change: Change) -> dict[str, Stamp]:
    """The twin takes the change and then the site's place; the site that stood takes the same change and is the next twin."""
    twin = twin_of(out)
    if not is_twin(twin, out):
        mended(twin, out)
    stamps = changed(twin, change, bundle)
    if not exchanged(twin, out):
        _stepped_aside(twin, out)
    _flush(out.parent)
    mended(twin, out, change)
    return stamps


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


def _check(path: str) -> None:
    if any(part in {"", ".", ".."} for part in path.split("/")) or "\\" in path:
        raise WrongUse(what="A bundle's path leads out of its folder.")


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
