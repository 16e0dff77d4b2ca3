"""The teller of a call log or an interview note: the one who called."""

import re

from sosik.claims.tellers.subject import Manner, Subject
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_HEAD = {
    Lang.en: re.compile(
        r"\W*(?:(?:phone|telephone|voice|radio|call|contact|interview)[ -]?)?(?:log|call|note|record|memo|transcript|(?<=[Vv]oice )message|(?<=[Aa]udio )message)s?(?: of (?:a |the )?(?:call|conversation|interview))?\b(?: no\.? ?\d+)?[ \d/.:,-]*(?:[.:|\n—–-]|\Z)|(?:[^\n:]{0,60}[.|\n]\s*)?\W*(?:caller|informant|respondent|interviewee|speaker|source|witness|testimony)(?:\s+(?:no\.?\s*)?(?:\d{1,3}|[A-Z]\d?))?\s*(?:[:(]|,(?= (?:fe)?male\b| (?:wo)?man\b| [a-z-]+,| \d\d\b| aged?\b| about\b| in (?:his|her)\b))",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"\W*(?:통화|전화|면담|청취|접수|녹취|상담|음성|문자|대화)\s?(?:기록|일지|메모|노트|록|내용|요지|녹취록?)(?:[^가-힣\n]|(?<=\d)[년월일]){0,24}?(?:[.:,|\n—–-]|\Z)|\W*문\s?:[^\n]{0,200}?\s\W*답\s?:|\W*음성\s?(?:통보문|메시지|파일|쪽지)|[^\n.]{0,30}[와과]\s(?:[가-힣]+\s){0,2}(?:통화|면담|대화)함(?=\.)|\W*(?:현장|취재|관찰|사건|면담|조사)\s?(?:쪽지|수첩|메모|일지|기록지|카드|조사표)|\W*(?:[가-힣]{1,4}\s?)?(?:기록|일지|메모)\s?(?:제)?\d+호|\W*(?:상대|응답자|면담자|진술인|증언인|구술인|제보인|증언자|발신자?|제보자|구술자?|진술자?|통화자?|화자)\s*:"
    ),
}
_WHO = {
    Lang.en: re.compile(
        r"(?:caller|informant|respondent|interviewee|speaker|source|from|with|contact)\s*:\s*(?P<who>[^\n.;:]{1,60})|[.:|\n]\s*(?P<lone>[A-Z][\w' -]{2,30})(?=[,.;(])|(?P<word>\bcaller\b)",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"(?:상대|응답자|면담자|진술인|증언인|구술인|제보인|소식원|증언자|발신자?|제보자|구술자?|진술자?|통화자?|화자|출처)\s*:\s*(?P<who>[^\n.;:]{1,40})|[.:|\n]\s*(?P<lone>[가-힣][가-힣 ]{1,14}(?:\([^)\n]{1,8}\))?)(?=[,.;\n])"
    ),
}
_HEAD_CHARS = 300


def log_teller(text: str, lang: Lang) -> Subject | None:
    """The one who called, where the text is headed as a log; the heading itself names them when no other words do."""
    lead = len(text) - len(text.lstrip())
    head = _HEAD[lang].match(text, lead, lead + _HEAD_CHARS)
    if head is None or head.end() == head.start():
        return None
    who = _WHO[lang].search(text, lead, lead + _HEAD_CHARS)
    group = who.lastgroup if who else None
    start, end = (who.start(group), who.end(group)) if who and group else (head.start(), head.end())
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Subject(
        Manner.indefinite, TextSpan(start, max(start + 1, start + len(words.strip()))), words.strip().lower()
    )
