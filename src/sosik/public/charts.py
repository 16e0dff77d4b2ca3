"""The port for charts of the whole site, and the ranges they show."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from attrs import frozen

from sosik.bulletins.edition import IncidentRow


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
        (_month(row.when.earliest), _month(row.when.latest), count)
        for row in incidents
        if row.when and row.when.earliest and row.when.latest and (count := row.counts.get("total"))
    ]
    if not counted:
        return []
    first, last = min(start for start, _, _ in counted), max(end for _, end, _ in counted)
    shown = range(max(first, last - limit + 1), last + 1)
    low, high, is_open = dict.fromkeys(shown, 0), dict.fromkeys(shown, 0), set()
    for start, end, count in counted:
        for month in range(max(start, shown.start), min(end, last) + 1):
            high[month] += count.max or 0
            low[month] += count.min if start == end else 0
            if count.is_open:
                is_open.add(month)
    return [(date(at // 12, at % 12 + 1, 1), low[at], None if at in is_open else high[at]) for at in shown]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
