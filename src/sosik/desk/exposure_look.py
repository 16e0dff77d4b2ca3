"""Sources as the desk knows them: handle, reliability, where they speak from in public, and how many that leaves."""

from datetime import date
from functools import partial

from attrs import frozen

from sosik.accounts.account import Account
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.adapters.store.opened import today
from sosik.bulletins.case import Exposed
from sosik.bulletins.exposure import exposed
from sosik.bulletins.kept_texts import ever_kept
from sosik.bulletins.policy import Policy
from sosik.bulletins.public_case import public_case
from sosik.desk.bulletin_look import book_of
from sosik.desk.open_desk import Desk
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
    def last(self) -> Account:
        return max(self.accounts, key=lambda one: one.reference_day or one.received or date.min)


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
