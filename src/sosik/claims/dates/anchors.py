"""What relative words count from, and the arithmetic of months, weeks and parts."""

from datetime import date, timedelta
from enum import StrEnum

from attrs import frozen

from sosik.values.datespan import DateSpan, last_of_month


class Impossible(Exception):
    """The words name a day that the calendar does not hold."""


class Pending(Exception):
    """The words point back to a date, and none was named before."""


class Turn(StrEnum):
    """Which of the recurring ones: the latest past, the next, or the one of the reference's own year or week."""

    latest = "latest"
    last = "last"
    coming = "coming"


@frozen
class Anchor:
    """``last`` is the date named last, ``month`` the (year, month) that it belongs to, ``year`` one named in this sentence."""

    reference: date
    last: DateSpan | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    named_year: int | None = None
    future: bool = False
    past: bool = False

    def latest_named(self) -> DateSpan:
        if self.last is None:
            raise Pending
        return self.last


@frozen
class Rel:
    """So many years or months from the reference's own."""

    n: int


@frozen
class Same:
    """So many years or months from those of the date named last."""

    n: int = 0


@frozen
class Onward:
    """The one after: of the date named last where the words tell of the past, else of the reference."""


@frozen
class Digits:
    """The last two figures of a year: of the latest one that the reference has seen."""

    n: int


Ref = int | Rel | Same | Onward


class Part(StrEnum):
    early = "early"
    mid = "mid"
    late = "late"
    early_mid = "early-mid"
    mid_late = "mid-late"
    first_half = "first-half"
    second_half = "second-half"
    whole = "whole"


_DAYS_OF_MONTH = {
    Part.early: (1, 10),
    Part.mid: (11, 20),
    Part.late: (21, 31),
    Part.early_mid: (1, 20),
    Part.mid_late: (11, 31),
    Part.first_half: (1, 15),
    Part.second_half: (16, 31),
    Part.whole: (1, 31),
}
_MONTHS_OF_YEAR = {
    Part.early: (1, 4),
    Part.mid: (5, 8),
    Part.late: (9, 12),
    Part.early_mid: (1, 8),
    Part.mid_late: (5, 12),
    Part.first_half: (1, 6),
    Part.second_half: (7, 12),
    Part.whole: (1, 12),
}


def day_of(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Impossible from None


def month_of(year: int, month: int) -> DateSpan:
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        raise Impossible
    return DateSpan.month(year, month)


def moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        raise Impossible from None


def months_on(year: int, month: int, by: int) -> tuple[int, int]:
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def months_of(year: int, first: int, last: int) -> DateSpan:
    """From the first of one month to the end of another; the end lies in the next year when its month comes before."""
    end_year = year + (last < first)
    if not 1 <= year <= end_year <= 9999:
        raise Impossible
    return DateSpan(date(year, first, 1), last_of_month(end_year, last))


def week_of(day: date, offset: int = 0) -> DateSpan:
    """Monday to Sunday of the calendar week so many weeks on."""
    monday = moved(day, 7 * offset - day.weekday())
    return DateSpan(monday, moved(monday, 6))


def part_of(whole: DateSpan, part: Part) -> DateSpan:
    """A third or half of a month or a year; of anything else the whole, since no rule says where its thirds lie."""
    start, end = whole.earliest, whole.latest
    if start is None or end is None or start.day != 1 or start.year != end.year:
        return whole
    if end == last_of_month(start.year, start.month):
        first, last = _DAYS_OF_MONTH[part]
        return DateSpan(start.replace(day=first), start.replace(day=min(last, end.day)))
    if (start.month, end.month, end.day) == (1, 12, 31):
        first, last = _MONTHS_OF_YEAR[part]
        return months_of(start.year, first, last)
    return whole
