"""Whom a decision concerns: its content is sealed under the keys of all of them, and goes with any."""

from sosik.accounts.decision import Decision
from sosik.accounts.ledger import Behind
from sosik.adapters.store.key_store import DESK, Named, SubjectKind


def subjects_of(decision: Decision, behind: Behind) -> tuple[Named, ...]:
    """Accounts before sources before bulletins; the desk itself when it is about nobody."""
    about = decision.about
    claim = about.get("claim")
    accounts = [about.get("account"), about.get("to"), claim.get("account") if isinstance(claim, dict) else None]
    for name in [*about.get("claims", []), about.get("incident")]:
        accounts.extend(behind(str(name)) if name else ())
    found = [Named(SubjectKind.account, str(name)) for name in dict.fromkeys(accounts) if name]
    if about.get("source"):
        found.append(Named(SubjectKind.source, str(about["source"])))
    if about.get("bulletin"):
        found.append(Named(SubjectKind.bulletin, str(about["bulletin"])))
    return tuple(found) or (DESK,)
