"""Decisions of members at the desk: checked, signed where that is needed, appended, and shown at once."""

from collections.abc import Mapping
from typing import Any

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.settings import check_setting
from sosik.accounts.standing import check_standing
from sosik.accounts.undoing import undoing
from sosik.adapters.store.opened import today
from sosik.adapters.store.signed import signed
from sosik.bulletins.clearance import check_publish
from sosik.bulletins.leaks.release import check_scan
from sosik.claims.claim import Claim
from sosik.claims.decision_check import check_claim
from sosik.claims.jsonlines import claim_record
from sosik.desk.looking import history_of, refresh
from sosik.desk.open_desk import Desk, Who
from sosik.desk.terms import say
from sosik.errors import NotFound
from sosik.incidents.decision_check import check_incident, check_judgement
from sosik.values.ids import AccountId, MemberId

_HERE = "desk"
_OF_CLAIMS = frozenset({DecisionKind.accept, DecisionKind.correct, DecisionKind.reject})
_WHY: Mapping[DecisionKind, tuple[str, str]] = {
    DecisionKind.accept: ("The words say so.", "글에 그렇게 적혀 있음."),
    DecisionKind.correct: ("The words say it otherwise than it was read.", "글이 읽힌 것과 다르게 말함."),
    DecisionKind.reject: ("The words do not say so.", "글이 그렇게 말하지 않음."),
}


def decide_claim(desk: Desk, who: Who, kind: DecisionKind, claim: Claim, because: str) -> Decision:
    """Accept, correct, reject; also a claim that a member added. Raises DecisionRefused or SignatureMissing."""
    account = _account(desk, claim.account)
    reason = because.strip() or say(*_WHY[kind])
    return decide(desk, who, kind, {"claim": claim_record(claim, account.text)}, reason)


def decide(  # noqa: PLR0913 - what a line of the ledger holds
    desk: Desk,
    who: Who,
    kind: DecisionKind,
    about: Mapping[str, Any],
    because: str,
    *,
    rule: str | None = None,
    second: MemberId | None = None,
) -> Decision:
    """One line of the ledger, of the member who is signed in. ``turn`` tells it from the same line decided before."""
    with desk.writing:
        names = accounts_behind(desk, about)
        kept = desk.ledger.accounts_of(names)
        turn = len(desk.ledger.decisions_about(tuple(kept.values())))
        reason = because.strip() or say("Decided.", "결정함.")
        decision = Decision(kind, who.member, today(), {**about, "turn": turn}, reason, rule=rule, second=second)
        _check(desk, decision, kept)
        return _append(desk, who, decision, names)


def take_back(desk: Desk, who: Who, accounts: tuple[AccountId, ...], mark: str, because: str = "") -> Decision:
    """Undo in one step: the decision of this mark counts no more. Raises NotFound, UndoRefused or SignatureMissing."""
    with desk.writing:
        kept = desk.ledger.accounts_of(accounts)
        said = history_of(desk.ledger.decisions_about(tuple(kept.values())))
        found = next((one.decision for one in said if one.mark == mark and not one.is_undone), None)
        if found is None:
            raise NotFound(what=mark[:12])
        undo = undoing(found, who.member, today(), because.strip() or say("Taken back.", "되돌림."))
        return _append(desk, who, undo, accounts_behind(desk, found.about))


def accounts_behind(desk: Desk, about: Mapping[str, Any]) -> tuple[AccountId, ...]:
    """The accounts that a decision concerns."""
    claim = about.get("claim")
    named = [about.get("account"), about.get("to"), claim.get("account") if isinstance(claim, Mapping) else None]
    for name in (*about.get("claims", ()), about.get("incident")):
        named.extend(behind(desk, str(name)) if name else ())
    if about.get("source"):
        rows = desk.board.run("SELECT name FROM account WHERE source = %s ORDER BY number LIMIT 1", about["source"])
        named.extend(name for (name,) in rows)
    return tuple(AccountId(str(name)) for name in dict.fromkeys(named) if name)


def behind(desk: Desk, name: str) -> tuple[AccountId, ...]:
    """The accounts that a claim, an incident, a measure or a tally rests on."""
    rows = desk.board.run("SELECT DISTINCT account FROM claim WHERE name = %s OR event = %s", name, name)
    return tuple(AccountId(account) for (account,) in rows)


def _append(desk: Desk, who: Who, decision: Decision, names: tuple[AccountId, ...]) -> Decision:
    signer = desk.signer_for(who.member)
    line = signed(desk.store.ring.desk, signer, decision) if signer else decision
    desk.ledger.append([line], lambda name: behind(desk, name))
    refresh(desk, names)
    desk.recount.moved()
    return line


def _account(desk: Desk, name: AccountId) -> Account:
    found = desk.ledger.accounts_of([name]).get(name)
    if found is None:
        raise NotFound(what=name)
    return found


def _check(desk: Desk, decision: Decision, kept: Mapping[AccountId, Account]) -> None:
    if decision.kind in _OF_CLAIMS:
        check_claim(decision, kept, 1, _HERE)
    elif decision.kind is DecisionKind.judge:
        named = {str(name) for name in decision.about["claims"] if behind(desk, str(name))}
        check_judgement(decision, named, 1, _HERE)
    elif decision.kind is DecisionKind.choose_best:
        name = str(decision.about["incident"])
        check_incident(decision, {name} if behind(desk, name) else set(), 1, _HERE)
    elif decision.kind is DecisionKind.scan:
        check_scan(decision, {one.source for one in kept.values() if one.source}, 1, _HERE)
    elif decision.kind is DecisionKind.publish:
        check_publish(decision, 1, _HERE)
    elif decision.kind is DecisionKind.setting:
        check_setting(decision, 1, _HERE)
    else:
        check_standing(decision, kept, 1, _HERE)
