"""A casebook: what is kept, as it stands, with all that was computed from it."""

from attrs import frozen

from sosik.accounts.account import Account
from sosik.accounts.ledger import Kept
from sosik.accounts.standing import Standing
from sosik.claims.claim import Claim
from sosik.claims.decided import DecidedClaim
from sosik.incidents.projection import Projection
from sosik.values.ids import ClaimId


@frozen
class Casebook:
    """``claims`` bear a member's word where there is one."""

    kept: Kept
    standing: Standing
    claims: tuple[DecidedClaim, ...]
    projection: Projection

    def claim(self, name: ClaimId) -> Claim | None:
        return next((item.claim for item in self.claims if item.claim.id == name), None)

    def account_of(self, claim: Claim) -> Account | None:
        return self.standing.accounts.get(claim.account)
