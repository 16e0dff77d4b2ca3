"""English numbers over words: five, twenty-three, half a dozen, between three and five, at least 1,200."""

import re
from collections.abc import Callable, Sequence

from sosik.claims.people.quantities import vague_counts
from sosik.values.quantity import Count
from sosik.values.text import Lang

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: number for number, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
# Written in one word too: thirtythree.
SMALL |= {tens + unit: 10 * n + m for n, tens in enumerate(_TENS, 2) for m, unit in enumerate(_UNITS[1:10], 1)}
_BIG = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_DOZEN = {"dozen": 12, "score": 20}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
_VAGUE = tuple((tuple(word.split()), count) for word, count in vague_counts(Lang.en).items())
_LOW = (
    "at least",
    "at the very least",
    "at the least",
    "no fewer than",
    "not fewer than",
    "no less than",
    "not less than",
    "a minimum of",
    "minimum",
)
_OVER = ("more than", "over", "upwards of", "upward of", "in excess of", "above", "well over")
_HIGH = ("up to", "as many as", "at most", "no more than", "not more than", "a maximum of", "maximum")
_UNDER = ("fewer than", "less than", "under", "below")
_ABOUT = (
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "an estimated", "estimated", "perhaps",
    "exactly", "just", "only", "altogether", "a total of", "the total of", "close to", "as few as", "circa", "a further",
)  # fmt: skip
_BOUNDS = tuple(
    sorted(
        ((tuple(words.split()), kind) for kind, group in zip("lohua", (_LOW, _OVER, _HIGH, _UNDER, _ABOUT), strict=True)
         for words in group),
        key=lambda item: -len(item[0]),
    )
)  # fmt: skip
_BY_FIRST = {first: [one for one in _BOUNDS if one[0][0] == first] for first in {words[0] for words, _ in _BOUNDS}}
_VAGUE_BY_FIRST = {first: [one for one in _VAGUE if one[0][0] == first] for first in {words[0] for words, _ in _VAGUE}}
_SIZES = {**_BIG, "dozen": 12, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
_TAILS: tuple[tuple[tuple[str, ...], Callable[[int], Count]], ...] = (
    (("or", "more"), Count.at_least),
    (("or", "fewer"), lambda number: Count.between(0, number)),
    (("or", "less"), lambda number: Count.between(0, number)),
    (("or", "so"), Count.exactly),
    ((",", "maybe", "more"), Count.at_least),
    ((",", "perhaps", "more"), Count.at_least),
    ((",", "possibly", "more"), Count.at_least),
    (("and", "possibly", "more"), Count.at_least),
    (("and", "perhaps", "more"), Count.at_least),
    (("and", "maybe", "more"), Count.at_least),
    (("or", "perhaps", "more"), Count.at_least),
    (("or", "possibly", "more"), Count.at_least),
    (("if", "not", "more"), Count.at_least),
    (("+",), Count.at_least),
)


def parse(words: str) -> Count | None:
    """The count that the words are, whole; None when anything else stands in them."""
    tokens = tuple(re.findall(r"[a-z]+|\d[\d,]*|[-–~+]", words.lower()))
    found = read(tokens, 0)
    return found[0] if found and found[1] == len(tokens) else None


def read(tokens: Sequence[str], at: int) -> tuple[Count, int] | None:
    """The count that starts at a token, bound words included, and the token after it."""
    if at >= len(tokens):
        return None
    for words, kind in _BY_FIRST.get(tokens[at], ()):
        if tuple(tokens[at : at + len(words)]) == words:
            return _bounded(tokens, at + len(words), kind)
    if tokens[at] in {"between", "from"}:
        return _between(tokens, at)
    if tokens[at] == "not":
        return _corrected(tokens, at)
    return _plain(tokens, at)


def _corrected(tokens: Sequence[str], at: int) -> tuple[Count, int] | None:
    """Not one but three."""
    wrong = number(tokens, at + 1)
    if wrong is None:
        return None
    end = wrong[1] + 1 if tokens[wrong[1] : wrong[1] + 1] == [","] else wrong[1]
    return read(tokens, end + 1) if tuple(tokens[end : end + 1]) == ("but",) else None


def _bounded(tokens: Sequence[str], at: int, kind: str) -> tuple[Count, int] | None:
    inner = read(tokens, at) if kind == "a" else _plain(tokens, at)
    if inner is None:
        return None
    count, end = inner
    if kind == "l":
        top = _top(tokens, end)
        return (
            (Count.between(count.min, top[0]), top[1])
            if top and top[0] > count.min
            else (Count.at_least(count.min), end)
        )
    if kind == "o":
        return Count.at_least(count.min + 1 if count.best is not None else count.min), end
    if kind == "h":
        return Count.between(0, count.max), end
    if kind == "u":
        return Count.between(0, max(0, (count.best or count.min) - 1)), end
    return count, end


def _top(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """The most, behind the least: "and possibly as many as ten"."""
    if at >= len(tokens) or tokens[at] not in {"and", "or", "but"}:
        return None
    at = _past_doubt(tokens, at + 1)
    for words, kind in _BY_FIRST.get(tokens[at] if at < len(tokens) else "", ()):
        if kind == "h" and tuple(tokens[at : at + len(words)]) == words:
            return number(tokens, at + len(words))
    return number(tokens, at) if tokens[at - 1] in {"perhaps", "possibly", "maybe"} else None


def _between(tokens: Sequence[str], at: int) -> tuple[Count, int] | None:
    first = number(tokens, at + 1)
    if first is None or first[1] >= len(tokens) or tokens[first[1]] not in {"and", "to"}:
        return None
    second = number(tokens, first[1] + 1)
    if second is None or second[0] < first[0]:
        return None
    return Count.between(first[0], second[0]), second[1]


def _plain(tokens: Sequence[str], at: int) -> tuple[Count, int] | None:
    """A vague word, a number, a range of two numbers, each with what may follow it."""
    vague = _vague(tokens, at)
    first = None if vague else number(tokens, at)
    if first is None:
        return vague
    low, end = first
    joined = _past_doubt(tokens, end)
    if joined + 1 < len(tokens) and tokens[joined] in {"-", "–", "~", "to", "or"}:
        second = number(tokens, _past_doubt(tokens, joined + 1))
        if second is not None and second[0] > low:
            return Count.between(low, second[0]), second[1]
    for words, count in _TAILS:
        if tuple(tokens[end : end + len(words)]) == words:
            return count(low), end + len(words)
    return Count.exactly(low), end


def _past_doubt(tokens: Sequence[str], at: int) -> int:
    """Past the words of doubt within a range: four, or perhaps five."""
    if tuple(tokens[at : at + 2]) == (",", "or"):
        return at + 1
    return at + 1 if tokens[at : at + 1] and tokens[at] in {"perhaps", "possibly", "maybe", "even"} else at


def _vague(tokens: Sequence[str], at: int) -> tuple[Count, int] | None:
    """Several, dozens, hundreds; with a size behind it: tens of thousands, several hundred."""
    if at >= len(tokens):
        return None
    for words, count in _VAGUE_BY_FIRST.get(tokens[at], ()):
        if tuple(tokens[at : at + len(words)]) != words:
            continue
        end, low = at + len(words), count.min
        while end < len(tokens) and tokens[end] in _SIZES:
            low, end = low * _SIZES[tokens[end]], end + 1
        return (count, end) if low == count.min else (Count.at_least(low), end)
    return None


def number(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """One whole number from a token on, and the token after it."""
    if tuple(tokens[at : at + 3]) == ("half", "a", "dozen"):
        return 6, at + 3
    if at < len(tokens) and _DIGITS.fullmatch(tokens[at]):
        return _scaled(int(tokens[at].replace(",", "")), tokens, at + 1)
    return _worded(tokens, at)


def _scaled(value: int, tokens: Sequence[str], at: int) -> tuple[int, int]:
    while at < len(tokens) and tokens[at] in {**_BIG, **_DOZEN} and value < 1_000_000:
        value *= {**_BIG, **_DOZEN}[tokens[at]]
        at += 1
    return value, at


def _worded(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """Twenty-three, a hundred and five, two thousand, a dozen; the words in falling order."""
    total, part, end, seen = 0, 0, at, False
    if end + 1 < len(tokens) and tokens[end] == "a" and tokens[end + 1] in {"hundred", "thousand", "dozen"}:
        part, end, seen = 1, end + 1, True
    while end < len(tokens):
        word = tokens[end]
        if word in SMALL and _fits(part, SMALL[word], seen=seen):
            part, seen, end = part + SMALL[word], True, end + 1
        elif word in {"-", "and"} and seen and _goes_on(tokens, end, part):
            end += 1
        elif word == "hundred" and 0 < part < 100:
            part, end = part * 100, end + 1
        elif word in {"thousand", "million"} and 0 < part < 1000:
            total, part, end = total + part * _BIG[word], 0, end + 1
        elif word == "dozen" and seen and 0 < part < 100:
            return total + part * 12, end + 1
        else:
            break
    return (total + part, end) if seen and (end > at) else None


def _fits(part: int, value: int, *, seen: bool) -> bool:
    if part == 0:
        return not seen or value > 0
    if part % 100 == 0:
        return value > 0
    return part % 10 == 0 and part % 100 >= 20 and 0 < value < 10


def _goes_on(tokens: Sequence[str], at: int, part: int) -> bool:
    """A hyphen joins tens and units; "and" joins a hundred, or a thousand, and what is less."""
    if at + 1 >= len(tokens) or tokens[at + 1] not in SMALL:
        return False
    following = SMALL[tokens[at + 1]]
    if tokens[at] == "-":
        return part % 100 >= 20 and part % 10 == 0 and 0 < following < 10
    before = tokens[at - 1]
    return before in {"hundred", "thousand"} and following > 0
