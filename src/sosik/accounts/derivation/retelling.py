"""What is found between two accounts: a proposal that a member confirms or rejects by a decision to relate them."""

from enum import StrEnum

from attrs import frozen

from sosik.values.ids import AccountId
from sosik.values.textspan import TextSpan


class Manner(StrEnum):
    """A near-copy shares its words, a translation its contents in their order, a named retelling says whose it is."""

    near_copy = "near_copy"
    translated = "translated"
    named = "named"


class Change(StrEnum):
    """What became of a detail on the way."""

    wider = "wider"
    narrower = "narrower"
    changed = "changed"


@frozen
class Passage:
    """Words of the retelling, and those of the account that they come from."""

    here: TextSpan
    there: TextSpan


@frozen
class Drift:
    """A detail that reads otherwise: ``kind`` is category, date, place, outcome, number, figure or negation."""

    kind: str
    change: Change
    here: TextSpan
    there: TextSpan


@frozen
class Retelling:
    """``account`` seems to retell ``of``; ``share`` is how much of the shorter of the two lies in the other, 0 to 1."""

    account: AccountId
    of: AccountId
    manner: Manner
    share: float
    passages: tuple[Passage, ...] = ()
    drift: tuple[Drift, ...] = ()
