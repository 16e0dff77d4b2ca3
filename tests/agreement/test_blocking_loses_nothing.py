"""Against brute force: of all pairs of a world, none that is one event is lost by blocking, unless a claim is listed as too vague."""

from itertools import combinations

import numpy as np
import pytest
from bench.generate_claims import of

from sosik.adapters.claims_file import _file
from sosik.claims.rules import Rules
from sosik.incidents.claim_links import link_claims
from sosik.incidents.claims_table import ClaimsTable
from sosik.incidents.engine import Reference
from sosik.incidents.judgement import Judgements
from sosik.incidents.scoring import score
from sosik.incidents.surroundings import Surroundings

distance = Rules.shipped().codebook.distance


@pytest.mark.parametrize("name", ["desk_hard", "own_words"])
def test_every_pair_above_the_floor_is_found(name):
    """Not only those above the threshold: every pair that counts at all."""
    told = of(name, claims=170)
    file = _file(told.table(), np.arange(len(told.event)) + 2)
    columns = ClaimsTable.of(file.columns, file.lines).columns
    links = link_claims(columns, Judgements(), distance, Reference())
    around = Surroundings.of(columns, links.model.background, links.model.sources)
    rows = [around.around(columns.row(number), number) for number in range(len(columns))]

    every = {
        (a, b): score(rows[a], rows[b], links.model).weight
        for a, b in combinations(range(len(columns)), 2)
        if a not in links.too_vague and b not in links.too_vague
    }

    found = dict(
        zip(zip(links.scored.left.tolist(), links.scored.right.tolist(), strict=True), links.scored.weight, strict=True)
    )
    assert found == {pair: weight for pair, weight in every.items() if weight > -6.0}
    assert len(found) > 10
