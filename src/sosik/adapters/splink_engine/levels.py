"""The levels of every field as SQL over two claims `l` and `r`, in the order in which they are tried.

The names are those of the weights' table; `comparison` says in Python what these conditions say in SQL.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sosik.incidents.background import MOST
from sosik.incidents.comparison import GAPS, NARROW_KM, OVERLAPS, SPOTS
from sosik.incidents.weights import Weights
from sosik.values.place import EARTH_KM

Level = tuple[str, str]  # name, condition


def double(value: float) -> str:
    """A literal that no engine takes for a decimal."""
    text = repr(float(value))
    return text if "e" in text else f"{text}e0"


GAP = "greatest(first_l - last_r, first_r - last_l)"
WIDTH = "(last_l - first_l + last_r - first_r + 1)"
REACH = "(radius_l + radius_r)"
CHORD2 = "((x_l - x_r) * (x_l - x_r) + (y_l - y_r) * (y_l - y_r) + (z_l - z_r) * (z_l - z_r))"
BETWEEN = f"({double(2 * EARTH_KM)} * asin(least(1.0e0, sqrt({CHORD2}) / 2.0e0)))"
BUSY = (
    "case when radius_l > radius_r then busy_l when radius_r > radius_l then busy_r else greatest(busy_l, busy_r) end"
)
ELSE = "else"


def either_null(*columns: str) -> str:
    return " or ".join(f"{column}_{side} is null" for column in columns for side in "lr")


def date_levels() -> Iterator[Level]:
    gaps = [("apart_longer", max(GAPS.values())), *_above(GAPS)]
    yield from ((name, f"{GAP} > {limit}") for name, limit in gaps)
    yield from ((name, f"{WIDTH} <= {limit}") for name, limit in OVERLAPS.items())
    yield "wider", ELSE


def place_levels() -> Iterator[Level]:
    apart = f"({BETWEEN} - {REACH})"
    near = f"{BETWEEN} <= 10.0e0"
    yield from (
        (name, f"{REACH} <= {double(NARROW_KM)} and {BETWEEN} <= {double(limit)}") for name, limit in SPOTS.items()
    )
    yield from ((name, f"{near} and {REACH} <= {limit}") for name, limit in (("same_centre", 60), ("same_area", 220)))
    farther = (("apart_farther", 60), ("apart_60_km", 30), ("apart_30_km", 10), ("apart_10_km", 0))
    yield from ((name, f"not ({near}) and {apart} > {limit}") for name, limit in farther)
    yield "overlap_county", f"not ({near}) and {REACH} <= 60"
    yield "overlap_province", f"not ({near}) and {REACH} <= 220"
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


def victims_levels(outcomes: Sequence[str]) -> Iterator[Level]:
    code = victims_code(outcomes)
    for number, name in enumerate(("same_many", "same_few", "overlap", "near")):
        yield name, f"({code}) = {number}"
    yield "far", ELSE


def victims_code(outcomes: Sequence[str]) -> str:
    """0 to 4 in the order of the levels, as the reference finds them."""
    others = [key for key in outcomes if key != "total"]
    worst = _greatest([_outcome_code(key) for key in others])
    clash = " or ".join(f"({_shared(key)} and not ({_overlap(key)}))" for key in outcomes)
    if "total" not in outcomes:
        return f"case when ({worst}) <= 2 and ({clash}) then 3 else ({worst}) end"
    total = _outcome_code("total")
    plain = f"case when {_shared('total')} then ({total}) else ({worst}) end"
    apart = _other_outcomes(others)
    return (
        f"case when ({plain}) > 2 then ({plain}) when {clash} then 3 "
        f"when {_shared('total')} and {apart} then 2 else ({plain}) end"
    )


def no_victims(outcomes: Sequence[str]) -> str:
    return " and ".join(f"not ({_shared(key)})" for key in outcomes)


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


def _above(steps: Mapping[str, int]) -> list[tuple[str, int]]:
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
        f"case when not {_shared(key)} then -1 when {exact} then (case when {low}_l >= 5 then 0 else 1 end) "
        f"when {_overlap(key)} then 2 when {bottom} - {top} <= 2 or 2 * {bottom} <= 3 * {top} then 3 else 4 end"
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
