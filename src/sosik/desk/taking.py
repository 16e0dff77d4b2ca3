"""Accounts come in: one that a member writes down, or files, each taken or refused by itself."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from attrs import define, field, frozen

from sosik.accounts.account import Account, Basis, Consent
from sosik.accounts.encoding import decode
from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.report import PassedOver, TakenAccount, Tray
from sosik.accounts.report_text import account_of
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.converter.bubblewrap import Bubblewrap
from sosik.adapters.store.opened import today
from sosik.desk.contacts import InputNumbers, numbers_in
from sosik.desk.envelopes import unsealed
from sosik.desk.looking import refresh
from sosik.desk.open_desk import Desk, Who
from sosik.errors import ErasedBefore, Refusal, SosikError
from sosik.values.ids import AccountId, SourceHandle

_STEP = 25  # accounts that are kept at once


@frozen
class CallLog:
    """What a member wrote down of a call; days only, never a time. ``once`` is the form's mark: the same call sent twice is one."""

    text: str = field(repr=False)
    source: str | None
    told: date | None
    received: date
    instalment: int | None
    basis: Basis
    consent: Consent
    not_before: date | None = None
    outlet: str | None = None
    once: str | None = None

    @property
    def title(self) -> str | None:
        return f"instalment {self.instalment}" if self.instalment else None


def take_call(desk: Desk, who: Who, call: CallLog) -> AccountId:
    """The account's id. Raises InputNumbers, and what the catalogue says of text; the member's key is asked for first."""
    desk.signer_for(who.member)
    found = numbers_in(f"{call.text}\n{call.source or ''}")
    if found:
        raise InputNumbers(count=len(found))
    body = decode("call", call.text.replace("\r\n", "\n").encode("utf-8", "surrogatepass"), "utf-8")
    with desk.writing:
        stem = f"call-{call.received.isoformat()}"
        name = AccountId(f"{stem}-{call.once}") if call.once else _free_name(desk, stem)
        account = account_of("call", name, body, _matter(call))
        there = desk.ledger.accounts_of([name]).get(name)
        if there is not None and there.text == account.text:
            return name
        if desk.ledger.erased_among([name]):
            raise ErasedBefore(file=name)
        if there is not None:
            account = account_of("call", _free_name(desk, stem), body, _matter(call))
        desk.ledger.take_in([account], [])
        refresh(desk, (account.id,))
        desk.recount.moved()
    return account.id


def _matter(call: CallLog) -> FrontMatter:
    return FrontMatter(
        received=call.received,
        told=call.told,
        not_before=call.not_before,
        source=SourceHandle(call.source) if call.source else None,
        basis=call.basis,
        consent=call.consent,
        outlet=call.outlet,
        title=call.title,
    )


def _free_name(desk: Desk, stem: str) -> AccountId:
    number = len(desk.board.run("SELECT 1 FROM account WHERE name >= %s AND name < %s", f"{stem}-", f"{stem}."))
    while True:
        number += 1
        name = AccountId(f"{stem}-{number}")
        if not desk.ledger.accounts_of([name]) and not desk.ledger.erased_among([name]):
            return name


@define
class Import:
    """Files on their way in. ``done`` counts what was looked at; ``noted`` is called after each step that was kept.

    One that goes on after a restart begins with what it had taken, and with as many fewer that are known.
    """

    name: str
    of: int
    done: int = 0
    taken: int = 0
    known: int = 0
    refused: list[Refusal] = field(factory=list)
    passed: list[str] = field(factory=list)
    is_over: bool = False
    is_stopped: bool = False
    noted: Callable[[], None] = lambda: None

    @property
    def known_before(self) -> int:
        return max(0, self.known)


def run_import(desk: Desk, job: Import, files: Mapping[str, UntrustedFile], defaults: FrontMatter) -> bool:
    """Whether it came to its end: every file was looked at, or a member stopped it."""
    try:
        batch: list[TakenAccount] = []
        opened = unsealed(desk, files, defaults.received or today())
        job.refused += opened.refused
        job.of = len(opened.files) + len(opened.refused)
        job.done = len(opened.refused)
        for one in _looked_at(desk, job, opened.files, defaults):
            batch.append(one)
            if len(batch) >= _STEP:
                _keep(desk, job, batch)
                batch = []
        _keep(desk, job, batch)
    except SosikError as error:
        job.refused.append(Refusal(job.name, error))
        return False
    else:
        return True
    finally:
        job.is_over = True


def _looked_at(
    desk: Desk, job: Import, files: Mapping[str, UntrustedFile], defaults: FrontMatter
) -> Iterator[TakenAccount]:
    tray = Tray((), Bubblewrap.found(), desk.ledger.known_as)
    for one in tray.folder(files, defaults):
        if job.is_stopped:
            return
        job.done += 1
        if isinstance(one, Refusal):
            job.refused.append(one)
        elif isinstance(one, PassedOver):
            job.known += one.is_known
            job.passed.extend([one.name] * (not one.is_known))
        else:
            yield one


def _keep(desk: Desk, job: Import, batch: list[TakenAccount]) -> None:
    """What was erased does not come back."""
    erased = desk.ledger.erased_among(one.account.id for one in batch)
    job.refused += [Refusal(name, ErasedBefore(file=name)) for name in sorted(erased)]
    fresh = [one for one in batch if one.account.id not in erased]
    accounts: list[Account] = [one.account for one in fresh]
    if not accounts:
        return
    with desk.writing:
        desk.ledger.take_in(accounts, [item for one in fresh for item in one.attachments])
        refresh(desk, tuple(one.id for one in accounts))
        desk.recount.moved()
    job.taken += len(accounts)
    job.noted()
