"""An amount as a text states it, and when two amounts are one in two languages."""

from enum import StrEnum

from attrs import field, frozen

from sosik.values.textspan import TextSpan


class Bound(StrEnum):
    """What the words leave open: at least and its kin, and some (여, -odd), which is both about and a little over; ``reach`` (as many as, 까지) says how far, and fits any."""

    exact = "exact"
    about = "about"
    some = "some"
    least = "least"
    most = "most"
    reach = "reach"


_ALIKE = {
    frozenset({Bound.exact, Bound.about}),
    frozenset({Bound.about, Bound.some}),
    frozenset({Bound.some, Bound.least}),
    frozenset({Bound.reach, Bound.exact}),
    frozenset({Bound.reach, Bound.most}),
    frozenset({Bound.reach, Bound.about}),
    frozenset({Bound.reach, Bound.some}),
    frozenset({Bound.reach, Bound.least}),
}
_DOZEN = 12


@frozen
class Amount:
    """``low`` and ``high`` are equal unless it is a range; ``also`` are values that other words for it round to (보름: 15, 14).

    ``magnitude`` is the power of ten of a word without a number (several 0, dozens 1), and then there is no value.
    ``units`` are what may be counted; empty is anything. What is not ``firm`` may match, and accuses nobody;
    ``way`` is from or to where the words say that it became another.
    """

    span: TextSpan
    low: float
    high: float
    units: frozenset[str] = frozenset()
    bound: Bound = Bound.exact
    magnitude: int | None = None
    also: frozenset[float] = field(default=frozenset())
    firm: bool = True
    way: str = ""

    @property
    def values(self) -> frozenset[float]:
        return self.also | {self.low} if self.low == self.high else frozenset()


# Units of which a wrong one is a wrong statement; whatever else is counted has many words in either language.
MEASURED = frozenset(
    "person household hour minute second day month percent share metre km kg ton won yuan dollar yen ruble age decade fold times ordinal clock degree hectare litre".split()
)


def same_amount(one: Amount, other: Amount) -> int:
    """0 when they differ, more the surer they are one."""
    if not _same_value(one, other):
        return 0
    if not units_fit(one, other):
        return 0
    if one.bound is other.bound:
        return 3
    return 2 if frozenset({one.bound, other.bound}) in _ALIKE or one.magnitude is not None else 0


def _same_value(one: Amount, other: Amount) -> bool:
    if one.magnitude is not None or other.magnitude is not None:
        return one.magnitude == other.magnitude or _some_dozen(one, other)
    if one.low != one.high or other.low != other.high:
        return (one.low, one.high) == (other.low, other.high)
    return bool(one.values & other.values) or _some_ten(one, other) or _some_ten(other, one)


def _some_ten(one: Amount, other: Amount) -> bool:
    """십여 명 is a dozen or so."""
    return one.low == one.high == 10 and one.bound is Bound.some and other.low == other.high == _DOZEN


def _some_dozen(one: Amount, other: Amount) -> bool:
    """Dozens may be a range of tens; 몇 명 and a couple or three are both a few."""
    vague, plain = (one, other) if one.magnitude is not None else (other, one)
    if plain.magnitude is not None:
        return False
    return vague.magnitude == 0 and plain.low != plain.high and plain.high <= 4


def units_fit(one: Amount, other: Amount) -> bool:
    mine, yours = one.units & MEASURED, other.units & MEASURED
    return not (mine and yours and mine == one.units and yours == other.units) or bool(mine & yours)
