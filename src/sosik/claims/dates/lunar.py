"""Holidays of the Korean lunar calendar as solar days, 2000-2035, and those that the solar calendar fixes.

Source of the lunar days: the Korean lunisolar calendar of the Korea Astronomy and Space Science Institute (KASI); the
first month's 1st (Seollal) and 15th (Daeboreum), the fifth month's 5th (Dano), the eighth month's 15th (Chuseok).
``lunar_months.csv`` holds the first solar day of every lunar month of those years, after the same institute's calendar, by way of the
PyPI package ``korean_lunar_calendar`` 0.4.0 (MIT).
"""

import csv
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_FIRST = 2000
_LUNAR = {
    "seollal": (
        "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128"
        " 0216 0205 0125 0212 0201 0122 0210 0129 0217 0207 0127 0213 0203 0123 0211 0131 0219 0208"
    ),
    "daeboreum": (
        "0219 0207 0226 0215 0205 0223 0212 0304 0221 0209 0228 0217 0206 0224 0214 0305 0222 0211"
        " 0302 0219 0208 0226 0215 0205 0224 0212 0303 0221 0210 0227 0217 0206 0225 0214 0305 0222"
    ),
    "dano": (
        "0606 0625 0615 0604 0622 0611 0531 0619 0608 0528 0616 0606 0624 0613 0602 0620 0609 0530"
        " 0618 0607 0625 0614 0603 0622 0610 0531 0619 0609 0528 0616 0605 0624 0612 0601 0620 0610"
    ),
    "chuseok": (
        "0912 1001 0921 0911 0928 0918 1006 0925 0914 1003 0922 0912 0930 0919 0908 0927 0915 1004"
        " 0924 0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916"
    ),
}
_FIXED = {
    "new-year": (1, 1),
    "shining-star": (2, 16),
    "sun": (4, 15),
    "liberation": (8, 15),
    "state-founding": (9, 9),
    "party-founding": (10, 10),
    "christmas": (12, 25),
    "march-first": (3, 1),
    "women": (3, 8),
    "planting": (3, 14),
    "army": (2, 8),
    "army-april": (4, 25),
    "may-day": (5, 1),
    "children": (5, 5),
    "parents": (5, 8),
    "teachers": (5, 15),
    "child-day": (6, 1),
    "memorial": (6, 6),
    "constitution": (7, 17),
    "victory": (7, 27),
    "songun": (8, 25),
    "youth": (8, 28),
    "china-national": (10, 1),
    "foundation": (10, 3),
    "hangul": (10, 9),
    "mothers": (11, 16),
    "north-constitution": (12, 27),
}
# The first and the last day on which a solar term falls between 2000 and 2035 in Korea (KASI's almanac).
_TERMS = {
    "sohan": (1, 5, 6),
    "ipchun": (2, 3, 4),
    "gyeongchip": (3, 5, 6),
    "chunbun": (3, 20, 21),
    "cheongmyeong": (4, 4, 5),
    "hansik": (4, 5, 6),
    "gogu": (4, 19, 20),
    "ipha": (5, 5, 6),
    "soman": (5, 20, 21),
    "mangjong": (6, 5, 6),
    "haji": (6, 21, 22),
    "ipchu": (8, 7, 8),
    "cheoseo": (8, 22, 23),
    "baengno": (9, 7, 8),
    "chubun": (9, 22, 23),
    "hallo": (10, 8, 9),
    "sanggang": (10, 23, 24),
    "ipdong": (11, 7, 8),
    "dongji": (12, 21, 22),
}
_DAYS = {key: tuple((int(day[:2]), int(day[2:])) for day in row.split()) for key, row in _LUNAR.items()}


def holiday(key: str, year: int) -> tuple[date, date] | None:
    """Its first and last possible solar day; None outside the table's years."""
    if key in _FIXED:
        day = date(year, *_FIXED[key])
        return day, day
    if key in _TERMS:
        month, first, last = _TERMS[key]
        return date(year, month, first), date(year, month, last)
    if key == "seollal-eve":
        new_year = _lunar_day("seollal", year)
        return (new_year - timedelta(1), new_year - timedelta(1)) if new_year else None
    day_of_year = _lunar_day(key, year)
    return (day_of_year, day_of_year) if day_of_year else None


def _lunar_day(key: str, year: int) -> date | None:
    days = _DAYS[key]
    return date(year, *days[year - _FIRST]) if _FIRST <= year < _FIRST + len(days) else None


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """The solar day of a day of a lunar year; None outside the table's years and past the end of the month."""
    first = _months().get((year, month, leap))
    if first is None or not 1 <= day <= first[1]:
        return None
    return first[0] + timedelta(day - 1)


@cache
def _months() -> dict[tuple[int, int, bool], tuple[date, int]]:
    """The first solar day of each lunar month, and how many days it has: as many as until the next, 29 for the last."""
    with (files(__package__) / "lunar_months.csv").open(encoding="utf-8") as lines:
        rows = [
            (int(row["year"]), int(row["month"]), row["leap"] == "1", date.fromisoformat(row["first_day"]))
            for row in csv.DictReader(lines)
        ]
    ends = [*(row[3] for row in rows[1:]), rows[-1][3] + timedelta(29)]
    return {
        (year, month, leap): (first, (end - first).days)
        for (year, month, leap, first), end in zip(rows, ends, strict=True)
    }
