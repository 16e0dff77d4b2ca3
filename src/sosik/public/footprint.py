"""Everywhere that something may have happened: a disc, a band along a line, or an area; never a bare point."""

import math

from attrs import field, frozen

from sosik.bulletins.edition import MeasureRow, PublicPlace
from sosik.public.base_map import BaseMap, Ring
from sosik.values.place import EARTH_KM, Point, Precision

LEAST_KM = 5.0  # no disc is smaller: an exact spot is never published
HAZARD_LEAST_KM = 15.0  # a hazard's county, where no outline of the county is drawn
_AREAS = {Precision.province, Precision.country}
_CORNERS = 48


@frozen
class Disc:
    centre: Point
    radius_km: float


@frozen
class Band:
    """Within ``radius_km`` of a line."""

    line: Ring = field(repr=False)
    radius_km: float


@frozen
class Outline:
    rings: tuple[Ring, ...] = field(repr=False)


Footprint = Disc | Band | Outline


def footprint(where: PublicPlace | None, base_map: BaseMap) -> Footprint | None:
    """None where no place is given, or none that can be drawn."""
    if where is None or where.precision is Precision.international:
        return None
    if where.line:
        return Band(where.line, max(where.radius_km, 1.0))
    area = base_map.area(where.id) if where.precision in _AREAS else None
    if area is not None:
        return Outline(area.rings)
    return Disc(where.centre, max(where.radius_km, LEAST_KM)) if where.centre else None


def measure_footprint(row: MeasureRow, base_map: BaseMap) -> Footprint | None:
    """A hazard is a county or its whole province: whatever is finer, or runs along a line, becomes the province."""
    where = row.where
    if where is None or not row.is_hazard:
        return footprint(where, base_map)
    if where.precision is Precision.county and where.centre is not None:
        return Disc(where.centre, max(where.radius_km, HAZARD_LEAST_KM))
    area = base_map.area(where.id if where.precision is Precision.province else where.province)
    return Outline(area.rings) if area else None


def circle(disc: Disc) -> Ring:
    """The disc's edge as a closed ring, counter-clockwise, by the direct formula on a sphere."""
    angle = disc.radius_km / EARTH_KM
    lat, lon = math.radians(disc.centre.lat), math.radians(disc.centre.lon)
    points = []
    for corner in range(_CORNERS):
        bearing = -2 * math.pi * corner / _CORNERS
        up = math.asin(math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(bearing))
        across = math.atan2(
            math.sin(bearing) * math.sin(angle) * math.cos(lat), math.cos(angle) - math.sin(lat) * math.sin(up)
        )
        points.append(Point(round(math.degrees(up), 4), round(_wrapped(math.degrees(lon + across)), 4)))
    return (*points, points[0])


def _wrapped(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0


def reach(shape: Footprint) -> Ring:
    """Points that bound the shape, for choosing what a map shows."""
    if isinstance(shape, Disc):
        return circle(shape)
    if isinstance(shape, Band):
        ends = (min, max)
        lats, lons = [p.lat for p in shape.line], [p.lon for p in shape.line]
        return tuple(Point(pick(lats), pick(lons)) for pick in ends)
    return tuple(point for ring in shape.rings for point in ring)
