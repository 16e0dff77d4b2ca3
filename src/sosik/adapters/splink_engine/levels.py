"""The levels of every field as SQL over two claims `l` and `r`, in the order in which they are tried.

The names are those of the weights' table; `comparison` says in Python what these conditions say in SQL.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sosik.incidents.background import MOST
from sosik.incidents.comparison import (
    APART,
    COUNTY,
    COUNTY_KM,
    GAPS,
    MEETINGS,
    NARROW_CHOICES,
    NARROW_KM,
    OUTCOMES,
    PROVINCE,
    PROVINCE_KM,
    SPOTS,
    TOUCHING_KM,
    WIDE_CHOICES,
)
from sosik.incidents.weights import Weights
from sosik.values.place import EARTH_KM

Level = tuple[str, str]  # name, condition


def double(value: float) -> str:
    """A literal that no engine takes for a decimal."""
    text = repr(float(value))
    return text if "e" in text else f"{text}e0"


GAP = "greatest(first_l - last_r, first_r - last_l)"
CHOICES = "((last_l - first_l + 1) * (last_r - first_r + 1))"
SHARED = "(least(last_l, last_r) - greatest(first_l, first_r) + 1)"
REACH = "(radius_l + radius_r)"
CHORD2 = "((x_l - x_r) * (x_l - x_r) + (y_l - y_r) * (y_l - y_r) + (z_l - z_r) * (z_l - z_r))"
BETWEEN = f"({double(2 * EARTH_KM)} * asin(least(1.0e0, sqrt({CHORD2}) / 2.0e0)))"
BUSY = (
    "case when radius_l > radius_r then busy_l when radius_r > radius_l then busy_r else greatest(busy_l, busy_r) end"
)
ELSE = "else"
RINGS: Sequence[tuple[float, Mapping[str, float], str]] = (
    (NARROW_KM, SPOTS, "same_town"),
    (COUNTY_KM, COUNTY, "overlap_county"),
    (PROVINCE_KM, PROVINCE, "overlap_province"),
)
COUNT_LEVELS = ("same_many", "same_few", "same_none", "overlap", "near")


def either_null(*columns: str) -> str:
    return " or ".join(f"{column}_{side} is null" for column in columns for side in "lr")


def date_levels() -> Iterator[Level]:
    yield "apart_longer", f"{GAP} > {max(GAPS.values())}"
    for name, limit in _above(GAPS):
        yield f"{name}_wide", f"{GAP} > {limit} and {CHOICES} > {WIDE_CHOICES}"
        if name == "apart_1_day":
            yield f"{name}_open", f"{GAP} > {limit} and {CHOICES} > {NARROW_CHOICES}"
        yield name, f"{GAP} > {limit}"
    yield from ((name, f"{CHOICES} <= {limit} * {SHARED}") for name, limit in MEETINGS.items())
    yield "wider", ELSE


def place_levels() -> Iterator[Level]:
    apart = f"{BETWEEN} > {double(TOUCHING_KM)} and ({BETWEEN} - {REACH})"
    yield "apart_farther", f"{apart} > {double(max(APART.values()))}"
    yield from ((name, f"{apart} > {double(limit)}") for name, limit in _above(APART))
    for reach, rings, beyond in RINGS:
        inside = f"{REACH} <= {double(reach)}"
        yield from ((name, f"{inside} and {BETWEEN} <= {double(limit)}") for name, limit in rings.items())
        yield beyond, inside
    yield "overlap_wide", ELSE


def category_levels(related: Sequence[tuple[int, int]]) -> Iterator[Level]:
    yield "same", "category_l = category_r"
    if related:
        yield "related", _related(related)
    yield "different", ELSE


def strange(related: Sequence[tuple[int, int]]) -> str:
    """Different words of two vocabularies: they say nothing."""
    near = f"and not ({_related(related)})" if related else ""
    differ = "vocabulary_l <> vocabulary_r and vocabulary_l <> 0 and vocabulary_r <> 0"
    return f"category_l <> category_r and {differ} {near}"


def count_levels(outcome: str) -> Iterator[Level]:
    return _coded(_outcome_code(outcome))


def victims_levels(outcomes: Sequence[str]) -> Iterator[Level]:
    return _coded(victims_code(outcomes))


def victims_code(outcomes: Sequence[str]) -> str:
    """0 to 5 in the order of the levels, -1 for unknown, as the reference finds them."""
    stated = [key for key in outcomes if key in OUTCOMES]
    others = [key for key in outcomes if key not in OUTCOMES and key != "total"]
    beside = _greatest([_outcome_code(key) for key in others])
    if "total" not in outcomes:
        return beside
    total = _outcome_code("total")
    apart = _other_outcomes([*stated, *others])
    alone = (
        f"case when not {_shared('total')} then ({beside}) when {apart} and ({total}) <= 3 then 3 else ({total}) end"
    )
    if not stated:
        return alone
    shared = " or ".join(_shared(key) for key in stated)
    return f"case when {shared} then ({beside}) else ({alone}) end"


def no_victims(outcomes: Sequence[str]) -> str:
    return f"({victims_code(outcomes)}) = -1"


def no_count(outcome: str) -> str:
    return f"not {_shared(outcome)}"


def equal_levels(column: str) -> Iterator[Level]:
    yield "same", f"{column}_l = {column}_r"
    yield "different", ELSE


def age_levels() -> Iterator[Level]:
    yield "within_1", "abs(age_l - age_r) <= 1"
    yield "within_5", "abs(age_l - age_r) <= 5"
    yield "different", ELSE


def telling_levels() -> Iterator[Level]:
    yield "one_account", "account_l = account_r"
    yield "one_catalogue", "source_l = source_r and catalogued_l = 1"
    yield "one_source", "source_l = source_r"
    yield "one_origin", "root_l = root_r"
    yield "two_sources", "source_l is not null and source_r is not null"


def background_levels() -> Iterator[tuple[int, str]]:
    return ((power, f"({BUSY}) = {power}") for power in range(-MOST, MOST + 1))


def bits_case(levels: Iterable[Level], weights: Weights, field: str) -> str:
    """The bits of a field as one expression."""
    whens, last = [], "0.0e0"
    for name, condition in levels:
        bits = double(weights.of(field, name).bits)
        if condition == ELSE:
            last = bits
        else:
            whens.append(f"when {condition} then {bits}")
    return f"case {' '.join(whens)} else {last} end"


def _coded(code: str) -> Iterator[Level]:
    yield from ((name, f"({code}) = {number}") for number, name in enumerate(COUNT_LEVELS))
    yield "far", ELSE


def _above(steps: Mapping[str, float]) -> list[tuple[str, float]]:
    """Each step, widest first, with the limit of the one below it."""
    limits = [0, *steps.values()]
    return [(name, limits[number]) for number, name in reversed(list(enumerate(steps)))]


def _related(pairs: Sequence[tuple[int, int]]) -> str:
    codes = ", ".join(str(a * 100_000 + b) for a, b in pairs)
    return f"category_l * 100000 + category_r in ({codes})"


def _shared(key: str) -> str:
    return f"({key}_min_l is not null and {key}_min_r is not null)"


def _overlap(key: str) -> str:
    return f"{key}_min_l <= {key}_max_r and {key}_min_r <= {key}_max_l"


def _outcome_code(key: str) -> str:
    low, high = f"{key}_min", f"{key}_max"
    exact = f"{low}_l = {high}_l and {low}_r = {high}_r and {low}_l = {low}_r"
    top = f"least({high}_l, {high}_r)"  # of two that do not overlap, the top of the lower
    bottom = f"greatest({low}_l, {low}_r)"
    return (
        f"case when not {_shared(key)} then -1 "
        f"when {exact} then (case when {low}_l > 4 then 0 when {low}_l > 0 then 1 else 2 end) "
        f"when {_overlap(key)} then 3 when {bottom} - {top} <= 2 or 2 * {bottom} <= 3 * {top} then 4 else 5 end"
    )


def _greatest(parts: Sequence[str]) -> str:
    if not parts:
        return "-1"
    return parts[0] if len(parts) == 1 else f"greatest({', '.join(parts)})"


def _other_outcomes(others: Sequence[str]) -> str:
    """Only the total is shared, and either side states another outcome."""
    if not others:
        return "false"
    none_shared = " and ".join(f"not {_shared(key)}" for key in others)
    either = " and ".join("(" + " or ".join(f"{key}_min_{side} is not null" for key in others) + ")" for side in "lr")
    return f"({none_shared} and {either})"
