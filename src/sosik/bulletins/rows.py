"""Computed incidents and measures as public rows: coarsened, graded in public words, without anything private."""

from datetime import date

from attrs import frozen

from sosik.bulletins.edition import IncidentRow, MeasureRow, PublicGrade, PublicPlace
from sosik.bulletins.policy import Policy
from sosik.bulletins.stated import coarsened_dates, stated_area
from sosik.claims.codebook import Codebook
from sosik.claims.gazetteer.lookup import NEAR_KM, Entry, Gazetteer
from sosik.incidents.incident import Grade, Incident, Measure, NamedPlace
from sosik.values.datespan import DateSpan
from sosik.values.ids import PlaceId
from sosik.values.place import Precision
from sosik.values.text import Lang

_LINES = {"river", "border"}


@frozen
class Stated:
    """What the text says of one incident or measure: how finely the day, which places, and whether a source saw it."""

    grain: str | None
    named: frozenset[PlaceId]
    is_witnessed: bool = False


def public_grade(grade: Grade) -> PublicGrade:
    if grade in {Grade.single_source, Grade.rumour}:
        return PublicGrade.unconfirmed
    return PublicGrade(grade.value)


def incident_row(
    incident: Incident, stated: Stated, codebook: Codebook, gazetteer: Gazetteer, policy: Policy
) -> IncidentRow:
    category = codebook.get(incident.category)
    return IncidentRow(
        id=incident.id,
        category=incident.category,
        labels={Lang.en: category.en, Lang.ko: category.ko},
        acled=category.acled,
        when=public_dates(incident.when, stated, policy),
        where=public_place(incident.where, stated, gazetteer, policy, is_hazard=category.is_hazard),
        counts={str(outcome): count for outcome, count in incident.figures.counts.items()},
        grade=public_grade(incident.grade),
        contested=incident.contested,
        clarity=2 if incident.aggregate else 1,
    )


def measure_row(
    measure: Measure, stated: Stated, codebook: Codebook, gazetteer: Gazetteer, policy: Policy
) -> MeasureRow:
    """``last_confirmed`` is the end of its month: the day would be the day of a contact."""
    category = codebook.get(measure.category)
    return MeasureRow(
        id=measure.id,
        category=measure.category,
        labels={Lang.en: category.en, Lang.ko: category.ko},
        since=public_dates(measure.since, stated, policy),
        until=public_dates(measure.until, stated, policy),
        last_confirmed=month_of(measure.last_confirmed),
        where=public_place(measure.where, stated, gazetteer, policy, is_hazard=category.is_hazard),
        grade=public_grade(measure.grade),
        is_hazard=category.is_hazard,
    )


def month_of(day: date) -> date:
    """The first day of the month, which is all that is said of it."""
    return day.replace(day=1)


def public_dates(span: DateSpan | None, stated: Stated, policy: Policy) -> DateSpan | None:
    return None if span is None else coarsened_dates(span, stated.grain or policy.unstated_date)


def public_place(
    named: NamedPlace | None, stated: Stated, gazetteer: Gazetteer, policy: Policy, *, is_hazard: bool
) -> PublicPlace | None:
    """Never finer than a county, nor than the text says; None for a place that the gazetteer does not know."""
    if named is None or named.place.id is None or named.place.id not in gazetteer.entries:
        return None
    entry = gazetteer.get(named.place.id)
    if entry.kind in _LINES:
        return _line(entry, gazetteer, is_hazard=is_hazard)
    area = stated_area(entry, stated.named, gazetteer)
    if area is None or (area.kind == "country" and not stated.is_witnessed):
        area = _unstated(entry, gazetteer, policy, is_witnessed=stated.is_witnessed)
    is_same = area.id == entry.id
    return _area(area, gazetteer, max(area.radius_km, named.place.radius_km if is_same else 0.0))


def _unstated(entry: Entry, gazetteer: Gazetteer, policy: Policy, *, is_witnessed: bool) -> Entry:
    """What a row says where the text names no place: the province, or the country when a source was there."""
    kind = "country" if is_witnessed else policy.unstated_place
    chain = (entry, *gazetteer.parents(entry.id))
    province = gazetteer.province_of(entry.id)
    if kind == "province" and province is not None:
        return province
    return next((area for area in chain if area.kind == kind), chain[-1])


def _area(area: Entry, gazetteer: Gazetteer, radius_km: float) -> PublicPlace:
    province = gazetteer.province_of(area.id) if area.kind != "country" else None
    precision = {"country": Precision.country, "province": Precision.province}.get(area.kind, Precision.county)
    return PublicPlace(
        id=area.id,
        names={Lang.en: area.name_en, Lang.ko: area.name_ko},
        precision=precision,
        radius_km=radius_km,
        centre=area.point,
        province=province.id if province else None,
        country=_country(area, gazetteer),
    )


def _line(entry: Entry, gazetteer: Gazetteer, *, is_hazard: bool) -> PublicPlace:
    """A river or a border as a whole; of a hazard along it no course is drawn."""
    middle = entry.line[len(entry.line) // 2] if entry.line and not is_hazard else None
    return PublicPlace(
        id=entry.id,
        names={Lang.en: entry.name_en, Lang.ko: entry.name_ko},
        precision=Precision.landscape,
        radius_km=max(entry.radius_km, NEAR_KM),
        centre=middle,
        country=_country(entry, gazetteer),
        line=() if is_hazard else entry.line,
    )


def _country(entry: Entry, gazetteer: Gazetteer) -> PlaceId | None:
    chain = (entry, *gazetteer.parents(entry.id))
    return chain[-1].id if chain[-1].kind == "country" else None
