"""Direct identifiers: what names one person, device, door or vehicle by itself."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.found import Found
from sosik.values.text import Lang

_SEP = r"[\s.\-–()]{0,2}"
_PHONE = re.compile(
    rf"(?<![\d-])(?:\+|00){_SEP}(?:82|850|86|7|81|1|\d{{2,3}}){_SEP}\d{{1,4}}{_SEP}\d{{3,4}}{_SEP}\d{{3,4}}(?!\d)"
    rf"|(?<!\d)(?:01[016789]|19[1-5]|0(?:2|[3-9]\d{{1,2}}|10|21)){_SEP}\d{{3,4}}{_SEP}\d{{4}}(?!\d)"
    rf"|(?<!\d)1[3-9]\d{_SEP}\d{{4}}{_SEP}\d{{4}}(?!\d)"
    r"|(?:\b(?:phone|telephone|mobile|cell|tel|call|dial|number)\b|전화|손전화|휴대폰|연락처|번호)[^\d\n]{0,20}(?<!\d)(?P<bare>\d[\d\s-]{4,16}\d)(?!\d)",
    re.IGNORECASE,
)
_ID = re.compile(
    r"(?<!\d)\d{6}\s?[-–]\s?[1-8]\d{6}(?!\d)|(?<![\dA-Za-z])\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)|\b\d{2}-\d{6}-\d{6}-\d\b"
    r"|(?:\b(?:ID|identity|identification|citizen(?:'s|ship)?|party|passport|membership|registration|serial|prisoner|IMEI|IMSI|SIM|card|permit|service)\b(?:\s+(?:card|book|registration|membership|document))?\s*(?:number|no\.?|#)?"
    r"|공민증|당원증|주민등록|주민|여권|신분증|등록|군번|식별|죄수|수감|통행증|출입증|증명서|고유)\s?(?:번호)?[은는이가]?[^\w\n]{0,3}\s?(?:is|was)?\s?(?P<bare>[A-Z]{0,3}[\s-]?\d[\d-]{4,}\d)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MESSENGER = re.compile(
    r"(?:\b(?:WeChat|Telegram|KakaoTalk|Kakao|Signal|WhatsApp|Line|QQ|Skype|Viber|Facebook|Instagram|Threema|Wickr|Twitter|Weibo|Zalo)\b|위챗|웨이신|텔레그램|카카오톡|카톡|시그널|왓츠앱|라인|큐큐|스카이프|페이스북|웨이보)"
    r"(?:\s?(?:ID|account|handle|name|user(?:name)?|아이디|계정|이름|대화명|닉네임))?[^\w@\n]{0,4}(?:is|was|as|under|는|은|이|가)?\s?[^\w@\n]{0,3}(?P<name>@?(?=[A-Za-z0-9_.-]*[\d_@])[A-Za-z][A-Za-z0-9_.-]{3,}|@[A-Za-z][A-Za-z0-9_.]{2,}|[1-9]\d{5,11})"
    r"|\bwxid_\w+|(?P<id>\b(?:ID|handle|user ?name|nickname|screen name)\b|아이디|계정명|대화명|닉네임)[^\w@\n]{0,4}(?:is|was|는|은|이|가)?\s?[^\w@\n]{0,3}(?P<other>@?[A-Za-z][A-Za-z0-9_.-]{3,})"
    r"|(?<![\w.@])@(?P<at>[A-Za-z][A-Za-z0-9_.]{3,})",
    re.IGNORECASE,
)
_COORDINATE = re.compile(
    r"(?<![\d.])[-+]?\d{1,3}\.\d{2,}\s?°?\s?[NS]?\s?(?:[,/;]|\s|and|북위|동경)\s?(?:longitude\s)?[-+]?\d{1,3}\.\d{2,}\s?°?\s?[EW]?(?!\d)"
    r"|\d{1,3}\s?[°도º]\s?\d{1,2}(?:\.\d+)?\s?['′’분](?:\s?\d{1,2}(?:\.\d+)?\s?(?:[\"″”초]|''))?\s?(?:[NSEW]\b)?"
    r"|\b[NSEW]\s?\d{1,3}\.\d{2,}\b|\b\d{1,3}\.\d{2,}\s?°?\s?[NSEW]\b|(?:북위|동경|남위|서경)\s?\d{1,3}(?:\.\d+|\s?도)\s?(?:\d{1,2}\s?분)?|\b(?:latitude|longitude)\s(?:of\s)?\d{1,3}(?:\.\d+)?|\b\d{2}[S-T][A-Z]{2}\s?\d{4,5}\s?\d{4,5}\b"
)
_PLATE = re.compile(
    r"(?:평양|평남|평북|함남|함북|황남|황북|강원|량강|양강|자강|남포|라선|나선|개성|길|吉|辽|遼)\s?[A-Z가-힣]?\s?·?\s?\d{2}\s?[-–]\s?\d{3,4}(?!\d)|(?<!\d)\d{2,3}\s?[가-힣]\s?\d{4}(?!\d)|[京津冀晋蒙辽吉黑沪苏浙][A-Z]·?\s?[A-Z0-9]{5}"
    r"|\b(?:Pyongyang|(?:North |South )?(?:Hamgyong|Pyongan|Hwanghae)|Ryanggang|Yanggang|Chagang|Jagang|Kangwon|Rason)\s\d{2}-\d{3,4}\b|(?:\b(?:licen[cs]e|number|registration)\s+plates?\b|\bplates?\b|\bregistered\b|차량\s?번호|차 ?번호|번호판)[^\d\n]{0,25}?(?P<bare>[A-Z가-힣]{0,3}[\s-]?\d{2,3}\s?[-–]?\s?[A-Z가-힣]?\s?\d{3,5}|[A-Z]{1,3}[\s·-]?[A-Z]?\d[A-Z\d]{3,5})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\d{1,3}\s?(?:인민반|반)(?=[\s,의에은는이가]|$)(?:\s?\d{1,3}\s?(?:층|호|현관|동))*|\d{1,4}\s?(?:번지|호동)(?:\s?\d+\s?호)?|\d{1,3}\s?동\s?\d{1,3}\s?(?:층|호)(?:\s?\d{1,4}\s?호)?|\d{1,2}\s?층\s?\d{1,4}\s?호"
    r"|\b(?:house|apartment|apt\.?|flat|room|unit|door|building|block)\s+(?:no\.?\s?|number\s|#)?\d+\w?(?:,\s*(?:(?:house|apartment|apt\.?|flat|room|unit|door|building|block|floor|entrance)\s+(?:no\.?\s?)?\d+|\d+(?:st|nd|rd|th) floor))*"
    r"|\b(?:no\.?\s?|number\s)?\d{1,3}(?:st|nd|rd|th)?\s+(?:inminban|people['’]s unit|neighbou?rhood unit|neighbou?rhood watch unit)\b|\b(?:inminban|people['’]s unit|neighbou?rhood unit)\s+(?:no\.?\s?|number\s)?\d+"
    r"|\b(?:house|home|apartment|flat|room)\s(?:is |was |stands |lies )?(?:the \w+ )?(?:\w+ ){0,3}(?:behind|next to|opposite|across from|on the (?:left|right|corner))\b[^.;\n]{0,40}|\b\d{1,4}\s+(?:[A-Z][\w-]+\s){1,3}(?:Street|Road|Avenue|Lane|Alley|St\.|Rd\.)|[가-힣]{1,6}(?:로|길)\s?\d{1,4}(?:번길\s?\d+)?(?=[\s,에의])",
    re.IGNORECASE,
)
_KINDS = (
    ("email", "messenger", _EMAIL),
    ("coordinate", "coordinate", _COORDINATE),
    ("plate", "plate", _PLATE),
    ("id-number", "id-number", _ID),
    ("phone", "phone", _PHONE),
    ("messenger", "messenger", _MESSENGER),
    ("address", "address", _ADDRESS),
)
_PLAIN = {
    "messenger": ("an account", "계정"),
    "coordinate": ("a place in the area", "그 지역의 한 곳"),
    "plate": ("a vehicle's plate", "차량"),
    "id-number": ("a number", "번호"),
    "phone": ("a telephone number", "전화번호"),
    "address": ("a home in the area", "그 지역의 집"),
}


def direct(text: str, lang: Lang) -> Iterator[Found]:
    """Every identifier once, the kind that says most first; the rewrite names the kind alone."""
    taken: list[tuple[int, int]] = []
    for _, rule, pattern in _KINDS:
        for match in pattern.finditer(text):
            start, end = _core(match)
            if any(a < end and start < b for a, b in taken) or (rule in {"phone", "id-number"} and _is_day(match[0])):
                continue
            taken.append((start, end))
            yield Found(rule, start, end, _PLAIN[rule][lang is Lang.ko])


def _core(match: re.Match[str]) -> tuple[int, int]:
    """The identifier without the word that announces it."""
    for name in ("bare", "name", "other", "at"):
        if name in match.re.groupindex and match[name]:
            start, end = match.span(name)
            return (start - 1 if name == "at" else start), end
    start, end = match.span()
    while end > start and match.string[end - 1] in " \t\n.,-–(":
        end -= 1
    return start, end


def _is_day(words: str) -> bool:
    return re.fullmatch(r"\D*(?:19|20)\d\d[-./\s]\d{1,2}[-./\s]\d{1,2}", words.strip()) is not None
