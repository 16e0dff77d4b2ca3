"""How many: always a range, with the end open where the words leave it open."""

from enum import StrEnum

from attrs import frozen

from sosik.errors import ValueUnreadable


class Outcome(StrEnum):
    killed = "killed"
    injured = "injured"
    killed_or_injured = "killed_or_injured"
    missing = "missing"
    detained = "detained"
    repatriated = "repatriated"
    unknown = "unknown"


@frozen
class Count:
    """A number of people between ``min`` and ``max``; ``max`` is None when open, ``best`` is None when nobody states one.

    Absence of a count is None in the field that would hold it: empty is not zero.

    >>> Count.exactly(2) + Count.at_least(3)
    Count(min=5, best=None, max=None)
    """

    min: int
    best: int | None
    max: int | None

    def __attrs_post_init__(self) -> None:
        low = self.min >= 0
        high = self.max is None or self.min <= self.max
        inside = self.best is None or (self.min <= self.best and (self.max is None or self.best <= self.max))
        if not (low and high and inside):
            raise ValueUnreadable(what=f"{self.min}/{self.best}/{self.max}", kind="count")

    @classmethod
    def exactly(cls, number: int) -> "Count":
        return cls(number, number, number)

    @classmethod
    def between(cls, low: int, high: int | None) -> "Count":
        return cls(low, low if low == high else None, high)

    @classmethod
    def at_least(cls, number: int) -> "Count":
        return cls(number, None, None)

    @property
    def is_open(self) -> bool:
        return self.max is None

    def __add__(self, other: "Count") -> "Count":
        best = None if self.best is None or other.best is None else self.best + other.best
        top = None if self.max is None or other.max is None else self.max + other.max
        return Count(self.min + other.min, best, top)

    def holds(self, number: int) -> bool:
        return self.min <= number and (self.max is None or number <= self.max)

    def overlaps(self, other: "Count") -> bool:
        """Some number fits both."""
        return (other.max is None or self.min <= other.max) and (self.max is None or other.min <= self.max)

    def envelope(self, other: "Count") -> "Count":
        """The narrowest count that holds both; its best stands only where both state the same."""
        top = None if self.max is None or other.max is None else max(self.max, other.max)
        return Count(min(self.min, other.min), self.best if self.best == other.best else None, top)


@frozen
class Quantity:
    """How many suffered one outcome."""

    outcome: Outcome
    count: Count
