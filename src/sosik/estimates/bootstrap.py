"""A bootstrap that repeats the selection of the model, since choosing is part of the uncertainty (Silverman 2020, JRSS A 183, 691-736).

Each draw takes the number seen from a binomial around the estimate, and the patterns from those that were seen. For each draw
every model is screened by one Newton step from its fit to the table itself; the front runners are then fitted in earnest.
"""

import math
from typing import Any

import numpy as np
from attrs import field, frozen

from sosik.estimates.existence import existing
from sosik.estimates.fitting import Fits, fit_all, information
from sosik.estimates.lists import Floats, Whole, subsets, supersets
from sosik.estimates.loglinear import Interval

DRAWS = 100
_FRONT, _FRONT_WITHIN = 24, 12.0


@frozen(eq=False)
class Screen:
    """What one Newton step from fitted models takes: their means by superset, and the inverse of their information."""

    fits: Fits = field(repr=False)
    sums: Floats = field(repr=False)
    groups: tuple[tuple[Whole, Whole, Floats], ...] = field(repr=False)
    documented: float

    @classmethod
    def of(cls, fits: Fits, documented: float) -> "Screen":
        held = fits.held
        means = np.exp(np.minimum(subsets(fits.effects), 300.0)) * fits.open
        sums = supersets(means)
        groups: list[tuple[Any, Any, Any]] = []
        for size in np.unique(held.sum(axis=1)):
            rows = np.flatnonzero(held.sum(axis=1) == size)
            terms = np.nonzero(held[rows])[1].reshape(-1, int(size))
            groups.append((rows, terms, np.linalg.inv(information(sums[rows], terms))))
        return cls(fits, sums, tuple(groups), documented)

    def front(self, drawn: Floats) -> Whole:
        """The models that may be best on the drawn counts, by their screened BIC."""
        seen = float(drawn.sum())
        scale = seen / self.documented
        shown = supersets(drawn)
        bic = np.empty(len(self.fits))
        for rows, terms, inverse in self.groups:
            effects = np.take_along_axis(self.fits.effects[rows], terms, axis=1)
            surplus = shown[terms] - scale * np.take_along_axis(self.sums[rows], terms, axis=1)
            gain = 0.5 * np.einsum("bi,bij,bj->b", surplus, inverse, surplus, optimize=True) / scale
            likelihood = (effects * shown[terms]).sum(axis=1) + seen * math.log(scale) - seen + gain
            bic[rows] = -2.0 * likelihood + self.fits.parameters[rows] * math.log(seen)
        order = np.argsort(bic, kind="stable")[:_FRONT]
        return np.asarray(order[bic[order] <= bic[order[0]] + _FRONT_WITHIN], dtype=np.int64)


def bootstrap(fits: Fits, counts: Floats, estimate: float, seed: int, draws: int = DRAWS) -> Interval | None:
    """Quantiles of the estimates of the drawn tables, ``estimate`` being their centre; None when fewer than half have any.

    ``fits`` are every model that exists on the table, not only the best. A draw without an estimate counts as unbounded.
    """
    documented = float(counts.sum())
    random = np.random.Generator(np.random.PCG64(seed))
    screen = Screen.of(fits, documented)
    shares = counts / documented
    found = []
    for _ in range(draws):
        seen = max(int(random.binomial(round(estimate), min(documented / estimate, 1.0))), 1)
        found.append(screened(screen, random.multinomial(seen, shares).astype(np.float64)))
    finite = sum(math.isfinite(one) for one in found)
    if finite < draws / 2:
        return None
    low, high = np.quantile(np.array(found), [0.025, 0.975], method="inverted_cdf")
    return Interval(estimate, float(low), float(high))


def screened(screen: Screen, drawn: Floats) -> float:
    """The number in all under the model that BIC chooses on the drawn counts; infinite when none has an estimate."""
    front = screen.front(drawn)
    models = [screen.fits.models[int(at)] for at in front]
    chosen = existing(fit_all(models, drawn, screen.fits.effects[front]), drawn, 0.0)
    return float(drawn.sum() + chosen.unseen[0]) if len(chosen) else math.inf
