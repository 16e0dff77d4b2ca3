"""The gazetteer's files as entries: places, their lines, and the names that are other words too."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sosik.claims.gazetteer.entry import Entry
from sosik.claims.gazetteer.romanise import spellings
from sosik.values.ids import PlaceId
from sosik.values.place import Point

_KOREAN = ("kp", "kr")
_BY_RULE = frozenset({"province", "city", "county", "town"})
_HALF_A_NAME = re.compile(r"^(?:함경|평안|황해|충청|전라|경상)[남북]$")
DEFAULT_RADIUS_KM = 25.0
_YES, _NO = frozenset({"1", "true", "yes"}), frozenset({"0", "false", "no"})


class Needs(StrEnum):
    """What must stand beside a name that is another word too: a particle of place, or its unit or parent."""

    locative = "locative"
    unit = "unit"


def entries_of(places: str, lines: str) -> Iterable[Entry]:
    courses = _courses(lines)
    return [_entry(row, courses) for row in csv.DictReader(io.StringIO(places))]


def doubts_of(ambiguous: str) -> dict[str, Needs]:
    rows = csv.DictReader(io.StringIO(ambiguous))
    return {row["spelling"]: Needs(row.get("needs") or Needs.locative) for row in rows}


def names_of(entry: Entry) -> frozenset[str]:
    """Every spelling: those of the table, and for a Korean place those that rules make of its Hangul."""
    stated = {entry.name_en, entry.name_ko, *entry.spellings}
    if entry.kind not in _BY_RULE or not entry.id.startswith(_KOREAN):
        return frozenset(stated)
    return frozenset(stated | {name for name in spellings(entry.name_ko) if not _HALF_A_NAME.match(name)})


def _courses(lines: str) -> dict[str, tuple[Point, ...]]:
    features = json.loads(lines)["features"]
    return {
        feature["properties"]["id"]: tuple(Point(lat, lon) for lon, lat, *_ in feature["geometry"]["coordinates"])
        for feature in features
        if feature["geometry"]["type"] == "LineString"
    }


def _entry(row: Mapping[str, str], courses: Mapping[str, tuple[Point, ...]]) -> Entry:
    out = row["line_out"].strip().lower()
    return Entry(
        id=PlaceId(row["id"]),
        kind=row["kind"],
        parent=PlaceId(row["parent"]) if row["parent"] else None,
        name_en=row["name_en"],
        name_ko=row["name_ko"],
        spellings=tuple(part.strip() for part in re.split(r"[|;]", row["spellings"]) if part.strip()),
        point=Point(float(row["lat"]), float(row["lon"])) if row["lat"] and row["lon"] else None,
        radius_km=float(row["radius_km"]) if row["radius_km"] else DEFAULT_RADIUS_KM,
        population=int(row["population"]) if row["population"] else None,
        population_year=int(row["population_year"]) if row["population_year"] else None,
        line_out=True if out in _YES else False if out in _NO else None,
        source=row["source"],
        line=courses.get(row["id"], ()),
    )
