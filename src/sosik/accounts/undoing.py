"""Taking a decision back: another decision that names it. Both stay in the ledger; the first counts no more."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve

from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.decision_lines import write_line
from sosik.errors import SosikError
from sosik.values.ids import MemberId

UNDOABLE = frozenset(
    {
        *(DecisionKind.accept, DecisionKind.correct, DecisionKind.reject),
        *(DecisionKind.judge, DecisionKind.choose_best, DecisionKind.relate),
        *(DecisionKind.source, DecisionKind.basis, DecisionKind.consent),
    }
)
_SUBJECTS = ("account", "to", "claims", "incident", "source")


class UndoRefused(SosikError):
    code = "E-UNDO"
    exit_code = 3
    en = "A decision of this kind ({kind}) cannot be taken back: decide anew."
    ko = "이 종류의 결정({kind})은 되돌릴 수 없습니다. 새로 결정해 주십시오."


def mark_of(decision: Decision) -> str:
    """SHA-256 of the decision's line without its signature, in hex: what an undoing names."""
    return hashlib.sha256(write_line(evolve(decision, sig=None)).encode()).hexdigest()


def undoing(decision: Decision, member: MemberId, on: date, because: str) -> Decision:
    """The decision that takes this one back; sealed under the same subjects. Raises UndoRefused."""
    if decision.kind not in UNDOABLE:
        raise UndoRefused(kind=decision.kind)
    about = {"of": mark_of(decision)} | _subjects(decision.about)
    return Decision(DecisionKind.undo, member, on, about, because)


def left_standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Without those that were taken back, and without the undoings; an undoing takes back what came before it alone."""
    kept: dict[int, Decision] = {}
    places: dict[str, list[int]] = {}
    for number, decision in enumerate(decisions):
        if decision.kind is DecisionKind.undo:
            for at in places.pop(str(decision.about["of"]), ()):
                kept.pop(at, None)
        else:
            kept[number] = decision
            if decision.kind in UNDOABLE:
                places.setdefault(mark_of(decision), []).append(number)
    return tuple(kept.values())


def _subjects(about: Mapping[str, Any]) -> dict[str, Any]:
    named = {key: about[key] for key in _SUBJECTS if about.get(key)}
    claim = about.get("claim")
    return named | ({"account": claim["account"]} if isinstance(claim, Mapping) else {})
