"""What members judge moves m, by so many pseudo-counts; the generator's shares are recovered from judged pairs."""

import random
from itertools import combinations

import numpy as np
import pytest
from bench.generate_claims import of
from incident_cases import distance

from sosik.adapters.claims_file import _file
from sosik.claims.rules import Rules
from sosik.incidents.claims_table import ClaimsTable
from sosik.incidents.judgement import Judgements
from sosik.incidents.learning import PAIRS_OF_PRIOR, with_judged
from sosik.incidents.modelling import model_of
from sosik.incidents.scoring import Verdict
from sosik.incidents.weights import Weights

shipped = Rules.shipped().codebook.distance


def world(name, claims):
    told = of(name, claims=claims)
    file = _file(told.table(), np.arange(len(told.event)) + 1)
    columns = ClaimsTable.of(file.columns, file.lines).columns
    truth = dict(zip(told.columns["claim"], told.event.tolist(), strict=True))
    return columns, [truth[name] for name in columns.ids]


def one_event(columns, events):
    """Every pair of claims of one event."""
    rows = {}
    for row, event in enumerate(events):
        rows.setdefault(event, []).append(row)
    return [pair for members in rows.values() for pair in combinations(members, 2)]


def said(columns, pairs, verdict=Verdict.same):
    return Judgements({tuple(sorted(columns.ids[row] for row in pair)): verdict for pair in pairs})


def test_judged_pairs_recover_how_often_the_worlds_tellers_agree():
    """With many judged pairs m is what the world was made with: catalogues with days off by one in so many, other kinds."""
    columns, events = world("two_catalogues", 6000)
    pairs = one_event(columns, events)
    assert len(pairs) > 500

    learned = with_judged(Weights.shipped(), columns, said(columns, pairs), shipped)

    day_off, wrong = 0.1, 0.01
    alike = (1 - day_off) ** 2 + day_off**2 * 0.44
    assert learned.of("date", "same_day").m == pytest.approx(alike * (1 - wrong) ** 2, abs=0.05)
    assert learned.of("category", "same").m == pytest.approx(0.85, abs=0.05)
    assert learned.of("place", "same_point").m > Weights.shipped().of("place", "same_point").m


def test_a_stated_m_counts_as_fifty_pairs():
    """Ten judged pairs that agree move m by a sixth of the way; none move nothing."""
    columns, events = world("two_catalogues", 3000)
    pairs = [pair for pair in one_event(columns, events) if _same_day(columns, *pair)][:10]
    stated = Weights.shipped().of("date", "same_day").m

    found = with_judged(Weights.shipped(), columns, said(columns, pairs), distance).of("date", "same_day").m

    assert PAIRS_OF_PRIOR == 50
    assert found == pytest.approx((10 + 50 * stated) / 60)
    assert with_judged(Weights.shipped(), columns, Judgements(), distance) == Weights.shipped()


@pytest.mark.parametrize("verdict", [Verdict.different, Verdict.cannot_tell])
def test_only_the_same_moves_m(verdict):
    """What was told apart, or not told, is no news of how one event is told."""
    columns, events = world("desk", 400)
    pairs = random.Random(1).sample(one_event(columns, events), 20)

    assert with_judged(Weights.shipped(), columns, said(columns, pairs, verdict), distance) == Weights.shipped()


def test_u_does_not_move_with_judgements():
    """It is counted on random pairs: the same with members' words as without."""
    columns, events = world("desk", 400)
    judgements = said(columns, one_event(columns, events))

    without, with_words = (model_of(columns, distance, said_).weights.levels for said_ in (Judgements(), judgements))

    assert {n: {k: w.u for k, w in p.items()} for n, p in without.items()} == {
        n: {k: w.u for k, w in p.items()} for n, p in with_words.items()
    }
    assert without["category"]["same"].m != with_words["category"]["same"].m


def _same_day(columns, one, other):
    return (columns.first[[one, other]] == columns.last[[one, other]]).all() and columns.first[one] == columns.first[
        other
    ]
