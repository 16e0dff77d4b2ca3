"""Outlets that an account names as its own source."""

import re

from sosik.claims.claim import Retold
from sosik.claims.plain import unwrapped
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan, text_hash

_NAME = r"(?:[A-Z][\w'’&.-]*(?: (?:of |the |and )?[A-Z][\w'’&-]*){0,5})"
_OUTLET_WORD = (
    r"(?:News|Daily|NK|Wire|Times|Press|Post|Radio|Agency|Herald|Journal|Tribune|Weekly|Chronicle|Broadcasting|TV|Television|Media|Online|Gazette|Newspaper"
    r"|Ilbo|Shinmun|Sinmun|Today|Report|Observer|Monitor|Courier|Telegraph|Letter|Bulletin|Review|Digest|Broadcast|Channel|Network|Dispatch|Mirror|Standard|Voice|Asia|Window|Morning|Evening)"
)
_EN = (
    re.compile(
        rf"\b(?P<name>{_NAME}),?(?: (?:has|have|had|also|first|later|recently|now))* (?:learned|learnt|reports|reported|reporting|revealed|wrote|writes|was told|has been told)\b(?! (?:to|for))"
    ),
    re.compile(
        rf"\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Rr]eported by|[Aa]s first reported by|[Ff]irst published (?:by|in|on)|[Aa] report (?:by|in|from|of)|[Rr]eports? (?:by|in|from)|[Tt]ranslated from|[Ss]ource:)\s+(?:a report (?:by|in|from) )?(?:the )?(?P<name>{_NAME})"
    ),
    re.compile(
        rf"\b(?:told|tells|spoke (?:to|with)|speaking (?:to|with)|informed|interview with|said to)\s+(?:the )?(?P<name>{_NAME})"
    ),
)
_HAS_OUTLET_WORD = re.compile(rf"(?:\b{_OUTLET_WORD}\b|\b[A-Z]{{2,5}}\b)")
_PLACE = re.compile(
    r"\b(?:Province|County|City|River|District|Ministry|Committee|Chiefs|Command|Party|Army|Court|Office|Department|Bureau|University|Hospital)\b"
)
_BODIES = frozenset(
    "UN US USA NGO NGOS EU DPRK ROK PRC DMZ JCS NIS WFP WHO FAO UNICEF UNHCR OHCHR IAEA ICRC CIA GPS USB LOG CALL".split()
)
_DAY = re.compile(
    r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*| (?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*"
)
_KO_NAME = r"(?:[가-힣A-Za-z]{0,12}(?:NK|엔케이|통신|신문|뉴스|일보|방송|저널|타임스|타임즈|소식|레터|데일리|라디오|TV|리포트))"
_KO = (
    re.compile(
        rf"(?<![가-힣])(?P<name>{_KO_NAME})(?:에\s?따르면|에\s?의하면|의?\s?보도에|를\s?인용|을\s?인용|[은는이가]\s[^.\n]{{0,200}}?(?:보도했|보도한|전했|알려졌|밝혔|보도하|취재했))"
    ),
    re.compile(
        rf"(?<![가-힣])(?P<name>{_KO_NAME})(?:에|와의|과의|측에|에도|에게)\s(?:[^.\n]{{0,24}}?)(?:전했|말했|밝혔|알려\s?왔|증언했|설명했|통화|인터뷰|제보)"
    ),
)
_KO_COMMON = frozenset("통신 신문 뉴스 방송 소식 저널 보도 북한방송 라디오 TV 전화통신 이동통신 손전화통신".split())


def find_retellings(text: str, lang: Lang) -> tuple[Retold, ...]:
    """Each outlet once, by its first mention as a source."""
    found = _korean(text) if lang is Lang.ko else _english(unwrapped(text))
    sha = text_hash(text)
    kept: dict[str, Retold] = {}
    for start, name in sorted(found):
        kept.setdefault(name.casefold(), Retold(name, TextSpan(start, start + len(name), sha)))
    return tuple(kept.values())


def _english(text: str) -> list[tuple[int, str]]:
    learned, cited, told = ([(m.start("name"), m["name"]) for m in pattern.finditer(text)] for pattern in _EN)
    found = [(at, _trimmed(name)) for at, name in (*cited, *told)]
    named = [(at, _trimmed(name)) for at, name in learned]
    outlets = {name for _, name in named if _looks_like_outlet(name)}
    return [one for one in (*named, *found) if one[1] in outlets or _looks_like_outlet(one[1])]


def _trimmed(name: str) -> str:
    return _DAY.sub("", name).removeprefix("The ").rstrip(".,'’").removesuffix("'s").removesuffix("’s")


def _looks_like_outlet(name: str) -> bool:
    return bool(_HAS_OUTLET_WORD.search(name)) and not _PLACE.search(name) and name not in _BODIES


def _korean(text: str) -> list[tuple[int, str]]:
    return [
        (match.start("name"), match["name"])
        for pattern in _KO
        for match in pattern.finditer(text)
        if match["name"] not in _KO_COMMON
    ]
