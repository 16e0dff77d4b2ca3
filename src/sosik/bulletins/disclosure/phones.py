"""Telephone numbers of both Koreas, China and elsewhere, in every written form."""

import re
from collections.abc import Iterator

import phonenumbers

from sosik.bulletins.disclosure.spoken import spoken_numbers

REGIONS = ("KR", "CN", "KP")
_RUN = re.compile(r"(?<![A-Za-z0-9_.])(?:\+\s?|00\s?)?\(?\d(?:[\s().\-–/·~]{0,3}\d){5,17}(?![A-Za-z0-9_])(?![.,]\d)")
_GLUED = re.compile(r"(?<!\d)(?:\+\d|01[016789]|1[3-9]\d)[\s().\-–/·~]{0,3}\d(?:[\s().\-–/·~]{0,3}\d){6,13}(?!\d)")
_MASKED = re.compile(
    r"(?<![A-Za-z0-9_])(?:\+\d{1,3}[\s-]?)?(?:0?1[013-9]\d?|0\d{1,3}|19\d)[\s.\-]?(?:\d{2,4}|[*xX○●□#?]{2,4}|\d{1,3}[*xX○●□#?]{1,3})[\s.\-]?(?:[*xX○●□#?\d]{4})(?![A-Za-z0-9_])"
)
_CALLED = re.compile(
    r"(?:\b(?:phone|telephone|mobile|cell(?:phone)?|tel|call|dial|ring|text|hotline|fax|extension|ext|number|line)s?\b|전화|손전화|휴대폰|휴대전화|연락처|번호|팩스|핸드폰|电话|手机|电话号码|号码|☎|📞)[^\d\n]{0,24}\Z",
    re.IGNORECASE,
)
_AREA_CODED = re.compile(r"(?<![\w-])\(?0\d{1,2}\)?[-.\s]\s?\d{3,4}[-.\s]\d{4}(?![\d-])")
_DAY = re.compile(
    r"(?:19|20)\d\d[-./\s]{1,2}\d{1,2}[-./\s]{1,2}\d{1,2}(?:[-./\s~]{1,3}(?:(?:19|20)\d\d[-./\s])?\d{1,2}(?:[-./\s]\d{1,2})?)?"
)
_YEARS = re.compile(r"(?:(?:1[89]|20)\d\d[\s\-/~.·]{0,3})+")
_UNIT_AFTER = re.compile(
    r"\s?(?:원|위안|달러|톤|kg|킬로|명|년|km|m\b|won|yuan|dollars|tons?|people|%|도\b|°|호\b|만|억)", re.IGNORECASE
)
_MONEY_BEFORE = re.compile(r"[$₩¥€£]\s?\Z")
_AREA = re.compile(r"(?:0\d{1,3}|\+)")


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Characters of every number that can be dialled, a part of it masked or not; ``text`` is unveiled."""
    yield from ((start, end) for digits, start, end in spoken_numbers(text) if len(digits.lstrip("+")) >= 7)
    yield from (match.span() for match in _MASKED.finditer(text) if re.search(r"[*xX○●□#?]", match[0]))
    yield from (match.span() for match in _AREA_CODED.finditer(text))
    for pattern in (_RUN, _GLUED):
        yield from (match.span() for match in pattern.finditer(text) if _is_phone(text, match))


def _is_phone(text: str, match: re.Match[str]) -> bool:
    words = match[0]
    if _DAY.fullmatch(words) or _YEARS.fullmatch(words) or _MONEY_BEFORE.search(text[: match.start()][-3:]):
        return False
    if _UNIT_AFTER.match(text, match.end()):
        return False
    digits = re.sub(r"\D", "", words)
    if _CALLED.search(text[max(0, match.start() - 40) : match.start()]):
        return len(digits) <= 13
    return _can_be_dialled(words, digits)


def _can_be_dialled(words: str, digits: str) -> bool:
    if words.startswith(("+", "00")):
        return 8 <= len(digits) <= 15 and _parses("+" + digits.removeprefix("00"), None)
    if digits.startswith(("850", "86", "82")) and len(digits) >= 11 and _parses("+" + digits, None):
        return True
    return len(digits) >= 8 and any(_parses(digits, region) for region in REGIONS) and _is_shaped(words, digits)


def _is_shaped(words: str, digits: str) -> bool:
    """A bare run of digits is one when it opens as a mobile or an area code; groups tell it too."""
    return (
        bool(re.search(r"\d[\s().\-–/·~]+\d", words))
        or _AREA.match(digits) is not None
        or re.match(r"1[3-9]", digits) is not None
    )


def _parses(number: str, region: str | None) -> bool:
    try:
        known = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(known) or (region is None and phonenumbers.is_possible_number(known))
