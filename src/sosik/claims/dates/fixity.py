"""Whether words of time name the same days whoever reads them, and whether they say a year."""

from collections.abc import Iterator

from sosik.claims.dates.calendar_words import Day, Decade, Fraction, Holiday, Lunar, Month, Season, Year
from sosik.claims.dates.composed_words import (
    Between,
    DaysOf,
    Expression,
    Fixed,
    Lasted,
    Lasting,
    Moved,
    NthWeekday,
    PartOf,
    StartOf,
    UnitsOf,
    WeekdayIn,
    WeekendIn,
    WeekOf,
)


def is_fixed(expression: Expression | Lasting) -> bool:
    """Some part says its year by number, so that no reference moves the days."""
    return any(_says_number(part) for part in _parts(expression))


def names_year(expression: Expression | Lasting) -> bool:
    """A year is said, by number or as that of the reference or of a date named before."""
    return any(_says_year(part) for part in _parts(expression))


def _parts(expression: Expression | Lasting | None) -> Iterator[Expression | Lasting]:
    """The words that stand for themselves, inside those that move or bound them."""
    match expression:
        case None:
            return
        case Day(_, month, _):
            yield from _parts(month)
        case PartOf() | StartOf() | WeekOf() | DaysOf() | UnitsOf() | WeekdayIn() | WeekendIn() | NthWeekday():
            yield from _parts(expression.whole)
        case Moved(_, _, base):
            yield from _parts(base)
        case Between() | Lasted():
            yield from _parts(expression.first)
            yield from _parts(expression.last)
        case _:
            yield expression


def _says_number(part: Expression | Lasting) -> bool:
    match part:
        case Fixed() | Decade():
            return True
        case Year() | Season() | Fraction() | Holiday() | Lunar():
            return isinstance(part.year, int)
        case Month(month, year, _):
            return isinstance(month, int) and isinstance(year, int)
        case _:
            return False


def _says_year(part: Expression | Lasting) -> bool:
    match part:
        case Fixed():
            return True
        case Year() | Season() | Fraction() | Holiday() | Lunar() | Month():
            return part.year is not None
        case _:
            return False
