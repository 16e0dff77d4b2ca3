"""Classes of English wording: people in lists and without a number, tellers by what they do, days counted from others."""

from datetime import date

import pytest

from sosik.accounts.account import Account, Basis
from sosik.claims.dates import find_dates
from sosik.claims.people import find_victims
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.claims.speakers import find_tellers
from sosik.values.datespan import DateSpan
from sosik.values.edtf import write_span
from sosik.values.ids import AccountId
from sosik.values.text import Lang

DAY = date(2026, 3, 12)  # a Thursday

PEOPLE = [
    ("Villagers were shot dead in the square.", [("killed", 2, None)]),
    ("Soldiers, cooks and a driver were injured.", [("injured", 2, None), ("injured", 2, None), ("injured", 1, 1)]),
    ("The guards kill deserters.", []),
    ("They ordered no more executions of deserters.", []),
    ("The two wounded men were carried home.", [("injured", 2, 2)]),
    ("The lorry's driver, stoker and porter died.", [("killed", 1, 1)] * 3),
    ("Its driver, stoker and porter died.", [("killed", 1, 1)] * 3),
    ("One of them, a girl, died.", [("killed", 1, 1)]),
    ("Two boys, brothers of six and nine, drowned.", [("killed", 2, 2)]),
    ("Two girls, aged 6 and 9, drowned.", [("killed", 2, 2)]),
    ("No fewer than four and possibly as many as seven men died.", [("killed", 4, 7)]),
    ("Not two but five men died.", [("killed", 5, 5)]),
    ("Four, or perhaps five men died.", [("killed", 4, 5)]),
    ("Neither the cook nor his three mates were hurt.", [("injured", 0, 0)]),
    ("Nobody could say how many had drowned.", []),
    ("A boy died on Monday and two men on Tuesday.", [("killed", 1, 1), ("killed", 2, 2)]),
    ("One miner was killed, as were three of the rescuers.", [("killed", 1, 1), ("killed", 3, 3)]),
    ("Eight people, five women and three men among them, were arrested.", [("detained", 8, 8)]),
    ("The murder of Carlos Ruiz Vega, mayor of the town, and Ana Gil shocked all.", [("killed", 1, 1)] * 2),
    ("Should a man be arrested, say nothing.", []),
    ("She put the suicides in the county at seven.", [("killed", 7, 7)]),
]

TELLERS = [
    ("A resident who lives nearby saw agents drag a man away.", 1),
    ("Our source was told by a docker that two drowned.", 1),
    ("A fisherman and a customs clerk both described the crash.", 2),
    ("Kim, 43, a trader, and Pak, a miner, told us that two drowned.", 2),
    ("Two sources spoke to us. The first said that two died; the other that it was three.", 2),
    ("A second source, citing a cousin, spoke of three.", 1),
    ("They took my father on Monday. Two of us were beaten.", 1),
    ("Two drowned, we know it from a goatherd.", 1),
    ("The flood killed more than the state admitted, a riverman maintains.", 1),
    (
        "For this note, three people were interviewed by telephone. A teacher said two died. The third, a cook, said four.",
        3,
    ),
    ("A notice said that two died. A study found three.", 0),
    ("Nobody is to speak of it, their duty officer stated.", 0),
]

DAYS = [
    ("It happened on the first Sunday of March.", ["2026-03-01"]),
    ("It happened on the last Friday of last month.", ["2026-02-27"]),
    ("It was closed from December 20 to January 5.", ["2025-12-20/2026-01-05"]),
    ("In the last days of February two died.", ["2026-02-21/2026-02-28"]),
    ("On the last night of February two died.", ["2026-02-28"]),
    ("He was shot on 3 March. Two days after the shooting three were held.", ["2026-03-03", "2026-03-05"]),
    ("Two died in mid-month.", ["2026-03-11/2026-03-20"]),
    ("A dozen froze during winter drills in early February.", ["2026-02-01/2026-02-10"]),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_who_came_to_harm(text, expected):
    """Each wording is read as these outcomes with these counts, and as nothing else."""
    found = [(str(v.outcome), v.count.min, v.count.max) for v in find_victims(text, Lang.en)]

    assert found == expected


@pytest.mark.parametrize(("text", "number"), TELLERS)
def test_how_many_tell(text, number):
    """So many distinct persons tell something."""
    tellers = find_tellers(text, Lang.en, find_dates(text, Lang.en, DAY))

    assert len(tellers.speakers) == number


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days_that_the_words_name(text, expected):
    """The days, counted from the day of telling or from one named before."""
    values = [one.value for one in find_dates(text, Lang.en, DAY)]
    spans = [value if isinstance(value, DateSpan) else value.as_span() for value in values]

    assert [write_span(span) for span in spans] == expected


def _claims(text: str):
    account = Account(id=AccountId("a"), text=text, lang=Lang.en, basis=Basis.unknown, told=DAY)
    return read(account, Rules.shipped()).claims


def test_who_dies_of_it_later_is_of_the_same_event():
    """A death some days after is counted with the event, and its day is not that of the event."""
    (claim,) = _claims(
        "On 1 March a shell exploded in Kilju. Two men were killed; a third died of his wounds four days later."
    )

    assert claim.when is not None
    assert claim.when.value.earliest == date(2026, 3, 1)
    assert claim.casualties["killed"].best == 3


def test_of_the_hurt_some_died():
    """Those of the injured who died are killed, and no longer injured."""
    (claim,) = _claims("Six men were injured in a fire in Kilju on 1 March, and two of them later died.")

    assert (claim.casualties["killed"].best, claim.casualties["injured"].best) == (2, 4)


def test_what_is_denied_before_a_but_is_not_denied_behind_it():
    """Both stand beside each other, each with its own stance."""
    claims = _claims(
        "The office denies that anybody was hurt, but a clerk insists that two men were killed in Kilju on 1 March."
    )

    assert [str(c.stance) for c in claims if c.casualties.get("killed")] == ["asserted"]


def test_the_fields_of_a_form_tell_of_one_thing():
    """Each line of a form gives its value to one claim."""
    (claim,) = _claims(
        "FORM\nDate of incident: 4 March 2026\nLocation: Hyesan\nType: public execution\nVictims: 2 killed"
    )

    assert claim.when is not None
    assert claim.casualties["killed"].best == 2
    assert [place.place.id for place in claim.places]
