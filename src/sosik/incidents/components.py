"""Clusters of many claims: average linkage, one component after another."""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from sosik.incidents.clustering import cluster
from sosik.incidents.columns import Bools, Ints
from sosik.incidents.engine import Scored
from sosik.incidents.ids import pairing
from sosik.incidents.judgement import Judgements
from sosik.incidents.scoring import SAME_BITS, UNTOLD_BITS, Verdict
from sosik.values.ids import ClaimId


def clusters(ids: Sequence[ClaimId], scored: Scored, judgements: Judgements) -> Ints:
    """By row, the first row of its cluster.

    Two clusters merge only where a pair across them weighs ``SAME_BITS`` or a member joined them, so that what no such pair
    connects can be clustered apart, and two claims alone are told at a glance.
    """
    heads = np.arange(len(ids))
    close = scored.weight >= SAME_BITS
    judged = list(_judged(ids, judgements))
    component = _components(len(ids), scored, close, judged)
    sizes = np.bincount(component, minlength=len(ids))
    touched = {int(component[row]) for pair in judged for row in pair}
    simple = close & (sizes[component[scored.left]] == 2) & ~np.isin(component[scored.left], list(touched))
    heads[scored.right[simple]] = scored.left[simple]
    for members, pairs in _larger(component, sizes, touched, scored):
        said = judgements if int(component[members[0]]) in touched else Judgements()
        local = {ids[row]: row for row in members}
        for found in cluster(local, _weights(ids, scored, pairs, said), said):
            heads[[local[name] for name in found]] = local[found[0]]
    return heads


def touched(ids: Sequence[ClaimId], scored: Scored, judgements: Judgements, rows: Sequence[int]) -> Bools:
    """Rows that can be in one cluster with one of ``rows``, these among them."""
    close = scored.weight >= SAME_BITS
    component = _components(len(ids), scored, close, list(_judged(ids, judgements)))
    found: Bools = np.isin(component, np.unique(component[list(rows)]))
    return found


def _judged(ids: Sequence[ClaimId], judgements: Judgements) -> Iterable[tuple[int, int]]:
    """Rows that members' words bear on, two by two; a claim that takes no part still joins others."""
    if not judgements.verdicts:
        return
    number = {name: row for row, name in enumerate(ids)}
    must = judgements.must()
    last: dict[ClaimId, int] = {}
    for pair in judgements.verdicts:
        rows = [number[name] for name in pair if name in number]
        if len(rows) == 2:
            yield rows[0], rows[1]
        for name in pair:
            if name in number:
                yield last.setdefault(must.head(name), number[name]), number[name]


def _components(size: int, scored: Scored, close: Bools, judged: Sequence[tuple[int, int]]) -> Ints:
    more = np.array(judged, dtype=np.int64).reshape(-1, 2)
    left = np.concatenate([scored.left[close], more[:, 0]])
    right = np.concatenate([scored.right[close], more[:, 1]])
    graph = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(size, size))
    found: Ints = connected_components(graph, directed=False)[1].astype(np.int64)
    return found


def _larger(component: Ints, sizes: Ints, touched: set[int], scored: Scored) -> Iterable[tuple[Ints, Ints]]:
    """The rows of each component of three and more, or that a member judged, with the numbers of the pairs inside."""
    wanted = np.zeros(len(sizes) + 1, dtype=np.bool_)
    wanted[: len(sizes)] = sizes > 2
    wanted[list(touched)] = True
    rows = np.flatnonzero(wanted[component])
    rows = rows[np.argsort(component[rows], kind="stable")]
    inside = (component[scored.left] == component[scored.right]) & wanted[component[scored.left]]
    pairs = np.flatnonzero(inside)
    pairs = pairs[np.argsort(component[scored.left[pairs]], kind="stable")]
    names, starts = np.unique(component[rows], return_index=True)
    spans = np.append(starts, len(rows))
    bounds = np.searchsorted(component[scored.left[pairs]], np.stack([names, names + 1]))
    for place in range(len(names)):
        yield rows[spans[place] : spans[place + 1]], pairs[bounds[0, place] : bounds[1, place]]


def _weights(
    ids: Sequence[ClaimId], scored: Scored, pairs: Ints, judgements: Judgements
) -> dict[tuple[ClaimId, ClaimId], float]:
    """A pair that a member cannot tell stays between same and different."""
    found = {}
    for one, other, weight in zip(scored.left[pairs], scored.right[pairs], scored.weight[pairs], strict=True):
        pair = pairing(ids[one], ids[other])
        found[pair] = UNTOLD_BITS if judgements.verdicts.get(pair) is Verdict.cannot_tell else float(weight)
    return found
