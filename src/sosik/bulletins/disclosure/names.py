"""Names of private people, in Korean, Chinese and Latin letters; public persons point at no source."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sosik.bulletins.disclosure.names_around import names_around, names_cut
from sosik.bulletins.disclosure.names_en import is_of_office, latin_names, surnames_again, without_marks
from sosik.bulletins.disclosure.names_ko import given_again, korean_names
from sosik.claims.gazetteer.morphemes import WordCutter

_OFFICE_KO = re.compile(
    r"(?:대통령|총비서|국무위원장|장관|총리|수상|외무상|국방상|대사|특사|대변인|번역|편집|글|사진|취재|기자)\s?[:=]?\s?\Z"
)
_OFFICE_AFTER_KO = re.compile(
    r"\s?(?:총비서|국무위원장|대통령|장관|차관|총리|수령|주석|외무상|국방상|부부장|대변인|기자|특파원|논설위원|당국|정권|의원|대사|특사|특별보고관|시대|광장|동상|부자|일가|체제|종합대학|체육관|거리)"
)
_HANJA_PUBLIC = frozenset(
    "習近平 金正恩 金正日 金日成 毛澤東 习近平 毛泽东 李在明 尹錫悅 文在寅 金与正 金與正 崔善姬".split()
)
_FOLDS = (
    (r"^(?:yi|rhee|lee|ri|li)(?= )", "ri"),
    (r"^park(?= )", "pak"),
    (r"^choi(?= )", "choe"),
    (r"^(?:roh|noh|ro|no)(?= )", "no"),
    (r"ch'?|tch|jj|j", "c"),
    (r"kk|gg|g", "k"),
    (r"tt|dd|th|d", "t"),
    (r"pp|bb|ph|b", "p"),
    (r"ss|sh", "s"),
    (r"ee|ui", "i"),
    (r"weo|wo|eo|eu|oo|ou|u", "o"),
    (r"l", "r"),
    (r"h\b|'", ""),
)  # the surname's spellings first; then each consonant and each back vowel to one letter


def fold(name: str) -> str:
    """One spelling for all romanisations of one name: Choe Son Hui and Choi Sun-hee alike."""
    folded = re.sub(r"\s+", " ", re.sub(r"[-']", " ", without_marks(name))).casefold().strip()
    first, _, rest = folded.partition(" ")
    folded = f"{first} {rest.replace(' ', '')}"
    for pattern, plain in _FOLDS:
        folded = re.sub(pattern, plain, folded)
    return folded


@lru_cache(maxsize=4)
def _spellings(public: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in public if name.isascii())


def private_names(
    text: str, public: frozenset[str], places: tuple[tuple[int, int], ...], words: WordCutter | None = None
) -> Iterator[tuple[int, int]]:
    """Characters of each mention of a person who is not public; ``places`` are spans of names of places, which are none."""
    known = _spellings(public)
    spans = sorted(
        {
            span
            for span in (*korean_names(text), *latin_names(text), *names_cut(text, words))
            if not _overlaps(span, places)
        }
        | set(names_around(text)),
        key=_longest_first,
    )
    full = _apart(spans)
    private = [span for span in full if not _is_public(text, span, public, known)]
    shown = {text[start:end] for start, end in full} - {text[start:end] for start, end in private}
    names = frozenset(text[start:end] for start, end in private)
    again = [span for name in names for span in _everywhere(text, name)]
    hangul = frozenset(name for name in names if "가" <= name[0] <= "힣")
    latin = frozenset(without_marks(name) for name in names - hangul if " " in name)
    again += [*given_again(text, hangul), *surnames_again(text, latin)]
    taken = [span for span in full if text[span[0] : span[1]] in shown]
    yield from _apart(
        sorted({*private, *(span for span in again if not _overlaps(span, (*taken, *places)))}, key=_longest_first)
    )


def _everywhere(text: str, name: str) -> Iterator[tuple[int, int]]:
    if len(name) >= (3 if "가" <= name[0] <= "힣" else 4):
        yield from (match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}", text))


def _is_public(text: str, span: tuple[int, int], public: frozenset[str], known: frozenset[str]) -> bool:
    start, end = span
    name = text[start:end]
    if name in public or name in _HANJA_PUBLIC or fold(name) in known:
        return True
    if "가" <= name[0] <= "힣":
        return (
            bool(_OFFICE_KO.search(text[max(0, start - 12) : start]) or _OFFICE_AFTER_KO.match(text, end))
            and len(name) > 1
        )
    return is_of_office(text, start, end)


def _longest_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0] - span[1], span[0]


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest first, none that overlaps one taken before; in order."""
    taken: list[tuple[int, int]] = []
    for span in spans:
        if not _overlaps(span, taken):
            taken.append(span)
    return sorted(taken)


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in others)
