"""The quiet ground that maps are drawn on: land, provinces, rivers, towns, with names in both languages."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from sosik.bulletins.edition import PublicPlace
from sosik.values.ids import PlaceId
from sosik.values.place import Point, Precision
from sosik.values.text import Lang

Ring = tuple[Point, ...]


@frozen
class Area:
    """``rings`` are outlines only; small lakes are not cut out."""

    id: PlaceId
    names: Mapping[Lang, str] = field(hash=False)
    rings: tuple[Ring, ...] = field(repr=False)


@frozen
class Course:
    """A river, or the line between the Koreas."""

    id: PlaceId
    names: Mapping[Lang, str] = field(hash=False)
    points: Ring = field(repr=False)


@frozen
class Town:
    """``size`` from 1 to 3, the largest."""

    id: PlaceId
    names: Mapping[Lang, str] = field(hash=False)
    point: Point
    size: int


@frozen
class BaseMap:
    land: tuple[Ring, ...] = field(repr=False)
    countries: tuple[Area, ...] = field(repr=False)
    provinces: tuple[Area, ...] = field(repr=False)
    courses: tuple[Course, ...] = field(repr=False)
    towns: tuple[Town, ...] = field(repr=False)

    @classmethod
    def shipped(cls) -> "BaseMap":
        return _shipped()

    def area(self, place: PlaceId | None) -> Area | None:
        """The province or country of that id; None when it is not drawn."""
        return next((area for area in (*self.provinces, *self.countries) if area.id == place), None)

    def province_of(self, where: PublicPlace | None) -> Area | None:
        """The first-level unit that the place lies in or is; None when none is drawn."""
        if where is None:
            return None
        return self.area(where.province or (where.id if where.precision is Precision.province else None))


@lru_cache(maxsize=1)
def _shipped() -> BaseMap:
    return BaseMap(
        land=tuple(ring for each in _features("land") for ring in _rings(each)),
        countries=tuple(_area(each) for each in _features("countries")),
        provinces=tuple(_area(each) for each in _features("provinces")),
        courses=tuple(_course(each) for each in _features("rivers")),
        towns=tuple(_town(each) for each in _features("towns")),
    )


def _features(name: str) -> list[dict[str, Any]]:
    text = (files("sosik.public") / "boundaries" / f"{name}.geojson").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)["features"]
    return found


def _area(feature: dict[str, Any]) -> Area:
    return Area(PlaceId(feature["properties"]["id"]), _names(feature), _rings(feature))


def _course(feature: dict[str, Any]) -> Course:
    return Course(PlaceId(feature["properties"]["id"]), _names(feature), _points(feature["geometry"]["coordinates"]))


def _town(feature: dict[str, Any]) -> Town:
    lon, lat = feature["geometry"]["coordinates"]
    properties = feature["properties"]
    return Town(PlaceId(properties["id"]), _names(feature), Point(lat, lon), properties["size"])


def _names(feature: dict[str, Any]) -> Mapping[Lang, str]:
    return {lang: feature["properties"][f"name_{lang}"] for lang in (Lang.en, Lang.ko)}


def _rings(feature: dict[str, Any]) -> tuple[Ring, ...]:
    return tuple(_points(polygon[0]) for polygon in feature["geometry"]["coordinates"])


def _points(pairs: list[list[float]]) -> Ring:
    return tuple(Point(lat, lon) for lon, lat in pairs)
