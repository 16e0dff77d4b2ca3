"""English words of time, and the tokens of a text."""

import re
from functools import lru_cache
from typing import Any

from sosik.claims.dates.anchors import Part
from sosik.claims.dates.calendar_words import Day, Month
from sosik.claims.dates.composed_words import Fixed
from sosik.claims.dates.grammar import Token

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_ORDINALS = "first second third fourth".split()
_UNITS = "day week month year".split()
_HOLIDAYS = "chuseok seollal dano daeboreum christmas".split()
# Also verbs, names of people or syllables of Korean names: months only where a neighbour shows it.
_DOUBTFUL = {"March", "May", "Mar", "Jan", "Jun", "Dec", "Sep"}


def _lexicon() -> dict[str, dict[str, Any]]:
    """Kinds and values of each word, by its spelling; small letters stand for any case."""
    words: dict[str, dict[str, Any]] = {}
    for number, (name, short) in enumerate(zip(_MONTHS, _SHORT_MONTHS, strict=True), 1):
        for form in (name, short, "Sept" if number == 9 else name):
            kinds = {"MONTH": number} if form in _DOUBTFUL else {"MONTH": number, "CLEAR": number}
            kinds = kinds | {"SHORTMONTH": number} if form != name else kinds
            words[form] = words[form.upper()] = kinds
    for number, name in enumerate(_WEEKDAYS):
        words[name] = words[name.upper()] = {"WEEKDAY": number}
        words[name[:3]] = {"SHORTDAY": number}
    words |= {"Tues": {"SHORTDAY": 1}, "Weds": {"SHORTDAY": 2}, "Thur": {"SHORTDAY": 3}, "Thurs": {"SHORTDAY": 3}}
    words |= {word: {"N": number} for number, word in enumerate(_COUNTS, 1)}
    words |= {word: {"ORD": number} for number, word in enumerate(_ORDINALS, 1)}
    words |= {unit: {"UNIT": unit, unit: None} for unit in _UNITS}
    words |= {unit + "s": {"UNIT": unit} for unit in _UNITS}
    words |= {"weekend": {"WEEKEND": None}}
    words |= {name: {"HOLIDAY": name} for name in _HOLIDAYS}
    words |= {name: {"SEASON": name} for name in ("spring", "summer", "autumn", "winter")}
    words |= {"fall": {"SEASON": "autumn"}, "fortnight": {"FORTNIGHT": 2}}
    words |= {"early": {"PART": Part.early}, "mid": {"PART": Part.mid}, "late": {"PART": Part.late}}
    words |= {"beginning": {"SIDE": Part.early}, "start": {"SIDE": Part.early}, "middle": {"SIDE": Part.mid}}
    words |= {"end": {"SIDE": Part.late}, "close": {"SIDE": Part.late}}
    words |= {"latter": {"ORD": 2}, "opening": {"ORD": 1}, "closing": {"TURN": -1}}
    words |= {"today": {"NAMED": 0}, "tonight": {"NAMED": 0}, "yesterday": {"NAMED": -1}, "tomorrow": {"NAMED": 1}}
    words |= {word: {"HOUR": word} for word in ("night", "morning", "evening", "afternoon", "dawn")}
    words |= {"–": {"-": None}, "—": {"-": None}, "~": {"-": None}, "’s": {"'s": None}}
    return words


_LEXICON = _lexicon()
_TURNS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
for _word, _n in _TURNS.items():
    _LEXICON[_word] = {"TURN": _n, _word: None}

_TOKEN = re.compile(
    r"(?P<edtf>\d{4}-(?:0\d|1[012]|[01X]X)(?:-[0123X][\dX])?(?:/(?:\d{4}-\d{2}(?:-\d{2})?|\.\.))?(?![\w-]))"
    r"|(?P<numeric>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{4}[./]\d{1,2}[./]\d{1,2}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?![\w-]))"
    r"|(?P<figure>\d+(?:[.,]\d+)+%?|\d+%)"
    r"|(?P<decade>\d{3}0s\b)|(?P<nth>\d{1,2}(?:st|nd|rd|th)\b)|(?P<fraction>[QH][1-4]\b)"
    r"|(?P<number>\d+(?![A-Za-z\d]))|(?P<word>[^\W\d_]+)|(?P<mark>['’]s\b|\n|\S)"
)


def tokens(text: str) -> list[Token]:
    return [_token(match) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=20_000)
def _kinds_of(word: str) -> tuple[dict[str, Any], str]:
    low = word.lower()
    kinds = _LEXICON.get(word) or _LEXICON.get(low) or {}
    return {**kinds, low: None}, low


def _token(match: re.Match[str]) -> Token:
    word, group = match[0], match.lastgroup
    if group == "word":
        kinds, low = _kinds_of(word)
        return Token(kinds, match.start(), match.end(), low)
    kinds = _LEXICON.get(word) or {word: None} if group == "mark" else _READ[str(group)](word)
    return Token(kinds, match.start(), match.end(), word)


def _number(word: str) -> dict[str, Any]:
    number = int(word[:6])
    kinds: dict[str, Any] = {"N": number} if number <= 999 and len(word) <= 3 else {}
    if 1 <= number <= 31 or number in range(32, 40):
        kinds["DAY"] = number
    if len(word) == 4 and 1900 <= number <= 2099:
        kinds["YEAR"] = number
    if len(word) == 2:
        kinds["SHORTYEAR"] = number
        kinds |= {"PASTYEAR": number} if number > 31 else {}
    return kinds


def _numeric(word: str) -> dict[str, Any]:
    """Day, month and year by figures; when either order fits and they differ, nobody can tell."""
    a, b, c = (int(part) for part in re.split(r"[./-]", word))
    if a > 31:
        return {"DATE": Day(c, Month(b, a))}
    year = c if c > 99 else 2000 + c
    if "." in word or a > 12 or a == b:
        return {"DATE": Day(a, Month(b, year))}
    return {"DATE": Day(b, Month(a, year)) if b > 12 else Fixed(None)}


_READ = {
    "edtf": lambda word: {"DATE": Fixed(word)},
    "numeric": _numeric,
    "figure": lambda _: {},
    "decade": lambda word: {"DECADE": int(word[:4])},
    "nth": lambda word: {"NTH": int(word[:-2]), "DAY": int(word[:-2])},
    "fraction": lambda word: {"QUARTER" if word[0] == "Q" else "HALF": int(word[1])},
    "number": _number,
}
