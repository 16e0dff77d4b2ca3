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
    Lang.ko: re.compile(
        r"(?:\A|(?<=\s))(?<!면접자 )(?<!응답자 )(?:(?P<word>나|저)(?=(?:는|도) )|(?P<mine>내|제)(?=가 ))"
    ),
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
# What shows that somebody tells the text in their own person, where nobody else is said to: a letter, a voice message.
_VOICE = re.compile(
    r"(?:\A|(?<=[\s(]))(?P<word>내|제|저희|우리)(?=\s(?:말|눈|귀|손|집|이름|나이|동생|형|누이|남편|아내|안해|딸|아들|어머니|아버지|친구|고향|동무|마음|동네|마을|반|작업반|초소|인민반|학급|골목|아이|학교|공장|농장|중대|소대|모르|생각|알|보기)(?![가-힣]{3}))"
    r"|(?:\A|(?<=\s))(?P<me>나를|나한테|나에게|내게|저를|제게|나보고|저한테)(?=\s)"
    r"|(?:\A|(?<=\s))(?P<you>(?:네|너|당신|자네)(?=(?:가|는|도|를|한테|에게)\s)|네(?=\s(?:사촌|어머니|아버지|형|누이|동생|이모|고모|삼촌|편지|소식|생각|집|누나|오빠|언니)))"
    r"|\A\W*(?:[가-힣]{1,6}\s)?(?P<dear>(?:[가-힣]{1,5}(?:님|야|아|에게|께|한테)|[가-힣]{0,3}(?:누이|형|언니|동생|친구|동무)))\s(?:보[십시아거오소게]|보세요|전상서|올립|받아 ?보|읽어|안녕하)"
    r"|(?P<tone>[가-힣](?:슴다|습디다|합데다|더이다)|[었았겠했됐였갔왔]소|(?<=[가-힣])(?:하|되|이|지)오)(?=[.!?\s]*(?:\n|$|[.!?]))"
)
_SIGNED = re.compile(
    r"(?<=\s)(?:[가-힣]{1,6}(?:이|가)?\s?(?:올림|드림|씀|적음|보냄)|(?:첫째|둘째|셋째|넷째|막내|맏이|아들|딸|동생|형|누이|누나|오빠|언니|조카|삼촌|이모|고모|어미|아비|엄마|아버지|어머니|친구)[가이]?(?:로부터|에게서)?)[.\s]*\Z"
)
_MET = re.compile(
    r"(?P<n>두|세|네|다섯|여섯|[2-9])\s?(?:명의?\s)?(?:사람|명|소식통|주민|취재원|제보자)(?:과|와|을|를|에게서|한테서)\s?(?:[가-힣]+\s){0,2}?(?:통화|면담|인터뷰|만나|만났|이야기를 나|취재|들었)"
    r"|(?:취재|면담|통화|인터뷰)에 응한 (?P<m>두|세|네|다섯|여섯|[2-9])\s?(?:사람|명)"
)
_NUMBERS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6}
_ARMED = frozenset("soldier guard officer policeman agent inspector patrolman gunman".split())
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
    narrator = _narrator(masked, told, lang) or _voice(masked, told, lang)
    if narrator is not None:
        return _of_one(text, roll, narrator, days, sha)
    if lang is Lang.en and sentences and not any(told):
        told[0] = _onlooker(masked, sentences[0])
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
    if lang is Lang.ko:
        _with_those_met(masked, roll, sha)
    speakers = roll.speakers()
    return Tellers(speakers, tuple(tellings), reach_of(text, reached, [one.id for one in speakers]))


def _with_those_met(masked: str, roll: Roll, sha: str) -> None:
    """The text says how many were talked to: those who are told of no further are tellers too."""
    met = _MET.search(masked)
    if met is None:
        return
    said = met["n"] or met["m"]
    missing = (_NUMBERS.get(said) or int(said)) - len(roll.speakers())
    if missing > 0:
        roll.answer(Subject(Manner.another, TextSpan(met.start(), met.end(), sha), "사람", met[0], count=missing))


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


def _voice(masked: str, told: Sequence[Sequence[Attribution]], lang: Lang) -> Subject | None:
    """Whoever writes or speaks the whole of a letter or a message in which nobody else tells."""
    if lang is not Lang.ko or any(one.subject.manner is not Manner.body for many in told for one in many):
        return None
    match = _SIGNED.search(masked) or _VOICE.search(masked)
    return Subject(Manner.narrator, TextSpan(*match.span()), "narrator") if match else None


def _onlooker(masked: str, first: TextSpan) -> list[Attribution]:
    """Where nobody is said to tell: whoever saw it, in the opening sentence, unless they may be those who did it."""
    seen = english.attributions(masked, first.start, first.end, anybody=True)
    return [one for one in seen if one.subject.noun not in _ARMED]


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
