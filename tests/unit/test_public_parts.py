"""A site made from what stood before is, to the byte, the site made from nothing."""

from contextlib import suppress
from datetime import date, timedelta

import attrs
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.editions import DESK, HYESAN, TUMEN, editions, mine
from sosik.adapters.parquet_tables import ArrowParquet
from sosik.adapters.public_instruments import instruments
from sosik.adapters.search_index import LunrSearch
from sosik.bulletins.edition import ClearedEdition, Edition, PublicGrade, Version
from sosik.errors import ValueUnreadable
from sosik.public import lists
from sosik.public.base_map import BaseMap
from sosik.public.instruments import Instruments
from sosik.public.lists import runs
from sosik.public.made_of import made_of
from sosik.public.parts import Before, Bundle
from sosik.public.site import build
from sosik.values.datespan import DateSpan
from sosik.values.ids import BulletinId
from sosik.values.quantity import Count
from sosik.values.text import Lang

BASE = BaseMap.shipped()
TOOLS = Instruments(parquet=ArrowParquet(), search=LunrSearch())
ADDRESSED = evolve(DESK, address="https://desk.example/")


def before(bundle):
    """The bundle as it would be remembered, and read from where it was written."""
    files = dict(bundle)
    return Before(bundle.parts, files.__getitem__)


@st.composite
def editions_of(draw):
    """A few bulletins in one or two languages, that share incidents, are corrected and withdrawn."""
    number = draw(st.integers(1, 4))
    day = date(2031, 1, 1) + timedelta(draw(st.integers(0, 70)))
    ids = draw(st.lists(st.sampled_from(["i-1", "i-2", "i-3", "I 4"]), max_size=3, unique=True))
    rows = tuple(
        mine(
            each,
            when=DateSpan(day, day + timedelta(draw(st.integers(0, 40)))),
            counts={"killed": draw(st.sampled_from([None, Count.exactly(1), Count.at_least(0), Count.between(1, 3)]))},
            where=draw(st.sampled_from([None, HYESAN, TUMEN])),
            grade=draw(st.sampled_from(list(PublicGrade))),
            labels={Lang.en: draw(st.sampled_from(["fall", 'a "fall",\nin two lines'])), Lang.ko: "추락"},
        )
        for each in ids
    )
    langs = draw(st.sampled_from([(Lang.en,), (Lang.ko,), (Lang.ko, Lang.en)]))
    versions = tuple(
        Version(lang, draw(st.sampled_from("AB")), "Body.", correction=draw(st.sampled_from([None, "Wrong."])))
        for lang in langs
    )
    edition = Edition(BulletinId(f"b-{number}"), draw(st.integers(1, 3)), versions, rows)
    return ClearedEdition(edition, day, draw(st.sampled_from([False, False, True])))


@pytest.mark.usefixtures("short_lists")
@settings(max_examples=5, deadline=None)
@given(st.lists(editions_of(), max_size=5), st.lists(editions_of(), max_size=5), st.integers(0, 5))
def test_a_part_that_is_as_it_was_has_the_bytes_that_it_had(first, more, kept):
    """From any editions to any others: new, corrected, withdrawn or gone, the site is what a full build makes of them."""
    stood = build(first, ADDRESSED, BASE, TOOLS)
    after = [*first[:kept], *more]
    again = build(after, ADDRESSED, BASE, TOOLS, before(stood))
    whole = build(after, ADDRESSED, BASE, TOOLS)

    assert dict(again) == dict(whole)
    assert again.proofs == whole.proofs
    assert set(again.fresh) == {path for path, content in whole.items() if dict(stood).get(path) != content}


@pytest.fixture(scope="module")
def short_lists():
    """Lists of two lines, so that there are parts by year and month among a few."""
    patch = pytest.MonkeyPatch()
    for module in ("lists", "plan", "more_pages"):
        patch.setattr(f"sosik.public.{module}.LISTED", 2)
    yield
    patch.undo()


def test_with_all_that_a_desk_has_it_is_the_same():
    """Charts, pictures for links and the signature too; a correction makes a handful of files anew, and nothing else."""
    tools = instruments(bytes(32))
    stood = build(editions(), ADDRESSED, BASE, tools)
    last = max(editions(), key=lambda each: each.published)
    versions = tuple(evolve(each, correction="It was wrong.") for each in last.edition.versions)
    after = [*editions(), ClearedEdition(evolve(last.edition, revision=9, versions=versions), date(2032, 1, 5))]
    again = build(after, ADDRESSED, BASE, tools, before(stood))

    assert dict(again) == dict(build(after, ADDRESSED, BASE, tools))
    untouched = [
        path for path in again if "/incidents/" in path or path.startswith(("maps/", "previews/", "pictures/"))
    ]
    assert len(set(untouched) - set(again.fresh)) > len(untouched) * 3 // 4


def test_another_version_or_another_word_of_the_desk_makes_everything_anew():
    """What was made by other code, or for a desk that called itself something else, is not remembered."""
    stood = build(editions(), DESK, BASE, TOOLS)
    for desk, tools in ((evolve(DESK, name={"en": "Other", "ko": "다른"}), TOOLS), (DESK, evolve(TOOLS, version="2"))):
        again = build(editions(), desk, BASE, tools, before(stood))
        assert all(
            again.parts[name].made_of != made.made_of for name, made in stood.parts.items() if "manifest" not in name
        )


def values(edition):
    """The edition with one value changed, for every value that it holds."""
    for each in attrs.fields(type(edition)):
        held = getattr(edition, each.name)
        for other in changed(held):
            with suppress(ValueUnreadable):
                yield each.name, evolve(edition, **{each.name: other})


def changed(held):
    if attrs.has(type(held)):
        yield from (other for _, other in values(held))
    elif isinstance(held, tuple) and held:
        yield held[1:]
        yield from ((other, *held[1:]) for other in changed(held[0]))
    elif isinstance(held, dict) and held:
        key = next(iter(held))
        yield {**held, key: None if held[key] is not None else "x"}
    elif isinstance(held, bool):
        yield not held
    elif isinstance(held, date):
        yield held + timedelta(400)
    elif type(held) is str:
        yield f"{held}x"
    elif type(held) is bytes:
        yield held + b"x"


def test_every_value_of_an_edition_is_in_its_hash():
    """No field of an edition, of its versions, pictures, rows or places can change unseen."""
    each = next(each for each in editions() if each.edition.incidents and each.edition.versions[0].pictures)
    seen = {made_of(each)}
    count = 1
    for _, other in values(each):
        if other != each:
            seen.add(made_of(other))
            count += 1
    assert count > 40
    assert len(seen) == count


def test_a_value_that_cannot_be_told_from_another_is_refused():
    """What has no plain form is an error and no guess."""
    with pytest.raises(TypeError):
        made_of(object())


@given(st.lists(st.one_of(st.none(), st.dates(date(2029, 1, 1), date(2032, 1, 1))), max_size=60), st.integers(1, 9))
def test_parts_of_a_list_hold_all_of_it_once(days, listed):
    """By year, and by month where a year is longer than a page; nothing where the list is no longer than a page."""
    patch = pytest.MonkeyPatch()
    patch.setattr(lists, "LISTED", listed)
    found = runs(days, lambda day: day)
    patch.undo()

    assert sorted(map(str, (item for run in found for item in run.items))) == (
        sorted(map(str, days)) if len(days) > listed else []
    )
    assert len({run.key for run in found}) == len(found)
    for run in found:
        assert len(run.items) <= listed or len(run.key) == 7 or run.key == "undated"


def test_a_bundle_reads_what_stood_only_when_asked():
    """Its paths and proofs cost no reading; a path that it does not hold is an error."""
    asked = []
    stood = build(editions(), DESK, BASE)
    files = dict(stood)
    bundle = build(editions(), DESK, BASE, None, Before(stood.parts, lambda path: asked.append(path) or files[path]))

    assert isinstance(bundle, Bundle)
    assert not bundle.fresh
    assert len(list(bundle)) == len(files)
    assert not asked
    assert bundle["en/index.html"] == files["en/index.html"]
    with pytest.raises(KeyError):
        bundle["nowhere"]
