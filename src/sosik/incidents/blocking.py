"""Which claims meet: those whose days and areas, padded, share a cell of space and time."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations, product

from attrs import frozen

from sosik.incidents.ids import pairing
from sosik.incidents.row import LinkRow
from sosik.values.datespan import DateSpan
from sosik.values.ids import ClaimId
from sosik.values.place import EARTH_KM, Place, Point

PAD_DAYS = 10
PAD_KM = 30.0
MOST_KEYS = 1000  # a country and two months, a province and two years: beyond that a claim meets everything
_BIN_DAYS = 30
_CELL_DEG = 0.5
_STEP_KM = 30.0  # along a line; its discs are wider by half a step, so that they cover what lies between
_KM_PER_DEG = math.radians(1) * EARTH_KM
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


def block(rows: Iterable[LinkRow]) -> Blocks:
    """Completeness: two claims at most 20 days and 60 km apart always meet; victims play no part."""
    cells: dict[Key, list[ClaimId]] = defaultdict(list)
    vague: list[TooVague] = []
    for row in rows:
        keys = keys_of(row)
        if isinstance(keys, Vagueness):
            vague.append(TooVague(row.id, keys))
            continue
        for key in keys:
            cells[key].append(row.id)
    met = {pairing(a, b) for members in cells.values() for a, b in combinations(members, 2)}
    return Blocks(tuple(sorted(met)), tuple(sorted(vague, key=lambda item: item.claim)))


def keys_of(row: LinkRow) -> frozenset[Key] | Vagueness:
    """Every cell that the padded days and area touch, or why there are none."""
    if row.when is None:
        return Vagueness.no_date
    if row.where is None or not row.where.points:
        return Vagueness.no_place
    bins = _bins(row.when)
    if bins is None:
        return Vagueness.open_date
    if len(bins) * _box_count(row.where) > MOST_KEYS:
        return Vagueness.too_wide
    keys = frozenset((day, *cell) for day, cell in product(bins, cells_of(row.where)))
    return keys if len(keys) <= MOST_KEYS else Vagueness.too_wide


def cells_of(place: Place) -> frozenset[Cell]:
    """Every cell of half a degree that the place, padded, may touch."""
    reach = place.radius_km + PAD_KM + (_STEP_KM / 2 if place.is_line else 0.0)
    return frozenset(cell for point in _along(place) for cell in _disc(point, reach))


def _bins(span: DateSpan) -> range | None:
    padded = span.padded(PAD_DAYS)
    if padded.earliest is None or padded.latest is None:
        return None
    return range(padded.earliest.toordinal() // _BIN_DAYS, padded.latest.toordinal() // _BIN_DAYS + 1)


def _box_count(place: Place) -> int:
    """How many cells one disc of the place has at least: told before any is made."""
    return int(2 * (place.radius_km + PAD_KM) / (_KM_PER_DEG * _CELL_DEG)) ** 2


def _disc(centre: Point, radius_km: float) -> Iterator[Cell]:
    """The cells of the box around a disc; all around where it holds a pole. Longitude closes on itself."""
    half_lat = radius_km / _KM_PER_DEG
    south, north = centre.lat - half_lat, centre.lat + half_lat
    rows = range(_cell(max(south, -90.0)), _cell(min(north, 90.0)) + 1)
    if north >= 90.0 or south <= -90.0 or radius_km >= EARTH_KM:
        yield from product(rows, range(_cell(360.0)))
        return
    ratio = math.sin(radius_km / EARTH_KM) / math.cos(math.radians(centre.lat))
    half_lon = math.degrees(math.asin(min(1.0, ratio)))
    columns = range(_cell(centre.lon - half_lon), _cell(centre.lon + half_lon) + 1)
    yield from ((row, column % _cell(360.0)) for row, column in product(rows, columns))


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
