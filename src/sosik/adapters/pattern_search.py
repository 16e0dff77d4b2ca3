"""Many patterns at once, by the Aho-Corasick automaton of the Rust library."""

from collections.abc import Iterable, Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation

_FAST = 300_000
"""Bytes of patterns up to which the table of every state is held: three times the speed, some 250 bytes of memory for each of them."""


class PatternSearch:
    """An automaton over bytes; serves ``bulletins.leaks.matching.Automaton``."""

    def __init__(self, patterns: Sequence[bytes]) -> None:
        is_small = sum(map(len, patterns)) <= _FAST
        kind = Implementation.DFA if is_small else Implementation.ContiguousNFA
        self._search = BytesAhoCorasick(list(patterns), implementation=kind) if patterns else None

    def find(self, haystack: bytes) -> Iterable[tuple[int, int, int]]:
        return self._search.find_matches_as_indexes(haystack, overlapping=True) if self._search else ()
