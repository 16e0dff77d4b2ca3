"""Tellings: who says which words of an account, and when they told it."""

from bisect import bisect_right

from attrs import field, frozen

from sosik.claims.claim import Speaker
from sosik.claims.dates import DateMention
from sosik.values.textspan import TextSpan


@frozen
class Telling:
    """One act of telling: its words, and the day of telling where the text states it."""

    speaker: str
    span: TextSpan
    told: DateMention | None
    verb: TextSpan


@frozen
class Tellers:
    """``reach`` says from which character on whose words run, in order; None where nobody is said to tell."""

    speakers: tuple[Speaker, ...] = ()
    tellings: tuple[Telling, ...] = ()
    reach: tuple[tuple[int, str | None], ...] = field(default=(), repr=False)

    def speaker_of(self, span: TextSpan) -> str | None:
        """Who tells the words in the span; None when nobody is said to."""
        at = bisect_right(self.reach, span.start, key=lambda change: change[0])
        return self.reach[at - 1][1] if at else None
