"""Maximum likelihood for hierarchical models of lists, many at once.

The counts of the patterns that were seen are Poisson with ``log mean[pattern] = sum of the effects of the terms inside it``;
the mean of the pattern that nobody saw is then ``exp(effect of the constant)`` (Fienberg 1972; Cormack 1989, Biometrics 45,
395-413). Since a column of the design says "holds this term", score and information are sums over supersets:
``information[s, t] = sum of the means of the patterns that hold s and t``..
"""

from collections.abc import Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from sosik.estimates.lists import Floats, Whole, subsets, supersets
from sosik.estimates.models import Held, Model, matrix

_STEPS, _SETTLED, _LONGEST_STEP, _RIDGE = 50, 1e-8, 2.0, 1e-10
LEAST_MEAN = 1e-6
"""Fitted means above this, come to rest, prove that the estimate exists."""


@frozen(eq=False)
class Shapes:
    """What the noughts of a table leave of models: the terms that occur, and the patterns that may.

    An interaction that no incident shows goes to nought together with every pattern that holds it (Chan, Silverman, Vincent
    2021, JASA 116, 1297-1306). Only models that ``tell`` the unseen can be fitted: the patterns that are terms settle every
    other effect given the constant (Moebius inversion), so some further pattern must weigh the constant, by the alternating
    sum of the terms inside it.
    """

    held: Held = field(repr=False)
    open: Held = field(repr=False)
    tell: NDArray[np.bool_] = field(repr=False)

    @classmethod
    def of(cls, models: Held, counts: Floats) -> "Shapes":
        shown = supersets(counts) > 1e-9
        shown[0] = True
        open_ = subsets((models & ~shown).astype(np.float64)) == 0
        open_[:, 0] = False
        held = models & shown
        signs = np.array([-1.0 if term.bit_count() % 2 else 1.0 for term in range(len(counts))])
        weighed = np.where(held, 0.0, subsets(held * signs))
        return cls(held, open_, ((np.abs(weighed) > 0.5) & open_).any(axis=1))


@frozen(eq=False)
class Fits:
    """One entry a fitted model: ``unseen`` is the mean of the pattern that nobody saw, ``spread`` the standard error of its
    logarithm from the fit alone, ``bic`` -2 log likelihood + parameters x log(documented), ``effects`` by term.

    ``settled`` where the steps came to rest at positive means, which proves that the estimate exists; elsewhere
    ``existence.exists`` must say.
    """

    models: tuple[Model, ...]
    unseen: Floats
    spread: Floats
    bic: Floats
    settled: NDArray[np.bool_]
    parameters: Whole = field(repr=False)
    effects: Floats = field(repr=False)
    held: Held = field(repr=False)
    open: Held = field(repr=False)

    def __len__(self) -> int:
        return len(self.models)

    def chosen(self, at: NDArray[np.intp]) -> "Fits":
        rows = (
            getattr(self, name)[at]
            for name in ("unseen", "spread", "bic", "settled", "parameters", "effects", "held", "open")
        )
        return Fits(tuple(self.models[int(k)] for k in at), *rows)


def fit_all(models: Sequence[Model], counts: Floats, start: Floats | None = None) -> Fits:
    """Every model that can tell the unseen; ``start`` gives effects to begin from, one row a model."""
    lists = (len(counts) - 1).bit_length()
    shapes = Shapes.of(matrix(models, lists), counts)
    kept = np.flatnonzero(shapes.tell)
    effects = np.tile(_plain(lists, counts), (len(kept), 1)) if start is None else start[kept].copy()
    effects[~shapes.held[kept]] = 0.0
    found = _Batch(shapes.held[kept], shapes.open[kept], effects, counts)
    found.settle()
    parameters = matrix(models, lists)[kept].sum(axis=1)
    bic = -2.0 * found.likelihood() + parameters * np.log(counts.sum())
    named = tuple(models[int(at)] for at in kept)
    unseen = np.exp(np.minimum(found.effects[:, 0], 300.0))
    return Fits(named, unseen, found.spread(), bic, found.settled(), parameters, found.effects, found.held, found.open)


class _Batch:
    """Newton's method on many models; those that have come to rest are left alone."""

    def __init__(self, held: Held, open_: Held, effects: Floats, counts: Floats) -> None:
        self.held, self.open, self.effects = held, open_, effects
        self.counts = counts
        self.shown = supersets(self.counts)
        self.moved = np.full(len(held), np.inf)

    def settle(self) -> None:
        for _ in range(_STEPS):
            moving = np.flatnonzero(self.moved > _SETTLED)
            if not len(moving):
                return
            for size in np.unique(self.held[moving].sum(axis=1)):
                self._step(moving[self.held[moving].sum(axis=1) == size], int(size))

    def _step(self, rows: NDArray[np.intp], size: int) -> None:
        terms = np.nonzero(self.held[rows])[1].reshape(-1, size)
        sums = supersets(self._means(rows))
        score = self.shown[terms] - np.take_along_axis(sums, terms, axis=1)
        step = np.linalg.solve(information(sums, terms), score[..., None])[..., 0]
        longest = np.abs(step).max(axis=1)
        step *= np.minimum(1.0, _LONGEST_STEP / np.maximum(longest, 1e-300))[:, None]
        self.effects[rows[:, None], terms] += step
        self.moved[rows] = longest

    def _means(self, rows: NDArray[np.intp] | slice) -> Floats:
        return np.where(self.open[rows], np.exp(np.minimum(subsets(self.effects[rows]), 300.0)), 0.0)

    def likelihood(self) -> Floats:
        inside = np.where(self.open, subsets(self.effects), 0.0)
        return np.asarray(inside @ self.counts - self._means(slice(None)).sum(axis=1), dtype=np.float64)

    def spread(self) -> Floats:
        """The standard error of the constant, from the inverse of the information."""
        spread = np.empty(len(self.held))
        for size in np.unique(self.held.sum(axis=1)):
            rows = np.flatnonzero(self.held.sum(axis=1) == size)
            terms = np.nonzero(self.held[rows])[1].reshape(-1, int(size))
            first = np.zeros((len(rows), int(size), 1))
            first[:, 0] = 1.0
            solved = np.linalg.solve(information(supersets(self._means(rows)), terms), first)
            spread[rows] = np.sqrt(np.maximum(solved[:, 0, 0], 0.0))
        return spread

    def settled(self) -> NDArray[np.bool_]:
        least = np.where(self.open, self._means(slice(None)), np.inf).min(axis=1)
        return np.asarray((self.moved <= _SETTLED) & (least > LEAST_MEAN))


def information(sums: Floats, terms: NDArray[np.intp]) -> Floats:
    """From the means' superset sums, for models of equal size: (models, terms, terms)."""
    both = terms[:, :, None] | terms[:, None, :]
    found = np.take_along_axis(sums, both.reshape(len(terms), -1), axis=1).reshape(both.shape)
    at = np.arange(terms.shape[1])
    found[:, at, at] *= 1.0 + _RIDGE
    found[:, at, at] += _RIDGE
    return found


def _plain(lists: int, counts: Floats) -> Floats:
    """Effects to start from: those of lists that are independent, by sample coverage."""
    documented = float(counts.sum())
    shares = [
        min(float(counts[np.arange(len(counts)) >> at & 1 == 1].sum()) / (1.5 * documented), 0.95)
        for at in range(lists)
    ]
    effects = np.zeros(len(counts))
    odds = [max(share, 1e-6) / (1.0 - share) for share in shares]
    effects[[1 << at for at in range(lists)]] = np.log(odds)
    effects[0] = np.log(1.5 * documented) - sum(np.log1p(each) for each in odds)
    return effects
