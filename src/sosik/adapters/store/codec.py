"""Frozen values as JSON and back, by the types of their fields: exact, so that what is read back equals what was written."""

import base64
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

import attrs

Turn = Callable[[Any], Any]
Choice = Callable[[Any], Turn]
_PLAIN = (str, int, float, bool, type(None))


def to_plain(value: Any, kind: Any) -> Any:
    """JSON's own values, of a value of this type."""
    return _writer(kind)(value)


def of_plain(plain: Any, kind: Any) -> Any:
    """The value again; raises what its constructor raises, KeyError or TypeError when it is not of this type."""
    return _reader(kind)(plain)


def _same(value: Any) -> Any:
    return value


def _encoded(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


@cache
def _writer(kind: Any) -> Turn:
    return _turn(kind, _writer, _written, lambda _: date.isoformat, lambda _: lambda value: value.value)


@cache
def _reader(kind: Any) -> Turn:
    return _turn(kind, _reader, _read, lambda _: date.fromisoformat, lambda enum: enum)


def _turn(kind: Any, inner: Callable[[Any], Turn], of_class: Callable[..., Turn], day: Choice, enum: Choice) -> Turn:
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    if kind in _PLAIN or kind is Any:
        return _same
    if kind is bytes:
        return _encoded if inner is _writer else base64.b64decode
    if isinstance(kind, type) and issubclass(kind, date | Enum):
        return (day if kind is date else enum)(kind)
    return _composed(kind, inner, of_class)


def _composed(kind: Any, inner: Callable[[Any], Turn], of_class: Callable[..., Turn]) -> Turn:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return _optional(kind, arguments, inner)
    if origin is tuple:
        return _tuple(arguments, inner)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(arguments, inner)
    if attrs.has(origin or kind):
        return of_class(origin or kind, arguments)
    raise TypeError(kind)


def _optional(kind: Any, arguments: tuple[Any, ...], inner: Callable[[Any], Turn]) -> Turn:
    real = [one for one in arguments if one is not type(None)]
    if all(one in _PLAIN for one in real):
        return _same
    if len(real) != 1:
        raise TypeError(kind)
    turn = inner(real[0])
    return lambda value: None if value is None else turn(value)


def _tuple(arguments: tuple[Any, ...], inner: Callable[[Any], Turn]) -> Turn:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        turn = inner(arguments[0])
        return lambda values: tuple(turn(value) for value in values)
    turns = [inner(one) for one in arguments]
    return lambda values: tuple(turn(value) for turn, value in zip(turns, values, strict=True))


def _mapping(arguments: tuple[Any, ...], inner: Callable[[Any], Turn]) -> Turn:
    key, value = (inner(one) for one in arguments)
    return lambda mapping: {key(name): value(one) for name, one in mapping.items()}


def _fields(kind: type, arguments: tuple[Any, ...]) -> list[tuple[str, Any]]:
    """Names and types of what the constructor takes, the class's own variables filled in."""
    hints = typing.get_type_hints(kind)
    variables = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=False))
    found = [(one.alias or one.name, hints[one.name]) for one in attrs.fields(kind) if one.init]
    return [(name, variables.get(hint, hint) if isinstance(hint, TypeVar) else hint) for name, hint in found]


def _written(kind: type, arguments: tuple[Any, ...]) -> Turn:
    turns = [(name, _writer(hint)) for name, hint in _fields(kind, arguments)]
    return lambda value: [turn(getattr(value, name)) for name, turn in turns]


def _read(kind: type, arguments: tuple[Any, ...]) -> Turn:
    turns = [_reader(hint) for _, hint in _fields(kind, arguments)]
    return lambda values: kind(*(turn(value) for turn, value in zip(turns, values, strict=True)))
