"""Totals by a list or over months, what is still to come, numbers behind a dash, questions, and mines of both kinds."""

from datetime import date

import pytest

from sosik.accounts.account import Account
from sosik.claims.claim import Kind, Stance
from sosik.claims.reading import read
from sosik.cli.reading_rules import rules_of_reading
from sosik.values.ids import AccountId
from sosik.values.text import Lang


def claims(text):
    account = Account(id=AccountId("x"), text=text, lang=Lang.en, received=date(2024, 12, 1))
    return read(account, rules_of_reading()).claims


@pytest.mark.parametrize(
    "text",
    [
        "The register lists 23 people killed by landmines in North Hamgyong Province in October 2024.",
        "Between March and September, 48 people drowned in the Yalu River, according to the group's database.",
        "Its list holds 19 people who were arrested in Hyesan in May.",
    ],
)
def test_a_list_over_months_is_a_total(text):
    """What a register counts over a month or more is no event."""
    assert {one.kind for one in claims(text)} == {Kind.tally}


@pytest.mark.parametrize(
    "text",
    [
        "Between late May and early June 2024 four patients died of typhoid in Haeju.",
        "Some time between May and June 2024 four men were shot dead in Musan, a cousin told us.",
    ],
)
def test_a_deed_of_unsure_days_is_an_event(text):
    """Days that are not known better than over a month do not make a total."""
    assert {one.kind for one in claims(text)} == {Kind.incident}


def test_what_is_still_to_come_leaves_what_came_about():
    """A plan in the second half of a sentence moves neither stance nor days of the first."""
    (found,) = claims(
        "A fence went up along the bank at Musan this autumn, and watchtowers are to be added by spring."
    )[:1]

    assert found.stance is Stance.asserted
    assert found.day_span.latest == date(2024, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "So far this year 17 people have died in mine accidents in Tanchon.",
        "Three men died on May 3 in an accident at the Komdok mine.",
        "A cable snapped at the Musan mine on May 3 and two men were killed.",
    ],
)
def test_a_mine_that_is_worked_is_no_landmine(text):
    """Deaths at a pit are never read as those of a laid mine."""
    assert {str(one.category.value) for one in claims(text)}.isdisjoint({"landmine"})


@pytest.mark.parametrize(
    "text",
    [
        "Two children were killed by a mine near Musan on May 3.",
        "A mine went off on the bank below Onsong on May 3 and killed a soldier.",
    ],
)
def test_a_laid_mine_is_one(text):
    """The bare word beside a death still tells of a laid one."""
    assert [str(one.category.value) for one in claims(text)] == ["landmine"]


@pytest.mark.parametrize("dash", [" - ", " -- ", " – ", " — "])
def test_a_number_behind_a_dash_counts(dash):
    """A wire report may open with a place, a day and any dash before its first number."""
    (found,) = claims(
        f"HARBIN, Nov 20 (River Wire){dash}At least eleven North Koreans were repatriated at Tumen last week."
    )

    assert (found.casualties["repatriated"].min, found.casualties["repatriated"].max) == (11, None)


@pytest.mark.parametrize(
    "text",
    [
        "Was anyone arrested in Musan after the fire?",
        "Have two men really been shot dead in Hyesan?",
        "How many people drowned at Onsong in May?",
    ],
)
def test_a_question_is_no_claim(text):
    """Who asks does not tell."""
    assert claims(text) == ()


def test_what_is_to_be_held_is_planned_for_the_days_ahead():
    """An announced trial is planned, on the next such day."""
    (found,) = claims("A sheet on the door announces a public trial to be held in Pakchon on 25 June.")

    assert (found.stance, found.day_span.earliest) == (Stance.planned, date(2025, 6, 25))
