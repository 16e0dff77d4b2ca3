"""Dates made of other dates: ago, the day before, early in, between, since, until."""

from typing import Protocol

from attrs import evolve, frozen

from sosik.claims.dates.anchors import (
    Anchor,
    Impossible,
    Part,
    Ref,
    Same,
    Turn,
    month_of,
    months_of,
    months_on,
    moved,
    part_of,
    week_of,
)
from sosik.claims.dates.calendar_words import Day, Fraction, Holiday, Month, Season, Weekday, Year
from sosik.errors import ValueUnreadable
from sosik.values.datespan import DateSpan, Period, last_of_month
from sosik.values.edtf import read_span

_WEEK = 7
_SATURDAY = 5


class Expression(Protocol):
    """Words that name days once it is known what they count from; raises Impossible or Pending."""

    def on(self, anchor: Anchor) -> DateSpan: ...


class Lasting(Protocol):
    """Words that name the start or the end of a condition."""

    def on(self, anchor: Anchor) -> Period: ...


@frozen
class Fixed:
    """An EDTF expression; None is figures that can be read in two ways."""

    edtf: str | None

    def on(self, _: Anchor) -> DateSpan:
        if self.edtf is None:
            raise Impossible
        try:
            return read_span(self.edtf)
        except ValueUnreadable as error:
            raise Impossible from error


@frozen
class Moved:
    """So many units before (negative) or after: the day, or the calendar week, month or year that holds it.

    ``base`` is what it counts from: the reference (None), a date, or the one named last.
    """

    n: int
    unit: str
    base: Expression | None = None

    def on(self, anchor: Anchor) -> DateSpan:
        base = DateSpan.day(anchor.reference) if self.base is None else self.base.on(anchor)
        start, end = base.earliest, base.latest
        if start is None or end is None:
            raise Impossible
        if self.unit == "day":
            return DateSpan(moved(start, self.n), moved(end, self.n))
        if self.unit == "week":
            return DateSpan(week_of(start, self.n).earliest, week_of(end, self.n).latest)
        if self.unit == "month":
            first, last = (month_of(*months_on(day.year, day.month, self.n)) for day in (start, end))
            return DateSpan(first.earliest, last.latest)
        return DateSpan(months_of(start.year + self.n, 1, 12).earliest, months_of(end.year + self.n, 1, 12).latest)


@frozen
class Ahead:
    """So many units before a day that comes every year: the next one, where that lies behind us already, else the latest."""

    n: int
    unit: str
    feast: Holiday

    def on(self, anchor: Anchor) -> DateSpan:
        coming = Moved(-self.n, self.unit, evolve(self.feast, turn=Turn.coming)).on(anchor)
        if anchor.future or (coming.latest is not None and coming.latest <= anchor.reference):
            return coming
        return Moved(-self.n, self.unit, self.feast).on(anchor)


@frozen
class LastNamed:
    """The date named last: as it was, or the week, month or year that it lies in."""

    unit: str = "day"

    def on(self, anchor: Anchor) -> DateSpan:
        if self.unit == "month":
            return Month(Same()).on(anchor)
        if self.unit == "year":
            return Year(Same()).on(anchor)
        named = anchor.latest_named()
        if self.unit == "week" and named.earliest and named.latest:
            return DateSpan(week_of(named.earliest).earliest, week_of(named.latest).latest)
        return named


@frozen
class StartOf:
    """The first day."""

    whole: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        start = self.whole.on(anchor).earliest
        return DateSpan(start, start)


@frozen
class PartOf:
    part: Part
    whole: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        return part_of(self.whole.on(anchor), self.part)


@frozen
class WeekOf:
    """A week of a month, counted by sevens from its first day; 0 is its last seven days."""

    number: int
    whole: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        whole = self.whole.on(anchor)
        start, end = whole.earliest, whole.latest
        if start is None or end is None or not (start.day == 1 and end == last_of_month(start.year, start.month)):
            return whole
        first = moved(end, -6) if self.number == 0 else moved(start, 7 * (self.number - 1))
        if first > end:
            raise Impossible
        return DateSpan(first, min(moved(first, 6), end))


@frozen
class DaysOf:
    """The first so many days; the last, where the number is negative."""

    number: int
    whole: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        whole = self.whole.on(anchor)
        if whole.earliest is None or whole.latest is None or not 0 < abs(self.number) <= (whole.days or 0):
            raise Impossible
        if self.number > 0:
            return DateSpan(whole.earliest, moved(whole.earliest, self.number - 1))
        return DateSpan(moved(whole.latest, self.number + 1), whole.latest)


@frozen
class UnitsOf:
    """The first so many weeks or months of a longer time; the last, where the number is negative."""

    number: int
    unit: str
    whole: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        whole = self.whole.on(anchor)
        start, end = whole.earliest, whole.latest
        if start is None or end is None or start.day != 1:
            raise Impossible
        if self.unit == "week":
            return DaysOf(7 * self.number, self.whole).on(anchor)
        months = 12 * (end.year - start.year) + end.month - start.month + 1
        if self.unit != "month" or not 0 < abs(self.number) < months or end != last_of_month(end.year, end.month):
            raise Impossible
        first = months_on(start.year, start.month, 0 if self.number > 0 else months + self.number)
        last = months_on(start.year, start.month, self.number - 1 if self.number > 0 else months - 1)
        return DateSpan(month_of(*first).earliest, month_of(*last).latest)


@frozen
class WeekdayIn:
    """The one such weekday within days that hold it once."""

    day: int
    whole: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        whole = self.whole.on(anchor)
        if whole.earliest is None:
            raise Impossible
        day = moved(whole.earliest, (self.day - whole.earliest.weekday()) % 7)
        if whole.days != _WEEK or not whole.holds(day):
            raise Impossible
        return DateSpan.day(day)


@frozen
class NthWeekday:
    """The so-many-th such weekday of a month or a longer time; 0 is the last."""

    number: int
    day: int
    whole: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        whole = self.whole.on(anchor)
        if whole.earliest is None or whole.latest is None or (whole.days or 0) < 4 * _WEEK:
            raise Impossible
        first = moved(whole.earliest, (self.day - whole.earliest.weekday()) % _WEEK)
        last = moved(whole.latest, -((whole.latest.weekday() - self.day) % _WEEK))
        found = moved(first, _WEEK * (self.number - 1)) if self.number else last
        if found > whole.latest:
            raise Impossible
        return DateSpan.day(found)


@frozen
class WeekendIn:
    """The so-many-th Saturday of a month with the Sunday after it; 0 is the last."""

    number: int
    whole: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        whole = self.whole.on(anchor)
        if whole.earliest is None or whole.latest is None or (whole.days or 0) < 4 * _WEEK:
            raise Impossible
        first = moved(whole.earliest, (_SATURDAY - whole.earliest.weekday()) % _WEEK)
        saturdays = [moved(first, _WEEK * n) for n in range(5) if moved(first, _WEEK * n) <= whole.latest]
        if self.number > len(saturdays):
            raise Impossible
        saturday = saturdays[self.number - 1]
        return DateSpan(saturday, moved(saturday, 1))


@frozen
class HolidayBreak:
    """The three days of Seollal or Chuseok; of another holiday no rule says how long its rest is."""

    key: str
    year: Ref | None = None

    def on(self, anchor: Anchor) -> DateSpan:
        if self.key not in {"seollal", "chuseok"}:
            raise Impossible
        day = Holiday(self.key, self.year).on(anchor).earliest
        if day is None:
            raise Impossible
        return DateSpan(moved(day, -1), moved(day, 1))


@frozen
class MonthPart:
    """A part of a month that is not named: of the latest one in which it has begun."""

    part: Part

    def on(self, anchor: Anchor) -> DateSpan:
        here = anchor.reference
        for by in (0, -1) if not anchor.future else (0, 1):
            span = part_of(month_of(*months_on(here.year, here.month, by)), self.part)
            if span.earliest is not None and (anchor.future or span.earliest <= here):
                return span
        raise Impossible


@frozen
class Vague:
    """So many days that nobody counted: no day can be said."""

    def on(self, _: Anchor) -> DateSpan:
        raise Impossible


@frozen
class Window:
    """The last so many units up to the reference."""

    n: int
    unit: str

    def on(self, anchor: Anchor) -> DateSpan:
        return DateSpan(Moved(-self.n, self.unit).on(anchor).earliest, anchor.reference)


@frozen
class Between:
    """From the first day of one to the last of the other; each lends the other the month or year that it lacks."""

    first: Expression
    last: Expression

    def on(self, anchor: Anchor) -> DateSpan:
        first, last = _both(self.first, self.last, anchor)
        return DateSpan(first.earliest, last.latest)


@frozen
class Lasted:
    """From one to the other, or open at an end."""

    first: Expression | None
    last: Expression | None = None

    def on(self, anchor: Anchor) -> Period:
        if self.first and self.last:
            return Period(*_both(self.first, self.last, anchor))
        return Period(self.first.on(anchor) if self.first else None, self.last.on(anchor) if self.last else None)


def _both(first: Expression, last: Expression, anchor: Anchor) -> tuple[DateSpan, DateSpan]:
    """Each end with what it borrows from the other."""
    if isinstance(last, Day) and last.month is None:
        start = first.on(anchor)
        end = last.on(evolve(anchor, month=_month(start), future=False))
    elif is_anchored(first):
        start = first.on(anchor)
        end = last.on(anchor) if is_anchored(last) else _after(last, start, anchor)
    else:
        end = last.on(anchor)
        start = _before(first, end, anchor)
    if start.earliest and end.latest and start.earliest > end.latest:
        raise Impossible
    return start, end


def is_anchored(expression: Expression) -> bool:
    """Its year is said, or it counts from a day that is known."""
    match expression:
        case Day(_, month, turn):
            return turn is not None if month is None else is_anchored(month)
        case Month(month, year, _):
            return year is not None or not isinstance(month, int)
        case Season() | Fraction() | Holiday():
            return expression.year is not None
        case Weekday():
            return expression.offset is not None
        case PartOf():
            return is_anchored(expression.whole)
        case _:
            return True


def _month(span: DateSpan) -> tuple[int, int] | None:
    return (span.earliest.year, span.earliest.month) if span.earliest else None


def _after(last: Expression, start: DateSpan, anchor: Anchor) -> DateSpan:
    """The first such end that is not over before the start."""
    if start.earliest is None:
        raise Impossible
    here = evolve(anchor, reference=start.earliest, future=True, year=None)
    return last.on(here)


def _before(first: Expression, end: DateSpan, anchor: Anchor) -> DateSpan:
    """The last such start that does not come after the end."""
    if end.latest is None:
        raise Impossible
    here = evolve(anchor, reference=end.latest, month=_month(end), year=None, future=False)
    start = first.on(here)
    if isinstance(first, Day) and start.earliest and start.earliest > end.latest:
        month = months_on(end.latest.year, end.latest.month, -1)
        return first.on(evolve(here, month=month))
    return start
