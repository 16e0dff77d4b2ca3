"""Settings of a desk that are decided: each is a decision, and the last one stands."""

from collections.abc import Iterable, Sequence
from datetime import date

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision, DecisionKind
from sosik.errors import DecisionRefused

SITE, RETENTION = "site", "retention"
SETTINGS = frozenset({SITE, RETENTION})
MOST_MONTHS = 600


def setting_of(decisions: Iterable[Decision], name: str) -> str | None:
    """The text of the last decision on this setting; None where nobody decided."""
    found = [one for one in decisions if one.kind is DecisionKind.setting and one.about.get("setting") == name]
    return str(found[-1].about["text"]) if found else None


def check_setting(decision: Decision, line: int, file: str) -> None:
    """Raises DecisionRefused for a setting that there is not, or months that are none; what a site says of itself is read where it is kept."""
    name, text = decision.about["setting"], decision.about["text"]
    if name not in SETTINGS or not isinstance(text, str):
        raise DecisionRefused(file=file, line=line, why="there is no such setting")
    if name == RETENTION and not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= MOST_MONTHS):
        raise DecisionRefused(file=file, line=line, why="retention is not a number of months")


def past_retention(accounts: Sequence[Account], decisions: Iterable[Decision], today: date) -> tuple[Account, ...]:
    """Accounts whose contact lies longer ago than the desk keeps them, the oldest first; none while it sets no end.

    Nothing is erased by itself: an erasure is somebody's decision, and may change what is public.
    """
    months = int(setting_of(decisions, RETENTION) or 0)
    if not months:
        return ()
    due = [one for one in accounts if _months(one.contact_day, today) >= months]
    return tuple(sorted(due, key=lambda one: (one.contact_day, one.id)))


def _months(start: date, end: date) -> int:
    """Whole months."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
