"""The lists behind an estimate: tables of a roll, uncertain links, and what incidents show that counts cannot."""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sosik.cli.main import command
from sosik.estimates.estimate import Links, estimate
from sosik.estimates.from_casebook import _quarter
from sosik.estimates.refusals import Rule
from sosik.estimates.roll import Doubt, Entry, Roll, meeting_chance
from sosik.values.datespan import DateSpan

LISTS = ("a", "b", "c")
entries = st.builds(Entry, st.sampled_from(LISTS), st.sampled_from([f"i{at}" for at in range(12)]))
doubts = st.builds(
    Doubt,
    st.sampled_from([f"i{at}" for at in range(12)]),
    st.sampled_from([f"i{at}" for at in range(12)]),
    st.sampled_from([0.0, 0.3, 1.0]),
)


def counted(told, merged=()):
    """By hand: groups of incidents, and how many stand on which lists."""
    groups = [{name} for name in {entry.incident for entry in told}]
    for one, other in merged:
        first = next((group for group in groups if one in group), None)
        second = next((group for group in groups if other in group), None)
        if first is None or second is None or first is second:
            continue
        groups.remove(second)
        first |= second
    on = [frozenset(entry.on for entry in told if entry.incident in group) for group in groups]
    return Counter(on)


def of_table(table):
    names = table.names
    return Counter(
        {
            frozenset(name for at, name in enumerate(names) if pattern >> at & 1): int(count)
            for pattern, count in enumerate(table.counts)
            if count
        }
    )


def many(random, number, reach):
    """Each incident in one of ten regions; ``reach`` gives a list's chance by region."""
    told = []
    for at in range(number):
        region = f"r{random.integers(10)}"
        told += [Entry(name, f"i{at}", region, "2026-Q1") for name in LISTS if random.random() < reach(name, region)]
    return Roll(tuple(told))


@given(st.lists(entries, min_size=1), st.lists(doubts, max_size=6))
def test_a_table_counts_each_incident_once(told, unsure):
    """The table is what counting by hand gives, and with every doubt joined, what joining by hand gives."""
    roll = Roll(tuple(told), tuple(unsure))

    assert of_table(roll.table()) == counted(told)
    ends = [(doubt.one, doubt.other) for doubt in unsure]
    known = {entry.incident for entry in told}
    through = all(one in known and other in known for one, other in ends)
    if through:
        assert of_table(roll.most_joined()) == counted(told, ends)


@given(st.lists(entries, min_size=1), st.lists(doubts, max_size=6))
def test_draws_keep_to_the_chances(told, unsure):
    """A link of chance 0 never holds, one of chance 1 always does."""
    certain = tuple(doubt for doubt in unsure if doubt.chance in {0.0, 1.0})
    roll = Roll(tuple(told), certain)
    always = Roll(tuple(told), tuple(doubt for doubt in certain if doubt.chance == 1.0)).most_joined()

    assert all(of_table(one) == of_table(always) for one in roll.drawn(3, seed=1))


def test_draws_are_the_same_for_the_same_seed():
    """Same seed, same tables; another seed, others."""
    told = tuple(Entry(name, f"{name}{at}") for name in LISTS for at in range(30))
    roll = Roll(told, tuple(Doubt(f"a{at}", f"b{at}", 0.5) for at in range(30)))

    first, again, other = ([one.counts.tolist() for one in roll.drawn(5, seed)] for seed in (1, 1, 2))
    assert first == again
    assert first != other


@given(
    st.lists(entries, min_size=1),
    st.lists(st.builds(Entry, st.sampled_from(LISTS), st.sampled_from(["v1", "v2", "v3"])), max_size=3),
)
def test_joining_never_counts_more(told, loose):
    """Vague entries that are put with incidents lessen the documented, and never the number of any list by one of its own."""
    loose = list({entry.incident: entry for entry in loose}.values())
    roll = Roll(tuple(told), (), tuple(loose))

    assert roll.most_joined().documented <= roll.table().documented


def test_a_vague_entry_goes_only_where_it_may_belong():
    """Neither to another region, nor to an incident that its own list tells of, nor two of one list to one incident."""
    told = (Entry("a", "i1", "north"), Entry("b", "i2", "south"))
    loose = (Entry("b", "v1", "north"), Entry("b", "v2", "north"), Entry("b", "v3", "south"))

    joined = of_table(Roll(told, (), loose).most_joined())
    assert joined == Counter({frozenset("ab"): 1, frozenset("b"): 3})


def test_lists_alike_meet_as_chance_has_it():
    """Lists that reach every region alike are answered in nearly every world."""
    refused = [many(np.random.default_rng(seed), 300, lambda name, region: 0.35).refusals() for seed in range(40)]
    assert sum(map(bool, refused)) <= 2


def test_lists_of_different_regions_are_refused():
    """Two lists that keep to their own half of the country say nothing of how much both miss."""

    def reach(name, region):
        north = int(region[1:]) < 5
        return {"a": 0.6 if north else 0.05, "b": 0.05 if north else 0.6, "c": 0.4}[name]

    for seed in range(10):
        found = many(np.random.default_rng(seed), 400, reach).refusals()
        assert [(one.rule, one.fields["list"], one.fields["other"]) for one in found] == [(Rule.lists_apart, "a", "b")]
        assert "regions" in found[0].says()
        assert "지역" in found[0].says("ko")


def test_few_entries_say_nothing_of_places():
    """Below thirty entries a difference of places may be chance."""
    few = Counter({"north": 29})
    assert meeting_chance(Counter({"north": 29, "south": 40}), few, Counter({"south": 40})) is None
    many_ = Counter({"north": 30})
    assert meeting_chance(Counter({"north": 30, "south": 40}), many_, Counter({"south": 40})) == 0.0
    assert meeting_chance(many_, many_, many_) == 1.0


def test_lists_that_retell_one_another_are_refused():
    """A tenth of what is on both, and three at least, by retelling: they did not see apart."""
    told = [Entry(name, f"i{at}") for at in range(40) for name in LISTS]
    copied = [Entry("b", f"i{at}", retold=frozenset("a")) for at in range(4)]
    own = [entry for entry in told if (entry.on, entry.incident) not in {("b", f"i{at}") for at in range(4)}]

    (found,) = Roll((*own, *copied)).refusals()
    assert found.rule is Rule.copying
    assert found.fields == {"list": "a", "other": "b", "n": 4}
    assert not Roll((*own, *copied[:2])).refusals(), "two may be chance"
    assert not Roll((*told, *copied)).refusals(), "with a word of its own as well a list sees for itself"


def test_uncertain_links_that_move_the_number_are_refused():
    """When drawing them moves the best model's number by more than a quarter, no number is said; when little, one is."""
    random = np.random.default_rng(4)
    told = list(many(random, 250, lambda name, region: 0.4).entries)
    shared = [one for one in {e.incident for e in told} if sum(e.incident == one for e in told) == 1]
    lonely = sorted(shared)
    by = {name: [i for i in lonely if any(e.incident == i and e.on == name for e in told)] for name in LISTS}
    doubts = [Doubt(one, other, 0.7) for one, other in zip(by["a"], by["b"], strict=False)]

    roll = Roll(tuple(told), tuple(doubts))
    moved = estimate(roll.table(), one_population=True, links=Links.of(roll, 1))
    still = Roll(tuple(told), tuple(doubts[:3]))
    kept = estimate(still.table(), one_population=True, links=Links.of(still, 1))

    assert Rule.linkage in {one.rule for one in moved.refusals}
    assert not kept.refused
    assert kept.at_least <= estimate(still.table(), one_population=True).at_least
    assert len(kept.if_links_drawn) == 40


@pytest.mark.parametrize(
    ("span", "quarter"),
    [
        (DateSpan.month(2026, 8), "2026-Q3"),
        (DateSpan(date(2026, 9, 30), date(2026, 10, 1)), None),
        (DateSpan(date(2025, 7, 1), date(2026, 7, 1)), None),
        (DateSpan(date(2026, 7, 1), None), None),
        (None, None),
    ],
)
def test_a_span_lies_in_a_quarter_or_in_none(span, quarter):
    """A period is said only where the whole span lies in it."""
    assert _quarter(span) == quarter


def report(outlet, text, source=None):
    basis = f"outlet: {outlet}\nbasis: press" if outlet else f"source: {source}\nbasis: eyewitness"
    return f"---\nreceived: 2026-07-01\npublished: 2026-07-01\n{basis}\n---\n{text}\n"


def test_a_desk_gives_its_lists(tmp_path):
    """``estimate --desk``: each outlet is a list, all sources of the desk are one, and a refusal says why."""
    reports = tmp_path / "reports"
    reports.mkdir()
    texts = {
        "1": report("Hill Gazette", "Three men were killed when a landmine exploded in Musan on May 3."),
        "2": report("Ferry Post", "A fire broke out in Hyesan on June 9 and two women died, a trader said."),
        "3": report(None, "I saw it: a landmine went off in Musan on May 3 and three men died.", "N-1"),
        "4": report(None, "On May 20 a truck overturned in Hoeryong and four people were injured.", "N-2"),
    }
    for name, text in texts.items():
        (reports / f"{name}.txt").write_text(text, "utf-8")
    for number in range(5, 11):
        vague = f"People were killed, {number} of them, an uncle of somebody had heard."
        (reports / f"{number}.txt").write_text(report(f"Paper {number}", vague), "utf-8")
    desk, key = tmp_path / "desk", tmp_path / "key"
    run = CliRunner().invoke
    assert run(command, ["run", str(reports), "--desk", str(desk), "--key-file", str(key)]).exit_code == 0
    found = run(command, ["estimate", "--desk", str(desk), "--key-file", str(key), "--json"])
    record = json.loads(found.output)

    assert record["documented"] >= 3
    assert record["refused"]
    assert {"few-seen-twice", "one-population"} <= {one["rule"] for one in record["reasons"]}
    assert "own network" not in json.dumps([one for one in record["reasons"] if one["rule"] == "no-overlap"])

    korean = run(command, ["estimate", "--desk", str(desk), "--key-file", str(key)], env={"LANG": "ko_KR.UTF-8"}).output
    assert "own network" not in korean


def test_vague_claims_go_the_same_way_in_every_process(tmp_path):
    """The roll of a desk, and so its estimate, rests on no order that a process draws for itself."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(8):
        named = report(f"Paper {number % 4}", f"Two men were killed by a landmine in Musan on May {number + 1}.")
        vague = report(f"Paper {(number + 1) % 4}", f"A landmine killed {number + 2} people, it was said at the pump.")
        (reports / f"n{number}.txt").write_text(named, "utf-8")
        (reports / f"v{number}.txt").write_text(vague, "utf-8")
    of = ["--desk", str(tmp_path / "desk"), "--key-file", str(tmp_path / "key")]
    assert CliRunner().invoke(command, ["run", str(reports), *of]).exit_code == 0
    asked = (
        "import sys; from pathlib import Path; from sosik.cli.casebooks import casebook; from sosik.cli.wiring import open_desk;"
        "from sosik.cli.reading_rules import rules_of_reading; from sosik.estimates.from_casebook import Population, roll_of;"
        "book = casebook(open_desk(Path(sys.argv[1]), Path(sys.argv[2])));"
        "roll = roll_of(book, Population(), rules_of_reading().gazetteer);"
        "print([one.incident for one in roll.loose], roll.most_joined().counts.tolist())"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", asked, of[1], of[3]],
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in (1, 2, 3)
    ]
    assert "'" in said[0], "some are loose"
    assert len(set(said)) == 1
