"""Sources as the desk knows them: handle, reliability, where they speak from in public, and how many that leaves."""

from datetime import date
from functools import partial

from attrs import frozen

from sosik.accounts.account import Account
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.adapters.store.opened import today
from sosik.adapters.store.vault import VaultEntry, last_sealed, vault_log
from sosik.bulletins.case import Exposed
from sosik.bulletins.exposure import exposed
from sosik.bulletins.kept_texts import ever_kept
from sosik.bulletins.policy import Policy
from sosik.bulletins.public_case import public_case
from sosik.bulletins.records import accounts_behind
from sosik.desk.bulletin_look import BulletinLook, book_of, every
from sosik.desk.open_desk import Desk
from sosik.errors import NotFound
from sosik.incidents.projection import project
from sosik.values.ids import SourceHandle


@frozen
class SourceLook:
    """``said`` are the ways in which published bulletins may have spoken of the source; none of them is stored."""

    handle: SourceHandle
    accounts: tuple[Account, ...]
    said: tuple[Exposed, ...]
    is_compromised: bool

    @property
    def reliability(self) -> str:
        return self.accounts[-1].reliability.value

    @property
    def bases(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.basis.value for one in self.accounts))

    @property
    def last(self) -> Account:
        return max(self.accounts, key=lambda one: one.reference_day or one.received or date.min)


@frozen
class SourcePage:
    """``resting`` are bulletins behind which the source stands; ``flagged`` accounts of theirs since the day they were compromised."""

    look: SourceLook
    vault: VaultEntry | None
    log: tuple[VaultEntry, ...]
    resting: tuple[BulletinLook, ...]
    since: date | None
    flagged: tuple[Account, ...]


def source_page(desk: Desk, handle: SourceHandle) -> SourcePage:
    """Raises NotFound or DeskCounting."""
    look = next((one for one in exposure_of(desk) if one.handle == handle), None)
    if look is None:
        raise NotFound(what=handle)
    names = {one.id for one in look.accounts}
    resting = tuple(
        seen
        for seen in every(desk)
        if handle in (seen.bulletin.sources or ())
        or names & set(accounts_behind(seen.bulletin, seen.case, seen.assembled))
    )
    log = tuple(one for one in vault_log(desk.store) if one.source == handle)
    since = book_of(desk).standing.compromised.get(handle)
    flagged = tuple(one for one in look.accounts if since and one.contact_day and one.contact_day >= since)
    return SourcePage(look, last_sealed(desk.store).get(handle), log, resting, since, flagged)


def exposure_of(desk: Desk) -> tuple[SourceLook, ...]:
    """Raises DeskCounting."""
    book = book_of(desk)
    case = public_case(book, desk.rules, desk.ids, today(), partial(project, linking=engine_for))
    texts = ever_kept(desk.ledger, book.kept.decisions)
    found = exposed(texts, book.kept.decisions, case, Policy.shipped(), desk.rules.gazetteer)
    by_source: dict[SourceHandle, list[Account]] = {}
    for account in book.standing.accounts.values():
        if account.source:
            by_source.setdefault(SourceHandle(account.source), []).append(account)
    return tuple(
        SourceLook(
            handle,
            tuple(accounts),
            tuple(dict.fromkeys(one for one in found if one.source == handle)),
            handle in book.standing.compromised,
        )
        for handle, accounts in sorted(by_source.items())
    )
