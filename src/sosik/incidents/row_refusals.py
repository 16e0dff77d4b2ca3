"""Rows that are refused, each with the first reason found; the rest go on."""

from collections.abc import Sequence

import numpy as np

from sosik.incidents.columns import Bools, Ints


class Refusals:
    """``refused`` marks the rows so far."""

    def __init__(self, lines: Ints) -> None:
        self._lines = lines
        self._why: dict[int, tuple[str, str]] = {}
        self.refused: Bools = np.zeros(len(lines), dtype=np.bool_)

    def where(self, rows: Bools, english: str, korean: str) -> None:
        """Refuse the marked rows that were not refused before."""
        for row in np.flatnonzero(rows & ~self.refused):
            self._why[int(row)] = english, korean
        self.refused |= rows

    def listed(self) -> Sequence[tuple[int, str, str]]:
        """Line, and the reason in English and Korean."""
        return [(int(self._lines[row]), *self._why[row]) for row in sorted(self._why)]
