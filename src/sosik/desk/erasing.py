"""Erasing by page: what would change is counted before, and shown; the keys go when an editor says so, with a reason."""

from attrs import frozen

from sosik.accounts.account import Account
from sosik.accounts.erasure import Erasable, Erased
from sosik.accounts.standing import Standing
from sosik.accounts.undoing import left_standing
from sosik.adapters.reading_rules import version_of_reading
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.adapters.store import erasing
from sosik.adapters.store.board import open_board
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.key_store import Named, SubjectKind
from sosik.adapters.store.projections import Projections
from sosik.adapters.store.subjects import subjects_of
from sosik.bulletins.records import accounts_behind
from sosik.desk import deciding
from sosik.desk.bulletin_look import BulletinLook, book_of, every
from sosik.desk.open_desk import Desk, Who
from sosik.errors import NotFound
from sosik.incidents.book import Casebook
from sosik.incidents.casebook import names_of
from sosik.incidents.incident import Incident, Measure, Tally
from sosik.incidents.projection import Projection, project

Event = Incident | Measure | Tally


@frozen
class Change:
    """An incident, measure or tally before and after; ``after`` is None where nothing of it is left."""

    before: Event | None
    after: Event | None

    @property
    def event(self) -> Event | None:
        return self.before or self.after

    @property
    def id(self) -> str:
        return str(self.event.id) if self.event else ""


@frozen
class Outlook:
    """``bulletins`` rest on what would go, or list the source; ``taken`` counts entries and names what would still quote."""

    accounts: tuple[Account, ...]
    taken: Erased
    changes: tuple[Change, ...]
    bulletins: tuple[BulletinLook, ...]


def outlook(desk: Desk, what: Erasable) -> Outlook:
    """Nothing is changed. Raises NotFound or DeskCounting."""
    book = book_of(desk)
    gone = _gone(book, what)
    with as_catalogued():
        taken = erasing.outlook(desk.store, what)
    names = {one.id for one in gone}
    resting = tuple(
        seen
        for seen in every(desk)
        if names & set(accounts_behind(seen.bulletin, seen.case, seen.assembled))
        or what.source in (seen.bulletin.sources or ())
    )
    return Outlook(gone, taken, _changes(desk, book, what, gone), resting)


def erase(desk: Desk, who: Who, what: Erasable, because: str) -> Outlook:
    """What was shown before is done; the pages go on with new files under new keys. Nothing public changes by itself."""
    desk.signer_for(who.member)
    with desk.writing:
        seen = outlook(desk, what)
        with desk.recount.halted():
            desk.ledger.wait([one.id for one in seen.changes])  # before anything goes, however it is cut off
            taken = desk.ledger.erase(what, f"{who.member}: {because}")
            _go_on(desk)
    return Outlook(seen.accounts, taken, seen.changes, seen.bulletins)


def _go_on(desk: Desk) -> None:
    """Lists, readings and releases of before are not looked at any more."""
    desk.board.database.close()
    desk.board = open_board(desk.store.folder, desk.store.ring)
    desk.readings = Projections(desk.store, at_hand(desk.store), version_of_reading(), desk.ids)
    desk.release.forget()
    desk.memory.forget()


def _gone(book: Casebook, what: Erasable) -> tuple[Account, ...]:
    """Raises NotFound."""
    found = tuple(
        one
        for one in book.kept.accounts
        if one.id == what.account or (what.source is not None and one.source == what.source)
    )
    if not found:
        raise NotFound(what=what.account or what.source or "-")
    return found


def _changes(desk: Desk, book: Casebook, what: Erasable, gone: tuple[Account, ...]) -> tuple[Change, ...]:
    before = {one.id: one for one in book.projection.every}
    after = {one.id: one for one in _without(desk, book, what, gone).every}
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return tuple(Change(before.get(name), after.get(name)) for name in names)


def _without(desk: Desk, book: Casebook, what: Erasable, gone: tuple[Account, ...]) -> Projection:
    """What the next count will give: the accounts gone, and with them every decision that is sealed under their keys."""
    names = {one.id for one in gone}
    keys = {Named(SubjectKind.account, name) for name in names}
    keys |= {Named(SubjectKind.source, what.source)} if what.source else set()
    left = [
        one for one in book.kept.decisions if not keys & set(subjects_of(one, lambda name: deciding.behind(desk, name)))
    ]
    standing: Standing = book.standing
    claims = [one for one in book.claims if one.claim.account not in names]
    return project(
        claims,
        {name: one for name, one in standing.accounts.items() if name not in names},
        left_standing(left),
        desk.rules.codebook.distance,
        desk.ids,
        lambda place: names_of(desk.rules, place),
        tuple(one for one in book.projection.retellings if not names & {one.account, one.of}),
        engine_for,
    )
