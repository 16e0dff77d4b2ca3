"""Finding the tellers of a text: each telling, who it means, and how far the words of each run."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from sosik.claims.dates import DateMention, DateRole
from sosik.claims.plain import plain
from sosik.claims.sentences import split
from sosik.claims.tellers import english, korean
from sosik.claims.tellers.log import log_teller
from sosik.claims.tellers.naming import Roll
from sosik.claims.tellers.quotations import blanked, quotations
from sosik.claims.tellers.reach import Reached, reach_of
from sosik.claims.tellers.subject import Attribution, Manner, Subject
from sosik.claims.tellers.telling import Tellers, Telling
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan, text_hash

_SOURCES = frozenset("source sources informant contact correspondent 소식통 취재원 제보자 통신원".split())
_ANYONE = frozenset(
    "source sources resident residents witness witnesses eyewitnesses trader traders local locals villager villagers"
    " neighbour neighbours neighbor neighbors insiders relatives defectors 소식통 주민 상인 목격자".split()
)
_NARRATOR = {
    Lang.en: re.compile(r"(?:\A|(?<=[\s(—–-]))(?P<word>I)(?= (?!\.)[a-z]|['’](?:m|ve|d|ll)\b)"),
    Lang.ko: re.compile(r"(?:\A|(?<=\s))(?P<word>나|저|내|제)(?:는|가|도)(?= )"),
}
# First persons besides "I": a text of one's own life, where nobody else is said to tell.
_OWN = re.compile(
    r"\b(?P<word>[Mm]y)(?= (?:\w+ )?(?:father|mother|brother|sister|son|daughter|wife|husband|uncle|aunt|cousin|nephew|niece|parents|children|family|grand\w+|friend|neighbou?r"
    r"|house|home|village|town|unit|cell|brigade|class|school|work|room|street|mates?|colleagues?|roommates?|father-in-law|mother-in-law)\w*\b)"
    r"|\b(?:one|two|three|four|five|six|seven|all|both|some|most|many|each|none|\d+) of (?P<us>us)\b"
    r"|\b(?P<we>[Ww]e)(?= (?:had been|had to|were (?!unable|informed|not|shown|asked|contacted|first)\w+|saw|went|ran|hid|walked|carried|buried|ate|slept|lived|waited|watched|stood|crossed|came|sat"
    r"|could hear|could see|worked|heard the|heard shots?|heard an? )\b)"
    r"|\b[Tt]hey (?:\w+ ){0,3}(?P<them>us)\b|\A\W*(?P<letter>(?:My )?[Dd]ear)\b"
)
_NOBODY = {Manner.body, Manner.group}


def find_tellers(text: str, lang: Lang, dates: Sequence[DateMention]) -> Tellers:
    """Every distinct person who tells something in the text, and which words are whose."""
    sha = text_hash(text)
    days = [one for one in dates if one.role is DateRole.told]
    roll = Roll(text)
    text = plain(text)
    own = log_teller(text, lang)
    sentences = split(text)
    if own is not None:
        return _of_one(text, roll, own, (), sha)
    quoted = quotations(text)
    language = korean if lang is Lang.ko else english
    masked = blanked(text, quoted)
    told = [language.attributions(masked, sentence.start, sentence.end) for sentence in sentences]
    narrator = _narrator(masked, told, lang)
    if narrator is not None:
        return _of_one(text, roll, narrator, days, sha)
    if not any(one.subject.manner not in _NOBODY for many in told for one in many):
        told = [[_as_one(one) for one in many] for many in told]
    reached: list[Reached] = []
    tellings: list[Telling] = []
    for number, (sentence, many) in enumerate(zip(sentences, told, strict=True)):
        answered: list[tuple[TextSpan, str | None]] = []
        for one in many:
            teller = roll.answer(evolve(one.subject, span=_hashed(one.subject.span, sha)), back=one.back and number > 0)
            if teller is None and one.subject.manner not in {Manner.body, Manner.group}:
                continue
            span = _with_quotation(one, quoted)
            answered.append((span, teller))
            if teller is not None:
                tellings.append(Telling(teller, _hashed(span, sha), _told(span, days), _hashed(one.verb, sha)))
        reached.append(Reached(sentence, tuple(answered)))
    speakers = roll.speakers()
    return Tellers(speakers, tuple(tellings), reach_of(text, reached, [one.id for one in speakers]))


def _narrator(masked: str, told: Sequence[Sequence[Attribution]], lang: Lang) -> Subject | None:
    """The "I" of the text, outside what it quotes; none where a source is named, since it is the reporter then."""
    if any(one.subject.noun in _SOURCES for many in told for one in many):
        return None
    match = _NARRATOR[lang].search(masked)
    if match is None and lang is Lang.en and not any(_tells(one) for many in told for one in many):
        match = _OWN.search(masked)
    return Subject(Manner.narrator, TextSpan(*match.span(str(match.lastgroup))), "narrator") if match else None


def _tells(one: Attribution) -> bool:
    """Somebody else does, and not one of whom the text only says what he told "us"."""
    return one.subject.manner not in _NOBODY and one.subject.noun not in {
        "guard",
        "officer",
        "interrogator",
        "policeman",
    }


def _as_one(one: Attribution) -> Attribution:
    """Where only "sources" tell, some one person does, though nobody says how many."""
    if one.subject.manner is not Manner.group or one.subject.noun not in _ANYONE:
        return one
    return evolve(one, subject=evolve(one.subject, manner=Manner.indefinite))


def _of_one(text: str, roll: Roll, subject: Subject, dates: Sequence[DateMention], sha: str) -> Tellers:
    """One person tells the whole text: the caller of a log, or the one who says "I"."""
    named = _hashed(subject.span, sha)
    teller = str(roll.answer(evolve(subject, span=named)))
    whole = TextSpan(0, len(text), sha)
    return Tellers(roll.speakers(), (Telling(teller, whole, _told(whole, dates), named),), ((0, teller),))


def _with_quotation(one: Attribution, quoted: Sequence[tuple[int, int]]) -> TextSpan:
    """The telling with the sentences before it that its quotation began in."""
    start = one.reach.start
    at = bisect_left(quoted, (start, 0))
    begin, end = quoted[at - 1] if at else (start, start)
    return TextSpan(begin, one.reach.end) if begin < start < end else one.reach


def _told(span: TextSpan, dates: Sequence[DateMention]) -> DateMention | None:
    """The first day of telling within the span, of dates that are all such days."""
    at = bisect_left(dates, span.start, key=lambda one: one.span.start)
    return dates[at] if at < len(dates) and span.covers(dates[at].span) else None


def _hashed(span: TextSpan, sha: str) -> TextSpan:
    return evolve(span, sha256=sha)
