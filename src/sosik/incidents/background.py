"""How busy a place is with events of a kind: agreement in a busy city weighs less.

Rates are Poisson. Counted are distinct origins' tellings of distinct times; the days of the claim itself, padded, are left
out, and with them the pair that is weighed. What is counted is frozen with m and u until the next release.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import product

import numpy as np
from attrs import evolve, field, frozen

from sosik.incidents.blocking import PAD_DAYS
from sosik.incidents.columns import NONE, Columns, Ints

HALF_YEAR = 183
YEAR = 365.25
START_YEARLY = 30.0  # a desk starts as though it had heard of as many a year,
STARTS_AS_YEARS = 1 / 12  # for a month: two claims alone are no proof
MOST = 8  # bits: so that a place is no veto and no proof
CELLS_DEG = (0.05, 0.25, 1.0)  # with the cells around it some 15, 75 and 300 km
_WIDEST_KM = (10.0, 40.0, 150.0)  # a wider disc is counted in the next wider cells; beyond, it says too little of where
_AROUND = (-1, 0, 1)
WEEK = 7
_STEADY = 0.15  # of a rate, where a week may be ten times another: the shape of a gamma distribution
_ONE_OF_THEM = 0.5  # where a list tells several apart, every second time another of them is meant
_CELL_BITS = 12
_DAY_BITS = 22
_APART_DAYS = 20
_WEIGHT_OF_PRIORS = 400


@frozen(eq=False)
class Catalogued:
    """``week`` and ``spots`` are sorted numbers of catalogue and category, cell or point, and day."""

    lists: Mapping[tuple[str, str], int] = field(factory=dict, repr=False)
    week: Ints = field(factory=lambda: np.zeros(0, dtype=np.int64), repr=False)
    spots: Ints = field(factory=lambda: np.zeros(0, dtype=np.int64), repr=False)

    @classmethod
    def of(cls, columns: Columns, catalogues: Collection[str]) -> "Catalogued":
        names = sorted(catalogues)
        lists = {pair: code for code, pair in enumerate(product(names, columns.words["category"]))}
        found = cls(lists)
        rows, codes = found._listed(columns)
        return cls(
            lists,
            *(
                np.sort(keys[0])
                for keys in (found._weeks(columns, rows, codes, [(0, 0)]), [_spots(columns, rows, codes)])
            ),
        )

    def others(self, columns: Columns) -> tuple[Ints, Ints]:
        """By claim, how many others its own catalogue lists of the category around it in the same week, and at its very
        point and day. Nought for a claim of no catalogue.
        """
        week, ties = (np.zeros(len(columns), dtype=np.int64) for _ in range(2))
        rows, codes = self._listed(columns)
        if len(rows):
            half = WEEK // 2
            for keys in self._weeks(columns, rows, codes, ((up, right) for up in _AROUND for right in _AROUND)):
                week[rows] += np.searchsorted(self.week, keys + half + 1) - np.searchsorted(self.week, keys - half)
            keys = _spots(columns, rows, codes)
            ties[rows] = np.searchsorted(self.spots, keys + 1) - np.searchsorted(self.spots, keys)
        return np.maximum(0, week - 1), np.maximum(0, ties - 1)

    def _listed(self, columns: Columns) -> tuple[Ints, Ints]:
        """The rows of catalogues that say a point and a week, with the number of catalogue and category."""
        if not self.lists:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        sources, words = columns.words["source"], columns.words["category"]
        table = np.array(
            [[self.lists.get((source, word), NONE) for word in [*words, ""]] for source in [*sources, ""]],
            dtype=np.int64,
        )
        codes = table[columns.numbers["source"], columns.numbers["category"]]
        narrow = columns.dated & (width_of(columns) == 0) & (columns.last - columns.first < WEEK)
        rows = np.flatnonzero(narrow & (codes != NONE))
        return rows, codes[rows]

    def _weeks(self, columns: Columns, rows: Ints, codes: Ints, steps: Iterable[tuple[int, int]]) -> list[Ints]:
        north, east = _cells(columns, 0)
        return [_key(codes, north[rows] + up, east[rows] + right) + columns.first[rows] for up, right in steps]


def _spots(columns: Columns, rows: Ints, codes: Ints) -> Ints:
    """Numbers of points of about 1 km."""
    north, east = (
        np.rint((part[rows] + half) * 100).astype(np.int64)
        for part, half in ((columns.lat, 90.0), (columns.lon, 180.0))
    )
    return (((codes << 15) | north) << 16 | east) << _DAY_BITS | columns.first[rows]


@frozen(eq=False)
class Background:
    """``yearly`` claims are told of a year. ``told`` holds, by width of cell, category, cell and day as one sorted number.

    ``near`` is the share of random pairs whose cells touch, by width; ``alike`` that of pairs of one category. ``catalogued``
    holds what catalogues list, each event once, so that it counts events then and there, and not tellings.
    """

    yearly: float = START_YEARLY
    start: int = 0
    end: int = 0
    categories: dict[str, int] = field(factory=dict, repr=False)
    told: tuple[Ints, ...] = field(factory=tuple, repr=False)
    near: tuple[float, ...] = (0.02, 0.033, 0.14)
    alike: float = 0.12
    catalogued: Catalogued = field(factory=Catalogued)

    @classmethod
    def of(cls, columns: Columns, catalogues: Collection[str] = ()) -> "Background":
        """A claim without a closed date tells of no rate, one without a narrow place of no place's rate."""
        used = columns.dated
        if not used.any():
            return cls()
        first, last = columns.first[used], columns.last[used]
        start, end = int(first.min()), int(last.max())
        categories = {word: code for code, word in enumerate(columns.words["category"])}
        counted = _distinct(columns)
        told = tuple(np.sort(_keys(columns, width, counted, categories)) for width in range(len(CELLS_DEG)))
        years = (int(first.max()) - start) / YEAR + STARTS_AS_YEARS
        yearly = (int(used.sum()) + START_YEARLY * STARTS_AS_YEARS) / years
        return cls(yearly, start, end, categories, told, catalogued=Catalogued.of(columns, catalogues))

    def measured(self, columns: Columns, one: Ints, other: Ints) -> "Background":
        """With the shares counted on random pairs that cannot be one event, the stated shares counting as some more."""
        late = (columns.first[one] - columns.last[other] > _APART_DAYS) | (
            columns.first[other] - columns.last[one] > _APART_DAYS
        )
        one, other = one[late], other[late]
        shares = zip(self.near, touching(columns, one, other), strict=True)
        near = tuple(_pooled(stated, share, len(one)) for stated, share in shares)
        same = columns.numbers["category"][one] == columns.numbers["category"][other]
        return evolve(self, near=near, alike=_pooled(self.alike, float(same.sum()) / max(1, len(one)), len(one)))

    def levels(self, columns: Columns) -> Ints:
        """By claim how many times busier than on average its surroundings are, in whole powers of two."""
        busy = np.zeros(len(columns), dtype=np.int64)
        widths = width_of(columns)
        week, ties = self.catalogued.others(columns)
        for width in range(len(CELLS_DEG)):
            rows = np.flatnonzero((widths == width) & columns.dated)
            if len(rows):
                busy[rows] = self._busy(columns, rows, width, week[rows], ties[rows])
        return busy

    def _busy(self, columns: Columns, rows: Ints, width: int, week: Ints, ties: Ints) -> Ints:
        first, last = columns.first[rows], columns.last[rows]
        spans = ((first - HALF_YEAR, first - PAD_DAYS), (last + PAD_DAYS + 1, last + HALF_YEAR + 1))
        others = np.zeros(len(rows))
        exposed = np.zeros(len(rows))
        for low, high in spans:
            others += self._between(columns, rows, width, low, high)
            exposed += np.maximum(0, np.minimum(high, self.end + 1) - np.maximum(low, self.start))
        usual = max(self.yearly * self.near[width] * self.alike / YEAR, 1e-9)  # a day
        rate = (others + 1.0) / (exposed + 1.0 / usual)
        this_week = (week + _STEADY) / (WEEK + _STEADY / rate)
        rate = np.maximum.reduce([rate, np.where(week > 0, this_week, 0.0), _ONE_OF_THEM * ties])
        powers: Ints = np.clip(np.floor(np.log2(rate / usual) + 0.5), -MOST, MOST).astype(np.int64)
        return powers

    def _between(self, columns: Columns, rows: Ints, width: int, low: Ints, high: Ints) -> Ints:
        """How many of the claim's category are told of in the cells around it from ``low`` up to ``high``."""
        told = self.told[width] if self.told else np.zeros(0, dtype=np.int64)
        total = np.zeros(len(rows), dtype=np.int64)
        codes = _codes(columns, self.categories)[rows]
        north, east = _cells(columns, width)
        for up, right in product(_AROUND, repeat=2):
            cell = _key(codes, north[rows] + up, east[rows] + right)
            ends = [np.searchsorted(told, cell + np.clip(day, 0, 2**_DAY_BITS - 1)) for day in (low, high)]
            total += np.where(codes == NONE, 0, ends[1] - ends[0])
        return total


def width_of(columns: Columns) -> Ints:
    """The cells in which a claim's surroundings are counted; NONE for a line, a wide area, and no place."""
    widths = np.searchsorted(np.array(_WIDEST_KM), np.nan_to_num(columns.radius, nan=0.0))
    known = columns.placed & (widths < len(CELLS_DEG))
    known[list(columns.lines)] = False
    return np.where(known, widths, NONE).astype(np.int64)


def touching(columns: Columns, one: Ints, other: Ints) -> list[float]:
    """By width of cell, the share of pairs whose cells touch."""
    shares = []
    for width in range(len(CELLS_DEG)):
        north, east = _cells(columns, width)
        both = columns.placed[one] & columns.placed[other]
        touch = (np.abs(north[one] - north[other]) <= 1) & (np.abs(east[one] - east[other]) <= 1) & both
        shares.append(float(touch.sum()) / max(1, int(both.sum())))
    return shares


def _pooled(stated: float, share: float, pairs: int) -> float:
    return (share * pairs + stated * _WEIGHT_OF_PRIORS) / (pairs + _WEIGHT_OF_PRIORS)


def _distinct(columns: Columns) -> Ints:
    """One row for all that an origin tells of one category, place and time."""
    rows = np.flatnonzero(columns.dated & (width_of(columns) != NONE))
    root = columns.numbers["root"][rows]
    north, east = _cells(columns, 0)
    own = np.where(root == NONE, -2 - rows, root)
    told = np.stack(
        [columns.numbers["category"][rows], north[rows], east[rows], columns.first[rows], columns.last[rows], own]
    )
    return rows[np.sort(np.unique(told, axis=1, return_index=True)[1])]


def _keys(columns: Columns, width: int, rows: Ints, categories: dict[str, int]) -> Ints:
    north, east = _cells(columns, width)
    return _key(_codes(columns, categories)[rows], north[rows], east[rows]) + columns.first[rows]


def _codes(columns: Columns, categories: dict[str, int]) -> Ints:
    """The background's own number of each claim's category; NONE for one that it never heard of."""
    table = np.array([categories.get(word, NONE) for word in columns.words["category"]] + [NONE], dtype=np.int64)
    return table[columns.numbers["category"]]


def _cells(columns: Columns, width: int) -> tuple[Ints, Ints]:
    """Row and column of the cell of each centre, both at least 1; 1 where there is no place."""
    lat, lon = (np.nan_to_num(part, nan=-half) + half for part, half in ((columns.lat, 90.0), (columns.lon, 180.0)))
    return (
        np.floor(lat / CELLS_DEG[width]).astype(np.int64) + 1,
        np.floor(lon / CELLS_DEG[width]).astype(np.int64) + 1,
    )


def _key(code: Ints, north: Ints, east: Ints) -> Ints:
    return ((np.maximum(code, 0) << _CELL_BITS | north) << (_CELL_BITS + 1) | east) << _DAY_BITS
