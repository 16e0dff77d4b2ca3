"""The check says everything that a bulletin betrays, in its versions, its rows and all together, and unknown blocks."""

import json

import pytest
from attrs import evolve
from bulletin_cases import (
    GAZETTEER,
    POLICY,
    account,
    bulletin,
    case,
    checked,
    claim,
    incident,
    rules,
)
from hypothesis import given
from hypothesis import strategies as st
from test_bulletins_mentions import CLEAN, EN, KO

from sosik.accounts.account import Basis, Consent
from sosik.bulletins.case import publishable
from sosik.bulletins.check import check
from sosik.bulletins.rewrites import apply
from sosik.incidents.incident import Status


def test_a_clean_bulletin_is_not_known_to_narrow():
    """Consented, listed, accepted and plainly told: no known narrowing, and never a word of safety."""
    verdict, _ = checked()
    assert verdict.word == "no_known_narrowing"
    assert verdict.versions == dict.fromkeys(("ko", "en", "rows", "union"), "no_known_narrowing")
    said = json.dumps(verdict.to_json(), ensure_ascii=False).casefold()
    assert "safe" not in said.replace("unsafe", "")
    assert "anonymous" not in said


RECORDS = [
    ("no-consent", {"accounts": {"a1": account(consent=Consent.none), "a2": account("a2", "s-lark")}}),
    ("no-consent", {"accounts": {"a1": account(consent=Consent.statistics), "a2": account("a2", "s-lark")}}),
    ("unknown-basis", {"accounts": {"a1": account(basis=Basis.unknown), "a2": account("a2", "s-lark")}}),
    ("unknown-account", {"accounts": {"a2": account("a2", "s-lark")}}),
    (
        "not-before",
        {"accounts": {"a1": account(not_before=case().today.replace(day=2)), "a2": account("a2", "s-lark")}},
    ),
    ("unlisted-source", {"accounts": {"a1": account(source="s-heron"), "a2": account("a2", "s-lark")}}),
    ("unlisted-source", {"accounts": {"a1": account(source=None), "a2": account("a2", "s-lark")}}),
    ("unknown-source", {"accounts": {"a1": account(), "a2": account("a2", "s-wren")}}),
    ("compromised-source", {"compromised": {"s-lark": case().today}}),
    ("unknown-citation", {"incidents": ()}),
    ("not-accepted", {"accepted": frozenset({"c-3"})}),
    ("not-accepted", {"incidents": (incident(status=Status.proposed),)}),
]


@pytest.mark.parametrize(("rule", "changed"), RECORDS, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(RECORDS)])
def test_what_the_records_lack_blocks(rule, changed):
    """Take away any datum that the pass rested on, and it is a block under a rule that says which."""
    verdict, _ = checked(against=case(**changed))
    assert verdict.word == "block"
    assert rule in {one.rule for one in verdict.blocking}


@pytest.mark.parametrize("basis", [Basis.press, Basis.official])
def test_press_and_officials_need_no_consent(basis):
    """What was published or said in office is exempt, and has no handle to list."""
    exempt = account(basis=basis, consent=Consent.none, source=None)
    verdict, _ = checked(bulletin(sources="[s-lark]"), case(accounts={"a1": exempt, "a2": account("a2", "s-lark")}))
    assert verdict.word == "no_known_narrowing"


def test_a_contact_of_this_week_warns():
    """Publishing within seven days of the contact warns."""
    recent = account(told=case().today, received=case().today)
    verdict, _ = checked(against=case(accounts={"a1": recent, "a2": account("a2", "s-lark")}))
    assert verdict.word == "warn"
    assert "recent-contact" in rules(verdict, "rows")


def test_a_single_origin_warns_once():
    """A detail that one origin gave may be bait; it is said once, not on every row."""
    lone = (incident(origins=1), incident("i-two", ("c-2",), ("a2",), origins=1))
    text = "{figure:i-one.killed} near Musan. [claim:c-1] [claim:c-2]\n"
    verdict, _ = checked(bulletin(text, None), case(incidents=lone))
    assert [one.rule for one in verdict.reasons].count("single-origin-detail") == 1


def test_a_source_that_nobody_lists_or_cites_blocks():
    """A text that speaks of a source, with none listed and nothing cited, blocks at the desk; without a source it does not."""
    spoken, _ = checked(
        bulletin("A source said that rice rose.\n", "한 소식통은 쌀값이 올랐다고 전했다.\n", sources="")
    )
    assert {one.lang for one in spoken.blocking if one.rule == "unlisted-source"} == {"en", "ko"}
    silent, _ = checked(bulletin("Rice rose.\n", None, sources=""))
    assert silent.word == "no_known_narrowing"


def test_without_a_desk_it_says_that_no_exposure_is_known():
    """The text and the shipped data alone are checked, and that is said."""
    verdict, _ = checked(alone=True)
    assert "no-exposure" in rules(verdict)
    assert verdict.word == "no_known_narrowing"


def test_an_incident_that_a_source_saw_narrows_by_its_row():
    """A listed witness is at the row's place: 316 in Musan, in the rows and in the union."""
    verdict, _ = checked(bulletin(witnessed="[i-one]"))
    found = [one for one in verdict.reasons if one.rule == "presence"]
    assert [(one.lang, one.n_low) for one in found] == [("rows", 316)]
    assert verdict.versions["rows"] == verdict.versions["union"] == "warn"
    assert verdict.versions["en"] == "no_known_narrowing"


def test_what_two_versions_say_together_is_more():
    """A place in one language and a sex in the other give one person with both."""
    both = bulletin("A source in Ryanggang Province said rice rose.\n", "한 여성은 쌀값이 올랐다고 전했다.\n")
    apart = bulletin("A source in Ryanggang Province said rice rose.\n", "한 소식통은 쌀값이 올랐다고 전했다.\n")
    assert checked(apart, alone=True)[0].word == "no_known_narrowing"
    assert checked(both, alone=True)[0].word == "block"


def test_a_union_is_worse_than_its_parts():
    """A woman in the province and a source in Hyesan pass or warn apart; one and the same leaves fewer."""
    policy = evolve(POLICY, block_under=300)
    of = bulletin("A source in Hyesan said rice rose.\n", "량강도의 한 여성은 쌀값이 올랐다고 전했다.\n")
    verdict = check(of, None, policy, GAZETTEER)
    assert verdict.versions["union"] == "block"
    assert verdict.versions["en"] == "warn"
    assert verdict.versions["ko"] == "warn" or verdict.versions["ko"] == "no_known_narrowing"


@pytest.mark.parametrize(
    ("text", "is_stale"),
    [
        ("Three people were killed near Musan. [claim:c-1]", False),
        ("Four people were killed near Musan. [claim:c-1]", True),
        ("In Musan 3 people died [claim:c-1].", False),
        ("In Musan 13 men died [claim:c-1].", True),
        ("Three sources told us. [claim:c-1]", False),
        ("Twenty-three defectors died near Musan. [claim:c-1]", True),
        ("A dozen residents were hurt in Musan. [claim:c-1]", True),
        ("Three households left Musan after twelve days. [claim:c-1]", False),
    ],
)
def test_a_number_typed_by_hand_must_be_the_computed_one(text, is_stale):
    """A number of people beside a citation that is not the figure blocks."""
    verdict, _ = checked(bulletin(text + "\n", None))
    assert ("stale-figure" in {one.rule for one in verdict.blocking}) is is_stale


@pytest.mark.parametrize(
    ("text", "is_stale"),
    [
        ("3명이 숨졌다 [claim:c-1].", False),
        ("다섯 명이 숨졌다 [claim:c-1].", True),
        ("열세 명이 숨졌다 [claim:c-1].", True),
        ("사흘 만에 세 명이 숨졌다 [claim:c-1].", False),
    ],
)
def test_a_korean_number_typed_by_hand_must_be_the_computed_one(text, is_stale):
    """The same in Korean, in digits and in words."""
    of = bulletin("Three people were killed. [claim:c-1]\n", text + "\n")
    assert ("stale-figure" in rules(checked(of)[0], "ko")) is is_stale


def test_the_title_is_public_too():
    """What a headline betrays is found, though its span is none of the body's."""
    verdict, _ = checked(bulletin(title="A source in Musan told us on Friday of the mines"), alone=True)
    titled = [one for one in verdict.reasons if one.part == "title"]
    assert {"place-narrows", "contact-day"} <= {one.rule for one in titled}
    assert all(one.span is None for one in titled)


def test_the_record_is_the_contract():
    """Every reason bears the keys of the contract; n_low only where the rule has a number; the span gives the text."""
    of = bulletin("A source in Musan told us on Friday. Call 010-2345-6789.\n", None)
    record = checked(of, alone=True)[0].to_json()
    assert {"verdict", "versions", "revision", "hash", "reasons"} <= set(record)
    body = of.drafts[0].body
    for one in record["reasons"]:
        assert {"rule", "kind", "lang", "span", "text", "severity", "says", "suggest"} <= set(one)
        if one["span"]:
            assert body[slice(*one["span"])] == one["text"]
    numbered = {one["rule"]: one.get("n_low", "absent") for one in record["reasons"]}
    assert numbered["place-narrows"] == 316
    assert numbered["contact-day"] == numbered["phone"] == "absent"


SENTENCES = [(("en", text)) for _, text, _ in EN] + [("ko", text) for _, text, _ in KO] + CLEAN


def severities(lang, text):
    of = bulletin(text, None) if lang == "en" else bulletin("Nothing.", text)
    found = [one for one in check(of, None, POLICY, GAZETTEER).reasons if one.lang == lang]
    return {(one.rule, one.span[0]): one.severity.rank for one in found if one.span}


@pytest.mark.parametrize(("lang", "text"), SENTENCES)
def test_the_rewrites_lift_what_they_claim_to_lift(lang, text):
    """With every rewrite taken, no reason that offered one blocks or warns any more."""
    of = bulletin(text, None) if lang == "en" else bulletin("Nothing.", text)
    before = [one for one in check(of, None, POLICY, GAZETTEER).reasons if one.lang == lang]
    lifted = {one.rule for one in before if one.suggest is not None and one.severity.rank}
    stay = {one.rule for one in before if one.suggest is None and one.severity.rank}
    rewritten = apply(text, before)
    again = bulletin(rewritten or "Nothing.", None) if lang == "en" else bulletin("Nothing.", rewritten or "없다.")
    after = {
        one.rule for one in check(again, None, POLICY, GAZETTEER).reasons if one.lang == lang and one.severity.rank
    }
    assert not (after & (lifted - stay)), rewritten


@given(st.data())
def test_adding_text_never_removes_a_reason(data):
    """Whatever is added after, every mention stays, and none becomes less severe."""
    lang = data.draw(st.sampled_from(["en", "ko"]))
    pool = [text for which, text in SENTENCES if which == lang]
    first = "\n\n".join(data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3)))
    more = "\n\n".join(data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3)))
    before, after = severities(lang, first), severities(lang, f"{first}\n\n{more}")
    assert all(after.get(key, -1) >= rank for key, rank in before.items())


def test_a_place_named_later_does_not_make_an_unknown_place_known():
    """Where a presence has no place before it, naming one afterwards does not lift the block."""
    told = "“There was a loud bang,” a source said."
    for text in (told, told + " The market in Musan is closed."):
        found = [one for one in check(bulletin(text, None), None, POLICY, GAZETTEER).reasons if one.rule == "presence"]
        assert [one.n_low for one in found] == [None]
        assert found[0].severity.value == "block"


def test_a_village_is_smaller_than_any_number():
    """Of a place under a county nothing is counted, so presence there blocks, whatever county is named beside it."""
    of = bulletin("A source who saw the fire in Karak-ri, Onsong County, said it burned.\n", None)
    found = [one for one in check(of, None, POLICY, GAZETTEER).reasons if one.rule == "presence"]
    assert [(one.n_low, one.severity.value) for one in found] == [(None, "block")]


def test_what_may_feed_public_figures():
    """Accepted claims of accounts with consent and past their day, and no others."""
    today = case().today
    accounts = {
        "ok": account("ok"),
        "later": account("later", not_before=today.replace(day=2)),
        "today": account("today", not_before=today),
        "sums": account("sums", consent=Consent.statistics),
        "none": account("none", consent=Consent.none),
        "press": account("press", basis=Basis.press, consent=Consent.none, source=None),
        "unknown": account("unknown", basis=Basis.unknown, consent=Consent.none),
        "proposed": account("proposed"),
    }
    claims = {f"c-{name}": claim(f"c-{name}", name) for name in accounts}
    accepted = frozenset(claims) - {"c-proposed"}
    assert publishable(claims, accepted, accounts, today) == {"c-ok", "c-today", "c-press"}


@pytest.mark.parametrize(
    ("text", "circle"),
    [
        ("Only the family knew of it.", "household"),
        ("It was read out within the work team.", "work_team"),
        ("Only two officers saw the order.", "office"),
    ],
)
def test_who_can_know_it_is_counted_with_a_source(text, circle):
    """A circle that the words name bears its fewest, its most and where the figure comes from; it blocks all the same."""
    found = [
        one for one in check(bulletin(text + "\n", None), None, POLICY, GAZETTEER).reasons if one.rule == "few-know"
    ]
    record = found[0].to_json()["knowers"]
    assert record["set"] == circle
    assert 0 < record["min"] < record["max"]
    assert record["source"]
    assert found[0].severity.value == "block"
