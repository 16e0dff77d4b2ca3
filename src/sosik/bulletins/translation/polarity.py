"""Statements that one version makes and the other denies."""

from collections.abc import Iterator, Sequence

from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.finding import Found
from sosik.bulletins.translation.negations import Negation
from sosik.bulletins.translation.page import Page
from sosik.bulletins.translation.sections import Section, within
from sosik.bulletins.translation.terms import SOFT, Term
from sosik.values.text import Lang


def negation_drift(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    """By count: what one passage negates more often than the other's words, taken at their most, can stand for."""
    for section in laid:
        if section.ko is None or section.en is None:
            continue
        mine, yours = within(ko.negations, section.ko), within(en.negations, section.en)
        most_ko, most_en = _most(ko, en, section, mine), _most(en, ko, section, yours)
        strict_ko, strict_en = _strict(mine, ko, en, section), _strict(yours, en, ko, section)
        if len(strict_ko) > most_en:
            yield Found(Kind.negation, "negation", strict_ko[0].span, None, section)
        elif len(strict_en) > most_ko:
            yield Found(Kind.negation, "negation", None, strict_en[0].span, section)


def _strict(found: Sequence[Negation], page: Page, other: Page, section: Section) -> list[Negation]:
    """Without those inside of a phrase that the other version has a word for: not been heard from is missing."""
    passages = (section.ko, section.en) if page.lang is Lang.ko else (section.en, section.ko)
    said = _meanings(within(other.terms, passages[1]))
    phrases = [term for term in within(page.terms, passages[0]) if _meanings([term]) & said]
    return [one for one in found if one.strict and not any(term.span.overlaps(one.span) for term in phrases)]


def _meanings(terms: Sequence[Term]) -> frozenset[tuple[str, str]]:
    return frozenset((one.set, one.value) for term in terms for one in term.meanings if one.set != SOFT and one.firm)


def _most(page: Page, other: Page, section: Section, own: Sequence[Negation]) -> int:
    """With the words that may stand for a denial, but for those that the other version has a word for."""
    passages = (section.ko, section.en) if page.lang is Lang.ko else (section.en, section.ko)
    terms = within(page.terms, passages[0])
    said = {
        (one.set, one.value) for term in within(other.terms, passages[1]) for one in term.meanings if one.set != SOFT
    }
    soft = {term.span for term in terms if SOFT in term.sets and not any(one.span.overlaps(term.span) for one in own)}
    means = {
        span: {(one.set, one.value) for term in terms if term.span.overlaps(span) for one in term.meanings}
        for span in soft
    }
    return len(own) + sum(not means[span] & said for span in soft)
