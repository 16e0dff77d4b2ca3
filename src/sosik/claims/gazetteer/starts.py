"""Where the Korean names of a gazetteer may stand in a text: one pass of an automaton instead of a look at every word."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

_FIRST, _LAST = "가", "힣"


class NameStarts:
    """``found`` gives every place where a name stands letter by letter, the earliest first and the longest of it first."""

    def __init__(self, names: Iterable[str]) -> None:
        hangul = [name for name in names if _FIRST <= name[0] <= _LAST and len(name) > 1]
        self._automaton = AhoCorasick(hangul, implementation=Implementation.ContiguousNFA) if hangul else None

    def found(self, text: str) -> Iterator[tuple[int, list[int]]]:
        """Each start with the ends of the names that stand there."""
        if self._automaton is None:
            return
        ends: dict[int, list[int]] = {}
        for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            ends.setdefault(start, []).append(end)
        for start in sorted(ends):
            yield start, sorted(ends[start], reverse=True)
