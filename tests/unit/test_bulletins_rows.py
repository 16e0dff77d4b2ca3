"""Rows say no more than the text and the policy allow, and nothing of what is private."""

from datetime import date

import attrs
import pytest
from bulletin_cases import GAZETTEER, POLICY, bulletin, case, checked, incident, measure, place
from hypothesis import given
from hypothesis import strategies as st

from sosik.bulletins.edition import PublicGrade
from sosik.bulletins.edition_bytes import canonical_bytes
from sosik.bulletins.rows import Stated, public_place
from sosik.bulletins.stated import coarsened_dates, date_grain
from sosik.incidents.incident import Grade
from sosik.values.datespan import DateSpan
from sosik.values.place import Precision
from sosik.values.text import Lang

PRIVATE = {
    "source",
    "sources",
    "account",
    "accounts",
    "claims",
    "origins",
    "basis",
    "handle",
    "reliability",
    "rule",
    "wording",
}


def row(text="{figure:i-one.killed} near Musan on October 12. [claim:c-1]\n", against=None, **matter):
    return checked(bulletin(text, None, **matter), against)[1].edition.incidents[0]


def test_no_row_bears_a_private_field():
    """No handle, account, claim, origin, basis or wording stands anywhere in an edition's bytes."""
    edition = checked()[1].edition
    for one in (*edition.incidents, *edition.measures):
        assert not PRIVATE & {field.name for field in attrs.fields(type(one))}
    written = canonical_bytes(edition).decode()
    assert not any(
        word in written for word in ("s-wren", "s-lark", "a1", "c-1", "words of", "origins", "single_source")
    )


def test_only_what_is_cited_has_a_row():
    """Of two incidents the one that the bulletin cites is published."""
    edition = checked()[1].edition
    assert [one.id for one in edition.incidents] == ["i-one"]
    assert [one.id for one in edition.measures] == ["m-one"]


@pytest.mark.parametrize(
    ("grade", "word"),
    [
        (Grade.confirmed, PublicGrade.confirmed),
        (Grade.corroborated, PublicGrade.corroborated),
        (Grade.reported, PublicGrade.reported),
        (Grade.single_source, PublicGrade.unconfirmed),
        (Grade.rumour, PublicGrade.unconfirmed),
    ],
)
def test_a_grade_says_nothing_of_how_many(grade, word):
    """A single source and a rumour are both unconfirmed in public."""
    assert row(against=case(incidents=(incident(grade=grade),))).grade is word


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("on October 12", date(2025, 10, 12), date(2025, 10, 12)),
        ("in mid-October", date(2025, 10, 11), date(2025, 10, 20)),
        ("in October", date(2025, 10, 1), date(2025, 10, 31)),
        ("in 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("some time ago", date(2025, 10, 1), date(2025, 10, 31)),
    ],
)
def test_a_row_is_dated_no_finer_than_the_text(text, earliest, latest):
    """The day, the third of a month, the month or the year that the paragraph says; the month where it says none."""
    found = row(f"{{figure:i-one.killed}} near Musan {text}. [claim:c-1]\n").when
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("near Musan", "kp-musan", Precision.county),
        ("in North Hamgyong Province", "kp-n-hamgyong", Precision.province),
        ("on the bank", "kp-n-hamgyong", Precision.province),
    ],
)
def test_a_row_is_placed_no_finer_than_the_text(text, name, precision):
    """The county when the text names it, else the province; never finer than a county."""
    found = row(f"{{figure:i-one.killed}} {text}. [claim:c-1]\n").where
    assert (found.id, found.precision) == (name, precision)
    assert found.radius_km >= 20


def test_where_a_source_was_the_row_is_no_finer_than_the_words():
    """Of an incident that a source saw the row names the country when the text names no area."""
    found = row("{figure:i-one.killed} on the bank. [claim:c-1]\n", witnessed="[i-one]").where
    assert found.id == "kp"


def test_a_hazard_is_an_area_without_a_course():
    """Mines laid along the border are published as the border, with no line drawn."""
    found = checked()[1].edition.measures[0]
    assert found.is_hazard
    assert found.where.precision is Precision.landscape
    assert found.where.line == ()
    assert found.where.centre is None


def test_the_day_of_a_contact_is_in_no_row():
    """``last_confirmed`` is the month: its day is the day on which somebody told us."""
    against = case(measures=(measure(last_confirmed=date(2025, 11, 6)),))
    edition = checked(against=against)[1].edition
    assert edition.measures[0].last_confirmed == date(2025, 11, 1)
    assert "2025-11-06" not in canonical_bytes(edition).decode()


def test_figures_are_written_out_and_citations_vanish():
    """In both languages the figure stands in words and no id is left."""
    for version in checked()[1].edition.versions:
        assert "{" not in version.body
        assert "[" not in version.body
    bodies = {one.lang: one.body for one in checked()[1].edition.versions}
    assert "three people were killed near Musan." in bodies[Lang.en]
    assert "3명이 숨졌다." in bodies[Lang.ko]


@given(
    st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 400), st.sampled_from(["day", "part", "month", "year"])
)
def test_coarsening_only_widens(start, days, grain):
    """The coarsened span holds every day of the span."""
    span = DateSpan(start, date.fromordinal(start.toordinal() + days))
    wide = coarsened_dates(span, grain)
    assert wide.earliest <= span.earliest <= span.latest <= wide.latest


@pytest.mark.parametrize(("day", "first", "last"), [(10, 1, 10), (11, 11, 20), (20, 11, 20), (21, 21, 28)])
def test_the_thirds_of_a_month(day, first, last):
    """Early is the 1st to the 10th, mid the 11th to the 20th, late the rest."""
    found = coarsened_dates(DateSpan.day(date(2025, 2, day)), "part")
    assert (found.earliest.day, found.latest.day) == (first, last)


@given(st.sampled_from(sorted(GAZETTEER.entries)), st.booleans(), st.booleans())
def test_no_place_is_finer_than_a_county(name, is_witnessed, is_hazard):
    """Whatever place of the gazetteer, whatever the text says: precision 3 or coarser."""
    entry = GAZETTEER.get(name)
    where = place(name, Precision.exact, 0.5)
    stated = Stated("day", frozenset({entry.id}), is_witnessed)
    assert public_place(where, stated, GAZETTEER, POLICY, is_hazard=is_hazard).precision.value >= 3


@pytest.mark.parametrize(
    ("lang", "text", "grain"),
    [
        ("en", "on 12 October", "day"),
        ("en", "late October", "part"),
        ("en", "last month", "month"),
        ("en", "this year", "year"),
        ("en", "once", None),
        ("ko", "10월 12일", "day"),
        ("ko", "10월 하순", "part"),
        ("ko", "10월 말", "part"),
        ("ko", "지난달", "month"),
        ("ko", "올해", "year"),
        ("ko", "3일간 이어졌다", None),
    ],
)
def test_the_grain_of_the_words(lang, text, grain):
    """How finely a text says when, in both languages."""
    assert date_grain([(Lang(lang), text)]) == grain
