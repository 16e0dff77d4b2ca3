"""What every part of the projection needs: claims with a member's word on them, in the order in which they came."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.derivation.retelling import Retelling
from sosik.claims.claim import Claim
from sosik.claims.decided import DecidedClaim, DecidedStatus
from sosik.incidents.ids import IdKey
from sosik.incidents.incident import Status
from sosik.incidents.judgement import Judgements, judged
from sosik.incidents.origins import Group, Origins
from sosik.values.ids import AccountId, ClaimId, IncidentId, PlaceId

Names = Callable[[PlaceId], tuple[str, str] | None]


@frozen
class Case:
    """``claims`` stand in the order in which they were taken in: by account, then by place in its text.

    ``place`` is a claim's place among them; ``choices`` are the decisions that choose a figure's best
    value, by the claim or the incident that they name, each with its number.
    """

    claims: tuple[Claim, ...]
    place: Mapping[ClaimId, int] = field(hash=False)
    status: Mapping[ClaimId, DecidedStatus] = field(hash=False)
    choices: Mapping[str, Sequence[tuple[int, Decision]]] = field(hash=False)
    origins: Origins
    judgements: Judgements
    ids: IdKey
    names: Names

    @classmethod
    def of(  # noqa: PLR0913 - as of `project`
        cls,
        claims: Iterable[DecidedClaim],
        accounts: Mapping[AccountId, Account],
        decisions: Sequence[Decision],
        ids: IdKey,
        names: Names,
        found: Sequence[Retelling] = (),
    ) -> "Case":
        """The order of ``claims`` moves nothing; that of ``accounts`` is the order in which they were taken in."""
        rank = {name: number for number, name in enumerate(accounts)}
        known = {item.claim.id: item for item in claims if item.claim.account in rank}
        ordered = sorted(known.values(), key=lambda item: (rank[item.claim.account], item.claim.spans, item.claim.id))
        return cls(
            claims=tuple(item.claim for item in ordered),
            place={item.claim.id: number for number, item in enumerate(ordered)},
            status={item.claim.id: item.status for item in ordered},
            choices=_choices(decisions),
            origins=Origins.of(accounts, decisions, found),
            judgements=judged(decisions),
            ids=ids,
            names=names,
        )

    def is_rejected(self, claim: Claim) -> bool:
        return self.status[claim.id] is DecidedStatus.rejected

    def status_of(self, members: Iterable[Claim]) -> Status:
        """Accepted when a claim is, rejected when all are, else proposed."""
        said = {self.status[claim.id] for claim in members}
        if DecidedStatus.accepted in said:
            return Status.accepted
        return Status.rejected if said == {DecidedStatus.rejected} else Status.proposed

    def counting(self, members: Sequence[Claim], status: Status) -> tuple[Claim, ...]:
        """What feeds figures and grade: the accepted claims once there is one, else the proposed; never a rejected one."""
        wanted = {Status.accepted: DecidedStatus.accepted, Status.proposed: DecidedStatus.proposed}.get(status)
        return tuple(claim for claim in members if self.status[claim.id] is wanted)

    def groups(self, claims: Sequence[Claim]) -> tuple[Group, ...]:
        """By origin; what rests on no origin stands as one group where there is nothing else."""
        return self.origins.groups(claims) or ((tuple(claims),) if claims else ())

    def id_of(self, prefix: str, members: Sequence[Claim], counting: Sequence[Claim]) -> IncidentId:
        """Of the accepted claim that was taken in first; of the first claim while none is accepted."""
        return self.ids.public_id(prefix, (counting or members)[0].id)

    def gathered(self, names: Iterable[ClaimId]) -> tuple[Claim, ...]:
        places = sorted({self.place[name] for name in names if name in self.place})
        return tuple(self.claims[place] for place in places)


def _choices(decisions: Sequence[Decision]) -> dict[str, list[tuple[int, Decision]]]:
    found: dict[str, list[tuple[int, Decision]]] = {}
    for number, one in enumerate(decisions):
        if one.kind is DecisionKind.choose_best:
            found.setdefault(str(one.about["incident"]), []).append((number, one))
    return found


def accounts_of(claims: Iterable[Claim]) -> tuple[AccountId, ...]:
    return tuple(dict.fromkeys(claim.account for claim in claims))
