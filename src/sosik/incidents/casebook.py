"""Everything that is computed from what is kept: one pure function from accounts and decisions to incidents."""

from collections.abc import Callable, Iterable

from sosik.accounts.account import Account
from sosik.accounts.ledger import Kept
from sosik.accounts.standing import stand
from sosik.accounts.undoing import left_standing
from sosik.claims.claim import Reading
from sosik.claims.decided import decided
from sosik.claims.derivation import retellings
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.incidents.book import Casebook
from sosik.incidents.ids import IdKey
from sosik.incidents.linking import Engines, by_reference
from sosik.incidents.projection import project
from sosik.values.ids import PlaceId


def compute(  # noqa: PLR0913 - what is kept, its rules, and the ports
    kept: Kept,
    rules: Rules,
    ids: IdKey,
    *,
    watching: Callable[[Iterable[Account]], Iterable[Account]] = lambda accounts: accounts,
    reading: Callable[[Account, Rules], Reading] = read,
    linking: Engines = by_reference,
) -> Casebook:
    """``watching`` may show progress over the accounts that are read; ``reading`` may remember what ``read`` gives;
    ``linking`` gives the engine for so many claims.
    """
    decisions = left_standing(kept.decisions)
    standing = stand(kept.accounts, decisions)
    readings = [reading(account, rules) for account in watching(tuple(standing.accounts.values()))]
    claims = tuple(decided(readings, decisions))
    standing_claims = tuple(item for item in claims if item.claim.account in standing.accounts)
    found = retellings(standing.accounts, {one.account: one for one in readings}, rules.gazetteer)
    projection = project(
        standing_claims,
        standing.accounts,
        decisions,
        rules.codebook.distance,
        ids,
        lambda place: names_of(rules, place),
        found,
        linking,
    )
    return Casebook(kept, standing, standing_claims, projection)


def names_of(rules: Rules, place: PlaceId) -> tuple[str, str] | None:
    """The gazetteer's English and Korean names; None when it does not know the place."""
    entry = rules.gazetteer.entries.get(place)
    return (entry.name_en, entry.name_ko) if entry else None


__all__ = ["Casebook", "compute", "names_of"]
