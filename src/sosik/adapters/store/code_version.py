"""A digest of the program's own code and data that readings and projections rest on, so that no cache outlives a rule."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_RESTS_ON = ("values", "accounts", "claims", "incidents")


@cache
def code_version() -> str:
    digest = hashlib.sha256()
    for name in _RESTS_ON:
        for path, content in _files(files("sosik").joinpath(name), name):
            digest.update(f"{path}|{len(content)}|".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _files(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for one in sorted(folder.iterdir(), key=lambda item: item.name):
        at = f"{path}/{one.name}"
        if one.is_dir():
            found += [] if one.name == "__pycache__" else _files(one, at)
        else:
            found.append((at, one.read_bytes()))
    return found
