"""Two claims compared field by field: a level for each, never a veto."""

from collections.abc import Callable, Mapping

from sosik.incidents.row import LinkRow
from sosik.values.datespan import DateSpan
from sosik.values.ids import CategoryKey
from sosik.values.place import Place
from sosik.values.quantity import Count

UNKNOWN = "unknown"
OVERLAPS = {
    "same_day": 1,
    "within_3_days": 3,
    "within_week": 7,
    "within_fortnight": 14,
    "within_month": 31,
    "within_two_months": 61,
    "within_quarter": 92,
    "within_year": 366,
}
GAPS = {"apart_1_day": 1, "apart_3_days": 3, "apart_10_days": 10, "apart_20_days": 20}
SPOTS = {"same_point": 1.0, "same_spot": 3.0, "same_town": 10.0}
NARROW_KM = 10.0  # two places that reach over no more together are points, as far as anybody knows
Distance = Callable[[CategoryKey, CategoryKey], float]


def compare(left: LinkRow, right: LinkRow, distance: Distance) -> dict[str, str]:
    """The level of every field, ``unknown`` where a side does not say; the same whichever claim is on the left."""
    return {
        "date": date_level(left.when, right.when),
        "place": place_level(left.where, right.where),
        "category": category_level(left, right, distance),
        "victims": victims_level(left.counts, right.counts),
        "group": _equality(left.group, right.group),
        "sex": _equality(left.sex, right.sex),
        "age": age_level(left.age, right.age),
        "telling": telling_level(left, right),
    }


def date_level(one: DateSpan | None, other: DateSpan | None) -> str:
    """How far apart at least; where some day lies in both, how many days the two choices could differ by."""
    if one is None or other is None or one.days is None or other.days is None:
        return UNKNOWN
    gap = one.gap_days(other)
    if gap:
        return _step(gap, GAPS, "apart_longer")
    return _step(one.days + other.days - 1, OVERLAPS, "wider")


def place_level(one: Place | None, other: Place | None) -> str:
    """How far apart at least; where some spot lies in both, how wide the two areas are, and whether they share a centre."""
    if one is None or other is None:
        return UNKNOWN
    between, apart = one.km_between_centres(other), one.apart_at_least_km(other)
    if between is None or apart is None:
        return UNKNOWN
    reach = _reach_km(one) + _reach_km(other)
    if between <= 10.0:
        if reach <= NARROW_KM:
            return _step(between, SPOTS, "same_town")
        return _step(reach, {"same_centre": 60, "same_area": 220}, "overlap_wide")
    if apart:
        return _step(apart, {"apart_10_km": 10, "apart_30_km": 30, "apart_60_km": 60}, "apart_farther")
    return _step(reach, {"overlap_county": 60, "overlap_province": 220}, "overlap_wide")


def width_level(one: Place | None, other: Place | None) -> str:
    """How wide the two areas are together."""
    if one is None or other is None or not one.points or not other.points:
        return UNKNOWN
    return _step(_reach_km(one) + _reach_km(other), {"narrow": NARROW_KM, "county": 60, "province": 220}, "wide")


def category_level(left: LinkRow, right: LinkRow, distance: Distance) -> str:
    """Words of two vocabularies that share too few to be one codebook's say nothing when they differ."""
    level = _step(distance(left.category, right.category), {"same": 0.0, "related": 0.5}, "different")
    strange = left.vocabulary != right.vocabulary and 0 not in (left.vocabulary, right.vocabulary)
    return UNKNOWN if level == "different" and strange else level


def victims_level(one: Mapping[str, Count], other: Mapping[str, Count]) -> str:
    """The total where both state one, else the worst of the outcomes that both state.

    The same number of other outcomes ("three killed", "three injured") is no agreement, only no contradiction.
    """
    shared = set(one) & set(other)
    if not shared:
        return UNKNOWN
    keys = {"total"} if "total" in shared else shared
    worst = max((_count_level(one[key], other[key]) for key in keys), key=_COUNT_LEVELS.index)
    if worst not in _AGREEING:
        return worst
    if any(not one[key].overlaps(other[key]) for key in shared):
        return "near"
    other_outcomes = shared == {"total"} and set(one) != shared and set(other) != shared
    return "overlap" if other_outcomes else worst


def age_level(one: int | None, other: int | None) -> str:
    if one is None or other is None:
        return UNKNOWN
    return _step(abs(one - other), {"within_1": 1, "within_5": 5}, "different")


def telling_level(left: LinkRow, right: LinkRow) -> str:
    """Whether one account tells both, one source does so on two occasions, or one origin through others.

    A source is a catalogue when it holds so many claims that it lists each event once.
    """
    if left.account is not None and left.account == right.account:
        return "one_account"
    if left.source is not None and left.source == right.source:
        return "one_catalogue" if left.is_catalogued else "one_source"
    if left.root is not None and left.root == right.root:
        return "one_origin"
    return UNKNOWN if left.source is None or right.source is None else "two_sources"


_COUNT_LEVELS = ("same_many", "same_few", "overlap", "near", "far")
_AGREEING = {"same_many", "same_few", "overlap"}


def _count_level(one: Count, other: Count) -> str:
    if one.min == one.max == other.min == other.max:
        return "same_many" if one.min >= 5 else "same_few"
    if one.overlaps(other):
        return "overlap"
    low, high = sorted((one, other), key=lambda count: count.min)
    top = low.max or 0
    return "near" if high.min - top <= 2 or high.min <= 1.5 * top else "far"


def _equality(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return UNKNOWN
    return "same" if one == other else "different"


def _reach_km(place: Place) -> float:
    """The radius, and half the length of a line as the crow flies."""
    return place.radius_km + place.points[0].km_to(place.points[-1]) / 2


def _step(value: float, steps: Mapping[str, float], beyond: str) -> str:
    """The first step, in order, that the value does not exceed."""
    return next((level for level, limit in steps.items() if value <= limit), beyond)
