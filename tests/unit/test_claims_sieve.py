"""The sieve only saves work: whatever matches is among its candidates."""

import re

import pytest
from bench.claims_gold import NOTES, note
from hypothesis import given
from hypothesis import strategies as st

from sosik.claims.rules import Rules
from sosik.claims.sieve import Sieve, required
from sosik.values.text import Lang

PATTERNS = [
    re.compile(text, re.IGNORECASE)
    for text in (
        *(
            r"\b(?:was|were) shot\b",
            r"min(?:e|es|ing)",
            r"(?:un)?known",
            r"a?b?c?",
            r"(?<=x)y|z{2,}",
            r"[kq]ill(?:ed)?",
        ),
        *(r"(?:(?:ab|cd)e)+", r"st(?!op)art", r"\d+ dead", r"총에 맞아|사살"),
    )
]


@given(st.text(alphabet="abcdeEkKqQilıİſsStTarRxyzZ 1.맞아총에사살", max_size=40))
def test_what_matches_is_a_candidate(text):
    """On any text, every pattern that matches is named, also across odd pairs of small and capital letters."""
    sieve = Sieve(PATTERNS)

    assert {n for n, one in enumerate(PATTERNS) if one.search(text)} <= set(sieve.candidates(text))


def test_a_sieve_leaves_most_out():
    """Of a text without their letters, only patterns that need no letters remain."""
    assert Sieve(PATTERNS).candidates("nothing of it") == [3]


def test_what_a_pattern_needs():
    """The longest run that is sure to stand in a match, of each alternative one."""
    assert required(re.compile("(?:land)?mines?")) == {"mine"}
    assert required(re.compile("shot|fired (?:at|on)")) == {"shot", "fired "}
    assert required(re.compile("x*")) is None


@pytest.mark.parametrize("lang", list(Lang))
def test_every_word_of_the_codebook_is_found_through_the_sieve(lang):
    """Over the gold notes, whole and in capitals, no category whose words stand there is left out."""
    codebook = Rules.shipped().codebook
    for path in sorted(NOTES.glob(f"{lang}/*.md")):
        for text in (note(path)[1], note(path)[1].upper()):
            standing = {
                category.key
                for category in codebook.categories.values()
                if any(trigger.parts[0].search(text) for trigger in category.triggers[lang])
            }

            assert standing <= {category.key for category, _ in codebook.possible(text, lang)}
