"""A map as shapes and labels that do not run into each other; the template only writes it down."""

import math
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from sosik.public.base_map import Area, BaseMap, Course, Town
from sosik.public.footprint import Band, Disc, Footprint, Outline, reach
from sosik.public.phrases import place_name
from sosik.public.tongue import Tongue
from sosik.public.view import Spot, View, thinned
from sosik.values.place import Point

BORDER = (Point(39.9, 124.0), Point(43.1, 130.8))  # both rivers from mouth to mouth
_LEAST_KM = 170.0
_CLOSE_KM, _FAR_KM = 420.0, 900.0  # nearer than the one, small towns come first; beyond the other, they go
_SMALL_DISC = 40.0  # on paper; nothing is written over a disc that is smaller
_SIZES = {"name-province": 14.0, "name-country": 17.0}  # as in the style sheet
_ROUND_KM = (500, 200, 100, 50, 20, 10, 5)


@frozen
class Mark:
    """Something to show: an incident, or a measure; ``is_hatched`` for hazards."""

    shape: Footprint
    kind: str = "incident"
    label: str = ""
    href: str = ""
    is_hatched: bool = False
    ids: tuple[str, ...] = ()


@frozen
class Shape:
    """An SVG path with its class; ``width`` is a line's, in paper units; ``disc`` is x, y and radius instead."""

    css: str
    path: str = ""
    width: float | None = None
    disc: tuple[float, float, float] | None = None
    href: str = ""
    label: str = ""
    ids: tuple[str, ...] = ()


@frozen
class Label:
    css: str
    x: float
    y: float
    text: str
    second: str = ""
    anchor: str = "middle"


@frozen
class MapDrawing:
    width: float
    height: float
    ground: tuple[Shape, ...]
    marks: tuple[Shape, ...]
    towns: tuple[tuple[float, float, float], ...]
    labels: tuple[Label, ...]
    scale: tuple[float, str]


def draw(base_map: BaseMap, marks: Sequence[Mark], lang: Tongue, *, whole_border: bool = False) -> MapDrawing:
    """The marks on as little ground as shows where they are, or on the whole border."""
    points = [point for mark in marks for point in reach(mark.shape)]
    if whole_border or not points:
        points = [*points, *BORDER]
    view = View.around(points, _LEAST_KM, room=1.1, height=340.0) if whole_border else View.around(points, _LEAST_KM)
    shown = tuple(shape for mark in marks if (shape := _shape(mark, view)))
    discs = [shape.disc for shape in shown if shape.disc]
    labels, towns = _labels(base_map, view, discs, lang)
    spots = tuple((*view.spot(town.point), 1.6 + 0.8 * town.size) for town in towns)
    return MapDrawing(
        view.width, view.height, tuple(_ground(base_map, view)), shown, spots,
        tuple(labels), _scale(view),
    )  # fmt: skip


def _ground(base_map: BaseMap, view: View) -> Iterable[Shape]:
    yield Shape("land", view.area_path(base_map.land))
    for country in base_map.countries:
        if country.id != "kp":
            yield Shape("beyond", view.area_path(country.rings))
    for province in base_map.provinces:
        yield Shape("province", view.area_path(province.rings))
    for country in base_map.countries:
        yield Shape("country", view.area_path(country.rings))
    for course in base_map.courses:
        yield Shape("river" if course.id.startswith("river") else "armistice", view.line_path(course.points))


def _shape(mark: Mark, view: View) -> Shape | None:
    css = f"mark {mark.kind}{' hatched' if mark.is_hatched else ''}"
    shape = mark.shape
    if isinstance(shape, Disc):
        x, y = view.spot(shape.centre)
        return Shape(
            css, disc=(x, y, max(shape.radius_km * view.per_km, 5.0)), href=mark.href, label=mark.label, ids=mark.ids
        )
    if isinstance(shape, Band):
        width = max(2 * shape.radius_km * view.per_km, 6.0)
        return Shape(f"{css} band", view.line_path(shape.line), width, href=mark.href, label=mark.label, ids=mark.ids)
    path = view.area_path(shape.rings) if isinstance(shape, Outline) else ""
    return Shape(f"{css} area", path, href=mark.href, label=mark.label, ids=mark.ids) if path else None


# --- names ---------------------------------------------------------------------------------------------------------


@frozen
class _Boxes:
    """Where there is writing already."""

    view: View
    taken: list[tuple[float, float, float, float]] = field(factory=list)

    def take(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        if left < 4 or top < 4 or right > self.view.width - 4 or bottom > self.view.height - 4:
            return False
        if not self.is_free(box):
            return False
        self.taken.append(box)
        return True

    def is_free(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        return not any(left < x2 and x1 < right and top < y2 and y1 < bottom for x1, y1, x2, y2 in self.taken)


def _labels(
    base_map: BaseMap, view: View, discs: Sequence[tuple[float, float, float]], lang: Tongue
) -> tuple[list[Label], list[Town]]:
    """The most telling names first; a name that would run into another is left out, and a town without a name with it."""
    boxes = _Boxes(view)
    boxes.taken.append((0.0, view.height - 46, 170.0, view.height))  # the scale bar
    boxes.taken.append((view.width - 345, view.height - 22, view.width, view.height))  # the source line
    boxes.taken.extend((x - r + 3, y - r + 3, x + r - 3, y + r - 3) for x, y, r in discs if r < _SMALL_DISC)
    labels: list[Label] = []
    named: list[Town] = []
    marked = {town.id for town in base_map.towns if any(_covers(disc, view.spot(town.point)) for disc in discs)}

    def name_towns(sizes: tuple[int, ...], *, only_marked: bool = False) -> None:
        for town in base_map.towns:
            chosen = town.size in sizes and town not in named and (town.id in marked or not only_marked)
            if chosen and view.holds(view.spot(town.point), 6):
                found = list(_beside(town, boxes, discs, lang))
                labels.extend(found)
                named.extend([town] * bool(found))

    for course in base_map.courses:
        if course.id.startswith("river"):
            labels += _on_line(course, view, boxes, lang)
    name_towns((3, 2, 1), only_marked=True)
    near = view.km < _CLOSE_KM
    name_towns((3, 2, 1) if near else (3,))
    for area in base_map.countries:
        labels += _inside(area, "name-country", view, boxes, lang)
    for area in base_map.provinces:
        labels += _inside(area, "name-province", view, boxes, lang)
    if not near:
        name_towns((2, 1) if view.km < _FAR_KM else (2,))
    return labels, named


def _covers(disc: tuple[float, float, float], spot: Spot) -> bool:
    return math.dist(disc[:2], spot) < disc[2]


def _names(each: Area | Course | Town, lang: Tongue) -> tuple[str, str]:
    """In the reader's language and in Korean; for readers of Korean in English too."""
    second = Tongue.en if lang is Tongue.ko else Tongue.ko
    return place_name(each.names, each.id, lang), place_name(each.names, each.id, second)


def _wide(text: str, size: float) -> float:
    return sum(size if ord(char) > 0x1100 else size * 0.58 for char in text)


def _inside(area: Area, css: str, view: View, boxes: _Boxes, lang: Tongue) -> Iterable[Label]:
    size = _SIZES[css]
    pieces = [piece for ring in area.rings if len(piece := view.cut([view.spot(point) for point in ring])) > 3]
    if not pieces:
        return
    largest = max(pieces, key=lambda piece: abs(_twice_area(piece)))
    if abs(_twice_area(largest)) < 9000:
        return
    first, second = _names(area, lang)
    half = max(_wide(first, size), _wide(second, size * 0.84)) * 0.55 + 3
    for x, y in _roomy(thinned(largest, 6.0), view):
        if boxes.take((x - half, y - size, x + half, y + size * 1.1)):
            yield Label(css, x, y - 1, first, second)
            return


def _roomy(ring: list[Spot], view: View) -> list[Spot]:
    """Spots inside the ring, the ones furthest from its edge first."""
    grid = [(float(x), float(y)) for x in range(20, int(view.width), 24) for y in range(20, int(view.height), 20)]
    inside = [(_from_edge(spot, ring), spot) for spot in grid if _holds(ring, spot)]
    return [spot for _, spot in sorted(inside, key=lambda each: (-round(each[0]), each[1]))][:40]


def _from_edge(spot: Spot, ring: list[Spot]) -> float:
    return min(math.dist(spot, other) for other in ring)


def _holds(ring: list[Spot], spot: Spot) -> bool:
    x, y = spot
    crossings = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossings = not crossings
    return crossings


def _twice_area(ring: list[Spot]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))


def _on_line(course: Course, view: View, boxes: _Boxes, lang: Tongue) -> Iterable[Label]:
    first, second = _names(course, lang)
    size = 13.0
    half = max(_wide(first, size), _wide(second, size * 0.85)) / 2 + 3
    spots = [spot for point in course.points if view.holds(spot := view.spot(point), 30)]
    if not spots:
        return
    middle = spots[len(spots) // 2]
    for x, y in sorted(spots, key=lambda spot: (math.dist(spot, middle), spot)):
        for dx, dy in ((0, -24), (half + 8, -6), (-half - 8, -6), (0, 22), (half + 8, 12), (-half - 8, 12)):
            box = (x + dx - half, y + dy - size, x + dx + half, y + dy + size * 1.1)
            if not any(box[0] < sx < box[2] and box[1] < sy < box[3] for sx, sy in spots) and boxes.take(box):
                yield Label("name-river", x + dx, y + dy, first, second)
                return


def _beside(town: Town, boxes: _Boxes, discs: Sequence[tuple[float, float, float]], lang: Tongue) -> Iterable[Label]:
    """Beside its dot; beside the whole disc where the town lies in a small one."""
    first, second = _names(town, lang)
    size = 12.5 + town.size * 0.5
    x, y = boxes.view.spot(town.point)
    away = max((r for bx, by, r in discs if r < _SMALL_DISC and _covers((bx, by, r), (x, y))), default=0.0)
    if away == 0 and not boxes.is_free((x - 3, y - 3, x + 3, y + 3)):
        return
    for text in (f"{first} {second}", first):
        wide = _wide(text, size)
        gap = 7 + away
        sides = ((gap, 4, "start"), (-gap, 4, "end"), (0, -gap - 2, "middle"), (0, gap + 11, "middle"))
        for dx, dy, anchor in sides:
            left = x + dx - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
            if boxes.take((left - 1, y + dy - size + 1, left + wide + 1, y + dy + 4)):
                boxes.taken.append((x - 4, y - 4, x + 4, y + 4))
                yield Label(f"name-town size-{town.size}", x + dx, y + dy, text, anchor=anchor)
                return


def _scale(view: View) -> tuple[float, str]:
    km = next((each for each in _ROUND_KM if each * view.per_km <= 130), _ROUND_KM[-1])
    return km * view.per_km, f"{km} km"
