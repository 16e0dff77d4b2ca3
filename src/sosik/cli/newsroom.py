"""Steps that several commands take on an open desk."""

from pathlib import Path

from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.decision_lines import NumberedDecision, read_lines, write_line
from sosik.accounts.standing import check_standing
from sosik.bulletins.draft import read_bulletins
from sosik.claims.decision_check import check_claim
from sosik.claims.rules import Rules
from sosik.cli.progress import progress
from sosik.cli.wiring import OpenDesk
from sosik.cli.words import say
from sosik.errors import DecisionRefused, InputEncoding, InputMissing
from sosik.incidents.casebook import Casebook, compute
from sosik.incidents.decision_check import check_incident, check_judgement

_OF_A_CLAIM = {DecisionKind.accept, DecisionKind.correct, DecisionKind.reject}


def casebook(opened: OpenDesk) -> Casebook:
    """All that is computed from what the desk keeps, with a bar over the accounts on a terminal."""
    return compute(
        opened.ledger.kept(),
        Rules.shipped(),
        opened.ids,
        watching=lambda accounts: progress(accounts, say("Reading", "읽는 중")),
    )


def take_decisions(opened: OpenDesk, path: Path) -> list[DecisionRefused]:
    """Append the lines that can be taken and were not before; return the refusals, one a line."""
    desk_of_decisions = _Taking(opened, path.name)
    refused: list[DecisionRefused] = []
    for found in read_lines(path.name, _text(path)):
        if isinstance(found, DecisionRefused):
            refused.append(found)
            continue
        try:
            desk_of_decisions.take(found)
        except DecisionRefused as error:
            refused.append(error)
    opened.ledger.append(desk_of_decisions.taken)
    return refused


class _Taking:
    """What is known while a file of decisions is taken in: a claim that one line carries, a later one may name."""

    def __init__(self, opened: OpenDesk, file: str) -> None:
        self.opened, self.file = opened, file
        book = casebook(opened)
        self.accounts = {account.id: account for account in book.kept.accounts}
        self.bulletins = {bulletin.id for bulletin in read_bulletins(book.kept.bulletins)[0]}
        self.claims = {item.claim.id for item in book.claims}
        self.incidents = {one.id for one in book.projection.every}
        self.known = {write_line(decision) for decision in book.kept.decisions}
        self.taken: list[Decision] = []

    def take(self, found: NumberedDecision) -> None:
        decision, line = found.decision, found.line
        self._check(decision, line)
        text = write_line(decision)
        if text not in self.known:
            self.known.add(text)
            self.taken.append(decision)

    def _check(self, decision: Decision, line: int) -> None:
        if not self.opened.is_demo and decision.member != self.opened.member:
            raise DecisionRefused(file=self.file, line=line, why="it is of a member whose key did not open the desk")
        if decision.kind in _OF_A_CLAIM:
            self.claims.add(check_claim(decision, self.accounts, line, self.file).id)
        elif decision.kind is DecisionKind.judge:
            check_judgement(decision, self.claims, line, self.file)
        elif decision.kind is DecisionKind.choose_best:
            check_incident(decision, self.incidents | self.claims, line, self.file)
        elif "bulletin" in decision.about and decision.about["bulletin"] not in self.bulletins:
            raise DecisionRefused(file=self.file, line=line, why="the bulletin is unknown")
        else:
            check_standing(decision, self.accounts, line, self.file)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputMissing(file=path.name) from error
    except UnicodeError as error:
        raise InputEncoding(file=path.name) from error
