"""How likely two claims tell of one event, with every reason: the short reference that the fast engines must equal."""

import math
from enum import StrEnum

from attrs import field, frozen

from sosik.incidents.background import Background
from sosik.incidents.comparison import UNKNOWN, Distance, compare
from sosik.incidents.row import LinkRow
from sosik.incidents.surroundings import Sources
from sosik.incidents.weights import Weights, Words
from sosik.values.ids import ClaimId
from sosik.values.probability import Probability

SAME_BITS = 0.0  # more likely than not one event: told apart wrongly, an event is counted twice
LISTED_BITS = 1.0  # more between two catalogues: each lists an event once, so that a wrong link bars two right ones
DIFFERENT_BITS = -2.0  # four to one that they are two; between the bounds nobody can tell, and a member is asked
UNTOLD_BITS = -1.0  # what a pair weighs of which a member says that nobody can tell: halfway between


class Verdict(StrEnum):
    same = "same"
    different = "different"
    cannot_tell = "cannot_tell"


@frozen
class Model:
    """What is counted over the claims and frozen between releases, and the codebook's distance."""

    weights: Weights
    background: Background
    sources: Sources
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
    """``weight`` is in bits, to 6 places: the sum of its reasons. ``judgement`` is a member's word, above any weight.
    ``met`` is False for a pair that blocking never brings together. ``caution`` are the bits beyond which it is one event.
    """

    left: ClaimId
    right: ClaimId
    weight: float
    reasons: tuple[Reason, ...] = field(repr=False)
    judgement: Verdict | None = None
    met: bool = True
    caution: float = 0.0

    @property
    def probability(self) -> Probability:
        return Probability.of_weight(self.weight)

    @property
    def verdict(self) -> Verdict:
        if self.judgement is not None:
            return self.judgement
        if self.weight - self.caution >= SAME_BITS:
            return Verdict.same
        return Verdict.different if self.weight <= DIFFERENT_BITS else Verdict.cannot_tell


def score(left: LinkRow, right: LinkRow, model: Model) -> ScoredPair:
    """The same whichever claim is on the left. A field that a side leaves unsaid moves nothing and gives no reason."""
    first, second = sorted((left, right), key=lambda row: row.id)
    levels = compare(first, second, model.distance)
    compared = (_reason(name, level, model.weights) for name, level in levels.items() if level != UNKNOWN)
    reasons = (prior(model), *crowding(first, second, model), *compared)
    weight = round(math.fsum(reason.bits for reason in reasons), 6)
    return ScoredPair(first.id, second.id, weight, reasons, caution=caution(first, second))


def caution(left: LinkRow, right: LinkRow) -> float:
    listed = left.is_catalogued and right.is_catalogued and left.source != right.source
    return LISTED_BITS if listed else 0.0


def prior(model: Model) -> Reason:
    """Before anything is compared: of all claims of a year, those that tell of the event of a given one."""
    chance = model.weights.chance
    yearly = model.background.yearly
    return Reason("prior", f"{yearly:.0f}", round(math.log2(chance.retold / yearly), 6), chance.prior)


def crowding(left: LinkRow, right: LinkRow, model: Model) -> tuple[Reason, ...]:
    """How busy the surroundings of the pair are: of the wider claim, of two as wide the busier.

    ``busy`` is the logarithm of how much commoner such claims are there than the weights of places and kinds take it.
    """
    if left.where is None or right.where is None:
        return ()
    busy = max(left, right, key=lambda row: (_radius(row), row.busy)).busy
    return (Reason("background", f"{busy:+d}", -float(busy), model.weights.chance.background),) if busy else ()


def _radius(row: LinkRow) -> float:
    return row.where.radius_km if row.where is not None else 0.0


def _reason(name: str, level: str, weights: Weights) -> Reason:
    weight = weights.of(name, level)
    return Reason(name, level, weight.bits, weight.words)
