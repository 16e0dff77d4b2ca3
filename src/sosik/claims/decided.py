"""Claims with a member's word on them: a decision carries the whole claim, so better rules never move it."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from attrs import frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.claims.claim import Claim, Reading
from sosik.claims.jsonlines import from_claim
from sosik.values.ids import AccountId, ClaimId
from sosik.values.textspan import TextSpan


class DecidedStatus(StrEnum):
    proposed = "proposed"
    accepted = "accepted"
    rejected = "rejected"


@frozen
class DecidedClaim:
    claim: Claim
    status: DecidedStatus = DecidedStatus.proposed


_STATUS = {
    DecisionKind.accept: DecidedStatus.accepted,
    DecisionKind.correct: DecidedStatus.accepted,
    DecisionKind.reject: DecidedStatus.rejected,
}


def decided(readings: Sequence[Reading], decisions: Iterable[Decision]) -> tuple[DecidedClaim, ...]:
    """Decided claims in place of those that the rules read; the last word on a claim counts.

    A correction stands where the claim of its id stood. A claim that the rules read anew from the very category words
    of a decided one is not proposed again.
    """
    words: dict[ClaimId, DecidedClaim] = {}
    for decision in decisions:
        if decision.kind in _STATUS:
            claim = from_claim(decision.about["claim"])
            words[claim.id] = DecidedClaim(claim, _STATUS[decision.kind])
    left, marks = dict(words), {_mark(one.claim) for one in words.values()}
    by_account: dict[AccountId, list[ClaimId]] = {}
    for key, one in words.items():
        by_account.setdefault(one.claim.account, []).append(key)
    found: list[DecidedClaim] = []
    for reading in readings:
        for claim in reading.claims:
            if claim.id in words:
                found.append(left.pop(claim.id, words[claim.id]))
            elif _mark(claim) not in marks:
                found.append(DecidedClaim(claim))
        found.extend(left.pop(key) for key in by_account.get(reading.account, ()) if key in left)
    return tuple(found)


def _mark(claim: Claim) -> tuple[str, str, TextSpan]:
    return claim.sha256, claim.kind, claim.category.span
