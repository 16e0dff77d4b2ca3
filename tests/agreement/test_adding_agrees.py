"""Adding claims to a linked table gives what a full run with the release's model gives."""

import random
from itertools import combinations

import numpy as np
import pytest
from bench.generate_claims import of
from hypothesis import given, settings
from hypothesis import strategies as st
from test_linking_engines_agree import odd_rows, same

from sosik.adapters.claims_file import _file
from sosik.claims.rules import Rules
from sosik.errors import WrongUse
from sosik.incidents.adding import added
from sosik.incidents.claim_links import link_claims
from sosik.incidents.claims_table import ClaimsTable
from sosik.incidents.columns import Columns
from sosik.incidents.engine import Reference
from sosik.incidents.judgement import Judgements, standing
from sosik.incidents.scoring import Verdict

distance = Rules.shipped().codebook.distance


def linked(columns, judgements, model=None):
    return link_claims(columns, judgements, distance, Reference(), model)


def said_of(ids, luck, most):
    pairs = luck.sample(list(combinations(sorted(ids), 2)), most)
    return standing([(pair, luck.choice(list(Verdict))) for pair in pairs])


def agrees(rows, earlier, judgements_then, judgements_now):
    """``earlier`` says of each row whether it was there before."""
    old, new = ([row for row, was in zip(rows, earlier, strict=True) if was is side] for side in (True, False))
    columns = Columns.of(old)
    before = linked(columns, judgements_then)

    _, found = added(columns, before, Columns.of(new), judgements_now)

    same(linked(Columns.of(rows), judgements_now, before.model), found)
    return found


@pytest.mark.parametrize("name", ["desk_hard", "two_catalogues", "own_words"])
def test_claims_added_one_after_another_are_linked_as_all_together(name):
    """In worlds of claims, with members' words before and after."""
    told = of(name, claims=260)
    file = _file(told.table(), np.arange(260) + 1)
    columns = ClaimsTable.of(file.columns, file.lines).columns
    rows = [columns.row(number) for number in range(len(columns))]
    luck = random.Random(name)
    earlier = [luck.random() < 0.9 for _ in rows]
    then = said_of([row.id for row, was in zip(rows, earlier, strict=True) if was], luck, 8)
    now = standing([*then.verdicts.items(), *said_of([row.id for row in rows], luck, 8).verdicts.items()])

    found = agrees(rows, earlier, then, now)

    assert len(set(found.heads.tolist())) < len(rows)


@settings(max_examples=60, deadline=None)
@given(odd_rows(), st.randoms(use_true_random=False))
def test_odd_claims_are_added_as_though_they_had_been_there(rows, luck):
    """Lines, the date line, poles, open dates, claims too vague; with judgements that come and go."""
    earlier = [luck.random() < 0.6 for _ in rows]
    ids = [row.id for row in rows]
    most = min(4, len(ids) * (len(ids) - 1) // 2)

    agrees(rows, earlier, said_of(ids, luck, most), said_of(ids, luck, most))


def test_a_claim_that_is_there_is_not_added_again():
    """An id stands for one claim."""
    told = of("desk", claims=40)
    file = _file(told.table(), np.arange(40) + 1)
    columns = ClaimsTable.of(file.columns, file.lines).columns
    links = linked(columns, Judgements())

    with pytest.raises(WrongUse):
        added(columns, links, columns.taken(np.array([0])), Judgements())
