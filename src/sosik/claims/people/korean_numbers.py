"""Korean numbers: digits, Sino-Korean and native words, ranges and bounds around a counter."""

import re

from sosik.claims.people.quantities import vague_counts
from sosik.values.quantity import Count
from sosik.values.text import Lang

_DIGIT = {char: n for n, char in enumerate("일이삼사오육칠팔구", 1)} | {"륙": 6}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_NATIVE_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_NATIVE_UNITS = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_VAGUE = vague_counts(Lang.ko)
_NATIVE = re.compile(
    rf"(?P<hundred>(?:[이삼사오육칠팔구])?백\s?)?(?P<ten>{'|'.join(_NATIVE_TENS)})?\s?(?P<unit>{'|'.join(sorted(_NATIVE_UNITS, key=len, reverse=True))})?"
)
_SINO_PATTERN = "(?:[일이삼사오육륙칠팔구]?[만천백십])+[일이삼사오육륙칠팔구]?"
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_NATIVE_PATTERN = (
    f"(?:(?:[이삼사오육칠팔구]?백\\s?)?(?:{'|'.join(_NATIVE_TENS)})(?:\\s?(?:{'|'.join(sorted(_NATIVE_UNITS, key=len, reverse=True))}))?"
    f"|{'|'.join(sorted(_NATIVE_UNITS, key=len, reverse=True))})"
)
ONE = rf"(?:(?:{_DIGITS})(?:\s?[만천백]\s?(?:(?:{_DIGITS})(?:\s?[천백])?)?)?|{'|'.join(_VAGUE)}|{_NATIVE_PATTERN}|{_SINO_PATTERN})"
_LOOSE = sorted(
    (
        "한둘 두엇 두셋 서넛 너덧 네댓 대여섯 예닐곱 일고여덟 여남은 열댓 여럿 몇몇 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉"
    ).split(),
    key=len,
    reverse=True,
)
NATIVE_ALONE = rf"(?:(?:{'|'.join(_NATIVE_TENS)})(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)?|{'|'.join(_LOOSE)})"
NUMBER = rf"{ONE}(?:\s?여)?(?:\s?(?:[~∼～\-–]|에서)\s?{ONE})?"
_BEFORE = re.compile(
    r"^(?P<bound>최소한?|적어도|못해도|최대|많게는|많아야|최고|약|대략|무려|총|모두|도합|모두 합쳐|단)\s?"
)
_AFTER = re.compile(r"\s?(?P<bound>이상|넘게|초과|미만|이하|안팎|내외|정도|가량|쯤|남짓|까지|넘는)$")
_COUNTER = re.compile(r"\s?(?:여\s?)?(?:명|인|사람|분)$")
_RANGE = re.compile(r"\s?(?:[~∼～\-–]|에서)\s?")


def parse(words: str) -> Count | None:
    """The count that the words are, whole, with or without a counter and bounds."""
    before = _BEFORE.match(words)
    rest = words[before.end() :] if before else words
    after = _AFTER.search(rest)
    rest = rest[: after.start()] if after else rest
    counter = _COUNTER.search(rest)
    if counter and counter.start() > 0:
        rest = rest[: counter.start()] + ("여" if "여" in counter[0] else "")
    count = plain(rest.strip())
    if count is None:
        return None
    return bounded(count, before["bound"] if before else "", after["bound"] if after else "")


def bounded(count: Count, before: str, after: str) -> Count:
    """The count with what 최소, 최대, 이상, 미만 and their kin say of its ends."""
    if after in {"넘게", "초과", "넘는"} or after == "이상" or before in {"최소", "최소한", "적어도", "못해도"}:
        over = after in {"넘게", "초과", "넘는"} and count.best is not None
        return Count.at_least(count.min + 1 if over else count.min)
    if after == "미만":
        return Count.between(0, max(0, (count.best or count.min) - 1))
    if after == "이하" or before in {"최대", "많게는", "많아야", "최고"}:
        return Count.between(0, count.max)
    if after == "남짓" and count.best:
        return _and_some(count.best)
    return count


def plain(words: str) -> Count | None:
    """A vague word, a number, "N and some", or a range of two."""
    if words in _VAGUE:
        return _VAGUE[words]
    parts = _RANGE.split(words)
    if len(parts) == 2:
        low, high = number(parts[0]), number(parts[1].removesuffix("여"))
        if low is None or high is None:
            return None
        low = low * 10 ** (len(str(high)) - 1) if 0 < low < 10 <= high and words[0].isalpha() else low
        return Count.between(low, high) if low <= high else None
    if words.endswith("여") and len(words) > 1:
        base = number(words[:-1].strip())
        return _and_some(base) if base else None
    value = number(words)
    return None if value is None else Count.exactly(value)


def _and_some(base: int) -> Count:
    """Ten and some: up to the next of the last place that is stated."""
    unit = 1
    while base % (unit * 10) == 0:
        unit *= 10
    return Count.between(base, base + max(unit, 10) - 1 if unit > 1 else base + 1)


def number(words: str) -> int | None:
    """One whole number in digits, native or Sino-Korean words; None when it is none."""
    words = words.strip()
    if not words:
        return None
    if words[0].isascii():
        return _digits(words)
    native = _native(words)
    return native if native is not None else _sino(words)


def _digits(words: str) -> int | None:
    """12, 1,200, 1만 2천, 3백."""
    if not re.fullmatch(rf"(?:{_DIGITS})(?:\s?[만천백]\s?(?:(?:{_DIGITS})(?:\s?[천백])?)?)?", words):
        return None
    total = 0
    for value, unit in re.findall(rf"({_DIGITS})\s?([만천백]?)", words):
        total += int(value.replace(",", "")) * {"만": 10_000, "천": 1000, "백": 100, "": 1}[unit]
    return total


def _native(words: str) -> int | None:
    found = _NATIVE.fullmatch(words)
    if not found or not (found["ten"] or found["unit"]):
        return None
    hundred = found["hundred"]
    value = _DIGIT.get(hundred[0], 1) * 100 if hundred else 0
    return value + _NATIVE_TENS.get(found["ten"] or "", 0) + _NATIVE_UNITS.get(found["unit"] or "", 0)


def _sino(words: str) -> int | None:
    total, part, digit, last = 0, 0, 0, 10_000
    for char in words.replace(" ", ""):
        if char in {"영", "공"} and len(words) == 1:
            return 0
        if char in _DIGIT:
            if digit:
                return None
            digit = _DIGIT[char]
        elif char in _SMALL and _SMALL[char] < last:
            part += (digit or 1) * _SMALL[char]
            last, digit = _SMALL[char], 0
        elif char == "만" and not total:
            total, part, digit, last = (part + digit or 1) * 10_000, 0, 0, 10_000
        else:
            return None
    return total + part + digit
