"""The translation check: two versions of one text, sentence beside sentence, and what they say differently."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from sosik.bulletins.translation.alignment import align
from sosik.bulletins.translation.attributing import attribution_drift
from sosik.bulletins.translation.contrasting import contrast_drift
from sosik.bulletins.translation.drift import Drift, Kind, Words
from sosik.bulletins.translation.figures import date_drift, number_drift
from sosik.bulletins.translation.finding import Found
from sosik.bulletins.translation.lexicon import Lexicon
from sosik.bulletins.translation.page import Page, Reader
from sosik.bulletins.translation.phrases import said
from sosik.bulletins.translation.placing import place_drift
from sosik.bulletins.translation.polarity import negation_drift
from sosik.bulletins.translation.sections import Section, sections
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.claims.gazetteer.morphemes import WordCutter
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_DAY = date(2024, 12, 31)  # relative words of both versions count from one day; which, matters to neither
_FEWEST = {Lang.ko: 8, Lang.en: 16}  # characters of a sentence that is missed


@frozen
class Comparison:
    """``laid`` are the passages side by side; ``drift`` in the order of the Korean version."""

    ko: str
    en: str
    laid: tuple[Section, ...]
    drift: tuple[Drift, ...]


def compare(ko: str, en: str, gazetteer: Gazetteer, words: WordCutter, day: date = _DAY) -> Comparison:
    """Where the Korean and the English text say different things. ``day`` is what relative words count from."""
    reader = Reader(gazetteer, words, Lexicon.shipped(), day)
    mine, yours = reader.read(ko, Lang.ko), reader.read(en, Lang.en)
    laid = sections(align(mine, yours), mine, yours)
    found = [*_unsaid(laid), *_differing(laid, mine, yours)]
    return Comparison(ko, en, laid, tuple(_worded(one, ko, en) for one in sorted(found, key=_order)))


def _differing(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    for drifts in (number_drift, date_drift, place_drift, contrast_drift, negation_drift, attribution_drift):
        yield from drifts(laid, ko, en)


def _unsaid(laid: Sequence[Section]) -> Iterator[Found]:
    for one in laid:
        if one.en is None and one.ko is not None and one.ko.end - one.ko.start >= _FEWEST[Lang.ko]:
            yield Found(Kind.missing, "sentence", one.ko, None, one)
        elif one.ko is None and one.en is not None and one.en.end - one.en.start >= _FEWEST[Lang.en]:
            yield Found(Kind.added, "sentence", None, one.en, one)


def _order(found: Found) -> tuple[int, int, str]:
    ko, en = found.ko or found.section.ko, found.en or found.section.en
    return (ko.start if ko else -1, en.start if en else -1, found.kind.value)


def _worded(found: Found, ko: str, en: str) -> Drift:
    mine = _words(found.ko or found.section.ko, ko)
    yours = _words(found.en or found.section.en, en)
    says, says_ko = said(found, mine.text, yours.text)
    return Drift(found.kind, mine, yours, found.about, says, says_ko)


def _words(span: TextSpan | None, text: str) -> Words:
    return Words(span.start, span.end, span.words(text)) if span else Words(0, 0, "")
