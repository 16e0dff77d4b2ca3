"""Decisions as JSON Lines: what a line must hold whatever its kind."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.errors import DecisionRefused
from sosik.values.ids import MemberId

_NEEDS = {
    DecisionKind.accept: {"claim"},
    DecisionKind.correct: {"claim"},
    DecisionKind.reject: {"claim"},
    DecisionKind.judge: {"claims", "verdict"},
    DecisionKind.choose_best: {"incident", "figure", "best"},
    DecisionKind.relate: {"account", "relation", "to"},
    DecisionKind.source: {"source", "reliability"},
    DecisionKind.basis: {"account", "basis"},
    DecisionKind.consent: {"account", "consent"},
    DecisionKind.review: {"bulletin", "revision", "hash"},
    DecisionKind.clear: {"bulletin", "revision", "hash"},
    DecisionKind.publish: {"bulletin", "revision", "hash"},
    DecisionKind.withdraw: {"bulletin", "revision", "hash"},
    DecisionKind.override: {"bulletin", "revision", "hash"},
    DecisionKind.scan: {"bundle", "source", "verdict"},
    DecisionKind.compromise: {"source", "since"},
    DecisionKind.erase: set(),
    DecisionKind.undo: {"of"},
    DecisionKind.setting: {"setting", "text"},
}


@frozen
class NumberedDecision:
    line: int
    decision: Decision


def read_lines(file: str, untrusted: str) -> Iterator[NumberedDecision | DecisionRefused]:
    """Each line as a decision, or the refusal that names it; an empty line is passed over."""
    for number, line in enumerate(untrusted.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield NumberedDecision(number, _decision(json.loads(line)))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            yield DecisionRefused(file=file, line=number, why=_why(error))


def write_line(decision: Decision) -> str:
    """The line that ``read_lines`` reads back as this decision."""
    record: dict[str, Any] = {
        "decision": decision.kind,
        "member": decision.member,
        "on": decision.on.isoformat(),
        "about": decision.about,
        "because": decision.because,
    }
    extra = {"rule": decision.rule, "second": decision.second, "sig": decision.sig}
    record |= {key: value for key, value in extra.items() if value is not None}
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def of_kind(decisions: Iterable[Decision], *kinds: DecisionKind) -> Iterator[Decision]:
    return (decision for decision in decisions if decision.kind in kinds)


class _Lacking(ValueError):
    """The line lacks something; the message names the key alone."""


def _decision(untrusted: Any) -> Decision:
    if not isinstance(untrusted, dict):
        raise _Lacking("it is not an object")
    kind = _kind(untrusted)
    about = untrusted.get("about")
    if not isinstance(about, Mapping) or not about:
        raise _Lacking("it says nothing in about")
    missing = sorted(_NEEDS[kind] - set(about))
    if missing:
        raise _Lacking(f"about lacks {', '.join(missing)}")
    if kind is DecisionKind.erase and not {"account", "source"} & set(about):
        raise _Lacking("about lacks account or source")
    for key in ("member", "because"):
        if not isinstance(untrusted.get(key), str) or not untrusted[key].strip():
            raise _Lacking(f"it lacks {key}")
    return Decision(
        kind=kind,
        member=MemberId(untrusted["member"]),
        on=date.fromisoformat(str(untrusted.get("on"))),
        about=dict(about),
        because=untrusted["because"],
        second=MemberId(untrusted["second"]) if untrusted.get("second") else None,
        rule=str(untrusted["rule"]) if untrusted.get("rule") else None,
        sig=str(untrusted["sig"]) if untrusted.get("sig") else None,
    )


def _kind(untrusted: Mapping[str, Any]) -> DecisionKind:
    try:
        return DecisionKind(str(untrusted.get("decision")))
    except ValueError as error:
        raise _Lacking("its kind is unknown") from error


def _why(error: Exception) -> str:
    if isinstance(error, _Lacking):
        return str(error)
    if isinstance(error, json.JSONDecodeError):
        return "it is not JSON"
    return "its day is not a date"
