"""Figures in words fit the range, the grade and the words around them."""

import pytest

from sosik.bulletins.edition import PublicGrade
from sosik.bulletins.wording import figure_words, fitting_words
from sosik.values.quantity import Count
from sosik.values.text import Lang

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
    (Count.exactly(1200), "repatriated", R, "1,200 people were sent back", "1200명이 송환됐다"),
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
