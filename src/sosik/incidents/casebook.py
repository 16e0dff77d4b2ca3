"""Everything that is computed from what is kept: one pure function from accounts and decisions to incidents."""

from collections.abc import Callable, Iterable

from attrs import frozen

from sosik.accounts.account import Account
from sosik.accounts.ledger import Kept
from sosik.accounts.standing import Standing, stand
from sosik.claims.claim import Claim, Reading
from sosik.claims.decided import DecidedClaim, decided
from sosik.claims.derivation import retellings
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.incidents.ids import IdKey
from sosik.incidents.projection import Projection, project
from sosik.values.ids import ClaimId, PlaceId


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


def compute(
    kept: Kept,
    rules: Rules,
    ids: IdKey,
    *,
    watching: Callable[[Iterable[Account]], Iterable[Account]] = lambda accounts: accounts,
    reading: Callable[[Account, Rules], Reading] = read,
) -> Casebook:
    """``watching`` may show progress over the accounts that are read; ``reading`` may remember what ``read`` gives."""
    standing = stand(kept.accounts, kept.decisions)
    readings = [reading(account, rules) for account in watching(tuple(standing.accounts.values()))]
    claims = tuple(decided(readings, kept.decisions))
    standing_claims = tuple(item for item in claims if item.claim.account in standing.accounts)
    found = retellings(standing.accounts, {one.account: one for one in readings}, rules.gazetteer)
    projection = project(
        standing_claims,
        standing.accounts,
        kept.decisions,
        rules.codebook.distance,
        ids,
        lambda place: names_of(rules, place),
        found,
    )
    return Casebook(kept, standing, standing_claims, projection)


def names_of(rules: Rules, place: PlaceId) -> tuple[str, str] | None:
    """The gazetteer's English and Korean names; None when it does not know the place."""
    entry = rules.gazetteer.entries.get(place)
    return (entry.name_en, entry.name_ko) if entry else None
