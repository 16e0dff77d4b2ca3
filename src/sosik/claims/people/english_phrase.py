"""A phrase about people in an English sentence, and the words of the sentence."""

import re
from enum import StrEnum

from attrs import frozen

from sosik.values.quantity import Count

TOKEN = re.compile(
    r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+(?:st|nd|rd|th|[dDmMsS])\b|\d+|(?:[A-Za-z]\.){2,}|[A-Za-z]+(?:['’](?:[sStT])\b)?|[^\sA-Za-z\d]"
)


ONE = Count.exactly(1)


class Form(StrEnum):
    counted = "counted"
    single = "single"
    definite = "definite"
    anaphor = "anaphor"
    nobody = "nobody"
    pronoun = "pronoun"
    named = "named"
    plural = "plural"


@frozen
class Token:
    text: str
    lower: str
    start: int
    end: int


@frozen
class Phrase:
    """Tokens ``first`` up to, not including, ``last``; ``count`` is None where it repeats a number said before."""

    first: int
    last: int
    form: Form
    count: Count | None
    group: str | None = None
    sex: str | None = None
    age: int | None = None
    is_oblique: bool = False
    is_part: bool = False
    is_teller: bool = False


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    return [Token(m[0], m[0].lower().replace("’", "'"), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]
