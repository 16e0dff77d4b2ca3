"""Instalments of one story, joined: calls of one source that bear a number, and sealed notes of one series."""

import re
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from sosik.desk.open_desk import Desk

_CALL = re.compile(r"instalment (?P<number>\d{1,3})")
_NOTE = re.compile(r"note (?P<series>[a-z0-9-]{1,16}) (?P<number>\d{1,3})(?: \(last\))?")
_NOTES = ("word-", "word.")  # names of sealed notes lie between


@frozen
class Instalment:
    number: int
    name: str
    day: str


def joined(desk: Desk, rows: Iterable[dict[str, Any]]) -> None:
    """Each row gets ``instalments``: those of its story in order, itself among them; empty where it stands alone."""
    found: dict[tuple[str, str], tuple[Instalment, ...]] = {}
    for row in rows:
        story = _story(row)
        if story is not None and story not in found:
            found[story] = tuple(sorted(_of(desk, *story), key=lambda one: (one.number, one.day, one.name)))
        parts = found[story] if story else ()
        row["instalments"] = parts if len(parts) > 1 else ()


def _story(row: dict[str, Any]) -> tuple[str, str] | None:
    title = row["title"] or ""
    if row["source"] and _CALL.fullmatch(title):
        return "source", row["source"]
    note = _NOTE.fullmatch(title)
    return ("series", note["series"]) if note else None


def _of(desk: Desk, kind: str, key: str) -> Iterable[Instalment]:
    if kind == "source":
        kept = desk.board.rows("account", "WHERE source = %s AND title LIKE %s LIMIT 200", key, "instalment %")
    else:
        where = "WHERE name >= %s AND name < %s AND title LIKE %s LIMIT 200"
        kept = desk.board.rows("account", where, *_NOTES, f"note {key} %")
    for row in kept:
        match = _CALL.fullmatch(row["title"]) or _NOTE.fullmatch(row["title"])
        if match:
            yield Instalment(int(match["number"]), row["name"], row["day"] or "")
