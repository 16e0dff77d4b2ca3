"""Figures in words, in English and Korean, fitting the range and the grade."""

import re

from sosik.bulletins.edition import PublicGrade
from sosik.values.quantity import Count
from sosik.values.text import Lang

_SMALL = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_EN = {
    "killed": ("was", "were", "killed"),
    "injured": ("was", "were", "wounded"),
    "total": ("was", "were", "killed or wounded"),
    "missing": ("is", "are", "missing"),
    "detained": ("was", "were", "detained"),
    "repatriated": ("was", "were", "sent back"),
    "unknown": ("was", "were", "affected"),
}
_KO = {
    "killed": ("숨졌다", "숨진"),
    "injured": ("다쳤다", "다친"),
    "total": ("숨지거나 다쳤다", "숨지거나 다친"),
    "missing": ("실종됐다", "실종된"),
    "detained": ("구금됐다", "구금된"),
    "repatriated": ("송환됐다", "송환된"),
    "unknown": ("피해를 입었다", "피해를 입은"),
}
_NOUN_EN = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:people|persons?|m[ae]n|wom[ae]n|children|soldiers|defectors|residents|villagers|others|deaths|casualties|victims|were|was|are|is|have|had|died)\b"
)
_VERB_EN = re.compile(r"\s+(?:were|was|are|is|have|had|died)\b")
_NOUN_KO = re.compile(r"\s?(?:명|인(?![가-힣])|사람)")
_PARTICLE_KO = re.compile(
    r"(?:이|가|은|는|을|를|의|도|에|으로|로|과|와)(?![가-힣])|\s?(?:사망|부상|실종|숨|다[쳤치친]|죽|체포|구금|송환)"
)


def number_words(count: Count, lang: Lang) -> str:
    """The range alone: ``at least five``, ``four or five``, ``between 24 and 30``; 최소 5, 4~5."""
    return _number_ko(count) if lang is Lang.ko else _number_en(count)


def people_words(count: Count, lang: Lang) -> str:
    """The range with its noun: ``at least five people``, ``최소 5명``."""
    if lang is Lang.ko:
        return "몇 명인지 알 수 없는 사람" if _says_nothing(count) else f"{_number_ko(count)}명"
    return f"{_number_en(count)} {'person' if _is_one(count) else 'people'}"


def figure_words(count: Count, figure: str, grade: PublicGrade, lang: Lang) -> str:
    """A clause: ``five people were killed or wounded``; hedged while unconfirmed."""
    hedged = grade is PublicGrade.unconfirmed
    people = people_words(count, lang)
    if lang is Lang.ko:
        plain, adnominal = _KO.get(figure, _KO["unknown"])
        return f"{people}이 {adnominal} 것으로 전해졌다" if hedged else f"{people}이 {plain}"
    singular, plural, verb = _EN.get(figure, _EN["unknown"])
    be = singular if _is_one(count) else plural
    return f"{people} {be} {'reportedly ' if hedged else ''}{verb}"


def fitting_words(  # noqa: PLR0913 - the figure and the words around it
    count: Count, figure: str, grade: PublicGrade, lang: Lang, before: str, after: str
) -> str:
    """The number, the people or the whole clause, whichever the words around leave room for."""
    if lang is Lang.ko:
        if _NOUN_KO.match(after):
            return number_words(count, lang)
        if _PARTICLE_KO.match(after):
            return people_words(count, lang)
        words = figure_words(count, figure, grade, lang)
        return words.removesuffix("다") + "다" if after[:1] in {".", "", "\n"} else words
    if _NOUN_EN.match(after):
        words = people_words(count, lang) if _VERB_EN.match(after) else number_words(count, lang)
    else:
        words = figure_words(count, figure, grade, lang)
    opens = not before.strip() or re.search(r"(?:[.!?][\"”’)]?\s+|\n\s*|^\s*)\Z", before)
    return words[0].upper() + words[1:] if opens else words


def _number_en(count: Count) -> str:
    in_digits = max(count.min, count.max or 0) >= len(_SMALL)
    low, high = (f"{one:,}" if in_digits else _SMALL[one] for one in (count.min, count.max or 0))
    if _says_nothing(count):
        return "an unknown number of"
    if count.max is None:
        return f"at least {low}"
    if count.min == count.max:
        return low
    if count.min == 0:
        return f"up to {high}"
    return f"{low} or {high}" if count.max == count.min + 1 else f"between {low} and {high}"


def _number_ko(count: Count) -> str:
    if _says_nothing(count):
        return "수를 알 수 없는 "
    if count.max is None:
        return f"최소 {count.min:,}"
    if count.min == count.max:
        return f"{count.min:,}"
    return f"최대 {count.max:,}" if count.min == 0 else f"{count.min:,}~{count.max:,}"


def _is_one(count: Count) -> bool:
    """The last number that is said of it is one: "one person", "up to one person", "at least one person"."""
    return (count.min if count.max is None else count.max) == 1


def _says_nothing(count: Count) -> bool:
    return count.min == 0 and count.max is None
