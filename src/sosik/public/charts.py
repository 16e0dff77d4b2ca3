"""The port for charts of the whole site, and the ranges they show."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from attrs import frozen

from sosik.bulletins.edition import IncidentRow
from sosik.values.quantity import Count


@frozen
class MonthRange:
    """People harmed in one month, named in the reader's language, in full and for an axis; ``max`` is None when open."""

    first: date
    name: str
    short: str
    min: int
    max: int | None


class Charts(Protocol):
    def monthly(self, months: Sequence[MonthRange], axis: str) -> bytes:
        """An SVG with one range a month; the same ranges give the same bytes."""


def monthly(incidents: Sequence[IncidentRow], limit: int = 18) -> list[tuple[date, int, int | None]]:
    """For each month: the sum of lowest numbers of incidents surely in it, and of highest of those possibly in it.

    An incident with an open date or no count is left out of the lowest, and opens nothing. At most ``limit`` months, the latest.
    """
    counted = [
        (row.when.earliest, row.when.latest, count)
        for row in incidents
        if row.when and row.when.earliest and row.when.latest and (count := row.counts.get("total"))
    ]
    if not counted:
        return []
    first, last = min(start for start, _, _ in counted), max(end for _, end, _ in counted)
    return [(month, *_range(month, counted)) for month in _months(first, last)][-limit:]


def _months(first: date, last: date) -> list[date]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def _range(month: date, counted: Sequence[tuple[date, date, Count]]) -> tuple[int, int | None]:
    low, high = 0, 0
    is_open = False
    for start, end, count in counted:
        if (start.year, start.month) <= (month.year, month.month) <= (end.year, end.month):
            high += count.max or 0
            is_open = is_open or count.is_open
            if (start.year, start.month) == (end.year, end.month):
                low += count.min
    return low, None if is_open else high
