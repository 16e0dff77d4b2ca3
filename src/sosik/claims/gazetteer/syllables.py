"""Hangul syllables taken apart, the sounds that neighbours change, and the South's spelling of a northern name."""

import unicodedata

from attrs import evolve, frozen

_FIRST, _LAST = 0xAC00, 0xD7A3
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_CLOSED = dict.fromkeys("ㄲㅋㄳㄺ", "ㄱ") | dict.fromkeys("ㅅㅆㅈㅊㅌㅎ", "ㄷ") | dict.fromkeys("ㅍㅄㄿ", "ㅂ")
_CLOSED |= {"ㄵ": "ㄴ", "ㄶ": "ㄴ", "ㄻ": "ㅁ", "ㄼ": "ㄹ", "ㄽ": "ㄹ", "ㄾ": "ㄹ", "ㅀ": "ㄹ"}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
_Y_VOWELS = frozenset("ㅑㅕㅖㅛㅠㅣ")


@frozen
class Syllable:
    """Its letters in compatibility jamo; ``final`` is empty where there is none."""

    initial: str
    medial: str
    final: str


def syllables(hangul: str) -> list[Syllable]:
    """Of the syllables in the text; anything else is passed over."""
    return [_apart(char) for char in unicodedata.normalize("NFC", hangul) if _FIRST <= ord(char) <= _LAST]


def sounded(parts: list[Syllable]) -> list[Syllable]:
    """With the sounds as they meet: 압록 is heard as 암녹, 은률 as 을률, 백암 as 배감."""
    out = list(parts)
    for at in range(len(out) - 1):
        out[at], out[at + 1] = _met(out[at], out[at + 1])
    if out:
        out[-1] = evolve(out[-1], final=_CLOSED.get(out[-1].final, out[-1].final))
    return out


def southern(hangul: str) -> str:
    """As the South spells it, where an initial ㄹ or ㄴ goes: 룡천 is 용천, 라선 is 나선, 녕변 is 영변.

    >>> southern("룡천군"), southern("량강도"), southern("은률군"), southern("회령시")
    ('용천군', '양강도', '은률군', '회령시')
    """
    parts = syllables(hangul)
    if not parts or len(parts) != len(hangul):
        return hangul
    first = parts[0]
    if first.initial in {"ㄹ", "ㄴ"} and first.medial in _Y_VOWELS:
        first = evolve(first, initial="ㅇ")
    elif first.initial == "ㄹ":
        first = evolve(first, initial="ㄴ")
    return _joined(first) + hangul[1:]


def _apart(char: str) -> Syllable:
    number = ord(char) - _FIRST
    return Syllable(_INITIALS[number // 588], _MEDIALS[number % 588 // 28], _FINALS[number % 28])


def _joined(part: Syllable) -> str:
    number = _INITIALS.index(part.initial) * 588 + _MEDIALS.index(part.medial) * 28 + _FINALS.index(part.final)
    return chr(_FIRST + number)


def _met(left: Syllable, right: Syllable) -> tuple[Syllable, Syllable]:
    if right.initial == "ㅇ" and left.final not in {"", "ㅇ"}:
        return evolve(left, final=""), evolve(right, initial=left.final if left.final in _INITIALS else "ㅇ")
    final, initial = _CLOSED.get(left.final, left.final), right.initial
    if final in {"ㅁ", "ㅇ", "ㄱ", "ㅂ", "ㄷ"} and initial == "ㄹ":
        initial = "ㄴ"
    if final in _NASAL and initial in {"ㄴ", "ㅁ"}:
        final = _NASAL[final]
    if {final, initial} == {"ㄴ", "ㄹ"} or (final, initial) == ("ㄹ", "ㄹ"):
        final = initial = "ㄹ"
    return evolve(left, final=final), evolve(right, initial=initial)
