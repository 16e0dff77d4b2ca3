"""Grades: the first rule that fits, as a table."""

from itertools import product

import pytest
from incident_cases import account, claim

from sosik.incidents.grades import Corroboration, corroboration, grade, raise_line
from sosik.incidents.incident import Grade
from sosik.incidents.origins import Origins
from sosik.values.text import Lang


def graded(*accounts, denials=()):
    known = {one.id: one for one in (*accounts, *denials)}
    told = [claim(one.id) for one in accounts]
    denied = [claim(one.id, stance="denied") for one in denials]
    return grade(corroboration(told, denied, Origins.of(known, ())))


def a(name, basis, reliability="F", **more):
    return account(name, basis, reliability=reliability, **more)


PRESS = a("p", "press", source=None, outlet="P")
CASES = [
    ("two first-hand, one of them a photograph", Grade.confirmed, [a("1", "eyewitness", "B"), a("2", "imagery", "A")]),
    ("two documents", Grade.confirmed, [a("1", "document", "A"), a("2", "document", "B")]),
    ("a photograph of a source that nobody can judge", Grade.corroborated, [a("1", "eyewitness", "B"), a("2", "imagery", "C")]),
    ("one source's word and photograph, and talk", Grade.corroborated, [a("1", "eyewitness", "B", source="s"), a("2", "imagery", "B", source="s"), a("3", "second-hand")]),
    ("two eyewitnesses", Grade.corroborated, [a("1", "eyewitness", "A"), a("2", "eyewitness", "A")]),
    ("an eyewitness and the press", Grade.corroborated, [a("1", "eyewitness", "B"), PRESS]),
    ("two eyewitnesses of no standing", Grade.reported, [a("1", "eyewitness", "C"), a("2", "eyewitness", "F")]),
    ("one good eyewitness", Grade.reported, [a("1", "eyewitness", "B")]),
    ("one eyewitness twice", Grade.reported, [a("1", "eyewitness", "A", source="s"), a("2", "eyewitness", "A", source="s")]),
    ("a photograph alone", Grade.reported, [a("1", "imagery", "F")]),
    ("a document alone", Grade.reported, [a("1", "document", "E")]),
    ("one eyewitness of no standing", Grade.single_source, [a("1", "eyewitness", "C")]),
    ("second-hand, however good the source", Grade.single_source, [a("1", "second-hand", "A")]),
    ("press alone", Grade.single_source, [PRESS]),
    ("an office", Grade.single_source, [a("1", "official", source=None)]),
    ("a rumour", Grade.rumour, [a("1", "rumour", "A")]),
    ("told by nobody", Grade.rumour, [a("1", "second-hand", source=None)]),
    ("a page that retells a rumour", Grade.rumour, [a("1", "rumour"), a("2", "press", source=None, outlet="P", retells=("1",))]),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "accounts"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_grade(expected, accounts):
    """The first rule that fits gives the grade."""
    assert graded(*accounts) is expected


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("official", Grade.corroborated),
        ("press", Grade.corroborated),
        ("second-hand", Grade.corroborated),
        ("eyewitness", Grade.reported),
        ("document", Grade.reported),
    ],
)
def test_only_a_first_hand_denial_caps_the_grade(basis, expected):
    """A denial by those accused, or by one who was not there, lowers nothing."""
    assert graded(a("1", "eyewitness", "A"), a("2", "eyewitness", "A"), denials=[a("d", basis)]) is expected


def test_a_dispute_never_lifts_a_grade():
    """It caps at reported; what is below stays."""
    assert graded(PRESS, denials=[a("d", "eyewitness")]) is Grade.single_source


def facts():
    for origins, good, shown, any_shown, told, disputed in product(range(4), range(4), *[[False, True]] * 4):
        if good <= origins and (any_shown or not shown) and (good or not shown) and (origins or not any_shown):
            yield Corroboration(origins, good, shown, any_shown, told, disputed)


def test_what_raises_the_grade_is_said_for_every_grade_but_the_best():
    """In both languages, and never for confirmed."""
    for one in facts():
        for lang in Lang:
            assert bool(raise_line(one, lang)) is (grade(one) is not Grade.confirmed)
