"""The roll of a desk: each incident with the lists that tell of it, out of its casebook."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import frozen

from sosik.accounts.account import Account, Basis
from sosik.accounts.undoing import left_standing
from sosik.claims.codebook import Codebook
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.errors import NotFound
from sosik.estimates.roll import Doubt, Entry, Roll
from sosik.incidents.book import Casebook
from sosik.incidents.incident import Incident, Status
from sosik.incidents.relations import Relations, related
from sosik.incidents.scoring import Verdict
from sosik.values.datespan import DateSpan
from sosik.values.ids import AccountId, CategoryKey, IncidentId

OWN, OFFICES, OTHERS = "own network", "officials", "other outlets"
"""The lists that no outlet names: all sources of the desk together (a list is a network, an outlet or a register, never a single
source), offices without a name, and the smallest outlets."""
_KOREAN = {OWN: "데스크 소식통", OFFICES: "당국", OTHERS: "다른 매체"}
MOST_APART = 6
"""Lists that stand for themselves; the smallest beyond them are one list."""


@frozen
class Population:
    """Which incidents are counted: of one category, or all, and that certainly fell between two days, both included."""

    category: CategoryKey | None = None
    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, codebook: Codebook, category: str | None, first: date | None, last: date | None) -> "Population":
        """Raises NotFound for a category that the codebook does not have."""
        if category and category not in codebook.categories:
            raise NotFound(what=category[:40])
        return cls(CategoryKey(category) if category else None, first, last)

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
    return account.outlet or (OFFICES if account.basis is Basis.official else OWN)


def roll_of(book: Casebook, population: Population, gazetteer: Gazetteer, lang: str = "en") -> Roll:
    """A region is a province; ``lang`` is that of the names that we give to lists. Incidents of one too vague claim are loose."""
    accounts, projection = book.standing.accounts, book.projection
    relations = related(accounts, left_standing(book.kept.decisions), projection.retellings)
    vague = {item.claim for item in projection.too_vague}
    counted = [incident for incident in projection.incidents if population.holds(incident)]
    entries = {one.id: tuple(_entries(one, accounts, relations, gazetteer)) for one in counted}
    loose = {one.id for one in counted if vague.issuperset(one.claims)}
    names = _names((entry.on for told in entries.values() for entry in told), lang)
    return Roll(
        tuple(_named(entry, names) for name, told in entries.items() if name not in loose for entry in told),
        tuple(_doubts(book, entries.keys() - loose)),
        tuple(_named(entry, names) for name, told in entries.items() if name in loose for entry in told),
    )


def _entries(
    incident: Incident, accounts: Mapping[AccountId, Account], relations: Relations, gazetteer: Gazetteer
) -> Iterable[Entry]:
    told: dict[str, list[AccountId]] = defaultdict(list)
    for account in incident.accounts:
        told[list_of(accounts[account])].append(account)
    region, period = _region(incident, gazetteer), _quarter(incident.when)
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


def _region(incident: Incident, gazetteer: Gazetteer) -> str | None:
    place = incident.where.place.id if incident.where else None
    province = gazetteer.province_of(place) if place is not None and place in gazetteer.entries else None
    return province.id if province else None


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


def _names(told: Iterable[str], lang: str) -> dict[str, str]:
    """By list the name under which it counts: the largest under their own."""
    sizes = Counter(told)
    largest = sorted(sizes, key=lambda name: (-sizes[name], name))
    apart = largest if len(largest) == MOST_APART + 1 else largest[:MOST_APART]
    shown = {name: name if name in apart else OTHERS for name in largest}
    return {name: _KOREAN.get(one, one) if lang == "ko" else one for name, one in shown.items()}


def _named(entry: Entry, names: Mapping[str, str]) -> Entry:
    retold = frozenset(names.get(name, name) for name in entry.retold) - {names[entry.on]}
    return Entry(names[entry.on], entry.incident, entry.region, entry.period, retold)
