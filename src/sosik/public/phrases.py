"""Ranges in words: how many, when and where, in the reader's language."""

import re
from collections.abc import Mapping
from datetime import date

from sosik.bulletins.edition import IncidentRow, MeasureRow, PublicPlace
from sosik.public import names_zh, phrases_zh
from sosik.public.tongue import Tongue
from sosik.public.words import word
from sosik.values.datespan import DateSpan, last_of_month
from sosik.values.ids import PlaceId
from sosik.values.place import Precision
from sosik.values.quantity import Count
from sosik.values.text import Lang

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DONE_EN = {
    "total": "killed or injured",
    "killed": "killed",
    "injured": "injured",
    "killed_or_injured": "killed or injured",
    "missing": "reported missing",
    "detained": "detained",
    "repatriated": "returned by force",
}
_DONE_KO = {
    "total": "숨지거나 다쳤다",
    "killed": "숨졌다",
    "injured": "다쳤다",
    "killed_or_injured": "숨지거나 다쳤다",
    "missing": "행방을 알 수 없다",
    "detained": "붙잡혔다",
    "repatriated": "강제로 송환됐다",
}


def day(on: date, lang: Tongue) -> str:
    if lang is Tongue.zh:
        return phrases_zh.day(on)
    if lang is Tongue.ko:
        return f"{on.year}년 {on.month}월 {on.day}일"
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def month(on: date, lang: Tongue) -> str:
    """The month alone: the day of a confirmation would be the day of a contact."""
    if lang is Tongue.zh:
        return phrases_zh.month(on)
    return f"{on.year}년 {on.month}월" if lang is Tongue.ko else f"{_MONTHS[on.month - 1]} {on.year}"


def short_range(count: Count | None, lang: Tongue) -> str:
    """``2-5`` as figures, for the end of a bar.

    >>> short_range(Count.between(2, 5), Tongue.en), short_range(Count.at_least(2), Tongue.en)
    ('2–5', '2 or more')
    """
    if count is None:
        return word("not_stated", lang)
    if lang is Tongue.zh:
        return phrases_zh.short_range(count)
    if count.max is None:
        return f"{count.min}명 이상" if lang is Tongue.ko else f"{count.min} or more"
    unit = "명" if lang is Tongue.ko else ""
    return f"{count.min}{unit}" if count.min == count.max else f"{count.min}–{count.max}{unit}"


def people(count: Count | None, outcome: str, lang: Tongue) -> str | None:
    """A sentence; None where nothing is stated or the outcome has no sentence.

    >>> people(Count.exactly(5), "total", Tongue.en)
    'Five people were killed or injured.'
    >>> people(Count.between(0, 5), "killed", Tongue.ko)
    '숨진 사람은 많아야 5명이다.'
    """
    if count is None or outcome not in _DONE_EN or (count.min == 0 and count.max is None):
        return None
    if lang is Tongue.zh:
        return phrases_zh.people(count, outcome)
    return _people_ko(count, outcome) if lang is Tongue.ko else _people_en(count, outcome)


def _people_en(count: Count, outcome: str) -> str:
    done = _DONE_EN[outcome]
    if count.max is None:
        return f"At least {_who(count.min)} {done}."
    if count.min == count.max:
        return f"{_who(count.min).capitalize()} {done}."
    if count.min == 0:
        return f"At most {_who(count.max)} {done}, possibly none."
    low, high = _number(count.min), _number(count.max)
    return f"{low.capitalize()} or {high} people were {done}." if count.max == count.min + 1 else (
        f"Between {low} and {high} people were {done}."
    )  # fmt: skip


def _number(number: int) -> str:
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def _who(number: int) -> str:
    return "one person was" if number == 1 else f"{_number(number)} people were"


def _people_ko(count: Count, outcome: str) -> str:
    done = _DONE_KO[outcome]
    noun = {"killed": "숨진", "injured": "다친", "missing": "행방을 알 수 없는", "detained": "붙잡힌",
            "repatriated": "강제로 송환된"}.get(outcome, "숨지거나 다친")  # fmt: skip
    if count.max is None:
        return f"최소 {count.min}명이 {done}."
    if count.max == 0:
        return f"{noun} 사람은 없다."
    if count.min == count.max:
        return f"{count.min}명이 {done}."
    if count.min == 0:
        return f"{noun} 사람은 많아야 {count.max}명이다."
    return f"{count.min}~{count.max}명이 {done}."


def span(when: DateSpan | None, lang: Tongue) -> str:
    """The days in words.

    >>> span(DateSpan(date(2023, 10, 11), date(2023, 10, 20)), Tongue.en)
    'between 11 and 20 October 2023'
    >>> span(DateSpan.month(2023, 9), Tongue.ko)
    '2023년 9월'
    """
    if when is None or (when.earliest is None and when.latest is None):
        return word("not_stated", lang)
    if lang is Tongue.zh and when.is_open:
        return phrases_zh.open_span(when.earliest, when.latest)
    if when.latest is None and when.earliest is not None:
        return f"{day(when.earliest, lang)}{' 또는 그 뒤' if lang is Tongue.ko else ' or later'}"
    if when.earliest is None and when.latest is not None:
        return f"{day(when.latest, lang)}{' 또는 그 전' if lang is Tongue.ko else ' or earlier'}"
    if when.earliest is None or when.latest is None:
        return word("not_stated", lang)
    return _closed(when.earliest, when.latest, lang)


def short_span(when: DateSpan | None, lang: Tongue) -> str:
    """For the end of a bar: "11-20 Oct 2031", "2031.10.11-20".

    >>> short_span(DateSpan(date(2023, 9, 28), date(2023, 10, 3)), Tongue.en)
    '28 Sep – 3 Oct 2023'
    """
    if when is None or when.earliest is None or when.latest is None:
        ends = [end for end in (when.earliest, when.latest) if end] if when else []
        mark = "" if not ends else "→ " if when and when.earliest is None else ""
        return f"{mark}{_short(ends[0], lang)}{'' if mark else ' →'}" if ends else word("not_stated", lang)
    start, end = when.earliest, when.latest
    if _is_month(start, end):
        return (
            f"{start.year}.{start.month}" if lang is not Tongue.en else f"{_MONTHS[start.month - 1][:3]} {start.year}"
        )
    if start == end:
        return _short(start, lang)
    if (start.year, start.month) == (end.year, end.month):
        return f"{_short(start, lang)}–{end.day}" if lang is not Tongue.en else f"{start.day}–{_short(end, lang)}"
    if lang is not Tongue.en:
        return f"{_short(start, lang)}–{_short(end, lang) if start.year != end.year else f'{end.month}.{end.day}'}"
    first = _short(start, lang) if start.year != end.year else f"{start.day} {_MONTHS[start.month - 1][:3]}"
    return f"{first} – {_short(end, lang)}"


def _short(on: date, lang: Tongue) -> str:
    return (
        f"{on.year}.{on.month}.{on.day}" if lang is not Tongue.en else f"{on.day} {_MONTHS[on.month - 1][:3]} {on.year}"
    )


def _is_month(start: date, end: date) -> bool:
    return start.day == 1 and end == last_of_month(start.year, start.month)


def _closed(start: date, end: date, lang: Tongue) -> str:
    if lang is Tongue.zh:
        return phrases_zh.closed_span(start, end)
    if start == end:
        return day(start, lang)
    whole_months = start.day == 1 and end == last_of_month(end.year, end.month)
    if whole_months and (start.year, start.month) == (end.year, end.month):
        return f"{start.year}년 {start.month}월" if lang is Tongue.ko else f"{_MONTHS[start.month - 1]} {start.year}"
    if whole_months and start.year == end.year and (start.month, end.month) == (1, 12):
        return f"{start.year}년" if lang is Tongue.ko else str(start.year)
    if lang is Tongue.ko:
        return f"{day(start, lang)}에서 {_rest_ko(start, end)} 사이"
    return f"between {_start_en(start, end)} and {day(end, lang)}"


def _rest_ko(start: date, end: date) -> str:
    if start.year != end.year:
        return day(end, Tongue.ko)
    return f"{end.day}일" if start.month == end.month else f"{end.month}월 {end.day}일"


def _start_en(start: date, end: date) -> str:
    if start.year != end.year:
        return day(start, Tongue.en)
    return str(start.day) if start.month == end.month else f"{start.day} {_MONTHS[start.month - 1]}"


def at_time(when: DateSpan | None, lang: Tongue) -> str:
    """With the preposition that a sentence needs: "on 3 May 2024", "in September 2023"."""
    said = span(when, lang)
    if lang is not Tongue.en or when is None or said.startswith("between") or said == word("not_stated", lang):
        return said
    return f"{'on' if said[0].isdigit() and not re.fullmatch(r'[0-9]{4}', said) else 'in'} {said}"


def place_name(names: Mapping[Lang, str], place_id: PlaceId | None, lang: Tongue) -> str:
    """In the reader's language; else in English, else in whichever there is."""
    if lang is Tongue.zh and place_id in names_zh.PLACES:
        return names_zh.PLACES[place_id]
    return names.get(lang.lang or Lang.en) or next(iter(names.values()), "")


def label(row: IncidentRow | MeasureRow, lang: Tongue) -> str:
    """What kind of event or measure it is."""
    if lang is Tongue.zh and row.category in names_zh.CATEGORIES:
        return names_zh.CATEGORIES[row.category]
    return row.labels.get(lang.lang or Lang.en) or str(row.category)


def place(where: PublicPlace | None, lang: Tongue) -> str:
    """Where, with how closely: "near Musan (within 25 km)"."""
    if where is None:
        return word("not_stated", lang)
    name = place_name(where.names, where.id, lang)
    if lang is Tongue.zh:
        return phrases_zh.place(name, where)
    if where.line:
        beside = "가" if str(where.id).startswith("river") else "일대"
        return f"{name} {beside}" if lang is Tongue.ko else f"on the {name.removeprefix('the ').removeprefix('The ')}"
    if where.precision is Precision.near:
        km = f"{where.radius_km:g}"
        return f"{name} 근처(반경 {km}km)" if lang is Tongue.ko else f"near {name} (within {km} km)"
    return name


def in_place(where: PublicPlace | None, lang: Tongue) -> str:
    said = place(where, lang)
    if lang is not Tongue.en or where is None or said.startswith(("near ", "on the ")):
        return said
    return f"in {said}"


def title(row: IncidentRow, lang: Tongue) -> str:
    """What and where, as a heading: "Landmine explosion near Musan"."""
    said = label(row, lang)
    if row.where is None:
        return said[:1].upper() + said[1:]
    name = place_name(row.where.names, row.where.id, lang)
    if lang is Tongue.zh:
        return phrases_zh.title(said, name, row.where)
    if lang is Tongue.ko:
        near = " 근처" if row.where.precision is Precision.near else ""
        return f"{name}{near} {said}"
    beside = f"near {name}" if row.where.precision is Precision.near else in_place(row.where, lang)
    return f"{said[:1].upper()}{said[1:]} {beside}"
