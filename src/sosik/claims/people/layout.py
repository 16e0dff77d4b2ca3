"""Sentences of a text whose lines may be wrapped in the middle of one."""

import re

from sosik.claims.sentences import split
from sosik.values.textspan import TextSpan

# A line of fifty characters or more that ends in no stop goes on in the next, unless that is empty or begins a list.
_WRAP = re.compile(r"(?<=[^\n]{50})(?<![.!?:…。])\n(?=[ \t]*[^\s\-*•·\d])")


def unwrapped(text: str) -> str:
    """The same length, with a space for each line break that ends no sentence."""
    return _WRAP.sub(" ", text)


def sentences_of(text: str) -> tuple[TextSpan, ...]:
    return split(unwrapped(text))
