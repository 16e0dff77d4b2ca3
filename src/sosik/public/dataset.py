"""The dataset as files: CSV, Parquet, GeoJSON, JSON, a Frictionless data package and a manifest of hashes."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sosik.public.base_map import BaseMap, Ring
from sosik.public.columns import ACLED, CHANGES, INCIDENTS, MEASURES, UCDP, WITHDRAWN, Column
from sosik.public.described import codebook, data_package, readme, version, version_of
from sosik.public.desk_words import DeskWords
from sosik.public.elsewhere import acled_records, hxl_row, ucdp_records
from sosik.public.footprint import Band, Disc, Footprint, Outline, circle, footprint
from sosik.public.instruments import ParquetWriter
from sosik.public.standing import Standing
from sosik.public.tables import Record, incident_records, measure_records
from sosik.values.ids import IncidentId
from sosik.values.quantity import Count
from sosik.values.text import Lang


def dataset(
    now: Standing, desk: DeskWords, base_map: BaseMap, parquet: ParquetWriter | None = None
) -> dict[str, bytes]:
    """Every file under ``data/`` by its path; the licence stands in each that has room for it, and in the data package for each."""
    licence = desk.licence[0]
    tables: dict[str, tuple[Sequence[Column], list[Record]]] = {
        "incidents": (INCIDENTS, _licensed(incident_records(now, base_map), licence)),
        "measures": (MEASURES, _licensed(measure_records(now, base_map), licence)),
        "withdrawn": (
            WITHDRAWN,
            _licensed(({"id": key, "withdrawn_on": str(on)} for key, on in now.gone.items()), licence),
        ),
        "changes": (CHANGES, _licensed(_changes(now), licence)),
    }
    files: dict[str, bytes] = {}
    for name, (columns, records) in tables.items():
        files[f"data/{name}.csv"] = written([column for column, _, _ in columns], records)
        if parquet is not None and name in {"incidents", "measures"}:
            about = {"title": desk.name.get(Lang.en, ""), "version": version(now), "licence": licence}
            files[f"data/{name}.parquet"] = parquet.written(columns, records, about)
    names = [column for column, _, _ in INCIDENTS]
    incidents, measures = tables["incidents"][1], tables["measures"][1]
    files["data/incidents-hxl.csv"] = written(names, incidents, second=hxl_row(names))
    files["data/ucdp.csv"] = written(UCDP, ucdp_records(now, base_map))
    files["data/acled.csv"] = written(ACLED, acled_records(now, base_map, licence))
    files["data/incidents.geojson"] = geojson(now, incidents, desk, base_map)
    files["data/incidents.json"] = nested(now, incidents, measures, desk)
    files["data/codebook.md"] = codebook(now, desk).encode()
    files["data/README.md"] = readme(now, desk).encode()
    files["data/datapackage.json"] = as_json(data_package(files, now, desk))
    return files


def _licensed(records: Iterable[Record], licence: str) -> list[Record]:
    return [{**record, "licence": licence} for record in records]


def _changes(now: Standing) -> Iterator[Record]:
    for change in now.changes:
        yield {"version": version_of(change.on), "changed_on": str(change.on), "id": change.id, "change": change.what}


def manifest(files: Mapping[str, bytes]) -> bytes:
    """SHA-256 and size of every file but itself."""
    rows = [
        {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in sorted(files.items())
    ]
    return as_json({"made_by": "sosik", "files": rows})


def written(columns: Sequence[str], records: Iterable[Record], second: Sequence[str] = ()) -> bytes:
    """CSV in UTF-8 with a header; a cell that a spreadsheet would run as a formula is kept from it by an apostrophe."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(columns)
    if second:
        rows.writerow(second)
    rows.writerows([_cell(record.get(column)) for column in columns] for record in records)
    return out.getvalue().encode()


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" and value else value


def as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


# --- nested and drawn ----------------------------------------------------------------------------------------------


def nested(now: Standing, incidents: Sequence[Record], measures: Sequence[Record], desk: DeskWords) -> bytes:
    """The same facts as the tables, counts as objects, a row a line; a max that is open is null with ``"open": true``."""
    counts = {row.id: row.counts for row in now.incidents}
    rows = [_nested(record, counts[IncidentId(str(record["incident_id"]))]) for record in incidents]
    return _lines({"version": version(now), "licence": desk.licence[0]}, {"incidents": rows, "measures": measures})


def _nested(record: Record, counts: Mapping[str, Count | None]) -> dict[str, Any]:
    plain = {key: cell for key, cell in record.items() if not key.endswith(("_min", "_best", "_max"))}
    return {**plain, "figures": {key: _figure(count) for key, count in sorted(counts.items())}}


def _figure(count: Count | None) -> dict[str, Any] | None:
    if count is None:
        return None
    ends = {"min": count.min, "best": count.best, "max": count.max}
    return {**ends, "open": True} if count.is_open else ends


def _lines(head: Mapping[str, Any], lists: Mapping[str, Sequence[Any]]) -> bytes:
    """An object whose lists have a row a line: small to compare, and quick to write."""
    said = [f" {_compact(key)}: {_compact(value)}" for key, value in head.items()]
    for key, rows in lists.items():
        lines = ",\n  ".join(row if isinstance(row, _Written) else _compact(row) for row in rows)
        said.append(f" {_compact(key)}: [\n  {lines}\n ]" if rows else f" {_compact(key)}: []")
    return ("{\n" + ",\n".join(said) + "\n}\n").encode()


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


class _Written(str):
    """JSON already."""

    __slots__ = ()


def geojson(now: Standing, incidents: Sequence[Record], desk: DeskWords, base_map: BaseMap) -> bytes:
    """Discs as polygons, rivers as lines with a radius, provinces as areas; an unplaced incident has no geometry."""
    shapes = {row.id: footprint(row.where, base_map) for row in now.incidents}
    drawn: dict[Footprint | None, str] = {}
    features: list[str] = []
    for record in incidents:
        key = IncidentId(str(record["incident_id"]))
        shape = shapes[key]
        if shape not in drawn:
            drawn[shape] = _compact(geometry(shape))
        said = _compact({name: cell for name, cell in record.items() if cell is not None})
        features.append(
            _Written(f'{{"type": "Feature", "id": {_compact(key)}, "properties": {said}, "geometry": {drawn[shape]}}}')
        )
    head = {"type": "FeatureCollection", "version": version(now), "licence": desk.licence[0]}
    return _lines(head, {"features": features})


def geometry(shape: Footprint | None) -> dict[str, Any] | None:
    if isinstance(shape, Disc):
        return {"type": "Polygon", "coordinates": [_pairs(circle(shape))]}
    if isinstance(shape, Band):
        return {"type": "LineString", "coordinates": _pairs(shape.line)}
    if isinstance(shape, Outline):
        return {"type": "MultiPolygon", "coordinates": [[_pairs(ring)] for ring in shape.rings]}
    return None


def _pairs(ring: Ring) -> list[list[float]]:
    return [[round(point.lon, 4), round(point.lat, 4)] for point in ring]
