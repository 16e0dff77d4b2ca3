"""Fingerprints of a text by winnowing, so that a shared run of words is found wherever it stands.

Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD 2003): of every window
of hashes of runs of characters the least is kept, so that any shared run of ``_RUN + _WINDOW - 1`` characters is met.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from zlib import crc32

from attrs import field, frozen

from sosik.values.text import Lang

_RUN = {Lang.en: 18, Lang.ko: 8}  # letters, about three words
_WINDOW = {Lang.en: 12, Lang.ko: 6}


@frozen
class Fingerprints:
    """By hash, where in the text its run first stands; ``size`` is how many there are."""

    runs: Mapping[int, tuple[int, int]] = field(hash=False, repr=False)

    @property
    def size(self) -> int:
        return len(self.runs)


def fingerprints(text: str, lang: Lang) -> Fingerprints:
    letters, offsets = _letters(text)
    run = _RUN[lang]
    runs: dict[int, tuple[int, int]] = {}
    for at, mark in _least(_hashes(letters, run), _WINDOW[lang]):
        runs.setdefault(mark, (offsets[at], offsets[at + run - 1] + 1))
    return Fingerprints(runs)


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and figures alone, without case, and where each stands in the text."""
    kept = [(char.lower()[0], at) for at, char in enumerate(text) if char.isalnum()]
    return "".join(char for char, _ in kept), [at for _, at in kept]


def _hashes(letters: str, run: int) -> list[int]:
    return [crc32(letters[at : at + run].encode("utf-8", "surrogatepass")) for at in range(len(letters) - run + 1)]


def _least(hashes: list[int], window: int) -> Iterator[tuple[int, int]]:
    """Of each window the least hash and its place, each place once; in one pass."""
    waiting: deque[int] = deque()
    last = -1
    for at, mark in enumerate(hashes):
        while waiting and hashes[waiting[-1]] >= mark:
            waiting.pop()
        waiting.append(at)
        if waiting[0] <= at - window:
            waiting.popleft()
        if (at >= window - 1 or at == len(hashes) - 1) and waiting[0] != last:
            last = waiting[0]
            yield last, hashes[last]
