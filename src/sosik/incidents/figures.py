"""Figures by the rule "envelope/1": honest ranges over origins, never an average."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from attrs import evolve, frozen

from sosik.claims.claim import Claim
from sosik.incidents.incident import Figures, Incident
from sosik.incidents.judgement import Groups
from sosik.incidents.origins import Group
from sosik.values.ids import ClaimId, IncidentId
from sosik.values.quantity import Count

CASUALTIES = ("killed", "injured", "total")


@frozen
class Sum:
    """Over incidents: ``count`` adds what is stated, None where nothing is; ``not_stated`` incidents say no number."""

    count: Count | None
    stated: int
    not_stated: int


def figures(claims: Sequence[Claim], groups: Sequence[Group]) -> Figures:
    """Min and max are the envelope of all that the claims state; best is the value that more than half of the origins
    that state a number agree on, else None. Only claims that are asserted or passed on may be given.

    "At least five" keeps 5 as min with an open max. Casualties are always named, None where nobody states one.
    """
    stated = [claim.casualties for claim in claims]
    outcomes = [*CASUALTIES, *sorted({key for counts in stated for key in counts} - set(CASUALTIES))]
    return Figures({outcome: _figure(outcome, claims, groups) for outcome in outcomes})


def chosen(made: Figures, best: Mapping[str, int]) -> Figures:
    """With the best values that a member chose; one outside the range that the claims state is not taken."""
    return evolve(made, counts={key: _with_best(count, best.get(key)) for key, count in made.counts.items()})


def sum_over(incidents: Iterable[Incident], outcome: str, cannot_tell: Iterable[tuple[str, str]]) -> Sum:
    """The min merges every pair that nobody can tell apart, the max keeps all apart; headlines say the min."""
    every = sorted(incidents, key=lambda one: one.id)
    counts = {one.id: count for one in every if (count := one.figures.counts.get(outcome)) is not None}
    if not counts:
        return Sum(None, 0, len(every))
    merged = _merged(counts, cannot_tell)
    apart = reduce(Count.__add__, counts.values())
    low = sum(count.min for count in merged)
    best = apart.best if len(merged) == len(counts) else None
    return Sum(Count(low, best, apart.max), len(counts), len(every) - len(counts))


def _figure(outcome: str, claims: Sequence[Claim], groups: Sequence[Group]) -> Count | None:
    stated = _stated(outcome, claims)
    if not stated:
        return None
    envelope = reduce(Count.envelope, stated)
    return evolve(envelope, best=_most_state([said for group in groups if (said := _stated(outcome, group))]))


def _stated(outcome: str, claims: Iterable[Claim]) -> list[Count]:
    counts = (claim.casualties.get(outcome) for claim in claims)
    return [count for count in counts if count is not None]


def _most_state(origins: Sequence[Sequence[Count]]) -> int | None:
    """An origin that says two bests has none."""
    bests = Counter(_only({count.best for count in said if count.best is not None}) for said in origins)
    return next((value for value, times in bests.items() if value is not None and 2 * times > len(origins)), None)


def _only(values: set[int]) -> int | None:
    return next(iter(values)) if len(values) == 1 else None


def _with_best(count: Count | None, best: int | None) -> Count | None:
    return evolve(count, best=best) if count is not None and best is not None and count.holds(best) else count


def _merged(counts: Mapping[IncidentId, Count], cannot_tell: Iterable[tuple[str, str]]) -> list[Count]:
    """One count for each group of incidents that may be one."""
    groups = Groups()
    for one, other in cannot_tell:
        groups.join(ClaimId(one), ClaimId(other))
    merged: dict[ClaimId, Count] = {}
    for name, count in counts.items():
        head = groups.head(ClaimId(name))
        merged[head] = merged[head].envelope(count) if head in merged else count
    return list(merged.values())
