"""Two codings compared: agreement by the published coefficient, and every place where they part."""

import json
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sosik.accounts.account import Account
from sosik.adapters.alpha import alpha
from sosik.claims.claim import Said, Stance
from sosik.claims.coding import compare
from sosik.claims.jsonlines import claim_record
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.cli.main import main
from sosik.values.ids import CategoryKey
from sosik.values.text import Lang

TEXT = (
    "Four smugglers were shot dead near Musan on 3 March 2031. Two children drowned in the Tumen on 8 April 2031. "
    "Police arrested nine traders in Hyesan in May 2031."
)
CLAIMS = read(Account(id="a1", text=TEXT, lang=Lang.en, received=date(2031, 6, 1)), Rules.shipped()).claims


def alpha_by_hand(pairs):
    """Nominal alpha from its definition (Krippendorff 2011): disagreement seen over disagreement expected, by counting pairs of values."""
    values = [value for pair in pairs for value in pair]
    seen = sum(2 * (one != other) for one, other in pairs)
    expected = sum(values[at] != values[to] for at in range(len(values)) for to in range(len(values)) if at != to) / (
        len(values) - 1
    )
    return 1 - seen / expected


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=30))
def test_alpha_is_the_published_coefficient(pairs):
    """Equal to the definition on every table that varies; undefined where nothing varies."""
    found = alpha(pairs, "nominal")
    if len({value for pair in pairs for value in pair}) < 2:
        assert found is None
    else:
        assert found == pytest.approx(alpha_by_hand(pairs))


def test_a_coding_agrees_with_itself():
    """Nothing to disagree about; whatever varies has an alpha of one."""
    found = compare(CLAIMS, CLAIMS, alpha)

    assert (found.both, found.only_first, found.only_second) == (3, 0, 0)
    assert found.disagreements == ()
    assert {value for value in found.alpha.values() if value is not None} == {1.0}


def test_each_parting_is_listed():
    """Another category, another stance and a claim that only one has: three lines that name them."""
    first, second, third = CLAIMS
    other = [
        evolve(first, category=Said(CategoryKey("killing"), first.category.span)),
        evolve(second, stance=Stance.denied),
    ]
    found = compare(CLAIMS, other, alpha)

    assert (found.both, found.only_first) == (2, 1)
    assert {(one.field, one.first, one.second) for one in found.disagreements} == {
        ("category", "shooting", "killing"), ("stance", "asserted", "denied"), ("claim", str(third.category.value), "-"),
    }  # fmt: skip


def test_claims_of_other_words_are_not_the_same():
    """Two coders who each have one claim, from different words, have two claims and no pair."""
    found = compare(CLAIMS[:1], CLAIMS[1:2], alpha)

    assert (found.both, found.only_first, found.only_second) == (0, 1, 1)


@given(st.permutations(range(3)), st.permutations(range(3)))
def test_the_order_of_claims_moves_nothing(one, other):
    """Who is compared with whom comes from the words, not from the place in the list."""
    found = compare([CLAIMS[at] for at in one], [CLAIMS[at] for at in other], alpha)

    assert found.both == 3
    assert found.disagreements == ()


def test_the_command_reads_two_files(tmp_path, capsys):
    """Lines of two coders; a line that is no JSON is refused with its number."""
    for name, stance in (("han", "asserted"), ("mun", "denied")):
        records = [claim_record(CLAIMS[0], TEXT) | {"stance": stance}, claim_record(CLAIMS[1], TEXT)]
        (tmp_path / name).write_text("\n".join(json.dumps(one, default=str) for one in records), "utf-8")
    (tmp_path / "bad").write_text("{}\nx", "utf-8")
    for second, code in (("mun", 0), ("bad", 3), ("none", 3)):
        with pytest.raises(SystemExit) as ended:
            main(["agreement", str(tmp_path / "han"), str(tmp_path / second), "--json"])
        assert ended.value.code == code
        told = capsys.readouterr()
        if second == "mun":
            assert [one["field"] for one in json.loads(told.out)["disagreements"]] == ["stance"]
        if second == "bad":
            assert "2" in told.err
