"""Lists that grow: the newest on one page, and all of it in parts by year or month, none of which grows without end.

A part says nothing of the others, so that one new article or incident changes one part and the first page.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Generic, TypeVar

from attrs import frozen

LISTED = 400
"""Lines of a page. A list that is longer is parted; a month that is longer is one page still."""

Item = TypeVar("Item")


@frozen
class Run(Generic[Item]):
    """One part: its items by year or by month, in their order. ``key`` is ``2031``, ``2031-04`` or ``undated``."""

    key: str
    items: Sequence[Item]

    @property
    def year(self) -> str:
        return self.key[:4]


def runs(items: Sequence[Item], day_of: Callable[[Item], date | None]) -> list[Run[Item]]:
    """None where all of it fits one page. A year with more items than a page holds is parted into months."""
    if len(items) <= LISTED:
        return []
    years: dict[str, list[Item]] = {}
    for item in items:
        day = day_of(item)
        years.setdefault(f"{day.year:04}" if day else "undated", []).append(item)
    return [run for year, held in years.items() for run in _parted(year, held, day_of)]


def _parted(year: str, items: list[Item], day_of: Callable[[Item], date | None]) -> Iterator[Run[Item]]:
    if len(items) <= LISTED:
        yield Run(year, items)
        return
    months: dict[str, list[Item]] = {}
    for item in items:
        day = day_of(item)
        months.setdefault(f"{day.year:04}-{day.month:02}" if day else year, []).append(item)
    yield from (Run(key, held) for key, held in months.items())
