"""How many events are told of, and how many of a kind around a place: coincidence weighs less in a busy city."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product

from attrs import field, frozen

from sosik.incidents.blocking import PAD_DAYS
from sosik.incidents.row import LinkRow
from sosik.values.datespan import DateSpan
from sosik.values.ids import CategoryKey
from sosik.values.place import Place

HALF_YEAR = 183
_CELL_DEG = 0.25  # with the cells around it some 80 by 60 km at the latitudes of Korea
_WIDEST_KM = 40.0  # a wider area says too little of where to be counted with a city's events
Cell = tuple[int, int]


@frozen
class Background:
    """``yearly`` is how many claims are told of a year, ``categories`` how many of each. Rates are Poisson.

    ``days`` are the first days of what is told, by category and cell; an origin's tellings of one time count once.
    """

    yearly: float = 0.0
    categories: Mapping[CategoryKey, float] = field(factory=dict, hash=False, repr=False)
    days: Mapping[tuple[CategoryKey, Cell], tuple[int, ...]] = field(factory=dict, hash=False, repr=False)

    @classmethod
    def of(cls, rows: Iterable[LinkRow]) -> "Background":
        """A claim without a closed date tells of no rate, one without a narrow place of no place's rate."""
        told = {
            (row.category, _home(row.where), row.when.earliest.toordinal(), row.when, row.root or row.id)
            for row in rows
            if row.when and row.when.earliest and row.when.latest
        }
        starts = [start for _, _, start, _, _ in told]
        years = max(1.0, (max(starts) - min(starts)) / 365.25) if starts else 1.0
        categories: dict[CategoryKey, float] = defaultdict(float)
        days: dict[tuple[CategoryKey, Cell], list[int]] = defaultdict(list)
        for category, home, start, _, _ in told:
            categories[category] += 1 / years
            if home is not None:
                days[category, home].append(start)
        return cls(len(told) / years, dict(categories), {key: tuple(sorted(found)) for key, found in days.items()})

    def around(self, left: LinkRow, right: LinkRow) -> int | None:
        """How many others of the pair's categories are told of around the finer place in the half years before and after.

        The pair's own days, padded, are left out, and with them the pair itself: an event that many tell does not make
        itself commonplace. None where the pair says too little of when or where.
        """
        home = _home(_finer(left.where, right.where))
        if home is None or left.when is None or right.when is None:
            return None
        own = left.when.envelope(right.when)
        cells = [(home[0] + north, home[1] + east) for north, east in product((-1, 0, 1), repeat=2)]
        keys = product(sorted({left.category, right.category}), cells)
        return sum(_aside(self.days.get(key, ()), own) for key in keys)

    def of_kind(self, left: LinkRow, right: LinkRow) -> float:
        """How many claims of the pair's categories are told of a year, anywhere."""
        return sum(self.categories.get(key, 0.0) for key in sorted({left.category, right.category}))


def _aside(days: tuple[int, ...], own: DateSpan) -> int:
    """How many lie before or after the pair's own days, padded, and within half a year of them."""
    if own.earliest is None or own.latest is None:
        return 0
    start, end = own.earliest.toordinal(), own.latest.toordinal()
    before = bisect_left(days, start - PAD_DAYS) - bisect_left(days, start - HALF_YEAR)
    after = bisect_right(days, end + HALF_YEAR) - bisect_right(days, end + PAD_DAYS)
    return before + after


def _finer(one: Place | None, other: Place | None) -> Place | None:
    located = [place for place in (one, other) if place is not None and place.points and not place.is_line]
    return min(located, key=lambda place: (place.radius_km, place.points[0].lat, place.points[0].lon), default=None)


def _home(place: Place | None) -> Cell | None:
    """The cell of the centre; None for a line and for an area that says too little of where."""
    if place is None or place.centre is None or place.is_line or place.radius_km > _WIDEST_KM:
        return None
    return int(place.centre.lat // _CELL_DEG), int(place.centre.lon // _CELL_DEG)
