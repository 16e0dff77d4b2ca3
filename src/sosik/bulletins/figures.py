"""Numbers of people in a sentence that cites: each must be the computed one."""

import re
from collections.abc import Iterator

from sosik.bulletins.bulletin import Citation, Draft
from sosik.bulletins.case import Case, Cited
from sosik.bulletins.draft import masked
from sosik.bulletins.policy import Policy
from sosik.bulletins.reasons import reason
from sosik.bulletins.translation.amount import Amount
from sosik.bulletins.translation.numbers_en import amounts_en
from sosik.bulletins.translation.numbers_ko import amounts_ko
from sosik.bulletins.verdict import Reason
from sosik.claims.sentences import split
from sosik.incidents.incident import Measure
from sosik.values.quantity import Count
from sosik.values.text import Lang

_TELLERS = re.compile(
    r"\s?(?:[a-z-]+\s){0,2}?(?:sources|witnesses|informants)\b|\s?(?:의\s?)?(?:소식통|목격자|취재원)", re.IGNORECASE
)
_HARMED = re.compile(
    r"\s(?:were|was|have been|had been)\s(?:killed|wounded|injured|hurt|detained|arrested|repatriated)\b|\s(?:died|dead)\b",
    re.IGNORECASE,
)


def stale_figures(draft: Draft, case: Case, policy: Policy) -> Iterator[Reason]:
    """Every number of people beside a citation that is not the computed one, in figures or words of either language."""
    text = masked(draft)
    people = [one for one in _amounts(text, draft.lang) if _is_people(one, text)]
    for sentence in split(draft.body):
        cited = [c for c in draft.citations if sentence.start <= c.start < sentence.end]
        cited += _right_after(draft, sentence.end)
        counts = _counts(cited, case)
        if not counts:
            continue
        for one in people:
            own = sentence.start <= one.span.start < sentence.end
            if own and not any(_states(count, int(one.low), int(one.high)) for count in counts):
                span = (one.span.start, one.span.end)
                yield reason("stale-figure", policy, lang=draft.lang, text=text[slice(*span)], span=span)


def _amounts(text: str, lang: Lang) -> Iterator[Amount]:
    return amounts_ko(text, ()) if lang is Lang.ko else amounts_en(text)


def _is_people(one: Amount, text: str) -> bool:
    """A number of people who are told of, not of those who tell; a word without a number states none."""
    if one.magnitude is not None or _TELLERS.match(text, one.span.end):
        return False
    if one.units & {"ordinal", "share", "decade", "age"}:
        return False
    return "person" in one.units or (not one.units and bool(_HARMED.match(text, one.span.end)))


def _right_after(draft: Draft, end: int) -> list[Citation]:
    """A claim's citation behind the full stop belongs to the sentence before it."""
    return [c for c in draft.citations if c.claim and c.start >= end and not draft.body[end : c.start].strip(" ")][:1]


def _counts(citations: list[Citation], case: Case) -> list[Count]:
    found: list[Cited] = [one for citation in citations if (one := case.cited(citation)) is not None]
    return [count for one in found if not isinstance(one, Measure) for count in one.figures.counts.values() if count]


def _states(count: Count, low: int, high: int) -> bool:
    """The whole range, or one end of an open or wider one: "at least five" says its min."""
    return (low, high) == (count.min, count.max) or (low == high and low in {count.min, count.best, count.max})
