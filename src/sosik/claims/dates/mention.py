"""A date as it stands in a text: its span, the days it names, and what it dates."""

from enum import StrEnum

from attrs import frozen

from sosik.values.datespan import DateSpan, Period
from sosik.values.textspan import TextSpan


class DateRole(StrEnum):
    """What the date dates; background is history told for comparison."""

    happened = "happened"
    told = "told"
    published = "published"
    background = "background"


@frozen
class DateMention:
    """``relative``: the days were counted from the reference or from a date named before."""

    span: TextSpan
    value: DateSpan | Period
    role: DateRole
    relative: bool
