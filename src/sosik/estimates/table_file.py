"""A table of lists as a file: one column a list with 0 or 1, and ``count``; one row a pattern."""

import csv
import io

import numpy as np

from sosik.errors import EstimateTable
from sosik.estimates.lists import MOST_LISTS, ListTable

_COUNT = "count"
_MOST_IN_ALL = 10**9


def read_table(untrusted_text: str) -> ListTable:
    """Patterns that have no row count nought; a first line that begins with # is a remark. Raises EstimateTable with the row,
    from 1 below the header.
    """
    text = untrusted_text.removeprefix("\ufeff")
    if text.startswith("#"):
        text = text.partition("\n")[2]
    rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    if not rows:
        raise EstimateTable(why="it is empty")
    names, at_count = _columns(rows[0])
    counts = np.zeros(2 ** len(names), dtype=np.int64)
    met: set[int] = set()
    for number, row in enumerate(rows[1:], start=1):
        pattern, count = _row(row, len(rows[0]), at_count, number)
        if pattern in met:
            raise EstimateTable(why=f"row {number} repeats a pattern of lists")
        met.add(pattern)
        counts[pattern] = count
    if counts.sum() > _MOST_IN_ALL:
        raise EstimateTable(why="it counts more than a thousand million incidents")
    return ListTable(tuple(names), counts)


def _columns(header: list[str]) -> tuple[list[str], int]:
    cells = [cell.strip() for cell in header]
    places = [at for at, cell in enumerate(cells) if cell.lower() == _COUNT]
    if len(places) != 1:
        raise EstimateTable(why="it needs one column named count beside one column a list")
    names = [cell for at, cell in enumerate(cells) if at != places[0]]
    if not names or not all(names) or len(set(names)) != len(names):
        raise EstimateTable(why="its lists need a name each, no two alike")
    if len(names) > MOST_LISTS:
        raise EstimateTable(why=f"it has {len(names)} lists; at most {MOST_LISTS} are taken")
    return names, places[0]


def _row(row: list[str], width: int, at_count: int, number: int) -> tuple[int, int]:
    if len(row) != width:
        raise EstimateTable(why=f"row {number} has {len(row)} cells where the header has {width}")
    cells = [cell.strip() for cell in row]
    count = cells.pop(at_count)
    if not (count.isascii() and count.isdigit()) or len(count) > 12:
        raise EstimateTable(why=f"the count of row {number} is not a whole number from nought")
    if any(cell not in {"0", "1"} for cell in cells):
        raise EstimateTable(why=f"row {number} has a list that is neither 0 nor 1")
    pattern = sum(1 << at for at, cell in enumerate(cells) if cell == "1")
    if not pattern:
        raise EstimateTable(why=f"row {number} is on no list; nobody saw those")
    return pattern, int(count)
