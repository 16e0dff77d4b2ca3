"""What leaves when: new stories at once, changes together on the desk's days, and nothing that no editor decided."""

from datetime import date

import pytest
from attrs import evolve

from fakes.editions import DESK, mine, shooting
from sosik.accounts.decision import Decision, DecisionKind
from sosik.bulletins.clearance import withdrawn
from sosik.bulletins.edition import ClearedEdition, Edition, Version
from sosik.bulletins.edition_bytes import edition_hash
from sosik.errors import BulletinRefused
from sosik.public.base_map import BaseMap
from sosik.public.desk_words import read_desk_words
from sosik.public.releases import leaving, release_day
from sosik.public.site import build
from sosik.values.ids import BulletinId
from sosik.values.text import Lang

WEEKLY = evolve(DESK, release_days=(3,))  # Thursdays
TUESDAY, THURSDAY = date(2031, 12, 2), date(2031, 12, 4)


def edition(name="b-1", revision=1, on=date(2031, 11, 20), correction=None, rows=None, **more):
    version = Version(Lang.en, "T", "Body.", correction=correction)
    return ClearedEdition(Edition(BulletinId(name), revision, (version,), rows or (mine(),)), on, **more)


def test_a_new_story_leaves_at_once():
    """Whatever the day of the week, with the day of its decision."""
    going = leaving([], [edition(on=TUESDAY)], WEEKLY, TUESDAY)

    assert going.editions == going.new == (edition(on=TUESDAY),)


def test_a_new_story_for_a_later_day_is_held_until_then():
    """And one that is withdrawn before its day never leaves."""
    story = edition(on=THURSDAY)

    assert leaving([], [story], DESK, TUESDAY).held == ("b-1",)
    assert leaving([], [story], DESK, TUESDAY).new == ()
    assert leaving([], [story], DESK, THURSDAY).new == (story,)
    assert leaving([], [evolve(story, withdrawn=True)], DESK, THURSDAY).new == ()


def test_changes_wait_and_leave_together_with_the_day_of_the_release_alone():
    """Two corrections and a withdrawal decided on different days leave on one day and bear that day."""
    before = [edition("b-1"), edition("b-2"), edition("b-3", rows=(shooting(),))]
    changes = [
        edition("b-1", 2, date(2031, 11, 28), "Wrong."),
        edition("b-2", 2, TUESDAY, "Wrong too."),
        edition("b-3", 1, date(2031, 12, 1), withdrawn=True, rows=(shooting(),)),
    ]
    waiting = leaving(before, changes, WEEKLY, date(2031, 12, 3))
    gone = leaving(before, changes, WEEKLY, THURSDAY)

    assert (waiting.editions, waiting.new, waiting.held) == (tuple(before), (), ("b-1", "b-2", "b-3"))
    assert {each.published for each in gone.new} == {THURSDAY}
    assert len(gone.new) == 3
    text = build(gone.editions, WEEKLY, BaseMap.shipped())["en/corrections.html"].decode()
    assert text.count("4 December 2031") == 3
    assert not any(day in text for day in ("28 November", "1 December", "2 December"))


def test_what_was_published_stays_until_an_editor_decides():
    """A bulletin that is no longer cleared, as after an erasure, stands as it left; the same edition again is no change."""
    before = [edition("b-1"), edition("b-2")]
    going = leaving(before, [edition("b-2")], WEEKLY, THURSDAY)

    assert (going.editions, going.new, going.held) == (tuple(before), (), ())


def test_a_withdrawal_names_the_bytes_that_left():
    """It counts though the desk would compute other bytes now; one of another hash or revision does not."""
    left = edition("b-1")
    about = {"bulletin": "b-1", "revision": 1, "hash": edition_hash(left.edition)}
    line = Decision(DecisionKind.withdraw, "m-seo", TUESDAY, about, "for a reason that stays in the desk")

    assert withdrawn(left, [line]) == evolve(left, published=TUESDAY, withdrawn=True)
    assert withdrawn(left, [evolve(line, about={**about, "hash": "0" * 64})]) is None
    assert withdrawn(evolve(left, withdrawn=True), [line]) is None
    text = build([left, evolve(left, published=TUESDAY, withdrawn=True)], WEEKLY, BaseMap.shipped())
    assert not any(b"reason that stays" in content for content in text.values())


@pytest.mark.parametrize("day", [date(2031, 12, 1 + n) for n in range(14)])
def test_the_release_day_is_the_next_of_the_desks_days(day):
    """On or after the decision, within a week, and the same day where every day is one."""
    release = release_day(day, WEEKLY)

    assert release.weekday() == 3
    assert 0 <= (release - day).days < 7
    assert release_day(day, DESK) == day


GOOD = {"name": {"en": "Desk", "ko": "데스크"}, "address": "https://desk.example/", "release_days": ["thursday"],
        "licence": {"name": "CC0-1.0", "title": "Public domain", "url": "https://cc.example/"}}  # fmt: skip


def test_a_desk_says_what_its_site_bears():
    """Name, address, licence and days are read; what is not said is as usual."""
    read = read_desk_words("site.toml", GOOD)

    assert (read.name[Lang.ko], read.address, read.licence[0], read.release_days) == (
        "데스크",
        "https://desk.example/",
        "CC0-1.0",
        (3,),
    )
    assert read_desk_words("site.toml", {"name": GOOD["name"]}).licence[0] == "CC-BY-4.0"


@pytest.mark.parametrize(
    "harm",
    [
        {"name": {"en": "Desk"}},
        {"name": "Desk"},
        {"address": "http://desk.example/"},
        {"address": "https://desk.example"},
        {"address": 'https://desk.example/"><script>/'},
        {"release_days": ["someday"]},
        {"licence": {"name": "X"}},
        {"colour": "red"},
    ],
)
def test_what_a_desk_cannot_mean_is_refused(harm):
    """One sentence says what is wrong with the file."""
    with pytest.raises(BulletinRefused):
        read_desk_words("site.toml", GOOD | harm)
