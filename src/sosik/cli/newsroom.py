"""Steps that several commands take on an open desk."""

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve, frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.decision_lines import NumberedDecision, read_lines
from sosik.accounts.erasure import Erasable, Erased
from sosik.accounts.ledger import Ledger
from sosik.accounts.report import Taken
from sosik.accounts.settings import SITE as SITE_SETTING
from sosik.accounts.settings import check_setting
from sosik.accounts.standing import check_standing
from sosik.adapters.release.kept import SITE, read_site
from sosik.adapters.store.quoting import keep_up
from sosik.bulletins.clearance import check_publish
from sosik.bulletins.draft import read_bulletins
from sosik.bulletins.leaks.release import check_scan
from sosik.claims.decision_check import check_claim
from sosik.cli.casebooks import KnownAccounts, projection, served
from sosik.cli.wiring import OpenDesk
from sosik.errors import BulletinRefused, DecisionRefused, ErasedBefore, InputEncoding, InputMissing, Refusal
from sosik.incidents.decision_check import check_incident, check_judgement
from sosik.values.ids import AccountId

_OF_A_CLAIM = {DecisionKind.accept, DecisionKind.correct, DecisionKind.reject}


def without_erased(ledger: Ledger, taken: Taken) -> Taken:
    """What was erased does not come back with the folder that it once lay in; each such file is refused by name."""
    erased = ledger.erased_among(account.id for account in taken.accounts)
    return evolve(
        taken,
        accounts=tuple(account for account in taken.accounts if account.id not in erased),
        attachments=tuple(item for item in taken.attachments if item.account not in erased),
        refused=(*taken.refused, *(Refusal(name, ErasedBefore(file=name)) for name in sorted(erased))),
    )


def take_decisions(opened: OpenDesk, path: Path) -> tuple[int, list[DecisionRefused]]:
    """Append the lines that can be taken and were not before; return how many, and the refusals, one a line."""
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
    added = opened.ledger.append(desk_of_decisions.taken, desk_of_decisions.behind)
    _erase(opened, desk_of_decisions.taken)
    _set(opened, desk_of_decisions.taken)
    keep_up(opened.store)
    return added, refused


@frozen
class Recomputed:
    """``changed`` names what differs inside the desk now: incidents, measures and tallies that are gone, new, or other than before.

    Public editions stay as they are: these names wait for an editor and the next release.
    """

    erased: Erased
    changed: tuple[str, ...]


def erase_and_recompute(opened: OpenDesk, what: Erasable, because: str) -> Recomputed:
    """What rests on it is written down as waiting before anything goes, so that it waits however this is cut off."""
    before = {one.id: one for one in projection(opened).every}
    going = _accounts(opened, what)
    resting = [name for name, one in before.items() if going & set(one.accounts)]
    opened.ledger.wait(resting)
    erased = opened.ledger.erase(what, because)
    after = {one.id: one for one in projection(opened).every}
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    opened.ledger.wait(sorted({*changed, *erased.quoted_in} - set(resting)))
    return Recomputed(erased, tuple(changed))


def _accounts(opened: OpenDesk, what: Erasable) -> set[AccountId]:
    if what.source is None:
        return {what.account} if what.account else set()
    return {AccountId(key.name) for key in opened.store.keys.of_source(what.source)}


def _erase(opened: OpenDesk, decisions: list[Decision]) -> None:
    """A decision to erase is carried out; what it named is gone with it."""
    for one in decisions:
        if one.kind is DecisionKind.erase:
            what = Erasable(one.about.get("account"), one.about.get("source"))
            erase_and_recompute(opened, what, one.because)


def _set(opened: OpenDesk, decisions: list[Decision]) -> None:
    """What the site says of itself is kept where publishing reads it."""
    texts = [one.about["text"] for one in decisions if one.about.get("setting") == SITE_SETTING]
    if texts:
        opened.ledger.keep_public(SITE, str(texts[-1]).encode())


class _Taking:
    """What is known while a file of decisions is taken in: a claim that one line carries, a later one may name."""

    def __init__(self, opened: OpenDesk, file: str) -> None:
        self.opened, self.file = opened, file
        self.served = served(opened)
        self.accounts = KnownAccounts(opened.ledger)
        self.bulletins = {bulletin.id for bulletin in read_bulletins(opened.ledger.bulletins())[0]}
        self.brought: dict[str, AccountId] = {}
        self.taken: list[Decision] = []

    def take(self, found: NumberedDecision) -> None:
        decision, line = found.decision, found.line
        self._check(decision, line)
        self.taken.append(decision)

    def behind(self, name: str) -> tuple[AccountId, ...]:
        """The accounts that a claim or an incident rests on."""
        account = self._account_of(name)
        return (account,) if account else self.served.accounts_behind(name) or ()

    def _account_of(self, claim: str) -> AccountId | None:
        return self.brought.get(claim) or self.served.account_of(claim)

    def _known(self, names: Iterable[object]) -> set[str]:
        """Claims among these names."""
        return {name for name in names if isinstance(name, str) and self._account_of(name)}

    def _check(self, decision: Decision, line: int) -> None:
        if not (self.opened.is_demo or decision.member == self.opened.member or self.opened.is_signed(decision)):
            why = "it is of a member whose key did not open the desk, and bears no signature of theirs"
            raise DecisionRefused(file=self.file, line=line, why=why)
        if decision.kind in _OF_A_CLAIM:
            claim = check_claim(decision, self.accounts, line, self.file)
            self.brought[claim.id] = claim.account
        elif decision.kind is DecisionKind.judge:
            named = decision.about["claims"]
            check_judgement(decision, self._known(named if isinstance(named, list) else []), line, self.file)
        elif decision.kind is DecisionKind.choose_best:
            name = str(decision.about["incident"])
            known = {name} if self._account_of(name) or self.served.accounts_behind(name) is not None else set()
            check_incident(decision, known, line, self.file)
        elif decision.kind is DecisionKind.setting:
            _check_setting(decision, line, self.file)
        elif decision.kind is DecisionKind.scan:
            check_scan(decision, {one.source for one in self.accounts.values() if one.source}, line, self.file)
        elif "bulletin" in decision.about and decision.about["bulletin"] not in self.bulletins:
            raise DecisionRefused(file=self.file, line=line, why="the bulletin is unknown")
        elif decision.kind is DecisionKind.publish:
            check_publish(decision, line, self.file)
        else:
            check_standing(decision, self.accounts, line, self.file)


def _check_setting(decision: Decision, line: int, file: str) -> None:
    check_setting(decision, line, file)
    if decision.about["setting"] == SITE_SETTING:
        try:
            read_site(str(decision.about["text"]).encode())
        except BulletinRefused as error:
            raise DecisionRefused(file=file, line=line, why=str(error.fields["why"])) from error


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputMissing(file=path.name) from error
    except UnicodeError as error:
        raise InputEncoding(file=path.name) from error
