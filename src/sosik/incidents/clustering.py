"""Average linkage inside components; members' judgements are the only hard constraints.

Connected components alone chain: a claim of "September" would join the first of the month to the thirtieth.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from attrs import define, field

from sosik.incidents.ids import pairing
from sosik.incidents.judgement import Judgements, Pairing
from sosik.incidents.scoring import SAME_BITS, Verdict
from sosik.values.ids import ClaimId

CLIP_BITS = 6.0  # so that no one pair outweighs a cluster: nothing but a member vetoes
_MICRO = 1_000_000  # weights are added as whole millionths of a bit: sums do not depend on their order
Cluster = tuple[ClaimId, ...]


def cluster(claims: Iterable[ClaimId], weights: Mapping[Pairing, float], judgements: Judgements) -> tuple[Cluster, ...]:
    """Each claim in one cluster, in order of names; the result does not depend on the order of the claims.

    The two clusters with the highest mean weight are merged while that mean is at least ``SAME_BITS`` and no member
    judged a pair across them different. A pair that never met counts as ``-CLIP_BITS``.
    """
    names = sorted(set(claims))
    linkage = _Linkage.start(names, weights, judgements)
    while linkage.queue:
        linkage.step()
    return tuple(sorted(tuple(sorted(members)) for members in linkage.members.values()))


def clipped(weight: float) -> int:
    """In millionths of a bit, within the clip."""
    return round(max(-CLIP_BITS, min(CLIP_BITS, weight)) * _MICRO)


NEVER_MET = clipped(-CLIP_BITS)


@define
class _Linkage:
    """Clusters by the name of their first claim. ``sums`` holds, for neighbours, what their pairs add up to above never met."""

    members: dict[ClaimId, list[ClaimId]]
    sums: dict[ClaimId, dict[ClaimId, int]]
    apart: dict[ClaimId, set[ClaimId]]
    queue: list[tuple[float, ClaimId, ClaimId, int, int]] = field(factory=list)

    @classmethod
    def start(cls, names: list[ClaimId], weights: Mapping[Pairing, float], judgements: Judgements) -> "_Linkage":
        must = judgements.must()
        members: dict[ClaimId, list[ClaimId]] = defaultdict(list)
        heads: dict[ClaimId, ClaimId] = {}
        first: dict[ClaimId, ClaimId] = {}
        for name in names:
            heads[name] = first.setdefault(must.head(name), name)
            members[heads[name]].append(name)
        linkage = cls(dict(members), defaultdict(lambda: defaultdict(int)), defaultdict(set))
        for (one, other), weight in weights.items():
            if one in heads and other in heads and heads[one] != heads[other]:
                linkage._add(heads[one], heads[other], clipped(weight) - NEVER_MET)
        linkage._keep_apart(judgements, must.head, first)
        for one in sorted(linkage.sums):
            for other in sorted(linkage.sums[one]):
                if one < other:
                    linkage._offer(one, other)
        return linkage

    def step(self) -> None:
        """Takes the best offer, unless it is stale, and merges."""
        _, one, other, size, other_size = heapq.heappop(self.queue)
        fresh = one in self.members and other in self.members
        if fresh and (len(self.members[one]), len(self.members[other])) == (size, other_size):
            self._merge(one, other)

    def _merge(self, one: ClaimId, other: ClaimId) -> None:
        self.members[one] += self.members.pop(other)
        for third, total in self.sums.pop(other, {}).items():
            del self.sums[third][other]
            if third != one:
                self._add(one, third, total)
        for third in self.apart.pop(other, set()):
            self.apart[third].discard(other)
            self.apart[third].add(one)
            self.apart[one].add(third)
        for third in sorted(self.sums[one]):
            self._offer(*pairing(one, third))

    def _offer(self, one: ClaimId, other: ClaimId) -> None:
        sizes = len(self.members[one]), len(self.members[other])
        mean = self.sums[one][other] / (sizes[0] * sizes[1]) + NEVER_MET
        if mean >= SAME_BITS * _MICRO and other not in self.apart[one]:
            heapq.heappush(self.queue, (-mean, one, other, *sizes))

    def _add(self, one: ClaimId, other: ClaimId, total: int) -> None:
        self.sums[one][other] += total
        self.sums[other][one] += total

    def _keep_apart(
        self, judgements: Judgements, head: Callable[[ClaimId], ClaimId], first: Mapping[ClaimId, ClaimId]
    ) -> None:
        """A claim that takes no part still parts the groups that members joined it to."""
        for pair in judgements.pairs(Verdict.different):
            one, other = (first.get(head(claim)) for claim in pair)
            if one is not None and other is not None and one != other:
                self.apart[one].add(other)
                self.apart[other].add(one)
