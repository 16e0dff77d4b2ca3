"""Estimates from lists: the numbers of the literature, a slow reference, what must be refused, and what may not matter."""

import json
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import logsumexp
from tests.fakes.loglinear_reference import fit_one, graph_scores

from sosik.cli.estimate import command
from sosik.errors import EstimateTable
from sosik.estimates import decomposable
from sosik.estimates.bootstrap import Screen, screened
from sosik.estimates.estimate import AVERAGE, BEST, DECOMPOSABLE, estimate
from sosik.estimates.existence import existing, exists
from sosik.estimates.fitting import fit_all
from sosik.estimates.linkage import relinked
from sosik.estimates.lists import ListTable
from sosik.estimates.models import every_model, independent, named, terms_of
from sosik.estimates.refusals import Rule
from sosik.estimates.table_file import read_table

HISTORIES = Path("../shared/data/capture-histories")
needs_histories = pytest.mark.skipif(not HISTORIES.is_dir(), reason="the published tables are not beside the project")


def table(counts, names="abcdefgh"):
    lists = (len(counts) - 1).bit_length()
    return ListTable(tuple(names[:lists]), np.array(counts, dtype=np.int64))


def published(name):
    return read_table((HISTORIES / name).read_text("utf-8"))


@st.composite
def tables(draw, lists=3, least=1):
    """Small whole counts, none of them nought unless ``least`` is."""
    cells = draw(st.lists(st.integers(least, 60), min_size=2**lists - 1, max_size=2**lists - 1))
    return table([0, *cells])


THREE = [0, 120, 90, 40, 70, 30, 25, 12]


@needs_histories
def test_kosovo_is_as_published():
    """Ball and others 2002: 10,356 under [123,14,34], with ends within half a per cent of 9,002 and 12,122."""
    found = estimate(published("kosovo_4lists.csv"), one_population=True)

    assert found.methods[BEST].estimate == pytest.approx(10356.5, abs=0.5)
    assert found.model == "[123,14,34]"
    assert found.methods[BEST].low == pytest.approx(9002, rel=0.005)
    assert found.methods[BEST].high == pytest.approx(12122, rel=0.005)
    assert found.weight == pytest.approx(0.37, abs=0.01)
    assert not found.refused
    assert found.at_least <= 10401, "the near-census"


@needs_histories
def test_korea_is_as_published():
    """157.17 under [12,23]."""
    found = estimate(published("korea.csv"), one_population=True)

    assert found.methods[BEST].estimate == pytest.approx(157.17, abs=0.005)
    assert found.model == "[12,23]"


@needs_histories
def test_a_list_that_meets_no_other_is_refused():
    """In Artificial_3 the third list shares nothing; no number is said."""
    found = estimate(published("artificial_3.csv"), one_population=True)

    assert found.at_least is None
    assert {Rule.no_overlap, Rule.few_twice} <= {one.rule for one in found.refusals}


def test_there_are_as_many_models_as_dedekind_counts():
    """8, 113 and 6,893 hierarchical models of three, four and five lists without the saturated one, no two alike."""
    assert [len(set(every_model(lists))) for lists in (3, 4, 5)] == [8, 113, 6893]


@given(tables())
@settings(max_examples=15)
def test_the_fast_fit_is_the_slow_one(lists):
    """Every model of three lists: the same unseen, the same spread, the same BIC as a design matrix gives."""
    fits = fit_all(every_model(3), lists.counts.astype(float))

    assert len(fits) == 8
    for at, model in enumerate(fits.models):
        unseen, spread, bic = fit_one(terms_of(model), lists.counts)
        assert fits.unseen[at] == pytest.approx(unseen, rel=1e-5)
        assert fits.spread[at] == pytest.approx(spread, rel=1e-4)
        assert fits.bic[at] == pytest.approx(bic, abs=1e-5)


def test_the_fast_fit_is_the_slow_one_on_four_lists():
    """All 113 models at once."""
    counts = np.array([0, 50, 40, 12, 35, 14, 9, 6, 28, 8, 11, 4, 7, 5, 3, 2], dtype=float)
    fits = fit_all(every_model(4), counts)

    slow = {model: fit_one(terms_of(model), counts) for model in fits.models}
    assert len(fits) == 113
    assert fits.unseen == pytest.approx(np.array([slow[model][0] for model in fits.models]), rel=1e-4)


@given(tables(least=0))
@settings(max_examples=25)
def test_what_comes_to_rest_exists(lists):
    """A fit that came to rest at positive means is one whose existence the linear programme confirms."""
    if not lists.documented:
        return
    counts = lists.counts.astype(float)
    fits = fit_all(every_model(3), counts)
    for at in np.flatnonzero(fits.settled):
        assert exists(fits.models[int(at)], counts)


def test_an_estimate_that_runs_away_does_not_exist():
    """All pairs on three lists where one pair of lists meets only in company: the margins lie on the edge of their cone."""
    counts = np.array([0, 5, 5, 54, 41, 6, 0, 12], dtype=float)
    all_pairs = max(every_model(3))

    assert named(all_pairs, range(3)) == "[12,13,23]"
    assert not exists(all_pairs, counts)
    assert exists(independent(3), counts)


@given(tables(least=2))
@settings(max_examples=4)
def test_the_average_over_graphs_is_that_of_cliques_and_separators(lists):
    """For several numbers of unseen the sum over the seven graphs is the one made from cliques and separators."""
    counts = lists.counts.astype(float)
    unseen = np.array([0.0, 7.0, 120.0])
    fast = logsumexp(decomposable.graph_scores(counts, unseen), axis=0)
    slow = np.array([logsumexp(graph_scores(list(lists.counts), int(each), 3)) for each in unseen])

    assert np.diff(fast) == pytest.approx(np.diff(slow), abs=1e-8)


def test_there_are_as_many_decomposable_graphs_as_known():
    """8, 61, 822 and 18,154 labelled chordal graphs, less the complete one (OEIS A058862)."""
    assert [decomposable.graphs_of(lists) for lists in (3, 4, 5, 6)] == [7, 60, 821, 18153]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_lists_changes_nothing(order):
    """Whatever list stands first, the same numbers to the last digit, and the same lists in the chosen model."""
    first, other = (
        estimate(table(THREE), one_population=True),
        estimate(table(THREE).reordered(order), one_population=True),
    )

    assert first.methods == other.methods
    assert first.envelope == other.envelope
    assert first.weight == other.weight


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    """Two runs of the command write the same; another seed may not."""
    path = tmp_path / "lists.csv"
    path.write_text("a,b,c,count\n" + "".join(f"{p & 1},{p >> 1 & 1},{p >> 2},{THREE[p]}\n" for p in range(1, 8)))
    runs = [CliRunner().invoke(command, [str(path), "--json", "--seed", seed]).output for seed in ("4", "4", "5")]

    assert runs[0] == runs[1] != runs[2]


@given(tables(lists=3, least=0), st.booleans())
@settings(max_examples=20)
def test_a_number_is_said_only_with_a_reason_to(lists, confirmed):
    """Refused or not, never neither: without confirmation always refused; when said, at least the lower end and no more."""
    found = estimate(lists, one_population=confirmed)

    assert found.refused == (found.at_least is None)
    if not confirmed:
        assert Rule.one_population in {one.rule for one in found.refusals}
    if found.at_least is not None:
        assert lists.seen_twice >= 20
        assert found.at_least == found.envelope[0] <= found.methods[BEST].low
        assert found.envelope[1] >= max(found.methods[name].high for name in (BEST, AVERAGE, DECOMPOSABLE))


def test_two_lists_are_refused():
    """With two lists nothing tells how they depend on one another."""
    found = estimate(table([0, 50, 40, 30]), one_population=True)

    assert [one.rule for one in found.refusals] == [Rule.few_lists]
    assert found.methods == {}


def test_missed_links_are_taken_back():
    """Links cut by the rule of the reading come back: cut a table by hand, and the table before the cut is found."""
    share, whole = 0.1, {0b011: 400.0, 0b001: 300.0, 0b010: 200.0, 0b100: 100.0}
    cut = np.zeros(8)
    for pattern, count in whole.items():
        cut[pattern] += count
    lost = share * whole[0b011]
    cut[0b011] -= lost
    cut[0b001] += lost
    cut[0b010] += lost

    assert relinked(cut, share) == pytest.approx([0, 300, 200, 400, 100, 0, 0, 0])


def test_missed_links_lower_the_headline():
    """Allowing for missed links never raises what is said to be the least."""
    with_, without = (estimate(table(THREE), one_population=True, missed_links=share) for share in (0.1, 0.0))

    assert with_.at_least < without.at_least


def test_screening_finds_the_model_that_fitting_all_would():
    """On drawn tables the model chosen after screening is the one chosen among all."""
    counts = np.array([0, 150, 120, 40, 95, 45, 30, 16, 80, 25, 30, 10, 20, 12, 9, 5], dtype=float)
    every = existing(fit_all(every_model(4), counts), counts, 1e9)
    screen, random = Screen.of(every, counts.sum()), np.random.default_rng(3)
    for _ in range(12):
        drawn = random.multinomial(int(counts.sum()), counts / counts.sum()).astype(float)
        full = existing(fit_all(every.models, drawn), drawn, 0.0)
        assert screened(screen, drawn) == pytest.approx(drawn.sum() + full.unseen[0], rel=1e-5)


def test_six_lists_are_answered():
    """Six lists made apart from one another with known shares: the truth lies in the intervals of every method."""
    random = np.random.default_rng(9)
    on = random.random((900, 6)) < [0.4, 0.3, 0.35, 0.25, 0.3, 0.2]
    counts = np.bincount(on @ (1 << np.arange(6)), minlength=64)
    counts[0] = 0
    found = estimate(table(list(counts)), one_population=True)

    assert all(one.low <= 900 <= one.high for one in found.methods.values())
    assert set(found.methods) >= {BEST, AVERAGE, DECOMPOSABLE}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("a,b,c\n1,0,0\n", "count"),
        ("a,a,b,count\n1,0,0,3\n", "alike"),
        ("a,b,c,count\n1,0,0,3\n1,0,0,4\n", "row 2 repeats"),
        ("a,b,c,count\n0,0,0,3\n", "on no list"),
        ("a,b,c,count\n1,0,0,-3\n", "whole number"),
        ("a,b,c,count\n1,0,0,2.5\n", "whole number"),
        ("a,b,c,count\n1,0,2,5\n", "neither 0 nor 1"),
        ("a,b,c,count\n1,0,5\n", "3 cells"),
        ("a,b,c,d,e,f,g,h,i,count\n1,0,0,0,0,0,0,0,0,5\n", "at most 8"),
    ],
)
def test_a_table_that_cannot_be_taken_says_why(text, says):
    """One sentence with the row, and nothing estimated."""
    with pytest.raises(EstimateTable) as refused:
        read_table(text)
    assert says in refused.value.sentence()


def test_the_command_prints_the_contract(tmp_path):
    """The keys of the contract, and a refusal where the population is not confirmed."""
    path = tmp_path / "lists.csv"
    path.write_text("a,b,c,Count\n" + "".join(f"{p & 1},{p >> 1 & 1},{p >> 2},{THREE[p]}\n" for p in range(1, 8)))
    refused = json.loads(CliRunner().invoke(command, [str(path), "--json"]).output)
    said = json.loads(CliRunner().invoke(command, [str(path), "--json", "--assume-one-population"]).output)

    assert refused["refused"]
    assert refused["at_least"] is None
    assert [one["rule"] for one in refused["reasons"]] == ["one-population"]
    assert said["at_least"] == said["envelope"][0]
    assert set(said["methods"]) >= {"loglinear_best", "loglinear_average", "decomposable_average"}
    assert said["methods"]["loglinear_best"].keys() == {"estimate", "interval", "model", "weight"}
