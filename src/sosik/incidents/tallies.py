"""Tallies: totals over many events. They bound the incidents that they cover and are never added to them."""

from collections.abc import Sequence
from itertools import combinations

from sosik.claims.claim import Claim
from sosik.incidents.case import Case, accounts_of
from sosik.incidents.clustering import CLIP_BITS, cluster
from sosik.incidents.events import category, figures_of
from sosik.incidents.extent import when, where
from sosik.incidents.ids import pairing
from sosik.incidents.incident import Tally


def tallies(case: Case, claims: Sequence[Claim]) -> tuple[Tally, ...]:
    """Claims of one total, of one category over the same days and the same place, are one tally."""
    weights = {pairing(a.id, b.id): CLIP_BITS for a, b in combinations(claims, 2) if _total(a) == _total(b)}
    clusters = cluster((claim.id for claim in claims), weights, case.judgements)
    found = [_tally(case, case.gathered(members)) for members in clusters]
    order = {claim.id: number for number, claim in enumerate(case.claims)}
    return tuple(sorted(found, key=lambda one: order[one.claims[0]]))


def _tally(case: Case, members: Sequence[Claim]) -> Tally:
    status = case.status_of(members)
    counting = case.counting(members, status)
    groups = case.groups(counting or members)
    return Tally(
        id=case.id_of("t", members, counting),
        status=status,
        category=category(groups),
        when=when(groups),
        where=where(groups, case.names),
        figures=figures_of(case, "t", members, counting),
        claims=tuple(claim.id for claim in members),
        accounts=accounts_of(members),
    )


def _total(claim: Claim) -> tuple[object, ...]:
    """What two tellings of one total agree on."""
    place = claim.places[0].place if claim.places else None
    return claim.category.value, claim.day_span, (place.id, place.points) if place else None
