"""Many patterns at once, by the Aho-Corasick automaton of the Rust library."""

from collections.abc import Iterable, Sequence

from ahocorasick_rs import BytesAhoCorasick


class PatternSearch:
    """An automaton over bytes; serves ``bulletins.leaks.matching.Automaton``."""

    def __init__(self, patterns: Sequence[bytes]) -> None:
        self._search = BytesAhoCorasick(list(patterns)) if patterns else None

    def find(self, haystack: bytes) -> Iterable[tuple[int, int, int]]:
        return self._search.find_matches_as_indexes(haystack, overlapping=True) if self._search else ()
