"""A window on the ground: from degrees to places on paper."""

import math
from collections.abc import Iterable

from attrs import frozen

from sosik.public.base_map import Ring
from sosik.values.place import Point

KM_PER_DEGREE = 111.195
Spot = tuple[float, float]


@frozen
class View:
    """``km`` across; equirectangular about its middle, which at this size bends nothing that a reader could see."""

    middle: Point
    km: float
    width: float
    height: float

    @classmethod
    def around(cls, points: Iterable[Point], least_km: float, *, room: float = 1.25, height: float = 390.0) -> "View":
        """All the points and ``room`` times as much ground, at least ``least_km`` across."""
        seen = list(points)
        width = 480.0
        south, north = min(p.lat for p in seen), max(p.lat for p in seen)
        west, east = min(p.lon for p in seen), max(p.lon for p in seen)
        middle = Point((south + north) / 2, (west + east) / 2)
        across = (east - west) * KM_PER_DEGREE * math.cos(math.radians(middle.lat))
        up = (north - south) * KM_PER_DEGREE * width / height
        return cls(middle, max(least_km, room * across, room * up), width, height)

    @property
    def per_km(self) -> float:
        return self.width / self.km

    def spot(self, point: Point) -> Spot:
        scale = KM_PER_DEGREE * self.per_km
        x = self.width / 2 + (point.lon - self.middle.lon) * scale * math.cos(math.radians(self.middle.lat))
        return x, self.height / 2 - (point.lat - self.middle.lat) * scale

    def area_path(self, rings: Iterable[Ring]) -> str:
        """The parts of the areas inside the window, as an SVG path; empty when none is."""
        pieces = [self.cut([self.spot(point) for point in ring]) for ring in rings]
        return "".join(f"M{_written(thinned(piece))}Z" for piece in pieces if len(piece) > 2)

    def line_path(self, line: Ring) -> str:
        """The line, whole where any of it is near the window: what lies outside is hidden by the frame."""
        spots = [self.spot(point) for point in line]
        near = [self._near(spot) for spot in spots]
        runs: list[list[Spot]] = [[]]
        for at, spot in enumerate(spots):
            if any(near[max(0, at - 1) : at + 2]):
                runs[-1].append(spot)
            elif runs[-1]:
                runs.append([])
        return "".join(f"M{_written(thinned(run))}" for run in runs if len(run) > 1)

    def holds(self, spot: Spot, inset: float = 0.0) -> bool:
        return inset <= spot[0] <= self.width - inset and inset <= spot[1] <= self.height - inset

    def _near(self, spot: Spot) -> bool:
        return self.holds(spot, -40.0)

    def cut(self, ring: list[Spot]) -> list[Spot]:
        """The ring inside the window and a little beyond, so that its edge is not seen (Sutherland and Hodgman)."""
        for axis, edge, sign in ((0, -8.0, 1), (0, self.width + 8, -1), (1, -8.0, 1), (1, self.height + 8, -1)):
            ring = _cut_at(ring, axis, edge, sign)
        return ring


def _cut_at(ring: list[Spot], axis: int, edge: float, sign: int) -> list[Spot]:
    kept: list[Spot] = []
    for a, b in zip([ring[-1], *ring[:-1]], ring, strict=True) if ring else []:
        in_a, in_b = sign * (a[axis] - edge) >= 0, sign * (b[axis] - edge) >= 0
        if in_a != in_b:
            t = (edge - a[axis]) / (b[axis] - a[axis])
            kept.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        if in_b:
            kept.append(b)
    return kept


def thinned(spots: list[Spot], apart: float = 1.2) -> list[Spot]:
    """Without spots that lie closer to the one before than that, which is about the width of the pen."""
    kept = spots[:1]
    for spot in spots[1:-1]:
        if math.dist(spot, kept[-1]) >= apart:
            kept.append(spot)
    return [*kept, *spots[-1:]] if len(spots) > 1 else kept


def _written(spots: list[Spot]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
