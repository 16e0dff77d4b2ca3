"""Amounts in English: figures and words, dozens and scores, ranges, ages, fractions, and what is counted."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from sosik.bulletins.translation.amount import Amount, Bound
from sosik.claims.people import english_numbers
from sosik.claims.tellers.people import is_people
from sosik.values.textspan import TextSpan

_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+(?:['’][a-z]+)?|[^\sa-z\d]", re.IGNORECASE)
_UNITS = {
    "person": "people person persons men women children boys girls villagers civilians troops lives dead wounded injured bodies casualties fatalities deaths youths family-members defectors escapees corpses students pupils",
    "household": "households household families homes house-holds",
    "hour": "hours hour hour-long",
    "minute": "minutes minute",
    "day": "days day nights",
    "week": "weeks week fortnights",
    "month": "months month",
    "year": "years year",
    "percent": "percent % pct",
    "metre": "metres meters metre meter m",
    "km": "kilometres kilometers km kilometre kilometer",
    "kg": "kilograms kilogrammes kg kilos kilogram kilo",
    "ton": "tonnes tons ton tonne",
    "won": "won",
    "yuan": "yuan rmb renminbi",
    "dollar": "dollars",
    "yen": "yen",
    "ruble": "rubles roubles",
    "fold": "fold",
    "times": "times occasions rounds",
    "degree": "degrees",
    "hectare": "hectares",
    "litre": "litres liters",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_SIGNS = {"$": "dollar", "¥": "yuan", "₩": "won"}
_BIG = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 10**12,
    "m": 1_000_000,
    "bn": 10**9,
}
_BOUNDS = (
    (Bound.most, "up to|at most|no more than|not more than|a maximum of|fewer than|less than|under|below|at the most|not even|only just under|just under"),
    (Bound.least, "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|more than|over|upwards? of|in excess of|well over|exceed(?:s|ed|ing)?|as (?:many|much) as(?= \\S+ or more)|topp(?:ed|ing)|above|beyond|longer than|further than|older than|greater than|better than"),
    (Bound.reach, "as many as|as much as|as long as|as high as|as few as|as little as"),
    (Bound.about, "about|around|some|roughly|approximately|nearly|almost|an estimated|estimated|perhaps|close to|circa|something like|as good as|in the region of|in the neighbou?rhood of|maybe|near"),
)  # fmt: skip
_BEFORE = tuple(
    (
        bound,
        re.compile(
            rf"(?<!no )(?<!not )\b(?:{words})\s+(?:the\s+|a\s+(?=total)|total\s+of\s+|another\s+|as\s+|[$¥₩€])*$",
            re.IGNORECASE,
        ),
    )
    for bound, words in _BOUNDS
)
_AFTER = (
    (Bound.least, re.compile(r"\s?(?:[a-z-]+\s){0,3}?(?:or more|and (?:more|over|up|above|upwards|counting)|or (?:older|over|above)|at (?:the )?(?:very )?least)\b|\+", re.IGNORECASE)),
    (Bound.most, re.compile(r"\s?(?:[a-z-]+\s){0,2}?(?:or (?:fewer|less|under|below)|at (?:the )?(?:very )?most)\b", re.IGNORECASE)),
    (Bound.some, re.compile(r"(?:\s?[-–]?\s?odd|\s(?:[a-z-]+\s){0,2}?or so|\s?-?plus|-something)\b", re.IGNORECASE)),
    (Bound.about, re.compile(r"\s?(?:[a-z]+\s)?(?:more or less|give or take)\b", re.IGNORECASE)),
)  # fmt: skip
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split()
_ORDINAL = {word: number for number, word in enumerate(_ORDINALS, 1)}
_FRACTIONS = {
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10, "eighth": 8, "half": 2, "halves": 2,
}  # fmt: skip
_FOLDS = {"double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "trebled": 3, "tripling": 3, "treble": 3, "threefold": 3, "twofold": 2, "fourfold": 4, "fivefold": 5, "tenfold": 10, "quadrupled": 4, "quadruple": 4}  # fmt: skip
_TWOS = frozenset("both couple pair twin twins either two-thirds".split())
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90, "teens": 10, "teenager": 10, "teenagers": 10, "teenage": 10}  # fmt: skip
_VAGUE = {
    "several": 0,
    "few": 0,
    "various": 0,
    "numerous": 0,
    "tens": 1,
    "dozens": 1,
    "scores": 1,
    "hundreds": 2,
    "thousands": 3,
    "millions": 6,
}
_SIZES = {
    "dozen": 1,
    "dozens": 1,
    "hundred": 2,
    "hundreds": 2,
    "thousand": 3,
    "thousands": 3,
    "million": 6,
    "millions": 6,
}
_VERBS = frozenset("is was are were has had will would could did does died remains remained , . ; : -".split())
_TIME = frozenset({"day", "month", "hour", "minute"})
_OVER = re.compile(r"\bover\s(?:the\s)?$", re.IGNORECASE)  # over six months: for as long as they lasted
_HALF_YEAR = (("half", "a", "year"), ("half", "-", "year"))
_NO_UNIT = frozenset("of the a an in on at and or to were was had have has for with by from per each".split())


_FROM = re.compile(
    r"\bfrom\s(?:(?:about|around|some|roughly|nearly|just|only|over|an|average|of|the|usual|around|its)\s){0,4}[$¥₩]?$",
    re.IGNORECASE,
)


_TO = re.compile(
    r"\bto\s(?:(?:about|around|some|roughly|nearly|just|only|over|an|average|of|the|more than|as many as|as much as)\s){0,4}[$¥₩]?$",
    re.IGNORECASE,
)


@frozen
class _Token:
    word: str
    start: int
    end: int


@frozen
class _Line:
    text: str
    tokens: Sequence[_Token]
    words: tuple[str, ...]


def amounts_en(text: str) -> Iterator[Amount]:
    tokens = [_Token(match[0].lower().replace("’", "'"), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    line = _Line(text, tokens, tuple(token.word for token in tokens))
    at = 0
    scale = 1
    while at < len(tokens):
        scale = 1 if tokens[at].word in {".", ";"} else scale
        read = _vague(line, at) or _named(line, at) or _number(line, at)
        if read is None:
            at += 1
            continue
        amount, end = read
        if not amount.units and scale > 1:
            amount = evolve(amount, also=amount.also | {amount.low * scale})
        if amount.units <= {"month", "day"} and amount.units:
            scale = round(amount.low / (english_numbers.number(line.words, at) or (amount.low or 1, 0))[0]) or 1
        yield _bounded(text, amount)
        at = end


def _vague(line: _Line, at: int) -> tuple[Amount, int] | None:
    """Several, dozens, tens of thousands, a few hundred."""
    word = line.words[at]
    if word not in _VAGUE:
        return None
    size, end = _VAGUE[word], at + 1
    while end < len(line.words) and (
        line.words[end] in _SIZES
        or (line.words[end] == "of" and line.words[end + 1 : end + 2] and line.words[end + 1] in _SIZES)
    ):
        size += _SIZES.get(line.words[end], 0)
        end += 1
    span = TextSpan(line.tokens[at].start, line.tokens[end - 1].end)
    return Amount(span, 0, 0, magnitude=size, bound=Bound.some, firm=size > 0), end


def _named(line: _Line, at: int) -> tuple[Amount, int] | None:
    """Words that hold a number: doubled, a third of, the third, both, in his forties, a fortnight."""
    word, span = line.words[at], TextSpan(line.tokens[at].start, line.tokens[at].end)
    made = _made(word, span)
    if made is not None:
        return made, at + 1
    if word == "dozen" and line.words[at - 1 : at] not in (("a",), ("half",)):
        return Amount(span, 12, 12, firm=False), at + 1
    if line.words[at : at + 2] == ("half", "a") and line.words[at + 2 : at + 3] and line.words[at + 2] in _BIG:
        value = _BIG[line.words[at + 2]] // 2
        return _measured(line, at, at + 3, (value, value), ordinal=False), at + 3
    if line.words[at : at + 3] in _HALF_YEAR:
        return Amount(TextSpan(span.start, line.tokens[at + 2].end), 6, 6, frozenset({"month"})), at + 3
    return _fraction(line, at) or _ordinal(line, at)


def _made(word: str, span: TextSpan) -> Amount | None:
    """A word that is a number of something by itself."""
    if word in _FOLDS:
        return Amount(span, _FOLDS[word], _FOLDS[word], frozenset({"fold"}), firm=_FOLDS[word] > 2)
    if word in _DECADES:
        return Amount(span, _DECADES[word], _DECADES[word], frozenset({"decade"}))
    if word in {"fortnight", "fortnights", "fortnightly"}:
        return Amount(span, 14, 14, frozenset({"day"}), also=frozenset({15.0}))
    if word in {"twice", "thrice"}:
        value = 2 if word == "twice" else 3
        return Amount(span, value, value, frozenset({"fold", "times"}), firm=False)
    return Amount(span, 2, 2, firm=False) if word in _TWOS else None


def _fraction(line: _Line, at: int) -> tuple[Amount, int] | None:
    part, end = (1, at + 1) if line.words[at] in {"a", "one"} else (0, at)
    if not part:
        read = english_numbers.number(line.words, at)
        part, end = read if read and read[0] < 10 and read[1] == at + 1 else (0, at)
    if not part:
        of = line.words[at]
        is_half = of in {"half", "halved", "halve"} and line.words[at + 1 : at + 2] != ("a",)
        firm = line.words[at + 1 : at + 2] == ("of",)
        span = TextSpan(line.tokens[at].start, line.tokens[at].end)
        return (Amount(span, 0.5, 0.5, frozenset({"share"}), firm=firm), at + 1) if is_half else None
    if line.words[end : end + 1] == ("-",):
        end += 1
    of = line.words[end] if end < len(line.words) else ""
    if of not in _FRACTIONS or (
        of.rstrip("s") == "quarter" and line.words[end + 1 : end + 2] not in (("of",), (",",), (".",))
    ):
        return None
    if part > 1 and not of.endswith("s"):
        return None
    if part == 1 and of == "third" and not _is_part(line, at, end):
        return None
    if line.words[end + 1 : end + 2] and line.words[end + 1] in {
        "time",
        "day",
        "year",
        "person",
        "source",
        "man",
        "woman",
        "month",
        "week",
        "case",
        "child",
        "country",
        "party",
        "house",
    }:
        return None
    span = TextSpan(line.tokens[at].start, line.tokens[end].end)
    value = part / _FRACTIONS[of]
    return Amount(span, value, value, frozenset({"share"}), firm=part > 1 or of != "half"), end + 1


def _is_part(line: _Line, at: int, end: int) -> bool:
    """A third of them, by a third; a third man was hurt is no part."""
    after = line.words[end + 1] if end + 1 < len(line.words) else "."
    return after in {"of", "more", "less", "higher", "lower", "to", "fewer"} or line.words[at - 1 : at] in (
        ("by",),
        ("to",),
        ("about",),
        ("than",),
        ("only",),
        ("a",),
    )


def _ordinal(line: _Line, at: int) -> tuple[Amount, int] | None:
    word = line.words[at]
    if word not in _ORDINAL:
        return None
    span = TextSpan(line.tokens[at].start, line.tokens[at].end)
    alone = line.words[at + 1 : at + 2] == () or line.words[at + 1] in _VERBS
    firm = _ORDINAL[word] > 2 and line.words[at - 1 : at] not in (("a",), ("another",)) and not alone
    return Amount(span, _ORDINAL[word], _ORDINAL[word], frozenset({"ordinal"}), firm=firm), at + 1


def _number(line: _Line, at: int) -> tuple[Amount, int] | None:
    read = _value(line, at)
    if read is None:
        return None
    low, end = read
    high = low
    joint = line.words[end] if end < len(line.words) else ""
    if joint in {"-", "–", "~", "to", "or"} or (joint == "and" and line.words[max(0, at - 1)] == "between"):
        second = _value(line, end + 1)
        if (
            second
            and second[0] > low
            and (joint != "to" or (low * 20 > second[0] and not _FROM.search(line.text, 0, line.tokens[at].start)))
        ):
            high, end = second
            low = low * _size_of(line, end) if low < 1000 <= high and _size_of(line, end) > 1 else low
    end, ordinal = (
        (end + 1, True) if line.words[end : end + 1] and line.words[end] in {"st", "nd", "rd", "th"} else (end, False)
    )
    return _measured(line, at, end, (low, high), ordinal=ordinal), end


def _size_of(line: _Line, end: int) -> int:
    return _BIG.get(line.words[end - 1], 1)


def _value(line: _Line, at: int) -> tuple[float, int] | None:
    """A decimal or a whole number, with a size behind it."""
    if at >= len(line.words):
        return None
    word = line.words[at]
    if re.fullmatch(r"\d+(?:,\d{3})*(?:\.\d+)?", word):
        value, end = float(word.replace(",", "")), at + 1
        while (
            end < len(line.words)
            and line.words[end] in _BIG
            and (line.words[end] != "m" or line.words[at - 1 : at] in (("$",), ("¥",)))
        ):
            value, end = value * _BIG[line.words[end]], end + 1
        if line.words[end : end + 1] == ("dozen",):
            value, end = value * 12, end + 1
        return value, end
    read = english_numbers.number(line.words, at)
    if read is None:
        return None
    value, end = read
    if line.words[end : end + 1] and line.words[end] in {"billion", "trillion"}:
        return value * _BIG[line.words[end]], end + 1
    if line.words[end : end + 3] == ("and", "a", "half"):
        return value + 0.5, end + 3
    return value, end


def _measured(line: _Line, at: int, end: int, ends: tuple[float, float], *, ordinal: bool) -> Amount:
    low, high = ends
    span = TextSpan(line.tokens[at].start, line.tokens[end - 1].end)
    units = {"ordinal"} if ordinal else _units(line, at, end)
    also: frozenset[float] = frozenset()
    if "week" in units:
        low, high, units = low * 7, high * 7, {"day"}
        also = frozenset({15.0}) if low == 14 else frozenset()
    if "year" in units:
        low, high, units = low * 12, high * 12, {"month"}
    if "percent" in units:
        low, high, units = low / 100, high / 100, {"share"}
    soft = low == high and low in {1, 12 if units == {"month"} else 1, 7 if units == {"day"} else 1}
    return Amount(span, low, high, frozenset(units), also=also, firm=not soft)


def _units(line: _Line, at: int, end: int) -> set[str]:
    """What is counted: the unit right behind, or a noun for people within three words; a year of age is no year."""
    words = line.words
    if at and words[at - 1] in _SIGNS:
        return {_SIGNS[words[at - 1]]}
    if (
        words[end : end + 3] in (("-", "year", "-"), ("years", "old"), ("years", "of"))
        or words[end : end + 2] == ("years", "old")
        or (words[end : end + 2] == ("-", "year") and words[end + 2 : end + 4] == ("-", "old"))
    ):
        return {"age"} if "old" in words[end : end + 4] or "age" in words[end : end + 3] else {"year"}
    if at and words[at - 1] in {"aged", "age"}:
        return {"age"}
    start = end + 1 if words[end : end + 1] in (("-",), ("–",)) else end
    if words[start : start + 2] == ("per", "cent") or words[start : start + 2] == ("percentage", "points"):
        return {"percent"}
    if words[start : start + 1] and words[start] in _UNIT_OF:
        unit = _UNIT_OF[words[start]]
        return {"times", "fold"} if unit == "times" else {unit}
    return _people(line, start)


def _people(line: _Line, start: int) -> set[str]:
    for at in range(start, min(start + 4, len(line.words))):
        word = line.words[at]
        if word in {"households", "families", "homes"}:
            return {"household", "thing"} if word == "homes" else {"household"}
        if word in _NO_UNIT or not word[0].isalpha():
            break
        if _UNIT_OF.get(word) == "person" or is_people(word):
            return {"person"}
        if word.endswith("s") and not word.endswith("ss"):
            break
    return set()


def _bounded(text: str, amount: Amount) -> Amount:
    before = text[max(0, amount.span.start - 28) : amount.span.start]
    bound = next((bound for bound, pattern in _BEFORE if pattern.search(before)), None)
    after = text[amount.span.end : amount.span.end + 36]
    bound = bound or next((bound for bound, pattern in _AFTER if pattern.match(after)), None)
    way = "from" if _FROM.search(before) else "to" if _TO.search(before) else ""
    if bound is None or amount.magnitude is not None:
        return evolve(amount, way=way)
    if bound is Bound.least and amount.units <= _TIME and amount.units and _OVER.search(before):
        bound = Bound.reach
    return evolve(amount, bound=bound, way=way)


_BOUND_WORDS = re.compile(
    r"\b(?:more|less|fewer|greater|longer|higher|lower|over|under|up)\s(?:than|to)?\s?(?:the\s|a\s)?[$¥₩]?$",
    re.IGNORECASE,
)


def bounds_of(text: str, amounts: Sequence[Amount]) -> tuple[TextSpan, ...]:
    """The words of a bound before a number, which say nothing of more or less."""
    found = []
    for one in amounts:
        match = _BOUND_WORDS.search(text, max(0, one.span.start - 24), one.span.start)
        if match is not None:
            found.append(TextSpan(match.start(), one.span.start))
    return tuple(found)
