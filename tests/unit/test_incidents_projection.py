"""The whole stage, from claims to what ``sosik incidents`` prints."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from incident_cases import (
    ALDER,
    ALDER_TOWN,
    BIRCH,
    NEXT_TOWN,
    PROVINCE,
    RIVER,
    account,
    claim,
    decide,
    judge,
    projected,
)

from sosik.incidents.forms import projection_record
from sosik.incidents.incident import Grade, Status
from sosik.values.edtf import write_span
from sosik.values.quantity import Count

PRESS = account("press", "press", source=None, outlet="Riverside News", published=date(2024, 11, 22))


def test_one_article_with_two_speakers_gives_two_incidents_of_one_origin_each():
    """Two events that one outlet's unnamed speakers tell are two incidents, each single source."""
    first = claim("press", "2024-10-11/2024-10-20", (RIVER, ALDER), speaker="p1", killed_or_injured=5)
    second = claim("press", "2024-09", speaker="p2", killed=3)

    found = projected([first, second], [PRESS])

    assert [one.claims for one in found.incidents] == [(first.id,), (second.id,)]
    assert {(one.status, one.grade, one.origins) for one in found.incidents} == {
        (Status.proposed, Grade.single_source, 1)
    }
    assert found.incidents[0].figures.counts == {
        "killed": Count(0, None, 5),
        "injured": Count(0, None, 5),
        "total": Count.exactly(5),
    }
    assert write_span(found.incidents[1].when) == "2024-09"
    assert found.incidents[0].where.name_ko == "오리"
    assert found.incidents[0].where.place == ALDER


def test_two_eyewitnesses_who_overlap_without_agreeing_are_one_incident():
    """5 and "four or five" of two sources are one event: 4 to 5, best unsaid, corroborated."""
    accounts = [account("a", "eyewitness", reliability="B"), account("b", "eyewitness", reliability="A")]
    one = claim("a", "2024-11-03", killed_or_injured=5)
    other = claim("b", "2024-11-02/2024-11-04", killed_or_injured=(4, 5), killed=(2, 2))

    (found,) = projected([one, other], accounts).incidents

    assert found.origins == 2
    assert found.grade is Grade.corroborated
    assert write_span(found.when) == "2024-11-03"


def test_a_claim_without_date_or_place_is_listed_and_stands_alone():
    """Too vague to link is no reason to vanish: the claim is listed with its reason and is an incident of its own."""
    vague = [claim("a", None), claim("a", "2024-11-03", ()), claim("a", "2024-11-01/..")]

    found = projected(vague, [account("a")])

    assert {(item.claim, item.reason) for item in found.too_vague} == {
        (vague[0].id, "no_date"),
        (vague[1].id, "no_place"),
        (vague[2].id, "open_date"),
    }
    assert len(found.incidents) == 3


def test_a_member_joins_even_claims_that_are_too_vague():
    """A judgement needs no meeting of cells."""
    vague, clear = claim("a", None), claim("b")

    found = projected([vague, clear], [account("a"), account("b")], [judge(vague, clear, "same")])

    assert [set(one.claims) for one in found.incidents] == [{vague.id, clear.id}]


def test_a_denial_stands_beside_and_moves_no_figure_and_no_grade():
    """An office that denies the event is shown beside it and lowers nothing."""
    told = [claim("a", killed=3), claim("b", killed=3)]
    accounts = [
        account("a", "eyewitness", reliability="A"),
        account("b"),
        account("office", "official", source=None, outlet="Office"),
    ]
    denial = claim("office", "2024-11", stance="denied", killed=0)

    (before,) = projected(told, accounts).incidents
    (after,) = projected([*told, denial], accounts).incidents

    assert after.beside == (denial.id,)
    assert after.contested == ("happened",)
    assert (after.figures, after.grade, after.origins, after.claims) == (
        before.figures,
        before.grade,
        before.origins,
        before.claims,
    )


told_of = st.tuples(
    st.sampled_from("abc"),
    st.sampled_from(["2024-11-03", "2024-11-04", "2024-11", "2024-03", None]),
    st.sampled_from([(ALDER,), (BIRCH,), (PROVINCE,), ()]),
    st.integers(0, 9),
)


@given(
    st.lists(told_of, min_size=1, max_size=5),
    st.lists(st.tuples(told_of, st.sampled_from(["denied", "planned", "supposed"])), max_size=4),
)
def test_what_is_denied_planned_or_supposed_moves_no_figure(asserted, unasserted):
    """Whatever stands beside: the same incidents with the same days, figures and origins, and no grade is higher."""
    accounts = [account("a", "eyewitness", reliability="A"), account("b"), account("c", "document", reliability="B")]
    told = [claim(name, day, places, killed=number) for name, day, places, number in asserted]
    beside = [
        claim(name, day, places, killed=number, stance=stance) for (name, day, places, number), stance in unasserted
    ]

    before, after = projected(told, accounts), projected([*told, *beside], accounts)

    def seen(found):
        return [(one.id, one.claims, one.when, one.where, one.figures.counts, one.origins) for one in found.incidents]

    grades = list(Grade)
    assert seen(after) == seen(before)
    assert all(
        grades.index(b.grade) >= grades.index(a.grade) for a, b in zip(before.incidents, after.incidents, strict=True)
    )
    placed = {name for one in after.incidents for name in one.beside} | {item.claim for item in after.unattached}
    assert placed == {one.id for one in beside}


def test_a_denial_speaks_of_what_it_denies_and_of_nothing_else():
    """Of every event that it may mean, also one that its own account tells, whatever number it denies; of no event of
    another month."""
    told = [
        claim("a", "2024-11-03", killed=30),
        claim("a", "2024-11-20", killed=20),
        claim("a", "2024-12-15", killed=3),
    ]
    denial = claim("a", "2024-10/2024-11", stance="denied", killed=0)

    found = projected([*told, denial], [account("a", "press")])

    assert [one.beside for one in found.incidents] == [(denial.id,), (denial.id,), ()]
    assert found.unattached == ()


def test_a_plan_speaks_of_the_likeliest_event_alone():
    """What was planned or supposed was one event; a member's word moves it to another."""
    told = [claim("a", "2024-11-03"), claim("a", "2024-11-05")]
    plan = claim("b", "2024-11-03", stance="planned")
    accounts = [account("a"), account("b")]

    def beside(*decisions):
        return [one.beside for one in projected([*told, plan], accounts, decisions).incidents]

    assert beside() == [(plan.id,), ()]
    assert beside(judge(plan, told[1], "same")) == [(), (plan.id,)]
    assert beside(judge(plan, told[0], "different")) == [(), (plan.id,)]


def test_a_first_hand_denial_by_no_party_caps_the_grade():
    """An eyewitness who says that it did not happen caps the grade at reported."""
    told = [claim("a"), claim("b")]
    accounts = [account("a", "eyewitness", reliability="A"), account("b"), account("c", "eyewitness")]

    (found,) = projected([*told, claim("c", stance="denied")], accounts).incidents

    assert found.grade is Grade.reported


@pytest.mark.parametrize("stance", ["denied", "planned", "supposed"])
def test_what_only_denies_plans_or_supposes_is_no_incident(stance):
    """It stands in the list of what no incident tells of."""
    alone = claim("a", stance=stance)

    found = projected([alone], [account("a")])

    assert found.incidents == ()
    assert [(item.claim, item.reason) for item in found.unattached] == [(alone.id, "no_match")]
    assert projected([alone], [account("a")], rejected=[alone]).unattached == ()


def test_accepted_claims_alone_feed_the_figures_of_an_accepted_incident():
    """A proposed claim of an accepted incident is listed with it, and feeds nothing."""
    accounts = [account("a"), account("b", "eyewitness", reliability="A")]
    one, other = claim("a", killed=3), claim("b", killed=4)

    (found,) = projected([one, other], accounts, accepted=[one]).incidents

    assert found.status is Status.accepted
    assert found.figures.counts["killed"] == Count.exactly(3)
    assert (found.origins, found.grade) == (1, Grade.single_source)
    assert set(found.claims) == {one.id, other.id}


def test_a_rejected_claim_takes_no_part():
    """Rejected claims move nothing, and an incident of rejected claims alone says so and states no number."""
    accounts = [account("a"), account("b"), account("c")]
    one, wrong, alone = claim("a", killed=3), claim("b", killed=30), claim("c", "2023-02-01", killed=9)

    found = projected([one, wrong, alone], accounts, rejected=[wrong, alone])

    assert [(item.status, item.claims) for item in found.incidents] == [
        (Status.proposed, (one.id,)),
        (Status.rejected, (wrong.id,)),
        (Status.rejected, (alone.id,)),
    ]
    assert found.incidents[0].figures.counts["killed"] == Count.exactly(3)
    assert found.incidents[2].figures.counts["killed"] is None


def test_an_incident_that_one_claim_tells_as_a_total_says_so():
    """One contributing claim that may stand for several events is enough."""
    accounts = [account("a"), account("b")]

    def aggregate(*flags):
        told = [claim(name, aggregate=flag) for name, flag in zip("ab", flags, strict=True)]
        (found,) = projected(told, accounts).incidents
        return found.aggregate

    assert [aggregate(False, False), aggregate(True, False), aggregate(True, True)] == [False, True, True]


def test_the_id_is_that_of_the_first_accepted_claim():
    """While proposed, of the first claim; then of the accepted claim that was taken in first."""
    accounts = [account("a"), account("b"), account("c")]
    told = [claim("a"), claim("b"), claim("c")]

    (proposed,) = projected(told, accounts).incidents
    (accepted,) = projected(told, accounts, accepted=told[1:]).incidents

    assert (proposed.id, accepted.id) == (f"i:{told[0].id}", f"i:{told[1].id}")


def test_a_member_chooses_the_best_and_the_latest_choice_counts():
    """By the incident's id, by any claim in it, or by the id that it bore before; outside the range it is not taken."""
    accounts = [account("a"), account("b")]
    told = [claim("a", killed=(3, 6)), claim("b", killed=(4, 5))]
    choices = [
        decide("choose_best", incident=told[1].id, figure="killed", best=6),
        decide("choose_best", incident=f"i:{told[0].id}", figure="killed", best=5),
    ]

    def best(decisions):
        (found,) = projected(told, accounts, decisions, accepted=[told[1]]).incidents
        return found.figures.counts["killed"]

    assert best(choices[:1]) == Count(4, None, 5)
    assert best(choices) == Count(4, 5, 5)


def test_the_order_of_claims_moves_nothing():
    """The same accounts, claims and decisions give the same projection in whatever order claims come."""
    accounts = [account(name, "eyewitness" if name in "ab" else "second-hand", reliability="B") for name in "abcdef"]
    told = [
        claim(name, f"2024-11-{day:02}", (place,), killed=number)
        for name, day, place, number in zip(
            "abcdef",
            (3, 4, 3, 14, 3, 30),
            (ALDER, ALDER, BIRCH, ALDER, PROVINCE, ALDER_TOWN),
            (3, 4, 3, 2, 9, 3),
            strict=True,
        )
    ]
    told += [
        claim("a", "2024-11", stance="denied"),
        claim("b", period="2024-08/..", kind="measure", category="mine_laying"),
    ]
    expected = projected(told, accounts)

    for seed in range(10):
        random.Random(seed).shuffle(told)
        assert projected(told, accounts) == expected


def test_pairs_that_nobody_can_tell_apart_are_listed_by_incident():
    """Deaths of a month in a province and a mine of that month in it may be one event, so the two are listed for a member."""
    accounts = [account("a"), account("b")]
    told = [claim("a", "2024-10"), claim("b", "2024-10-05/2024-10-20", (PROVINCE,), category="killing")]

    found = projected(told, accounts)

    assert [set(pair) for pair in found.cannot_tell] == [{one.id for one in found.incidents}]
    assert projected(told, accounts, [judge(*told, "different")]).cannot_tell == ()
    assert len(projected(told, accounts, [judge(*told, "same")]).incidents) == 1


def test_what_a_member_cannot_tell_stays_apart_and_is_listed():
    """However alike the two are."""
    told = [claim("a", killed=3), claim("b", killed=3)]

    found = projected(told, [account("a"), account("b")], [judge(*told, "cannot_tell")])

    assert [set(pair) for pair in found.cannot_tell] == [{one.id for one in found.incidents}]
    assert len(found.incidents) == 2


def test_incidents_that_a_member_told_apart_are_listed_for_nobody():
    """Also where another pair of their claims could be one event."""
    told = [claim("a"), claim("b"), claim("c")]
    accounts = [account("a"), account("b"), account("c")]
    decisions = [judge(told[0], told[1], "same"), judge(told[0], told[2], "different")]

    found = projected(told, accounts, decisions)

    assert len(found.incidents) == 2
    assert found.cannot_tell == ()


def test_fields_on_which_two_origins_cannot_both_be_right_are_contested():
    """The day, the place, a number; the days are then all that they say, the category what most call it."""
    accounts = [account(name, "eyewitness") for name in "abc"]
    told = [
        claim("a", "2024-11-03", (ALDER_TOWN,), category="killing", killed=2),
        claim("b", "2024-11-05", (NEXT_TOWN,), killed=2, injured=3),
        claim("c", "2024-11-05", (ALDER,), killed=4),
    ]

    (found,) = projected(told, accounts, [judge(told[0], told[1], "same"), judge(told[0], told[2], "same")]).incidents

    assert found.contested == ("when", "where", "killed", "total")
    assert write_span(found.when) == "2024-11-03/2024-11-05"
    assert found.category == "landmine"
    assert found.where.place == ALDER


def test_a_measure_is_confirmed_by_its_telling_but_not_beyond_its_end():
    """Told in November of an end in October: confirmed in October."""
    told = claim("a", period="2024-08/2024-10", kind="measure")

    (found,) = projected([told], [account("a")]).measures

    assert found.last_confirmed == date(2024, 10, 31)


def test_measures_of_one_category_and_overlapping_areas_are_one():
    """Cameras along the river and near a town on it are one measure, last confirmed by the latest telling."""
    accounts = [account("a", "eyewitness", told=date(2024, 11, 8)), account("b", "eyewitness", told=date(2024, 11, 15))]
    told = [
        claim("a", period="2024-09/..", kind="measure", category="cameras"),
        claim("b", None, (RIVER,), kind="measure", category="cameras", told="2024-11-14"),
        claim("b", period="2024-09/..", kind="measure", category="curfew"),
        claim("a", None, (BIRCH,), kind="measure", category="cameras"),
    ]

    found = projected(told, accounts).measures

    assert [one.claims for one in found] == [(told[0].id, told[1].id), (told[3].id,), (told[2].id,)]
    assert write_span(found[0].since) == "2024-09"
    assert found[0].until is None
    assert found[0].last_confirmed == date(2024, 11, 14)
    assert found[0].origins == 2


def test_an_end_stands_until_somebody_tells_of_the_measure_as_going_on():
    """Who says in November that it goes on outweighs an end in October; one told in September does not."""

    def ends(day):
        accounts = [account("a"), account("b", told=day)]
        told = [
            claim("a", period="2024-08/2024-10", kind="measure"),
            claim("b", period="2024-08/..", kind="measure"),
        ]
        (found,) = projected(told, accounts).measures
        return found.until and write_span(found.until)

    assert ends(date(2024, 11, 20)) is None
    assert ends(date(2024, 9, 20)) == "2024-10"


def test_a_tally_is_no_incident():
    """A total over a quarter stands in its own list, and two tellings of it are one."""
    accounts = [account("a"), account("b")]
    told = [claim(name, "2024-07/2024-09", (PROVINCE,), kind="tally", detained=(40, None)) for name in "ab"]

    found = projected(told, accounts)

    assert found.incidents == ()
    assert [one.claims for one in found.tallies] == [(told[0].id, told[1].id)]
    assert found.tallies[0].figures.counts["detained"] == Count.at_least(40)


def test_a_rumour_alone_is_an_incident_graded_rumour():
    """And is printed like any other."""
    record = projection_record(projected([claim("a", stance="hearsay")], [account("a", "rumour", source=None)]))

    assert [(one["grade"], one["origins"]) for one in record["incidents"]] == [("rumour", 1)]
