"""Roots, and how many of them are certainly not one: the largest set of claims that share no root."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from sosik.values.ids import AccountId


@frozen(order=True)
class Root:
    """A known teller, or the unknown end behind ``account``. All unknown roots together are one origin."""

    name: str
    account: AccountId | None = None

    @classmethod
    def unknown(cls, account: AccountId) -> "Root":
        return cls(f"account:{account}", account)

    @property
    def is_known(self) -> bool:
        return self.account is None


RootSet = frozenset[Root]
Apart = frozenset[frozenset[AccountId]]
_Graph = Mapping[RootSet, frozenset[RootSet]]


def share(one: RootSet, other: RootSet, apart: Apart) -> bool:
    """Whether a root lies in both, or may: two unknown ends are one unless a member knows them apart."""
    if one & other:
        return True
    unknown = [[root.account for root in roots if root.account is not None] for roots in (one, other)]
    return any(frozenset({a, b}) not in apart for a in unknown[0] for b in unknown[1])


def independent(sets: Iterable[RootSet], apart: Apart = frozenset()) -> tuple[RootSet, ...]:
    """As many of the root sets as pairwise share no root, in order; an empty set counts nothing.

    A retelling's roots hold those of what it retells, so that adding it never lets one more set in.
    """
    nodes = sorted({one for one in sets if one}, key=_order)
    graph = {one: frozenset(other for other in nodes if other != one and share(one, other, apart)) for one in nodes}
    return tuple(sorted(_largest(graph), key=_order))


def _largest(graph: _Graph) -> frozenset[RootSet]:
    """Exact: dominated sets are dropped, then the busiest is tried without and with."""
    graph = _reduced(graph)
    busiest = max(graph, key=lambda one: (len(graph[one]), _order(one)), default=None)
    if busiest is None or not graph[busiest]:
        return frozenset(graph)
    without = _largest(_less(graph, {busiest}))
    with_it = _largest(_less(graph, {busiest} | graph[busiest])) | {busiest}
    return with_it if len(with_it) > len(without) else without


def _reduced(graph: _Graph) -> _Graph:
    """Without every set that shares a root with all that a neighbour of it does: the neighbour is never the worse choice."""
    for one in sorted(graph, key=_order, reverse=True):
        around = graph[one] | {one}
        if any(graph[other] | {other} <= around for other in graph[one]):
            graph = _less(graph, {one})
    return graph


def _less(graph: _Graph, gone: Iterable[RootSet]) -> _Graph:
    left_out = frozenset(gone)
    return {one: near - left_out for one, near in graph.items() if one not in left_out}


def _order(roots: RootSet) -> tuple[int, list[str]]:
    return len(roots), sorted(root.name for root in roots)
