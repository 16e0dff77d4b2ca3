"""Floors under what the check finds in the marked drafts: they fall only when rules get worse."""

import pytest
from bench.disclosure import predictions
from tests.spec.drafts_scoring import drafts, score

from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer


@pytest.fixture(scope="module")
def result():
    golds = drafts()
    return score({one.name: predictions(one, Policy.shipped(), Gazetteer.shipped()) for one in golds}, golds)


def test_direct_identifiers_are_found(result):
    """Nearly all of them, every mention counted."""
    assert result.direct_recall >= 0.98


def test_what_narrows_is_found_without_crying_wolf(result):
    """Nine in ten, and more than seven in ten of what is said is right."""
    assert result.quasi_recall >= 0.89
    assert result.quasi_precision >= 0.75
