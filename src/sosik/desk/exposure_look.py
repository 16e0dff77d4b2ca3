"""Sources as the desk knows them: handle, reliability, where they speak from in public, and how many that leaves."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

from sosik.accounts.account import Account
from sosik.accounts.standing import stand
from sosik.accounts.undoing import left_standing
from sosik.adapters.store.opened import today
from sosik.adapters.store.vault import VaultEntry, last_sealed, vault_log
from sosik.bulletins.case import Exposed
from sosik.bulletins.records import accounts_behind
from sosik.desk.bulletin_look import BulletinLook, every
from sosik.desk.counted_case import CountedMatter
from sosik.desk.lists import PAGE
from sosik.desk.open_desk import Desk
from sosik.errors import NotFound
from sosik.values.ids import AccountId, SourceHandle

MOST = 60  # accounts that a source's page shows, the latest


@frozen
class SourceLook:
    """``told`` counts accounts, ``last`` is the latest; ``said`` are the ways in which published bulletins may have spoken of the source."""

    handle: SourceHandle
    told: int
    bases: tuple[str, ...]
    reliability: str
    last: AccountId
    said: tuple[Exposed, ...]
    is_compromised: bool


@frozen
class SourceList:
    """A page of them, by handle."""

    rows: tuple[SourceLook, ...]
    total: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@frozen
class SourcePage:
    """``accounts`` are the latest; ``resting`` are bulletins behind which the source stands; ``flagged`` accounts of theirs since the day they were compromised."""

    look: SourceLook
    accounts: tuple[Account, ...]
    vault: VaultEntry | None
    log: tuple[VaultEntry, ...]
    resting: tuple[BulletinLook, ...]
    since: date | None
    flagged: tuple[Account, ...]


def source_page(desk: Desk, handle: SourceHandle) -> SourcePage:
    """Raises NotFound or DeskCounting."""
    sql = "SELECT name FROM account WHERE source = %s ORDER BY day DESC, number DESC"
    names = [AccountId(name) for (name,) in desk.board.run(sql, handle)]
    if not names:
        raise NotFound(what=handle)
    kept = tuple(desk.ledger.accounts_of(names[:MOST]).values())
    standing = stand(kept, left_standing(desk.ledger.decisions_about(kept, [handle])))
    since = standing.compromised.get(handle)
    accounts = tuple(standing.accounts.values())
    return SourcePage(
        _looks(desk, [handle])[0],
        accounts,
        last_sealed(desk.store).get(handle),
        tuple(one for one in vault_log(desk.store) if one.source == handle),
        _resting(desk, handle, set(names)),
        since,
        tuple(one for one in accounts if since and one.contact_day >= since),
    )


def _resting(desk: Desk, handle: SourceHandle, names: set[AccountId]) -> tuple[BulletinLook, ...]:
    return tuple(
        seen
        for seen in every(desk)
        if handle in (seen.bulletin.sources or ())
        or names & set(accounts_behind(seen.bulletin, seen.case, seen.assembled))
    )


def sources(desk: Desk, asked: str = "1") -> SourceList:
    """A page of ``PAGE``. Raises DeskCounting before the first count."""
    total = int(desk.board.run("SELECT COUNT(DISTINCT source) FROM account")[0][0])
    page = min(max(int(asked[:6]) if asked.isdigit() else 1, 1), max(1, -(-total // PAGE)))
    sql = "SELECT DISTINCT source FROM account WHERE source IS NOT NULL ORDER BY source LIMIT %s OFFSET %s"
    handles = [SourceHandle(name) for (name,) in desk.board.run(sql, PAGE, (page - 1) * PAGE)]
    return SourceList(tuple(_looks(desk, handles)), total, page)


def _looks(desk: Desk, handles: list[SourceHandle]) -> list[SourceLook]:
    matter = CountedMatter.of(desk)
    found = matter.exposed(matter.case_on(today()))
    marked = stand((), left_standing(desk.ledger.decisions_about((), handles))).compromised
    return [_look(desk, handle, tuple(one for one in found if one.source == handle), marked) for handle in handles]


def _look(
    desk: Desk, handle: SourceHandle, said: tuple[Exposed, ...], marked: Mapping[SourceHandle, Any]
) -> SourceLook:
    rows = desk.board.run("SELECT COUNT(*), GROUP_CONCAT(DISTINCT basis) FROM account WHERE source = %s", handle)
    sql = "SELECT name, reliability FROM account WHERE source = %s ORDER BY day DESC, number DESC LIMIT 1"
    ((name, reliability),) = desk.board.run(sql, handle)
    told, bases = rows[0]
    return SourceLook(
        handle,
        told,
        tuple(bases.split(",")),
        reliability,
        AccountId(name),
        tuple(dict.fromkeys(said)),
        handle in marked,
    )
