"""Incidents as JSON, CSV and GeoJSON, for the desk's own use."""

import csv
import io
import json
from typing import Any

from sosik.incidents.forms import incident_record, projection_record
from sosik.incidents.projection import Projection

_COLUMNS = [
    *("incident", "status", "category", "edtf", "earliest", "latest", "place", "name_en", "name_ko", "lat", "lon"),
    *(
        "precision",
        "radius_km",
        "killed_min",
        "killed_best",
        "killed_max",
        "injured_min",
        "injured_best",
        "injured_max",
    ),
    *("total_min", "total_best", "total_max", "grade", "origins", "contested", "claims", "accounts"),
]


def as_json(projection: Projection) -> str:
    return json.dumps(projection_record(projection), ensure_ascii=False, indent=1) + "\n"


def as_csv(projection: Projection) -> str:
    page = io.StringIO()
    writer = csv.DictWriter(page, _COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for one in projection.incidents:
        writer.writerow(_flat(incident_record(one)))
    return page.getvalue()


def as_geojson(projection: Projection) -> str:
    """One feature an incident; the point is the middle of a disc of ``radius_km``, null where no place is known."""
    features = []
    for one in projection.incidents:
        record = incident_record(one)
        where = record["where"] or {}
        located = where.get("lat") is not None
        geometry = {"type": "Point", "coordinates": [where["lon"], where["lat"]]} if located else None
        features.append({"type": "Feature", "id": one.id, "geometry": geometry, "properties": record})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False) + "\n"


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    row = record | (record["when"] or {}) | (record["where"] or {})
    for figure in ("killed", "injured", "total"):
        for end in ("min", "best", "max"):
            row[f"{figure}_{end}"] = (record["figures"].get(figure) or {}).get(end)
    for key in ("contested", "claims", "accounts"):
        row[key] = " ".join(record[key])
    return row
