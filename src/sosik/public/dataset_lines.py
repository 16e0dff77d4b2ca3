"""Tables that are written a row a line, in the order of their ids, so that a row that is as it was need not be made again."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from sosik.public.tables import Record
from sosik.values.ids import IncidentId

Line = tuple[str, str]
"""An id and its line, without its end."""


@frozen
class Stood:
    """The dataset as it stands: ``kept`` are the rows that are as they were, ``read`` gives a file's bytes by its path."""

    kept: frozenset[IncidentId] = frozenset()
    read: Callable[[str], bytes] = field(default=lambda _: b"", repr=False)

    def lines(self, path: str, id_of: Callable[[str], str]) -> list[Line]:
        """Of the rows that are as they were; none where no row is, and then nothing is read."""
        if not self.kept:
            return []
        found = ((id_of(line), line) for line in self.read(path).decode().split("\n"))
        return [(key, line) for key, line in found if key in self.kept]


def first_cell(line: str) -> str:
    return line.partition(",")[0]


def named(key: str) -> Callable[[str], str]:
    """The id in a line of JSON that begins with it, after ``key``."""
    start = f'"{key}": "'
    return lambda line: line.partition(start)[2].partition('"')[0]


def joined(kept: Iterable[Line], fresh: Iterable[Line]) -> list[str]:
    return [line for _, line in sorted([*kept, *fresh])]


def table(columns: Sequence[str], lines: Sequence[str], second: Sequence[str] = ()) -> bytes:
    """CSV in UTF-8 with a header."""
    head = [cells(columns), *([cells(second)] if second else [])]
    return ("\n".join([*head, *lines]) + "\n").encode()


def cells(values: Iterable[object]) -> str:
    """One line of CSV; a cell that a spreadsheet would run as a formula is kept from it by an apostrophe, and none breaks the line."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([_cell(value) for value in values])
    return out.getvalue()


def row_cells(columns: Sequence[str], record: Record) -> str:
    return cells(map(record.get, columns))


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str) or not value:
        return value
    plain = " ".join(value.splitlines())
    return f"'{plain}" if value[0] in "=+-@\t\r" else plain


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def listed(head: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> bytes:
    """A JSON object whose lists have a row a line: small to compare, and quick to write. The rows are JSON already."""
    said = [f" {compact(key)}: {compact(value)}" for key, value in head.items()]
    for key, rows in lists.items():
        lines = ",\n  ".join(rows)
        said.append(f" {compact(key)}: [\n  {lines}\n ]" if rows else f" {compact(key)}: []")
    return ("{\n" + ",\n".join(said) + "\n}\n").encode()


def bare(lines: Iterable[Line]) -> list[Line]:
    """Lines of a list in JSON as ``listed`` takes them."""
    return [(key, line.strip().rstrip(",")) for key, line in lines]
