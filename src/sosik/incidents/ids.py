"""Public names of what claims add up to."""

from collections.abc import Iterable
from typing import Protocol

from sosik.values.ids import ClaimId, IncidentId


class IdKey(Protocol):
    """Makes an id from which nobody without the key can tell the claim."""

    def public_id(self, prefix: str, claim: ClaimId) -> IncidentId: ...


def pairing(one: ClaimId, other: ClaimId) -> tuple[ClaimId, ClaimId]:
    """A pair has one name, whichever claim is named first."""
    return (one, other) if one < other else (other, one)


def names_for(prefix: str, claims: Iterable[ClaimId], ids: IdKey) -> set[str]:
    """What a group answers to: its claims, and the ids that it bears or bore when it began with one of them."""
    return {name for claim in claims for name in (claim, ids.public_id(prefix, claim))}
