"""Values, each proved against counting everything out."""

import math
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.errors import ValueUnreadable
from sosik.values.datespan import DateSpan, Period
from sosik.values.edtf import read_period, read_span, write_period, write_span
from sosik.values.place import Place, Point, Precision
from sosik.values.probability import Probability
from sosik.values.quantity import Count
from sosik.values.text import Lang, detect, normalise
from sosik.values.textspan import TextSpan

FIRST = date(2023, 1, 1)
HORIZON = 40


def days_of(span: DateSpan) -> list[date]:
    """Every day of the span within a window that outreaches every closed end drawn here."""
    window = [FIRST + timedelta(n) for n in range(-HORIZON, 2 * HORIZON)]
    return [day for day in window if span.holds(day)]


@st.composite
def spans(draw, open_ends=False):
    start = draw(st.integers(0, HORIZON - 10))
    end = draw(st.integers(start, start + 9))
    low, high = FIRST + timedelta(start), FIRST + timedelta(end)
    if open_ends:
        low, high = draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None]))
    return DateSpan(low, high)


@given(spans(open_ends=True), spans(open_ends=True))
def test_before_means_before_for_all_or_some_days(a, b):
    """Certainly before is before on every pair of days; possibly before is before on some pair."""
    pairs = [x < y for x, y in product(days_of(a), days_of(b))]

    assert a.certainly_before(b) == all(pairs)
    assert a.possibly_before(b) == any(pairs)


@given(spans(open_ends=True), spans(open_ends=True))
def test_overlap_intersection_and_gap_agree_with_the_days(a, b):
    """Two spans overlap when they share a day, which is their intersection; else the gap is the nearest pair of days."""
    shared = sorted(set(days_of(a)) & set(days_of(b)))
    both = a.intersection(b)

    assert a.overlaps(b) == bool(shared)
    assert (days_of(both) if both else []) == shared
    nearest = min(abs((x - y).days) for x, y in product(days_of(a), days_of(b)))
    assert a.gap_days(b) == nearest == b.gap_days(a)


@given(spans(open_ends=True), spans(open_ends=True), st.integers(0, 12))
def test_an_envelope_holds_both_and_padding_widens(a, b, pad):
    """An envelope holds every day of both and starts and ends with one of them; padding adds days at each closed end."""
    hull = a.envelope(b)
    every = days_of(a) + days_of(b)
    wide = a.padded(pad)

    assert all(hull.holds(day) for day in every)
    assert [hull.earliest, hull.latest] == [
        None if None in {a.earliest, b.earliest} else min(every),
        None if None in {a.latest, b.latest} else max(every),
    ]
    assert wide.earliest == (a.earliest and a.earliest - timedelta(pad))
    assert wide.latest == (a.latest and a.latest + timedelta(pad))


@given(spans(open_ends=True))
def test_edtf_says_a_span_and_reads_it_back(span):
    """What is written is read back as the same days, open ends too."""
    assert read_span(write_span(span)) == span


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023-11-06", date(2023, 11, 6), date(2023, 11, 6)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2023-1X", date(2023, 10, 1), date(2023, 12, 31)),
        ("2026-10-1X", date(2026, 10, 10), date(2026, 10, 19)),
        ("2023-02-2X", date(2023, 2, 20), date(2023, 2, 28)),
        ("2023-XX-XX", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-21", date(2023, 3, 1), date(2023, 5, 31)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023-10-11~", date(2023, 10, 11), date(2023, 10, 11)),
        ("2023-10?", date(2023, 10, 1), date(2023, 10, 31)),
        ("2023-10/2023-11-05", date(2023, 10, 1), date(2023, 11, 5)),
        ("2023-10/..", date(2023, 10, 1), None),
        ("../2023-10", None, date(2023, 10, 31)),
        ("/2023", None, date(2023, 12, 31)),
    ],
)
def test_edtf_is_read_with_strict_bounds(text, earliest, latest):
    """A qualifier never widens, an unspecified digit stands for every digit, an empty end is open."""
    assert read_span(text) == DateSpan(earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-13",
        "2023-02-30",
        "2023-4X",
        "[2023,2024]",
        "2023-10-11/2023-10-01",
        "Y170000002",
        "23-1-1",
        "2023-24-01",
        "2023-00",
    ],
)
def test_what_is_no_edtf_is_refused(text):
    """A date that cannot be is refused, never repaired."""
    with pytest.raises(ValueUnreadable):
        read_span(text)


@given(st.integers(1950, 2049), st.integers(1, 12), st.sampled_from(["", "-0X", "-1X", "-2X"]))
def test_strict_bounds_agree_with_an_oracle(year, month, day):
    """On unspecified days the bounds are those of a calendar, day by day."""
    text = f"{year}-{month:02d}{day}"
    prefix = text.rstrip("X")
    every = [date(year, 1, 1) + timedelta(n) for n in range(366)]
    fitting = [on for on in every if on.year == year and on.isoformat().startswith(prefix)]

    assert read_span(text) == DateSpan(fitting[0], fitting[-1])


@pytest.mark.parametrize("text", ["2023-08/..", "../..", "../2023-11-02", "2023/2023-05"])
def test_a_period_keeps_the_spans_of_its_ends(text):
    """ "Since August" began on a day of August, not on its first."""
    period = read_period(text)

    assert write_period(period) == text
    assert period == Period(
        None if text.startswith("..") else read_span(text.split("/")[0]),
        None if text.endswith("..") else read_span(text.split("/")[1]),
    )


counts = st.builds(
    lambda low, width, best, closed: Count(
        low, low + best if best is not None and best <= width else None, low + width if closed else None
    ),
    st.integers(0, 8),
    st.integers(0, 5),
    st.none() | st.integers(0, 5),
    st.booleans(),
)
LIMIT = 40


def numbers_of(count: Count) -> set[int]:
    return {n for n in range(LIMIT) if count.holds(n)}


@given(counts, counts)
def test_counts_add_overlap_and_envelop_as_their_numbers_do(a, b):
    """A sum holds exactly the sums, overlap is a shared number, an envelope runs from the least to the greatest."""
    sums = {x + y for x, y in product(numbers_of(a), numbers_of(b))}
    window = set(range(LIMIT))

    assert numbers_of(a + b) == sums & window
    assert a.overlaps(b) == bool(numbers_of(a) & numbers_of(b))
    both = numbers_of(a) | numbers_of(b)
    assert numbers_of(a.envelope(b)) == set(range(min(both), max(both) + 1))


@pytest.mark.parametrize(("low", "best", "high"), [(-1, None, 2), (3, None, 2), (1, 0, 2), (1, 3, 2), (2, 1, None)])
def test_an_impossible_count_does_not_exist(low, best, high):
    """A count is valid from construction."""
    with pytest.raises(ValueUnreadable):
        Count(low, best, high)


@st.composite
def discs(draw):
    point = Point(42 + draw(st.floats(-1, 1)), 129 + draw(st.floats(-1, 1)))
    return Place(None, Precision.near, draw(st.floats(0, 40)), (point,))


def spots_of(disc: Place) -> list[Point]:
    """The middle and 72 spots on the rim."""
    middle = disc.points[0]
    rim = []
    for turn in range(72):
        angle = math.radians(turn * 5)
        north = disc.radius_km * math.cos(angle) / 111.195
        east = disc.radius_km * math.sin(angle) / (111.195 * math.cos(math.radians(middle.lat)))
        rim.append(Point(middle.lat + north, middle.lon + east))
    return [middle, *rim]


@given(discs(), discs())
def test_discs_are_as_far_apart_as_their_nearest_spots(a, b):
    """The least distance is that of the nearest spots, within the grid's error; no spots are nearer."""
    apart = a.apart_at_least_km(b)
    nearest = min(x.km_to(y) for x, y in product(spots_of(a), spots_of(b)))

    assert apart is not None
    assert apart <= nearest + 0.5
    if apart > 0:
        assert nearest - apart < 3.0
        assert a.possibly_same(b) is False
    else:
        assert a.possibly_same(b) is True


@given(discs(), st.lists(st.builds(Point, st.floats(41, 43), st.floats(128, 130)), min_size=2, max_size=4))
def test_a_line_is_as_near_as_its_nearest_spot(disc, points):
    """The distance to a river is that to the nearest of many spots along it."""
    line = Place(None, Precision.landscape, 0.0, tuple(points))
    along = [
        Point(a.lat + t / 50 * (b.lat - a.lat), a.lon + t / 50 * (b.lon - a.lon))
        for a, b in pairwise(points)
        for t in range(51)
    ]
    between = disc.km_between_centres(line)
    nearest = min(disc.points[0].km_to(spot) for spot in along)

    assert between is not None
    assert between <= nearest * 1.01 + 0.5
    assert nearest <= between * 1.02 + 5.0


def test_an_unlocated_place_answers_cannot_tell():
    """Where nothing is known, neither near nor far is said."""
    known = Place(None, Precision.near, 25.0, (Point(42, 129),))
    unknown = Place(None, Precision.province, 100.0)

    assert known.possibly_same(unknown) is None
    assert known.apart_at_least_km(unknown) is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_span_is_never_empty_and_says_its_words(text, a, b):
    """A value without words does not exist."""
    if a >= b:
        with pytest.raises(ValueUnreadable):
            TextSpan(a, b)
    else:
        assert TextSpan(a, b).words(text) == text[a:b]


@given(st.floats(-200, 200))
def test_a_probability_and_its_weight_are_one(bits):
    """Weights in bits turn into probabilities and back."""
    chance = Probability.of_weight(bits)

    assert 0 <= chance.value <= 1
    if abs(bits) < 30:
        assert chance.weight() == pytest.approx(bits, abs=1e-4)


def test_text_is_normalised_and_its_language_seen():
    """Offsets count the composed form, and a Korean text with Latin names is Korean."""
    assert normalise("무산\r\n") == "무산\n"
    assert detect("소식통은 Daily Bugle 기자에게 무산군에서 들었다고 전했다") is Lang.ko
    assert detect("A source in Musan (무산) told us") is Lang.en
