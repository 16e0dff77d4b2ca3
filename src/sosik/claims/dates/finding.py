"""Finding the dates of a text: phrases first, then the days that each names, in reading order."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache

from attrs import evolve, frozen

from sosik.claims.dates import english, korean
from sosik.claims.dates.anchors import Anchor, Impossible, Pending
from sosik.claims.dates.calendar_words import Weekday
from sosik.claims.dates.composed_words import Expression, Lasting
from sosik.claims.dates.fixity import is_fixed, names_year
from sosik.claims.dates.grammar import Token
from sosik.claims.dates.mention import DateMention, DateRole
from sosik.claims.dates.roles import Context, heads_entries, is_history, is_past, is_to_come, role_of
from sosik.claims.plain import plain
from sosik.claims.sentences import split
from sosik.errors import ValueUnreadable
from sosik.values.datespan import DateSpan, Period
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan, text_hash

_SINGLE = "T"
_LASTING = "P"
_RECENT = timedelta(days=31)


@frozen
class _Phrase:
    """Words of time, not yet counted from anything."""

    expression: Expression | Lasting
    start: int
    end: int


@frozen
class _Read:
    """Every mention in order, and the phrases that name no day."""

    mentions: tuple[DateMention, ...]
    unread: tuple[TextSpan, ...]


def find_dates(text: str, lang: Lang, reference: date) -> tuple[DateMention, ...]:
    """Every date in order, none overlapping another; relative words count from ``reference``."""
    return _read(text, lang, reference).mentions


def find_unread_dates(text: str, lang: Lang, reference: date) -> tuple[TextSpan, ...]:
    """What looks like a date and names no day for certain: reported, never guessed."""
    return _read(text, lang, reference).unread


@lru_cache(maxsize=4)
def _read(text: str, lang: Lang, reference: date) -> _Read:
    sha = text_hash(text)
    anchor = Anchor(reference)
    mentions: list[DateMention] = []
    unread: list[TextSpan] = []
    for context, phrases in _by_sentence(plain(text), lang):
        roles = [role_of(context, TextSpan(phrase.start, phrase.end)) for phrase in phrases]
        here = evolve(anchor, year=None, reference=_day_of_telling(phrases, roles, reference))
        for phrase, role in zip(phrases, roles, strict=True):
            span = TextSpan(phrase.start, phrase.end, sha)
            try:
                value = _resolved(phrase, role, context, here, reference)
                if here.last is not None and _is_of_entry(text, span):
                    value = here.last
            except (Impossible, Pending, ValueUnreadable):
                unread.append(span)
                continue
            value = evolve(value, wording=span.words(text))
            is_old = role is DateRole.happened and is_history(context, span, value, reference)
            shown = DateRole.background if is_old else role
            mentions.append(DateMention(span, value, shown, not is_fixed(phrase.expression)))
            here = _moved_on(here, phrase, value, role)
        anchor = here
    return _Read(tuple(mentions), tuple(unread))


def _is_of_entry(text: str, span: TextSpan) -> bool:
    """Today, in a diary: the day of the entry."""
    return span.words(text).lower() in {"today", "tonight", "this morning", "this evening"} and heads_entries(text)


def _by_sentence(text: str, lang: Lang) -> Iterator[tuple[Context, list[_Phrase]]]:
    """The phrases of each sentence; a phrase that runs over a wrongly seen end belongs to where it starts."""
    sentences = split(text)
    phrases = _phrases(text, lang)
    at = 0
    for number, sentence in enumerate(sentences):
        until = sentences[number + 1].start if number + 1 < len(sentences) else len(text)
        own: list[_Phrase] = []
        while at < len(phrases) and phrases[at].start < until:
            own.append(phrases[at])
            at += 1
        if own:
            yield Context(text, sentence.start, max(until, own[-1].end), lang), own


def _phrases(text: str, lang: Lang) -> list[_Phrase]:
    language = korean if lang is Lang.ko else english
    found: list[_Phrase] = []
    for island in korean.islands(text) if lang is Lang.ko else [english.tokens(text)]:
        tokens = island
        for grammar in language.CASCADE:
            tokens = grammar.chunk(tokens)
        found += [phrase for token in tokens if (phrase := _phrase(token, text))]
    return found


def _phrase(token: Token, text: str) -> _Phrase | None:
    for kind in (_SINGLE, _LASTING):
        if kind in token.values:
            end = token.start + len(text[token.start : token.end].rstrip(" ,."))
            return _Phrase(token.values[kind], token.start, end)
    return None


def _resolved(phrase: _Phrase, role: DateRole, context: Context, anchor: Anchor, reference: date) -> DateSpan | Period:
    """A telling or a publication counts from the reference alone, whatever was named before."""
    if role in {DateRole.told, DateRole.published}:
        return _of_telling(phrase.expression, reference)
    span = TextSpan(phrase.start, phrase.end)
    coming = is_to_come(context, span)
    return phrase.expression.on(evolve(anchor, future=coming, past=not coming and is_past(context, span)))


def _day_of_telling(phrases: list[_Phrase], roles: list[DateRole], reference: date) -> date:
    """What a sentence says counts from the day on which it was told, where it names one; from the reference else."""
    for phrase, role in zip(phrases, roles, strict=True):
        if role is DateRole.told:
            with suppress(Impossible, Pending, ValueUnreadable):
                told = _of_telling(phrase.expression, reference)
                if isinstance(told, DateSpan) and told.days == 1 and told.earliest:
                    return told.earliest if timedelta(0) <= reference - told.earliest <= _RECENT else reference
    return reference


def _of_period(value: Period) -> DateSpan | None:
    return value.as_span() if value.start and value.end else value.start or value.end


def _of_telling(expression: Expression | Lasting, reference: date) -> DateSpan | Period:
    """What was told on a weekday may have been told on the reference itself."""
    if isinstance(expression, Weekday) and expression.offset is None and expression.day == reference.weekday():
        return DateSpan.day(reference)
    return expression.on(Anchor(reference))


def _moved_on(anchor: Anchor, phrase: _Phrase, value: DateSpan | Period, role: DateRole) -> Anchor:
    """What later words may point back to; nobody points back to a telling."""
    if role in {DateRole.told, DateRole.published}:
        return anchor
    named = value if isinstance(value, DateSpan) else _of_period(value)
    if named is None:
        return anchor
    start, end = named.earliest, named.latest
    within_year = start and end and start.year == end.year
    within_month = within_year and start and end and start.month == end.month
    return evolve(
        anchor,
        last=named if start and end else anchor.last,
        month=(start.year, start.month) if within_month and start else anchor.month,
        named_year=start.year if within_year and start else anchor.named_year,
        year=start.year if within_year and start and names_year(phrase.expression) else anchor.year,
    )
