"""A member's word stands in place of a reading, and a claim survives its line of JSON."""

import json
from datetime import date, timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sosik.accounts.decision import Decision, DecisionKind
from sosik.claims.claim import Claim, Kind, Reading, Role, Said, SaidPlace, Stance, Victims
from sosik.claims.decided import DecidedStatus, decided
from sosik.claims.jsonlines import claim_record, from_claim
from sosik.values.datespan import DateSpan, Period
from sosik.values.place import Place, Point, Precision
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

TEXT = "x" * 200
spans = st.builds(lambda start, size: TextSpan(start, start + size), st.integers(0, 150), st.integers(1, 40))
days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
closed = st.builds(lambda day, length: DateSpan(day, day + timedelta(length)), days, st.integers(0, 500))
months = st.builds(DateSpan.month, st.integers(1990, 2030), st.integers(1, 12))
periods = st.builds(Period, st.none() | months | closed | days.map(DateSpan.day), st.none() | months).filter(
    lambda period: (
        (period.start or period.end) and not (period.start and period.end and period.end.certainly_before(period.start))
    )
)
counts = st.builds(
    lambda low, more: Count.between(low, None if more is None else low + more),
    st.integers(0, 99),
    st.none() | st.integers(0, 9),
)
places = st.builds(
    lambda role, span, point: SaidPlace(Place("kp-x", Precision.near, 25.0, (point,)), role, span, ("Ex", "엑스")),
    st.sampled_from(Role),
    spans,
    st.builds(Point, st.floats(-90, 90), st.floats(-180, 180)),
)
victims = st.builds(
    lambda outcome, count, span, sex: Victims(Quantity(outcome, count), span, "people", sex),
    st.sampled_from(Outcome),
    counts,
    spans,
    st.none() | st.sampled_from(["male", "female"]),
)
claims = st.builds(
    lambda kind, stance, category, when, period, where, who: Claim(
        id="c-1", account="a1", sha256="ab" * 32, kind=kind, category=Said("landmine", category), stance=stance,
        when=when and Said(when, category), period=None if when else period and Said(period, category),
        where=tuple(where), victims=tuple(who),
    ),
    st.sampled_from(Kind), st.sampled_from(Stance), spans, st.none() | closed | months, st.none() | periods,
    st.lists(places, max_size=2), st.lists(victims, max_size=3),
)  # fmt: skip


@given(claims)
def test_a_claim_survives_its_line(claim):
    """Written as JSON and read back, a claim says the same: bounds, places, people, spans."""
    back = from_claim(json.loads(json.dumps(claim_record(claim, TEXT))))

    assert claim_record(back, TEXT) == claim_record(claim, TEXT)
    assert back.day_span == claim.day_span
    assert (back.period and back.period.value) == (claim.period and claim.period.value)
    assert back.casualties == claim.casualties


def reading(*read):
    return Reading("a1", Lang.en, None, "ab" * 32, 200, claims=read)


def said(kind, claim):
    return Decision(DecisionKind(kind), "m-han", date(2025, 11, 1), {"claim": claim_record(claim, TEXT)}, "checked")


CLAIM = Claim("c-1", "a1", "ab" * 32, Kind.incident, Said("landmine", TextSpan(3, 9)))
OTHER = evolve(CLAIM, id="c-2", category=Said("fire", TextSpan(20, 24)))


def test_the_last_word_counts():
    """Accepted and then rejected is rejected; a claim that nobody decided stays proposed."""
    found = decided([reading(CLAIM, OTHER)], [said("accept", CLAIM), said("reject", CLAIM)])

    assert {one.claim.id: one.status for one in found} == {"c-1": DecidedStatus.rejected, "c-2": DecidedStatus.proposed}


def test_better_rules_never_move_a_members_word():
    """A decided claim that the rules read differently now stands as decided, once."""
    read_anew = evolve(CLAIM, id="c-9", when=Said(DateSpan.month(2025, 10), TextSpan(40, 47)))

    found = decided([reading(read_anew, OTHER)], [said("accept", CLAIM)])

    assert {one.claim.id: one.status for one in found} == {"c-1": DecidedStatus.accepted, "c-2": DecidedStatus.proposed}


def test_a_correction_carries_its_own_values():
    """A member's correction is the claim from then on."""
    corrected = evolve(CLAIM, category=Said("explosion", TextSpan(3, 9)))

    found = decided([reading(CLAIM)], [said("accept", CLAIM), said("correct", corrected)])

    assert [one.claim.category.value for one in found] == ["explosion"]
