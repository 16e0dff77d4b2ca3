"""Which of many patterns can match a text at all: one pass of an automaton over letters that a match must hold."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

_ODD = ("ı", "İ")  # letters that a pattern without case takes for an i, and folding does not
_SURROGATES = re.compile("[\ud800-\udfff]")
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
Letters = frozenset[str]


class Sieve:
    """``candidates`` never leaves out a pattern that matches; of a pattern that needs no letters it is always one."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        needed = [required(pattern) for pattern in patterns]
        self._always = frozenset(number for number, letters in enumerate(needed) if not letters)
        owners: dict[str, list[int]] = {}
        for number, letters in enumerate(needed):
            for word in letters or ():
                owners.setdefault(word, []).append(number)
        self._owners = [tuple(numbers) for numbers in owners.values()]
        self._automaton = AhoCorasick(list(owners), implementation=Implementation.ContiguousNFA) if owners else None

    def candidates(self, text: str) -> list[int]:
        """The numbers of the patterns that may match somewhere in the text, in order."""
        if self._automaton is None:
            return sorted(self._always)
        found = {word for word, _, _ in self._automaton.find_matches_as_indexes(folded(text), overlapping=True)}
        return sorted(self._always.union(*(self._owners[word] for word in found)))


def folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    for odd in _ODD:
        if odd in text:
            text = text.replace(odd, "i")
    return _SURROGATES.sub("?", text).casefold()


def required(pattern: re.Pattern[str]) -> Letters | None:
    """Runs of letters, one of which stands in every match; None when no run is sure to."""
    try:
        return _of_sequence(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    except (re.error, RecursionError):
        return None


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Letters | None:
    """The most telling of what its parts need."""
    choices: list[Letters] = []
    run = ""
    for code, value in items:
        if code is codes.LITERAL:
            run += chr(value)
            continue
        choices += [frozenset({folded(run)})] if run else []
        run = ""
        inner = _of_item(code, value)
        choices += [inner] if inner else []
    choices += [frozenset({folded(run)})] if run else []
    return max(choices, key=lambda one: (min(3, *map(len, one)), -len(one)), default=None)


def _of_item(code: Any, value: Any) -> Letters | None:
    if code is codes.SUBPATTERN:
        return _of_sequence(value[3])
    if code is codes.ATOMIC_GROUP:
        return _of_sequence(value)
    if code in _REPEATS:
        return _of_sequence(value[2]) if value[0] else None
    if code is codes.BRANCH:
        return reduce(_either, (_of_sequence(branch) for branch in value[1]))
    return None


def _either(one: Letters | None, other: Letters | None) -> Letters | None:
    return one | other if one and other else None
