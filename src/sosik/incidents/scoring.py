"""How likely two claims tell of one event, with every reason: the short reference that the fast engines must equal."""

import math
from enum import StrEnum

from attrs import field, frozen

from sosik.incidents.background import Background
from sosik.incidents.comparison import UNKNOWN, Distance, compare
from sosik.incidents.row import LinkRow
from sosik.incidents.weights import Weights, Words
from sosik.values.ids import ClaimId
from sosik.values.probability import Probability

SAME_BITS = 2.0  # four to one that the two are one event
DIFFERENT_BITS = -2.0  # four to one that they are not


class Verdict(StrEnum):
    same = "same"
    different = "different"
    cannot_tell = "cannot_tell"


@frozen
class Model:
    weights: Weights
    background: Background
    distance: Distance = field(repr=False, eq=False)


@frozen
class Reason:
    """One step of the waterfall: what was compared, what came out, and how many bits it moved the odds."""

    name: str
    level: str
    bits: float
    words: Words


@frozen
class ScoredPair:
    """``weight`` is in bits, to 6 places: the sum of its reasons. ``judgement`` is a member's word, above any weight."""

    left: ClaimId
    right: ClaimId
    weight: float
    reasons: tuple[Reason, ...] = field(repr=False)
    judgement: Verdict | None = None

    @property
    def probability(self) -> Probability:
        return Probability.of_weight(self.weight)

    @property
    def verdict(self) -> Verdict:
        if self.judgement is not None:
            return self.judgement
        if self.weight >= SAME_BITS:
            return Verdict.same
        return Verdict.different if self.weight <= DIFFERENT_BITS else Verdict.cannot_tell


def score(left: LinkRow, right: LinkRow, model: Model) -> ScoredPair:
    """The same whichever claim is on the left. A field that a side leaves unsaid moves nothing and gives no reason."""
    first, second = sorted((left, right), key=lambda row: row.id)
    weights = model.weights
    levels = compare(first, second, model.distance)
    others = model.background.expected(first, second)
    prior = Reason("prior", "prior", round(weights.prior.bits, 6), weights.prior.words)
    coincidence = Reason("background", f"{others:.2f}", round(-math.log2(1.0 + others), 6), weights.background)
    compared = (
        Reason(name, level, round(weights.of(name, level).bits, 6), weights.of(name, level).words)
        for name, level in levels.items()
        if level != UNKNOWN
    )
    reasons = (prior, *compared, *((coincidence,) if others else ()))
    return ScoredPair(first.id, second.id, round(math.fsum(reason.bits for reason in reasons), 6), reasons)
