"""Names of people and of places that no gazetteer holds, matched across scripts by how they are romanised."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from sosik.bulletins.disclosure.names import fold
from sosik.bulletins.disclosure.names_ko import korean_names
from sosik.claims.gazetteer.morphemes import Morpheme
from sosik.claims.gazetteer.romanise import mccune_reischauer, northern, revised
from sosik.claims.gazetteer.syllables import southern
from sosik.values.textspan import TextSpan

_WORD = r"[A-Z][a-zŏŭ]+(?:[-'’][A-Za-zŏŭ]+)*"
_LATIN = re.compile(rf"\b{_WORD}(?:\s{_WORD})*")
_COMMON = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday"
    " north south east west northern southern eastern western korea korean koreans china chinese russia russian japan japanese american county province city district town village"
    " river mountain mount workers party people ministry state security army police border guard command general captain colonel major lieutenant sergeant mr mrs ms dr the a an in on at"
    " of and to for from by after before when while as it he she they his her their two three four five six seven eight nine ten one some many most all no not but only several another"
    " new year day days spring summer autumn winter central committee government president chairman minister secretary director deputy professor officials sources residents soldiers according"
    " police women men both other others this that these those there its neither nobody none each every since until during despite if because although though however meanwhile later earlier"
    " i we you what who where why how with without under over about around between among inside outside near yes freedom radio news daily agency press christmas lunar".split()
)
_HANGUL = re.compile(r"[가-힣]+")
_SUFFIX = re.compile(r"[- ](?:ri|dong|up|eup|gun|kun|si|do|myon|myeon|gu|ku|ni|li)\b", re.IGNORECASE)
_PLACE_TAIL = re.compile(r"(?:리|동|읍|면|군|시|도|구|역|산|강|봉|고개|마을|골|천|만)$")
_SURNAME = re.compile(
    r"(?<![가-힣])(?P<name>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구라리림])\s?(?:모\s)?(?:씨|서기|지배인|위원장|부위원장|비서|과장|부장|국장|소장|교수|기자|의사|선생|대좌|상좌|중좌|소좌|대위|중위|소위|상사|중사|하사|장관|대사|박사|변호사|목사|선교사|원장|교장|반장|중대장|대대장)"
)
_VOWEL = re.compile(r"[aeiouwy]+")


@frozen
class Name:
    """``keys`` are its spellings in Latin letters, folded; ``bones`` its consonants."""

    span: TextSpan
    keys: frozenset[str]
    bones: frozenset[str]


def names_en(text: str, hidden: Sequence[TextSpan], titles: Callable[[str], bool]) -> Iterator[Name]:
    """Runs of capitalised words that are no common words; one that opens a sentence alone is doubtful, and left out."""
    for match in _LATIN.finditer(text):
        words = list(re.finditer(_WORD, match[0]))
        if words and _opens(text, match.start()) and (len(words) == 1 or words[0][0].lower() in _COMMON):
            words = words[1:]
        kept = [one for one in words if one[0].lower() not in _COMMON and not titles(one[0].lower())]
        if not kept:
            continue
        start, end = match.start() + kept[0].start(), match.start() + kept[-1].end()
        if any(one.start < end and start < one.end for one in hidden):
            continue
        plain = _SUFFIX.sub("", text[start:end])
        yield _name(start, end, [plain])


def _opens(text: str, start: int) -> bool:
    return not text[:start].rstrip(" \"'“‘(").strip() or text[:start].rstrip(" \"'“‘(")[-1:] in {
        ".",
        "!",
        "?",
        "\n",
        ":",
    }


def names_ko(text: str, morphemes: Sequence[Morpheme], hidden: Sequence[TextSpan]) -> Iterator[Name]:
    for one in morphemes:
        if not one.is_name or len(one.form) < 2 or not _HANGUL.fullmatch(one.form):
            continue
        if any(other.start < one.end and one.start < other.end for other in hidden):
            continue
        yield _name(one.start, one.end, list(_spelt(one.form)))
    for start, end in korean_names(text):
        within = [one for one in morphemes if start <= one.start < end]
        is_noun = any(one.start <= start and end <= one.end and one.is_noun and not one.is_name for one in morphemes)
        is_noun = is_noun or not all(one.is_noun for one in within)
        is_free = not any(other.start < end and start < other.end for other in hidden)
        if is_free and not is_noun and _HANGUL.fullmatch(text[start:end]):
            yield _name(start, end, list(_spelt(text[start:end])))
    yield from _surnames(text)


def _surnames(text: str) -> Iterator[Name]:
    """One syllable before 씨 or a title."""
    for match in _SURNAME.finditer(text):
        start, end = match.span("name")
        yield _name(
            start,
            end,
            [
                write(one)
                for one in {match["name"], southern(match["name"])}
                for write in (revised, mccune_reischauer, northern)
            ],
        )


def _spelt(hangul: str) -> Iterator[str]:
    plain = _PLACE_TAIL.sub("", hangul) if len(hangul) > 2 else hangul
    for form in {hangul, plain}:
        for write in (revised, mccune_reischauer, northern):
            yield write(form)
            if len(form) in {3, 4}:
                yield f"{write(form[0])} {write(form[1:])}"


def _name(start: int, end: int, spellings: Sequence[str]) -> Name:
    keys = frozenset(_key(one) for one in spellings)
    keys |= {key.replace("kh", "h").replace("zh", "c") for key in keys}
    return Name(TextSpan(start, end), keys, frozenset(_bones(one) for one in keys))


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    folded = fold(name).replace(" ", "")
    return re.sub(r"^(?:ri|i)(?=[^aeiou])", "i", folded)


def _bones(key: str) -> str:
    return re.sub(r"(.)\1", r"\1", _VOWEL.sub("", key.replace("ng", "N")))


def same_name(one: Name, other: Name) -> int:
    if one.keys & other.keys or any(
        len(key) < 5 and longer.startswith(key) for key in one.keys for longer in other.keys
    ):
        return 3
    shared = {bone for bone in one.bones & other.bones if len(bone) > 1}
    return 2 if shared else 0


def latin_name(span: TextSpan, text: str) -> Name:
    return _name(span.start, span.end, [_SUFFIX.sub("", span.words(text))])


def is_spelt_in_latin(hangul: str, text: str) -> bool:
    """Some capitalised word of the text has the consonants of the name."""
    bones = {_bones(_key(one)) for one in _spelt(hangul)}
    found = {_bones(_key(_SUFFIX.sub("", match[0]))) for match in re.finditer(_WORD, text)}
    return any(len(bone) > 1 for bone in bones & found)


def is_spelt_in(name: Name, hangul: str) -> bool:
    """Some run of Hangul begins with the name's consonants, whatever it is taken for."""
    own = [bone for bone in name.bones if len(bone) > 1]
    return any(bones.startswith(bone) for run in set(_HANGUL.findall(hangul)) for bones in _heard(run) for bone in own)


@lru_cache(maxsize=1 << 14)
def _heard(hangul: str) -> tuple[str, ...]:
    return tuple(_bones(_key(write(hangul))) for write in (revised, northern))
