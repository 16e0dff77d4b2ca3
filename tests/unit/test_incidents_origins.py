"""Origins: where chains of retelling end, and how many are independent."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from incident_cases import account, claim, projected, relate

from sosik.incidents.incident import Grade
from sosik.incidents.independence import Root, independent, share
from sosik.incidents.origins import Origins
from sosik.values.ids import AccountId

GRADES = [Grade.rumour, Grade.single_source, Grade.reported, Grade.corroborated, Grade.confirmed]


def counted(accounts, decisions=(), claims=None):
    told = claims or [claim(one.id) for one in accounts]
    return Origins.of({one.id: one for one in accounts}, decisions).count(told)


def saw(name, **more):
    return account(name, "eyewitness", **more)


def page(name, *retells, **more):
    return account(name, "press", **({"source": None, "outlet": f"outlet of {name}", "retells": retells} | more))


CASES = [
    ("two eyewitnesses", [saw("a"), saw("b")], (), 2),
    ("one eyewitness who speaks twice", [saw("a"), saw("b", source="s-a")], (), 1),
    ("a photograph and its taker's word", [saw("a"), account("b", "imagery", source="s-a")], (), 1),
    ("two second-hand tellers: their roots are unknown", [account("a"), account("b")], (), 1),
    ("a second-hand teller and two outlets", [account("a"), page("b"), page("c")], (), 1),
    ("an eyewitness and all that is unknown", [saw("a"), account("b"), page("c"), account("d", "rumour")], (), 2),
    ("an eyewitness and a page that retells them", [saw("a"), page("b", "a")], (), 1),
    ("five pages that retell one article", [page("a"), *(page(f"b{n}", "a") for n in range(5))], (), 1),
    ("a chain of retellings", [saw("a"), page("b", "a"), page("c", "b"), page("d", "c")], (), 1),
    ("a page that retells two eyewitnesses", [saw("a"), saw("b"), page("c", "a", "b")], (), 2),
    ("that page alone", [page("c", "a", "b")], (), 1),
    ("a retelling that calls itself an eyewitness", [saw("a"), saw("b", retells=("a",))], (), 1),
    ("a circle counts nothing", [page("a", "b"), page("b", "a")], (), 0),
    ("a circle beside an eyewitness", [page("a", "b"), page("b", "a"), saw("c")], (), 1),
    ("a circle with a way out to an eyewitness", [page("a", "b"), page("b", "a", "c"), saw("c")], (), 1),
    ("an account that retells itself", [page("a", "a"), saw("b")], (), 2),
    ("two pages that retell an account that we lack", [page("a", "x"), page("b", "x")], (), 1),
    ("unnamed eyewitnesses of one outlet", [saw("a", source=None, outlet="O"), saw("b", source=None, outlet="O")], (), 1),
    ("unnamed eyewitnesses of nobody", [saw("a", source=None), saw("b", source=None)], (), 1),
    ("a decision names the upstream", [saw("a"), account("b")], [relate("b", "retells", "a")], 1),
    ("two handles of one source", [saw("a"), saw("b")], [relate("b", "same_source", "a")], 1),
    ("two handles that share an informant", [saw("a"), saw("b")], [relate("b", "shares_informant", "a")], 1),
    ("the same through a third", [saw("a"), saw("b"), saw("c")], [relate("a", "same_source", "b"), relate("c", "same_source", "b")], 1),
    ("the latest word counts", [saw("a"), saw("b")], [relate("b", "same_source", "a"), relate("a", "independent", "b")], 2),
    ("two unknown tellers known apart", [account("a"), account("b")], [relate("a", "independent", "b")], 2),
    ("a third unknown teller may be either", [account("a"), account("b"), account("c")], [relate("a", "independent", "b")], 2),
    ("one of two known apart, and the third", [account("a"), account("c")], [relate("a", "independent", "b")], 1),
    ("a named retelling that a member knows is none", [saw("a"), saw("b", retells=("a",))], [relate("a", "independent", "b")], 2),
    ("the same, named from the other side", [saw("a"), saw("b", retells=("a",))], [relate("b", "independent", "a")], 2),
    ("a page that retells another and has an eyewitness of ours", [page("a", "x"), saw("b")], [relate("a", "same_source", "b")], 1),
    ("a page whose source is an eyewitness of ours", [saw("a"), page("b"), page("c")], [relate("b", "same_source", "a")], 2),
]  # fmt: skip


@pytest.mark.parametrize(
    ("accounts", "decisions", "origins"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_origins(accounts, decisions, origins):
    """Each chain counts where it ends, and unknown ends are one."""
    assert counted(accounts, decisions) == origins


def test_what_an_eyewitness_has_only_heard_has_no_known_root():
    """Two eyewitnesses of other things who both pass on talk are one unknown origin, and a page on one adds none."""
    accounts = [saw("a"), saw("b"), page("c", "a")]
    told = [claim("a", stance="hearsay"), claim("b", stance="hearsay"), claim("c")]

    assert counted(accounts, claims=told[:2]) == 1
    assert counted(accounts, claims=told) == 1


def test_the_largest_set_is_found_where_no_set_is_plainly_worse_than_another():
    """Where nothing can be dropped at once, the busiest set is tried both without and with."""
    assert len(independent(named("ab", "ag", "ch", "gh", "aef", "bcd"))) == 3
    assert len(independent(named("ae", "dh", "ach", "bcf", "bdf"))) == 3
    assert len(independent(named("ab", "bc", "cd", "de", "ef", "fg", "ga"))) == 3


def named(*sets):
    return [frozenset(Root(f"source:{letter}") for letter in letters) for letters in sets]


roots = st.frozensets(
    st.sampled_from(
        [Root("source:1"), Root("source:2"), Root("source:3"), *(Root.unknown(AccountId(n)) for n in "abc")]
    ),
    max_size=3,
)
apart_pairs = st.sets(st.sampled_from([frozenset({AccountId(a), AccountId(b)}) for a, b in combinations("abc", 2)]))


@given(st.lists(roots, max_size=7), apart_pairs)
def test_independence_is_the_largest_set_that_shares_no_root(sets, apart):
    """Counted out over every choice of claims, none larger shares no root; an empty set counts nothing."""
    apart = frozenset(apart)
    full = [one for one in sets if one]
    largest = max(
        len(chosen)
        for size in range(len(full) + 1)
        for chosen in combinations(full, size)
        if not any(share(a, b, apart) for a, b in combinations(chosen, 2))
    )

    found = independent(sets, apart)

    assert len(found) == largest
    assert not any(share(a, b, apart) for a, b in combinations(found, 2))


@st.composite
def ledgers(draw):
    """Up to six accounts, some of which retell others, circles among them, and up to three relations."""
    names = [f"a{n}" for n in range(draw(st.integers(1, 6)))]
    accounts = [
        account(
            name,
            draw(st.sampled_from(["eyewitness", "second-hand", "rumour", "document", "imagery", "official", "press"])),
            source=draw(st.sampled_from([None, "s-1", "s-2", "s-3"])),
            outlet=draw(st.sampled_from([None, "O"])),
            reliability=draw(st.sampled_from("ABF")),
            retells=tuple(draw(st.sets(st.sampled_from(names), max_size=2)) if draw(st.booleans()) else ()),
        )
        for name in names
    ]
    relations = st.sampled_from(["retells", "same_source", "shares_informant", "independent"])
    decisions = [
        relate(draw(st.sampled_from(names)), draw(relations), draw(st.sampled_from(names)))
        for _ in range(draw(st.integers(0, 3)))
    ]
    stances = [draw(st.sampled_from(["asserted", "hearsay"])) for _ in names]
    return accounts, decisions, [claim(name, stance=stance) for name, stance in zip(names, stances, strict=True)]


@given(ledgers(), st.data())
def test_adding_a_retelling_never_raises_the_count_or_the_grade(ledger, data):
    """Whoever retells accounts of an incident, on whatever basis they say, adds no origin and lifts no grade."""
    accounts, decisions, told = ledger
    told = [one for one in told if data.draw(st.booleans())] or told
    upstream = data.draw(st.sets(st.sampled_from([one.account for one in told]), min_size=1, max_size=2))
    basis = data.draw(st.sampled_from(["eyewitness", "imagery", "press", "second-hand"]))
    retelling = account("z", basis, reliability="A", outlet="Z", retells=tuple(upstream))

    (before,) = projected(told, accounts, decisions).incidents
    (after,) = projected([*told, claim("z")], [*accounts, retelling], decisions).incidents

    assert after.origins <= before.origins
    assert GRADES.index(after.grade) <= GRADES.index(before.grade)
