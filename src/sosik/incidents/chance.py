"""How often the levels of a field come out by chance: u, counted on random pairs that cannot be one event."""

from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np

from sosik.incidents.columns import Columns, Ints
from sosik.incidents.comparison import COUNTY, PROVINCE, SPOTS, UNKNOWN, Distance, compare, date_level, width_level
from sosik.incidents.row import LinkRow
from sosik.incidents.weights import Weights

MOST_PAIRS = 100_000
PAIRS_A_CLAIM = 20
WEIGHT_OF_PRIORS = 400  # pairs that the stated u counts as
_SEED = 1865


def random_pairs(columns: Columns) -> tuple[Ints, Ints]:
    """Each pair of two rows; the same for the same number of claims."""
    size = len(columns)
    if size < 2:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    luck = np.random.default_rng(_SEED)
    count = min(MOST_PAIRS, PAIRS_A_CLAIM * size)
    one = luck.integers(0, size, count)
    other = (one + luck.integers(1, size, count)) % size
    return one, other


def with_chance(weights: Weights, columns: Columns, around: Callable[[int], LinkRow], distance: Distance) -> Weights:
    """The weights with u as it is among these claims, the stated u counting as ``WEIGHT_OF_PRIORS`` pairs.

    Places are counted on pairs whose days are so far apart that they never meet, what is said of people and kind on pairs
    apart in time or place, and who tells on pairs near in place and apart in time: sources tell of their own region. The
    calendar says how often days agree, so that dates keep their stated u.
    """
    seen: Counter[tuple[str, str]] = Counter()
    totals: Counter[tuple[str, str]] = Counter()
    for one, other in zip(*random_pairs(columns), strict=True):
        for name, level, group in _compared(around(int(one)), around(int(other)), distance):
            seen[name, level] += 1
            totals.update({(name, group), (name, "")})
    changed = {
        name: {
            level: (seen[name, level] + WEIGHT_OF_PRIORS * weight.u)
            / (totals[name, group_of(name, level)] + WEIGHT_OF_PRIORS)
            for level, weight in weights.levels[name].items()
            if level not in _STATED
        }
        for name in weights.levels
        if name != "date"
    }
    return weights.with_u(changed)


def _compared(left: LinkRow, right: LinkRow, distance: Distance) -> Iterator[tuple[str, str, str]]:
    """Field, level, and the group of pairs in whose midst the level is counted."""
    late = date_level(left.when, right.when) == "apart_longer"
    levels = compare(left, right, distance)
    far = levels["place"] == "apart_farther"
    if not late and not far:
        return
    for name, level in levels.items():
        if level == UNKNOWN or name == "date" or (name == "place" and not late):
            continue
        if name == "telling" and (far or not late or levels["place"] == UNKNOWN):
            continue
        yield name, level, width_level(left.where, right.where) if name == "place" else group_of(name, level)


def group_of(name: str, level: str) -> str:
    return next((group for group, levels in _GROUPS.get(name, {}).items() if level in levels), "")


_STATED = {
    "apart_farther",
    "overlap_wide",
    "one_account",
}  # what never meets or always, and what is told apart on purpose
_GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "place": {
        "narrow": (*SPOTS, "same_town"),
        "county": (*COUNTY, "overlap_county"),
        "province": (*PROVINCE, "overlap_province"),
    },
    "telling": {"sources": ("one_source", "one_catalogue", "two_sources")},
}
