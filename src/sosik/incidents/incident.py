"""What claims add up to: incidents, measures and tallies, with figures and grades."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from sosik.values.datespan import DateSpan
from sosik.values.ids import AccountId, CategoryKey, ClaimId, IncidentId
from sosik.values.place import Place
from sosik.values.quantity import Count


class Grade(StrEnum):
    """How well corroborated, best first."""

    confirmed = "confirmed"
    corroborated = "corroborated"
    reported = "reported"
    single_source = "single_source"
    rumour = "rumour"


class Status(StrEnum):
    proposed = "proposed"
    accepted = "accepted"
    rejected = "rejected"


@frozen
class NamedPlace:
    """A place with the gazetteer's names, None when it does not know it."""

    place: Place
    name_en: str | None
    name_ko: str | None


@frozen
class Figures:
    """``counts`` by outcome, None where no claim states one; ``rule`` names the rule and its version."""

    counts: Mapping[str, Count | None] = field(hash=False)
    rule: str = "envelope/1"


@frozen
class Incident:
    """One event. ``origins`` counts independent roots; ``contested`` names the fields on which origins disagree."""

    id: IncidentId
    status: Status
    category: CategoryKey
    when: DateSpan | None
    where: NamedPlace | None
    figures: Figures
    origins: int
    grade: Grade
    claims: tuple[ClaimId, ...]
    accounts: tuple[AccountId, ...]
    contested: tuple[str, ...] = ()
    beside: tuple[ClaimId, ...] = ()
    aggregate: bool = False


@frozen
class Measure:
    """An ongoing condition. ``last_confirmed`` is the latest day on which somebody told of it as going on."""

    id: IncidentId
    status: Status
    category: CategoryKey
    since: DateSpan | None
    until: DateSpan | None
    last_confirmed: date
    where: NamedPlace | None
    origins: int
    grade: Grade
    claims: tuple[ClaimId, ...]
    accounts: tuple[AccountId, ...]


@frozen
class Tally:
    """A total over many events: it bounds the incidents that it covers and is never added to them."""

    id: IncidentId
    status: Status
    category: CategoryKey
    when: DateSpan | None
    where: NamedPlace | None
    figures: Figures
    claims: tuple[ClaimId, ...]
    accounts: tuple[AccountId, ...]
