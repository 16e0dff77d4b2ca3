"""Days, parts of months, weekdays and hours as a text states them, and when two of them are one."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from sosik.claims.dates import DateMention, find_dates
from sosik.values.datespan import DateSpan, Period
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_DAY_AFTER = re.compile(r"\s?(?P<value>\d{1,2})일(?!간|동안)")
_WEEKLY_EN = re.compile(r"\b(?P<value>mon|tue|wed|thu|fri|sat|sun)[a-z]*days\b", re.IGNORECASE)
_DATED = {  # what names a month, where the reader of dates takes the phrase for no day
    Lang.ko: re.compile(r"(?:(?<!\d)(?:19|20)\d\d년\s?)?(?<!\d)(?:1[0-2]|0?[1-9])월(?:\s?\d{1,2}일)?"),
    Lang.en: re.compile(
        r"(?:\b\d{1,2}(?:st|nd|rd|th)?\s)?\b(?:January|February|March|April|June|July|August|September|October|November|December)\b(?:\s\d{1,2}\b(?!\d))?(?:,?\s(?:19|20)\d\d\b)?"
    ),
}
_WEEKEND = re.compile(r"주말|\bweekend", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:the\s)?(?:early|beginning|start|first (?:days|ten days|third|part|few days)|opening days|mid|middle|late|latter part|last (?:days|ten days|third|part|few days)|end|closing days|tail end)\s(?:in\s|of\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_YEAR_KO = re.compile(r"(?<!\d)(?P<value>(?:19|20)\d\d)년(?!\s?(?:간|동안))")
_RELATIVE = {
    Lang.ko: re.compile(
        r"(?P<a>지난\s?달|전달)|(?P<b>다음\s?달|내달|새달)|(?P<c>이번\s?달|이달)|(?P<d>지난\s?주|전주)|(?P<e>다음\s?주|내주)|(?P<f>이번\s?주|금주)|(?P<g>지난해|작년)|(?P<h>내년|다음\s?해|이듬해)|(?P<i>올해|금년|올(?=[가-힣\s]))"
        r"|(?P<j>어제|어젯밤|전날|간밤)|(?P<k>오늘|당일)|(?P<l>내일|이튿날|다음\s?날)|(?P<m>그저께|그제|엊그제)|(?P<n>모레)|(?P<o>재작년)"
    ),
    Lang.en: re.compile(
        r"(?P<a>last month|the previous month|the month before)|(?P<b>next month|the following month)|(?P<c>this month)|(?P<d>last week|the previous week)|(?P<e>next week|the following week)|(?P<f>this week)"
        r"|(?P<g>last year|the previous year|a year (?:earlier|ago))|(?P<h>next year|the following year)|(?P<i>this year)|(?P<m>the day before yesterday|two days (?:ago|earlier|before))|(?P<n>the day after tomorrow)"
        r"|(?P<j>yesterday|the (?:previous|day) (?:day|before)|the night before|last night)|(?P<k>\btoday\b|tonight)|(?P<l>tomorrow|the (?:next|following) (?:day|morning|night)|the (?:day|morning) after)|(?P<o>two years ago|the year before last)",
        re.IGNORECASE,
    ),
}
_EDGE = {
    Lang.ko: re.compile(
        r"(?P<before>이전|전까지|까지|[일월년]\s?전(?=에|\s|$))|(?P<after>이후|부터|[일월년]\s?뒤|이래)"
    ),
    Lang.en: re.compile(
        r"\b(?:(?P<before>before|until|till|prior|by|ahead)|(?P<after>after|since|following|from|starting))\b",
        re.IGNORECASE,
    ),
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAYS_EN = "mon tue wed thu fri sat sun".split()
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_KO = {
    "year": re.compile(r"(?<!\d)(?P<value>(?:19|20)\d\d)(?=년|\.|-|/|\D|$)"),
    "month": re.compile(r"(?<!\d)(?P<value>1[0-2]|0?[1-9])월|(?<=\d{4}[-.])\s?(?P<iso>\d\d?)(?=[-.])"),
    "day": re.compile(
        r"(?<!\d)(?P<value>[12]\d|3[01]|0?[1-9])일(?!\s?(?:간|동안|째|전|후|뒤|만에))|(?<=\d{4}[-.]\d\d[-.])(?P<iso>\d\d)"
    ),
    "weekday": re.compile(r"(?P<value>[월화수목금토일])요일"),
    "part": re.compile(
        r"(?P<value>상순|초순|중순|하순|월\s?초|월\s?중(?!순)|월\s?말|달\s?초|달\s?중(?!순)|달\s?말|초하루|그믐|연초|연말|년\s?초|년\s?말)"
    ),
    "half": re.compile(r"(?P<value>상반기|하반기)"),
    "season": re.compile(r"(?P<value>봄|여름|가을|겨울)"),
}
_EN = {
    "year": re.compile(r"\b(?P<value>(?:19|20)\d\d)\b"),
    "month": re.compile(r"\b(?P<value>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?<=\d{4}-)(?P<iso>\d\d)(?=-)", re.IGNORECASE),
    "day": re.compile(r"(?<![\d,.-])(?P<value>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|\s?(?:day|week|month|year|hour))|(?<=\d{4}-\d\d-)(?P<iso>\d\d)", re.IGNORECASE),
    "weekday": re.compile(r"\b(?P<value>mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b", re.IGNORECASE),
    "part": re.compile(r"\b(?P<value>early|beginning|start|first (?:days|ten days|week|third|part)|opening|mid|middle|late|latter|last (?:days|ten days|third|part)|end|closing|tail end|turn)\b", re.IGNORECASE),
    "half": re.compile(r"\b(?P<value>first half|second half)\b", re.IGNORECASE),
    "season": re.compile(r"\b(?P<value>spring|summer|autumn|fall|winter)\b", re.IGNORECASE),
}  # fmt: skip
_PARTS = {
    "봄": 1, "여름": 2, "가을": 3, "겨울": 4, "spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4,
    "상순": 1, "초순": 1, "월초": 1, "달초": 1, "초하루": 1, "연초": 1, "년초": 1, "중순": 2, "월중": 2, "달중": 2, "하순": 3, "월말": 3, "달말": 3,
    "그믐": 3, "연말": 3, "년말": 3, "early": 1, "beginning": 1, "start": 1, "opening": 1, "turn": 1, "mid": 2, "middle": 2, "late": 3, "latter": 3, "end": 3,
    "closing": 3, "tailend": 3, "상반기": 1, "하반기": 2, "firsthalf": 1, "secondhalf": 2,
}  # fmt: skip


@frozen
class Moment:
    """``said`` are the parts of a date that its words name; ``days`` what the reader takes them for."""

    span: TextSpan
    said: frozenset[tuple[str, int]]
    days: DateSpan | None

    @property
    def firm(self) -> bool:
        """It names a day, a month or a part of one, and not only last month or yesterday."""
        return any(name not in {"relative", "edge"} for name, _ in self.said)

    def part(self, name: str) -> frozenset[int]:
        """Every value that is named: from October to December names two months."""
        return frozenset(value for key, value in self.said if key == name)


def moments(text: str, lang: Lang, day: date) -> Iterator[Moment]:
    taken: list[TextSpan] = []
    for mention in find_dates(text, lang, day):
        words = mention.span.words(text)
        said = set(_said(words, lang))
        span = mention.span
        before = _PART_BEFORE.search(text, max(0, span.start - 40), span.start) if lang is Lang.en else None
        if before is not None and not any(name == "part" for name, _ in said):
            said |= {(key, value) for key, value in _said(before[0], lang) if key == "part"}
            span = TextSpan(before.start(), span.end, span.sha256)
        after = _DAY_AFTER.match(text, span.end) if lang is Lang.ko else None
        if after is not None and not any(name == "day" for name, _ in said):
            said.add(("day", int(after["value"])))
            span = TextSpan(span.start, after.end(), span.sha256)
        taken.append(span)
        yield Moment(span, frozenset(said), None if after is not None else _days(mention))
    for match in _DATED[lang].finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in taken):
            taken.append(TextSpan(*match.span()))
            yield Moment(taken[-1], frozenset(_said(match[0], lang)), None)
    for match in _WEEKLY_EN.finditer(text) if lang is Lang.en else ():
        yield Moment(TextSpan(*match.span()), frozenset({("weekday", _DAYS_EN.index(match["value"].lower()))}), None)
    for match in _YEAR_KO.finditer(text) if lang is Lang.ko else ():
        if not any(one.start < match.end() and match.start() < one.end for one in taken):
            yield Moment(
                TextSpan(*match.span()), frozenset({("year", int(match["value"]))}), DateSpan.year(int(match["value"]))
            )


def _days(mention: DateMention) -> DateSpan | None:
    value = mention.value
    if isinstance(value, Period):
        return value.start or value.end
    return value


def _said(words: str, lang: Lang) -> Iterator[tuple[str, int]]:
    for name, pattern in (_KO if lang is Lang.ko else _EN).items():
        for match in pattern.finditer(words):
            found = match["value"] or match.groupdict().get("iso") or ""
            value = _value(name, re.sub(r"\s", "", found.lower()))
            if value is not None:
                yield name, value
    if _WEEKEND.search(words):
        yield "weekday", 7
    yield from _relative(words, lang)
    edge = _EDGE[lang].search(words)
    if edge is not None:
        yield "edge", 0 if edge["before"] else 1


def _relative(words: str, lang: Lang) -> Iterator[tuple[str, int]]:
    """Last month, next year, yesterday: which of them, as a number."""
    match = _RELATIVE[lang].search(words)
    if match is not None and match.lastgroup:
        yield "relative", ord(match.lastgroup)


def _value(name: str, word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if name == "month":
        return _MONTHS.index(word) + 1
    if name == "weekday":
        return "월화수목금토일".index(word) if word in "월화수목금토일" else _DAYS_EN.index(word)
    if word.startswith(("first", "last")) and word not in _PARTS:
        return 1 if word.startswith("first") else 3
    return _PARTS.get(word)


def shared_names(one: Moment, other: Moment) -> frozenset[str]:
    """Parts of a date that both name."""
    return frozenset(key for key, _ in one.said) & frozenset(key for key, _ in other.said)


def same_moment(one: Moment, other: Moment) -> int:
    """0 when they differ: a part that both name has two values, or the days are not the same."""
    shared = shared_names(one, other)
    if any(not _within(one.part(key), other.part(key)) for key in shared):
        return 0
    if one.days is not None and other.days is not None:
        if (one.days.earliest is None and other.days.latest is None) or (
            one.days.latest is None and other.days.earliest is None
        ):
            return 0
        if (one.days.earliest, one.days.latest) == (other.days.earliest, other.days.latest):
            return 4
        if _coarser(one, other):
            return 0
        if one.days.overlaps(other.days):
            return 2
    return 1 if shared - {"part"} else 0


def _within(one: frozenset[int], other: frozenset[int]) -> bool:
    """One language may split what the other says in one phrase."""
    return one <= other or other <= one


def _coarser(one: Moment, other: Moment) -> bool:
    """Both name one month, and one of them alone a day or a part of it."""
    if len(one.part("month")) != 1 or one.part("month") != other.part("month"):
        return False
    finer = [any(moment.part(name) for name in ("day", "part")) for moment in (one, other)]
    return finer[0] != finer[1] and not _is_whole(one if finer[0] else other)


def _is_whole(moment: Moment) -> bool:
    return moment.days is not None and (moment.days.days or 0) >= 28
