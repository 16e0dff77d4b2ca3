"""Ids stay through merges and splits, and both can be taken back."""

from hypothesis import given, settings
from hypothesis import strategies as st
from incident_cases import ALDER, BIRCH, PlainIds, account, claim, judge, projected

from sosik.incidents.ids import names_for

NAMES = "abcde"
told = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["2024-11-03", "2024-11-04", "2024-06"]), st.sampled_from([ALDER, BIRCH])),
    min_size=2,
    max_size=6,
)  # fmt: skip


def made(parts):
    return [claim(teller, when, (where,)) for teller, when, where in parts]


def ids_of(projection):
    return {one.id: one.claims for one in projection.incidents}


def answering(projection, name):
    return [one for one in projection.incidents if name in names_for("i", one.claims, PlainIds())]


@settings(max_examples=40, deadline=None)
@given(told, st.data())
def test_a_merge_keeps_one_of_the_ids_and_the_other_leads_to_it(parts, data):
    """That of the claim that was taken in first; a split gives every incident its id back."""
    claims = made(parts)
    accounts = [account(name) for name in NAMES]
    before = projected(claims, accounts, accepted=claims)
    one, other = (data.draw(st.sampled_from(claims)) for _ in "ab")
    if one is other:
        return

    merged = projected(claims, accounts, [judge(one, other, "same")], accepted=claims)

    assert set(ids_of(merged)) <= {f"i:{item.id}" for item in claims}
    for name in ids_of(before):
        assert len(answering(merged, name)) == 1
    home = next(item for item in merged.incidents if one.id in item.claims)
    assert other.id in home.claims
    order = [item for item in merged.incidents for _ in item.claims if item is home]
    assert order
    assert home.id == f"i:{home.claims[0]}"
    again = projected(claims, accounts, [judge(one, other, "same"), judge(one, other, "different")], accepted=claims)
    apart = projected(claims, accounts, [judge(one, other, "different")], accepted=claims)
    assert again == apart
    for name in ids_of(before):
        assert len(answering(again, name)) == 1


@settings(max_examples=25, deadline=None)
@given(told, told)
def test_claims_that_come_later_never_take_an_id_over(first, later):
    """An incident that stands keeps its id however many later accounts tell of it, unless it joins an older one."""
    accounts = [account(name) for name in NAMES] + [account(f"{name}-late") for name in NAMES]
    old = made(first)
    new = [claim(f"{teller}-late", when, (where,)) for teller, when, where in later]
    before = projected(old, accounts, accepted=old)

    after = projected([*old, *new], accounts, accepted=[*old, *new])

    for name in ids_of(before):
        (found,) = answering(after, name)
        assert found.id in ids_of(before)


def test_an_accepted_claim_names_the_incident_above_one_that_is_only_proposed():
    """While none is accepted, the first."""
    first, second = claim("a"), claim("b")
    accounts = [account("a"), account("b")]

    assert [one.id for one in projected([first, second], accounts).incidents] == [f"i:{first.id}"]
    assert [one.id for one in projected([first, second], accounts, accepted=[second]).incidents] == [f"i:{second.id}"]
