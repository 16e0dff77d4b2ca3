"""Floors under what the check finds in the marked drafts: they fall only when rules get worse."""

import pytest
from bench.disclosure import predictions
from tests.spec.drafts_scoring import FRESH, drafts, score

from sosik.adapters.kiwi_words import KiwiWords
from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer


@pytest.fixture(scope="module")
def result():
    golds = [*drafts(), *drafts(FRESH)]
    gazetteer = Gazetteer.shipped().cutting(KiwiWords())
    return score({one.name: predictions(one, Policy.shipped(), gazetteer) for one in golds}, golds)


def test_direct_identifiers_are_found(result):
    """Nearly all of them, every mention counted."""
    assert result.direct_recall >= 0.98


def test_what_narrows_is_found_without_crying_wolf(result):
    """Ninety-six in a hundred, and two in three of what is said are right."""
    assert result.quasi_recall >= 0.96
    assert result.quasi_precision >= 0.67
