"""What a language gives to tell the roles of dates apart: patterns for the words before and after."""

import re
from collections.abc import Callable

from attrs import field, frozen

NEVER = re.compile(r"(?!)")


@frozen(kw_only=True)
class Cues:
    """``..._before`` is searched in the words before a date and ends at it, ``..._after`` starts behind it.

    ``is_told`` takes the words before, of and after the date, and whether the date opens its sentence.
    """

    is_told: Callable[[str, str, str, bool], bool] = field(eq=False)
    published_before: re.Pattern[str]
    compared_before: re.Pattern[str] = NEVER
    compared_after: re.Pattern[str] = NEVER
    history_before: re.Pattern[str] = NEVER
    history_after: re.Pattern[str] = NEVER
    past_turn: re.Pattern[str]
    to_come_before: re.Pattern[str] = NEVER
    to_come_after: re.Pattern[str] = NEVER
    past_after: re.Pattern[str] = NEVER
    clause: re.Pattern[str]
