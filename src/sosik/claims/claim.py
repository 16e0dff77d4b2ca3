"""A claim: a structured, attributed reading of spans of one account. It may be wrong; a member decides."""

import hashlib
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from attrs import frozen

from sosik.values.datespan import DateSpan, Period
from sosik.values.ids import AccountId, CategoryKey, ClaimId
from sosik.values.place import Place
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

T = TypeVar("T")


class Kind(StrEnum):
    """An event at a time, an ongoing condition, a total over many events."""

    incident = "incident"
    measure = "measure"
    tally = "tally"


class Stance(StrEnum):
    asserted = "asserted"
    hearsay = "hearsay"
    supposed = "supposed"
    denied = "denied"
    planned = "planned"

    @property
    def counts(self) -> bool:
        """Denied, planned and supposed claims stand beside a figure, never in it."""
        return self in {Stance.asserted, Stance.hearsay}


class Role(StrEnum):
    """What a place has to do with the claim; only the first three say where it happened."""

    at = "at"
    near = "near"
    within = "within"
    toward = "toward"
    origin = "from"

    @property
    def says_where(self) -> bool:
        return self in {Role.at, Role.near, Role.within}


@frozen
class Said(Generic[T]):
    """A value and the words that say it: a value without a span does not exist."""

    value: T
    span: TextSpan


@frozen
class SaidPlace:
    """``names`` are the gazetteer's, English and Korean; None when it does not know the place."""

    place: Place
    role: Role
    span: TextSpan
    names: tuple[str, str] | None = None


@frozen
class Victims:
    """``sex`` is male or female; ``age`` years."""

    quantity: Quantity
    span: TextSpan
    group: str | None = None
    sex: str | None = None
    age: int | None = None


@frozen
class Speaker:
    """One distinct person who tells something in an account; never an outlet, state medium or spokesman."""

    id: str
    label: str
    mentions: tuple[TextSpan, ...]


@frozen
class Claim:
    """``category`` bears the span of the words that show it; ``told`` is the day its speaker told it, where the text says."""

    id: ClaimId
    account: AccountId
    sha256: str
    kind: Kind
    category: Said[CategoryKey]
    stance: Stance = Stance.asserted
    speaker: str | None = None
    told: Said[DateSpan] | None = None
    when: Said[DateSpan] | None = None
    period: Said[Period] | None = None
    where: tuple[SaidPlace, ...] = ()
    victims: tuple[Victims, ...] = ()
    aggregate: bool = False

    @property
    def spans(self) -> tuple[TextSpan, ...]:
        """The spans of every value, in order, without repeats."""
        said = [self.category, self.told, self.when, self.period, *self.where, *self.victims]
        return tuple(sorted({item.span for item in said if item is not None}))

    @property
    def day_span(self) -> DateSpan | None:
        """The days on which it may have happened or held; None when nothing says."""
        if self.period is not None:
            return self.period.value.as_span()
        return self.when.value if self.when else None

    @property
    def places(self) -> tuple[SaidPlace, ...]:
        """The places that say where it happened, the finest first."""
        said = [place for place in self.where if place.role.says_where]
        return tuple(sorted(said, key=lambda item: (item.place.precision.value, item.place.radius_km)))

    @property
    def casualties(self) -> dict[str, Count | None]:
        """What the victims add up to, by outcome; ``total`` is killed and injured, also when only their sum is stated."""
        return add_up(self.victims)


@frozen
class Retold:
    """An outlet that the account names as its own source."""

    outlet: str
    span: TextSpan


@frozen
class Unread:
    """Something that was seen and could not be read; reported, never guessed."""

    code: str
    span: TextSpan | None = None


@frozen
class Reading:
    """All that was read from one account by one version of the rules."""

    account: AccountId
    lang: Lang
    received: date | None
    sha256: str
    chars: int
    speakers: tuple[Speaker, ...] = ()
    retells: tuple[Retold, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[Unread, ...] = ()


def claim_id(sha256: str, kind: Kind, spans: Iterable[TextSpan]) -> ClaimId:
    """From the text, the kind and the sorted spans of the values, so that the place in a list moves nothing."""
    marks = ";".join(f"{span.start}-{span.end}" for span in sorted(spans))
    return ClaimId("c-" + hashlib.sha256(f"{sha256}|{kind}|{marks}".encode()).hexdigest()[:16])


def add_up(victims: Iterable[Victims]) -> dict[str, Count | None]:
    """Counts by outcome, None where nothing is stated; a bare "killed or injured" bounds both from nought."""
    sums: dict[Outcome, Count] = {}
    for one in victims:
        outcome, count = one.quantity.outcome, one.quantity.count
        sums[outcome] = sums[outcome] + count if outcome in sums else count
    either = sums.pop(Outcome.killed_or_injured, None)
    stated = [count for count in (sums.get(Outcome.killed), sums.get(Outcome.injured), either) if count]
    totals: dict[str, Count | None] = {
        Outcome.killed: _with_either(sums.pop(Outcome.killed, None), either),
        Outcome.injured: _with_either(sums.pop(Outcome.injured, None), either),
        "total": sum(stated[1:], start=stated[0]) if stated else None,
    }
    return totals | {str(outcome): count for outcome, count in sums.items()}


def _with_either(known: Count | None, either: Count | None) -> Count | None:
    if either is None:
        return known
    some_of_them = Count(0, None, either.max)
    if known is None:
        return some_of_them
    widened = known + some_of_them
    return Count(widened.min, None, widened.max)
