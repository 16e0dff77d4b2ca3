"""What a date dates: an event, a telling, a publication or history told for comparison."""

import re
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from sosik.claims.dateline import dateline_of
from sosik.claims.dates import english_roles, korean_roles
from sosik.claims.dates.cues import Cues
from sosik.claims.dates.mention import DateRole
from sosik.values.datespan import DateSpan, Period
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_WINDOW = 120
_FIRST_LINES = 200
_SINCE = "since "
_ENTRY = re.compile(r"^\W*(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?\s*[.:–—-]", re.MULTILINE)
_LONG_AGO = timedelta(days=365)
_CUES: dict[Lang, Cues] = {Lang.en: english_roles.CUES, Lang.ko: korean_roles.CUES}


@frozen
class Context:
    """The sentence in which a date stands, as characters of the text."""

    text: str
    start: int
    end: int
    lang: Lang

    def before(self, span: TextSpan) -> str:
        return self.text[max(self.start, span.start - _WINDOW) : span.start]

    def after(self, span: TextSpan) -> str:
        return self.text[span.end : min(self.end, span.end + _WINDOW)]

    def opens(self, span: TextSpan) -> bool:
        """Nothing but a preposition stands before it in its sentence."""
        return span.start - self.start < _WINDOW and len(self.text[self.start : span.start].split()) <= 1


def role_of(context: Context, span: TextSpan) -> DateRole:
    """What the words around it say; an event, when they say nothing. History is judged once the days are known."""
    cues = _CUES[context.lang]
    before, after, words = context.before(span), context.after(span), span.words(context.text)
    if cues.published_before.search(before) or _is_dateline(context, before, after, span):
        return DateRole.published
    if cues.is_told(before, words, after, context.opens(span)):
        return DateRole.told
    return DateRole.happened


def is_history(context: Context, span: TextSpan, value: DateSpan | Period, reference: date) -> bool:
    """The words compare with it; or it is long past, said by year alone, and stands among words of history."""
    cues = _CUES[context.lang]
    before, after, words = context.before(span), context.after(span), span.words(context.text)
    head = words[: len(_SINCE)] if words.startswith(_SINCE) else ""
    tail = words[words.rfind(" ") :] if " " in words else ""
    if (
        cues.compared_before.search(before + head)
        or cues.compared_after.match(after)
        or cues.compared_after.match(tail + after)
    ):
        return True
    days = value.as_span() if isinstance(value, Period) else value
    if days.earliest is None or days.latest is None or reference - days.latest < _LONG_AGO:
        return False
    is_year = (days.days or 0) >= _LONG_AGO.days
    return is_year and bool(cues.history_before.search(before + words) or cues.history_after.search(after))


def is_to_come(context: Context, span: TextSpan) -> bool:
    """Whether the clause tells of what is still to happen."""
    cues = _CUES[context.lang]
    if cues.past_turn.match(span.words(context.text)):
        return False
    head = cues.clause.split(context.before(span))[-1]
    tail = cues.clause.split(context.after(span), maxsplit=1)[0]
    return bool(cues.to_come_before.search(head) or cues.to_come_after.search(tail))


def is_past(context: Context, span: TextSpan) -> bool:
    """Whether the clause tells of what is over."""
    cues = _CUES[context.lang]
    return bool(cues.past_after.search(cues.clause.split(context.after(span), maxsplit=1)[0]))


@lru_cache(maxsize=4)
def heads_entries(text: str) -> bool:
    """Day after day at the head of a paragraph: a diary or a log, whose days are those of what is told."""
    return len(_ENTRY.findall(text)) > 1


def _is_dateline(context: Context, before: str, after: str, span: TextSpan) -> bool:
    """A line at the head of the text that holds a date and no more, or the place and day that a wire report opens with."""
    filed = dateline_of(context.text) if context.start < _FIRST_LINES else None
    if filed is not None and filed.start <= span.start and span.end <= filed.end:
        return True
    if heads_entries(context.text):
        return False
    if context.text[span.end :].partition("\n")[0].strip(" .|()"):
        return False  # an entry of a diary goes on behind its day
    return span.start < _FIRST_LINES and not before.strip() and not after.strip(" .|()\n") and "\n" in context.text
