"""Sentences laid side by side: one with one, one with two or three, or with none, by what they say and how long they are.

The path is found by dynamic programming over both versions in order, as Gale and Church do by length alone ("A program for
aligning sentences in bilingual corpora", Computational Linguistics 19, 1993); here shared numbers, days, places, names and
words of the table of contrasts weigh too.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from sosik.bulletins.translation.page import Page
from sosik.bulletins.translation.terms import SOFT
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (2, 3), (3, 2), (1, 0), (0, 1))
_LETTERS = 2.15  # characters of English for one of Korean
_UNSAID, _JOIN, _LENGTH, _ALONE = 0.4, 1.2, 2.2, 1.5
_BAND = 8  # sentences that one version may run ahead of the other


@frozen
class Bead:
    """Sentences of both versions that say the same, by their numbers; one side is empty where the other has none."""

    ko: tuple[int, ...]
    en: tuple[int, ...]


@frozen
class _Unit:
    """Something said, by any of the keys that the other language may say it by."""

    keys: frozenset[str]
    weight: float


@frozen
class _Sentence:
    units: tuple[_Unit, ...]
    letters: int


def align(ko: Page, en: Page) -> tuple[Bead, ...]:
    left, right = _sentences(ko), _sentences(en)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    slope = len(right) / max(1, len(left))
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            if (i, j) == (0, 0) or abs(j - i * slope) > _BAND:
                continue
            found = [
                (best[i - a, j - b][0] + _score(left[i - a : i], right[j - b : j]), (a, b))
                for a, b in _SHAPES
                if (i - a, j - b) in best and a <= i and b <= j
            ]
            if found:
                best[i, j] = max(found, key=lambda one: one[0])
    return tuple(_path(best, len(left), len(right)))


def _path(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int) -> list[Bead]:
    beads: list[Bead] = []
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        beads.append(Bead(tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return beads[::-1]


def _score(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> float:
    if not left or not right:
        return -_ALONE
    mine, yours = ([unit for one in side for unit in one.units] for side in (left, right))
    ratio = math.log(max(1, sum(one.letters for one in right)) / (_LETTERS * max(1, sum(one.letters for one in left))))
    return _shared(mine, yours) - _JOIN * (len(left) + len(right) - 2) - _LENGTH * abs(ratio)


def _shared(mine: Sequence[_Unit], yours: Sequence[_Unit]) -> float:
    """What both say, each thing once, less what one of them does not."""
    by_key: dict[str, list[int]] = {}
    for number, unit in enumerate(yours):
        for key in unit.keys:
            by_key.setdefault(key, []).append(number)
    used: set[int] = set()
    total = 0.0
    for unit in mine:
        found = next((number for key in unit.keys for number in by_key.get(key, ()) if number not in used), None)
        if found is None:
            total -= _UNSAID * unit.weight
        else:
            used.add(found)
            total += unit.weight + yours[found].weight
    return total - _UNSAID * sum(unit.weight for number, unit in enumerate(yours) if number not in used)


def _sentences(page: Page) -> list[_Sentence]:
    units: list[list[_Unit]] = [[] for _ in page.sentences]
    for span, unit in _units(page):
        at = sentence_of(page.sentences, span)
        if at is not None:
            units[at].append(unit)
    return [_Sentence(tuple(own), span.end - span.start) for own, span in zip(units, page.sentences, strict=True)]


def sentence_of(sentences: Sequence[TextSpan], span: TextSpan) -> int | None:
    at = bisect_right(sentences, span.start, key=lambda one: one.start) - 1
    return at if at >= 0 and span.start < sentences[at].end else None


def _units(page: Page) -> Iterator[tuple[TextSpan, _Unit]]:
    for amount in (*page.amounts, *page.clocks):
        values = amount.values or {amount.low, amount.high}
        size = {f"size {amount.magnitude}"} if amount.magnitude is not None else {f"n {value:g}" for value in values}
        yield amount.span, _Unit(frozenset(size), 2.0 if amount.firm else 0.5)
    for moment in page.moments:
        named = {f"{name} {value}" for name, value in moment.said} or {f"day {moment.days}"}
        yield moment.span, _Unit(frozenset(named), 1.5)
    for place in page.places:
        yield place.span, _Unit(frozenset(place.ids), 1.0 if place.is_country else 2.0)
    for name in page.names:
        yield name.span, _Unit(name.keys | name.bones, 1.5 if page.lang is Lang.en else 0.5)
    for term in page.terms:
        keys = frozenset(f"{one.set}={one.value}" for one in term.meanings if one.set != SOFT)
        if keys:
            yield term.span, _Unit(keys, 1.0 if any(one.firm for one in term.meanings) else 0.4)
    for negation in page.negations:
        yield negation.span, _Unit(frozenset({"not"}), 0.8 if negation.strict else 0.2)
