"""What a bulletin may rest on: incidents, measures and tallies computed again from publishable claims alone."""

from collections.abc import Callable
from datetime import date

from sosik.accounts.standing import Standing
from sosik.accounts.undoing import left_standing
from sosik.bulletins.case import WholeCase, publishable
from sosik.claims.decided import DecidedStatus
from sosik.claims.rules import Rules
from sosik.incidents.casebook import Casebook, names_of
from sosik.incidents.ids import IdKey
from sosik.incidents.projection import Projection, project


def public_case(
    book: Casebook, rules: Rules, ids: IdKey, today: date, projecting: Callable[..., Projection] = project
) -> WholeCase:
    """A claim without consent, or before its day, feeds no public figure, grade or row.

    ``projecting`` may remember what ``project`` gives.
    """
    standing: Standing = book.standing
    claims = {item.claim.id: item.claim for item in book.claims}
    accepted = frozenset(item.claim.id for item in book.claims if item.status is DecidedStatus.accepted)
    allowed = publishable(claims, accepted, standing.accounts, today)
    public = projecting(
        [item for item in book.claims if item.claim.id in allowed],
        standing.accounts,
        left_standing(book.kept.decisions),
        rules.codebook.distance,
        ids,
        lambda place: names_of(rules, place),
        book.projection.retellings,
    )
    return WholeCase(
        today=today,
        accounts=standing.accounts,
        claims=claims,
        accepted=accepted,
        incidents=public.incidents,
        measures=public.measures,
        tallies=public.tallies,
        compromised=standing.compromised,
        aliases={one.id: one.claims for one in book.projection.every},
    )
