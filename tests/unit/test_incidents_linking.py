"""Which claims meet, how a pair is weighed, and what members' words do to it."""

import random
import tomllib
from datetime import date, timedelta
from importlib.resources import files
from itertools import combinations

import numpy as np
import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st
from incident_cases import ALDER, ALDER_TOWN, BIRCH, account, claim, distance, judge, projected

from sosik.incidents import comparison
from sosik.incidents.background import MOST, Background
from sosik.incidents.blocking import block, cells_of, keys_of
from sosik.incidents.columns import Columns
from sosik.incidents.judgement import Groups, judged
from sosik.incidents.linking import settled
from sosik.incidents.modelling import model_of
from sosik.incidents.row import LinkRow, row_of
from sosik.incidents.scoring import SAME_BITS, Model, ScoredPair, Verdict, prior, score
from sosik.incidents.surroundings import Sources
from sosik.incidents.weights import Weights
from sosik.values.datespan import DateSpan
from sosik.values.ids import CategoryKey, ClaimId
from sosik.values.place import Place, Point, Precision
from sosik.values.quantity import Count

MODEL = Model(Weights.shipped(), Background(), Sources(), distance)

days = st.dates(date(2024, 1, 1), date(2024, 12, 31))
spans = st.builds(lambda day, more: DateSpan(day, day + timedelta(more)), days, st.sampled_from([0, 0, 3, 9, 30, 90]))
points = st.builds(Point, st.floats(38.0, 43.0), st.floats(124.5, 130.5))
discs = st.builds(
    lambda point, km: Place(None, Precision.near, km, (point,)), points, st.sampled_from([0.0, 3.0, 25.0, 80.0])
)
lines = st.builds(
    lambda ends, km: Place(None, Precision.landscape, km, tuple(ends)),
    st.lists(points, min_size=2, max_size=4),
    st.sampled_from([1.0, 10.0]),
)
counts = st.builds(
    lambda low, more: Count.between(low, None if more is None else low + more),
    st.integers(0, 30),
    st.none() | st.integers(0, 5),
)


@st.composite
def rows(draw, name="c-1"):
    stated = draw(st.dictionaries(st.sampled_from(["killed", "injured", "total", "detained"]), counts, max_size=3))
    return LinkRow(
        id=ClaimId(name),
        category=CategoryKey(draw(st.sampled_from(["landmine", "killing", "curfew"]))),
        account=draw(st.none() | st.sampled_from(["a", "b"])),
        root=draw(st.none() | st.sampled_from(["r", "s"])),
        when=draw(st.none() | spans),
        where=draw(st.none() | discs | lines),
        counts=stated,
        group=draw(st.none() | st.sampled_from(["soldiers", "women"])),
        sex=draw(st.none() | st.sampled_from(["male", "female"])),
        age=draw(st.none() | st.integers(5, 80)),
    )


@given(rows("c-1"), rows("c-2"))
def test_a_score_is_the_sum_of_its_reasons_and_the_same_from_either_side(left, right):
    """Every level that a comparison can give has a weight; a field that a side leaves unsaid gives no reason."""
    one, other = score(left, right, MODEL), score(right, left, MODEL)

    assert one == other
    assert one.weight == pytest.approx(sum(reason.bits for reason in one.reasons), abs=1e-6)
    unsaid = {name for name in ("when", "where", "group", "sex", "age") if getattr(left, name) is None}
    assert not {{"when": "date", "where": "place"}.get(name, name) for name in unsaid} & {r.name for r in one.reasons}


def test_every_weight_states_its_reason_in_the_table():
    """Words in both languages and a reason, for every level; m and u are shares."""
    table = tomllib.loads((files("sosik.incidents") / "weights.toml").read_text("utf-8"))
    del table["version"]
    entries = [
        table.pop("prior"),
        table.pop("background"),
        *(entry for part in table.values() for entry in part.values()),
    ]

    for entry in entries:
        assert {"reason", "en", "ko"} <= set(entry)
        assert all(0 < entry[key] <= 1 for key in ("m", "u") if key in entry)


@pytest.mark.parametrize("far", [("date", "apart_longer"), ("place", "apart_farther")])
def test_no_pair_that_never_meets_could_be_the_same(far):
    """Beyond 20 days or 60 km, where claims need not meet, even full agreement in all else stays under the threshold,
    on a desk that has heard of nothing else and in the quietest place."""
    weights = Weights.shipped()
    others = [name for name in weights.levels if name != far[0]]
    most = prior(MODEL).bits + MOST + weights.of(*far).bits + sum(weights.most(name) for name in others)

    assert most < SAME_BITS


@given(
    spans,
    st.integers(0, 20),
    st.sampled_from([0, 5, 40]),
    discs | lines,
    st.floats(0, 6.28),
    st.floats(0, 1),
    st.sampled_from([0.0, 25.0]),
)
def test_claims_that_are_near_enough_always_meet(when, gap, more, where, bearing, share, radius):
    """At most 20 days and 60 km apart share a cell, unless one is too vague and listed."""
    start = when.latest + timedelta(gap)
    spot = _moved(where.points[-1], bearing, share * (where.radius_km + 60.0 + radius))
    other_where = Place(None, Precision.near, radius, (spot,))
    one = LinkRow(ClaimId("c-1"), CategoryKey("x"), when=when, where=where)
    other = LinkRow(ClaimId("c-2"), CategoryKey("y"), when=DateSpan(start, start + timedelta(more)), where=other_where)

    blocks = block([one, other])

    if where.apart_at_least_km(other_where) <= 60 and not blocks.too_vague:
        assert blocks.pairs == ((one.id, other.id),)


@given(st.floats(-89.9, 89.9), st.floats(-180, 180), st.floats(0, 400), st.floats(0, 6.28), st.floats(0, 1))
@example(42.0, 179.9, 25.0, 1.57, 0.9)
@example(42.0, -179.9, 25.0, 4.71, 0.9)
@example(89.8, 10.0, 25.0, 0.0, 1.0)
def test_cells_cover_a_disc_anywhere_on_earth(lat, lon, radius, bearing, share):
    """Also across the date line and at the poles: any spot within the padded disc shares a cell with it."""
    centre = Point(lat, lon)
    spot = _moved(centre, bearing, share * (radius + 30.0))
    whole, dot = Place(None, Precision.near, radius, (centre,)), Place(None, Precision.exact, 0.0, (spot,))

    assert cells_of(whole) & cells_of(dot)


def _moved(start, bearing, km):
    from math import asin, atan2, cos, degrees, radians, sin

    arc, lat, lon = km / 6371.0088, radians(start.lat), radians(start.lon)
    there = asin(max(-1.0, min(1.0, sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(bearing))))
    across = lon + atan2(sin(bearing) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(there))
    return Point(degrees(there), (degrees(across) + 540) % 360 - 180)


@pytest.mark.parametrize(
    ("when", "places", "reason"),
    [
        (None, (ALDER,), "no_date"),
        ("2024-11", (), "no_place"),
        ("2024-11", (Place(None, Precision.near, 0.0),), "no_place"),
        ("../2024-11-03", (ALDER,), "open_date"),
        ("2024", (Place(None, Precision.country, 350.0, (Point(40, 127),)),), "too_wide"),
        ("2024-11", (Place(None, Precision.international, 4000.0, (Point(60, 100),)),), "too_wide"),
    ],
)
def test_a_claim_too_vague_to_meet_others_says_why(when, places, reason):
    """No date, an open one, no place on the map, or so wide that it would meet everything."""
    assert keys_of(row_of(claim("a", when, places))) == reason


def test_victims_never_block():
    """Two claims that differ in every number still meet."""
    one, other = (row_of(claim(name, killed=number)) for name, number in (("a", 1), ("b", 400)))

    assert len(block([one, other]).pairs) == 1


@pytest.mark.parametrize(
    ("one", "other", "levels"),
    [
        ({"killed": 3}, {"killed": 3}, ("same_few", "unknown", "unknown")),
        ({"killed": 12}, {"killed": 12}, ("same_many", "unknown", "unknown")),
        ({"killed": 0, "injured": 2}, {"killed": 0, "injured": (1, 4)}, ("same_none", "overlap", "unknown")),
        ({"killed_or_injured": 5}, {"killed_or_injured": (4, 5)}, ("overlap", "overlap", "unknown")),
        ({"killed": 3}, {"injured": 3}, ("unknown", "unknown", "overlap")),
        ({"killed": 2, "injured": 3}, {"killed": 3, "injured": 2}, ("near", "near", "unknown")),
        ({"killed": 3}, {"killed": 5}, ("near", "unknown", "unknown")),
        ({"killed": 20}, {"killed": 29}, ("near", "unknown", "unknown")),
        ({"killed": 3}, {"killed": 30}, ("far", "unknown", "unknown")),
        ({"killed": (5, None)}, {"killed": 400}, ("overlap", "unknown", "unknown")),
        ({"detained": 3}, {"detained": 3}, ("unknown", "unknown", "same_few")),
        ({"killed": 3, "detained": 1}, {"killed": 3, "detained": 9}, ("same_few", "unknown", "far")),
        ({"killed": 3}, {"detained": 3}, ("unknown", "unknown", "unknown")),
        ({}, {"killed": 3}, ("unknown", "unknown", "unknown")),
    ],
)
def test_numbers_of_victims(one, other, levels):
    """Those killed and those injured each for themselves, else other outcomes, else the total; other outcomes of one size
    are no agreement; silence says nothing."""
    left, right = (row_of(claim("a", **said)) for said in (one, other))

    for found in (comparison.compare(left, right, distance), comparison.compare(right, left, distance)):
        assert (found["killed"], found["injured"], found["victims"]) == levels


@given(spans, spans)
def test_days_meet_as_seldom_as_one_of_their_choices_agrees(one, other):
    """Against enumeration: of all choices of a day from each span, one in so many is the same day; or the smallest gap."""
    level = comparison.date_level(one, other)
    choices = [abs(a - b) for a in _days(one) for b in _days(other)]
    same = choices.count(0)

    if same:
        limits = {**comparison.MEETINGS, "wider": float("inf")}
        assert level == next(name for name, limit in limits.items() if len(choices) <= limit * same)
    else:
        gap = min(choices)
        expected = next((name for name, limit in comparison.GAPS.items() if gap <= limit), "apart_longer")
        assert level.removesuffix("_wide").removesuffix("_open") == expected
        assert level.endswith("_wide") == (len(choices) > comparison.WIDE_CHOICES and expected != "apart_longer")


def _days(span):
    return range(span.earliest.toordinal(), span.latest.toordinal() + 1)


def settled_pair(rows, one, other):
    """The two among the rows that are told of, with their surroundings."""
    model = model_of(Columns.of([*rows, one, other]), distance)
    known = settled([*rows, one, other], model)
    return known[one.id], known[other.id], model


def test_a_busy_city_makes_a_coincidence_weigh_less():
    """The same pair among thirty events of the category in half a year before weighs less than alone; retellings of
    one of them, and the pair itself, make no city busy."""
    one, other = (row_of(claim(name, "2024-11"), root=name) for name in "ab")
    busy = [row_of(claim("c", f"2024-0{6 + n // 10}-{n % 10 + 1:02}"), root=f"r{n}") for n in range(30)]
    elsewhere = [evolve(row, where=BIRCH) for row in busy]
    retold = [evolve(busy[0], id=ClaimId(f"c-{n}")) for n in range(30)]

    found = [settled_pair(rows, one, other)[0].busy for rows in ([], elsewhere, retold, busy)]

    assert found[1] < found[0] <= found[2] < found[3]
    quiet, loud = (score(*settled_pair(rows, one, other)).weight for rows in (elsewhere, busy))
    assert loud < quiet


def test_the_wider_claim_says_how_busy_it_is_and_of_two_as_wide_the_busier():
    """A village in a busy county, told of as the county, is as busy as the county."""
    town = evolve(row_of(claim("a", "2024-11-03", (ALDER_TOWN,))), busy=-3)
    county = evolve(row_of(claim("b", "2024-11-03")), busy=2)
    bits = {r.name: r.bits for r in score(town, county, MODEL).reasons}

    assert bits["background"] == -2.0
    assert {r.name: r.bits for r in score(town, evolve(town, id=ClaimId("z"), busy=1), MODEL).reasons}[
        "background"
    ] == -1.0


def test_the_busiest_place_moves_the_odds_by_eight_bits_at_most():
    """Thousands of events around a place are no veto, and their absence is no proof."""
    one, other = (row_of(claim(name, "2024-11-20"), root=name) for name in "ab")
    columns = Columns.of([one, other])
    crowd = evolve(
        Background.of(columns), told=tuple(np.repeat(keys, 10**6) - 100 for keys in Background.of(columns).told)
    )
    idle = evolve(Background.of(columns), yearly=1e9, start=0, end=10**6)

    assert list(crowd.levels(columns)) == [MOST, MOST]
    assert list(idle.levels(columns)) == [-MOST, -MOST]


def test_what_a_catalogue_lists_apart_makes_a_coincidence_likelier():
    """A catalogue that lists three bombings of one street and day leaves open which of them another source means."""
    told = [row_of(claim(f"c{n}", "2024-11-20", (ALDER_TOWN,)), source="s-list") for n in range(3)]
    columns = Columns.of(told)

    apart, alone = (Background.of(columns, names).levels(columns) for names in (["s-list"], []))

    assert all(apart > alone)


@pytest.mark.parametrize(
    ("weight", "verdict"),
    [
        (0.0, Verdict.same),
        (-0.000001, Verdict.cannot_tell),
        (-1.999999, Verdict.cannot_tell),
        (-2.0, Verdict.different),
    ],
)
def test_a_pair_is_the_same_or_different_or_nobody_can_tell(weight, verdict):
    """More likely than not, four to one against, and an answer of its own between; a member's word stands above any weight."""
    pair = ScoredPair(ClaimId("a"), ClaimId("b"), weight, ())

    assert pair.verdict is verdict
    assert all(evolve(pair, judgement=said).verdict is said for said in Verdict)


def test_the_latest_word_on_a_pair_counts_and_later_words_overrule_what_they_contradict():
    """A is B, B is C, and later A is not C: the first word gives way."""
    a, b, c = (ClaimId(name) for name in "abc")
    found = judged([judge(a, b, "same"), judge(b, c, "same"), judge(c, a, "different")])

    assert found.overruled == ((a, b),)
    assert (found.of(b, c), found.of(a, c), found.of(a, b)) == (Verdict.same, Verdict.different, None)
    again = judged([judge(a, b, "same"), judge(b, c, "same"), judge(c, a, "different"), judge(b, a, "same")])
    assert again.overruled == ((b, c),)
    assert judged([judge(a, b, "same"), judge(b, a, "cannot_tell")]).of(a, b) is Verdict.cannot_tell


names = st.sampled_from([ClaimId(name) for name in "abcdef"])
words = st.lists(
    st.tuples(names, names, st.sampled_from(list(Verdict))).filter(lambda said: said[0] != said[1]), max_size=12
)


@given(words)
def test_standing_judgements_never_contradict_and_the_last_always_stands(said):
    """No pair that stands as different is joined by those that stand as same."""
    found = judged([judge(*one) for one in said])
    groups = found.must()

    assert not any(groups.joined(*pair) for pair in found.pairs(Verdict.different))
    if said:
        assert found.of(*said[-1][:2]) is said[-1][2]


@given(st.data())
def test_standing_judgements_are_always_honoured(data):
    """Whatever the weights say: same is one incident, different is two; a pair nobody can tell apart is listed."""
    told = [claim("a", data.draw(st.sampled_from(["2024-11-03", "2024-11", "2023-05", None])), (data.draw(st.sampled_from([ALDER, BIRCH])),)) for _ in range(5)]  # fmt: skip
    picks = data.draw(
        st.lists(st.tuples(st.sampled_from(told), st.sampled_from(told), st.sampled_from(list(Verdict))), max_size=6)
    )
    decisions = [judge(one, other, verdict) for one, other, verdict in picks if one != other]

    found = projected(told, [account("a")], decisions)

    home = {name: one.id for one in found.incidents for name in one.claims}
    assert set(home) == {one.id for one in told}
    standing = judged(decisions)
    assert all(home[one] == home[other] for one, other in standing.pairs(Verdict.same))
    assert all(home[one] != home[other] for one, other in standing.pairs(Verdict.different))


def test_a_group_is_named_by_its_smallest_claim():
    """So that the order of joining moves nothing."""
    names = [ClaimId(name) for name in "abcd"]
    for seed in range(5):
        groups, pairs = Groups(), list(combinations(names, 2))
        random.Random(seed).shuffle(pairs)
        for pair in pairs:
            groups.join(*pair)
        assert {groups.head(name) for name in names} == {names[0]}
