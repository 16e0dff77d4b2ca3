"""Patterns that are put together where they are used, each compiled once: the standard library forgets what it compiled when there are many."""

import re
from functools import cache


@cache
def pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
