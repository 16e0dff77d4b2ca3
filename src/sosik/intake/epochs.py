"""Envelope keys change by the quarter, so that a stolen key opens one quarter and nothing older."""

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import frozen

CARRIED = 8
"""Quarters whose keys a composer carries: this one and the next seven."""

GRACE_DAYS = 45
"""For how long after its quarter a key still opens what was on its way."""


@frozen(order=True)
class Quarter:
    """Named as in ``2031Q2``."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def named(cls, name: str) -> "Quarter":
        year, _, number = name.partition("Q")
        return cls(int(year), int(number))

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def first(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        return self.next.first - timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"


def carried_on(day: date) -> list[Quarter]:
    """The quarters whose keys a composer made on ``day`` carries."""
    found = [Quarter.of(day)]
    while len(found) < CARRIED:
        found.append(found[-1].next)
    return found


def expired_on(day: date, quarters: Sequence[Quarter]) -> list[Quarter]:
    """Those whose grace is over on ``day``."""
    return [one for one in quarters if one.last + timedelta(days=GRACE_DAYS) < day]
