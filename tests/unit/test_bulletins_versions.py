"""Nothing leaves whose versions say different things or have fallen behind, unless two members accept it."""

import pytest
from attrs import evolve
from bulletin_cases import GAZETTEER, bulletin, case, checked, decision

from sosik.adapters.kiwi_words import KiwiWords
from sosik.bulletins.clearance import clear
from sosik.bulletins.draft import read_bulletin
from sosik.bulletins.staleness import check_fresh, stale_versions
from sosik.bulletins.translation.faithful import check_faithful
from sosik.errors import NotCleared

WORDS = KiwiWords()
DRIFTED = "In late October {figure:i-one.killed} near Musan. [claim:c-1]\n\nMines have been laid along the border since August. [claim:c-3]\n"


def passed(of, *decisions):
    verdict, assembled = checked(of)
    lines = [evolve(one, about={**one.about, "hash": verdict.hash}) for one in decisions]
    check_faithful(of, assembled.edition, lines, GAZETTEER, WORDS)


def test_versions_that_agree_leave():
    """The same story in both languages needs nobody's word."""
    passed(bulletin())


def test_versions_that_drift_stay():
    """Mid-October against late October stays, and the refusal names the kind and no word of the text."""
    with pytest.raises(NotCleared, match="translation-date") as refused:
        passed(bulletin(DRIFTED))
    assert "October" not in refused.value.sentence()


def test_one_version_alone_leaves():
    """There is nothing to compare it with."""
    passed(bulletin(ko=None))


def accepting(*lines):
    return [
        decision("override", member, "", rule=rule, second=second, because=why) for rule, member, second, why in lines
    ]


def test_two_members_accept_a_kind_of_drift():
    """Each in a line of their own with a reason, on these bytes."""
    passed(
        bulletin(DRIFTED),
        *accepting(
            ("translation-date", "m-lee", "m-cho", "late is meant"), ("translation-date", "m-cho", "m-lee", "agreed")
        ),
    )


@pytest.mark.parametrize(
    "lines",
    [
        [("translation-date", "m-lee", "m-cho", "x")],
        [("translation-number", "m-lee", "m-cho", "x"), ("translation-number", "m-cho", "m-lee", "x")],
        [("translation-date", "m-han", "m-cho", "x"), ("translation-date", "m-cho", "m-han", "x")],
    ],
)
def test_half_an_acceptance_accepts_nothing(lines):
    """One line, another kind, or the writer: it stays."""
    with pytest.raises(NotCleared):
        passed(bulletin(DRIFTED), *accepting(*lines))


def versions(ko="", en=""):
    head = "---\nbulletin: b-x\ntitle: x\nwriter: m-a\n"
    return read_bulletin(
        {
            "x.ko.md": f"{head}lang: ko\n{ko}---\n무산에서 있었던 일이다.\n",
            "x.en.md": f"{head}lang: en\n{en}---\nThis happened in Musan.\n",
        }
    )


@pytest.mark.parametrize(
    ("ko", "en", "stale"),
    [
        ("", "", []),
        ("", "translated_from: 1\n", []),
        ("revision: 2\n", "translated_from: 2\n", []),
        ("revision: 2\n", "translated_from: 1\n", ["en"]),
        ("revision: 2\n", "", ["en"]),
        ("", "revision: 2\ntranslated_from: 1\n", ["ko"]),
        ("correction: 고침\n", "correction: corrected\n", []),
        ("correction: 고침\n", "", ["en"]),
        ("", "correction: corrected\ntranslated_from: 1\n", ["ko"]),
    ],
)
def test_a_correction_in_one_version_makes_the_other_stale(ko, en, stale):
    """By revision, by what it was translated from, and by a note of correction that it lacks."""
    assert [draft.lang.value for draft, _ in stale_versions(versions(ko, en))] == stale


def test_what_is_stale_is_not_cleared():
    """Whatever members have decided on the bytes."""
    of = versions("revision: 2\n", "translated_from: 1\n")
    with pytest.raises(NotCleared, match="stale"):
        check_fresh(of)
    verdict, assembled = checked(of, case())
    about = {"bulletin": "b-x", "revision": 2, "hash": verdict.hash}
    lines = [
        evolve(decision(kind, who, ""), about=about)
        for kind, who in (("review", "m-b"), ("clear", "m-c"), ("publish", "m-c"))
    ]
    with pytest.raises(NotCleared, match="stale"):
        clear(of, assembled.edition, verdict, lines)
