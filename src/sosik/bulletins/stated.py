"""How finely a text says when and where: a row says no more."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from sosik.claims.gazetteer.lookup import Entry, Gazetteer
from sosik.values.datespan import DateSpan, last_of_month
from sosik.values.ids import PlaceId
from sosik.values.text import Lang

GRAINS = ("day", "part", "month", "year")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
_STATED = {
    Lang.en: (
        (
            "day",
            re.compile(
                rf"{_MONTH}\s\d{{1,2}}\b(?!\d)|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|\b\d{{4}}-\d\d-\d\d\b|\bon the \d{{1,2}}(?:st|nd|rd|th)\b"
            ),
        ),
        (
            "part",
            re.compile(
                rf"(?:early|mid|late|beginning of|middle of|end of|first (?:half|ten days|third) of|last (?:ten days|third) of|second half of)[\s-](?:in\s)?{_MONTH}",
                re.IGNORECASE,
            ),
        ),
        ("month", re.compile(rf"\b{_MONTH}|\b(?:this|last) month\b")),
        ("year", re.compile(r"\b(?:19|20)\d\d\b|\b(?:this|last) year\b")),
    ),
    Lang.ko: (
        ("day", re.compile(r"\d{1,2}일(?!\s?(?:간|동안|째|전|후|뒤|만에))|\b\d{4}-\d\d-\d\d\b")),
        ("part", re.compile(r"[초중하상]순|\d{1,2}월\s?(?:초|중|말)|(?:이달|지난달)\s?(?:초|중|말)")),
        ("month", re.compile(r"\d{1,2}월|이달|지난달")),
        ("year", re.compile(r"\d{4}년|올해|지난해|작년")),
    ),
}


def date_grain(texts: Iterable[tuple[Lang, str]]) -> str | None:
    """The finest of day, part of a month, month and year that any of the texts states; None when none does."""
    said = {grain for lang, text in texts for grain, pattern in _STATED[lang] if pattern.search(text)}
    return next((grain for grain in GRAINS if grain in said), None)


def coarsened_dates(span: DateSpan, grain: str) -> DateSpan:
    """The span widened to whole grains; an open end stays open."""
    if grain == "day":
        return DateSpan(span.earliest, span.latest)
    return DateSpan(
        span.earliest and _first(span.earliest, grain),
        span.latest and _last(span.latest, grain),
    )


def places_named(texts: Iterable[tuple[Lang, str]], gazetteer: Gazetteer) -> frozenset[PlaceId]:
    return frozenset(
        entry.id for lang, text in texts for mention in gazetteer.find(text, lang) for entry in mention.entries
    )


def paragraphs_at(body: str, positions: Sequence[int]) -> tuple[str, ...]:
    """The paragraphs that hold any of the positions."""
    found: list[str] = []
    at = 0
    for part in re.split(r"(\n\s*\n)", body):
        if any(at <= position < at + len(part) for position in positions) and part.strip():
            found.append(part)
        at += len(part)
    return tuple(found)


def stated_area(entry: Entry, named: frozenset[PlaceId], gazetteer: Gazetteer) -> Entry | None:
    """The finest of the place and what it lies in that the text names; None when it names none."""
    return next((area for area in (entry, *gazetteer.parents(entry.id)) if area.id in named), None)


def _first(day: date, grain: str) -> date:
    if grain == "year":
        return date(day.year, 1, 1)
    if grain == "month":
        return day.replace(day=1)
    return day.replace(day=1 if day.day <= 10 else 11 if day.day <= 20 else 21)


def _last(day: date, grain: str) -> date:
    if grain == "year":
        return date(day.year, 12, 31)
    if grain == "month" or day.day > 20:
        return last_of_month(day.year, day.month)
    return day.replace(day=10 if day.day <= 10 else 20)
