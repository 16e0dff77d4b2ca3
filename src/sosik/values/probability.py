"""Probabilities and their weights in bits."""

import math

from attrs import frozen

from sosik.errors import ValueUnreadable


@frozen(order=True)
class Probability:
    """A number from 0 to 1."""

    value: float

    def __attrs_post_init__(self) -> None:
        if not 0.0 <= self.value <= 1.0:
            raise ValueUnreadable(what=str(self.value), kind="probability")

    @classmethod
    def of_weight(cls, bits: float) -> "Probability":
        """From log2 odds; stable at both ends."""
        if bits >= 0:
            return cls(1.0 / (1.0 + 2.0 ** -min(bits, 1000.0)))
        odds = 2.0 ** max(bits, -1000.0)
        return cls(odds / (1.0 + odds))

    def weight(self) -> float:
        """log2 odds, infinite at 0 and 1."""
        if self.value in {0.0, 1.0}:
            return math.inf if self.value else -math.inf
        return math.log2(self.value / (1.0 - self.value))
