"""Dates by the calendar's own names: years, months, days, weekdays, seasons, quarters, halves, holidays."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from attrs import frozen

from sosik.claims.dates.anchors import (
    Anchor,
    Digits,
    Impossible,
    Onward,
    Pending,
    Ref,
    Rel,
    Same,
    Turn,
    day_of,
    month_of,
    months_of,
    months_on,
    moved,
    week_of,
)
from sosik.claims.dates.lunar import holiday, lunar_day
from sosik.values.datespan import DateSpan

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_LEAP_YEARS_APART = 8
_SATURDAY = 5


def year_named(year: Ref | Digits, anchor: Anchor) -> int:
    match year:
        case Onward():
            return anchor.reference.year + 1
        case Digits(n):
            return n + 100 * ((anchor.reference.year - n) // 100)
        case Rel(n):
            return anchor.reference.year + n
        case Same(n):
            if anchor.named_year is None:
                raise Pending
            return anchor.named_year + n
        case _:
            return year


def recurring(in_year: Callable[[int], DateSpan], anchor: Anchor, turn: Turn) -> DateSpan:
    """Of what comes every year: the latest begun, the last that is over, or the next."""
    here = anchor.reference
    if anchor.future:
        turn = Turn.coming
    if turn is Turn.coming:
        years = range(here.year - 1, here.year + _LEAP_YEARS_APART + 1)
    else:
        years = range(here.year, here.year - _LEAP_YEARS_APART - 2, -1)
    for year in years:
        with suppress(Impossible):
            span = in_year(year)
            if _fits(span, here, turn):
                return span
    raise Impossible


def _fits(span: DateSpan, here: date, turn: Turn) -> bool:
    if span.earliest is None or span.latest is None:
        return False
    if turn is Turn.latest:
        return span.earliest <= here
    return span.latest < here if turn is Turn.last else here < span.earliest or span.holds(here)


@frozen
class Year:
    year: Ref

    def on(self, anchor: Anchor) -> DateSpan:
        year = year_named(self.year, anchor)
        return months_of(year, 1, 12)


@frozen
class Decade:
    first: int

    def on(self, _: Anchor) -> DateSpan:
        return DateSpan(date(self.first, 1, 1), date(self.first + 9, 12, 31))


@frozen
class Month:
    """A month by number, or so many from the reference's or from the one named last; the latest when no year is said."""

    month: Ref
    year: Ref | Digits | None = None
    turn: Turn = Turn.latest

    def on(self, anchor: Anchor) -> DateSpan:
        return self.within(anchor, month_of)

    def within(self, anchor: Anchor, make: Callable[[int, int], DateSpan]) -> DateSpan:
        """What ``make`` makes of the year and month meant."""
        month = self.month
        if isinstance(month, Onward):
            month = Same(1) if anchor.past and anchor.month is not None else Rel(1)
        if isinstance(month, Rel):
            return make(*months_on(anchor.reference.year, anchor.reference.month, month.n))
        if isinstance(month, Same):
            if anchor.month is None:
                raise Pending
            return make(*months_on(*anchor.month, month.n))
        if self.year is not None:
            return make(year_named(self.year, anchor), month)
        if anchor.year is not None and self.turn is Turn.latest:
            return make(anchor.year, month)
        return recurring(lambda year: make(year, month), anchor, self.turn)


@frozen
class Day:
    """A day of a month; without a month, that of the month named last, else the latest such day.

    ``turn`` is set where the words say that it counts from the reference.
    """

    day: int
    month: Month | None = None
    turn: Turn | None = None

    def on(self, anchor: Anchor) -> DateSpan:
        if self.month is not None:
            return self.month.within(anchor, self._of)
        if self.turn is None and anchor.month is not None:
            return self._of(*anchor.month)
        return self._nearest(anchor)

    def _of(self, year: int, month: int) -> DateSpan:
        return DateSpan.day(day_of(year, month, self.day))

    def _nearest(self, anchor: Anchor) -> DateSpan:
        here = anchor.reference
        coming = anchor.future or self.turn is Turn.coming
        for by in range(13):
            with suppress(Impossible):
                span = self._of(*months_on(here.year, here.month, by if coming else -by))
                if _fits(span, here, Turn.coming if coming else Turn.latest):
                    return span
        raise Impossible


@frozen
class Week:
    """The calendar week so many from the reference's."""

    offset: int

    def on(self, anchor: Anchor) -> DateSpan:
        return week_of(anchor.reference, self.offset)


@frozen
class Weekday:
    """0 is Monday. ``offset`` names the week; without it the latest before the reference, or the next after."""

    day: int
    offset: int | None = None
    turn: Turn = Turn.latest

    def on(self, anchor: Anchor) -> DateSpan:
        here = anchor.reference
        if self.offset is not None:
            return DateSpan.day(moved(here, 7 * self.offset - here.weekday() + self.day))
        if anchor.future or self.turn is Turn.coming:
            return DateSpan.day(moved(here, (self.day - here.weekday() - 1) % 7 + 1))
        return DateSpan.day(moved(here, -((here.weekday() - self.day - 1) % 7 + 1)))


@frozen
class Weekend:
    """Saturday and Sunday of a week so many from the reference's; without one, the latest that has begun."""

    offset: int | None = None

    def on(self, anchor: Anchor) -> DateSpan:
        here = anchor.reference
        begun = here.weekday() >= _SATURDAY
        offset = self.offset if self.offset is not None else 0 if begun or anchor.future else -1
        saturday = moved(here, 7 * offset - here.weekday() + _SATURDAY)
        return DateSpan(saturday, moved(saturday, 1))


@frozen
class Season:
    season: str
    year: Ref | None = None
    turn: Turn = Turn.latest

    def on(self, anchor: Anchor) -> DateSpan:
        first, last = SEASONS[self.season]
        if self.year is not None:
            return months_of(year_named(self.year, anchor), first, last)
        return recurring(lambda year: months_of(year, first, last), anchor, self.turn)


@frozen
class Fraction:
    """A quarter or a half of a year: ``number`` from 1, of ``months`` months each."""

    number: int
    months: int
    year: Ref | None = None
    turn: Turn = Turn.latest

    def on(self, anchor: Anchor) -> DateSpan:
        if self.year is not None:
            return self._of(year_named(self.year, anchor))
        return recurring(self._of, anchor, self.turn)

    def _of(self, year: int) -> DateSpan:
        first = (self.number - 1) * self.months + 1
        if not 1 <= first <= 12:
            raise Impossible
        return months_of(year, first, first + self.months - 1)


@frozen
class Holiday:
    key: str
    year: Ref | None = None
    turn: Turn = Turn.latest

    def on(self, anchor: Anchor) -> DateSpan:
        if self.year is not None:
            return self._of(year_named(self.year, anchor))
        return recurring(self._of, anchor, self.turn)

    def _of(self, year: int) -> DateSpan:
        days = holiday(self.key, year)
        if days is None:
            raise Impossible
        return DateSpan(*days)


@frozen
class Lunar:
    """A day of the Korean lunar calendar; the year is the lunar one, whose last months lie in the next solar year."""

    month: int
    day: int
    year: Ref | None = None
    leap: bool = False

    def on(self, anchor: Anchor) -> DateSpan:
        if self.year is not None:
            return self._of(year_named(self.year, anchor))
        return recurring(self._of, anchor, Turn.latest)

    def _of(self, year: int) -> DateSpan:
        day = lunar_day(year, self.month, self.day, leap=self.leap)
        if day is None:
            raise Impossible
        return DateSpan.day(day)
