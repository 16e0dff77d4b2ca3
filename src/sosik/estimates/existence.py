"""Whether a model's estimate exists, by linear programming and not by watching the steps run away.

The maximum likelihood estimate exists when the sufficient margins lie inside their cone and not on its edge: when some table
with a positive mean in every open pattern has the margins that were seen (Fienberg and Rinaldo 2012, Annals of Statistics 40,
996-1023). The programme seeks the table whose least mean is greatest.
"""

import numpy as np
from scipy.optimize import linprog

from sosik.estimates.fitting import Fits, Shapes
from sosik.estimates.lists import Floats
from sosik.estimates.models import Model, matrix

_POSITIVE = 1e-7


def exists(model: Model, counts: Floats) -> bool:
    """Also False when the model cannot tell the unseen."""
    shapes = Shapes.of(matrix([model], (len(counts) - 1).bit_length()), counts)
    if not shapes.tell[0]:
        return False
    terms, patterns = np.flatnonzero(shapes.held[0]), np.flatnonzero(shapes.open[0])
    design = (patterns[None, :] & terms[:, None] == terms[:, None]).astype(np.float64)
    margins = design @ counts[patterns]
    # Variables: the surplus of each pattern over the least mean, and that least mean itself, at most one.
    both = np.hstack([design, design.sum(axis=1, keepdims=True)])
    aim = np.zeros(len(patterns) + 1)
    aim[-1] = -1.0
    bounds = [(0, None)] * len(patterns) + [(0, 1)]
    found = linprog(aim, A_eq=both, b_eq=margins, bounds=bounds, method="highs")
    return bool(found.status == 0 and -found.fun > _POSITIVE)


def existing(fits: Fits, counts: Floats, within: float) -> Fits:
    """In ascending order of BIC, the fits that exist and stand no more than ``within`` behind the best of them.

    Asks the programme only about those that did not come to rest.
    """
    order = np.argsort(fits.bic, kind="stable")
    kept: list[int] = []
    for at in order:
        if kept and fits.bic[at] > fits.bic[kept[0]] + within:
            break
        if fits.settled[at] or exists(fits.models[at], counts):
            kept.append(int(at))
    return fits.chosen(np.array(kept, dtype=np.intp))
