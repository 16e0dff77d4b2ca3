"""N_low is computed exactly as the design says, and whatever is unknown blocks."""

import math
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sosik.bulletins.calculation import calculate, coarser
from sosik.bulletins.policy import Policy, Severity
from sosik.claims.gazetteer.lookup import Gazetteer

POLICY = Policy.shipped()
GAZETTEER = Gazetteer.shipped()
MUSAN = GAZETTEER.get("kp-musan")


def n_low(place, *attributes, policy=POLICY, gazetteer=GAZETTEER):
    return calculate(place, attributes, policy, gazetteer).n_low


def test_a_source_in_musan_leaves_316():
    """123,721 people of the 2008 census x 0.768 adults x 0.01 / 3 = 316.7, of which 316 are whole people."""
    assert n_low(MUSAN) == 316
    assert POLICY.severity_of(316) is Severity.warn


@pytest.mark.parametrize(
    ("place", "number"),
    [("kp-n-hamgyong", 5958), ("kp-hyesan", 493), ("kp-s-pyongan", 1037), ("kp-kangwon", 378), ("kp", 6157)],
)
def test_the_formula_holds_for_areas_with_and_without_a_line_out(place, number):
    """Where calls cross a border a hundredth of the adults counts, elsewhere a thousandth."""
    entry = GAZETTEER.get(place)
    q = 0.01 if entry.line_out else 0.001
    assert n_low(entry) == number == math.floor(q * 0.768 * entry.population / 3)


@pytest.mark.parametrize(
    ("number", "severity"), [(None, "block"), (0, "block"), (99, "block"), (100, "warn"), (999, "warn"), (1000, "info")]
)
def test_the_bands_are_those_of_the_policy(number, severity):
    """Unknown and under 100 block, under 1000 warn, more is not known to narrow."""
    assert POLICY.severity_of(number) is Severity(severity)


@pytest.mark.parametrize("lost", ["population", "line_out"])
def test_a_factor_that_is_not_recorded_leaves_the_number_unknown(lost):
    """Without its population, or without knowing of a line out, a place blocks."""
    province = evolve(GAZETTEER.get("kp-n-hamgyong"), **{lost: None})
    alone = Gazetteer.of("test", ({**GAZETTEER.entries, province.id: province}).values(), {})
    place = province if lost == "population" else evolve(MUSAN, line_out=None)
    result = calculate(place, (), POLICY, alone)
    assert result.n_low is None
    assert result.unknown


def test_a_place_that_nobody_knows_is_unknown():
    """A name that the gazetteer lacks gives no number."""
    assert n_low(None) is None


def test_a_river_has_no_population():
    """A river is no area of residents."""
    assert n_low(GAZETTEER.get("river-tumen")) is None


def test_a_desk_estimate_is_divided_by_ten():
    """A population that is not of the census year is an estimate."""
    assert n_low(evolve(MUSAN, population_year=2020)) == math.floor(0.01 * 0.768 * 123721 / 10)
    assert n_low(evolve(MUSAN, population_year=None)) == 95


def test_one_attribute_with_a_cited_share_is_multiplied_in():
    """The share of women is cited, so a woman in the province leaves about half."""
    assert n_low(GAZETTEER.get("kp-n-hamgyong"), "female") == math.floor(5958.048 * 0.512)


def test_an_attribute_without_a_cited_share_is_unknown():
    """No table of ages is cited."""
    assert n_low(GAZETTEER.get("kp-n-hamgyong"), "age") is None


def test_two_attributes_need_a_joint_share():
    """Two attributes beyond place are unknown, until somebody cites how they go together."""
    assert n_low(GAZETTEER.get("kp"), "female", "male") is None
    joint = evolve(POLICY, shares={**POLICY.shares, "age+female": evolve(POLICY.shares["female"], value=0.2)})
    assert n_low(GAZETTEER.get("kp"), "female", "age", policy=joint) == math.floor(0.001 * 0.768 * 24052231 * 0.2 / 3)


def test_every_factor_bears_its_source():
    """Nothing is multiplied that nobody answers for."""
    factors = calculate(MUSAN, ("female",), POLICY, GAZETTEER).factors
    assert [one.name for one in factors] == ["q", "adult_share", "population", "share", "s"]
    assert all(one.source and one.value is not None for one in factors)


def test_the_coarser_area_warns_of_nothing():
    """For every county with an area around it that can be numbered, the proposed area is one that passes."""
    for entry in GAZETTEER.entries.values():
        area = coarser(entry, POLICY, GAZETTEER)
        if area is not None:
            assert POLICY.severity_of(n_low(area)) is Severity.info
            assert area in GAZETTEER.parents(entry.id)


@given(st.integers(1, 10_000_000), st.integers(1, 10_000_000))
def test_fewer_people_never_leave_more(one, other):
    """N_low never falls when the population grows."""
    low, high = sorted((one, other))
    assert n_low(evolve(MUSAN, population=low)) <= n_low(evolve(MUSAN, population=high))


def by_hand(place, attributes, policy, gazetteer):
    """The design's sentence, one factor after the other, in exact fractions; None as soon as one is unknown."""
    if place is None or place.kind not in {"country", "province", "city", "county"} or place.population is None:
        return None
    above = [place, *gazetteer.parents(place.id)]
    province = gazetteer.province_of(place.id) if place.kind != "country" else None
    line_out = (province or place).line_out
    if place.kind != "country" and line_out is None:
        return None
    number = Fraction(str(policy.q_line_out if line_out else policy.q_elsewhere))
    number *= Fraction(str(policy.adult_share.value)) * place.population
    if len(set(attributes)) > 1:
        share = policy.shares.get("+".join(sorted(set(attributes))))
    else:
        share = policy.shares.get(attributes[0]) if attributes else evolve(policy.adult_share, value=1)
    if share is None:
        return None
    is_census = place.population_year == policy.census_years.get(above[-1].id)
    return number * Fraction(str(share.value)) / Fraction(str(policy.s_census if is_census else policy.s_estimate))


@given(
    st.sampled_from([None, *GAZETTEER.entries.values()]),
    st.lists(st.sampled_from(["male", "female", "age", "role"]), max_size=3),
    st.booleans(),
)
def test_the_fast_calculation_is_the_slow_one(place, attributes, has_joint):
    """For any place and any attributes, with and without a joint share, the number is the one worked out by hand."""
    joint = {"age+female": evolve(POLICY.adult_share, value=0.25)} if has_joint else {}
    policy = evolve(POLICY, shares={**POLICY.shares, **joint})
    found, slow = n_low(place, *attributes, policy=policy), by_hand(place, attributes, policy, GAZETTEER)
    assert (found is None) == (slow is None)
    if slow is not None:
        assert abs(found - slow) <= 1
        assert found == math.floor(slow) or abs(slow - round(slow)) < 1e-6
