"""Taking the rewrites that a check proposes: coarser, never false."""

import re
from collections.abc import Iterable

from sosik.bulletins.verdict import Reason


def apply(text: str, reasons: Iterable[Reason]) -> str:
    """The body with every rewrite taken; where two would touch the same words, the wider stands for both.

    ``reasons`` are of one version; those without a span or a rewrite change nothing.
    """
    chosen: list[tuple[int, int, str]] = []
    offered = {
        (*(one.suggest_span or one.span), one.suggest)
        for one in reasons
        if one.span and one.suggest is not None and one.part == "body"
    }
    for start, end, suggest in sorted(offered, key=lambda one: (one[0] - one[1], one)):
        if not any(a < end and start < b for a, b, _ in chosen):
            chosen.append((start, end, suggest))
    for start, end, suggest in sorted(chosen, reverse=True):
        text = _replaced(text, start, end, suggest)
    return text


def _replaced(text: str, start: int, end: int, suggest: str) -> str:
    before, after = text[:start], text[end:]
    if suggest:
        return before + suggest + after
    if (not before or before[-1] in ' \n“"') and after[:1] == " ":
        after = after[1:]
    elif before.endswith(" ") and re.match(r"[\s,.;:!?”\"]|$", after):
        before = before[:-1]
    opens = not before.strip() or re.search(r"[.!?]\s\Z|\n\Z", before) is not None
    after = re.sub(r"\A,\s", "", after) if opens else after
    return before + (after[:1].upper() + after[1:] if opens else after)
