"""Whatever a text holds, it is read without a crash, and no value stands without the words that say it."""

from datetime import date

import pytest
from bench.claims_gold import NOTES, account_of, note
from hypothesis import given
from hypothesis import strategies as st

from sosik.accounts.account import Account
from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.report import take
from sosik.accounts.untrusted import UntrustedFile
from sosik.claims.claim import Claim
from sosik.claims.jsonlines import to_lines
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.claims.sentences import split
from sosik.values.ids import AccountId
from sosik.values.text import Lang

RULES = Rules.shipped()
PIECES = [
    *("killed ", "two women ", "near Musan ", "on May 3 ", "a source said. ", "and ", "not ", "5", "1,000,", "in mid-October "),
    *("주민 3명이 ", "숨졌다", "고 소식통이 전했다. ", "무산군에서 ", "3일 ", "지난달 초순 ", "지 않았다 ", "몇 명 ", "체포됐고 "),
    *("(", ")", "[", "\u200b", "\u202e", "\u2066", "\ud800", "\udfff", "\ufeff", "\u0301", "İ", "ı", "\n", "\n\n", '"', "“", "-", "~", ".", "…"),
    *("999999999999", "00", "½", "²", "٣", "百", "\u3000", "\u00a0", "😀", "a" * 40, "가" * 40),
]  # fmt: skip
HOSTILE = {
    "nested brackets": "(" * 60_000 + "[" * 60_000,
    "digits": "7" * 1_000_000,
    "digits in threes": "1,000," * 20_000,
    "nothing wide": "\u200b" * 100_000,
    "right to left": "\u202ekilled five \u202c" * 2_000,
    "halves of characters": "\ud800 killed 5 \udfff" * 2_000,
    "lines": "a\n" * 60_000,
    "stops": ". " * 20_000,
    "one endless sentence": "two women and " * 9_000,
    "one endless clause": "wounded or killed and " * 6_000,
    "한 문장": "주민 3명과 " * 9_000,
    "tellings": "고 소식통이 말했다 " * 8_000,
    "dates": "May 3 to 5 and " * 1_500,
}


def reading(text, lang):
    return read(Account(AccountId("x"), text, lang, received=date(2024, 5, 5)), RULES)


def unspoken(claim: Claim, text: str):
    """Values of the claim whose span is not in the text, or says nothing."""
    said = [claim.category, claim.told, claim.when, claim.period, *claim.where, *claim.victims]
    spans = [item.span for item in said if item is not None]
    return [span for span in spans if span.end > len(text) or not span.words(text).strip()]


def values_of(claim: Claim) -> int:
    return sum(item is not None for item in (claim.when, claim.period, *claim.where, *claim.victims))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read(name, lang):
    """Long and strange: there is a reading, and what it says is in the text."""
    text = HOSTILE[name]
    found = reading(text, lang)

    assert [one for claim in found.claims for one in unspoken(claim, text)] == []


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(list(Lang)))
def test_no_value_is_without_words_on_any_text(pieces, lang):
    """Texts put together at random from what the rules look for and what breaks programs: zero values without a span."""
    text = "".join(pieces)
    found = reading(text, lang)

    assert [one for claim in found.claims for one in unspoken(claim, text)] == []
    for line in list(to_lines(found, text))[1:]:
        for item in (*line["where"], *line["victims"], *([line["when"]] if line["when"] else [])):
            start, end = item["span"]
            assert item["text"] == text[start:end] != ""


@given(st.text(max_size=300), st.sampled_from(list(Lang)))
def test_any_characters_are_read(text, lang):
    """Of whatever script, nothing raises."""
    assert reading(text, lang).chars == len(text)


@pytest.mark.parametrize("lang", list(Lang))
def test_no_value_is_without_words_in_the_notes(lang):
    """Over the gold notes: zero values without a span, and a span for each value."""
    seen = 0
    for path in sorted(NOTES.glob(f"{lang}/*.md")):
        gold, text = note(path)
        for claim in read(account_of(path, gold, text), RULES).claims:
            assert unspoken(claim, text) == []
            seen += values_of(claim)

    assert seen > 100


@given(st.binary(max_size=400))
def test_any_bytes_are_taken_or_refused(noise):
    """Also halves of characters in bytes: a reading or one coded refusal, never an exception."""
    for content in (noise, b"---\nreceived: 2024-05-05\n---\n" + noise, b"\xed\xa0\x80 two killed" + noise):
        done = take([UntrustedFile("x.txt", content)], FrontMatter(received=date(2024, 5, 5)))
        for account in done.accounts:
            assert read(account, RULES).chars == len(account.text)
        assert all(one.error.code.startswith("E-") for one in done.refused)


@given(st.lists(st.sampled_from(["word ", "가", ". ", "\n", " ", "x" * 700]), max_size=80))
def test_sentences_are_never_endless(pieces):
    """No sentence is longer than 3,000 characters, and together they hold every visible character."""
    text = "".join(pieces)
    spans = split(text)

    assert all(span.end - span.start <= 3_000 for span in spans)
    assert "".join("".join(span.words(text).split()) for span in spans) == "".join(text.split())
