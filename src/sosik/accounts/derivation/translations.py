"""Translated copies: no word is shared, but the same facts stand in the same order.

Two people who saw one event also say much the same. So a translation is proposed only between published words, or words of
nobody's own, and only where more agrees than an event's own four facts: see ``_is_translation``.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from sosik.accounts.derivation.alignment import Alignment, align
from sosik.accounts.derivation.facts import Told

_SHARE = 0.75
_FEWEST, _KINDS = 5, 3
_OWNERS = 24  # accounts that three facts in common are remembered for
_FIRST = 12  # facts of an account that make keys: its opening tells what it is about
_LONGER = 2.2  # times; Hangul is written in fewer letters than English


@frozen
class Translation:
    here: Told
    there: Told
    aligned: Alignment


def translations(told: Sequence[Told]) -> Iterator[Translation]:
    """For each account, in the order given, the earlier one in the other language that it follows most closely."""
    owners: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(told):
        met: set[int] = set()
        for key in _keys(one):
            known = owners.setdefault(key, [])
            met.update(known)
            if len(known) < _OWNERS:
                known.append(number)
        found = [
            Translation(one, told[other], align(one, told[other]))
            for other in sorted(met)
            if told[other].account.lang is not one.account.lang and _may_be(one, told[other])
        ]
        best = max((each for each in found if _is_translation(each)), key=lambda each: each.aligned.share, default=None)
        if best is not None:
            yield best


def _keys(one: Told) -> Iterator[tuple[str, ...]]:
    """Three different facts in common bring two accounts together: one changed detail leaves such a three."""
    values = sorted({f"{fact.kind}:{fact.value}" for fact in one.facts[:_FIRST] if fact.kind != "number"})
    yield from combinations(values[:8], 3)


def _may_be(here: Told, there: Told) -> bool:
    """What the desk has from two sources at first hand is theirs, however alike."""
    return not (here.is_own or there.is_own)


def _is_translation(found: Translation) -> bool:
    aligned = found.aligned
    longer = len(found.here.facts) / max(1, len(found.there.facts))
    return (
        aligned.share >= _SHARE
        and len(aligned.same) >= _FEWEST
        and len(aligned.kinds) >= _KINDS
        and 1 / _LONGER <= longer <= _LONGER
    )
