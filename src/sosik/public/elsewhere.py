"""Incidents in the shapes of other datasets: UCDP GED, ACLED, HXL. What they cannot hold stays empty."""

from collections.abc import Iterable
from datetime import date, timedelta

from sosik.bulletins.edition import IncidentRow
from sosik.public.base_map import BaseMap
from sosik.public.columns import HXL
from sosik.public.tables import Record, date_precision
from sosik.values.datespan import DateSpan
from sosik.values.place import Precision
from sosik.values.text import Lang

WITHHELD = "withheld"  # the kind of source is never public
_ACLED_DAYS = ((1, 1), (10, 2), (31, 3))  # span in days up to which a time_precision holds
_GEO = {
    Precision.exact: 1, Precision.near: 2, Precision.county: 3, Precision.province: 3,
    Precision.landscape: 3, Precision.country: 3, Precision.international: 3,
}  # fmt: skip


def ucdp_record(row: IncidentRow, base_map: BaseMap) -> Record | None:
    """An incident with a day and a number killed that may be above zero, else None; type of violence and sides are not ours to say."""
    killed = row.counts.get("killed")
    if killed is None or killed.max == 0 or row.when is None or row.when.is_open:
        return None
    return {
        **_where(row, base_map),
        "id": row.id,
        "year": row.when.latest.year if row.when.latest else None,
        "source_original": WITHHELD,
        "where_prec": row.where.precision.value if row.where else None,
        "adm_1": _province(row, base_map),
        "event_clarity": row.clarity,
        "date_prec": date_precision(row.when),
        "date_start": str(row.when.earliest),
        "date_end": str(row.when.latest),
        "best": killed.best,
        "high": killed.max,
        "low": killed.min,
    }


def acled_record(row: IncidentRow, base_map: BaseMap, licence: str = "") -> Record | None:
    """An incident within a month, else None; ``fatalities`` is the lowest number, by ACLED's rule of the most conservative report.

    Without its last column, the day of the release.
    """
    middle, precision = _middle(row.when), _time_precision(row.when)
    killed = row.counts.get("killed")
    if middle is None or precision is None or killed is None or row.where is None:
        return None
    return {
        **_where(row, base_map),
        "event_id_cnty": row.id,
        "event_date": str(middle),
        "year": middle.year,
        "time_precision": precision,
        "event_type": row.acled[0],
        "sub_event_type": row.acled[1],
        "admin1": _province(row, base_map),
        "location": row.where.names.get(Lang.en),
        "geo_precision": _GEO[row.where.precision],
        "source_scale": WITHHELD,
        "notes": f"killed {killed.min} to {'open' if killed.max is None else killed.max}{'; ' * bool(licence)}{licence}",
        "fatalities": killed.min,
    }


def hxl_row(columns: Iterable[str]) -> list[str]:
    return [HXL.get(column, "") for column in columns]


def _where(row: IncidentRow, base_map: BaseMap) -> Record:
    """A representative point, whose precision both datasets give in a column of its own."""
    where = row.where
    if where is None:
        return {}
    centre = where.centre or (where.line[len(where.line) // 2] if where.line else None)
    country = base_map.area(where.country)
    return {
        "latitude": round(centre.lat, 2) if centre else None,
        "longitude": round(centre.lon, 2) if centre else None,
        "country": country.names[Lang.en] if country else where.country,
    }


def _province(row: IncidentRow, base_map: BaseMap) -> str | None:
    area = base_map.province_of(row.where)
    return area.names[Lang.en] if area else None


def _middle(when: DateSpan | None) -> date | None:
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest + timedelta((when.latest - when.earliest).days // 2)


def _time_precision(when: DateSpan | None) -> int | None:
    days = when.days if when else None
    return None if days is None else next((code for limit, code in _ACLED_DAYS if days <= limit), None)
