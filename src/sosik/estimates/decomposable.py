"""Exact averaging over decomposable graphs of lists (Madigan and York 1997, Biometrika 84, 19-31).

Under a graph the cell probabilities have a hyper-Dirichlet law of total mass one, spread evenly over the cells, and the number
in all has a prior proportional to 1 / number. The marginal likelihood then is a product over the graph's cliques, over its
separators. Eliminating vertices whose neighbours all know each other turns it into a sum of one difference a vertex, so that
the graphs need no cliques. The complete graph is left out: it would say nothing of the unseen but its prior. How the average
misleads under heterogeneity: Johndrow, Lum, Manrique-Vallier 2019, Biometrika 106, 909-925.
"""

from functools import lru_cache
from itertools import combinations

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.special import gammaln, logsumexp

from sosik.estimates.lists import Floats
from sosik.estimates.loglinear import Interval

MOST_LISTS = 6
_POINTS, _REACH, _EDGE, _AT_ONCE = 1000, 50.0, 0.02, 1024


@frozen(eq=False)
class Posterior:
    """``edge`` is the share of the posterior in the last fiftieth of the points up to fifty times the documented."""

    interval: Interval
    edge: float


def posterior(counts: Floats) -> Posterior:
    """The number in all, seen and unseen; for three to six lists."""
    unseen = _points(float(counts.sum()))
    total = _summed(counts, unseen) + _counted(counts, unseen)
    weighed = np.log(_widths(unseen)) + total
    mass = np.exp(weighed - logsumexp(weighed))
    return Posterior(
        _interval(mass, unseen, float(counts.sum())), float(mass[unseen >= unseen[-1] * (1 - _EDGE)].sum())
    )


def _summed(counts: Floats, unseen: Floats) -> Floats:
    """The log of the sum over all graphs, some at a time, since six lists have 18,153."""
    lists = (len(counts) - 1).bit_length()
    graphs, margins = _graphs(lists), _margins(counts, unseen, lists)
    parts = [logsumexp(graphs[at : at + _AT_ONCE] @ margins, axis=0) for at in range(0, len(graphs), _AT_ONCE)]
    return np.asarray(logsumexp(np.array(parts), axis=0), dtype=np.float64)


def graph_scores(counts: Floats, unseen: Floats) -> Floats:
    """The log marginal likelihood of the cells, a row a graph, a column a number of unseen."""
    lists = (len(counts) - 1).bit_length()
    return np.asarray(_graphs(lists) @ _margins(counts, unseen, lists), dtype=np.float64)


def graphs_of(lists: int) -> int:
    """How many graphs are averaged over."""
    return len(_graphs(lists))


def _points(documented: float) -> Floats:
    """Unseen counts: every one at first, then ever farther apart."""
    far = np.geomspace(1, _REACH * max(documented, 20), _POINTS)
    return np.unique(np.concatenate([np.arange(0, 60), np.round(far)])).astype(np.float64)


def _widths(unseen: Floats) -> Floats:
    """How many unseen counts each point stands for."""
    between = np.concatenate([[-0.5], (unseen[1:] + unseen[:-1]) / 2, [unseen[-1] + 0.5]])
    return np.diff(between)


def _margins(counts: Floats, unseen: Floats, lists: int) -> Floats:
    """For each set of lists the log Dirichlet-multinomial of its margin, a row of points of the unseen."""
    rows = np.empty((2**lists, len(unseen)))
    patterns = np.arange(2**lists)
    for chosen in range(2**lists):
        within = np.bincount(patterns & chosen, weights=counts, minlength=2**lists)
        prior = 2.0 ** -chosen.bit_count()
        inside = [cell for cell in range(1, 2**lists) if cell & chosen == cell]
        rows[chosen] = gammaln(within[0] + unseen + prior) - gammaln(prior)
        rows[chosen] += float((gammaln(within[inside] + prior) - gammaln(prior)).sum())
    return rows


def _counted(counts: Floats, unseen: Floats) -> Floats:
    """The multinomial coefficient and the prior 1 / number, up to a constant; the mass of the empty margin."""
    number = counts.sum() + unseen
    return np.asarray(gammaln(number + 1) - gammaln(unseen + 1) - np.log(np.maximum(number, 1.0)), dtype=np.float64)


def _interval(mass: Floats, unseen: Floats, documented: float) -> Interval:
    risen = np.cumsum(mass)
    low, middle, high = (
        float(unseen[min(int(np.searchsorted(risen, at)), len(unseen) - 1)]) for at in (0.025, 0.5, 0.975)
    )
    return Interval(documented + middle, documented + low, documented + high)


@lru_cache(maxsize=4)
def _graphs(lists: int) -> Floats:
    """One row a decomposable graph but the complete one: how often it adds each set of lists, and how often it takes one away."""
    pairs = list(combinations(range(lists), 2))
    edges = np.arange(2 ** len(pairs) - 1)
    near = np.zeros((len(edges), lists), dtype=np.int64)
    for at, (one, other) in enumerate(pairs):
        there = edges >> at & 1
        near[:, one] |= there << other
        near[:, other] |= there << one
    added, alive = np.zeros((len(edges), 2**lists)), np.full(len(edges), 2**lists - 1)
    for _ in range(lists):
        _eliminate(near, alive, added)
    return np.asarray(added[alive == 0], dtype=np.float64)


def _eliminate(near: NDArray[np.int64], alive: NDArray[np.int64], added: Floats) -> None:
    """Take out of each graph the first vertex left whose neighbours all know each other; none in a graph with a hole."""
    waiting = alive > 0
    for vertex in range(near.shape[1]):
        around = near[:, vertex] & alive
        simple = waiting & (alive >> vertex & 1 == 1)
        for other in range(near.shape[1]):
            knows = near[:, other] | 1 << other
            simple &= (around >> other & 1 == 0) | (around & ~knows == 0)
        rows = np.flatnonzero(simple)
        added[rows, around[rows] | 1 << vertex] += 1.0
        added[rows, around[rows]] -= 1.0
        alive[rows] &= ~(1 << vertex)
        waiting[rows] = False
