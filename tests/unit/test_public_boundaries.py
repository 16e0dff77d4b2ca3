"""The shipped places and lines agree with the shipped boundaries."""

import csv
import itertools
import json
import math
from importlib.resources import files

import pytest

TOLERANCE_KM = 2.0  # Natural Earth 1:10m, simplified; towns on the two rivers lie on the edge of their province
# An island too small for the data; three counties that the data draws where they lay until 2010, in Pyongyang.
NOT_DRAWN = {"kp-sindo", "kp-sungho", "kp-chunghwa", "kp-sangwon"}


def features(name):
    text = (files("sosik.public") / "boundaries" / f"{name}.geojson").read_text(encoding="utf-8")
    return {each["properties"]["id"]: each for each in json.loads(text)["features"]}


def places():
    text = (files("sosik.claims") / "gazetteer" / "places.csv").read_text(encoding="utf-8")
    return {row["id"]: row for row in csv.DictReader(text.splitlines())}


def inside(ring, x, y):
    crossings = 0
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        crossings += (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return crossings % 2 == 1


def km_to(ring, x, y):
    k = math.cos(math.radians(y))

    def far(a, b):
        ax, ay, bx, by = (a[0] - x) * k, a[1] - y, (b[0] - x) * k, b[1] - y
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        t = 0 if length == 0 else max(0, min(1, -(ax * dx + ay * dy) / length))
        return math.hypot(ax + t * dx, ay + t * dy) * 111.2

    return min(far(a, b) for a, b in itertools.pairwise(ring))


def test_every_county_of_north_korea_lies_in_its_province():
    """A county's point lies in the area drawn for its province, or within the data's error of it."""
    provinces = features("provinces")
    checked = 0
    for key, row in places().items():
        if key in NOT_DRAWN or row["kind"] not in {"city", "county"} or row["parent"] not in provinces:
            continue
        if not key.startswith("kp-") or not row["lat"]:  # without a point, the province stands for it
            continue
        rings = [polygon[0] for polygon in provinces[row["parent"]]["geometry"]["coordinates"]]
        x, y = float(row["lon"]), float(row["lat"])
        assert any(inside(ring, x, y) for ring in rings) or min(km_to(r, x, y) for r in rings) < TOLERANCE_KM, key
        checked += 1
    assert checked > 150


def test_every_province_is_within_its_radius():
    """The circle that the gazetteer gives a province of North Korea holds all that is drawn of it."""
    rows = places()
    for key, feature in features("provinces").items():
        if not key.startswith("kp-") or rows[key]["kind"] != "province":
            continue
        lat, lon, radius = (float(rows[key][name]) for name in ("lat", "lon", "radius_km"))
        for polygon in feature["geometry"]["coordinates"]:
            for x, y in polygon[0]:
                away = math.hypot((x - lon) * math.cos(math.radians((y + lat) / 2)), y - lat) * 111.2
                assert away <= radius + 1, key


@pytest.mark.parametrize(
    ("river", "towns"),
    [
        ("river-tumen", ["kp-musan", "kp-hoeryong", "kp-onsong"]),
        ("river-yalu", ["kp-hyesan", "kp-manpho", "kp-sinuiju"]),
    ],
)
def test_the_rivers_pass_the_towns_on_their_banks(river, towns):
    """The line of each river comes within a few kilometres of the towns that stand on it."""
    rows = places()
    text = (files("sosik.claims") / "gazetteer" / "rivers.geojson").read_text(encoding="utf-8")
    lines = {each["properties"]["id"]: each["geometry"]["coordinates"] for each in json.loads(text)["features"]}
    for town in towns:
        assert km_to(lines[river], float(rows[town]["lon"]), float(rows[town]["lat"])) < 5, town


def test_every_place_names_its_source():
    """No place is without a source, and what is approximate says so."""
    for key, row in places().items():
        assert row["source"], key
        if row["population"]:
            assert "census 2008" in row["source"], key
            assert row["population_year"] == "2008", key


def test_every_name_on_the_map_is_in_both_languages():
    """Countries, provinces, rivers and towns bear a Korean and an English name."""
    for name in ("countries", "provinces", "rivers", "towns"):
        for key, feature in features(name).items():
            assert feature["properties"]["name_ko"], key
            assert feature["properties"]["name_en"], key
