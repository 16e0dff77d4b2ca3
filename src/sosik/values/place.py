"""Places as sources give them: a disc or a line with a radius, never a bare point."""

import math
from enum import Enum

from attrs import field, frozen

from sosik.errors import ValueUnreadable
from sosik.values.ids import PlaceId

EARTH_KM = 6371.0088  # mean radius, IUGG


class Precision(Enum):
    """How exactly a place is known: UCDP's ``where_prec``."""

    exact = 1
    near = 2
    county = 3
    province = 4
    landscape = 5
    country = 6
    international = 7


@frozen
class Point:
    lat: float
    lon: float

    def __attrs_post_init__(self) -> None:
        if not (-90.0 <= self.lat <= 90.0 and -180.0 <= self.lon <= 180.0):
            raise ValueUnreadable(what=f"{self.lat}, {self.lon}", kind="coordinate")

    def km_to(self, other: "Point") -> float:
        """Great-circle distance by the haversine formula."""
        a, b = math.radians(self.lat), math.radians(other.lat)
        half_lat, half_lon = (b - a) / 2, math.radians(other.lon - self.lon) / 2
        chord = math.sin(half_lat) ** 2 + math.cos(a) * math.cos(b) * math.sin(half_lon) ** 2
        return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


@frozen
class Place:
    """Somewhere within ``radius_km`` of a point, or of a line of points (a river, a border); unlocated when it has none.

    ``id`` is None when the gazetteer does not know the name.
    """

    id: PlaceId | None
    precision: Precision
    radius_km: float
    points: tuple[Point, ...] = ()
    wording: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if not 0.0 <= self.radius_km < math.inf:
            raise ValueUnreadable(what=str(self.radius_km), kind="radius")

    @property
    def is_line(self) -> bool:
        return len(self.points) > 1

    @property
    def centre(self) -> Point | None:
        """The point, or the middle point of a line; None when unlocated."""
        return self.points[len(self.points) // 2] if self.points else None

    def km_between_centres(self, other: "Place") -> float | None:
        """The distance between the two points or lines; None when either is unlocated."""
        if not self.points or not other.points:
            return None
        return min(_km_to_line(point, b) for a, b in ((self, other), (other, self)) for point in a.points)

    def apart_at_least_km(self, other: "Place") -> float | None:
        """How far apart at least, 0 when they may be one spot; None when either is unlocated."""
        between = self.km_between_centres(other)
        return None if between is None else max(0.0, between - self.radius_km - other.radius_km)

    def possibly_same(self, other: "Place") -> bool | None:
        """Some spot lies in both; None when either is unlocated."""
        if self.id is not None and self.id == other.id:
            return True
        apart = self.apart_at_least_km(other)
        return None if apart is None else apart == 0.0

    def certainly_same(self, other: "Place") -> bool | None:
        """Never for areas: only two exact mentions of one place are the same place."""
        if self.precision is other.precision is Precision.exact and self.id is not None:
            return self.id == other.id
        return False if self.possibly_same(other) is False else None


def _km_to_line(point: Point, place: Place) -> float:
    """From a point to the nearest spot of a line, on a plane tangent at the point: within 1% under 500 km."""
    if not place.is_line:
        return point.km_to(place.points[0])
    return min(_km_to_segment(point, a, b) for a, b in zip(place.points, place.points[1:], strict=False))


def _km_to_segment(point: Point, a: Point, b: Point) -> float:
    ax, ay = _on_plane(point, a)
    bx, by = _on_plane(point, b)
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
    nearest = Point(a.lat + along * (b.lat - a.lat), a.lon + along * (b.lon - a.lon))
    return point.km_to(nearest)


def _on_plane(origin: Point, point: Point) -> tuple[float, float]:
    scale = math.pi / 180 * EARTH_KM
    return (point.lon - origin.lon) * scale * math.cos(math.radians(origin.lat)), (point.lat - origin.lat) * scale
