"""Links that were missed: the table as it would be, had every incident on several lists been recognised.

An incident whose entry on one list was not linked to its others is counted twice and seen together once less, which pushes
every estimate up. Each of the ``m - 1`` links that hold an incident on ``m`` lists together is taken to be missed with the
given share; one entry then stands alone.
"""

import numpy as np

from sosik.estimates.lists import Floats

MISSED_SHARE = 0.10
"""What is allowed for when nothing is known of the links: our policy, from no source; at a tenth the lower end holds where a tenth is missed."""


def relinked(counts: Floats, share: float) -> Floats:
    """The counts before links were missed, from the largest patterns down; none below nought, and not whole numbers."""
    lists = (len(counts) - 1).bit_length()
    whole = counts.copy()
    for pattern in sorted(range(1, 2**lists), key=lambda one: -one.bit_count()):
        if pattern.bit_count() >= 2:
            missed = _missed(pattern, share)
            whole[pattern] = max(whole[pattern], 0.0) / (1.0 - missed)
            _take_back(whole, pattern, whole[pattern] * missed)
    return np.maximum(whole, 0.0)


def _take_back(whole: Floats, pattern: int, lost: float) -> None:
    """Each entry is as likely to have come loose as any other: what remained and what came loose were counted elsewhere."""
    entries = [1 << at for at in range(pattern.bit_length()) if pattern >> at & 1]
    for entry in entries:
        whole[pattern & ~entry] -= lost / len(entries)
        whole[entry] -= lost / len(entries)


def _missed(pattern: int, share: float) -> float:
    """The chance that some link of the pattern was missed."""
    return 1.0 - (1.0 - share) ** (pattern.bit_count() - 1)
