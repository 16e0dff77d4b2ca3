"""From claims, accounts and decisions to incidents, measures and tallies: a pure function, rebuilt at will."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision
from sosik.accounts.derivation.retelling import Retelling
from sosik.claims.claim import Claim, Kind, Stance
from sosik.claims.decided import DecidedClaim
from sosik.incidents.blocking import TooVague
from sosik.incidents.case import Case, Names
from sosik.incidents.comparison import Distance
from sosik.incidents.events import Event, event
from sosik.incidents.grades import Corroboration
from sosik.incidents.ids import IdKey
from sosik.incidents.incident import Incident, Measure, Tally
from sosik.incidents.judgement import Pairing
from sosik.incidents.linking import Engines, Links, attached, by_reference, cannot_tell, link
from sosik.incidents.measures import measures
from sosik.incidents.row import LinkRow, row_of
from sosik.incidents.scoring import ScoredPair
from sosik.incidents.tallies import tallies
from sosik.values.ids import AccountId, ClaimId, IncidentId

AccountPair = tuple[AccountId, AccountId]
NO_MATCH = "no_match"


@frozen
class Projection:
    """In the order in which the first claim of each was taken in.

    ``too_vague`` claims met no other and stand alone, unless a member joined them. ``unattached`` deny, plan or suppose
    what no incident tells of. ``cannot_tell`` are pairs of incidents that may be one. ``overruled`` are judgements that
    later ones contradict. ``facts`` say, by incident, what its grade was read from. ``retellings`` are all that were
    found; those ``waiting`` for a member's word, by their two accounts, count as one until then.
    """

    incidents: tuple[Incident, ...] = ()
    measures: tuple[Measure, ...] = ()
    tallies: tuple[Tally, ...] = ()
    too_vague: tuple[TooVague, ...] = ()
    pairs: tuple[ScoredPair, ...] = ()
    cannot_tell: tuple[tuple[IncidentId, IncidentId], ...] = ()
    unattached: tuple[TooVague, ...] = ()
    overruled: tuple[Pairing, ...] = ()
    facts: Mapping[IncidentId, Corroboration] = field(factory=dict, hash=False)
    retellings: tuple[Retelling, ...] = ()
    waiting: tuple[AccountPair, ...] = ()

    @property
    def awaited(self) -> tuple[Retelling, ...]:
        """The retellings that no member has confirmed or denied."""
        return tuple(one for one in self.retellings if (one.account, one.of) in self.waiting)

    @property
    def every(self) -> tuple[Incident | Measure | Tally, ...]:
        return (*self.incidents, *self.measures, *self.tallies)


def project(  # noqa: PLR0913 - what is kept, and the ports that a shell wires
    claims: Sequence[DecidedClaim],
    accounts: Mapping[AccountId, Account],
    decisions: Sequence[Decision],
    distance: Distance,
    ids: IdKey,
    names: Names,
    retold: Sequence[Retelling] = (),
    linking: Engines = by_reference,
) -> Projection:
    """The order of ``claims`` moves nothing. Rejected claims take no part, and are listed as rejected among themselves."""
    case = Case.of(claims, accounts, decisions, ids, names, retold)
    links, beside = _linked(case, distance, linking, rejected=False)
    spoken_of = attached(links, frozenset(claim.id for claim in beside if claim.stance is Stance.denied))
    speaking = _speaking_of(spoken_of)
    found = {members[0]: _event(case, members, speaking) for members in links.clusters}
    rejected, _ = _linked(case, distance, linking, rejected=True)
    apart = [_event(case, members, {}) for members in rejected.clusters]
    events = [*found.values(), *apart]
    counting = {kind: [claim for claim in case.claims if claim.kind is kind and claim.stance.counts] for kind in Kind}
    unsaid = [claim for claim in case.claims if _is_unsaid(claim, case) and not spoken_of.get(claim.id)]
    return Projection(
        incidents=_in_order(case, events),
        measures=measures(case, counting[Kind.measure]),
        tallies=tallies(case, counting[Kind.tally]),
        too_vague=links.too_vague,
        pairs=links.pairs,
        cannot_tell=tuple(
            (found[a].incident.id, found[b].incident.id) for a, b in cannot_tell(links.clusters, links.pairs)
        ),
        unattached=_unattached(unsaid, links),
        overruled=case.judgements.overruled,
        facts={one.incident.id: one.facts for one in events},
        retellings=tuple(retold),
        waiting=tuple(
            (one.account, one.of) for one in retold if one.of in case.origins.relations.proposed.get(one.account, ())
        ),
    )


def _linked(case: Case, distance: Distance, linking: Engines, *, rejected: bool) -> tuple[Links, list[Claim]]:
    """The links of the claims of incidents, and those of the claims that stand beside."""
    told = [claim for claim in case.claims if claim.kind is Kind.incident and case.is_rejected(claim) is rejected]
    counting = [claim for claim in told if claim.stance.counts]
    beside = [] if rejected else [claim for claim in told if not claim.stance.counts]
    rows, aside = ([_row(case, claim) for claim in part] for part in (counting, beside))
    links = link(rows, aside, case.judgements, distance, linking=linking)
    return links, beside


def _row(case: Case, claim: Claim) -> LinkRow:
    return row_of(claim, case.origins.accounts[claim.account].source, case.origins.key(claim))


def _speaking_of(spoken_of: Mapping[ClaimId, Iterable[ClaimId]]) -> dict[ClaimId, list[ClaimId]]:
    """The other way round: by the first claim of a cluster, the claims that speak of it."""
    found: dict[ClaimId, list[ClaimId]] = {}
    for claim, heads in spoken_of.items():
        for head in heads:
            found.setdefault(head, []).append(claim)
    return found


def _event(case: Case, members: Sequence[ClaimId], speaking: Mapping[ClaimId, Sequence[ClaimId]]) -> Event:
    return event(case, case.gathered(members), case.gathered(speaking.get(members[0], ())))


def _in_order(case: Case, events: Sequence[Event]) -> tuple[Incident, ...]:
    return tuple(sorted((one.incident for one in events), key=lambda one: case.place[one.claims[0]]))


def _is_unsaid(claim: Claim, case: Case) -> bool:
    return not claim.stance.counts and not case.is_rejected(claim)


def _unattached(claims: Sequence[Claim], links: Links) -> tuple[TooVague, ...]:
    """With the reason: too vague to meet an incident, or none that it speaks of."""
    vague = {item.claim: item.reason for item in links.too_vague}
    return tuple(TooVague(claim.id, vague.get(claim.id, NO_MATCH)) for claim in claims)
