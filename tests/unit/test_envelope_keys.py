"""Envelope keys by the quarter: eight ahead, none left behind."""

from datetime import date, timedelta
from itertools import pairwise

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.sealed_desks import made, opened
from tests.fakes.thief import all_that_keys_open

from sosik.adapters.age_files import seal_to
from sosik.adapters.store.envelope_keys import carried_keys, opening_secrets
from sosik.adapters.store.verifying import verify
from sosik.intake.epochs import GRACE_DAYS, Quarter, carried_on, expired_on


@given(st.dates(date(2001, 1, 1), date(2200, 1, 1)))
def test_quarters_cover_the_days_ahead_without_a_gap(day):
    """Eight in a row, the first holds the day, each begins the day after the one before."""
    found = carried_on(day)

    assert len(found) == 8
    assert found[0].first <= day <= found[0].last
    assert all(one.last + timedelta(days=1) == after.first for one, after in pairwise(found))
    assert [Quarter.named(str(one)) for one in found] == found


@given(st.dates(date(2001, 1, 1), date(2200, 1, 1)), st.integers(-400, 400))
def test_a_quarter_expires_after_its_grace(day, shift):
    """Never in its quarter nor within 45 days after it, always thereafter."""
    quarter = Quarter.of(day)
    then = day + timedelta(days=shift)

    assert bool(expired_on(then, [quarter])) == (then > quarter.last + timedelta(days=GRACE_DAYS))


@pytest.fixture
def holder(tmp_path):
    return made(tmp_path / "desk")


@pytest.fixture
def desk(tmp_path, holder):
    store, _ = opened(tmp_path / "desk", holder)
    yield store
    store.close()


def opens(secrets, sealed):
    for one in secrets:
        try:
            return pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(one)])
        except pyrage.DecryptError:
            continue
    return None


def test_the_same_quarters_keep_their_keys(desk):
    """Two composers of one quarter carry the same keys; the next quarter adds one and drops one."""
    first = carried_keys(desk, date(2031, 5, 6))

    assert carried_keys(desk, date(2031, 6, 30)) == first
    assert carried_keys(desk, date(2031, 7, 1))[:7] == first[1:]


def test_what_an_expired_key_opened_opens_for_nobody(desk, holder, tmp_path):
    """Within the grace a late envelope opens; afterwards no key of the desk opens it, its secret is in no page of the store, and the chain is whole."""
    key = carried_keys(desk, date(2031, 5, 6))[0]
    sealed = seal_to(b"late", [key.recipient])
    old = opening_secrets(desk)[-1]
    carried_keys(desk, key.last + timedelta(days=GRACE_DAYS))
    assert opens(opening_secrets(desk), sealed) == b"late"
    carried_keys(desk, key.last + timedelta(days=GRACE_DAYS + 1))

    assert opens(opening_secrets(desk), sealed) is None
    assert opens([old], sealed) == b"late"
    assert not any(old.encode() in found for found in all_that_keys_open(tmp_path / "desk", holder, desk))
    assert verify(desk).faults == ()
