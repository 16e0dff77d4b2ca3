"""One account coded by several members: what each made of it alone, and how far two agree."""

from attrs import frozen

from sosik.adapters.alpha import alpha
from sosik.claims.claim import Claim
from sosik.claims.coding import Comparison, compare
from sosik.claims.decided import DecidedStatus, decided
from sosik.desk.looking import AccountLook
from sosik.values.ids import MemberId


@frozen
class Codings:
    """``by`` holds the claims that each member stands for, by their own standing decisions alone; ``agreement`` is of the first two."""

    by: dict[MemberId, tuple[Claim, ...]]
    agreement: Comparison | None = None


def codings_of(seen: AccountLook) -> Codings:
    """In the order in which members first decided."""
    said = [one.decision for one in seen.history if one.claim and not one.is_undone]
    by: dict[MemberId, tuple[Claim, ...]] = {}
    for member in dict.fromkeys(one.member for one in said):
        own = decided([seen.reading], [one for one in said if one.member == member])
        by[member] = tuple(one.claim for one in own if one.status is DecidedStatus.accepted)
    if len(by) < 2:
        return Codings(by)
    first, second = list(by.values())[:2]
    return Codings(by, compare(first, second, alpha))
