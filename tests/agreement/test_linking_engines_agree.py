"""Splink on DuckDB and on Spark find the very pairs, weights and incidents that the short reference finds."""

import gc
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import pytest
from bench.generate_claims import of
from hypothesis import given, settings
from hypothesis import strategies as st

from sosik.adapters.claims_file import _file
from sosik.adapters.splink_engine.on_duckdb import SplinkOnDuckDB
from sosik.claims.rules import Rules
from sosik.incidents.claim_links import link_claims
from sosik.incidents.claims_table import ClaimsTable
from sosik.incidents.columns import Columns
from sosik.incidents.engine import Reference
from sosik.incidents.judgement import Judgements
from sosik.incidents.row import LinkRow
from sosik.incidents.scoring import Verdict
from sosik.values.datespan import DateSpan
from sosik.values.ids import CategoryKey, ClaimId
from sosik.values.place import Place, Point, Precision
from sosik.values.quantity import Count

distance = Rules.shipped().codebook.distance


@lru_cache(maxsize=1)
def spark():
    pytest.importorskip("pyspark", reason="Spark is an extra")
    from sosik.adapters.splink_engine.on_spark import SplinkOnSpark

    return SplinkOnSpark(partitions=2)


def world(name, claims, seed=1):
    told = of(name, claims=claims, seed=seed)
    file = _file(told.table(), np.arange(claims) + 1)
    return ClaimsTable.of(file.columns, file.lines).columns


def same(one, other):
    assert list(one.scored.left) == list(other.scored.left)
    assert list(one.scored.right) == list(other.scored.right)
    assert one.scored.weight.tolist() == other.scored.weight.tolist()
    assert one.heads.tolist() == other.heads.tolist()
    assert one.too_vague == other.too_vague


WORLDS = ["desk_hard", "two_catalogues", "own_words"]


@pytest.mark.parametrize("name", WORLDS)
def test_duckdb_agrees_on_worlds_of_claims(name):
    """The same pairs with the same weights to 6 places, the same incidents, the same too vague."""
    columns = world(name, 250)

    expected = link_claims(columns, Judgements(), distance, Reference())
    found = link_claims(columns, Judgements(), distance, SplinkOnDuckDB())

    assert len(expected.scored) > 5
    same(expected, found)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")  # its sockets
def test_spark_agrees_on_a_world_of_claims():
    """Run for real, on one machine."""
    columns = world("desk_hard", 120)

    same(
        link_claims(columns, Judgements(), distance, Reference()), link_claims(columns, Judgements(), distance, spark())
    )
    gc.collect()


def test_engines_agree_slab_by_slab_and_with_members_words(monkeypatch):
    """Cut into small slabs of time, and with judgements on pairs that met and that did not."""
    monkeypatch.setattr("sosik.adapters.splink_engine.cells.SLAB_ROWS", 3000)
    columns = world("city", 160)
    ids = columns.ids
    said = Judgements(
        {(ids[0], ids[100]): Verdict.same, (ids[1], ids[2]): Verdict.different, (ids[3], ids[4]): Verdict.cannot_tell}
    )

    same(link_claims(columns, said, distance, Reference()), link_claims(columns, said, distance, SplinkOnDuckDB()))


days = st.dates(date(2024, 1, 1), date(2024, 3, 31))
points = st.sampled_from(
    [
        Point(42.2, 129.2),
        Point(42.25, 129.3),
        Point(42.2, 129.21),
        Point(41.4, 128.2),
        Point(42.0, 179.9),
        Point(89.9, 10.0),
    ]
)
places = st.builds(
    lambda point, km: Place(None, Precision.near, km, (point,)), points, st.sampled_from([0.0, 4.0, 25.0, 80.0])
)
lines = st.just(Place(None, Precision.landscape, 2.0, (Point(42.0, 128.5), Point(42.2, 129.2), Point(42.9, 130.2))))
counts = st.builds(
    lambda low, more: Count.between(low, None if more is None else low + more),
    st.integers(0, 8),
    st.none() | st.integers(0, 3),
)


@st.composite
def odd_rows(draw):
    """Claims of every shape, also lines, poles and the date line, open spans and outcomes beside the casualties."""
    rows = []
    for number in range(draw(st.integers(2, 8))):
        first = draw(days)
        span = DateSpan(first, first + timedelta(draw(st.sampled_from([0, 0, 6, 30]))))
        stated = draw(st.dictionaries(st.sampled_from(["killed", "injured", "total", "detained"]), counts, max_size=3))
        rows.append(
            LinkRow(
                id=ClaimId(f"c{number}"),
                category=CategoryKey(draw(st.sampled_from(["landmine", "killing", "IED"]))),
                account=draw(st.none() | st.sampled_from(["a", "b"])),
                source=draw(st.none() | st.sampled_from(["s", "t"])),
                root=draw(st.none() | st.sampled_from(["r", "q"])),
                when=draw(st.sampled_from([span, span, span, DateSpan(None, first), None])),
                where=draw(places | lines | st.none()),
                counts=stated,
                group=draw(st.none() | st.sampled_from(["soldiers", "women"])),
                sex=draw(st.none() | st.sampled_from(["male", "female"])),
                age=draw(st.none() | st.integers(5, 80)),
            )
        )
    return rows


@settings(max_examples=5, deadline=None)
@given(odd_rows())
def test_duckdb_agrees_on_odd_claims(rows):
    """Whatever the claims look like."""
    columns = Columns.of(rows)

    same(
        link_claims(columns, Judgements(), distance, Reference()),
        link_claims(columns, Judgements(), distance, SplinkOnDuckDB()),
    )
