"""Measures: ongoing conditions of one category over areas that overlap."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from sosik.claims.claim import Claim
from sosik.incidents.case import Case, accounts_of
from sosik.incidents.clustering import CLIP_BITS, cluster
from sosik.incidents.extent import agreed, where
from sosik.incidents.grades import corroboration, grade
from sosik.incidents.ids import pairing
from sosik.incidents.incident import Measure
from sosik.incidents.origins import Group
from sosik.values.datespan import DateSpan


def measures(case: Case, claims: Sequence[Claim]) -> tuple[Measure, ...]:
    """Of claims that count, in the order in which they were taken in."""
    weights = {pairing(a.id, b.id): CLIP_BITS for a, b in combinations(claims, 2) if may_be_one(a, b)}
    clusters = cluster((claim.id for claim in claims), weights, case.judgements)
    found = [_measure(case, case.gathered(members)) for members in clusters]
    order = {claim.id: number for number, claim in enumerate(case.claims)}
    return tuple(sorted(found, key=lambda one: order[one.claims[0]]))


def may_be_one(one: Claim, other: Claim) -> bool:
    """The same category, areas that overlap, and no day between the end of one and the start of the other."""
    if one.category.value != other.category.value or not one.places or not other.places:
        return False
    meet = any(a.place.possibly_same(b.place) for a in one.places for b in other.places)
    return meet and (one.day_span is None or other.day_span is None or one.day_span.overlaps(other.day_span))


def _measure(case: Case, members: Sequence[Claim]) -> Measure:
    status = case.status_of(members)
    counting = case.counting(members, status)
    shown = counting or members
    facts = corroboration(counting, (), case.origins)
    groups = case.groups(shown)
    return Measure(
        id=case.id_of("m", members, counting),
        status=status,
        category=shown[0].category.value,
        since=since(groups),
        until=until(case, groups),
        last_confirmed=max(confirmed(case, claim) for claim in shown),
        where=where(groups, case.names),
        origins=facts.origins,
        grade=grade(facts),
        claims=tuple(claim.id for claim in members),
        accounts=accounts_of(members),
    )


def since(groups: Sequence[Group]) -> DateSpan | None:
    """The days of the start that all origins allow, else the envelope. A claim that only says when it held bounds no start."""
    said = [agreed([start for claim in group if (start := _start(claim))]) for group in groups]
    return agreed([span for span in said if span])


def until(case: Case, groups: Sequence[Group]) -> DateSpan | None:
    """The end that origins state; None when one of them tells of it as going on after that end."""
    claims = [claim for group in groups for claim in group]
    ends = [claim.period.value.end for claim in claims if claim.period and claim.period.value.end]
    end = agreed(ends)
    going_on = [confirmed(case, claim) for claim in claims if not (claim.period and claim.period.value.end)]
    later = end is not None and end.latest is not None and any(day > end.latest for day in going_on)
    return None if later else end


def confirmed(case: Case, claim: Claim) -> date:
    """The day on which it was told of as going on, at the latest its stated end; the account's day where the text gives none."""
    told = claim.told.value.latest if claim.told and claim.told.value.latest else None
    day = told or case.origins.accounts[claim.account].reference_day
    end = claim.period.value.end.latest if claim.period and claim.period.value.end else None
    held = claim.when.value.latest if claim.period is None and claim.when else None
    return min(day for day in (day, end, held) if day)


def _start(claim: Claim) -> DateSpan | None:
    if claim.period is not None:
        return claim.period.value.start
    return claim.when.value if claim.when else None
