"""Hangul place names in Latin letters, by rule: Revised Romanisation, McCune-Reischauer and North Korean usage.

Sources of the rules: the Revised Romanization of the Ministry of Culture (2000), McCune and Reischauer (1939), and the
names as the North's Central Bureau of Statistics prints them in its census report of 2008. Press spellings that follow
no rule stand in ``places.csv``.
"""

from sosik.claims.gazetteer.syllables import Syllable, sounded, southern, syllables

_VOWELS_REVISED = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_VOWELS_MCCUNE = "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split()
_MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_REVISED_INITIAL = dict(
    zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "g kk n d tt r m b pp s ss - j jj ch k t p h".split(), strict=True)
)
_MCCUNE_INITIAL = dict(
    zip(
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
        "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h".split(),
        strict=True,
    )
)
_NORTHERN_INITIAL = _MCCUNE_INITIAL | {"ㅈ": "j", "ㅊ": "ch", "ㅋ": "kh", "ㅌ": "th", "ㅍ": "ph", "ㅉ": "jj"}
_VOICED = {"k": "g", "t": "d", "p": "b", "ch": "j"}
_FINAL = {"": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"}
_SONORANT = frozenset(["", "ㄴ", "ㄹ", "ㅁ", "ㅇ"])
_UNITS = (
    ("특별시", ()), ("광역시", ()), ("직할시", ()), ("로동자구", ()), ("노동자구", ()), ("구역", ()), ("지구", ()),
    ("도", ("do",)), ("시", ("si", "shi")), ("군", ("gun", "kun")), ("구", ("gu", "ku")), ("읍", ("up", "eup")), ("리", ("ri",)),
)  # fmt: skip


def revised(hangul: str) -> str:
    """With the changes of sound that the Revised Romanisation writes.

    >>> revised("함경"), revised("압록"), revised("은률"), revised("신의주")
    ('Hamgyeong', 'Amnok', 'Eullyul', 'Sinuiju')
    """
    return _written(sounded(syllables(hangul)), _REVISED_INITIAL, _VOWELS_REVISED, voices=False)


def mccune_reischauer(hangul: str) -> str:
    """With breve and apostrophe; a reader who drops them writes the same name.

    >>> mccune_reischauer("청진"), mccune_reischauer("함경"), mccune_reischauer("풍서")
    ("Ch'ŏngjin", 'Hamgyŏng', "P'ungsŏ")
    """
    return _written(sounded(syllables(hangul)), _MCCUNE_INITIAL, _VOWELS_MCCUNE, voices=True)


def northern(hangul: str) -> str:
    """As the North prints it: no marks, aspirates with h, ㄹ as it is written.

    >>> northern("만포"), northern("랑림"), northern("김형직"), northern("자강")
    ('Manpho', 'Rangrim', 'Kimhyongjik', 'Jagang')
    """
    made = _written(syllables(hangul), _NORTHERN_INITIAL, _VOWELS_MCCUNE, voices=True)
    return made.replace("ŏ", "o").replace("ŭ", "u").replace("Ŏ", "O").replace("Ŭ", "U")


def spellings(name: str) -> frozenset[str]:
    """Every form of a Korean place name: North and South, with and without its unit, in Hangul and Latin letters."""
    found: set[str] = set()
    for hangul in {name, southern(name)}:
        stem, units = without_unit(hangul)
        found |= {hangul, stem}
        for write in (revised, mccune_reischauer, northern):
            latin = write(stem)
            found |= {latin, *(f"{latin}-{unit}" for unit in units)}
    return frozenset(found)


def without_unit(hangul: str) -> tuple[str, tuple[str, ...]]:
    """The name without 시, 군, 도 and their kin, where two syllables are left, and how that unit is romanised."""
    for unit, latin in _UNITS:
        if hangul.endswith(unit) and len(hangul) - len(unit) >= 2:
            return hangul[: -len(unit)], latin
    return hangul, ()


def _written(parts: list[Syllable], initials: dict[str, str], vowels: list[str], *, voices: bool) -> str:
    out: list[str] = []
    before: Syllable | None = None
    for part in parts:
        out.append(_initial(part, before, initials, voices=voices))
        out.append(vowels[_MEDIALS.index(part.medial)])
        out.append(_FINAL.get(part.final, ""))
        before = part
    word = "".join(out)
    return word[:1].upper() + word[1:]


def _initial(part: Syllable, before: Syllable | None, initials: dict[str, str], *, voices: bool) -> str:
    if part.initial == "ㅇ":
        return ""
    if before is not None and before.final == "ㄹ" and part.initial == "ㄹ":
        return "l"
    letters = initials[part.initial]
    if voices and part.initial in {"ㄱ", "ㄷ", "ㅂ", "ㅈ"} and before is not None and before.final in _SONORANT:
        return _VOICED.get(letters, letters)
    if letters == "s" and voices and part.medial == "ㅟ":
        return "sh"
    return letters
