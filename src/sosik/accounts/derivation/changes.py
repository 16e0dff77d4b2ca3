"""Words that a near-copy changes between what it shares: a lost or added negation, another figure."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sosik.accounts.derivation.copies import Copy
from sosik.accounts.derivation.retelling import Change, Drift, Passage
from sosik.values.textspan import TextSpan

_LONGEST = 160  # characters between two passages that are compared: beyond it they are other words altogether
_MARKS = {
    "negation": re.compile(
        r"\b(?:not|no|nobody|none|never|neither|cannot)\b|n[’']t\b|지 ?(?:않|못)|(?:은|는|이|가|도) 없|아니(?:다|라|었)",
        re.IGNORECASE,
    ),
    "figure": re.compile(r"\d+(?:[.,]\d+)*"),
}


def changed_words(copy: Copy) -> Iterator[Drift]:
    here, there = copy.here.account.text, copy.there.account.text
    for last, following in pairwise(copy.runs):
        gap = _gap(last, following, here, there)
        if gap is None:
            continue
        for kind, pattern in _MARKS.items():
            own, other = pattern.findall(gap.here.words(here)), pattern.findall(gap.there.words(there))
            if own != other and (kind == "negation" or (own and other)):
                yield Drift(kind, Change.changed, gap.here, gap.there)


def _gap(last: Passage, following: Passage, here: str, there: str) -> Passage | None:
    """What lies between two passages in both texts, whole words that differ alone; None where nothing does."""
    one, other = (last.here.end, following.here.start), (last.there.end, following.there.start)
    if not (0 < one[1] - one[0] <= _LONGEST and 0 < other[1] - other[0] <= _LONGEST):
        return None
    own, theirs = here[one[0] : one[1]], there[other[0] : other[1]]
    if own == theirs:
        return None
    return Passage(TextSpan(*one), TextSpan(*other))
