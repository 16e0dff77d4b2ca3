"""Two claims compared field by field: a level for each, never a veto."""

from collections.abc import Callable, Mapping

from sosik.incidents.row import LinkRow
from sosik.values.datespan import DateSpan
from sosik.values.ids import CategoryKey
from sosik.values.place import Place
from sosik.values.quantity import Count

UNKNOWN = "unknown"
MEETINGS = {
    "same_day": 1,
    "within_3_days": 3,
    "within_week": 8,
    "within_fortnight": 15,
    "within_3_weeks": 22,
    "within_month": 31,
    "within_6_weeks": 46,
    "within_two_months": 62,
    "within_quarter": 92,
    "within_half_year": 184,
    "within_year": 366,
}
GAPS = {"apart_1_day": 1, "apart_3_days": 3, "apart_10_days": 10, "apart_20_days": 20}
NARROW_CHOICES, WIDE_CHOICES = 3, 60  # pairs of days that two spans leave open: two days, and a day and two months
SPOTS = {"same_point": 1.0, "same_spot": 3.0, "same_town": 10.0}
COUNTY = {"same_centre": 1.0, "near_centre": 5.0, "about_centre": 10.0, "off_centre": 20.0}
PROVINCE = {"same_area": 1.0, "about_area": 40.0}
NARROW_KM, COUNTY_KM, PROVINCE_KM = 10.0, 60.0, 220.0  # two places that reach over no more together
APART = {"apart_10_km": 10.0, "apart_30_km": 30.0, "apart_60_km": 60.0}
TOUCHING_KM = 10.0  # two centres as near are never called apart, however small the areas
OUTCOMES = ("killed", "injured")
Distance = Callable[[CategoryKey, CategoryKey], float]


def compare(left: LinkRow, right: LinkRow, distance: Distance) -> dict[str, str]:
    """The level of every field, ``unknown`` where a side does not say; the same whichever claim is on the left."""
    return {
        "date": date_level(left.when, right.when),
        "place": place_level(left.where, right.where),
        "category": category_level(left, right, distance),
        **{name: count_level(left.counts.get(name), right.counts.get(name)) for name in OUTCOMES},
        "victims": victims_level(left.counts, right.counts),
        "group": _equality(left.group, right.group),
        "sex": _equality(left.sex, right.sex),
        "age": age_level(left.age, right.age),
        "telling": telling_level(left, right),
    }


def date_level(one: DateSpan | None, other: DateSpan | None) -> str:
    """How far apart at least, and whether the spans leave that open; where some day lies in both, among how many choices
    of two days one chooses the same: a day and its month meet as seldom as two months that are the same.
    """
    if one is None or other is None or one.days is None or other.days is None:
        return UNKNOWN
    choices, gap = one.days * other.days, one.gap_days(other)
    if gap:
        return _apart(_step(gap, GAPS, "apart_longer"), choices)
    both = one.intersection(other)
    shared = both.days if both and both.days else 1
    return next((level for level, limit in MEETINGS.items() if choices <= limit * shared), "wider")


def place_level(one: Place | None, other: Place | None) -> str:
    """How far apart at least; where some spot lies in both, or the centres are near, how wide the two areas are and how far
    their centres lie from each other.
    """
    if one is None or other is None:
        return UNKNOWN
    between, apart = one.km_between_centres(other), one.apart_at_least_km(other)
    if between is None or apart is None:
        return UNKNOWN
    reach = _reach_km(one) + _reach_km(other)
    if apart and between > TOUCHING_KM:
        return _step(apart, APART, "apart_farther")
    if reach <= NARROW_KM:
        return _step(between, SPOTS, "same_town")
    if reach <= COUNTY_KM:
        return _step(between, COUNTY, "overlap_county")
    return _step(between, PROVINCE, "overlap_province") if reach <= PROVINCE_KM else "overlap_wide"


def width_level(one: Place | None, other: Place | None) -> str:
    """How wide the two areas are together."""
    if one is None or other is None or not one.points or not other.points:
        return UNKNOWN
    return _step(
        _reach_km(one) + _reach_km(other), {"narrow": NARROW_KM, "county": COUNTY_KM, "province": PROVINCE_KM}, "wide"
    )


def category_level(left: LinkRow, right: LinkRow, distance: Distance) -> str:
    """Words of two vocabularies that share too few to be one codebook's say nothing when they differ."""
    level = _step(distance(left.category, right.category), {"same": 0.0, "related": 0.5}, "different")
    strange = left.vocabulary != right.vocabulary and 0 not in (left.vocabulary, right.vocabulary)
    return UNKNOWN if level == "different" and strange else level


def count_level(one: Count | None, other: Count | None) -> str:
    """Of one outcome: the same number, ranges that share one, or how far they miss each other."""
    if one is None or other is None:
        return UNKNOWN
    if one.min == one.max == other.min == other.max:
        return _step(one.min, {"same_none": 0, "same_few": 4}, "same_many")
    if one.overlaps(other):
        return "overlap"
    low, high = sorted((one, other), key=lambda count: count.min)
    top = low.max or 0
    return "near" if high.min - top <= 2 or high.min <= 1.5 * top else "far"


def victims_level(one: Mapping[str, Count], other: Mapping[str, Count]) -> str:
    """The worst of the other outcomes that both state; the total alone where neither those killed nor those injured are
    stated by both.

    The same number of other outcomes ("three killed", "three injured") is no agreement, only no contradiction.
    """
    shared = set(one) & set(other)
    if shared & set(OUTCOMES):
        shared -= {*OUTCOMES, "total"}
    if not shared:
        return UNKNOWN
    keys = {"total"} if "total" in shared else shared
    worst = max((count_level(one[key], other[key]) for key in keys), key=_COUNT_LEVELS.index)
    other_outcomes = shared == {"total"} and set(one) != shared and set(other) != shared
    return "overlap" if other_outcomes and worst in _AGREEING else worst


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


_COUNT_LEVELS = ("same_many", "same_few", "same_none", "overlap", "near", "far")
_AGREEING = {"same_many", "same_few", "same_none", "overlap"}


def _apart(level: str, choices: int) -> str:
    if level == "apart_longer" or choices <= NARROW_CHOICES:
        return level
    if choices > WIDE_CHOICES:
        return f"{level}_wide"
    return f"{level}_open" if level == "apart_1_day" else level


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
