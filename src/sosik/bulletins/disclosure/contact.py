"""When and how a source was in contact: a day or a channel beside the words for telling."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure import phrases_en, phrases_ko
from sosik.bulletins.disclosure.found import Found, SourcePhrase
from sosik.bulletins.disclosure.patterns import pattern
from sosik.claims.sentences import split
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_DAY_EN = (
    rf"(?:(?:(?:early|late)\s)?(?:on\s|last\s|this\s|this past\s|early on\s|late on\s|earlier on\s|as recently as\s|since\s)?{_WEEKDAY}{_PART}(?:,?\s{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?)?"
    rf"|(?:on\s|as recently as\s|as of\s)?{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,\s\d{{4}})?|(?:on\s)?(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:\s\d{{4}})?|on the \d{{1,2}}(?:st|nd|rd|th)|on \d{{4}}-\d{{2}}-\d{{2}}"
    r"|(?:earlier )?(?:yesterday|today|tonight|this (?:morning|afternoon|evening|week|weekend)|last (?:night|week|weekend|month)|(?:early|later|earlier) (?:this|last|that) (?:week|month)|over the weekend|at the weekend)"
    r"|(?:just )?(?:a few|several|two|three|four|five|six|\d+) (?:hours?|days?|weeks?) (?:ago|later|earlier|after)|(?:hours|days|minutes) (?:after|later)\b)"
)
_OUTLET = r"(?:\s(?!that\b|of\b|how\b|when\b|it\b|if\b)(?:us|me|the|this|our|a|an|its|their|reporters?|correspondents?|newspaper|outlet|desk|agency|site|website|journalists?|editors?|newsroom|paper|magazine|to|with|team|staff|message|messages|letter|note|word|(?-i:[A-Z])[\w.&'’-]*)){0,7}"
_BY_CHANNEL_EN = (
    r"(?:(?:in(?=[^.;\n]{0,40}(?:call|interview|conversation|message|text|letter|note|mail|chat))|during|over|by|via|through|on|using|with)\s(?:(?:an?|the|their|his|her|our|its|several|two|recent|separate|brief|short|late-night|secret|encrypted|smuggled|Chinese|illegal|foreign|mobile|secure|clandestine|written|coded|series of|series|of|text|voice|video|two|three|four|five|\w+ed)\s){0,4}"
    r"(?:(?:tele)?phone(?:s|\s?(?:calls?|interviews?|conversations?))?|mobiles?|cell ?phones?|calls?|interviews?|(?:text |voice |video |chat )?messages?|messages|texts|e-?mails?|letters?|notes?|WeChat|Telegram|KakaoTalk|Kakao|Signal|WhatsApp|Skype|QQ|messengers?(?: apps?)?|chats?|apps?|video links?|sim cards?|radio|memory sticks?|in person|messaging(?: apps?)?|couriers?|intermediar(?:y|ies))\b"
    r"(?:\s(?:calls?|messages?|interviews?|voice messages?|chats?))?|\bin person\b|\bface[- ]to[- ]face\b|\bby (?:letter|hand|text|post|phone|email)\b)"
)
_CHANNEL_EN = re.compile(_BY_CHANNEL_EN, re.IGNORECASE)
_TOLD_EN = re.compile(rf"\b{phrases_en.TELL}{_OUTLET}(?:\s{_BY_CHANNEL_EN})?,?\s(?P<day>{_DAY_EN})", re.IGNORECASE)
_US_EN = re.compile(r"\b(?:us|me|our (?:reporter|newsroom|desk))\b")
_TALKS_EN = re.compile(
    rf"\b(?:{phrases_en.TELL}|contact(?:ed|s)?|reached|interview(?:ed|s)?|sent|talked|communicat\w+|asked)\b",
    re.IGNORECASE,
)
_BEFORE_EN = re.compile(rf"^[\s“\"]*(?P<day>{_DAY_EN}),?\s(?:when\s)?\Z", re.IGNORECASE)
_SAYS_NEXT_EN = re.compile(rf",?\s{phrases_en.TELL}\b")
_AFTER_EN = re.compile(rf",?\s(?P<day>{_DAY_EN}),?\s{phrases_en.TELL}\b", re.IGNORECASE)
_PRONOUN_EN = re.compile(
    rf"\b(?:he|she|they)\s(?:\w+\s)?{phrases_en.TELL}\b|\b{phrases_en.TELL}\s(?:he|she)\b", re.IGNORECASE
)
_PRONOUN_KO = re.compile(rf"(?<![가-힣])(?:그|그녀|이 인사)[은는이가].*{phrases_ko.TELL}|[”\"].*{phrases_ko.TELL}")
_OFFICE = re.compile(
    r"\b(?:spokes(?:man|woman|person)|state media|KCNA|minister|president|ministry)\b|대변인|통신|신문|통일부|외무성|당국자"
)
_DAY_KO = (
    r"(?:(?:지난\s?|이번\s?|이달\s?|지난달\s?|오는\s?)?(?:\d{4}년\s?)?(?:\d{1,2}월\s?)?\d{1,2}일(?:\s?(?:오전|오후|저녁|밤|새벽|아침))?(?:\s?\(현지\s?시간\))?|(?:지난|이번|지난주|이번 주|지난 주)?\s?(?:주\s)?[월화수목금토일]요일(?:\s?(?:오전|오후|저녁|밤|새벽|아침))?"
    r"|(?:이달|지난달|이번 달)\s?(?:초순|중순|하순|초|중|말)|어제|오늘|그제|그저께|어젯밤|간밤|오늘 아침|전날|이날|(?:지난주|지난 주|이번 주|이번주)(?:\s(?:초|중반|말))?|지난주말|지난 주말|주말|며칠 전|사흘 전|이틀 전|나흘 전|하루 전|최근|몇 시간 (?:전|뒤|후)|\d+일 전|방금|금주)"
)
_OUTLET_KO = r"(?:본지|본보|데일리\s?NK|자유아시아방송|RFA|기자|우리|당사|매체|취재진|편집국|[A-Z][A-Za-z]+)"
_CHANNEL_WORD = r"(?:전화\s?통화|통화|전화\s?인터뷰|인터뷰|전화|손전화|휴대전화|휴대폰|위챗|웨이신|텔레그램|카카오톡|카톡|시그널|왓츠앱|메신저|문자|문자메시지|메시지|음성\s?메시지|음성|이메일|전자우편|메일|서면|서신|편지|쪽지|대면|직접 만나|직접 만난|영상통화|화상통화|중국 손전화|접촉|연락|인편)"
_CHANNEL_KO = re.compile(
    rf"(?P<with>{_OUTLET_KO}(?:와의|과의|와|과|와 가진|과 가진|와 한|과 한)\s)?(?:(?:비밀|긴급|두 차례|여러 차례|짧은|한밤중|심야|중국|불법|서면|국제|전화|음성)\s?){{0,2}}{_CHANNEL_WORD}(?:을|를)?\s?(?:상)?(?:에서|으로|로|을 통해|를 통해|통해|통하여|을 통하여|중에|중|도중|끝에|\s?해 와서|해와|으로만|에)"
)
_INTRO_EN = re.compile(
    rf"\b(?:contacted|reached|interviewed|called|spoken to|phoned|messaged|texted|(?:telephone |phone )?(?:interview(?:ed|s)?|conversations?|calls?|contact|communication)(?:\s(?:with|conducted|held|made|on|by)\b[^,.;\n]{{0,50}}?)?|spoke|speaking|talked|wrote|messages? (?:sent|received)|letter (?:sent|received|dated))\s(?:[^,.;“”\n]{{0,60}}?\s)?(?P<day>{_DAY_EN})"
)


def contacts(text: str, lang: Lang, phrases: tuple[SourcePhrase, ...]) -> Iterator[Found]:
    """Days and channels of contact, each to be dropped."""
    seen: set[tuple[int, int]] = set()
    find = _korean if lang is Lang.ko else _english
    for sentence in split(text):
        inside = [phrase for phrase in phrases if sentence.start <= phrase.start < sentence.end]
        told = bool(inside) or (bool(phrases) and phrases[0].start < sentence.start and _speaks(text, sentence, lang))
        for found in find(text, sentence.start, sentence.end, inside, told=told):
            if (found.start, found.end) not in seen and not any(a < found.end and found.start < b for a, b in seen):
                seen.add((found.start, found.end))
                yield found


def _english(text: str, start: int, end: int, phrases: list[SourcePhrase], *, told: bool) -> Iterator[Found]:
    words = _unquoted(text[start:end])
    if told or _US_EN.search(words):
        for pattern in (_TOLD_EN, _INTRO_EN):
            for match in pattern.finditer(words):
                if not words.startswith(("'s", "’s"), match.end("day")):
                    yield Found("contact-day", start + match.start("day"), start + match.end("day"), "")
        for match in _CHANNEL_EN.finditer(words):
            if _TALKS_EN.search(words[max(0, match.start() - 90) : match.end() + 60]):
                yield Found("contact-channel", start + match.start(), start + match.end(), "")
    for phrase in phrases:
        yield from _beside_phrase(text, words, start, end, phrase)


def _beside_phrase(text: str, words: str, start: int, end: int, phrase: SourcePhrase) -> Iterator[Found]:
    """``On Friday, a source said``; ``a source on Friday said``."""
    before = _BEFORE_EN.search(words[: max(0, phrase.start - start)])
    if before and _SAYS_NEXT_EN.match(text[phrase.end : end]):
        yield Found("contact-day", start + before.start("day"), start + before.end(), "")
    after = _AFTER_EN.match(text[phrase.end : end])
    if after:
        yield Found("contact-day", phrase.end + after.start("day"), phrase.end + after.end("day"), "")


def _korean(text: str, start: int, end: int, phrases: list[SourcePhrase], *, told: bool) -> Iterator[Found]:
    words = _unquoted(text[start:end])
    tells = pattern(phrases_ko.TELL).search(words)
    told_us = pattern(rf"{_OUTLET_KO}(?:에|에게|측에)\s").search(words)
    if not (told or told_us):
        return
    for match in pattern(rf"(?P<day>{_DAY_KO})[,]?\s(?={_OUTLET_KO}(?:에|에게|측에|와|과)\s?)").finditer(words):
        yield Found("contact-day", start + match.start("day"), start + match.end(), "")
    for match in pattern(rf"{_OUTLET_KO}(?:에|에게|측에)\s(?P<day>{_DAY_KO})\s").finditer(words):
        yield Found("contact-day", start + match.start("day"), start + match.end(), "")
    for match in pattern(
        rf"(?P<day>{_DAY_KO})(?:에)?\s(?=(?:[가-힣A-Za-z]+(?:와의|과의|와|과)\s)?(?:이뤄진 |진행된 |진행한 |가진 |한 )?{_CHANNEL_WORD})"
    ).finditer(words):
        yield Found("contact-day", start + match.start("day"), start + match.end(), "")
    for match in pattern(
        rf"(?P<day>{_DAY_KO})(?:에)?\s(?:이같이\s|이렇게\s|이와 같이\s|추가로\s|다시\s|본지에\s|뒤늦게\s)?(?={phrases_ko.TELL})"
    ).finditer(words):
        yield Found("contact-day", start + match.start("day"), start + match.end("day") + 1, "")
    for phrase in phrases:
        after = pattern(rf"(?:은|는|이|가|도|\s?역시|\s?또한)\s(?P<day>{_DAY_KO})(?:에)?,?\s?").match(
            text[phrase.end : end]
        )
        if after and (tells or "“" in text[phrase.end : end] or '"' in text[phrase.end : end]):
            yield Found("contact-day", phrase.end + after.start("day"), phrase.end + after.end(), "")
        before = pattern(rf"(?P<day>{_DAY_KO})(?:에)?\s\Z").search(text[start : phrase.start])
        if before:
            yield Found("contact-day", start + before.start("day"), phrase.start, "")
    for match in _CHANNEL_KO.finditer(words):
        outlet = re.match(_OUTLET_KO, match["with"] or "")
        yield Found("contact-channel", start + match.start(), start + match.end(), f"{outlet[0]}에" if outlet else "")


def _speaks(text: str, sentence: TextSpan, lang: Lang) -> bool:
    """After a source was named: he or she tells, or the sentence holds a quote, and no office speaks."""
    words = sentence.words(text)
    pronoun = _PRONOUN_KO if lang is Lang.ko else _PRONOUN_EN
    return bool(pronoun.search(words)) and not _OFFICE.search(words)


def _unquoted(words: str) -> str:
    """What stands in quotation marks turned to spaces: a day that a source speaks of is no day of contact."""
    return re.sub(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|「[^」]*」", lambda match: " " * len(match[0]), words)
