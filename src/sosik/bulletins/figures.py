"""Numbers of people in a sentence that cites: each must be the computed one."""

import re
from collections.abc import Iterator

from sosik.bulletins.bulletin import Citation, Draft
from sosik.bulletins.case import Case, Cited
from sosik.bulletins.draft import masked
from sosik.bulletins.policy import Policy
from sosik.bulletins.reasons import reason
from sosik.bulletins.verdict import Reason
from sosik.claims.sentences import split
from sosik.incidents.incident import Measure
from sosik.values.quantity import Count
from sosik.values.text import Lang

_WORDS_EN = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
_WORDS_KO = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_NUMBER_EN = rf"(?:\d[\d,]*|{'|'.join(_WORDS_EN)})"
_NUMBER_KO = rf"(?:\d[\d,]*|{'|'.join(_WORDS_KO)})"
_SAID_EN = re.compile(
    rf"\b(?P<low>{_NUMBER_EN})(?:\s?(?:to|or|and|[-–])\s?(?P<high>{_NUMBER_EN}))?\s(?:(?:other|more|would-be|North|Korean|young|unarmed|of the)\s){{0,3}}"
    r"(?:people|persons?|m[ae]n|wom[ae]n|children|soldiers|defectors|residents|villagers|others|victims|civilians|were (?:killed|wounded|injured|hurt|detained|arrested))\b",
    re.IGNORECASE,
)
_SAID_KO = re.compile(
    rf"(?P<low>{_NUMBER_KO})\s?(?:명)?(?:\s?(?:[~∼-]|내지|에서)\s?(?P<high>{_NUMBER_KO}))?\s?(?:명|사람)(?!의\s?(?:소식통|목격자|취재원))"
)
_TELLERS = re.compile(r"\b(?:sources|witnesses|informants)\b", re.IGNORECASE)


def stale_figures(draft: Draft, case: Case, policy: Policy) -> Iterator[Reason]:
    text = masked(draft)
    pattern = _SAID_KO if draft.lang is Lang.ko else _SAID_EN
    for sentence in split(draft.body):
        cited = [c for c in draft.citations if sentence.start <= c.start < sentence.end]
        cited += _right_after(draft, sentence.end)
        counts = _counts(cited, case)
        if not counts:
            continue
        for match in pattern.finditer(text[sentence.start : sentence.end]):
            low, high = _number(match["low"]), _number(match["high"] or match["low"])
            if not any(_states(count, low, high) for count in counts) and not _TELLERS.search(match[0]):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                yield reason("stale-figure", policy, lang=draft.lang, text=text[start:end], span=(start, end))


def _right_after(draft: Draft, end: int) -> list[Citation]:
    """A claim's citation behind the full stop belongs to the sentence before it."""
    return [c for c in draft.citations if c.claim and c.start >= end and not draft.body[end : c.start].strip(" ")][:1]


def _counts(citations: list[Citation], case: Case) -> list[Count]:
    found: list[Cited] = [one for citation in citations if (one := case.cited(citation)) is not None]
    return [count for one in found if not isinstance(one, Measure) for count in one.figures.counts.values() if count]


def _states(count: Count, low: int, high: int) -> bool:
    """The whole range, or one end of an open or wider one: "at least five" says its min."""
    return (low, high) == (count.min, count.max) or (low == high and low in {count.min, count.best, count.max})


def _number(word: str) -> int:
    word = word.replace(",", "").casefold()
    return int(word) if word.isdigit() else _WORDS_EN.get(word, _WORDS_KO.get(word, -1))
