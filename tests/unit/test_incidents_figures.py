"""Figures: envelopes over origins, best by most origins, sums as ranges."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from incident_cases import account, claim

from sosik.incidents.figures import chosen, figures, sum_over
from sosik.incidents.incident import Figures, Grade, Incident, Status
from sosik.incidents.origins import Origins
from sosik.values.ids import CategoryKey, IncidentId
from sosik.values.quantity import Count

counts = st.builds(
    lambda low, more, best: Count(low, best if best is not None and low <= best <= low + more else None, low + more),
    st.integers(0, 6),
    st.integers(0, 4),
    st.none() | st.integers(0, 10),
)


def made(*origins):
    """Figures of origins, each a list of what its claims say; a dict of outcomes, or a number of killed."""
    accounts, told = {}, []
    for number, said in enumerate(origins):
        for again, outcomes in enumerate(said):
            name = f"a{number}-{again}"
            accounts[name] = account(name, "eyewitness", source=f"s-{number}")
            told.append(claim(name, **(outcomes if isinstance(outcomes, dict) else {"killed": outcomes})))
    return figures(told, Origins.of(accounts, ()).groups(told)).counts


@given(st.lists(st.lists(counts, min_size=1, max_size=2), min_size=1, max_size=4))
def test_the_range_holds_what_every_origin_states_and_nothing_wider(origins):
    """Against enumeration: the smallest and largest number that any claim allows."""
    allowed = [n for said in origins for count in said for n in range(count.min, count.max + 1)]

    found = made(*origins)["killed"]

    assert (found.min, found.max) == (min(allowed), max(allowed))


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        ([[5]], Count.exactly(5)),
        ([[5], [(4, 5)]], Count(4, None, 5)),
        ([[5], [5], [(4, 6)]], Count(4, 5, 6)),
        ([[7, 7, 7], [5], [5]], Count(5, 5, 7)),
        ([[7], [5]], Count(5, None, 7)),
        ([[5, 6]], Count(5, None, 6)),
        ([[(5, None)]], Count.at_least(5)),
        ([[(5, None)], [6]], Count(5, None, None)),
        ([[{"injured": 2}], [3]], Count.exactly(3)),
    ],
    ids=["one origin", "a range beside a number", "most state five", "one origin thrice is no majority", "two numbers",
         "an origin that says two numbers", "at least five", "an open end stays open", "silence is not nought"],
)  # fmt: skip
def test_killed(origins, expected):
    """Best is what more than half of the origins that state a number agree on, and never an average."""
    assert made(*origins)["killed"] == expected


def test_nothing_stated_is_none_and_not_nought():
    """Casualties are always named; other outcomes only where somebody states them."""
    assert made([{}]) == {"killed": None, "injured": None, "total": None}
    assert made([{"detained": 12}])["detained"] == Count.exactly(12)
    assert made([{"detained": 12}])["total"] is None


@given(counts, st.integers(0, 12))
def test_a_chosen_best_lies_in_the_range_or_is_not_taken(count, best):
    """A member chooses within what the claims state."""
    found = chosen(Figures({"killed": count, "injured": None}), {"killed": best, "injured": best}).counts

    assert found["injured"] is None
    assert found["killed"].best == (best if count.holds(best) else count.best)


def incident(name, count):
    return Incident(IncidentId(name), Status.accepted, CategoryKey("landmine"), None, None, Figures({"killed": count}), 1, Grade.reported, (), ())  # fmt: skip


@given(
    st.lists(st.none() | counts, max_size=5),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=4),
)
def test_a_sum_merges_what_may_be_one_for_the_min_and_keeps_it_apart_for_the_max(stated, doubts):
    """Against every way of taking doubtful pairs for one or for two, no sum of smallest numbers is less than the min,
    and no sum of largest ones more than the max."""
    incidents = [incident(f"i{number}", count) for number, count in enumerate(stated)]
    pairs = [(f"i{a}", f"i{b}") for a, b in doubts if a != b and max(a, b) < len(stated)]
    known = {one.id: count for one, count in zip(incidents, stated, strict=True) if count}

    found = sum_over(incidents, "killed", pairs)

    assert (found.stated, found.not_stated) == (len(known), len(stated) - len(known))
    if not known:
        assert found.count is None
        return
    worlds = [
        _world(known, [pair for pair, one in zip(pairs, ones, strict=True) if one])
        for ones in product([False, True], repeat=len(pairs))
    ]
    assert found.count.min == min(sum(min(known[one].min for one in group) for group in world) for world in worlds)
    assert found.count.max == max(sum(max(known[one].max for one in group) for group in world) for world in worlds)


def test_a_sum_has_a_best_where_every_part_has_one_and_none_is_in_doubt():
    """The best of a sum is a sum of bests, else unsaid."""
    parts = [incident("a", Count.exactly(3)), incident("b", Count(2, 4, 6))]

    assert sum_over(parts, "killed", []).count == Count(5, 7, 9)
    assert sum_over(parts, "killed", [("a", "b")]).count == Count(2, None, 9)


def _world(known, merged):
    """The groups of incidents that state a number, when exactly these pairs are one."""
    groups = {name: {name} for pair in merged for name in pair} | {name: {name} for name in known}
    for one, other in merged:
        joined = groups[one] | groups[other]
        for name in joined:
            groups[name] = joined
    return {frozenset(group & set(known)) for group in groups.values()} - {frozenset()}
