"""Hours of a day as amounts of their own unit: 오후 3시 반, 15:30, half past three in the afternoon."""

import re
from collections.abc import Iterator

from sosik.bulletins.translation.amount import Amount
from sosik.claims.people import english_numbers, korean_numbers
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_HOURS_KO = "열두|열한|열|아홉|여덟|일곱|여섯|다섯|네|세|두|한"
_KO = re.compile(
    rf"(?P<half>오전|오후|새벽|아침|저녁|밤|낮|정오)?\s?(?<![\d가-힣])(?P<hour>[01]?\d|2[0-4]|{_HOURS_KO})\s?시(?!간|[가-힣]?기|도|군|장|작|민|내|절|점|험)(?:\s?(?P<minute>\d\d?)\s?분|\s?(?P<thirty>반))?"
)
_EN = re.compile(
    r"(?P<past>half past|quarter past|quarter to)?\s?\b(?P<hour>[01]?\d|2[0-4]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:.](?P<minute>[0-5]\d))?\s?"
    r"(?P<mark>[ap]\.?m\b\.?|o['’]clock|hours\b(?<=00 hours)|(?=(?:\s|-)?(?:in the (?:early )?(?:morning|afternoon|evening)|at night)))",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-3])[:](?P<minute>[0-5]\d)(?!\d)")
_PAST = re.compile(
    r"\b(?P<past>half past|a quarter past|quarter past|a quarter to|quarter to)\s(?P<hour>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\bat\s(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?=[.,;]|$|\s(?:the|a|an|in|on|every|each|and|sharp|he|she|they|we|i|his|her|their|until|when|that|this)\b)(?!\s(?:the|a)\s(?:points|places|sites))",
    re.IGNORECASE,
)
_POINTS = {
    Lang.ko: re.compile(r"(?P<noon>정오)|(?P<midnight>자정)"),
    Lang.en: re.compile(r"\b(?:(?P<noon>noon|midday)|(?P<midnight>midnight))\b", re.IGNORECASE),
}
_LATE = re.compile(r"오후|저녁|밤|낮|p\.?m|afternoon|evening|night", re.IGNORECASE)
_EARLY = re.compile(r"오전|새벽|아침|a\.?m|morning", re.IGNORECASE)


def clocks(text: str, lang: Lang) -> Iterator[Amount]:
    """Minutes since midnight where the half of the day is said; else both halves may be meant."""
    taken: list[tuple[int, int]] = []
    patterns = (_KO, _COLON) if lang is Lang.ko else (_PAST, _EN, _COLON, _AT)
    for pattern in patterns:
        for match in pattern.finditer(text):
            start, end = match.span()
            start += len(match[0]) - len(match[0].lstrip())
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                yield _made(text, start, end, match, lang)
    for match in _POINTS[lang].finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            value = 720 if match["noon"] else 0
            yield Amount(TextSpan(*match.span()), value, value, frozenset({"clock"}), firm=False)


def _made(text: str, start: int, end: int, match: re.Match[str], lang: Lang) -> Amount:
    groups = match.groupdict()
    word = match["hour"]
    hour = int(word) if word.isdigit() else _word(word, lang)
    minute = int(groups.get("minute") or 0) or (30 if groups.get("thirty") else 0)
    past = (groups.get("past") or "").lower()
    minutes = (
        hour % 24 * 60
        + minute
        + (30 if past.startswith("half") else 15 if past.endswith("past") else -15 if past else 0)
    )
    mark = groups.get("mark") or ""
    after = text[end : end + 16] if lang is Lang.en and not mark.lower().startswith(("a", "p")) else ""
    before = text[max(0, start - 24) : start] if lang is Lang.en and not mark else ""
    around = f"{groups.get('half') or ''} {mark} {after} {before}"
    span = TextSpan(start, max(end, start + 1))
    if hour > 12 or "00" in word:
        return Amount(span, minutes, minutes, frozenset({"clock"}))
    noonward = minutes % 720
    night = "밤" in around or "night" in around.lower()
    if night and hour in {12, 1, 2, 3}:
        return Amount(span, noonward, noonward, frozenset({"clock"}))
    if _LATE.search(around):
        return Amount(span, noonward + 720, noonward + 720, frozenset({"clock"}))
    if _EARLY.search(around):
        return Amount(span, noonward, noonward, frozenset({"clock"}))
    return Amount(span, noonward, noonward, frozenset({"clock"}), also=frozenset({noonward + 720}))


def _word(word: str, lang: Lang) -> int:
    if lang is Lang.ko:
        return korean_numbers.number(word) or 0
    read = english_numbers.number((word.lower(),), 0)
    return read[0] if read else 0
