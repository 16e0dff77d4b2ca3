"""Accounts as they stand: what a member decided of their sources, basis and consent, applied in order."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from sosik.accounts.account import Account, Basis, Consent, Reliability
from sosik.accounts.decision import Decision, DecisionKind
from sosik.errors import DecisionRefused
from sosik.values.ids import AccountId, SourceHandle

_CHOICES = {
    DecisionKind.source: ("reliability", Reliability),
    DecisionKind.basis: ("basis", Basis),
    DecisionKind.consent: ("consent", Consent),
}


@frozen
class Standing:
    """``erased`` accounts feed nothing; ``compromised`` sources freeze what rests on them from a day on."""

    accounts: Mapping[AccountId, Account]
    erased: frozenset[AccountId] = frozenset()
    compromised: Mapping[SourceHandle, date] = field(factory=dict, hash=False)


def stand(accounts: Iterable[Account], decisions: Sequence[Decision]) -> Standing:
    standing = {account.id: account for account in accounts}
    told_by = _by_source(standing.values())
    erased: set[AccountId] = set()
    compromised: dict[SourceHandle, date] = {}
    for decision in decisions:
        about = decision.about
        if decision.kind is DecisionKind.compromise:
            compromised[about["source"]] = date.fromisoformat(about["since"])
        elif decision.kind is DecisionKind.erase:
            erased |= set(_concerned(decision, standing, told_by))
        elif decision.kind in _CHOICES:
            _apply(decision, standing, told_by)
    return Standing({key: one for key, one in standing.items() if key not in erased}, frozenset(erased), compromised)


def check_standing(decision: Decision, accounts: Mapping[AccountId, Account], line: int, file: str) -> None:
    """Refuses a decision about an account or a source that nobody knows, or with a word that is no choice."""
    about = decision.about
    if "account" in about and about["account"] not in accounts:
        raise DecisionRefused(file=file, line=line, why="the account is unknown")
    if "to" in about and about["to"] not in accounts:
        raise DecisionRefused(file=file, line=line, why="the other account is unknown")
    if decision.kind is not DecisionKind.scan and "source" in about and not _tells(accounts, about["source"]):
        raise DecisionRefused(file=file, line=line, why="the source is unknown")
    if decision.kind in _CHOICES:
        key, choices = _CHOICES[decision.kind]
        if str(about[key]) not in {str(choice.value) for choice in choices}:
            raise DecisionRefused(file=file, line=line, why=f"{key} is not one of its words")
    if decision.kind is DecisionKind.compromise:
        _check_day(str(about["since"]), line, file)


def _tells(accounts: Mapping[AccountId, Account], source: object) -> bool:
    return any(account.source == source for account in accounts.values() if account.source)


def _check_day(day: str, line: int, file: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise DecisionRefused(file=file, line=line, why="since is not a day") from error


def _apply(decision: Decision, standing: dict[AccountId, Account], told_by: Mapping[str, Sequence[AccountId]]) -> None:
    key, choices = _CHOICES[decision.kind]
    value: Any = choices(decision.about[key])
    for name in _concerned(decision, standing, told_by):
        standing[name] = evolve(standing[name], **{key: value})


def _concerned(
    decision: Decision, standing: Mapping[AccountId, Account], told_by: Mapping[str, Sequence[AccountId]]
) -> Sequence[AccountId]:
    """The account that it names, or else all of the source's."""
    about = decision.about
    if "account" in about:
        return [about["account"]] if about["account"] in standing else []
    return told_by.get(about.get("source", ""), ())


def _by_source(accounts: Iterable[Account]) -> dict[str, list[AccountId]]:
    found: dict[str, list[AccountId]] = {}
    for account in accounts:
        if account.source:
            found.setdefault(account.source, []).append(account.id)
    return found
