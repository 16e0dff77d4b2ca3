"""Rows of the dataset's own tables, from the rows that editions carry."""

from collections.abc import Iterable, Mapping

from sosik.bulletins.edition import IncidentRow, MeasureRow, PublicPlace
from sosik.public.base_map import BaseMap
from sosik.public.columns import COUNTED
from sosik.public.standing import Standing
from sosik.values.datespan import DateSpan, Period
from sosik.values.edtf import write_period, write_span
from sosik.values.place import Precision
from sosik.values.quantity import Count
from sosik.values.text import Lang

Cell = str | int | float | bool | None
Record = dict[str, Cell]

_DISCS = {Precision.exact, Precision.near, Precision.county}


def incident_record(row: IncidentRow, now: Standing, base_map: BaseMap) -> Record:
    """One incident by the names of ``columns.INCIDENTS``; None is an empty cell."""
    where = row.where
    is_disc = where is not None and where.precision in _DISCS and not where.line and where.centre is not None
    centre = where.centre if where is not None and is_disc else None
    return {
        "incident_id": row.id,
        **_category(row.category, row.labels),
        "date_earliest": _iso(row.when.earliest if row.when else None),
        "date_latest": _iso(row.when.latest if row.when else None),
        "date_edtf": write_span(row.when) if row.when else None,
        "date_precision": date_precision(row.when),
        **_place(where),
        "radius_km": where.radius_km if where else None,
        "latitude": round(centre.lat, 2) if centre else None,
        "longitude": round(centre.lon, 2) if centre else None,
        **_units(where, base_map),
        **{name: cell for key in COUNTED for name, cell in _count(key, row.counts.get(key)).items()},
        "grade": row.grade.value,
        "contested": " ".join(row.contested) or None,
        "clarity": row.clarity,
        "first_published": _iso(row.first_published),
        "bulletins": _bulletins(now, row),
    }


def measure_records(now: Standing, base_map: BaseMap) -> Iterable[Record]:
    """Never a coordinate: a measure is where its place is named to be."""
    for row in sorted(now.measures, key=lambda each: each.id):
        where = hazard_place(row, base_map)
        yield {
            "measure_id": row.id,
            **_category(row.category, row.labels),
            "is_hazard": row.is_hazard,
            "since_earliest": _iso(row.since.earliest if row.since else None),
            "since_latest": _iso(row.since.latest if row.since else None),
            "until_earliest": _iso(row.until.earliest if row.until else None),
            "until_latest": _iso(row.until.latest if row.until else None),
            "period_edtf": write_period(Period(row.since, row.until)),
            "last_confirmed": f"{row.last_confirmed:%Y-%m}" if row.last_confirmed else None,
            **_place(where),
            **_units(where, base_map),
            "grade": row.grade.value,
            "first_published": _iso(row.first_published),
            "bulletins": _bulletins(now, row),
        }


def hazard_place(row: MeasureRow, base_map: BaseMap) -> PublicPlace | None:
    """As the row gives it; a hazard that is neither a county nor wider becomes its province, or nothing."""
    where = row.where
    if where is None or not row.is_hazard:
        return where
    if where.precision in {Precision.county, Precision.province, Precision.country} and not where.line:
        return where
    area = base_map.area(where.province)
    if area is None:
        return None
    return PublicPlace(area.id, area.names, Precision.province, 0.0, None, area.id, where.country)


def date_precision(when: DateSpan | None) -> int | None:
    """UCDP's date_prec for the span; an open span is wider than a month."""
    if when is None:
        return None
    days = when.days
    if days is None or days > 31:
        return 5
    return 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4


def _category(key: str, labels: Mapping[Lang, str]) -> Record:
    return {"category": key, "category_en": labels.get(Lang.en), "category_ko": labels.get(Lang.ko)}


def _place(where: PublicPlace | None) -> Record:
    names: Mapping[Lang, str] = where.names if where else {}
    return {
        "place_name_en": names.get(Lang.en),
        "place_name_ko": names.get(Lang.ko),
        "place_precision": where.precision.value if where else None,
    }


def _units(where: PublicPlace | None, base_map: BaseMap) -> Record:
    area = base_map.province_of(where)
    return {
        "adm1_id": area.id if area else where.province if where else None,
        "adm1_name_en": area.names[Lang.en] if area else None,
        "adm1_name_ko": area.names[Lang.ko] if area else None,
        "country": where.country if where else None,
    }


def _count(key: str, count: Count | None) -> Record:
    ends = (count.min, count.best, count.max) if count else (None, None, None)
    return dict(zip((f"{key}_min", f"{key}_best", f"{key}_max"), ends, strict=True))


def _bulletins(now: Standing, row: IncidentRow | MeasureRow) -> str | None:
    return " ".join(sorted(story.slug for story in now.told_in.get(row.id, ()))) or None


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
