"""The place and day that a wire report opens with: where and when it was filed, not where and when anything happened."""

import re
from functools import lru_cache

from sosik.values.textspan import TextSpan

_HEAD = 400
_NAME = r"[A-Z][^\W\d_]*\.?(?:[ '’-][A-Za-z][^\W\d_]*\.?){0,4}?"
_LINE = re.compile(
    rf"^[ \t]*(?P<place>{_NAME}(?: \([^)\n]{{2,30}}\))?(?:, {_NAME})?)"
    r"(?P<day>,? (?:[^\W\d_]{3,9}\.? )?\d{1,2}(?:[ ,.]+[^\W\d_]{3,9}\.?)?(?:[ ,]+\d{2,4})?)?"
    r"\s*(?P<agency>\([^)\n]{2,40}\)|\[[^\]\n]{2,40}\])?\s*(?:--|—|–|-(?=\s))",
    re.MULTILINE,
)
_NO_PLACE = frozenset(
    "on in at by since from the a an two three four five six seven some no one it he she they we i there when after before"
    " until during late early mid last this between about around more at least over up".split()
)


@lru_cache(maxsize=4)
def dateline_of(text: str) -> TextSpan | None:
    """From the place to the dash; None where no line at the head of the text opens so."""
    for match in _LINE.finditer(text, 0, _HEAD):
        place = match["place"]
        if place.split()[0].lower() in _NO_PLACE:
            continue
        told = (match["day"] is not None) + (match["agency"] is not None)
        capital = all(word[0].isupper() or not word[0].isalpha() for word in place.split())
        if place.isupper() or (told and capital) or told > 1:
            return TextSpan(match.start("place"), match.end())
    return None
