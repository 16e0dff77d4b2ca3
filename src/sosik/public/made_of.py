"""The hash of what a page is made of: the same in any process, on any day; other values give another."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any

import attrs

_SIZE = 16
_PLAIN = frozenset({str, int, float, bool, type(None)})


def made_of(*values: Any) -> bytes:
    """Over frozen values, mappings in their order, sequences and what they hold; raises TypeError for anything else.

    >>> made_of("1") == made_of(1)
    False
    """
    plain = repr(tuple(_plain(value) for value in values))
    return hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    read = _READERS.get(kind)
    if read is None:
        read = _READERS[kind] = _reader(kind)
    return read(value)


def _reader(kind: type) -> Callable[[Any], Any]:
    """Each kind of value bears its name, so that two kinds with the same parts are told apart."""
    name = kind.__name__
    if issubclass(kind, Enum):
        return lambda value: (name, value.value)
    if issubclass(kind, date):
        return lambda value: (name, value.isoformat())
    if issubclass(kind, bytes):
        return lambda value: value if len(value) <= _SIZE else hashlib.sha256(value).digest()
    if attrs.has(kind):
        return _fields(kind, name)
    if issubclass(kind, Mapping):
        return lambda value: (name, *((_plain(key), _plain(held)) for key, held in value.items()))
    if issubclass(kind, tuple | list):
        return lambda value: (name, *map(_plain, value))
    raise TypeError(name)


def _fields(kind: type, name: str) -> Callable[[Any], Any]:
    """All that it was made with; what it works out later and remembers is left out."""
    names = [each.name for each in attrs.fields(kind) if each.init]
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda value: (name, _plain(only(value)))
    if not names:
        return lambda _: (name,)
    every = attrgetter(*names)
    return lambda value: (name, *map(_plain, every(value)))


_READERS: dict[type, Callable[[Any], Any]] = {}
