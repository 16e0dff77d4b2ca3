"""Names of private people, in Korean and in Latin letters; public persons point at no source."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.found import Found
from sosik.values.text import Lang

_SURNAME_KO = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라나왕금옥육인맹제모탁국어은편용리림량렬"
_GIVEN_KO = r"[가-힣]{1,2}"
_TITLE_KO = r"씨|동무|동지|할머니|할아버지|아주머니|선생|군(?=[은이을의과\s(,])|양(?=[은이을의과\s(,])|소좌|중좌|대좌|상좌|소위|중위|상위|대위|상사|중사|하사|반장|지배인|위원장|보위원|안전원|목사|교수|박사|아무개|모 씨|여사|노인|과장|부장|처장|국장|네(?=[가는도의\s])"
_NAME_KO = re.compile(
    rf"(?<![가-힣])(?P<a>[{_SURNAME_KO}]{_GIVEN_KO})\s?(?=(?:{_TITLE_KO}))(?P<title>{_TITLE_KO})"
    rf"|(?<![가-힣])(?P<b>[{_SURNAME_KO}]{_GIVEN_KO})\s?\(\s?(?:\d{{1,2}}|가명|여|남|\d{{1,2}}세|[가-힣]+,\s?\d{{1,2}})"
    rf"|(?<![가-힣])(?P<c>[{_SURNAME_KO}])\s?(?:모|○○|OO|아무개)\s?(?:씨|\(|여인|군|양|할머니)"
    rf"|(?:이름은|이름이|본명은|실명은|성명은|이름은\s)\s?[“\"'‘]?(?P<d>[{_SURNAME_KO}]{_GIVEN_KO})(?=[”\"'’이인으라로은는\s.,])"
    rf"|(?P<e>(?<![가-힣])[{_SURNAME_KO}][가-힣]{{2}})(?:이라는|라는|이라고 하는|라고 불리는|이란|란)\s"
    rf"|(?:취재원|소식통|주민|아들|딸|남편|아내|형|동생|사촌|조카|친척|친구|이웃|동료|며느리|사위|삼촌|이모|고모|누나|오빠|언니|부인|손자|손녀|어머니|아버지|간부|군관|상인|환자|사망자|희생자|피해자|운전사|의사|교원|지배인|반장|보위원|안전원|병사)(?:인|\s)\s?(?P<f>[{_SURNAME_KO}][가-힣]{{2}})(?=(?:은|는|이|가|을|를|의|에게|와|과|도|[,.\s]))"
)
_NOT_NAME_KO = re.compile(
    r"(?:이번|이날|한편|지난|오전|오후|정부|주민|남성|여성|이들|이런|지금|그동|우리|전체|현지|조선|한국|북한|중국|지역|국경|나라|사람|정치|경제|안전|보위|인민|하지|여기|저기|한때|이후|현재|최근|당시|원래|주로|모두|서로|반면|전문|노동|로동|주변|신의|위원|연구|조사|진행|이제|오늘|어제|내일|고위|선생|소식|방송|공장|농장|기업|도당|시당|군당|함경|평안|양강|량강|자강|황해|강원|무산|회령|온성|혜산|전거|장마|조직|지배|여러|마을|문제|유엔|한국|하루|이웃|강제|송환|구류|임신|진료|안내|주인|명의|방법|성인|신분|유일|고령|심한|이상|이하|정도|도로|도시|석탄|"
    r"소속|여전|대부|유가|남은|전기|이미|이유|이어|이에|이와|이처|이같|공개|은밀|나이|어린|젊은|소문|소총|지뢰|폭발|한 명|인근|지도|채굴|차량|고향|장사|정말|국가|반드|연락|연결|공민|하급|상급|하전|상인|방문|추가|추정|전달|전화|기자|기관|기차|국제|탈북|이탈|구체|남자|여자|마지|진짜|이동|안부|이름|명단|변경|변방|여행|표현|송금|금지|금액)"
)
_SURNAME_EN = (
    r"(?:Kim|Gim|Lee|Ri|Rhee|Yi|Li|Park|Pak|Bak|Choi|Choe|Ch'oe|Jung|Jong|Chung|Chong|Jeong|Kang|Gang|Cho|Jo|Yoon|Yun|Jang|Chang|Lim|Im|Rim|Han|Oh|O|Seo|So|Suh|Shin|Sin|Kwon|Gwon|Hwang|An|Ahn|Song|Ryu|Yoo|Yu|Jeon|Jon|Chon|"
    r"Hong|Ko|Go|Mun|Moon|Yang|Ryang|Son|Sohn|Pae|Bae|Paek|Baek|Ho|Huh|Hur|Heo|Nam|Sim|Shim|No|Noh|Ro|Roh|Ha|Kwak|Gwak|Song|Seong|Cha|Chu|Ju|Joo|U|Woo|Ku|Koo|Gu|Min|Jin|Chin|Ji|Chi|Om|Eom|Chae|Won|Chon|Cheon|Pang|Bang|Kong|Hyon|Hyun|Ham|Pyon|Byun|Yom|Yeo|"
    r"Wang|Zhang|Liu|Chen|Zhao|Huang|Zhou|Wu|Xu|Sun|Zhu|Ma|Hu|Guo|He|Lin|Luo|Piao|Jin|Cui|Quan|Xuan)"
)
_GIVEN_EN = r"[A-Z][a-z]{1,7}(?:[- ]?[A-Za-z][a-z]{1,7})?"
_TITLE_EN = r"(?:Mr|Mrs|Ms|Miss|Dr|Comrade|Grandma|Grandmother|Grandfather|Auntie|Uncle|Pastor|Captain|Capt|Lieutenant|Lt|Colonel|Col|Major|Maj|Sergeant|Sgt|General|Gen|Corporal|Private|Officer|Agent|Professor|Prof|Nurse|Teacher|Foreman|Manager|Director|Chairman|Chairwoman|Madam)"
_NAME_EN = re.compile(
    rf"\b{_TITLE_EN}\.?\s(?P<a>[A-Z][a-z]+(?:[- ][A-Z]?[a-z]+)?(?:\s[A-Z][a-z]+)?)"
    rf"|\b(?P<b>{_SURNAME_EN}\s[A-Z][a-z]{{1,7}}(?:-[A-Za-z][a-z]{{1,7}}|\s[A-Z][a-z]{{1,7}})?)\b"
    rf"|\b(?:surnamed|named|called|calling|calls? (?:him|her)|identified (?:only )?as|known as|name is|name was|by the name of|real name,?|pseudonym,?|alias)\s[“\"'‘]?(?P<c>[A-Z][a-z]+(?:[- ][A-Z]?[a-z]+){{0,2}})"
    rf"|\b(?P<d>[A-Z][a-z]+(?:[- ][A-Z][a-z]+){{0,2}}),\s(?:\d{{2}}|aged \d{{2}}|an? \d{{2}}-year-old)\b"
    rf"|\b(?P<e>[A-Z][a-z]+(?:-[a-z]+)?\s[A-Z][a-z]+)\s\(\d{{2}}\)"
    rf"|\b(?P<f>[A-Z][a-z]+-(?:[a-z]{{2,6}})\s(?:{_SURNAME_EN}))\b|\b(?P<g>{_SURNAME_EN}) [A-Z]\.(?=\s|,)"
)
_OFFICE = re.compile(
    r"(?:President|Premier|Minister|Secretary|Ambassador|Chairman|Supreme Leader|[Ll]eader|Marshal|[Ss]pokes(?:man|woman|person)|Translated by|Edited by|Reported by|Written by|Photo by|Reporting by|By)\s*(?:[A-Z]\w+\s)?\Z"
    r"|(?:대통령|총비서|국무위원장|장관|총리|수상|외무상|번역|편집|글|사진|대변인)\s*:?\s*\Z"
)
_OFFICE_AFTER = re.compile(
    r"\s?(?:총비서|국무위원장|대통령|장관|총리|수령|주석|위원장 동지|외무상|국방상|부부장|대변인|기자|당국|정권)"
)
_NOT_NAME_EN = re.compile(
    r"^(?:The|This|That|In|On|At|An?|No|So|He|She|It|They|We|One|Two|Three|North|South|East|West|Korea|Korean|China|Chinese|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)


def names(text: str, lang: Lang, public: frozenset[str], places: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    """Each name of a person who is not public; ``places`` are the spans of names of places, which are none."""
    ranges: list[tuple[int, int]] = []
    for pattern in (_NAME_EN, _NAME_KO) if lang is Lang.ko else (_NAME_EN,):
        for match in pattern.finditer(text):
            group = str(match.lastgroup if match.lastgroup != "title" else "a")
            start, end = match.span(group)
            if start >= 0 and not _is_other(text, start, end, public, places):
                ranges.append((start, end))
    for start, end in dict.fromkeys(ranges):
        yield Found("person-name", start, end, "한 사람" if lang is Lang.ko else "a person")
    yield from _repeated(text, lang, ranges)


def _repeated(text: str, lang: Lang, ranges: list[tuple[int, int]]) -> Iterator[Found]:
    """A full name that is found once is found wherever it stands."""
    for name in {text[start:end] for start, end in ranges}:
        if len(name) < (3 if lang is Lang.ko else 6):
            continue
        for match in re.finditer(re.escape(name), text):
            if match.span() not in ranges:
                yield Found("person-name", match.start(), match.end(), "한 사람" if lang is Lang.ko else "a person")


def _is_other(text: str, start: int, end: int, public: frozenset[str], places: tuple[tuple[int, int], ...]) -> bool:
    name = text[start:end]
    if any(known in name or (len(name) > 1 and name in known.split()) for known in public):
        return True
    if _NOT_NAME_EN.match(name) or (len(name) > 1 and _NOT_NAME_KO.match(name)):
        return True
    if any(a < end and start < b for a, b in places):
        return True
    return bool(_OFFICE.search(text[max(0, start - 30) : start]) or _OFFICE_AFTER.match(text, end))
