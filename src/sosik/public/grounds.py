"""Where each place lies on paper, worked out once a place, with a name that its map's file bears."""

import hashlib

from attrs import field, frozen

from sosik.bulletins.edition import PublicPlace
from sosik.public.base_map import BaseMap
from sosik.public.footprint import Footprint, footprint


@frozen
class Ground:
    """``name`` is a hash of the whole shape: the same for all incidents at one place."""

    shape: Footprint = field(repr=False)
    name: str


class Grounds:
    def __init__(self, base_map: BaseMap) -> None:
        self._base_map = base_map
        self._known: dict[tuple[object, ...], Ground | None] = {}

    def of(self, where: PublicPlace | None) -> Ground | None:
        """None where no place is given, or none that can be drawn."""
        if where is None:
            return None
        key = (where.id, where.precision, where.radius_km, where.centre, where.line)
        if key not in self._known:
            shape = footprint(where, self._base_map)
            self._known[key] = None if shape is None else Ground(shape, shape_name([shape]))
        return self._known[key]


def shape_name(shapes: list[Footprint]) -> str:
    said = repr([(type(shape).__name__, _said(shape)) for shape in shapes])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _said(shape: Footprint) -> tuple[object, ...]:
    """The whole shape: its repr leaves out long lines."""
    return tuple(getattr(shape, name) for name in ("centre", "radius_km", "line", "rings") if hasattr(shape, name))
