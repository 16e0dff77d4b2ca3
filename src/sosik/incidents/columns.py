"""Rows as columns of numbers: what is counted over many claims at once, and what an engine reads."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from sosik.claims.claim import Kind
from sosik.incidents.row import LinkRow
from sosik.values.datespan import DateSpan
from sosik.values.ids import AccountId, CategoryKey, ClaimId, SourceHandle
from sosik.values.place import Place, Point, Precision
from sosik.values.quantity import Count

NONE = -1  # stands for what is not said, in every column of whole numbers
OPEN = 2**31 - 1  # stands for the top of a count that is open
WORDED = ("category", "account", "source", "root", "group", "sex")
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@frozen(eq=False)
class Columns:
    """Claims in the order of their ids. Days are ordinals; words are numbers into ``words``; a disc has ``lat`` NaN where
    no place is known; lines are kept in ``lines`` by row, and bear the middle point in ``lat`` and ``lon``.
    """

    ids: Sequence[ClaimId]
    first: Ints
    last: Ints
    lat: Floats
    lon: Floats
    radius: Floats
    numbers: Mapping[str, Ints]  # category, account, source, root, group, sex: into words; age
    words: Mapping[str, Sequence[str]]
    counts: Mapping[str, tuple[Ints, Ints]] = field(factory=dict)
    lines: Mapping[int, Place] = field(factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, rows: Iterable[LinkRow]) -> "Columns":
        ordered = sorted(rows, key=lambda row: row.id)
        places = [row.where if row.where is not None and row.where.points else None for row in ordered]
        centres = [place.centre if place else None for place in places]
        said = {name: [getattr(row, name) for row in ordered] for name in WORDED}
        coded = {name: encoded(values) for name, values in said.items()}
        ages = np.array([NONE if row.age is None else row.age for row in ordered], dtype=np.int64)
        outcomes = sorted({key for row in ordered for key in row.counts})
        return cls(
            ids=[row.id for row in ordered],
            first=np.array([_day(row.when, "earliest") for row in ordered], dtype=np.int64),
            last=np.array([_day(row.when, "latest") for row in ordered], dtype=np.int64),
            lat=np.array([point.lat if point else np.nan for point in centres], dtype=np.float64),
            lon=np.array([point.lon if point else np.nan for point in centres], dtype=np.float64),
            radius=np.array([place.radius_km if place else np.nan for place in places], dtype=np.float64),
            numbers={name: numbers for name, (numbers, _) in coded.items()} | {"age": ages},
            words={name: words for name, (_, words) in coded.items()},
            counts={key: _stated([row.counts.get(key) for row in ordered]) for key in outcomes},
            lines={number: place for number, place in enumerate(places) if place and place.is_line},
        )

    @cached_property
    def dated(self) -> Bools:
        """Rows whose span is closed."""
        both: Bools = (self.first != NONE) & (self.last != NONE)
        return both

    @cached_property
    def placed(self) -> Bools:
        return ~np.isnan(self.lat)

    @cached_property
    def reach(self) -> Floats:
        """The radius in km, and half the length of a line as the crow flies; 0 where no place is known."""
        reach = np.nan_to_num(self.radius, nan=0.0)
        for number, place in self.lines.items():
            reach[number] += place.points[0].km_to(place.points[-1]) / 2
        return reach

    def taken(self, rows: Ints) -> "Columns":
        """Some of the rows, in ascending order; the words stay as they are."""
        lines = {at: self.lines[int(row)] for at, row in enumerate(rows) if int(row) in self.lines}
        plain = {name: getattr(self, name)[rows] for name in ("first", "last", "lat", "lon", "radius")}
        return Columns(
            ids=[self.ids[row] for row in rows],
            numbers={name: numbers[rows] for name, numbers in self.numbers.items()},
            words=self.words,
            counts={key: (low[rows], high[rows]) for key, (low, high) in self.counts.items()},
            lines=lines,
            **plain,
        )

    def row(self, number: int) -> LinkRow:
        """The claim as the reference reads it."""
        said = {name: self._word(name, number) for name in WORDED}
        age = int(self.numbers["age"][number])
        return LinkRow(
            id=self.ids[number],
            category=CategoryKey(said["category"] or ""),
            kind=Kind.incident,
            account=AccountId(said["account"]) if said["account"] is not None else None,
            source=SourceHandle(said["source"]) if said["source"] is not None else None,
            root=said["root"],
            when=self._span(number),
            where=self._place(number),
            counts={
                key: _count(low[number], high[number])
                for key, (low, high) in self.counts.items()
                if low[number] != NONE
            },
            group=said["group"],
            sex=said["sex"],
            age=None if age == NONE else age,
        )

    def _word(self, name: str, number: int) -> str | None:
        code = int(self.numbers[name][number])
        return None if code == NONE else self.words[name][code]

    def _span(self, number: int) -> DateSpan | None:
        first, last = int(self.first[number]), int(self.last[number])
        if first == last == NONE:
            return None
        return DateSpan(_date(first), _date(last))

    def _place(self, number: int) -> Place | None:
        if number in self.lines:
            return self.lines[number]
        if not self.placed[number]:
            return None
        spot = Point(float(self.lat[number]), float(self.lon[number]))
        return Place(None, Precision.near, float(self.radius[number]), (spot,))


def encoded(values: Sequence[str | None]) -> tuple[Ints, Sequence[str]]:
    """Words as numbers into the sorted list of them."""
    words = sorted({value for value in values if value is not None})
    number = {word: code for code, word in enumerate(words)}
    return np.array([NONE if value is None else number[value] for value in values], dtype=np.int64), words


def _day(span: DateSpan | None, side: str) -> int:
    bound: date | None = getattr(span, side) if span else None
    return bound.toordinal() if bound else NONE


def _date(ordinal: int) -> date | None:
    return None if ordinal == NONE else date.fromordinal(ordinal)


def _stated(counts: Sequence[Count | None]) -> tuple[Ints, Ints]:
    low = [NONE if count is None else count.min for count in counts]
    high = [NONE if count is None else OPEN if count.max is None else count.max for count in counts]
    return np.array(low, dtype=np.int64), np.array(high, dtype=np.int64)


def _count(low: int, high: int) -> Count:
    return Count.between(int(low), None if high == OPEN else int(high))
