"""What the desk knows of a bulletin's matter when it is checked."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Container, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from attrs import field, frozen

from sosik.accounts.account import Account, Consent
from sosik.bulletins.bulletin import Citation
from sosik.claims.claim import Claim
from sosik.incidents.incident import Incident, Measure, Tally
from sosik.values.ids import AccountId, BulletinId, ClaimId, PlaceId, SourceHandle

Cited = Incident | Measure | Tally
_Key_contra = TypeVar("_Key_contra", contravariant=True)
_Value_co = TypeVar("_Value_co", covariant=True)


class Known(Protocol[_Key_contra, _Value_co]):
    """What is looked up by its name and never gone through, so that each may be read when it is asked for."""

    def __getitem__(self, key: _Key_contra, /) -> _Value_co: ...

    def __contains__(self, key: object, /) -> bool: ...

    def get(self, key: _Key_contra, /) -> _Value_co | None: ...


@frozen
class Profile:
    """What words say of one who told it: ``attributes`` as the policy names its shares; ``is_unknown`` for a place without a number."""

    places: frozenset[PlaceId] = frozenset()
    attributes: frozenset[str] = frozenset()
    is_unknown: bool = False

    @property
    def says(self) -> bool:
        return bool(self.places or self.attributes or self.is_unknown)


@frozen
class Exposed:
    """One way in which an earlier edition's words may be about a source; ``order`` is when that ``revision`` was published, by the ledger."""

    source: SourceHandle
    bulletin: BulletinId
    order: int
    profile: Profile
    revision: int = 1


@frozen
class Case(ABC):
    """``accounts`` as they stand; ``accepted`` are the claims that a member accepted; ``today`` is the day of publication.

    What may be cited rests on publishable claims alone; a bulletin may also name it as the desk itself does.
    """

    today: date
    accounts: Known[AccountId, Account] = field(factory=dict, hash=False)
    claims: Known[ClaimId, Claim] = field(factory=dict, hash=False)
    accepted: Container[ClaimId] = frozenset()
    compromised: Known[SourceHandle, date] = field(factory=dict, hash=False)
    exposure: tuple[Exposed, ...] = ()

    @property
    @abstractmethod
    def every(self) -> tuple[Cited, ...]:
        """All that may be cited, in the order in which it was taken in."""

    @abstractmethod
    def latest(self, most: int) -> Sequence[Cited]:
        """Incidents that may be cited, the latest first."""

    @abstractmethod
    def exactly(self, name: str) -> Sequence[Cited]:
        """Of this id, or with this claim in it or beside it."""

    @abstractmethod
    def begun(self, name: str) -> Sequence[Cited]:
        """Whose id, or a claim in it, begins so."""

    @abstractmethod
    def aliased(self, name: str) -> Sequence[tuple[ClaimId, ...]]:
        """The claims of each that the desk itself names so, or by an id that begins so."""

    @abstractmethod
    def with_claims(self, claims: Collection[ClaimId]) -> Sequence[Cited]:
        """Those that have one of these claims in or beside them."""

    @abstractmethod
    def claims_begun(self, name: str) -> Sequence[Claim]:
        """The claims whose id begins so, accepted or not."""

    @abstractmethod
    def last_contact(self, source: SourceHandle) -> date | None:
        """The day of the last word from a source; None for one that told nothing."""

    def named(self, name: str) -> Cited | None:
        """By id, by a claim in it, or by the beginning of either; None when none or several fit."""
        for found in (self.exactly(name), self.begun(name)):
            if found:
                return found[0] if len(found) == 1 else None
        known = self.aliased(name)
        beside = self.with_claims(known[0]) if len(known) == 1 else ()
        return beside[0] if len(beside) == 1 else None

    def cited(self, citation: Citation) -> Cited | None:
        return self.named(citation.named)

    def behind(self, one: Cited) -> tuple[AccountId, ...]:
        """The accounts of its claims that a member accepted."""
        claims = (self.claims[name] for name in one.claims if name in self.accepted and name in self.claims)
        return tuple(dict.fromkeys(claim.account for claim in claims))


@frozen
class WholeCase(Case):
    """All of it in memory. ``aliases`` are the desk's own names of what it knows, with the claims of each."""

    accounts: Mapping[AccountId, Account] = field(factory=dict, hash=False)
    claims: Mapping[ClaimId, Claim] = field(factory=dict, hash=False)
    incidents: Sequence[Incident] = field(factory=tuple, hash=False)
    measures: Sequence[Measure] = field(factory=tuple, hash=False)
    tallies: Sequence[Tally] = field(factory=tuple, hash=False)
    aliases: Mapping[str, tuple[ClaimId, ...]] = field(factory=dict, hash=False)

    @property
    def every(self) -> tuple[Cited, ...]:
        return (*self.incidents, *self.measures, *self.tallies)

    def latest(self, most: int) -> Sequence[Cited]:
        dated = sorted(self.incidents, key=lambda one: one.when.latest or date.min if one.when else date.min)
        return dated[::-1][:most]

    def exactly(self, name: str) -> Sequence[Cited]:
        return [one for one in self.every if one.id == name or name in (*one.claims, *getattr(one, "beside", ()))]

    def begun(self, name: str) -> Sequence[Cited]:
        return [one for one in self.every if any(each.startswith(name) for each in (one.id, *one.claims))]

    def aliased(self, name: str) -> Sequence[tuple[ClaimId, ...]]:
        return [claims for alias, claims in self.aliases.items() if alias.startswith(name)]

    def with_claims(self, claims: Collection[ClaimId]) -> Sequence[Cited]:
        wanted = set(claims)
        return [one for one in self.every if wanted & {*one.claims, *getattr(one, "beside", ())}]

    def claims_begun(self, name: str) -> Sequence[Claim]:
        return [claim for key, claim in self.claims.items() if key.startswith(name)]

    def last_contact(self, source: SourceHandle) -> date | None:
        return max((one.contact_day for one in self.accounts.values() if one.source == source), default=None)


def may_publish(account: Account, today: date) -> bool:
    """What rests on the account may be public on ``today``; statistics feeds sums alone, so not a row of its own."""
    if account.not_before is not None and today < account.not_before:
        return False
    return account.basis.is_exempt_from_consent or account.consent is Consent.publish


def publishable(
    claims: Mapping[ClaimId, Claim], accepted: frozenset[ClaimId], accounts: Mapping[AccountId, Account], today: date
) -> frozenset[ClaimId]:
    """The accepted claims that may feed a public figure, grade or row: project these for what is public."""
    return frozenset(
        name
        for name in accepted
        if name in claims and (account := accounts.get(claims[name].account)) and may_publish(account, today)
    )
