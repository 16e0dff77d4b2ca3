"""Who tells it: one or many, by the noun for them, and whether anybody is said to tell at all."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from sosik.bulletins.translation.terms import Term
from sosik.claims.gazetteer.morphemes import Morpheme
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

ROLE = "attribution.role"
_PLAINLY_KO = frozenset(
    "말하다 전하다 밝히다 증언 설명 주장 덧붙이다 귀띔 토로 따르다 털어놓다 발표 보도 하소연".split()
)
_TELLING_KO = _PLAINLY_KO | frozenset(
    "언급 알리다 지적 강조 진술 이야기 얘기 답하다 호소 폭로 회고 시인 부인 반박 확인 묘사 하다 적다 인용 경고 우려 평가 분석 제보 기억 답변 성명 인터뷰 통화 내다보다 보다 여기다 예상 추정 알려지다"
    " 전해지다 입 모으다 듣다 쓰다 관측 전망 의심 약속 요구 지시 고백 자백 인정 소문 전언 생각 부르다 외치다 묻다 말 되풀이".split()
)
_PLAINLY_EN = re.compile(
    r"sa(?:ys?|id)|t(?:ells?|old)|add(?:s|ed)|according|explain(?:s|ed)|testif(?:y|ies|ied)|announced|report(?:s|ed)",
    re.IGNORECASE,
)
_TELLING_EN = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed)?|report(?:s|ed|edly)?|explain\w*|stat(?:e|es|ed)|claim\w*|according|testif\w+|describ\w+|recall\w*|not(?:e|es|ed)|warn\w*|confirm\w*"
    r"|den(?:y|ies|ied)|insist\w*|announc\w+|reveal\w*|mention\w*|complain\w*|admit\w*|stress\w*|emphasi[sz]\w+|repl(?:y|ies|ied)|account|put it|remark\w*|relat(?:e|ed|es)|declar\w+|quot\w+|cit(?:e|ed|ing)|point(?:s|ed)? out|"
    r"believ\w+|testimony|in the words of|pass(?:ed)? on|confid\w+|statement|disclos\w+|word|heard|hears?|learn\w*|spoke|speak\w*|recount\w*|maintain\w*|assert\w*|alleg\w+|wrote|writ\w+|acknowledg\w+|estimat\w+|answer\w*|argu\w+|made clear|spoken|worr\w+|fear\w*|think\w*|by (?:his|her|their) own account|thought|expect\w*|predict\w*|call(?:s|ed)?|suspect\w*|blam\w+|ask\w*|promis\w+|agree\w*|see|sees|phon\w+|put(?:s)?|information|talk\w*)\b",
    re.IGNORECASE,
)
_ADJOINED = r"(?:[가-힣]+(?<![은는이가을를에서])\s){0,2}?"
_ONE_KO = re.compile(rf"(?:(?<![가-힣])(?:한|어느|어떤|익명의\s한)\s{_ADJOINED})$")
_MANY_KO = re.compile(
    r"(?:(?<![가-힣])(?:여러|복수의|다수의|일부|많은|몇몇|(?:두|세|네|다섯|두세|서너)(?!\s?(?:번|째)))\s?(?:명의?\s|사람의?\s)?(?:[가-힣]+(?<![은는이가을를에서])\s){0,2}?|각지\s)$"
)
_PLURAL_KO = re.compile(
    r"들|\s?(?!한\s?명|한\s?사람|1명|1인)(?:(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|스물|서른|마흔|쉰|수십|수백|여러|몇)[가-힣]{0,3}|[\d,]+여?)\s?(?:명|사람|인)(?![가-힣]{2})|\s?(?:둘|셋)(?:이|은|의|\s)"
)
_SINGLE_KO = re.compile(r"\s?(?:한\s?(?:명|사람)|A씨|[ㄱ-ㅎ]씨|씨)")
_ONE_EN = re.compile(
    r"\b(?:an?|one|another|the (?:first|second|same|other)|this|that|lone|single)\s(?:[\w-]+\s){0,3}?$", re.IGNORECASE
)
_BODY = frozenset("police people troops staff media press family army government".split())


@frozen
class Teller:
    """``number`` is one, many or nothing where the words leave it open."""

    term: Term
    roles: frozenset[str]
    number: str


def tellers(text: str, terms: Sequence[Term], lang: Lang) -> Iterator[Teller]:
    for term in terms:
        if ROLE in term.sets and term.is_firm(ROLE):
            yield Teller(term, term.values(ROLE), _number(text, term.span, lang))


def _number(text: str, span: TextSpan, lang: Lang) -> str:
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 10]
    if lang is Lang.ko:
        if _PLURAL_KO.match(after) or _MANY_KO.search(before):
            return "many"
        return "one" if _ONE_KO.search(before) or _SINGLE_KO.match(after) else ""
    word = span.words(text).split(" ")[-1].lower()
    if word in _BODY or after.startswith(("'", "’")):
        return ""
    if (word.endswith("s") and not word.endswith("ss")) or word.endswith("men") or word == "children":
        return "many"
    return "one" if _ONE_EN.search(before) else ""


def tellings(text: str, morphemes: Sequence[Morpheme], lang: Lang) -> tuple[tuple[int, bool], ...]:
    """Where a verb of telling stands, and whether it can mean nothing else."""
    if lang is Lang.en:
        return tuple((match.start(), bool(_PLAINLY_EN.fullmatch(match[0]))) for match in _TELLING_EN.finditer(text))
    words = ((one.start, one.form + "다" if one.tag.startswith("V") else one.form) for one in morphemes)
    return tuple((start, word in _PLAINLY_KO) for start, word in words if word in _TELLING_KO)
