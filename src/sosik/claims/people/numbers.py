"""Numbers in words and digits, English and Korean, as counts with their bounds."""

import re

from sosik.claims.people import english_numbers, korean_numbers
from sosik.values.quantity import Count
from sosik.values.text import Lang


def parse_number(words: str, lang: Lang) -> Count | None:
    """The count that the words state, bounds included; None when they state none.

    >>> parse_number("at least twenty-three", Lang.en)
    Count(min=23, best=None, max=None)
    >>> parse_number("10여", Lang.ko)
    Count(min=10, best=None, max=19)
    """
    trimmed = re.sub(r"\s+", " ", words).strip()
    if lang is Lang.en:
        return english_numbers.parse(trimmed)
    return korean_numbers.parse(trimmed)
