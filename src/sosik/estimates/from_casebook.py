"""The roll of a desk: each incident with the lists that tell of it, out of its casebook."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from attrs import frozen

from sosik.accounts.account import Account, Basis
from sosik.accounts.undoing import left_standing
from sosik.estimates.roll import Doubt, Entry, Roll
from sosik.incidents.book import Casebook
from sosik.incidents.incident import Incident, Status
from sosik.incidents.relations import Relations, related
from sosik.incidents.scoring import Verdict
from sosik.values.datespan import DateSpan
from sosik.values.ids import AccountId, CategoryKey, IncidentId, PlaceId

OWN = "own network"
"""All sources of the desk together: a list is a network, an outlet or a register, never a single source."""
OTHERS = "other outlets"
MOST_APART = 6
"""Lists that stand for themselves; the smallest beyond them are one list."""
RegionOf = Callable[[PlaceId], str | None]


@frozen
class Population:
    """Which incidents are counted: of one category, or all, and that certainly fell between two days, both included."""

    category: CategoryKey | None = None
    first: date | None = None
    last: date | None = None

    def holds(self, incident: Incident) -> bool:
        if incident.status is Status.rejected or incident.aggregate or self.category not in (None, incident.category):
            return False
        when = incident.when or DateSpan(None, None)
        return not (
            (self.first and (when.earliest is None or when.earliest < self.first))
            or (self.last and (when.latest is None or when.latest > self.last))
        )


def list_of(account: Account) -> str:
    """The outlet or register that printed it; of what came to the desk itself, the desk's network."""
    return account.outlet or ("officials" if account.basis is Basis.official else OWN)


def roll_of(book: Casebook, population: Population, region_of: RegionOf) -> Roll:
    """``region_of`` gives a place's province, or None. Incidents of one too vague claim are loose."""
    accounts, projection = book.standing.accounts, book.projection
    relations = related(accounts, left_standing(book.kept.decisions), projection.retellings)
    vague = {item.claim for item in projection.too_vague}
    counted = [incident for incident in projection.incidents if population.holds(incident)]
    entries = {one.id: tuple(_entries(one, accounts, relations, region_of)) for one in counted}
    loose = {one.id for one in counted if vague.issuperset(one.claims)}
    names = _names(entry.on for told in entries.values() for entry in told)
    return Roll(
        tuple(_named(entry, names) for name, told in entries.items() if name not in loose for entry in told),
        tuple(_doubts(book, entries.keys() - loose)),
        tuple(_named(entry, names) for name in loose for entry in entries[name]),
    )


def _entries(
    incident: Incident, accounts: Mapping[AccountId, Account], relations: Relations, region_of: RegionOf
) -> Iterable[Entry]:
    told: dict[str, list[AccountId]] = defaultdict(list)
    for account in incident.accounts:
        told[list_of(accounts[account])].append(account)
    place = incident.where.place.id if incident.where else None
    region, period = region_of(place) if place is not None else None, _quarter(incident.when)
    for name, own in sorted(told.items()):
        passed_on = [_retold(one, name, accounts, relations) for one in own]
        retold = frozenset().union(*passed_on) if all(passed_on) else frozenset()
        yield Entry(name, str(incident.id), region, period, retold)


def _retold(
    account: AccountId, own: str, accounts: Mapping[AccountId, Account], relations: Relations
) -> frozenset[str]:
    """The other lists that the account passes on, by its own word, a member's, or by what was found and not denied."""
    others = relations.reached(account) | relations.proposed.get(account, frozenset())
    return frozenset(list_of(accounts[one]) for one in others if one in accounts) - {own}


def _quarter(when: DateSpan | None) -> str | None:
    """The quarter that holds the whole span, such as 2026-Q3."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    ends = {(day.year, (day.month + 2) // 3) for day in (when.earliest, when.latest)}
    return "{}-Q{}".format(*ends.pop()) if len(ends) == 1 else None


def _doubts(book: Casebook, counted: Iterable[IncidentId]) -> Iterable[Doubt]:
    """The pairs of incidents that the linker cannot tell apart, each with the likeliest of the pairs of claims across them."""
    known = set(counted)
    unsure = {frozenset(pair) for pair in book.projection.cannot_tell if known.issuperset(pair)}
    of = {claim: incident.id for incident in book.projection.incidents for claim in incident.claims}
    chances: dict[frozenset[IncidentId], float] = {}
    for pair in book.projection.pairs:
        ends = frozenset(of[claim] for claim in (pair.left, pair.right) if claim in of)
        if ends in unsure and pair.verdict is not Verdict.different:
            chances[ends] = max(chances.get(ends, 0.0), pair.probability.value)
    for ends, chance in sorted(chances.items(), key=lambda item: sorted(item[0])):
        one, other = sorted(ends)
        yield Doubt(str(one), str(other), chance)


def _names(told: Iterable[str]) -> dict[str, str]:
    """By list the name under which it counts: the largest under their own."""
    sizes = Counter(told)
    largest = sorted(sizes, key=lambda name: (-sizes[name], name))
    return {
        name: name if at < MOST_APART or len(largest) == MOST_APART + 1 else OTHERS for at, name in enumerate(largest)
    }


def _named(entry: Entry, names: Mapping[str, str]) -> Entry:
    retold = frozenset(names.get(name, name) for name in entry.retold) - {names[entry.on]}
    return Entry(names[entry.on], entry.incident, entry.region, entry.period, retold)
