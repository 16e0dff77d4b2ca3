"""Incidents on lists: how many stand on each combination of lists, as the estimates take it."""

from itertools import permutations

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from sosik.errors import EstimateTable

Whole = NDArray[np.int64]
Floats = NDArray[np.float64]
MOST_LISTS = 8


@frozen(eq=False)
class ListTable:
    """``counts[pattern]`` incidents stand on exactly the lists whose bits are set in ``pattern``; bit 0 is the first list.

    ``counts[0]`` is nought, since nobody saw those. At most eight lists; raises EstimateTable on anything else.
    """

    names: tuple[str, ...]
    counts: Whole = field(repr=False)

    def __attrs_post_init__(self) -> None:
        if not 1 <= len(self.names) <= MOST_LISTS:
            raise EstimateTable(why=f"it has {len(self.names)} lists, and between 1 and {MOST_LISTS} are taken")
        if self.counts.shape != (2 ** len(self.names),) or self.counts[0] != 0 or (self.counts < 0).any():
            raise EstimateTable(why="its counts are not one for each pattern of lists, none of them negative")

    @property
    def documented(self) -> int:
        return int(self.counts.sum())

    @property
    def seen_twice(self) -> int:
        """Incidents on two lists or more."""
        return int(self.counts[sizes(len(self.names)) >= 2].sum())

    def on(self, at: int) -> int:
        """Incidents on list ``at``, whatever other lists they are on."""
        return int(self.counts[_patterns(len(self.names)) >> at & 1 == 1].sum())

    def shared(self, at: int) -> int:
        """Incidents on list ``at`` and on some other list."""
        return self.on(at) - int(self.counts[1 << at])

    def reordered(self, order: tuple[int, ...]) -> "ListTable":
        """The same table with list ``order[k]`` in place ``k``."""
        return ListTable(tuple(self.names[at] for at in order), self.counts[_moved(order)])

    def canonical(self) -> "ListTable":
        """The order of lists whose counts come first in the dictionary, so that no estimate rests on the order given.

        Lists of equal standing keep the order of their names.
        """
        known = tuple(
            sorted(range(len(self.names)), key=lambda at: (self.on(at), int(self.counts[1 << at]), self.names[at]))
        )
        best = min(_fitting(self, known), key=lambda order: self.counts[_moved(order)].tolist())
        return self.reordered(best)


def sizes(lists: int) -> Whole:
    """How many lists are in each pattern."""
    return np.array([pattern.bit_count() for pattern in range(2**lists)], dtype=np.int64)


def supersets(values: Floats) -> Floats:
    """For each pattern the sum over the patterns that hold it, along the last axis (the zeta transform)."""
    return _transformed(values, upward=True)


def subsets(values: Floats) -> Floats:
    """For each pattern the sum over the patterns that it holds, along the last axis."""
    return _transformed(values, upward=False)


def _transformed(values: Floats, *, upward: bool) -> Floats:
    summed = np.array(values, dtype=np.float64)
    step = 1
    while step < summed.shape[-1]:
        halves = summed.reshape(*summed.shape[:-1], summed.shape[-1] // (2 * step), 2, step)
        if upward:
            halves[..., 0, :] += halves[..., 1, :]
        else:
            halves[..., 1, :] += halves[..., 0, :]
        step *= 2
    return summed


def _patterns(lists: int) -> Whole:
    return np.arange(2**lists, dtype=np.int64)


def _moved(order: tuple[int, ...]) -> Whole:
    """For each new pattern the old one."""
    patterns = _patterns(len(order))
    old = np.zeros_like(patterns)
    for new, at in enumerate(order):
        old |= (patterns >> new & 1) << at
    return old


def _fitting(table: ListTable, known: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Orders of the lists in which only those of equal sizes change places."""
    groups: dict[tuple[int, int], list[int]] = {}
    for at in known:
        groups.setdefault((table.on(at), int(table.counts[1 << at])), []).append(at)
    orders: list[tuple[int, ...]] = [()]
    for members in groups.values():
        orders = [(*order, *one) for order in orders for one in permutations(members)]
    return orders
