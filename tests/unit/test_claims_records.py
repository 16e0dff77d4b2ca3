"""A row of a table is read as it stands, every value with its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.accounts.account import Account
from sosik.claims.claim import Kind, Role, Stance
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.values.ids import AccountId
from sosik.values.text import Lang

RULES = Rules.shipped()


def reading(text):
    return read(Account(id=AccountId("r"), text=text, lang=Lang.en, received=date(2025, 11, 12)), RULES)


def test_every_field_becomes_a_value_with_its_span():
    """Category, days, place, counts and people, each pointing at its cell."""
    text = "record: incident\ncategory: landmine\nwhen: 2025-11-01/2025-11-10\nplace: Musan\nrole: near\nkilled: 0-2\ninjured: 3+\ngroup: residents"
    claim = reading(text).claims[0]

    assert (claim.kind, claim.category.value, claim.stance) == (Kind.incident, "landmine", Stance.asserted)
    assert (claim.when.value.earliest, claim.when.value.latest) == (date(2025, 11, 1), date(2025, 11, 10))
    assert [(one.place.id, one.role, one.span.words(text)) for one in claim.where] == [("kp-musan", Role.near, "Musan")]
    assert (claim.casualties["killed"].max, claim.casualties["injured"].min) == (2, 3)
    assert claim.casualties["injured"].max is None
    assert all("residents" in one.span.words(text) for one in claim.victims)


def test_a_measure_has_a_start_and_an_end():
    """``since`` and ``until`` make a period."""
    claim = reading("record: measure\ncategory: curfew\nsince: 2025-08\nuntil: 2025-10-03\nplace: 혜산").claims[0]

    assert claim.kind is Kind.measure
    assert claim.period.value.start.earliest == date(2025, 8, 1)
    assert claim.period.value.end.latest == date(2025, 10, 3)
    assert claim.where[0].place.id == "kp-hyesan"


def test_a_place_of_its_own_by_its_point():
    """A point outside the gazetteer is a disc."""
    where = (
        reading("record: incident\ncategory: shooting\nplace: Nowhere\nlat: 42.1\nlon: 129.0\nradius_km: 3")
        .claims[0]
        .where
    )

    assert (where[0].place.id, where[0].place.radius_km, where[0].place.points[0].lat) == (None, 3.0, 42.1)


UNREAD = {
    "when: 31 February": "unread-when",
    "killed: some": "unread-killed",
    "killed: 5-3": "unread-killed",
    "place: Atlantis": "unread-place",
    "lat: 400\nlon: 3": "unread-lat",
    "stance: perhaps": "unread-stance",
    "age: 900": "unread-age",
}


@pytest.mark.parametrize("field", UNREAD)
def test_what_cannot_be_read_is_reported(field):
    """A field that makes no value is a warning with its span; the rest of the row stands."""
    text = f"record: incident\ncategory: landmine\n{field}"
    found = reading(text)

    assert [one.code for one in found.warnings] == [UNREAD[field]]
    assert found.warnings[0].span.words(text) == field.partition(": ")[2].partition("\n")[0]
    assert len(found.claims) == 1


def test_an_unknown_category_makes_no_claim():
    """It is reported, and nothing is claimed."""
    found = reading("record: incident\ncategory: alchemy\nkilled: 3")

    assert not found.claims
    assert found.warnings[0].code == "unread-category"


@given(st.text(max_size=200))
def test_any_text_under_the_mark_raises_nothing(noise):
    """Whatever the lines say, there is a reading, and every value of it has words."""
    text = "record: incident\ncategory: landmine\n" + noise.replace("\x00", "").replace("\r", "")
    for claim in reading(text).claims:
        assert all(span.end <= len(text) for span in claim.spans)
