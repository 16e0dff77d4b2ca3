"""What is computed from a desk, served from its cache while all that it rests on is the same."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from sosik.accounts.account import Account
from sosik.accounts.ledger import Kept, Ledger
from sosik.accounts.standing import stand
from sosik.accounts.undoing import left_standing
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.adapters.store.projections import Projections
from sosik.cli.progress import progress
from sosik.cli.reading_rules import version_of_reading
from sosik.cli.wiring import OpenDesk
from sosik.cli.words import say
from sosik.errors import NotFound
from sosik.incidents.book import Casebook
from sosik.incidents.projection import Projection
from sosik.values.ids import AccountId


def casebook(opened: OpenDesk) -> Casebook:
    """All of it. What must be read anew is read with a bar on a terminal."""
    return _casebook(opened, _projections(opened))


def projection(opened: OpenDesk) -> Projection:
    """Without a look at the accounts while the cache serves."""
    kept = _projections(opened)
    return kept.projection() if kept.is_served else _casebook(opened, kept).projection


def casebook_about(opened: OpenDesk, name: str) -> Casebook:
    """What bears on one incident, measure or tally, named by the beginning of its id or by a claim in it; raises NotFound.

    Its accounts and the decisions about them are all that is read of the ledger.
    """
    found = served(opened).about(name)
    if len(found) != 1:
        raise NotFound(what=name)
    part, claims = found[0]
    retold = (name for one in part.retellings for name in (one.account, one.of))
    accounts = opened.ledger.accounts_of(dict.fromkeys((*(one.claim.account for one in claims), *retold)))
    kept = Kept(tuple(accounts.values()), opened.ledger.decisions_about(tuple(accounts.values())))
    return Casebook(kept, stand(kept.accounts, left_standing(kept.decisions)), claims, part)


def served(opened: OpenDesk) -> Projections:
    """The cache, filled anew when it does not serve."""
    kept = _projections(opened)
    if not kept.is_served:
        _casebook(opened, kept)
    return kept


class KnownAccounts(Mapping[AccountId, Account]):
    """The desk's accounts, each read when it is asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __getitem__(self, name: AccountId) -> Account:
        return self._ledger.accounts_of([name])[name]

    def __iter__(self) -> Iterator[AccountId]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> dict[AccountId, Account]:
        return {one.id: one for one in self._ledger.kept().accounts}


def _projections(opened: OpenDesk) -> Projections:
    return Projections(opened.store, opened.derived, version_of_reading(), opened.ids)


def _casebook(opened: OpenDesk, kept: Projections) -> Casebook:
    whole = opened.ledger.kept()
    if kept.is_served:
        standing = stand(whole.accounts, left_standing(whole.decisions))
        return Casebook(whole, standing, tuple(kept.claims()), kept.projection())
    book = _computed(opened, whole, kept)
    kept.keep(book.claims, book.projection)
    return book


def _computed(opened: OpenDesk, whole: Kept, kept: Projections) -> Casebook:
    """The reader is imported here, so that nobody waits for it whom the cache serves."""
    from sosik.claims.reading import read
    from sosik.cli.reading_rules import rules_of_reading
    from sosik.incidents.casebook import compute

    return compute(
        whole,
        rules_of_reading(),
        opened.ids,
        watching=lambda accounts: progress(accounts, say("Reading", "읽는 중")),
        reading=lambda account, rules: kept.reading(account, rules, read),
        linking=engine_for,
    )
