"""An account's text with the words of its claims marked, by colour and by pattern, claims that share words too."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from sosik.claims.decided import DecidedClaim

KINDS = 6  # colours and patterns before they come round again


def marked(text: str, claims: Sequence[DecidedClaim]) -> SafeString:
    """Every character of the text once, so that offsets on the page are those of the text."""
    edges = sorted(
        {0, len(text), *(edge for one in claims for span in one.claim.spans for edge in (span.start, span.end))}
    )
    pieces = []
    for start, end in pairwise(edges):
        words = escape(text[start:end])
        here = [number for number, one in enumerate(claims, start=1) if _covers(one, start, end)]
        pieces.append(_mark(words, here, claims) if here else words)
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped above


def style_of(number: int) -> int:
    return (number - 1) % KINDS + 1


def _mark(words: str, here: Sequence[int], claims: Sequence[DecidedClaim]) -> str:
    names = " ".join(str(number) for number in here)
    off = " off" if all(claims[number - 1].status.value == "rejected" for number in here) else ""
    more = " shared" if len(here) > 1 else ""
    return f'<mark class="c{style_of(here[0])}{more}{off}" data-claims="{names}">{words}</mark>'


def _covers(one: DecidedClaim, start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in one.claim.spans)
