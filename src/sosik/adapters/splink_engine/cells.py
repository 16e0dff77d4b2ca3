# ruff: noqa: S608 - the SQL is made of our own names and numbers
"""The cells in which claims meet, slab by slab of time, and the condition under which two that share one are a pair."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
from attrs import frozen

from sosik.adapters.splink_engine import levels as sql
from sosik.adapters.splink_engine.settings import related_categories
from sosik.incidents.columns import NONE, Bools, Columns, Floats, Ints
from sosik.incidents.comparison import APART, GAPS, MEETINGS, OUTCOMES
from sosik.incidents.engine import Task
from sosik.incidents.scoring import prior
from sosik.incidents.weights import Weights
from sosik.values.place import EARTH_KM

SLAB_ROWS = 400_000
_FIRSTS = {"bins": 1, "north": 2, "east": 4}


@frozen(eq=False)
class Slab:
    """Cells of some bins of time: the rows in them, each with its cell and whether that is its first in each direction."""

    row: Ints
    cell: Ints
    first: Ints

    def table(self) -> pa.Table:
        return pa.table({"claim_row": self.row, "cell": self.cell, "first_cell": self.first})


def claims_table(task: Task) -> pa.Table:
    """The claims as Splink reads them: numbers alone, null where nothing is said; ``best`` bounds what a claim may gain."""
    columns, around = task.columns, task.surroundings
    dated = np.where(columns.dated, 1, 0)
    x, y, z = _on_sphere(columns)
    placed = columns.placed & ~_is_line(columns)
    parts = {
        "unique_id": pa.array(np.arange(len(columns))),
        "first": _known(np.where(dated, columns.first, NONE)),
        "last": _known(np.where(dated, columns.last, NONE)),
        **{name: pa.array(part, mask=~placed) for name, part in zip("xyz", (x, y, z), strict=True)},
        "radius": pa.array(columns.radius, mask=~placed),
        "busy": pa.array(around.busy),
        "vocabulary": pa.array(around.vocabulary),
        "catalogued": pa.array(around.is_catalogued.astype(np.int64)),
        "best": pa.array(_best(task)),
        **{"people" if name == "group" else name: _known(numbers) for name, numbers in columns.numbers.items()},
    }
    for name, (low, high) in columns.counts.items():
        parts |= {f"{name}_min": _known(low), f"{name}_max": _known(high)}
    return pa.table(parts)


def slabs(task: Task) -> Iterator[Slab]:
    """Every cell of every claim that is a box and may be in a pair above the floor, in slabs of whole bins of time."""
    boxes = task.boxes
    usable = ~boxes.irregular & _may_pair(task)
    usable[list(boxes.why)] = False
    rows = np.flatnonzero(usable)
    if not len(rows):
        return
    sides = (boxes.bins, boxes.north, boxes.east)
    across = np.prod([high[rows] - low[rows] + 1 for low, high in sides[1:]], axis=0)
    start = int(boxes.bins[0][rows].min())
    load = np.zeros(int(boxes.bins[1][rows].max()) - start + 2, dtype=np.int64)
    np.add.at(load, boxes.bins[0][rows] - start, across)
    np.add.at(load, boxes.bins[1][rows] - start + 1, -across)
    load = np.cumsum(load)[:-1]
    slab = (np.cumsum(load) - load) // SLAB_ROWS
    for number in np.unique(slab):
        bins = np.flatnonzero(slab == number) + start
        found = _slab(task, rows, int(bins[0]), int(bins[-1]))
        if len(found.row):
            yield found


def meeting(task: Task) -> str:
    """Pairs of claims in the cells of a slab: each once, near enough to meet, and able to weigh more than the floor."""
    bound = (
        f"{sql.double(prior(task.model).bits)} + {_date_bits(task.model.weights)} + {_place_most(task.model.weights)}"
    )
    bound += f" - ({sql.BUSY}) + {_category_bits(task)} + least(best_l, best_r)"
    names = ["first", "last", "x", "y", "z", "radius", "busy", "category", "vocabulary", "best"]
    sides = ", ".join(f"{side}.{name} as {name}_{side}" for side in "lr" for name in names)
    near = f"{sql.GAP} <= {max(GAPS.values())} and {sql.CHORD2} <= {_chord2(f'(60 + {sql.REACH})')}"
    return (
        f"select '0' as match_key, join_key_l, join_key_r from ("
        f"select l.unique_id as join_key_l, r.unique_id as join_key_r, {sides} from cells l join cells r "
        f"on l.cell = r.cell and l.unique_id < r.unique_id and (l.first_cell | r.first_cell) = 7"
        f") as met where {near} and {bound} > {sql.double(task.floor - 1e-4)}"
    )


def cells_of(slab: str, claims: str) -> str:
    """The cells of a slab with what the meeting asks of a claim."""
    names = "unique_id, first, last, x, y, z, radius, busy, category, vocabulary, best"
    return f"select cell, first_cell, {names} from {slab} as s join {claims} as c on s.claim_row = c.unique_id"


def _slab(task: Task, rows: Ints, low_bin: int, high_bin: int) -> Slab:
    boxes = task.boxes
    inside = rows[(boxes.bins[0][rows] <= high_bin) & (boxes.bins[1][rows] >= low_bin)]
    bins = np.maximum(boxes.bins[0][inside], low_bin), np.minimum(boxes.bins[1][inside], high_bin)
    north, east = ((low[inside], high[inside]) for low, high in (boxes.north, boxes.east))
    sizes = [high - low + 1 for low, high in (bins, north, east)]
    total = sizes[0] * sizes[1] * sizes[2]
    row = np.repeat(np.arange(len(inside)), total)
    place = np.arange(len(row)) - np.repeat(np.cumsum(total) - total, total)
    place, across = np.divmod(place, sizes[2][row])
    day, up = np.divmod(place, sizes[1][row])
    cell = [bins[0][row] + day, north[0][row] + up, east[0][row] + across]
    names = inside[row]
    first = sum(
        np.where(part == low[names], _FIRSTS[name], 0)
        for part, (name, low) in zip(
            cell, (("bins", boxes.bins[0]), ("north", boxes.north[0]), ("east", boxes.east[0])), strict=True
        )
    )
    return Slab(names, (cell[0] * 4096 + cell[1] + 2048) * 4096 + cell[2] + 1024, np.asarray(first, dtype=np.int64))


def _may_pair(task: Task) -> Bools:
    """Claims whose own width, surroundings and words leave a pair above the floor possible."""
    columns, weights = task.columns, task.model.weights
    width = np.where(columns.dated, columns.last - columns.first + 1, 0)
    apart = [weight.bits for name, weight in weights.levels["date"].items() if name.startswith("apart")]
    dates = np.full(len(columns), max(*apart, weights.of("date", "wider").bits))
    for name, limit in MEETINGS.items():  # a span meets another in no fewer choices than it has days
        dates = np.where(width <= limit, np.maximum(dates, weights.of("date", name).bits), dates)
    busy = task.surroundings.busy
    order = np.argsort(-np.nan_to_num(columns.radius), kind="stable")
    quietest = np.empty(len(columns), dtype=np.int64)
    quietest[order] = np.minimum.accumulate(busy[order]) if len(order) else busy
    most = prior(task.model).bits + dates + weights.most("place") - quietest + weights.most("category") + _best(task)
    may: Bools = most > task.floor
    return may


def _best(task: Task) -> Floats:
    """What the other fields may add at most, given which of them the claim states."""
    columns, weights = task.columns, task.model.weights
    best = np.full(len(columns), weights.most("telling"))
    for name in ("group", "sex", "age"):
        best += np.where(columns.numbers[name] != NONE, weights.most(name), 0.0)
    stated = np.zeros(len(columns), dtype=np.bool_)
    for name, (low, _) in columns.counts.items():
        said = low != NONE
        stated |= said
        best += np.where(said, weights.most(name), 0.0) if name in OUTCOMES else 0.0
    return best + np.where(stated, weights.most("victims"), 0.0)


def _date_bits(weights: Weights) -> str:
    return f"({sql.bits_case(sql.date_levels(), weights, 'date')})"


def _category_bits(task: Task) -> str:
    weights = task.model.weights
    related = related_categories(task.columns, task.model.distance)
    return f"(case when {sql.strange(related)} then 0.0e0 else ({sql.bits_case(sql.category_levels(related), weights, 'category')}) end)"


def _place_most(weights: Weights) -> str:
    """No less than the bits of the place, from the chord alone: it is never longer than the arc."""

    def most(*names: str) -> str:
        return sql.double(max(weights.of("place", name).bits for name in names))

    cases = []
    for reach, rings, beyond in sql.RINGS:
        names = [*rings, beyond]
        whens = [
            f"when {sql.CHORD2} <= {_chord2(sql.double(limit))} then {most(*names[at:], *APART)}"
            for at, limit in enumerate(rings.values())
        ]
        cases.append(
            f"when {sql.REACH} <= {sql.double(reach)} then (case {' '.join(whens)} else {most(beyond, *APART)} end)"
        )
    return f"(case {' '.join(cases)} else {most('overlap_wide', *APART)} end)"


def _chord2(km: str) -> str:
    """The square of a length in km as a share of the earth's radius, and a hair more."""
    share = f"({km} * {sql.double(1.000001 / EARTH_KM)})"
    return f"({share} * {share})"


def _known(numbers: Ints) -> pa.Array:
    return pa.array(numbers, mask=numbers == NONE)


def _on_sphere(columns: Columns) -> Sequence[Floats]:
    lat, lon = np.radians(np.nan_to_num(columns.lat)), np.radians(np.nan_to_num(columns.lon))
    return np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)


def _is_line(columns: Columns) -> Bools:
    lines = np.zeros(len(columns), dtype=np.bool_)
    lines[list(columns.lines)] = True
    return lines
