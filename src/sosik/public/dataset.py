"""The dataset as files: CSV, Parquet, GeoJSON, JSON, a Frictionless data package and a manifest of hashes."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from sosik.bulletins.edition import IncidentRow
from sosik.public.base_map import BaseMap, Ring
from sosik.public.columns import ACLED, CHANGES, INCIDENTS, MEASURES, UCDP, WITHDRAWN, Column
from sosik.public.dataset_lines import (
    Line,
    Stood,
    bare,
    compact,
    first_cell,
    joined,
    listed,
    named,
    row_cells,
    table,
)
from sosik.public.described import codebook, data_package, readme, version, version_of
from sosik.public.desk_words import DeskWords
from sosik.public.elsewhere import acled_record, hxl_row, ucdp_record
from sosik.public.footprint import Band, Disc, Footprint, Outline, circle
from sosik.public.grounds import Grounds
from sosik.public.instruments import ParquetWriter
from sosik.public.parts import Proof
from sosik.public.standing import Standing
from sosik.public.tables import Record, incident_record, measure_records
from sosik.public.tongue import Tongue
from sosik.values.quantity import Count


@frozen
class Made:
    """The rows of incidents that are to be made, with their records; all others stand in ``stood``."""

    now: Standing
    desk: DeskWords
    base_map: BaseMap
    stood: Stood
    rows: tuple[IncidentRow, ...] = field(repr=False)
    records: tuple[Record, ...] = field(repr=False)

    @classmethod
    def of(cls, now: Standing, desk: DeskWords, base_map: BaseMap, stood: Stood) -> "Made":
        licence = {"licence": desk.licence[0]}
        rows = tuple(row for row in sorted(now.incidents, key=lambda row: row.id) if row.id not in stood.kept)
        records = tuple({**incident_record(row, now, base_map), **licence} for row in rows)
        return cls(now, desk, base_map, stood, rows, records)

    @property
    def head(self) -> dict[str, Any]:
        return {"version": version(self.now), "licence": self.desk.licence[0]}


def dataset(
    now: Standing,
    desk: DeskWords,
    base_map: BaseMap,
    parquet: ParquetWriter | None = None,
    stood: Stood | None = None,
) -> dict[str, bytes]:
    """Every file under ``data/`` by its path; the licence stands in each that has room for it, and in the data package for each."""
    made = Made.of(now, desk, base_map, stood or Stood())
    licence = {"licence": desk.licence[0]}
    measures: list[Record] = [{**record, **licence} for record in measure_records(now, base_map)]
    gone: list[Record] = [{"id": key, "withdrawn_on": str(on), **licence} for key, on in now.gone.items()]
    files = {
        **_incident_tables(made),
        "data/measures.csv": _table(MEASURES, measures),
        "data/withdrawn.csv": _table(WITHDRAWN, gone),
        "data/changes.csv": _table(CHANGES, ({**record, **licence} for record in _changes(now))),
        "data/incidents.geojson": _geojson(made),
        "data/incidents.json": _nested(made, measures),
        "data/codebook.md": codebook(now, desk).encode(),
        "data/README.md": readme(now, desk).encode(),
    }
    if parquet is not None:
        about = {"title": desk.said("name", Tongue.en), **made.head}
        files["data/incidents.parquet"] = parquet.written(INCIDENTS, made.records, about, made.stood)
        files["data/measures.parquet"] = parquet.written(MEASURES, measures, about, Stood())
    files["data/datapackage.json"] = as_json(data_package(files, now, desk))
    return files


def _changes(now: Standing) -> Iterator[Record]:
    for change in now.changes:
        yield {"version": version_of(change.on), "changed_on": str(change.on), "id": change.id, "change": change.what}


def manifest(proofs: Mapping[str, Proof]) -> bytes:
    """SHA-256 and size of every file but itself, a file a line."""
    rows = [
        f'{{"path": {compact(path)}, "bytes": {proof.size}, "sha256": "{proof.sha256}"}}'
        for path, proof in sorted(proofs.items())
    ]
    return listed({"made_by": "sosik"}, {"files": rows})


def as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(columns: Sequence[Column], records: Iterable[Record]) -> bytes:
    names = [column for column, _, _ in columns]
    return table(names, [row_cells(names, record) for record in records])


def _incident_tables(made: Made) -> dict[str, bytes]:
    names = [column for column, _, _ in INCIDENTS]
    rows = list(zip(made.rows, made.records, strict=True))
    lines = joined(
        made.stood.lines("data/incidents.csv", first_cell), [(row.id, row_cells(names, said)) for row, said in rows]
    )
    ucdp = [(row.id, row_cells(UCDP, said)) for row in made.rows if (said := ucdp_record(row, made.base_map))]
    return {
        "data/incidents.csv": table(names, lines),
        "data/incidents-hxl.csv": table(names, lines, second=hxl_row(names)),
        "data/ucdp.csv": table(UCDP, joined(made.stood.lines("data/ucdp.csv", first_cell), ucdp)),
        "data/acled.csv": table(ACLED, joined(_acled_kept(made), _acled(made))),
    }


def _acled(made: Made) -> Iterator[Line]:
    for row in made.rows:
        record = acled_record(row, made.base_map, made.desk.licence[0])
        if record is not None:
            yield row.id, _on(row_cells(ACLED[:-1], record), made)


def _acled_kept(made: Made) -> list[Line]:
    """The last cell of each row is the day of the release."""
    lines = made.stood.lines("data/acled.csv", first_cell)
    return [(key, _on(line.rpartition(",")[0], made)) for key, line in lines]


def _on(line: str, made: Made) -> str:
    return f"{line},{'' if made.now.as_of is None else made.now.as_of}"


# --- nested and drawn ----------------------------------------------------------------------------------------------


def _nested(made: Made, measures: Sequence[Record]) -> bytes:
    """The same facts as the tables, counts as objects, a row a line; a max that is open is null with ``"open": true``."""
    kept = bare(made.stood.lines("data/incidents.json", named("incident_id")))
    fresh = [
        (row.id, compact(_with_figures(record, row.counts)))
        for row, record in zip(made.rows, made.records, strict=True)
    ]
    return listed(made.head, {"incidents": joined(kept, fresh), "measures": [compact(each) for each in measures]})


def _with_figures(record: Record, counts: Mapping[str, Count | None]) -> dict[str, Any]:
    plain = {key: cell for key, cell in record.items() if not key.endswith(("_min", "_best", "_max"))}
    return {**plain, "figures": {key: _figure(count) for key, count in sorted(counts.items())}}


def _figure(count: Count | None) -> dict[str, Any] | None:
    if count is None:
        return None
    ends = {"min": count.min, "best": count.best, "max": count.max}
    return {**ends, "open": True} if count.is_open else ends


def _geojson(made: Made) -> bytes:
    """Discs as polygons, rivers as lines with a radius, provinces as areas; an unplaced incident has no geometry."""
    grounds, drawn = Grounds(made.base_map), {"": compact(None)}
    fresh: list[Line] = []
    for row, record in zip(made.rows, made.records, strict=True):
        ground = grounds.of(row.where)
        name = ground.name if ground else ""
        if ground is not None and name not in drawn:
            drawn[name] = compact(geometry(ground.shape))
        said = compact({key: cell for key, cell in record.items() if cell is not None})
        line = f'{{"type": "Feature", "id": {compact(row.id)}, "properties": {said}, "geometry": {drawn[name]}}}'
        fresh.append((row.id, line))
    kept = bare(made.stood.lines("data/incidents.geojson", named("id")))
    return listed({"type": "FeatureCollection", **made.head}, {"features": joined(kept, fresh)})


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
