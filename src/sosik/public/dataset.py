"""The dataset as files: CSV, GeoJSON, JSON, a Frictionless data package and a manifest of hashes."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sosik.bulletins.edition import IncidentRow
from sosik.public.base_map import BaseMap, Ring
from sosik.public.columns import ACLED, INCIDENTS, MEASURES, UCDP, WITHDRAWN, Column
from sosik.public.desk_words import DeskWords
from sosik.public.elsewhere import acled_records, hxl_row, ucdp_records
from sosik.public.footprint import Band, Disc, Outline, circle, footprint
from sosik.public.standing import Standing
from sosik.public.tables import Record, incident_record, incident_records, measure_records
from sosik.values.quantity import Count
from sosik.values.text import Lang

_ENUMS = {"grade": ["confirmed", "corroborated", "reported", "unconfirmed"]}


def dataset(now: Standing, desk: DeskWords, base_map: BaseMap) -> dict[str, bytes]:
    """Every file under ``data/`` by its path."""
    incidents, measures = incident_records(now, base_map), list(measure_records(now, base_map))
    gone: list[Record] = [{"id": key, "withdrawn_on": str(on)} for key, on in now.gone.items()]
    names = [column for column, _, _ in INCIDENTS]
    files = {
        "data/incidents.csv": written(names, incidents),
        "data/measures.csv": written([column for column, _, _ in MEASURES], measures),
        "data/withdrawn.csv": written([column for column, _, _ in WITHDRAWN], gone),
        "data/incidents-hxl.csv": written(names, incidents, second=hxl_row(names)),
        "data/ucdp.csv": written(UCDP, ucdp_records(now, base_map)),
        "data/acled.csv": written(ACLED, acled_records(now, base_map)),
        "data/incidents.geojson": as_json(geojson(now, desk, base_map)),
        "data/incidents.json": as_json(nested(now, desk, base_map)),
        "data/README.md": _readme(now, desk).encode(),
    }
    files["data/datapackage.json"] = as_json(data_package(files, now, desk))
    return files


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


def nested(now: Standing, desk: DeskWords, base_map: BaseMap) -> dict[str, Any]:
    """The same facts as the tables, counts as objects; a max that is open is null with ``"open": true``."""
    rows = sorted(now.incidents, key=lambda each: each.id)
    return {
        "version": _version(now),
        "licence": desk.licence[0],
        "incidents": [_nested(row, incident_record(row, now, base_map)) for row in rows],
        "measures": list(measure_records(now, base_map)),
    }


def _nested(row: IncidentRow, record: Record) -> dict[str, Any]:
    plain = {key: cell for key, cell in record.items() if not key.endswith(("_min", "_best", "_max"))}
    return {**plain, "figures": {key: _figure(count) for key, count in sorted(row.counts.items())}}


def _figure(count: Count | None) -> dict[str, Any] | None:
    if count is None:
        return None
    ends = {"min": count.min, "best": count.best, "max": count.max}
    return {**ends, "open": True} if count.is_open else ends


def geojson(now: Standing, desk: DeskWords, base_map: BaseMap) -> dict[str, Any]:
    """Discs as polygons, rivers as lines with a radius, provinces as areas; an unplaced incident has no geometry."""
    rows = sorted(now.incidents, key=lambda each: each.id)
    features = [
        {
            "type": "Feature",
            "id": row.id,
            "properties": {key: cell for key, cell in incident_record(row, now, base_map).items() if cell is not None},
            "geometry": geometry(row, base_map),
        }
        for row in rows
    ]
    return {"type": "FeatureCollection", "licence": desk.licence[0], "features": features}


def geometry(row: IncidentRow, base_map: BaseMap) -> dict[str, Any] | None:
    shape = footprint(row.where, base_map)
    if isinstance(shape, Disc):
        return {"type": "Polygon", "coordinates": [_pairs(circle(shape))]}
    if isinstance(shape, Band):
        return {"type": "LineString", "coordinates": _pairs(shape.line)}
    if isinstance(shape, Outline):
        return {"type": "MultiPolygon", "coordinates": [[_pairs(ring)] for ring in shape.rings]}
    return None


def _pairs(ring: Ring) -> list[list[float]]:
    return [[round(point.lon, 4), round(point.lat, 4)] for point in ring]


# --- described -----------------------------------------------------------------------------------------------------


def data_package(files: Mapping[str, bytes], now: Standing, desk: DeskWords) -> dict[str, Any]:
    """A Frictionless data package: what each table's columns mean, and each file's hash."""
    tables = {"incidents": INCIDENTS, "measures": MEASURES, "withdrawn": WITHDRAWN}
    texts: dict[str, tuple[Column, ...]] = {
        "ucdp": tuple((name, "any", "As in UCDP GED.") for name in UCDP),
        "acled": tuple((name, "any", "As in ACLED.") for name in ACLED),
    }
    name, title, path = desk.licence
    return {
        "profile": "tabular-data-package",
        "name": "sosik-incidents",
        "title": desk.name.get(Lang.en) or desk.name.get(Lang.ko, ""),
        "version": _version(now),
        "licenses": [{"name": name, "title": title, "path": path}],
        "resources": [_resource(key, columns, files) for key, columns in (tables | texts).items()],
    }


def _resource(name: str, columns: Sequence[Column], files: Mapping[str, bytes]) -> dict[str, Any]:
    content = files[f"data/{name}.csv"]
    schema: dict[str, Any] = {"fields": [_field(*column) for column in columns], "missingValues": [""]}
    schema["primaryKey"] = [columns[0][0]]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(name: str, kind: str, says: str) -> dict[str, Any]:
    described: dict[str, Any] = {"name": name, "type": kind, "description": says}
    if name in _ENUMS:
        described["constraints"] = {"enum": _ENUMS[name]}
    return described


def _version(now: Standing) -> str:
    return "0" if now.as_of is None else f"{now.as_of.year}.{now.as_of.month}.{now.as_of.day}"


def _readme(now: Standing, desk: DeskWords) -> str:
    name, title, path = desk.licence
    return f"""# {desk.name.get(Lang.en, "")} · {desk.name.get(Lang.ko, "")}

Version {_version(now)}. Licence: {title} ({name}), <{path}>.

Every number is a range: `_min` and `_max`, with `_best` only where there is one. An empty cell means not stated and never zero; an
empty `_max` beside a `_min` means no upper limit. A total counts killed and injured together. Days are spans. Places are discs, lines
and areas, published more coarsely than they are known. `datapackage.json` says what every column means; `manifest.json`, one folder
up, holds the SHA-256 of every file.

`ucdp.csv` and `acled.csv` are shaped like those datasets and are not part of them. A sum of lowest numbers is the only total that
can be stated as a fact.

모든 수는 범위입니다. 빈칸은 밝혀지지 않았다는 뜻이며 0이 아닙니다. `_min` 옆의 `_max` 가 비어 있으면 위쪽 한도가 없다는 뜻입니다.
"""
