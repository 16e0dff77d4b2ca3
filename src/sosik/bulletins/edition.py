"""An edition: one frozen form of a bulletin, in every language, with the exact dataset rows that it publishes.

This is all that the public stage sees, so nothing here may point at a source: no handle, account, claim, origin count,
basis, internal precision or revision time.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from sosik.values.datespan import DateSpan
from sosik.values.ids import BulletinId, CategoryKey, IncidentId, PlaceId
from sosik.values.place import Point, Precision
from sosik.values.quantity import Count
from sosik.values.text import Lang


class PublicGrade(StrEnum):
    """How well corroborated, in the four words that readers see."""

    confirmed = "confirmed"
    corroborated = "corroborated"
    reported = "reported"
    unconfirmed = "unconfirmed"


@frozen
class PublicPlace:
    """Coarsened. ``province`` is the id of the first-level unit that holds it, None for rivers, borders and countries."""

    id: PlaceId | None
    names: Mapping[Lang, str] = field(hash=False)
    precision: Precision
    radius_km: float
    centre: Point | None
    province: PlaceId | None = None
    country: PlaceId | None = None
    line: tuple[Point, ...] = ()


@frozen
class IncidentRow:
    """``counts`` by killed, injured, total and the other outcomes stated; ``clarity`` is UCDP's event_clarity."""

    id: IncidentId
    category: CategoryKey
    labels: Mapping[Lang, str] = field(hash=False)
    acled: tuple[str, str]
    when: DateSpan | None
    where: PublicPlace | None
    counts: Mapping[str, Count | None] = field(hash=False)
    grade: PublicGrade
    contested: tuple[str, ...] = ()
    clarity: int = 1
    first_published: date | None = None


@frozen
class MeasureRow:
    """A hazard is published as a county or province area only."""

    id: IncidentId
    category: CategoryKey
    labels: Mapping[Lang, str] = field(hash=False)
    since: DateSpan | None
    until: DateSpan | None
    last_confirmed: date | None
    where: PublicPlace | None
    grade: PublicGrade
    is_hazard: bool = False
    first_published: date | None = None


@frozen
class Picture:
    """``path`` is a name inside the edition; ``content`` is rebuilt from pixels."""

    path: str
    caption: str
    credit: str
    alt: str
    is_file_photo: bool = False
    content: bytes = field(default=b"", repr=False)


@frozen
class Version:
    """One language. ``body`` is Markdown with every figure written out; the first paragraph is the standfirst."""

    lang: Lang
    title: str
    body: str
    writer: str | None = None
    translator: str | None = None
    editor: str | None = None
    pictures: tuple[Picture, ...] = ()
    correction: str | None = None


@frozen
class Edition:
    bulletin: BulletinId
    revision: int
    versions: tuple[Version, ...]
    incidents: tuple[IncidentRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()


@frozen
class ClearedEdition:
    """An edition that may leave, and the day it bears. Made by clearance alone."""

    edition: Edition
    published: date
    withdrawn: bool = False
