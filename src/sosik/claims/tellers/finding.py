"""Finding the tellers of a text: each telling, who it means, and how far the words of each run."""

from collections.abc import Sequence

from attrs import evolve

from sosik.claims.dates import DateMention, DateRole
from sosik.claims.sentences import split
from sosik.claims.tellers import english, korean
from sosik.claims.tellers.log import log_teller
from sosik.claims.tellers.naming import Roll
from sosik.claims.tellers.quotations import blanked, quotations
from sosik.claims.tellers.reach import Reached, reach_of
from sosik.claims.tellers.subject import Attribution, Manner
from sosik.claims.tellers.telling import Tellers, Telling
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan, text_hash


_NOBODY = {Manner.body, Manner.group}


def find_tellers(text: str, lang: Lang, dates: Sequence[DateMention]) -> Tellers:
    """Every distinct person who tells something in the text, and which words are whose."""
    sha = text_hash(text)
    roll = Roll(text)
    own = log_teller(text, lang)
    sentences = split(text)
    if own is not None:
        teller = roll.answer(evolve(own, span=_hashed(own.span, sha)))
        return _of_one(text, roll, str(teller), own.span, dates, sha)
    quoted = quotations(text)
    language = korean if lang is Lang.ko else english
    masked = blanked(text, quoted)
    told = [language.attributions(masked, sentence.start, sentence.end) for sentence in sentences]
    narrator = next((one for many in told for one in many if one.subject.manner is Manner.narrator), None)
    if narrator is not None:
        teller = roll.answer(evolve(narrator.subject, span=_hashed(narrator.subject.span, sha)))
        return _of_one(text, roll, str(teller), narrator.verb, dates, sha)
    if not any(one.subject.manner not in _NOBODY for many in told for one in many):
        told = [[_as_one(one) for one in many] for many in told]
    reached: list[Reached] = []
    tellings: list[Telling] = []
    for sentence, many in zip(sentences, told, strict=True):
        answered: list[tuple[TextSpan, str | None]] = []
        for one in many:
            teller = roll.answer(evolve(one.subject, span=_hashed(one.subject.span, sha)), back=one.back)
            if teller is None and one.subject.manner not in {Manner.body, Manner.group}:
                continue
            span = _with_quotation(one, quoted)
            answered.append((span, teller))
            if teller is not None:
                tellings.append(Telling(teller, _hashed(span, sha), _told(span, dates), _hashed(one.verb, sha)))
        reached.append(Reached(sentence, tuple(answered)))
    speakers = roll.speakers()
    return Tellers(speakers, tuple(tellings), reach_of(text, reached, [one.id for one in speakers]))


def _as_one(one: Attribution) -> Attribution:
    """ "Sources say", where nobody else tells: some one person does, though nobody says how many."""
    if one.subject.manner is not Manner.group:
        return one
    return evolve(one, subject=evolve(one.subject, manner=Manner.indefinite))


def _of_one(text: str, roll: Roll, teller: str, verb: TextSpan, dates: Sequence[DateMention], sha: str) -> Tellers:
    """One person tells the whole text: the caller of a log, or the one who says "I"."""
    whole = TextSpan(0, len(text), sha)
    return Tellers(roll.speakers(), (Telling(teller, whole, _told(whole, dates), _hashed(verb, sha)),), ((0, teller),))


def _with_quotation(one: Attribution, quoted: Sequence[tuple[int, int]]) -> TextSpan:
    """The telling with the sentences before it that its quotation began in."""
    start = one.reach.start
    for begin, end in quoted:
        if begin < start < end:
            return TextSpan(begin, one.reach.end)
        if begin > start:
            break
    return one.reach


def _told(span: TextSpan, dates: Sequence[DateMention]) -> DateMention | None:
    return next((one for one in dates if one.role is DateRole.told and span.covers(one.span)), None)


def _hashed(span: TextSpan, sha: str) -> TextSpan:
    return evolve(span, sha256=sha)
