"""Ranges in words, in Chinese."""

from datetime import date

from sosik.bulletins.edition import PublicPlace
from sosik.values.datespan import last_of_month
from sosik.values.place import Precision
from sosik.values.quantity import Count

_DONE = {
    "total": "死亡或受伤",
    "killed": "死亡",
    "injured": "受伤",
    "killed_or_injured": "死亡或受伤",
    "missing": "失踪",
    "detained": "被拘押",
    "repatriated": "被强制遣返",
}


def day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def month(on: date) -> str:
    return f"{on.year}年{on.month}月"


def short_range(count: Count) -> str:
    """As figures, for the end of a bar.

    >>> short_range(Count.between(2, 5)), short_range(Count.at_least(2))
    ('2–5人', '2人以上')
    """
    if count.max is None:
        return f"{count.min}人以上"
    return f"{count.min}人" if count.min == count.max else f"{count.min}–{count.max}人"


def people(count: Count, outcome: str) -> str:
    """A sentence.

    >>> people(Count.between(0, 5), "killed"), people(Count.exactly(5), "total")
    ('最多5人死亡，也可能没有。', '5人死亡或受伤。')
    """
    done = _DONE[outcome]
    if count.max is None:
        return f"至少{count.min}人{done}。"
    if count.max == 0:
        return f"没有人{done}。"
    if count.min == count.max:
        return f"{count.min}人{done}。"
    if count.min == 0:
        return f"最多{count.max}人{done}，也可能没有。"
    return f"{count.min}至{count.max}人{done}。"


def open_span(start: date | None, end: date | None) -> str:
    return f"{day(start)}或之后" if start else f"{day(end)}或之前" if end else ""


def closed_span(start: date, end: date) -> str:
    """The days in words.

    >>> closed_span(date(2023, 10, 11), date(2023, 10, 20))
    '2023年10月11日至20日之间'
    """
    if start == end:
        return day(start)
    whole = start.day == 1 and end == last_of_month(end.year, end.month)
    if whole and (start.year, start.month) == (end.year, end.month):
        return month(start)
    if whole and start.year == end.year and (start.month, end.month) == (1, 12):
        return f"{start.year}年"
    if start.year != end.year:
        return f"{day(start)}至{day(end)}之间"
    rest = f"{end.day}日" if start.month == end.month else f"{end.month}月{end.day}日"
    return f"{day(start)}至{rest}之间"


def place(name: str, where: PublicPlace) -> str:
    if where.line:
        return f"{name}{'沿岸' if str(where.id).startswith('river') else '一带'}"
    return f"{name}附近（方圆{where.radius_km:g}公里内）" if where.precision is Precision.near else name


def title(label: str, name: str, where: PublicPlace) -> str:
    near = "附近" if where.precision is Precision.near else ""
    return f"{name}{near}：{label}"
