"""The quiet map under incidents and measures: the site's own drawing, with whole ranges and never a bare dot."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from sosik.public.base_map import BaseMap
from sosik.public.footprint import Band, Disc, Footprint, Outline
from sosik.public.map_drawing import MapDrawing, Mark, draw
from sosik.public.tongue import Tongue
from sosik.values.place import Place, Precision

_LEAST_KM = 5.0
_AREAS = {Precision.province, Precision.country}


@frozen
class Shown:
    """Something on the map: where, its words, its address; a measure is hatched when it is a hazard."""

    place: Place | None
    label: str
    href: str
    kind: str
    is_hatched: bool = False


def drawing(shown: Iterable[Shown], lang: str) -> MapDrawing:
    """The whole border with these on it. What has no place is not drawn: the list beside it holds it."""
    marks = tuple(
        Mark(shape, one.kind, one.label, one.href, one.is_hatched)
        for one in shown
        if one.place is not None and (shape := footprint(one.place)) is not None
    )
    return draw(BaseMap.shipped(), marks, Tongue(lang), whole_border=True)


@lru_cache(maxsize=1024)
def close_up(one: Shown, lang: str) -> MapDrawing | None:
    shape = footprint(one.place) if one.place else None
    if shape is None:
        return None
    return draw(BaseMap.shipped(), (Mark(shape, one.kind, one.label, "", one.is_hatched),), Tongue(lang))


def footprint(place: Place) -> Footprint | None:
    """A disc with its radius, a band along a line, an area; None where nothing can be drawn."""
    if place.is_line:
        return Band(place.points, max(place.radius_km, 1.0))
    area = BaseMap.shipped().area(place.id) if place.precision in _AREAS else None
    if area is not None:
        return Outline(area.rings)
    if place.precision is Precision.international:
        return None
    return Disc(place.centre, max(place.radius_km, _LEAST_KM)) if place.centre else None


@lru_cache(maxsize=64)
def cached(shown: tuple[Shown, ...], lang: str) -> MapDrawing:
    """The same list is drawn once."""
    return drawing(shown, lang)
