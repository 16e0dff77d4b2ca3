"""A range is drawn as a range: bars, days and discs."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.editions import CHAGANG, HYESAN, MUSAN, TUMEN, mine, minefield
from sosik.public.bars import LEFT, RIGHT, Row, count_bars, date_bars, unsplit
from sosik.public.base_map import BaseMap
from sosik.public.charts import monthly
from sosik.public.footprint import Band, Disc, Outline, circle, footprint, measure_footprint
from sosik.public.map_drawing import Mark, draw
from sosik.public.phrases import people, place, place_name, short_range, short_span, span
from sosik.public.tongue import Tongue
from sosik.values.datespan import DateSpan
from sosik.values.place import Point, Precision
from sosik.values.quantity import Count

BASE = BaseMap.shipped()


@st.composite
def counts(draw, top=300):
    low = draw(st.integers(0, top))
    high = draw(st.none() | st.integers(low, low + top))
    best = draw(st.none() | st.integers(low, low + top if high is None else high))
    return Count(low, best, high)


@st.composite
def spans(draw):
    start = draw(st.dates(date(1990, 1, 1), date(2040, 1, 1)))
    end = start + timedelta(draw(st.integers(0, 900)))
    open_start, open_end = draw(st.booleans()), draw(st.booleans())
    return DateSpan(None if open_start and not open_end else start, None if open_end else end)


@given(st.dictionaries(st.sampled_from(["total", "killed", "injured", "missing"]), counts(), min_size=1))
def test_a_bar_runs_from_the_lowest_to_the_highest(stated):
    """On one axis from zero, each bar's ends are its min and max, an open one reaches the edge, and best lies inside."""
    drawn = count_bars(stated, Tongue.en)
    scale = (RIGHT - LEFT) / drawn.axis.high
    by_order = [key for key in ("total", "killed", "injured", "missing") if key in stated]

    assert len(drawn.bars) == len(stated)
    for key, bar in zip(by_order, drawn.bars, strict=True):
        count = stated[key]
        assert math.isclose(bar.start, LEFT + count.min * scale)
        assert math.isclose(bar.end, RIGHT if count.max is None else LEFT + count.max * scale)
        assert bar.is_open_right == (count.max is None)
        assert (bar.tick is None) == (count.best is None)
        assert bar.tick is None or bar.start - 1e-9 <= bar.tick <= bar.end + 1e-9
        assert LEFT <= bar.start <= bar.end <= RIGHT + 1e-9


def test_nothing_stated_draws_nothing():
    """An absent count is no bar, and above all no zero."""
    assert count_bars({}, Tongue.en) is None
    assert count_bars({"total": None, "killed": None}, Tongue.en) is None
    assert [bar.name for bar in count_bars({"total": None, "killed": Count.exactly(0)}, Tongue.en).bars] == ["Killed"]


@given(st.lists(spans(), min_size=1, max_size=6))
def test_days_run_from_the_earliest_to_the_end_of_the_latest(all_spans):
    """Earlier days lie further left, one day is a bar too, and an open end reaches the edge with an arrow."""
    drawn = date_bars([Row("x", each) for each in all_spans], Tongue.ko)

    for each, bar in zip(all_spans, drawn.bars, strict=True):
        assert bar.start < bar.end
        assert bar.is_open_left == (each.earliest is None)
        assert bar.is_open_right == (each.latest is None)
        assert bar.start == (LEFT if each.earliest is None else drawn.axis.x(each.earliest.toordinal()))
        assert bar.end == (RIGHT if each.latest is None else drawn.axis.x(each.latest.toordinal() + 1))
    assert len(drawn.ticks) <= 8


def test_hatching_marks_what_cannot_be_told_apart():
    """Five killed or wounded are hatched in both; two killed and three wounded are not."""
    either = {"total": Count.exactly(5), "killed": Count.between(0, 5), "injured": Count.between(0, 5)}
    known = {"total": Count.exactly(5), "killed": Count.exactly(2), "injured": Count.exactly(3)}
    vague = {"total": Count.between(2, 4), "killed": Count.between(2, 4), "injured": Count.exactly(0)}

    assert [bar.is_hatched for bar in count_bars(either, Tongue.en).bars] == [False, True, True]
    assert not any(bar.is_hatched for bar in count_bars(known, Tongue.en).bars)
    assert unsplit(either)
    assert not unsplit(either | {"killed": Count(0, 2, 5)})
    assert not unsplit(vague)


@pytest.mark.parametrize(
    ("count", "en", "ko"),
    [
        (Count.exactly(5), "Five people were killed.", "5명이 숨졌다."),
        (Count.exactly(1), "One person was killed.", "1명이 숨졌다."),
        (Count.exactly(0), "No people were killed.", "숨진 사람은 없다."),
        (Count.between(4, 5), "Four or five people were killed.", "4~5명이 숨졌다."),
        (Count.between(2, 12), "Between two and 12 people were killed.", "2~12명이 숨졌다."),
        (Count.between(0, 5), "At most five people were killed, possibly none.", "숨진 사람은 많아야 5명이다."),
        (Count.between(0, 1), "At most one person was killed, possibly none.", "숨진 사람은 많아야 1명이다."),
        (Count.at_least(2), "At least two people were killed.", "최소 2명이 숨졌다."),
        (Count.at_least(0), None, None),
        (None, None, None),
    ],
)
def test_counts_in_words(count, en, ko):
    """The words say the range and nothing narrower."""
    assert people(count, "killed", Tongue.en) == en
    assert people(count, "killed", Tongue.ko) == ko


@pytest.mark.parametrize(
    ("when", "en", "ko", "short_en", "short_ko"),
    [
        (DateSpan.day(date(2031, 5, 3)), "3 May 2031", "2031년 5월 3일", "3 May 2031", "2031.5.3"),
        (DateSpan.month(2031, 9), "September 2031", "2031년 9월", "Sep 2031", "2031.9"),
        (DateSpan.year(2031), "2031", "2031년", "1 Jan – 31 Dec 2031", "2031.1.1–12.31"),
        (
            DateSpan(date(2031, 10, 11), date(2031, 10, 20)), "between 11 and 20 October 2031",
            "2031년 10월 11일에서 20일 사이", "11–20 Oct 2031", "2031.10.11–20",
        ),
        (
            DateSpan(date(2031, 12, 30), date(2032, 1, 2)), "between 30 December 2031 and 2 January 2032",
            "2031년 12월 30일에서 2032년 1월 2일 사이", "30 Dec 2031 – 2 Jan 2032", "2031.12.30–2032.1.2",
        ),
        (DateSpan(date(2031, 8, 1), None), "1 August 2031 or later", "2031년 8월 1일 또는 그 뒤", "1 Aug 2031 →", "2031.8.1 →"),
        (DateSpan(None, date(2031, 8, 1)), "1 August 2031 or earlier", "2031년 8월 1일 또는 그 전", "→ 1 Aug 2031", "→ 2031.8.1"),
        (None, "not stated", "밝혀지지 않음", "not stated", "밝혀지지 않음"),
    ],
)  # fmt: skip
def test_days_in_words(when, en, ko, short_en, short_ko):
    """A span is never narrowed to a day."""
    assert (span(when, Tongue.en), span(when, Tongue.ko)) == (en, ko)
    assert (short_span(when, Tongue.en), short_span(when, Tongue.ko)) == (short_en, short_ko)


@given(counts())
def test_figures_show_both_ends(count):
    """What stands at a bar's end names its lowest, and its highest when there is one."""
    said = short_range(count, Tongue.en)
    assert str(count.min) in said
    assert str(count.max) in said or (count.max is None and "or more" in said)


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(5, 500))
def test_a_disc_is_a_ring_at_its_radius(lat, lon, radius):
    """Every corner of the ring lies at the radius from the centre, and the ring closes."""
    centre = Point(lat, lon)
    ring = circle(Disc(centre, radius))

    assert ring[0] == ring[-1]
    assert all(abs(centre.km_to(corner) - radius) < 0.05 for corner in ring)


def test_every_place_has_its_own_kind_of_footprint():
    """Near is a disc, a river a band along its line, a province its area, nothing is nothing."""
    assert footprint(MUSAN, BASE) == Disc(MUSAN.centre, 25.0)
    assert isinstance(footprint(TUMEN, BASE), Band)
    assert isinstance(footprint(CHAGANG, BASE), Outline)
    assert footprint(None, BASE) is None


@given(st.sampled_from(list(Precision)), st.floats(0, 30), st.booleans(), st.booleans())
def test_a_hazard_never_has_a_point(precision, radius, with_line, with_province):
    """Whatever a hazard's row says, what is shown is a county of some size, a province, or nothing."""
    where = type(MUSAN)(
        MUSAN.id, MUSAN.names, precision, radius, MUSAN.centre, MUSAN.province if with_province else None, MUSAN.country,
        TUMEN.line if with_line and precision is not Precision.county else (),
    )  # fmt: skip
    shape = measure_footprint(minefield(where=where), BASE)

    if isinstance(shape, Disc):
        assert precision is Precision.county
        assert shape.radius_km >= 15
    else:
        assert shape is None or isinstance(shape, Outline)


def test_no_drawing_holds_a_bare_dot():
    """A place known exactly is still drawn as a disc that can be seen."""
    exact = type(HYESAN)(HYESAN.id, HYESAN.names, Precision.exact, 0.0, HYESAN.centre, HYESAN.province, HYESAN.country)
    drawing = draw(BASE, [Mark(footprint(exact, BASE))], Tongue.en)

    assert drawing.marks[0].disc[2] >= 5


@pytest.mark.parametrize("lang", list(Tongue))
def test_names_on_a_map_do_not_run_into_each_other(lang):
    """The whole border, with marks, names both rivers and the neighbours, and no two names overlap."""
    drawing = draw(BASE, [Mark(footprint(each, BASE)) for each in (MUSAN, HYESAN, CHAGANG)], lang, whole_border=True)
    texts = {label.text for label in drawing.labels}

    assert {place_name(each.names, each.id, lang) for each in BASE.courses if each.id.startswith("river")} <= texts
    assert {place_name(each.names, each.id, lang) for each in BASE.countries if each.id in {"kp", "cn"}} <= texts
    assert len(texts) > 10


def test_months_add_up_as_ranges():
    """An incident of either of two months counts in the highest of both and the lowest of neither."""
    surely = mine("i-1", DateSpan.day(date(2031, 9, 2)), {"total": Count.between(2, 3)})
    either = mine("i-2", DateSpan(date(2031, 9, 28), date(2031, 10, 2)), {"total": Count.exactly(4)})
    unbounded = mine("i-3", DateSpan.month(2031, 11), {"total": Count.at_least(1)})
    undated = mine("i-4", DateSpan(None, date(2031, 9, 1)), {"total": Count.exactly(9)})

    assert monthly([surely, either, unbounded, undated]) == [
        (date(2031, 9, 1), 2, 7),
        (date(2031, 10, 1), 0, 4),
        (date(2031, 11, 1), 1, None),
    ]


def test_one_sum_is_shown_once():
    """Killed or injured stands beside no total, and is the total's own bar where there is one."""
    both = {"total": Count.exactly(5), "killed_or_injured": Count.exactly(5)}

    assert [bar.name for bar in count_bars(both, Tongue.en).bars] == ["Killed or injured"]
    assert [bar.name for bar in count_bars({"killed_or_injured": Count.exactly(5)}, Tongue.en).bars] == [
        "Killed or injured"
    ]


@pytest.mark.parametrize(
    ("where", "en", "ko"),
    [
        (MUSAN, "near Musan (within 25 km)", "무산군 근처(반경 25km)"),
        (HYESAN, "Hyesan", "혜산시"),
        (TUMEN, "on the Tumen River", "두만강 가"),
        (CHAGANG, "Chagang", "자강도"),
        (None, "not stated", "밝혀지지 않음"),
    ],
)
def test_places_in_words(where, en, ko):
    """Near says how near, and a river is where one stands beside."""
    assert (place(where, Tongue.en), place(where, Tongue.ko)) == (en, ko)
