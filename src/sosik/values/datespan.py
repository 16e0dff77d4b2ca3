"""Dates as sources give them: a span of days, never a guessed day."""

import calendar
from datetime import date, timedelta

from attrs import field, frozen

from sosik.errors import ValueUnreadable


@frozen
class DateSpan:
    """The days on which something may have happened, both ends included; None is an open end.

    Order is two questions, because a span can answer "maybe":

    >>> march = DateSpan.month(2024, 3)
    >>> march.possibly_before(march), march.certainly_before(march)
    (True, False)
    """

    earliest: date | None
    latest: date | None
    wording: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueUnreadable(what=f"{self.earliest}/{self.latest}", kind="date span")

    @classmethod
    def day(cls, on: date) -> "DateSpan":
        return cls(on, on)

    @classmethod
    def month(cls, year: int, month: int) -> "DateSpan":
        return cls(date(year, month, 1), last_of_month(year, month))

    @classmethod
    def year(cls, year: int) -> "DateSpan":
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def is_open(self) -> bool:
        return self.earliest is None or self.latest is None

    @property
    def days(self) -> int | None:
        """How many days the span has; None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def worded(self, wording: str) -> "DateSpan":
        return DateSpan(self.earliest, self.latest, wording)

    def holds(self, on: date) -> bool:
        return (self.earliest is None or self.earliest <= on) and (self.latest is None or on <= self.latest)

    def certainly_before(self, other: "DateSpan") -> bool:
        """Whichever days are true, this one is the earlier."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def possibly_before(self, other: "DateSpan") -> bool:
        """On some choice of days this one is the earlier."""
        return self.earliest is None or other.latest is None or self.earliest < other.latest

    def overlaps(self, other: "DateSpan") -> bool:
        """Some day lies in both."""
        return not (self.certainly_before(other) or other.certainly_before(self))

    def gap_days(self, other: "DateSpan") -> int:
        """How many days apart at least; 0 when some day lies in both."""
        if self.certainly_before(other):
            return (_closed(other.earliest) - _closed(self.latest)).days
        if other.certainly_before(self):
            return (_closed(self.earliest) - _closed(other.latest)).days
        return 0

    def intersection(self, other: "DateSpan") -> "DateSpan | None":
        """The days in both; None when there is none."""
        if not self.overlaps(other):
            return None
        starts = [end for end in (self.earliest, other.earliest) if end]
        ends = [end for end in (self.latest, other.latest) if end]
        return DateSpan(max(starts, default=None), min(ends, default=None))

    def envelope(self, other: "DateSpan") -> "DateSpan":
        """The shortest span that holds both."""
        start = None if self.earliest is None or other.earliest is None else min(self.earliest, other.earliest)
        end = None if self.latest is None or other.latest is None else max(self.latest, other.latest)
        return DateSpan(start, end)

    def padded(self, days: int) -> "DateSpan":
        """Wider by ``days`` at each closed end."""
        start = self.earliest and max(self.earliest, date.min + timedelta(days)) - timedelta(days)
        end = self.latest and min(self.latest, date.max - timedelta(days)) + timedelta(days)
        return DateSpan(start, end)


@frozen
class Period:
    """A condition that began on a day of ``start`` and ended on a day of ``end``; None is not known, or still going on."""

    start: DateSpan | None
    end: DateSpan | None = None
    wording: str = field(default="", eq=False)

    def as_span(self) -> DateSpan:
        """Every day on which the condition may have held; open where an end is not known."""
        return DateSpan(
            self.start.earliest if self.start else None, self.end.latest if self.end else None, self.wording
        )


def last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _closed(end: date | None) -> date:
    if end is None:
        raise ValueUnreadable(what="..", kind="closed date")
    return end
