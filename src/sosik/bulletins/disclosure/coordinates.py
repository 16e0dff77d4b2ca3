"""Places to the point: decimal degrees, degrees and minutes, grids, plus codes, geo URIs and links into maps."""

import re
from collections.abc import Iterator

_DEGREE = r"(?:°|º|˚|\bdeg(?:rees?)?\b\.?|도|度|d(?=\s?\d))"
_MINUTE = r"(?:['′’‘]|\bmin(?:utes?)?\b\.?|분|分|m(?=\s?\d|[NSEW\s]))"
_SECOND = r"(?:[\"″”“]|''|’’|′′|\bsec(?:onds?)?\b\.?|초|秒|s\b)"
_SIDE = r"(?:[NSEW]\b|north|south|east|west|북위|동경|남위|서경|北纬|东经)"
_NUMBER = r"\d{1,3}(?:\.\d+)?"
_DMS = re.compile(
    rf"(?:{_SIDE}\s?(?:latitude|longitude)?\s?)?(?<![\d.])\d{{1,3}}\s?{_DEGREE}\s?\d{{1,2}}(?:\.\d+)?\s?{_MINUTE}?(?:\s?\d{{1,2}}(?:\.\d+)?\s?{_SECOND})?(?:\s?(?:of\s)?{_SIDE})?"
    rf"|(?<![\d.])\d{{1,3}}[\s:\-]\d{{1,2}}[\s:\-]\d{{1,2}}(?:\.\d+)?\s?[NSEW]\b|\b[NSEW]\s?\d{{1,3}}[\s:\-°]\s?\d{{1,2}}(?:\.\d+|[\s:\-'′]\s?\d{{1,2}}(?:\.\d+)?)(?!\d)"
    rf"|(?<![\d.])\d{{1,3}}\s\d{{1,2}}\.\d+\s?[NSEW]\b|(?<![\d.])\d{{2,3}}-\d{{2}}(?:\.\d+)?\s?[NSEW]\b|(?<!\d)\d{{4}}[NS]\s?,?\s?\d{{5}}[EW]\b|(?<!\d)\d{{6}}[NS]\s?,?\s?\d{{7}}[EW]\b",
    re.IGNORECASE,
)
_SIDED = re.compile(
    rf"(?<![\w.])\d{{1,3}}\.\d+\s?{_DEGREE}?\s?(?:[NSEW]\b|north\b|south\b|east\b|west\b)|\b[NSEW][\s:=]?\s?\d{{1,3}}\.\d+\s?{_DEGREE}?"
    rf"|(?:북위|동경|남위|서경|위도|경도|北纬|东经|纬度|经度)\s?(?:는|은|가|:|=|약)?\s?[-+]?{_NUMBER}\s?(?:{_DEGREE})?(?:\s?\d{{1,2}}(?:\.\d+)?\s?{_MINUTE})?(?:\s?\d{{1,2}}(?:\.\d+)?\s?{_SECOND})?"
    rf"|\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b\.?\s?(?:of\s|is\s|was\s|about\s|:|=)?\s?[-+]?{_NUMBER}\s?{_DEGREE}?"
    rf"|(?<![\d.])\d{{1,3}}\.\d{{2,}}\s?{_DEGREE}|(?:북위|동경)\s?[일이삼사오육륙칠팔구십백영공]+\s?(?:도|점)(?:\s?[일이삼사오육륙칠팔구십영공]+\s?분)?(?:\s?[일이삼사오육륙칠팔구십영공]+\s?초)?"
    r"|\b(?:(?:one )?hundred(?: and)?[\s-])?(?:twenty|thirty|forty|fifty)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?(?: point(?: \w+){1,6})?\s+degrees(?:,?\s+(?:and\s)?[\w-]+(?:\s\w+)?\s+minutes)?(?:,?\s+(?:and\s)?[\w-]+\s+seconds)?\s+(?:of\s)?(?:north|south|east|west)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![\w.])(?P<a>[-+]?\d{1,3}\.\d+)\s?°?\s?[NS]?(?:\s?[,/;|]\s?|\s+and\s+|\s+by\s+|와\s|과\s|\s+)(?P<b>[-+]?\d{1,3}\.\d+)\s?°?\s?[EW]?(?![\w.]*\d)",
    re.IGNORECASE,
)
_COMMA_PAIR = re.compile(r"(?<![\w.,])(?P<a>\d{2}),(?P<x>\d{3,7})\s?[;/|\s]\s?(?P<b>\d{3}),(?P<y>\d{3,7})(?![\w,])")
_GRID = re.compile(
    r"\b\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{2}\s?\d{2}|\d{3}\s?\d{3}|\d{4}\s?\d{4}|\d{5}\s?\d{5})(?!\d)"
    r"|\b\d{1,2}\s?[C-HJ-NP-X]\s+\d{6}(?:\.\d+)?\s?(?:m?E)?[\s,]+\d{7}(?:\.\d+)?(?:\s?m?N)?\b"
    r"|\b(?:UTM|zone)\b[^\n]{0,20}?\d{6}(?:\.\d+)?\s?(?:m?E)?[\s,]+\d{7}(?:\.\d+)?(?:\s?m?N)?"
    r"|\b[A-HJ-NP-Z]{2}\s(?:\d{3}\s\d{3}|\d{4}\s\d{4}|\d{5}\s\d{5})\b|\b(?:grid(?: ref(?:erence)?)?|MGRS|좌표)\s?(?:square\s|is\s|는\s|은\s|:)?\s?[A-HJ-NP-Z]{2}\s?\d{4,10}\b|\b(?:grid(?: ref(?:erence)?)?|MGRS|격자(?:\s?좌표)?)\s?(?:is\s|:)?\s?\d{3,5}\s?\d{3,5}\b"
)
_CODE = re.compile(
    r"(?<![\w+])[23456789CFGHJMPQRVWX]{2,8}\+[23456789CFGHJMPQRVWX]{2,7}(?![\w+])"
    r"|/{3}[a-z가-힣]+\.[a-z가-힣]+\.[a-z가-힣]+|\bwhat3words\b[^\w\n]{0,4}[a-z]+\.[a-z]+\.[a-z]+|\bgeohash\b[^\w\n]{0,4}(?:is\s)?[0-9b-hjkmnp-z]{5,12}\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\bgeo:[-+]?\d+(?:\.\d+)?,[-+]?\d+(?:\.\d+)?[^\s)>\]]*"
    r"|(?:https?://|\b)(?:(?:www\.|m\.)?google\.[a-z.]+/maps|maps\.google\.[a-z.]+|maps\.app\.goo\.gl|goo\.gl/maps|maps\.apple\.com|(?:www\.)?openstreetmap\.org|osm\.org|map\.naver\.com|m\.map\.naver\.com|naver\.me|map\.kakao\.com|kko\.to|place\.map\.kakao\.com|(?:uri|ditu|www|surl)\.amap\.com|(?:j\.)?map\.baidu\.com|map\.qq\.com|yandex\.[a-z]+/maps|(?:www\.)?bing\.com/maps|wego\.here\.com|what3words\.com|w3w\.co|plus\.codes|earth\.google\.com|wikimapia\.org)(?:[/?#][^\s)>\]]*)?"
    r"|https?://[^\s)>\]]*(?:@|[?&](?:ll|q|mlat|lat|center|daddr|query)=|#map=\d+/)[-+]?\d{1,3}\.\d+[^\s)>\]]*",
    re.IGNORECASE,
)
_REACH = ((33.0, 54.0), (73.0, 136.0))


def coordinates(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each; a pair of decimals is one where it lies in or around Korea, however few its decimals."""
    for pattern in (_LINK, _GRID, _CODE):
        yield from (match.span() for match in pattern.finditer(text))
    for match in (*_PAIR.finditer(text), *_COMMA_PAIR.finditer(text)):
        if _is_near(match):
            yield match.span()
    for pattern in (_DMS, _SIDED):
        yield from (match.span() for match in pattern.finditer(text) if not _is_weather(text, match))


def _is_near(match: re.Match[str]) -> bool:
    """Either order; elsewhere in the world with four decimals at least."""
    groups = match.groupdict()
    first, second = (
        float(groups[name]) if groups.get(part) is None else float(f"{groups[name]}.{groups[part]}")
        for name, part in (("a", "x"), ("b", "y"))
    )
    near = any(
        _REACH[0][0] <= lat <= _REACH[0][1] and _REACH[1][0] <= lon <= _REACH[1][1]
        for lat, lon in ((first, second), (second, first))
    )
    fine = all(len(groups[name].partition(".")[2]) >= 4 for name in ("a", "b"))
    return near or (fine and abs(first) <= 90 and abs(second) <= 180)


def _is_weather(text: str, match: re.Match[str]) -> bool:
    """Degrees of heat or of an angle, not of the earth."""
    around = text[max(0, match.start() - 25) : match.end() + 12]
    return (
        re.search(
            r"영하|영상|기온|섭씨|temperature|Celsius|°\s?[CF]\b|below zero|minus|magnitude|규모", around, re.IGNORECASE
        )
        is not None
    )
