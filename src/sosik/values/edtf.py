"""Date spans and periods in EDTF (ISO 8601-2), read with strict bounds: a qualifier never widens a span.

Read: days, months, years, decades and unspecified digits (``X``), seasons 21-24, intervals, open (``..``) and unknown
(empty) ends, and the qualifiers ``?``, ``~`` and ``%``, which do not move a bound. Sets and exponents are refused.
"""

import re
from datetime import date

from sosik.errors import ValueUnreadable
from sosik.values.datespan import DateSpan, Period, last_of_month

_DATE = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX|[01]X)(?:-(?P<day>\d\d|XX|[0-3]X))?)?[?~%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def read_span(text: str) -> DateSpan:
    """The span that the expression bounds.

    >>> read_span("2023-10-1X")
    DateSpan(earliest=datetime.date(2023, 10, 10), latest=datetime.date(2023, 10, 19), wording='')
    """
    start, slash, end = text.strip().partition("/")
    if not slash:
        return _one(start)
    return DateSpan(_end(start, "earliest"), _end(end, "latest"))


def read_period(text: str) -> Period:
    """A period whose ends keep their own spans: ``2023-08/..`` began on a day of August."""
    start, _, end = text.strip().partition("/")
    return Period(_part(start), _part(end))


def write_span(span: DateSpan) -> str:
    """The shortest expression with exactly these bounds."""
    if span.earliest is None or span.latest is None:
        return f"{span.earliest or '..'}/{span.latest or '..'}"
    return _whole(span.earliest, span.latest) or f"{span.earliest}/{span.latest}"


def write_period(period: Period) -> str:
    """A start that no EDTF word names is written by its first day, such an end by its last: neither is narrowed."""
    return f"{_write_end(period.start, 'earliest')}/{_write_end(period.end, 'latest')}"


def _whole(start: date, end: date) -> str | None:
    """The day, month or year that the two bounds are the ends of."""
    if start == end:
        return start.isoformat()
    if start.day == 1 and end == last_of_month(start.year, start.month):
        return f"{start:%Y-%m}" if start.year >= 1000 else None
    if (start.month, start.day, end.month, end.day, start.year) == (1, 1, 12, 31, end.year):
        return f"{start.year:04d}"
    return None


def _write_end(span: DateSpan | None, side: str) -> str:
    if span is None or span.earliest is None or span.latest is None:
        return ".."
    bound: date = getattr(span, side)
    return _whole(span.earliest, span.latest) or bound.isoformat()


def _end(text: str, side: str) -> date | None:
    if text in {"", ".."}:
        return None
    bound: date | None = getattr(_one(text), side)
    return bound


def _part(text: str) -> DateSpan | None:
    return None if text in {"", ".."} else _one(text)


def _one(text: str) -> DateSpan:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueUnreadable(what=text[:24], kind="EDTF date")
    years = _digits(match["year"])
    try:
        if match["month"] is None:
            return DateSpan(date(years[0], 1, 1), date(years[-1], 12, 31))
        if match["month"].isdigit() and int(match["month"]) in _SEASONS:
            return _season(years, int(match["month"]), match["day"])
        return _within(years, match["month"], match["day"])
    except (ValueError, IndexError) as error:
        raise ValueUnreadable(what=text[:24], kind="EDTF date") from error


def _season(years: range, season: int, day: str | None) -> DateSpan:
    if day is not None:
        raise ValueError(day)
    first, last = _SEASONS[season]
    over_new_year = last < first
    end_year = years[-1] + over_new_year
    return DateSpan(date(years[0], first, 1), last_of_month(end_year, last))


def _within(years: range, month: str, day: str | None) -> DateSpan:
    months = [m for m in _digits(month) if 1 <= m <= 12]
    if day is None:
        return DateSpan(date(years[0], months[0], 1), last_of_month(years[-1], months[-1]))
    days = [
        date(y, m, d)
        for y in (years[0], years[-1])
        for m in months
        for d in _digits(day)
        if 1 <= d <= last_of_month(y, m).day
    ]
    return DateSpan(min(days), max(days))


def _digits(pattern: str) -> range:
    """Every number that the digits may stand for."""
    step = 10 ** pattern.count("X")
    first = int(pattern.replace("X", "0"))
    return range(first, first + step)
