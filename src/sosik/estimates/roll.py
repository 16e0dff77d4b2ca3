"""Who told of which incident: the lists behind a table of counts, with the links of which nobody is certain.

What counts alone cannot show is seen here: lists that retell one another, lists of different places or periods, and how much
the estimate rests on uncertain links.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from attrs import evolve, frozen

from sosik.estimates.lists import ListTable
from sosik.estimates.refusals import (
    COPIED_SHARE,
    FEWEST_COPIED,
    FEWEST_KNOWN,
    LEAST_MEETING,
    Refusal,
    Rule,
)

Merged = Mapping[str, str]


@frozen
class Entry:
    """That the list ``on`` tells of ``incident``. ``region`` and ``period`` are None when no one region or period holds it;
    ``retold`` names the other lists that it only passes on, none when it has a word of its own.
    """

    on: str
    incident: str
    region: str | None = None
    period: str | None = None
    retold: frozenset[str] = frozenset()


@frozen
class Doubt:
    """Two incidents that may be one, with the linker's probability that they are."""

    one: str
    other: str
    chance: float


@frozen
class Roll:
    """``loose`` are entries too vague to meet any other: each stands as an incident of its own."""

    entries: tuple[Entry, ...]
    doubts: tuple[Doubt, ...] = ()
    loose: tuple[Entry, ...] = ()

    @property
    def lists(self) -> tuple[str, ...]:
        return tuple(sorted({entry.on for entry in (*self.entries, *self.loose)}))

    def table(self, merged: Merged | None = None) -> ListTable:
        """Raises EstimateTable on more lists than are taken."""
        names = self.lists
        bit = {name: 1 << at for at, name in enumerate(names)}
        patterns: dict[str, int] = defaultdict(int)
        for entry in (*self.entries, *self.loose):
            patterns[_end(entry.incident, merged or {})] |= bit[entry.on]
        counts = np.zeros(2 ** len(names), dtype=np.int64)
        for pattern, times in Counter(patterns.values()).items():
            counts[pattern] = times
        return ListTable(names, counts)

    def drawn(self, draws: int, seed: int) -> tuple[ListTable, ...]:
        """Tables in which each doubt is one incident with its own chance, drawn apart."""
        random = np.random.default_rng(seed)
        chances = np.array([doubt.chance for doubt in self.doubts])
        return tuple(
            self.table(_joined(doubt for doubt, one in zip(self.doubts, draw, strict=True) if one))
            for draw in random.random((draws, len(chances))) < chances
        )

    def most_joined(self) -> ListTable:
        """Every doubt taken for one incident, and every loose entry put with an incident that it may mean: missed links
        push an estimate up, so this reading gives the lower end.
        """
        merged = _joined(self.doubts)
        on: dict[str, set[str]] = defaultdict(set)
        about: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            end = _end(entry.incident, merged)
            on[end].add(entry.on)
            about[end].append(entry)
        return evolve(self, entries=(*self.entries, *_placed(self.loose, on, about)), loose=()).table(merged)

    def refusals(self) -> tuple[Refusal, ...]:
        return (*_copying(self.entries), *_apart(self.entries))


def _joined(doubts: Iterable[Doubt]) -> dict[str, str]:
    """By incident the one that it is taken for; a chain ends at its first name."""
    merged: dict[str, str] = {}
    for doubt in doubts:
        one, other = sorted((_end(doubt.one, merged), _end(doubt.other, merged)))
        if one != other:
            merged[other] = one
    return merged


def _end(incident: str, merged: Merged) -> str:
    while incident in merged:
        incident = merged[incident]
    return incident


def _placed(loose: Sequence[Entry], on: Mapping[str, set[str]], about: Mapping[str, list[Entry]]) -> Iterable[Entry]:
    """Each with the incident on the most lists, but not yet on its own, that it may mean; alone where there is none.

    No two entries of one list go to the same incident, since each then tells of another.
    """
    taken: dict[str, set[str]] = defaultdict(set)
    by_size = sorted(on, key=lambda incident: (-len(on[incident]), incident))
    for entry in loose:
        free = (one for one in by_size if entry.on not in on[one] | taken[one] and _may_mean(entry, about[one]))
        incident = next(free, entry.incident)
        taken[incident].add(entry.on)
        yield evolve(entry, incident=incident)


def _may_mean(entry: Entry, others: Iterable[Entry]) -> bool:
    return all(
        None in (mine, yours) or mine == yours
        for other in others
        for mine, yours in ((entry.region, other.region), (entry.period, other.period))
    )


def _copying(entries: Iterable[Entry]) -> Iterable[Refusal]:
    """Pairs of lists of whose common incidents a share came by retelling."""
    by_incident: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for entry in entries:
        told = by_incident[entry.incident]
        told[entry.on] = told.get(entry.on, entry.retold) & entry.retold
    common, copied = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for told in by_incident.values():
        for one, other in combinations(sorted(told), 2):
            common[one, other] += 1
            copied[one, other] += one in told[other] or other in told[one]
    for (one, other), times in sorted(copied.items()):
        if times >= max(FEWEST_COPIED, COPIED_SHARE * common[one, other]):
            yield Refusal(Rule.copying, {"list": one, "other": other, "n": times})


def _apart(entries: Sequence[Entry]) -> Iterable[Refusal]:
    for what, korean in (("region", "지역"), ("period", "시기")):
        kept = [entry for entry in entries if getattr(entry, what) is not None]
        cells = {entry.incident: str(getattr(entry, what)) for entry in kept}
        for one, other in combinations(sorted({entry.on for entry in kept}), 2):
            meeting = meeting_chance(
                Counter(cells.values()),
                *(Counter(cells[e.incident] for e in kept if e.on == name) for name in (one, other)),
            )
            if meeting is not None and meeting < LEAST_MEETING:
                yield Refusal(Rule.lists_apart, {"list": one, "other": other, "what": f"{what}s", "what_ko": korean})


def meeting_chance(every: Counter[str], one: Counter[str], other: Counter[str]) -> float | None:
    """How often an incident can be on both lists, against lists that reach every cell alike: 1 for those, 0 for lists that
    share no cell; None when a list has too few entries to say.

    With shares ``w`` of all incidents, ``p`` and ``q`` of the lists', it is the sum of ``p q / w`` over cells: two lists'
    estimate (Petersen 1896) is pushed up by its inverse.
    """
    if min(one.total(), other.total()) < FEWEST_KNOWN:
        return None
    whole = every.total() / (one.total() * other.total())
    return sum(one[cell] * other[cell] * whole / count for cell, count in every.items())
