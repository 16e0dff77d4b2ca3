"""The same estimates as ``sosik.estimates``, said slowly: a design matrix, one model, cliques and separators."""

from itertools import combinations
from math import lgamma

import networkx as nx
import numpy as np


def fit_one(terms, counts):
    """(unseen, spread of its logarithm, bic) by iteratively reweighted least squares on the patterns that were seen or may be."""
    patterns = range(1, len(counts))
    design = np.array([[float(pattern & term == term) for term in terms] for pattern in patterns])
    seen = np.array([counts[pattern] for pattern in patterns], dtype=float)
    effects = np.linalg.lstsq(design, np.log(seen + 0.5), rcond=None)[0]
    for _ in range(300):
        means = np.exp(design @ effects)
        step = np.linalg.solve(design.T @ (means[:, None] * design), design.T @ (seen - means))
        effects += step * min(1.0, 1.0 / max(abs(step).max(), 1e-12))
    means = np.exp(design @ effects)
    spread = np.linalg.inv(design.T @ (means[:, None] * design))[0, 0] ** 0.5
    likelihood = float(seen @ np.log(means) - means.sum())
    return float(np.exp(effects[0])), float(spread), -2 * likelihood + len(terms) * float(np.log(seen.sum()))


def graph_scores(counts, unseen, lists):
    """The log marginal likelihood of each decomposable graph but the complete one, at one number of unseen, up to a constant."""
    scores = []
    pairs = list(combinations(range(lists), 2))
    for chosen in range(2 ** len(pairs) - 1):
        graph = nx.Graph()
        graph.add_nodes_from(range(lists))
        graph.add_edges_from(pair for at, pair in enumerate(pairs) if chosen >> at & 1)
        if nx.is_chordal(graph):
            scores.append(_score(graph, counts, unseen, lists))
    return scores


def _score(graph, counts, unseen, lists):
    cliques = [frozenset(clique) for clique in nx.find_cliques(graph)]
    tree = nx.Graph()
    tree.add_nodes_from(cliques)
    for one, other in combinations(cliques, 2):
        tree.add_edge(one, other, weight=-len(one & other))
    separators = [one & other for one, other in nx.minimum_spanning_edges(tree, data=False)]
    full = dict(enumerate(counts)) | {0: unseen}
    return sum(_margin(clique, full) for clique in cliques) - sum(_margin(one, full) for one in separators)


def _margin(chosen, full):
    cells = {}
    for pattern, count in full.items():
        key = tuple(pattern >> at & 1 for at in sorted(chosen))
        cells[key] = cells.get(key, 0) + count
    prior = 0.5 ** len(chosen)
    total = sum(cells.values())
    inside = sum(lgamma(count + prior) - lgamma(prior) for count in cells.values())
    return inside + lgamma(1.0) - lgamma(total + 1.0)
