"""A desk's claims are linked alike whatever the engine: clusters, pairs with their reasons, what stands beside."""

from hypothesis import given, settings
from hypothesis import strategies as st
from test_linking_engines_agree import odd_rows

from sosik.adapters.splink_engine.choosing import MOST_BY_REFERENCE, engine_for
from sosik.adapters.splink_engine.on_duckdb import SplinkOnDuckDB
from sosik.claims.rules import Rules
from sosik.incidents.engine import Reference
from sosik.incidents.judgement import standing
from sosik.incidents.linking import link
from sosik.incidents.scoring import Verdict

distance = Rules.shipped().codebook.distance


@settings(max_examples=6, deadline=None)
@given(odd_rows(), st.integers(0, 3), st.data())
def test_the_desk_finds_the_same_with_splink_as_by_the_reference(rows, aside, data):
    """Lines and odd claims among them, with members' words."""
    ids = [row.id for row in rows]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] < pair[1])
    words = standing(list(data.draw(st.dictionaries(pairs, st.sampled_from(list(Verdict)), max_size=3)).items()))
    beside, told = rows[: min(aside, len(rows) - 1)], rows[min(aside, len(rows) - 1) :]

    by_reference, by_splink = (
        link(told, beside, words, distance, linking=lambda _, one=engine: one)
        for engine in (Reference(), SplinkOnDuckDB())
    )

    assert by_reference == by_splink


def test_a_large_desk_takes_splink():
    """From 2,001 claims on."""
    assert isinstance(engine_for(MOST_BY_REFERENCE), Reference)
    assert isinstance(engine_for(MOST_BY_REFERENCE + 1), SplinkOnDuckDB)
