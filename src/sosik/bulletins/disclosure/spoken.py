"""Numbers read aloud: "공일공 이삼사오 ...", "zero one zero, two three ...", "一三九 ..."."""

import re
from collections.abc import Iterator

_KO = {
    word: str(number)
    for number, words in enumerate(
        (
            "공 영 령 빵 제로",
            "일 하나",
            "이 둘",
            "삼 셋",
            "사 넷",
            "오 다섯",
            "육 륙 여섯",
            "칠 일곱",
            "팔 여덟",
            "구 아홉",
        )
    )
    for word in words.split()
}
_EN = {
    word: str(number)
    for number, words in enumerate(
        ("zero oh nought null nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine niner")
    )
    for word in words.split()
}
_ZH = {
    word: str(number)
    for number, words in enumerate(
        ("零 〇 洞", "一 幺 壹", "二 贰 两", "三 叁", "四 肆", "五 伍", "六 陆", "七 柒 拐", "八 捌", "九 玖")
    )
    for word in words.split()
}
_LETTERS = {"o": "0", "O": "0", "l": "1", "I": "1"}


def _any(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_JOIN_KO = r"(?:[\s\-·.,/]{0,3}(?:에|의|다시|국에|국|대시|하이픈)?[\s\-·.,/]{0,2})"
_JOIN_EN = r"(?:[\s,.\-·/]{1,3}(?:(?:dash|hyphen|dot|space|then|and then|and)[\s,]{1,2})?)"
_REPEATED_EN = rf"(?:(?:double|triple)[\s-])?(?:{_any(_EN)}|\d)"
_RUN_KO = re.compile(rf"(?<![가-힣\d])(?:(?:{_any(_KO)}|\d){_JOIN_KO}){{6,24}}(?:{_any(_KO)}|\d)")
_RUN_EN = re.compile(rf"\b(?:plus[\s,-]{{1,2}})?(?:{_REPEATED_EN}{_JOIN_EN}){{5,24}}{_REPEATED_EN}\b", re.IGNORECASE)
_RUN_ZH = re.compile(rf"(?:(?:{_any(_ZH)}|\d)[\s\-·.,]{{0,2}}){{6,24}}(?:{_any(_ZH)}|\d)")
_ONE_EN = re.compile(rf"(?:(double|triple)[\s-])?({_any(_EN)}|\d)", re.IGNORECASE)
_TIMES = {"": 1, "double": 2, "triple": 3}
_MIXED = re.compile(
    r"(?<![\w.])\+?(?=(?:[\s\-.()]*[\dOoIl]){9,15}(?![\w-]))(?=[^\s]*[OoIl])(?:[\dOoIl][\s\-.()]{0,2}){8,14}[\dOoIl](?![\w-])"
)


def spoken_numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """The digits of every number that stands in words, at least in part, with its characters."""
    for pattern, words in ((_RUN_KO, _KO), (_RUN_ZH, _ZH)):
        one = re.compile(f"{_any(words)}|\\d")
        for match in pattern.finditer(text):
            said = one.findall(match[0])
            if sum(not word.isdigit() for word in said) >= 3:
                yield "".join(words.get(word, word) for word in said), *match.span()
    for match in _RUN_EN.finditer(text):
        said = _ONE_EN.findall(match[0])
        if sum(not word.isdigit() for _, word in said) >= 3:
            plus = "+" if match[0].casefold().startswith("plus") else ""
            yield plus + "".join(_digit(word) * _TIMES[times.casefold()] for times, word in said), *match.span()
    for match in _MIXED.finditer(text):
        digits = "".join(_LETTERS.get(one, one) for one in match[0])
        if sum(one.isdigit() for one in match[0]) >= 6:
            yield re.sub(r"[^\d+]", "", digits), *match.span()


def _digit(word: str) -> str:
    return _EN.get(word.casefold(), word)
