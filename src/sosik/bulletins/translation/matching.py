"""What of two lists has no counterpart in the other, pairing the surest first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def unmatched(
    here: Sequence[T], there: Sequence[T], same: Callable[[T, T], int]
) -> tuple[list[T], list[T], list[tuple[T, T]]]:
    """What is left of each, and the pairs; ``same`` is 0 for different, more the surer."""
    grades = sorted(
        (
            (-grade, abs(i - j), i, j)
            for i, one in enumerate(here)
            for j, other in enumerate(there)
            if (grade := same(one, other))
        ),
    )
    left, right = set(range(len(here))), set(range(len(there)))
    pairs: list[tuple[T, T]] = []
    for _, _, i, j in grades:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((here[i], there[j]))
    return [here[i] for i in sorted(left)], [there[j] for j in sorted(right)], pairs
