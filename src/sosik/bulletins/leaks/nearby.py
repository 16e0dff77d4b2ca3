"""Stretches around what was met in a text, so that only they are looked at again."""

from collections.abc import Iterable, Iterator


def around(spans: Iterable[tuple[int, int]], reach: int, length: int) -> Iterator[tuple[int, int]]:
    """Each span, in order, with ``reach`` on both sides, within ``length``; those that meet are one."""
    start, end = 0, -1
    for first, last in spans:
        if end >= 0 and first - reach <= end:
            end = max(end, last + reach)
            continue
        if end >= 0:
            yield start, min(end, length)
        start, end = max(0, first - reach), last + reach
    if end >= 0:
        yield start, min(end, length)
