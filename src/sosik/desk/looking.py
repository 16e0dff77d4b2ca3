"""One account as it stands now: its text, what was read, what members said of it."""

from attrs import frozen

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.standing import stand
from sosik.accounts.undoing import UNDOABLE, left_standing, mark_of
from sosik.claims.claim import Claim, Reading
from sosik.claims.decided import DecidedClaim, decided
from sosik.claims.reading import read
from sosik.desk.board_rows import account_row, claim_row
from sosik.desk.open_desk import Desk
from sosik.errors import NotFound
from sosik.values.ids import AccountId, ClaimId

_OF_CLAIMS = frozenset({DecisionKind.accept, DecisionKind.correct, DecisionKind.reject})


@frozen
class Said:
    """A line of the history. ``claim`` is the claim that it is about, if any."""

    decision: Decision
    mark: str
    is_undone: bool
    can_be_undone: bool
    claim: str | None


@frozen
class AccountLook:
    account: Account
    reading: Reading
    claims: tuple[DecidedClaim, ...]
    history: tuple[Said, ...]

    def claim(self, name: str) -> Claim:
        """Raises NotFound."""
        found = next((one.claim for one in self.claims if one.claim.id == name), None)
        if found is None:
            raise NotFound(what=name)
        return found

    @property
    def waiting(self) -> int:
        return sum(one.status.value == "proposed" for one in self.claims)

    def last_on(self, claim: str) -> Said | None:
        """The decision that stands on the claim now."""
        return next((one for one in reversed(self.history) if one.claim == claim and one.can_be_undone), None)


def look(desk: Desk, name: str) -> AccountLook:
    """Raises NotFound."""
    key = AccountId(name)
    account = desk.ledger.accounts_of([key]).get(key)
    if account is None:
        raise NotFound(what=name)
    decisions = desk.ledger.decisions_about((account,))
    standing = left_standing(decisions)
    stood = stand([account], standing).accounts.get(key, account)
    reading = desk.readings.reading(stood, desk.rules, read)
    return AccountLook(stood, reading, decided([reading], standing), history_of(decisions))


def history_of(decisions: tuple[Decision, ...]) -> tuple[Said, ...]:
    """Every line, those that were taken back marked."""
    marks = [mark_of(one) for one in decisions]
    standing = {mark_of(one) for one in left_standing(decisions)}
    return tuple(
        Said(
            decision=one,
            mark=mark,
            is_undone=one.kind is not DecisionKind.undo and mark not in standing,
            can_be_undone=one.kind in UNDOABLE and mark in standing,
            claim=_claim_of(one),
        )
        for one, mark in zip(decisions, marks, strict=True)
    )


def _claim_of(decision: Decision) -> str | None:
    claim = decision.about.get("claim")
    return str(claim["claim"]) if isinstance(claim, dict) and decision.kind in _OF_CLAIMS else None


def refresh(desk: Desk, names: tuple[AccountId, ...]) -> None:
    """The rows of these accounts and their claims on the board, before the next count."""
    desk.recount.touched |= set(names)
    for name in dict.fromkeys(names):
        seen = look(desk, name)
        kept = desk.board.rows("account", "WHERE name = %s", name)
        home = {
            ClaimId(row["name"]): row["event"]
            for row in desk.board.rows("claim", "WHERE account = %s", name)
            if row["event"]
        }
        number = kept[0]["number"] if kept else next_number(desk)
        row = account_row(number, seen.account, seen.claims, home)
        desk.board.put("account", [{**row, "retells": kept[0]["retells"] if kept else "[]"}])
        rows = (claim_row(at, one, home.get(one.claim.id)) for at, one in enumerate(seen.claims))
        desk.board.put("claim", rows)


def next_number(desk: Desk) -> int:
    return int(desk.board.run("SELECT COALESCE(MAX(number), -1) + 1 FROM account")[0][0])
