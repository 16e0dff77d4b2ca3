"""A digest of the program's own code and data, so that nothing that is remembered outlives the rule that made it."""

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def code_digest(parts: tuple[str, ...], libraries: tuple[str, ...] = ()) -> str:
    """Of folders or files below the package, and of the versions of libraries."""
    digest = hashlib.sha256()
    for name in parts:
        for path, content in _files(files("sosik").joinpath(name), name):
            digest.update(f"{path}|{len(content)}|".encode())
            digest.update(content)
    for library in libraries:
        digest.update(f"{library} {version(library)}|".encode())
    return digest.hexdigest()[:16]


def _files(one: Traversable, path: str) -> list[tuple[str, bytes]]:
    if not one.is_dir():
        return [(path, one.read_bytes())]
    found: list[tuple[str, bytes]] = []
    for each in sorted(one.iterdir(), key=lambda item: item.name):
        found += [] if each.name == "__pycache__" else _files(each, f"{path}/{each.name}")
    return found
