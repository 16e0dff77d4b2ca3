"""Addresses down to a unit, a house, a door."""

import re
from collections.abc import Iterator

_UNITS_KO = r"(?:인민반|반|번지|호동|동|층|호|현관|세대|아파트|단지|통|가구|라인|출입구|번째 집|號|号)"
_KO = re.compile(
    rf"(?:제\s?)?\d{{1,4}}(?:\s?-\s?\d{{1,4}})?\s?(?:인민반|번지|호동|현관)(?:\s?(?:제\s?)?\d{{1,4}}\s?{_UNITS_KO})*"
    r"|(?:인민반\s?(?:제\s?)?\d{1,3}(?!\s?명)(?:호)?)"
    rf"|[가-힣]{{1,6}}(?:동|리|구|읍|노동자구)\s?(?:제\s?)?\d{{1,3}}\s?(?:인민반|반(?![가-힣])|반(?=[에의은는이가을])|통|번지|-\d{{1,4}})(?:\s?(?:제\s?)?\d{{1,4}}\s?{_UNITS_KO})*"
    r"|(?<![\d.])\d{1,3}\s?반(?=[\s,의에은는이가]|$)(?:\s?\d{1,3}\s?(?:층|호|현관|동|세대))*"
    r"|\d{1,4}\s?동\s?\d{1,4}\s?(?:층|호)(?:\s?\d{1,4}\s?호)?|\d{1,2}\s?층\s?\d{1,4}\s?호|(?:아파트|살림집|빌라|맨션|땅집|하모니카집|주택)\s?(?:제\s?)?\d{1,4}\s?(?:호|동|층|현관)(?:\s?(?:제\s?)?\d{1,4}\s?(?:호|동|층|현관))*"
    r"|(?<![가-힣])(?!바로|따로|서로|새로|별로|대로|스스로|실제로)[가-힣]{1,7}(?:(?<!으)로|길|거리)\s?\d{1,4}(?:(?:번길\s?\d+|-\d+|번지|호)(?=[\s,에의]|$)|(?=[,에의]|$))(?:\s?기숙사)?(?:\s?[가나다라마바]동)?|\d{1,2}\s?현관(?:\s?\d{1,3}\s?(?:층|호))*"
    r"|[一-龥]{2,8}(?:路|街|巷|弄|村|小区|胡同)\s?\d{1,5}\s?(?:号|號|弄)?(?:\s?\d{1,4}\s?(?:栋|单元|室|楼|幢))*"
    r"|(?:앞|뒤|옆|맞은편|건너편)\s?(?:\S+\s)?(?:첫|두|세|네|다섯|여섯)\s?번째\s?(?:집|살림집|대문|아파트|현관)|(?:왼쪽|오른쪽|끝|동쪽|서쪽|남쪽|북쪽)\s?(?:에서\s)?(?:첫|두|세|네|다섯|여섯)\s?번째\s?(?:집|대문|살림집|현관|땅집)|(?:첫|두|세|네|다섯|여섯)\s?번째\s?(?:집|대문|살림집|땅집)"
)
_PART = r"(?:house|home|apartment|apt\.?|flat|room|rm\.?|unit|door|building|bldg\.?|block|floor|entrance|stairwell|stairway|household|gate|lot|tower|hall|bed|cell)"
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|ground|top|\d{1,3}(?:st|nd|rd|th))"
_COUNTED = r"(?:\d{1,4}[A-Z]?(?:-\d{1,4})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_INMINBAN = r"(?:inminban|people['’]?s[\s-](?:unit|group|neighbou?rhood unit)|neighbou?rhood[\s-](?:watch[\s-])?(?:unit|group)|inmin[\s-]ban|ban)"
_EN = re.compile(
    rf"\b(?:house|apartment|apt\.?|flat|room|unit|door|building|bldg\.?|block|entrance|household|lot)\s+(?:no\.?\s?|nos?\.?\s?|number\s|#\s?)?{_COUNTED}\b(?:,?\s*(?:on the |of |in |and )?(?:{_PART}\s+(?:no\.?\s?|number\s|#\s?)?{_COUNTED}|{_NTH}[\s-](?:floor|entrance|stairwell|door)))*"
    rf"|\b{_NTH}[\s-](?:floor|entrance|stairwell|storey|story)\b(?:,?\s*(?:of |in |at )?(?:the )?{_PART}\s+(?:no\.?\s?|number\s|#\s?)?{_COUNTED})+"
    rf"|\b(?:no\.?\s?|number\s|#\s?)?(?:\d{{1,3}}(?:st|nd|rd|th)?|{_NTH})\s+{_INMINBAN}\b|\b{_INMINBAN}[,\s]+(?:no\.?\s?|number\s|#\s?)?{_COUNTED}\b|\b\d{{1,3}}[- ]ban\b"
    rf"|\b(?:house|home|apartment|flat|room)\s(?:is |was |stands |lies |sits )?(?:the \w+ )?(?:\w+ ){{0,3}}(?:behind|next to|opposite|across from|beside|beyond|facing|on the (?:left|right|corner))\b[^.;\n]{{0,40}}"
    rf"|\b(?:the\s)?(?:{_NTH}|last)\s(?:house|home|door|gate|flat|apartment|cottage)\s(?:from|on|past|after|along|down|to|behind|beyond|by|off|in)\b[^.,;\n]{{2,40}}",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:Dorm(?:itory)?|Hostel|Barracks|Block|Building|Bldg\.?|House|Flat|Apartment|Room)\s[A-Z0-9]{1,3}\b(?:,\s)?|\b[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s(?:Street|Road|Avenue|Lane|Alley|St\.|Rd\.),?\s(?:No\.?\s?)?\d{1,5}\b|"
    r"\b\d{1,5}(?:-\d{1,4})?,?\s+(?:[A-Z][\w'’-]+\s){1,3}(?:Street|Road|Avenue|Lane|Alley|Drive|Boulevard|St\b\.?|Rd\b\.?|Ave\b\.?|Lu|Jie|ro|gil)|\b(?:No\.?|Number)\s?\d{1,5},?\s(?:[A-Z][\w'’-]+\s?){1,3}(?:Street|Road|Avenue|Lane|Alley|Lu|Jie)?"
    r"|\b[A-Z][a-z]+(?:-|\s)(?:ro|gil|dong|ri|gu|daero)[,\s]+\d{1,4}(?:-\d{1,4})?(?![\d,.]*\s?(?:people|won|percent|%|years?|men|women|households|families|metres|meters|km|m\b))\b",
)

_DOOR = r"\d{1,4}(?:-\d{1,4})?\s?(?:호|실|단원|번지|현관|층|동(?=\s?\d))"
_ROAD = r"[가-힣]{2,6}(?:대로|로|길|거리|골목|가|동|리|촌|화원|아파트|빌라|맨션|신촌)"
_BY_ROAD = re.compile(
    rf"(?<![가-힣]){_ROAD}\s(?:(?:제?\d{{1,4}}\s?(?:번길|길|골목|호|가)?|첫째|둘째|셋째|넷째|다섯째|[가-힣]{{2,6}})\s?(?:골목|길|거리|집|대문)?,?\s){{0,4}}{_DOOR}(?:[,\s]{{1,2}}{_DOOR})*"
)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each, in either language wherever it stands; ``text`` is unveiled."""
    for pattern in (_KO, _EN, _STREET, _BY_ROAD):
        for match in pattern.finditer(text):
            yield match.start(), match.end() - (len(match[0]) - len(match[0].rstrip(" ,")))
