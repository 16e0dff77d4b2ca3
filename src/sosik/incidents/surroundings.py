"""What a claim's surroundings add to it before it is compared: how busy they are, whose words, whose list."""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import evolve, frozen

from sosik.incidents.background import Background
from sosik.incidents.columns import NONE, Bools, Columns, Ints
from sosik.incidents.row import LinkRow

CATALOGUE_CLAIMS = 300  # more than a person witnesses
CATALOGUE_SHARE = 0.05  # and enough of the table that it lists, not passes on
WORDS_CLAIMS = 50  # a source's words are known once it has told as many claims
WORDS_SHARED = 0.5  # two vocabularies are one codebook's when they share as much of what both say


@frozen(eq=False)
class Sources:
    """By name: which sources are catalogues, and which vocabulary (from 1) a source uses that has told enough to know."""

    catalogues: frozenset[str] = frozenset()
    vocabularies: Mapping[str, int] = {}

    @classmethod
    def of(cls, columns: Columns) -> "Sources":
        source, words = columns.numbers["source"], columns.words["source"]
        told = np.bincount(source[source != NONE], minlength=len(words))
        large = [
            code for code in np.flatnonzero(told > CATALOGUE_CLAIMS) if told[code] > CATALOGUE_SHARE * len(columns)
        ]
        known = [int(code) for code in np.flatnonzero(told >= WORDS_CLAIMS)]
        shares = {code: _shares(columns, code) for code in known} if _is_few(known) else {}
        return cls(frozenset(words[int(code)] for code in large), _vocabularies(shares, words))

    def listed(self, columns: Columns) -> Bools:
        """By row, whether its source is a catalogue."""
        named = np.array([*(name in self.catalogues for name in columns.words["source"]), False], dtype=np.bool_)
        found: Bools = named[columns.numbers["source"]]
        return found


@frozen(eq=False)
class Surroundings:
    """By row of the columns."""

    busy: Ints
    vocabulary: Ints
    is_catalogued: Bools

    @classmethod
    def of(cls, columns: Columns, background: Background, sources: Sources) -> "Surroundings":
        names = columns.words["source"]
        source = columns.numbers["source"]
        listed = sources.listed(columns)
        words = np.array([*(sources.vocabularies.get(name, 0) for name in names), 0], dtype=np.int64)[source]
        return cls(background.levels(columns), words, listed)

    def around(self, row: LinkRow, number: int) -> LinkRow:
        return evolve(
            row,
            busy=int(self.busy[number]),
            vocabulary=int(self.vocabulary[number]),
            is_catalogued=bool(self.is_catalogued[number]),
        )


def _is_few(sources: Sequence[int]) -> bool:
    """Vocabularies are told apart among a few large sources; where many speak, they speak one desk's words."""
    return 2 <= len(sources) <= 20


def _shares(columns: Columns, source: int) -> dict[int, float]:
    own = columns.numbers["category"][columns.numbers["source"] == source]
    words, times = np.unique(own, return_counts=True)
    return {int(word): float(count) / len(own) for word, count in zip(words, times, strict=True)}


def _vocabularies(shares: Mapping[int, Mapping[int, float]], names: Sequence[str]) -> dict[str, int]:
    """Sources that share words are of one vocabulary, also through a third."""
    heads: list[set[int]] = []
    for source, own in shares.items():
        same = [head for head in heads if any(_shared(own, shares[other]) >= WORDS_SHARED for other in head)]
        heads = [head for head in heads if head not in same] + [{source}.union(*same)]
    heads.sort(key=lambda head: min(names[source] for source in head))
    if len(heads) < 2:
        return {}
    return {names[source]: number for number, head in enumerate(heads, 1) for source in head}


def _shared(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """How much of what either says is in words that both use: the smaller of the two shares."""
    both = set(one) & set(other)
    return min(sum(own[word] for word in both) for own in (one, other))
