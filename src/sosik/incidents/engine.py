"""Scoring many pairs: what an engine is given and gives back. All engines give the same pairs."""

from collections.abc import Iterable
from typing import Protocol

import numpy as np
from attrs import frozen

from sosik.incidents.blocking import Boxes, meetings
from sosik.incidents.clustering import CLIP_BITS
from sosik.incidents.columns import Columns, Floats, Ints
from sosik.incidents.scoring import Model, score
from sosik.incidents.surroundings import Surroundings

FLOOR_BITS = -CLIP_BITS  # a pair at or under it weighs as though the two had never met


@frozen(eq=False)
class Task:
    """Claims as columns, each with its surroundings and the cells in which it meets others, and the model of the release.

    Wanted are the pairs that weigh more than ``floor``.
    """

    columns: Columns
    surroundings: Surroundings
    boxes: Boxes
    model: Model
    floor: float = FLOOR_BITS

    @classmethod
    def of(cls, columns: Columns, model: Model, floor: float = FLOOR_BITS) -> "Task":
        surroundings = Surroundings.of(columns, model.background, model.sources)
        return cls(columns, surroundings, Boxes.of(columns), model, floor)


@frozen(eq=False)
class Scored:
    """Pairs of rows, ``left`` before ``right``, in order; ``weight`` in bits to 6 places."""

    left: Ints
    right: Ints
    weight: Floats

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int, float]]) -> "Scored":
        ordered = sorted(pairs)
        left, right, weight = zip(*ordered, strict=True) if ordered else ((), (), ())
        return cls(np.array(left, dtype=np.int64), np.array(right, dtype=np.int64), np.array(weight, dtype=np.float64))

    def __len__(self) -> int:
        return len(self.left)

    def shifted(self, bits: float, floor: float) -> "Scored":
        """Every weight moved by so many bits; what then is at or under the floor is left out."""
        weight = np.round(self.weight + bits, 6)
        kept = weight > floor
        return Scored(self.left[kept], self.right[kept], weight[kept])


class Engine(Protocol):
    def score(self, task: Task) -> Scored:
        """Every pair that meets and weighs more than the floor of the task."""
        ...


class Reference:
    """The short one: pair by pair, in plain Python."""

    def score(self, task: Task) -> Scored:
        return weighed(task, meetings(task.columns, task.boxes))


def weighed(task: Task, pairs: Iterable[tuple[int, int]]) -> Scored:
    """The pairs above the floor, each scored by the reference."""
    pairs = list(pairs)
    wanted = sorted({number for pair in pairs for number in pair})
    rows = {number: task.surroundings.around(task.columns.row(number), number) for number in wanted}
    scored = ((one, other, score(rows[one], rows[other], task.model).weight) for one, other in pairs)
    return Scored.of(found for found in scored if found[2] > task.floor)
