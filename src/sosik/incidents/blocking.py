"""Which claims meet: those whose days and areas, padded, share a cell of space and time."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations, product

import numpy as np
from attrs import frozen

from sosik.incidents.columns import NONE, Bools, Columns, Ints
from sosik.incidents.row import LinkRow
from sosik.values.ids import ClaimId
from sosik.values.place import EARTH_KM, Place, Point, Precision

PAD_DAYS = 10
PAD_KM = 30.0
MOST_KEYS = 1000  # a country and two months, a province and two years: beyond that a claim meets everything
_BIN_DAYS = 30
_CELL_DEG = 0.5
_STEP_KM = 30.0  # along a line; its discs are wider by half a step, so that they cover what lies between
_KM_PER_DEG = math.radians(1) * EARTH_KM
_AROUND = int(360 / _CELL_DEG)
Cell = tuple[int, int]
Key = tuple[int, int, int]


class Vagueness(StrEnum):
    """Why a claim cannot be compared."""

    no_date = "no_date"
    no_place = "no_place"
    open_date = "open_date"
    too_wide = "too_wide"


@frozen
class TooVague:
    claim: ClaimId
    reason: str


@frozen
class Blocks:
    """``pairs`` in order, each once; ``too_vague`` lists every claim that met nobody because it says too little."""

    pairs: tuple[tuple[ClaimId, ClaimId], ...]
    too_vague: tuple[TooVague, ...]


@frozen(eq=False)
class Boxes:
    """By row of the columns, the first and last cell that the padded days and disc touch, in time, north and east.

    ``why`` says, where a claim has no keys, why. ``irregular`` rows have cells that are no box: lines, discs at the date line
    or a pole; their cells are ``cells_of``.
    """

    bins: tuple[Ints, Ints]
    north: tuple[Ints, Ints]
    east: tuple[Ints, Ints]
    irregular: Bools
    why: Mapping[int, Vagueness]

    @classmethod
    def of(cls, columns: Columns) -> "Boxes":
        dated, placed = columns.dated, columns.placed
        bins = (columns.first - PAD_DAYS) // _BIN_DAYS, (columns.last + PAD_DAYS) // _BIN_DAYS
        north, east, irregular = _disc_boxes(columns)
        keys = [high - low + 1 for low, high in (bins, north, east)]
        wide = dated & placed & (keys[0] * keys[1] * keys[2] > MOST_KEYS)
        for number in np.flatnonzero(irregular & dated & placed):
            place = _place(columns, int(number))
            box = int(keys[0][number]) * _box_count(place)
            wide[number] = box > MOST_KEYS or int(keys[0][number]) * len(cells_of(place)) > MOST_KEYS
        unsaid = (columns.first == NONE) & (columns.last == NONE)
        reasons = ((unsaid, "no_date"), (~placed, "no_place"), (~dated, "open_date"), (wide, "too_wide"))
        why: dict[int, Vagueness] = {}
        for rows, reason in reversed(reasons):
            why.update(dict.fromkeys(np.flatnonzero(rows).tolist(), Vagueness(reason)))
        return cls(bins, north, east, irregular, why)

    def keys(self, columns: Columns, number: int) -> Iterable[Key]:
        """Every cell of a claim that is not too vague."""
        days = range(int(self.bins[0][number]), int(self.bins[1][number]) + 1)
        if self.irregular[number]:
            return ((day, *cell) for day, cell in product(days, cells_of(_place(columns, number))))
        north, east = (range(int(low[number]), int(high[number]) + 1) for low, high in (self.north, self.east))
        return product(days, north, east)


def block(rows: Iterable[LinkRow]) -> Blocks:
    """Completeness: two claims at most 20 days and 60 km apart always meet; victims play no part."""
    columns = Columns.of(rows)
    boxes = Boxes.of(columns)
    vague = tuple(TooVague(columns.ids[number], boxes.why[number]) for number in sorted(boxes.why))
    return Blocks(tuple((columns.ids[a], columns.ids[b]) for a, b in meetings(columns, boxes)), vague)


def meetings(columns: Columns, boxes: Boxes) -> list[tuple[int, int]]:
    """Pairs of rows that share a cell, in order, each once."""
    cells: dict[Key, list[int]] = defaultdict(list)
    for number in range(len(columns)):
        if number not in boxes.why:
            for key in boxes.keys(columns, number):
                cells[key].append(number)
    return sorted({pair for members in cells.values() for pair in combinations(members, 2)})


def keys_of(row: LinkRow) -> frozenset[Key] | Vagueness:
    """Every cell that the padded days and area touch, or why there are none."""
    columns = Columns.of([row])
    boxes = Boxes.of(columns)
    return boxes.why.get(0) or frozenset(boxes.keys(columns, 0))


def cells_of(place: Place) -> frozenset[Cell]:
    """Every cell of half a degree that the place, padded, may touch."""
    reach = place.radius_km + PAD_KM + (_STEP_KM / 2 if place.is_line else 0.0)
    return frozenset(cell for point in _along(place) for cell in _disc(point, reach))


def _place(columns: Columns, number: int) -> Place:
    return columns.lines.get(number) or Place(
        None,
        Precision.near,
        float(columns.radius[number]),
        (Point(float(columns.lat[number]), float(columns.lon[number])),),
    )


def _disc_boxes(columns: Columns) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints], Bools]:
    """The box around each padded disc, as `_disc` makes it; the last value marks rows that have none."""
    lat, lon = np.nan_to_num(columns.lat), np.nan_to_num(columns.lon)
    reach = np.nan_to_num(columns.radius) + PAD_KM
    half_lat = reach / _KM_PER_DEG
    polar = (lat + half_lat >= 90.0) | (lat - half_lat <= -90.0) | (reach >= EARTH_KM)
    ratio = np.sin(np.minimum(reach / EARTH_KM, math.pi / 2)) / np.cos(np.radians(lat))
    half_lon = np.degrees(np.arcsin(np.minimum(1.0, ratio)))
    irregular = polar | (lon - half_lon < -180.0) | (lon + half_lon >= 180.0)
    irregular[list(columns.lines)] = True
    irregular &= columns.placed
    north = tuple(np.floor(side / _CELL_DEG).astype(np.int64) for side in (lat - half_lat, lat + half_lat))
    east = tuple(np.floor(side / _CELL_DEG).astype(np.int64) % _AROUND for side in (lon - half_lon, lon + half_lon))
    return (north[0], north[1]), (east[0], east[1]), irregular


def _box_count(place: Place) -> int:
    """How many cells one disc of the place has at least: told before any is made."""
    return int(2 * (place.radius_km + PAD_KM) / (_KM_PER_DEG * _CELL_DEG)) ** 2


def _disc(centre: Point, radius_km: float) -> Iterator[Cell]:
    """The cells of the box around a disc; all around where it holds a pole. Longitude closes on itself."""
    half_lat = radius_km / _KM_PER_DEG
    south, north = centre.lat - half_lat, centre.lat + half_lat
    rows = range(_cell(max(south, -90.0)), _cell(min(north, 90.0)) + 1)
    if north >= 90.0 or south <= -90.0 or radius_km >= EARTH_KM:
        yield from product(rows, range(_AROUND))
        return
    ratio = math.sin(radius_km / EARTH_KM) / math.cos(math.radians(centre.lat))
    half_lon = math.degrees(math.asin(min(1.0, ratio)))
    columns = range(_cell(centre.lon - half_lon), _cell(centre.lon + half_lon) + 1)
    yield from ((row, column % _AROUND) for row, column in product(rows, columns))


def _along(place: Place) -> Iterator[Point]:
    """The points of a line, with steps between them."""
    yield place.points[0]
    for a, b in zip(place.points, place.points[1:], strict=False):
        steps = max(1, math.ceil(a.km_to(b) / _STEP_KM))
        for step in range(1, steps + 1):
            share = step / steps
            yield Point(a.lat + share * (b.lat - a.lat), a.lon + share * (b.lon - a.lon))


def _cell(degrees: float) -> int:
    return math.floor(degrees / _CELL_DEG)
