"""The claims table that `sosik link` reads: its columns, and which of its rows can be taken."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import numpy as np
from attrs import field, frozen

from sosik.claims.claim import Kind, Stance
from sosik.incidents.columns import NONE, OPEN, WORDED, Bools, Columns, Floats, Ints, encoded
from sosik.incidents.row_refusals import Refusals
from sosik.values.ids import ClaimId

OUTCOMES = ("killed", "injured", "total")
UNKNOWN_RADIUS_KM = 5.0  # a place without a radius is a town, or what a gazetteer has for one
REQUIRED = ("claim", "category", "earliest", "latest", "lat", "lon")
OPTIONAL = ("account", "source", "radius_km", "origin", "group", "sex", "age", "kind", "stance")
_LONGEST = 200  # characters of a name
_MOST = 10**9  # people, and years


@frozen(eq=False)
class Coded:
    """One column: ``codes`` lead into ``values``, NONE where the cell is empty."""

    values: Sequence[Any]
    codes: Ints


@frozen(eq=False)
class ClaimsTable:
    """``columns`` hold what is linked; ``alone`` are the other claims (tallies, measures, what is denied or planned), by
    kind. ``refused`` are rows by line, with the reason in English and Korean; ``unknown`` are columns that say nothing here.
    """

    columns: Columns
    alone: Mapping[ClaimId, Kind]
    refused: Sequence[tuple[int, str, str]]
    unknown: Sequence[str] = field(factory=tuple)

    @classmethod
    def of(cls, given: Mapping[str, Coded], lines: Ints) -> "ClaimsTable":
        """``lines`` say where in its file each row stands. Every required column must be there."""
        refusals = Refusals(lines)
        ids = _texts(given, "claim", refusals, len(lines))
        refusals.where(ids.codes == NONE, "it has no claim id", "claim 이 없습니다")
        refusals.where(_repeats(ids, refusals), "its claim id was there before", "claim 이 앞에 이미 있습니다")
        parts = _parts(given, refusals, len(lines))
        kinds = _read(given, "kind", Kind, refusals, len(lines), ("its kind is unknown", "kind 를 알 수 없습니다"))
        stances = _read(
            given, "stance", Stance, refusals, len(lines), ("its stance is unknown", "stance 를 알 수 없습니다")
        )
        taken = np.flatnonzero(~refusals.refused)
        names = np.array(ids.values, dtype=object)[ids.codes[taken]]
        order = np.argsort(names, kind="stable")
        taken, names = taken[order], names[order]
        kind = [kinds.values[code] if code != NONE else Kind.incident for code in kinds.codes[taken]]
        told = np.array(
            [stances.values[code].counts if code != NONE else True for code in stances.codes[taken]], dtype=bool
        )
        linked = np.array([one is Kind.incident for one in kind], dtype=bool) & told
        alone = {ClaimId(names[n]): kind[n] for n in np.flatnonzero(~linked)}
        unknown = sorted(set(given) - {*REQUIRED, *OPTIONAL, *_counted()})
        return cls(_columns(parts, taken[linked], list(names[linked])), alone, refusals.listed(), unknown)


@frozen(eq=False)
class _Parts:
    first: Ints
    last: Ints
    lat: Floats
    lon: Floats
    radius: Floats
    words: Mapping[str, Coded]
    age: Ints
    counts: Mapping[str, tuple[Ints, Ints]]


def _parts(given: Mapping[str, Coded], refusals: Refusals, size: int) -> _Parts:
    day = ("is not a day as YYYY-MM-DD", "가 YYYY-MM-DD 꼴의 날짜가 아닙니다")
    first, last = (_numbers(given, name, _day, refusals, size, day).astype(np.int64) for name in ("earliest", "latest"))
    both = (first != NONE) & (last != NONE)
    refusals.where(both & (first > last), "earliest is after latest", "earliest 가 latest 보다 뒤입니다")
    lat, lon = (_degrees(given, name, most, refusals, size) for name, most in (("lat", 90.0), ("lon", 180.0)))
    refusals.where(np.isnan(lat) != np.isnan(lon), "it has one coordinate without the other", "좌표가 하나뿐입니다")
    number = ("is not a length in km", "가 km 길이가 아닙니다")
    radius = _numbers(given, "radius_km", _length, refusals, size, number)
    words = {
        name: _texts(given, {"root": "origin"}.get(name, name), refusals, size) for name in WORDED if name != "sex"
    }
    refusals.where(words["category"].codes == NONE, "it has no category", "category 가 없습니다")
    words["sex"] = _read(
        given, "sex", _sex, refusals, size, ("sex is neither male nor female", "sex 가 male 도 female 도 아닙니다")
    )
    age = _numbers(given, "age", _age, refusals, size, ("is not an age in years", "가 나이가 아닙니다")).astype(
        np.int64
    )
    counts = {name: _range(given, name, refusals, size) for name in OUTCOMES}
    radius = np.where(np.isnan(lat), np.nan, np.where(radius == NONE, UNKNOWN_RADIUS_KM, radius))
    return _Parts(first, last, lat, lon, radius, words, age, counts)


def _columns(parts: _Parts, rows: Ints, names: Sequence[ClaimId]) -> Columns:
    coded = {name: _recoded(column, rows) for name, column in parts.words.items()}
    return Columns(
        ids=names,
        first=parts.first[rows],
        last=parts.last[rows],
        lat=parts.lat[rows],
        lon=parts.lon[rows],
        radius=parts.radius[rows],
        numbers={name: numbers for name, (numbers, _) in coded.items()} | {"age": parts.age[rows]},
        words={name: words for name, (_, words) in coded.items()},
        counts={
            name: (low[rows], high[rows]) for name, (low, high) in parts.counts.items() if (low[rows] != NONE).any()
        },
    )


def _recoded(column: Coded, rows: Ints) -> tuple[Ints, Sequence[str]]:
    """Numbers into the sorted words that these rows use."""
    used = column.codes[rows]
    table, words = encoded([column.values[code] if held else None for code, held in enumerate(_held(column, used))])
    return np.append(table, NONE)[used], words


def _held(column: Coded, used: Ints) -> list[bool]:
    return [times > 0 for times in np.bincount(used[used != NONE], minlength=len(column.values))]


def _repeats(ids: Coded, refusals: Refusals) -> Bools:
    """Rows whose id stands in an earlier row."""
    first = np.zeros(len(ids.codes), dtype=np.bool_)
    first[np.unique(ids.codes, return_index=True)[1]] = True
    again: Bools = ~first & (ids.codes != NONE) & ~refusals.refused
    return again


def _range(given: Mapping[str, Coded], name: str, refusals: Refusals, size: int) -> tuple[Ints, Ints]:
    """A smallest number alone is open above, a largest alone starts at nought."""
    number = ("is not a number of people", "가 사람 수가 아닙니다")
    low, high = (
        _numbers(given, f"{name}_{end}", _people, refusals, size, number).astype(np.int64) for end in ("min", "max")
    )
    stated = (low != NONE) | (high != NONE)
    low = np.where(stated & (low == NONE), 0, low)
    high = np.where(stated & (high == NONE), OPEN, high)
    refusals.where(low > high, f"{name}_min is above {name}_max", f"{name}_min 이 {name}_max 보다 큽니다")
    return low, high


def _degrees(given: Mapping[str, Coded], name: str, most: float, refusals: Refusals, size: int) -> Floats:
    words = (f"is not a coordinate from -{most:g} to {most:g}", f"가 -{most:g}에서 {most:g} 사이의 좌표가 아닙니다")
    found = _numbers(given, name, lambda cell: _within(float(cell), most), refusals, size, words, empty=np.nan)
    return found.astype(np.float64)


def _numbers(  # noqa: PLR0913 - a column, how to read it, and what to say when it cannot be
    given: Mapping[str, Coded],
    name: str,
    parse: Callable[[Any], float],
    refusals: Refusals,
    size: int,
    words: tuple[str, str],
    *,
    empty: float = NONE,
) -> Floats:
    column = _read(given, name, parse, refusals, size, (f"{name} {words[0]}", f"{name} {words[1]}"))
    table = np.array([empty if value is None else value for value in [*column.values, None]], dtype=np.float64)
    return table[column.codes]


def _texts(given: Mapping[str, Coded], name: str, refusals: Refusals, size: int) -> Coded:
    why = f"{name} is longer than {_LONGEST} characters", f"{name} 이(가) {_LONGEST}자를 넘습니다"
    return _read(given, name, _text, refusals, size, why)


def _read(  # noqa: PLR0913 - as above
    given: Mapping[str, Coded],
    name: str,
    parse: Callable[[Any], Any],
    refusals: Refusals,
    size: int,
    words: tuple[str, str],
) -> Coded:
    """Every distinct cell read once; the rows of one that cannot be read are refused. An absent column is empty."""
    column = given.get(name)
    if column is None:
        return Coded((), np.full(size, NONE, dtype=np.int64))
    values, bad = [], np.zeros(len(column.values) + 1, dtype=np.bool_)
    for code, cell in enumerate(column.values):
        try:
            values.append(None if _is_empty(cell) else parse(cell))
        except (ValueError, TypeError, OverflowError):
            values.append(None)
            bad[code] = True
    refusals.where(bad[column.codes], *words)
    empty = np.array([value is None for value in values] + [True], dtype=np.bool_)
    return Coded(values, np.where(empty[column.codes], NONE, column.codes))


def _is_empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip()) or cell != cell  # noqa: PLR0124 - NaN is empty


def _text(cell: Any) -> str:
    text = str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()
    if len(text) > _LONGEST:
        raise ValueError(len(text))
    return text


def _day(cell: Any) -> float:
    if isinstance(cell, datetime):
        return float(cell.date().toordinal())
    if isinstance(cell, date):
        return float(cell.toordinal())
    text = str(cell).strip()
    return float(date.fromisoformat(text[:10] if len(text) > 10 and text[10] in "T " else text).toordinal())


def _within(value: float, most: float) -> float:
    if not -most <= value <= most:
        raise ValueError(value)
    return value


def _length(cell: Any) -> float:
    value = float(cell)
    if not 0.0 <= value <= 20_040.0:  # half the way around the earth
        raise ValueError(cell)
    return value


def _people(cell: Any) -> float:
    value = float(cell)
    if not (value.is_integer() and 0 <= value <= _MOST):
        raise ValueError(cell)
    return value


def _age(cell: Any) -> float:
    value = _people(cell)
    if value > 130:
        raise ValueError(cell)
    return value


def _sex(cell: Any) -> str:
    word = str(cell).strip().casefold()
    if word not in {"male", "female"}:
        raise ValueError(word)
    return word


def _counted() -> Iterable[str]:
    return (f"{name}_{end}" for name in OUTCOMES for end in ("min", "max"))
