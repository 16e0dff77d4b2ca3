"""One version as the check reads it: its sentences, and everything in them that the other version must say too."""

import re
from datetime import date

from attrs import field, frozen

from sosik.bulletins.translation.amount import Amount
from sosik.bulletins.translation.clocks import clocks
from sosik.bulletins.translation.lexicon import Lexicon
from sosik.bulletins.translation.moments import Moment, moments
from sosik.bulletins.translation.names import Name, names_en, names_ko
from sosik.bulletins.translation.negations import Negation, negations_en, negations_ko
from sosik.bulletins.translation.numbers_en import amounts_en, bounds_of
from sosik.bulletins.translation.numbers_ko import amounts_ko
from sosik.bulletins.translation.places import PlaceSaid, places_said
from sosik.bulletins.translation.tellers import Teller, tellers, tellings
from sosik.bulletins.translation.terms import Term, terms_en, terms_ko
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.claims.gazetteer.morphemes import Morpheme, WordCutter
from sosik.claims.people import VictimMention, find_victims
from sosik.claims.sentences import split
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_HOUR_ENDS = re.compile(r"\d\s?[ap]\.m(?P<end>\.)\s+(?P<next>[A-Z])")


@frozen
class Page:
    lang: Lang
    text: str = field(repr=False)
    sentences: tuple[TextSpan, ...]
    amounts: tuple[Amount, ...]
    clocks: tuple[Amount, ...]
    moments: tuple[Moment, ...]
    places: tuple[PlaceSaid, ...]
    terms: tuple[Term, ...]
    negations: tuple[Negation, ...]
    names: tuple[Name, ...]
    tellers: tuple[Teller, ...]
    tellings: tuple[tuple[int, bool], ...]
    victims: tuple[VictimMention, ...]


@frozen
class Reader:
    """What a reading of a page depends on: places, the cutter of Korean words, and the table of contrasts."""

    gazetteer: Gazetteer
    words: WordCutter
    lexicon: Lexicon
    day: date

    def read(self, text: str, lang: Lang) -> Page:
        cut = self._cut(text) if lang is Lang.ko else ()
        said = tuple(moments(text, lang, self.day))
        hours = tuple(clocks(text, lang))
        located = tuple(places_said(text, lang, self.gazetteer))
        fixed = tuple(one.span for one in located if not one.is_country)
        dated = tuple(one.span for one in said if one.firm)
        counted = self._amounts(text, lang, cut, said, hours)
        bounds = bounds_of(text, counted) if lang is Lang.en else ()
        terms = tuple(
            terms_ko(text, cut, self.lexicon, (*fixed, *dated))
            if lang is Lang.ko
            else terms_en(text, self.lexicon, (*fixed, *dated, *bounds))
        )
        hidden = (*(one.span for one in located), *(one.span for one in said))
        return Page(
            lang,
            text,
            _sentences(text, lang),
            tuple(counted),
            hours,
            said,
            located,
            terms,
            tuple(negations_ko(text, cut) if lang is Lang.ko else negations_en(text)),
            tuple(names_ko(text, cut, hidden) if lang is Lang.ko else names_en(text, hidden, self._is_title)),
            tuple(tellers(text, terms, lang)),
            tellings(text, cut, lang),
            find_victims(text, lang),
        )

    def _is_title(self, word: str) -> bool:
        return any(one.kind == "attribution" for one in self.lexicon.get(word, Lang.en))

    def _cut(self, text: str) -> tuple[Morpheme, ...]:
        return self.words.cut(text)

    def _amounts(
        self, text: str, lang: Lang, cut: tuple[Morpheme, ...], said: tuple[Moment, ...], hours: tuple[Amount, ...]
    ) -> list[Amount]:
        """Numbers that are no part of a date or an hour; those of days counted back may match, and accuse nobody."""
        found = amounts_ko(text, cut) if lang is Lang.ko else amounts_en(text)
        kept: list[Amount] = []
        for one in sorted(found, key=lambda amount: amount.span):
            dated = next((moment for moment in said if moment.span.overlaps(one.span)), None)
            if any(hour.span.overlaps(one.span) for hour in hours) or (dated is not None and dated.firm):
                continue
            kept.append(one if dated is None else _softened(one))
        return kept


def _sentences(text: str, lang: Lang) -> tuple[TextSpan, ...]:
    """An hour with a.m. may end a sentence: then a capital follows."""
    found: list[TextSpan] = []
    for one in split(text):
        start = one.start
        for match in _HOUR_ENDS.finditer(text, one.start, one.end) if lang is Lang.en else ():
            found.append(TextSpan(start, match.end("end")))
            start = match.start("next")
        found.append(TextSpan(start, one.end))
    return tuple(found)


def _softened(one: Amount) -> Amount:
    return Amount(one.span, one.low, one.high, one.units, one.bound, one.magnitude, one.also, firm=False)
