"""What members judged of pairs of claims: the only hard constraints on what is one event."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.incidents.ids import pairing
from sosik.incidents.scoring import Verdict
from sosik.values.ids import ClaimId

Pairing = tuple[ClaimId, ClaimId]


@frozen
class Judgements:
    """``verdicts`` is the last word on each pair that stands; ``overruled`` are pairs that later words contradict."""

    verdicts: Mapping[Pairing, Verdict] = field(factory=dict, hash=False)
    overruled: tuple[Pairing, ...] = ()

    def of(self, one: ClaimId, other: ClaimId) -> Verdict | None:
        return self.verdicts.get(pairing(one, other))

    def pairs(self, verdict: Verdict) -> tuple[Pairing, ...]:
        return tuple(sorted(pair for pair, said in self.verdicts.items() if said is verdict))

    def must(self) -> "Groups":
        """Claims that are one event by what members said, also through a third claim."""
        groups = Groups()
        for pair in self.pairs(Verdict.same):
            groups.join(*pair)
        return groups


class Groups:
    """Claims joined so far (union-find). A claim that was never joined is a group of its own."""

    def __init__(self) -> None:
        self._up: dict[ClaimId, ClaimId] = {}

    def head(self, claim: ClaimId) -> ClaimId:
        while claim in self._up:
            claim = self._up[claim]
        return claim

    def join(self, one: ClaimId, other: ClaimId) -> None:
        """The smaller name heads the group, so that the order of joining moves nothing."""
        low, high = pairing(self.head(one), self.head(other))
        if low != high:
            self._up[high] = low

    def joined(self, one: ClaimId, other: ClaimId) -> bool:
        return self.head(one) == self.head(other)


def judged(decisions: Iterable[Decision]) -> Judgements:
    """From the ledger, in its order. On one pair the latest word counts; where words on several pairs cannot all
    hold (A is B, B is C, A is not C) the latest count and the older one that contradicts them is overruled.
    """
    last: dict[Pairing, Verdict] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.judge:
            one, other = decision.about["claims"]
            last.pop(pairing(one, other), None)
            last[pairing(one, other)] = Verdict(decision.about["verdict"])
    return standing([(pair, verdict) for pair, verdict in last.items() if pair[0] != pair[1]])


def standing(said: Sequence[tuple[Pairing, Verdict]]) -> Judgements:
    """One word on each pair, the latest last: which of them stand."""
    groups, apart = Groups(), list[Pairing]()
    stands: dict[Pairing, Verdict] = {}
    overruled: list[Pairing] = []
    for pair, verdict in reversed(said):
        if (verdict is not Verdict.same and groups.joined(*pair)) or (
            verdict is Verdict.same and _would_join(groups, pair, apart)
        ):
            overruled.append(pair)
        else:
            stands[pair] = verdict
            if verdict is Verdict.same:
                groups.join(*pair)
            elif verdict is Verdict.different:
                apart.append(pair)
    return Judgements(stands, tuple(sorted(overruled)))


def _would_join(groups: Groups, pair: Pairing, apart: Iterable[Pairing]) -> bool:
    heads = {groups.head(claim) for claim in pair}
    return any({groups.head(claim) for claim in one} == heads and len(heads) == 2 for one in apart)
