"""What is public rests on publishable claims alone, computed again from the start."""

from datetime import date

import pytest
from attrs import evolve

from sosik.accounts.account import Account, Basis, Consent, Reliability
from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.ledger import Kept
from sosik.adapters.id_key import HmacIds
from sosik.bulletins.public_case import public_case
from sosik.claims.jsonlines import claim_record
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.incidents.casebook import compute
from sosik.values.text import Lang

IDS = HmacIds(b"k" * 32)
RULES = Rules.shipped()
TODAY = date(2025, 11, 30)
FIRST = Account(
    id="a1",
    text="A mine went off near Musan on 3 November 2025 and killed five people, a source said.",
    lang=Lang.en,
    received=date(2025, 11, 7),
    source="s-wren",
    basis=Basis.eyewitness,
    reliability=Reliability.A,
    consent=Consent.publish,
)
SECOND = evolve(
    FIRST,
    id="a2",
    text="A mine went off near Musan on 3 November 2025 and killed two people, a source said.",
    source="s-lark",
)


def case_of(second, *, accepted=("a1", "a2")):
    accounts = (FIRST, second)
    decisions = [
        Decision(DecisionKind.accept, "m-han", TODAY, {"claim": claim_record(claim, account.text)}, "checked")
        for account in accounts
        for claim in read(account, RULES).claims
        if account.id in accepted
    ]
    book = compute(Kept(accounts, tuple(decisions)), RULES, IDS)
    return book, public_case(book, RULES, IDS, TODAY)


def killed(incidents):
    return [(one.figures.counts["killed"].min, one.figures.counts["killed"].max) for one in incidents]


def test_consent_to_publish_lets_a_claim_into_the_figure():
    """Two sources who agreed to publication: the public figure is that of the desk, and so is the grade."""
    book, case = case_of(SECOND)

    assert killed(case.incidents) == killed(book.projection.incidents) == [(2, 5)]
    assert case.incidents[0].grade == "corroborated"


@pytest.mark.parametrize(
    "second",
    [
        evolve(SECOND, consent=Consent.none),
        evolve(SECOND, consent=Consent.statistics),
        evolve(SECOND, not_before=date(2025, 12, 1)),
        evolve(SECOND, basis=Basis.unknown, consent=Consent.none),
    ],
    ids=["none", "statistics", "before its day", "no basis"],
)
def test_without_consent_or_before_its_day_a_claim_feeds_nothing_public(second):
    """The desk counts it; the public figure, grade, accounts and claims are as if it had never been told."""
    book, case = case_of(second)

    assert killed(book.projection.incidents) == [(2, 5)]
    assert killed(case.incidents) == [(5, 5)]
    assert case.incidents[0].grade == "reported"
    assert case.incidents[0].accounts == ("a1",)


def test_a_claim_that_nobody_accepted_feeds_nothing_public():
    """Consent alone is not enough: a member has to have accepted the reading."""
    _, case = case_of(SECOND, accepted=("a1",))

    assert killed(case.incidents) == [(5, 5)]


def test_the_desks_own_name_finds_what_is_public_of_it():
    """A bulletin may name an incident as the desk lists it, though its public id rests on other claims."""
    book, case = case_of(evolve(SECOND, consent=Consent.none))

    for one in book.projection.incidents:
        assert case.named(one.id) == case.incidents[0]
