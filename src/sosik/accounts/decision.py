"""A decision: who judged what, and why. Appended, never edited; each stage reads the kinds that concern it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from sosik.values.ids import MemberId


class DecisionKind(StrEnum):
    accept = "accept"
    correct = "correct"
    reject = "reject"
    judge = "judge"
    choose_best = "choose_best"
    relate = "relate"
    source = "source"
    basis = "basis"
    consent = "consent"
    review = "review"
    scan = "scan"
    clear = "clear"
    override = "override"
    publish = "publish"
    withdraw = "withdraw"
    compromise = "compromise"
    erase = "erase"
    undo = "undo"
    setting = "setting"


@frozen
class Decision:
    """One line of the ledger. ``about`` is checked by the stage that its kind belongs to when the line is taken in."""

    kind: DecisionKind
    member: MemberId
    on: date
    about: Mapping[str, Any] = field(hash=False)
    because: str
    second: MemberId | None = None
    rule: str | None = None
    sig: str | None = None
