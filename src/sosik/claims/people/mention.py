"""One mention of people and what became of them, with the words that say it."""

from attrs import frozen

from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.textspan import TextSpan


@frozen
class VictimMention:
    """``span`` covers the people, and the outcome where it stands beside them; ``is_total`` marks a running total.

    ``is_bare`` marks people told without a number, whom a number told later counts.
    ``negated`` says that nobody suffered the outcome: its count is nought.
    """

    span: TextSpan
    quantity: Quantity
    group: str | None = None
    sex: str | None = None
    age: int | None = None
    negated: bool = False
    is_total: bool = False
    is_bare: bool = False
    outcome_span: TextSpan | None = None

    @property
    def outcome(self) -> Outcome:
        return self.quantity.outcome

    @property
    def count(self) -> Count:
        return self.quantity.count
