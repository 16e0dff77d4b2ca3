"""Ranges as bars: a count from its lowest to its highest, a date over every day on which it may have happened."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from attrs import frozen

from sosik.public.phrases import short_range
from sosik.public.tongue import Tongue
from sosik.public.words import outcome_word
from sosik.values.datespan import DateSpan
from sosik.values.quantity import Count

WIDTH, LEFT, RIGHT = 480.0, 12.0, 440.0  # of the axis on paper, leaving room for figures at the right
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000)
_ORDER = ("total", "killed", "injured")


@frozen
class Axis:
    """From ``low`` at LEFT to ``high`` at RIGHT."""

    low: float
    high: float

    def x(self, value: float) -> float:
        return LEFT + (RIGHT - LEFT) * (value - self.low) / (self.high - self.low)


@frozen
class Bar:
    """``start`` to ``end`` on paper; an open end runs to the axis's edge and bears an arrow; ``tick`` is the best."""

    name: str
    css: str
    start: float
    end: float
    tick: float | None
    says: str
    is_open_left: bool = False
    is_open_right: bool = False
    is_hatched: bool = False
    href: str = ""


@frozen
class Bars:
    axis: Axis
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]


def unsplit(counts: Mapping[str, Count | None]) -> bool:
    """Some of the total may be killed or injured, and nobody can say which; a best number of either says it."""
    total, killed, injured = (counts.get(key) for key in _ORDER)
    if total is None or killed is None or injured is None or killed.best is not None or injured.best is not None:
        return False
    return killed.min + injured.min < total.min and (killed.max is None or killed.max > killed.min)


def ordered(counts: Mapping[str, Count | None]) -> list[tuple[str, Count]]:
    """The stated ones, total, killed and injured first; killed or injured is what the total says, where there is one."""
    same = {"killed_or_injured"} if counts.get("total") else set()
    keys = [*_ORDER, *sorted(set(counts) - set(_ORDER) - same)]
    return [(key, count) for key in keys if (count := counts.get(key)) is not None]


def count_bars(counts: Mapping[str, Count | None], lang: Tongue) -> Bars | None:
    """One bar an outcome on one axis from 0; None when nothing is stated."""
    stated = ordered(counts)
    if not stated:
        return None
    top = max(max(count.min, count.max or 0, count.best or 0) for _, count in stated)
    axis = Axis(0, top + max(1, top // 4) if any(count.is_open for _, count in stated) else max(top, 1))
    hatched = unsplit(counts)
    bars = [
        count_bar(key, count, axis, lang, hatched=hatched and key in {"killed", "injured"}) for key, count in stated
    ]
    return Bars(axis, tuple(bars), tuple(_count_ticks(axis)))


def count_bar(key: str, count: Count, axis: Axis, lang: Tongue, *, hatched: bool) -> Bar:
    return Bar(
        name=outcome_word(key, lang),
        css="killed" if key == "killed" else "harm",
        start=axis.x(count.min),
        end=RIGHT if count.max is None else axis.x(count.max),
        tick=None if count.best is None else axis.x(count.best),
        says=short_range(count, lang),
        is_open_right=count.is_open,
        is_hatched=hatched,
    )


def _count_ticks(axis: Axis) -> Iterable[tuple[float, str]]:
    step = next((each for each in _STEPS if axis.high / each <= 7), _STEPS[-1])
    for value in range(0, int(axis.high) + 1, step):
        yield axis.x(value), str(value)


@frozen
class Row:
    """What a timeline shows in one line."""

    name: str
    when: DateSpan
    css: str = "place"
    href: str = ""
    says: str = ""
    tick: date | None = None


def date_bars(rows: Sequence[Row], lang: Tongue) -> Bars | None:
    """One bar a row on one axis of days; None when there is nothing to show."""
    days = [end for row in rows for end in (row.when.earliest, row.when.latest, row.tick) if end is not None]
    if not days:
        return None
    room = max(7, (max(days) - min(days)).days // 8)
    axis = Axis(_earlier(min(days), room), _later(max(days), room))
    return Bars(axis, tuple(_date_bar(row, axis) for row in rows), tuple(_date_ticks(axis, lang)))


def _date_bar(row: Row, axis: Axis) -> Bar:
    """A day ends a day after it begins, so that one day is a bar too."""
    start, end = row.when.earliest, row.when.latest
    return Bar(
        name=_fitted(row.name, row.says),
        css=row.css,
        start=LEFT if start is None else axis.x(start.toordinal()),
        end=RIGHT if end is None else axis.x(end.toordinal() + 1),
        tick=None if row.tick is None else axis.x(row.tick.toordinal() + 0.5),
        says=row.says,
        is_open_left=start is None,
        is_open_right=end is None,
        href=row.href,
    )


def _fitted(name: str, says: str) -> str:
    """As much of the name as leaves room for what stands at the right of its line."""
    room = (WIDTH - LEFT - 24) / 15 - sum(map(_em, says))
    if sum(map(_em, name)) <= room:
        return name
    kept = ""
    for char in name:
        if sum(map(_em, kept)) + _em(char) > room - 1:
            break
        kept += char
    return f"{kept.rstrip()}…"


def _em(char: str) -> float:
    """How wide a letter is, in heights."""
    return 1.0 if ord(char) > 0x1100 else 0.56


def _earlier(on: date, days: int) -> int:
    return max(date.min.toordinal(), on.toordinal() - days)


def _later(on: date, days: int) -> int:
    return min(date.max.toordinal(), on.toordinal() + days + 1)


def _date_ticks(axis: Axis, lang: Tongue) -> Iterable[tuple[float, str]]:
    """Firsts of months or of years, or every tenth day when the axis is short; not more than seven."""
    first, last = date.fromordinal(int(axis.low)), date.fromordinal(int(axis.high) - 1)
    days = (last - first).days
    if days < 75:
        firsts = [first + timedelta(at) for at in range(days + 1)]
        yield from ((axis.x(d.toordinal()), _day_name(d, lang)) for d in firsts if d.day in {1, 11, 21})
        return
    months = [(first.year + at // 12, at % 12 + 1) for at in range(first.month, first.month + days // 28 + 1)]
    step = next((each for each in (1, 2, 3, 6, 12, 24, 60, 120) if len(months) / each <= 6), 240)
    for year, month in months:
        if (year * 12 + month - 1) % step == 0 and date(year, month, 1) <= last:
            yield axis.x(date(year, month, 1).toordinal()), month_name(year, month, lang)


def _day_name(on: date, lang: Tongue) -> str:
    if lang is Tongue.zh:
        return f"{on.month}月{on.day}日"
    return f"{on.month}월 {on.day}일" if lang is Tongue.ko else f"{on.day} {_MONTHS[on.month - 1]}"


def month_name(year: int, month: int, lang: Tongue) -> str:
    if lang is Tongue.zh:
        return f"{year % 100:02d}年{month}月"
    return f"{year % 100:02d}.{month}월" if lang is Tongue.ko else f"{_MONTHS[month - 1]} {year}"
