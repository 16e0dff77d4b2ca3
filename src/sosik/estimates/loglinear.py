"""Estimates from log-linear models: the one that BIC chooses, and all of them weighed by BIC."""

import math

import numpy as np
from attrs import frozen
from scipy.special import ndtr

from sosik.estimates.existence import existing
from sosik.estimates.fitting import Fits, fit_all
from sosik.estimates.lists import Floats
from sosik.estimates.models import ALL_MODELS_UP_TO, Model, every_model, grown_by_one, independent

Z95 = 1.959963984540054
WEIGHED_WITHIN = 20.0
"""Models further behind the best in BIC weigh less than e^-10 of it."""
_BEAM, _ROUNDS = 24, 40


@frozen
class Interval:
    """Numbers of incidents in all, seen and unseen; ``low`` and ``high`` bound 95%."""

    estimate: float
    low: float
    high: float


def candidates(counts: Floats) -> tuple[Model, ...]:
    """Every hierarchical model up to five lists; beyond, those that a search by BIC from independence comes by.

    The search keeps the best models of each size and grows them by one interaction, until none of a round is better.
    """
    lists = (len(counts) - 1).bit_length()
    if lists <= ALL_MODELS_UP_TO:
        return every_model(lists)
    met: dict[Model, None] = {independent(lists): None}
    front, best = [independent(lists)], math.inf
    for _ in range(_ROUNDS):
        grown = list(dict.fromkeys(new for model in front for new in grown_by_one(model, lists) if new not in met))
        fits = fit_all(grown, counts) if grown else None
        if fits is None or not len(fits):
            break
        order = np.argsort(fits.bic, kind="stable")
        met.update(dict.fromkeys(fits.models))
        if fits.bic[order[0]] > best:
            break
        front, best = [fits.models[int(at)] for at in order[:_BEAM]], float(fits.bic[order[0]])
    return tuple(met)


def fitted(counts: Floats, models: tuple[Model, ...]) -> Fits:
    """The models whose estimate exists, best first; empty when there is none."""
    return existing(fit_all(models, counts), counts, WEIGHED_WITHIN)


def weights(fits: Fits) -> Floats:
    """exp(-BIC / 2), summing to one (Schwarz's approximation to posterior odds)."""
    raw = np.exp(-0.5 * (fits.bic - fits.bic.min()))
    return np.asarray(raw / raw.sum(), dtype=np.float64)


def log_spread(fits: Fits) -> Floats:
    """The standard error of log(unseen): that of its mean, and the unseen count's own variance, 1 / unseen (Chao 1987)."""
    return np.asarray(np.sqrt(fits.spread**2 + 1.0 / np.maximum(fits.unseen, 1e-9)), dtype=np.float64)


def best(fits: Fits, documented: float) -> Interval:
    unseen, spread = float(fits.unseen[0]), float(log_spread(fits)[0])
    around = math.exp(min(Z95 * spread, 500.0))
    return Interval(documented + unseen, documented + unseen / around, documented + unseen * around)


def average(fits: Fits, documented: float) -> Interval:
    """The mean of the models' estimates by weight; the ends are quantiles of their mixture, each log-normal in the unseen."""
    share, spread, centre = weights(fits), log_spread(fits), np.log(np.maximum(fits.unseen, 1e-9))

    def quantile(at: float) -> float:
        low, high = float((centre - 9 * spread).min()), float((centre + 9 * spread).max())
        for _ in range(100):
            middle = (low + high) / 2
            if float(share @ ndtr((middle - centre) / spread)) < at:
                low = middle
            else:
                high = middle
        return documented + math.exp(min(low, 700.0))

    return Interval(documented + float(share @ fits.unseen), quantile(0.025), quantile(0.975))
