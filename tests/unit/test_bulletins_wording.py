"""Figures in words fit the range, the grade and the words around them."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.bulletins.draft import read_bulletin
from sosik.bulletins.edition import PublicGrade
from sosik.bulletins.figures import stale_figures
from sosik.bulletins.policy import Policy
from sosik.bulletins.translation.numbers_en import amounts_en
from sosik.bulletins.translation.numbers_ko import amounts_ko
from sosik.bulletins.wording import figure_words, fitting_words
from sosik.values.quantity import Count
from sosik.values.text import Lang

COUNTS = st.one_of(
    st.integers(0, 200_000).map(Count.exactly),
    st.integers(1, 200_000).map(Count.at_least),
    st.tuples(st.integers(0, 5_000), st.integers(1, 90_000)).map(lambda ends: Count(ends[0], None, ends[0] + ends[1])),
)
FIGURES = ("killed", "injured", "total", "missing", "detained", "repatriated")
R, U = PublicGrade.reported, PublicGrade.unconfirmed
WORDS = [
    (Count.exactly(5), "total", R, "five people were killed or wounded", "5명이 숨지거나 다쳤다"),
    (Count.exactly(1), "killed", R, "one person was killed", "1명이 숨졌다"),
    (Count.exactly(3), "killed", U, "three people were reportedly killed", "3명이 숨진 것으로 전해졌다"),
    (Count.at_least(5), "injured", R, "at least five people were wounded", "최소 5명이 다쳤다"),
    (Count.between(4, 5), "total", R, "four or five people were killed or wounded", "4~5명이 숨지거나 다쳤다"),
    (Count.between(20, 99), "detained", R, "between 20 and 99 people were detained", "20~99명이 구금됐다"),
    (Count(0, None, 5), "killed", R, "up to five people were killed", "최대 5명이 숨졌다"),
    (Count.exactly(0), "killed", R, "no people were killed", "0명이 숨졌다"),
    (Count.exactly(1200), "repatriated", R, "1,200 people were sent back", "1,200명이 송환됐다"),
    (
        Count(0, None, None),
        "missing",
        R,
        "an unknown number of people are missing",
        "몇 명인지 알 수 없는 사람이 실종됐다",
    ),
]


@pytest.mark.parametrize(("count", "figure", "grade", "en", "ko"), WORDS)
def test_a_range_is_said_as_a_range(count, figure, grade, en, ko):
    """Open ends say at least, bounded ones both ends, and an unconfirmed figure is hedged, in both languages."""
    assert figure_words(count, figure, grade, Lang.en) == en
    assert figure_words(count, figure, grade, Lang.ko) == ko


AROUND = [
    (Lang.en, "In May, ", " near the ford.", "five people were killed"),
    (Lang.en, "", ".", "Five people were killed"),
    (Lang.en, "It rained. ", ".", "Five people were killed"),
    (Lang.en, "There were ", " deaths.", "five"),
    (Lang.en, "In all ", " people were killed.", "five"),
    (Lang.en, "At the ford ", " were killed.", "five people"),
    (Lang.ko, "여울에서 ", ".", "5명이 숨졌다"),
    (Lang.ko, "여울에서 ", "명이 숨졌다.", "5"),
    (Lang.ko, "여울에서 ", "이 숨졌다.", "5명"),
]


@pytest.mark.parametrize(("lang", "before", "after", "words"), AROUND)
def test_a_figure_leaves_out_what_the_sentence_says_already(lang, before, after, words):
    """The clause, the people or the number alone, whichever fits, with a capital where a sentence begins."""
    assert fitting_words(Count.exactly(5), "killed", R, lang, before, after) == words


@given(COUNTS, st.sampled_from(FIGURES), st.sampled_from(list(PublicGrade)), st.sampled_from(list(Lang)))
def test_whoever_reads_the_words_reads_the_range(count, figure, grade, lang):
    """Every range, outcome and grade: the numbers in the words are its ends and no others, and what it leaves open is said."""
    words = figure_words(count, figure, grade, lang)
    found = [(int(one.low), int(one.high)) for one in (amounts_ko(words, ()) if lang is Lang.ko else amounts_en(words))]
    low, high = count.min, count.max

    if lang is Lang.en and (low, high) == (0, 0):
        assert words.startswith("no people were")
    elif high is None:
        assert found == [(low, low)]
        assert re.match("at least|최소", words)
    elif low == 0 < high:
        assert found == [(high, high)]
        assert re.match("up to|최대", words)
    else:
        assert found == [(low, high)]
        assert not re.search("at least|up to|최소|최대", words)


@given(COUNTS, st.sampled_from(FIGURES), st.sampled_from(list(PublicGrade)))
def test_only_what_is_unconfirmed_is_hedged(count, figure, grade):
    """The grade is heard in the words of either language: what nobody vouches for is told as told, all else is stated."""
    english, korean = (figure_words(count, figure, grade, lang) for lang in (Lang.en, Lang.ko))

    assert ("reportedly" in english) == ("전해졌다" in korean) == (grade is U)


@given(COUNTS, st.sampled_from(FIGURES))
def test_english_words_agree_in_number(count, figure):
    """One person was; any other number of people were."""
    words = figure_words(count, figure, R, Lang.en)

    assert bool(re.search(r"\bone person (?:was|is)\b", words)) == (words.split(" p")[0].split()[-1] == "one")
    assert not re.search(r"\bone people|person (?:were|are)|people (?:was|is)\b", words)


@given(COUNTS, COUNTS)
def test_a_figure_typed_by_hand_that_differs_is_an_error(computed, typed):
    """Of a sentence that cites an incident, every number of people is its figure: another is stale, in both languages; its own never is."""
    for lang, sentence in ((Lang.en, "On that day {} [claim:c-1]."), (Lang.ko, "그날 {} [claim:c-1].")):
        found = stale_in(sentence.format(figure_words(typed, "killed", R, lang)), lang, computed)
        same = (typed.min, typed.max) == (computed.min, computed.max)
        if same:
            assert not found, lang
        elif not ends(typed) & ends(computed) and typed.max != 0:
            assert found, lang


def ends(count):
    return {count.min or None, count.max} - {None}


def stale_in(body, lang, count):
    """Reasons of the figure check for a text that cites one incident of that count."""
    text = f"---\nbulletin: b-x\nlang: {lang}\ntitle: T\nsources: []\nwriter: W\n---\n{body}\n"
    draft = read_bulletin({f"b-x.{lang}.md": text}).drafts[0]
    cited = SimpleNamespace(figures=SimpleNamespace(counts={"killed": count}))
    return list(stale_figures(draft, SimpleNamespace(cited=lambda _: cited), Policy.shipped()))
