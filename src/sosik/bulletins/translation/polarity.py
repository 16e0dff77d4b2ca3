"""Statements that one version makes and the other denies."""

from collections.abc import Iterator, Sequence

from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.finding import Found
from sosik.bulletins.translation.negations import Negation
from sosik.bulletins.translation.page import Page
from sosik.bulletins.translation.sections import Section, within

_SOFT = "soft.negative"


def negation_drift(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    """By count: what one passage negates more often than the other's words, taken at their most, can stand for."""
    for section in laid:
        if section.ko is None or section.en is None:
            continue
        mine, yours = within(ko.negations, section.ko), within(en.negations, section.en)
        most_ko, most_en = _most(ko, section, mine), _most(en, section, yours)
        strict_ko, strict_en = _strict(mine), _strict(yours)
        if len(strict_ko) > most_en:
            yield Found(Kind.negation, "negation", strict_ko[0].span, None, section)
        elif len(strict_en) > most_ko:
            yield Found(Kind.negation, "negation", None, strict_en[0].span, section)


def _strict(found: Sequence[Negation]) -> list[Negation]:
    return [one for one in found if one.strict]


def _most(page: Page, section: Section, own: Sequence[Negation]) -> int:
    passage = section.ko if page.lang.value == "ko" else section.en
    soft = [term for term in within(page.terms, passage) if _SOFT in term.sets]
    return len(own) + sum(not any(one.span.overlaps(term.span) for one in own) for term in soft)
