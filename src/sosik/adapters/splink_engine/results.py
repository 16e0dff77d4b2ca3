"""What the slabs gave, in the order that every engine keeps."""

from collections.abc import Iterable

import numpy as np

from sosik.incidents.engine import Scored


def in_order(parts: Iterable[Scored], floor: float) -> Scored:
    """By the left and then the right claim; what weighs no more than the floor is left out."""
    found = list(parts)
    left, right, weight = (
        np.concatenate(column) for column in zip(*((one.left, one.right, one.weight) for one in found), strict=True)
    )
    order = np.lexsort((right, left))
    order = order[weight[order] > floor]
    return Scored(left[order], right[order], weight[order])
