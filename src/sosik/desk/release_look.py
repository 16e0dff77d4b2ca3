"""What waits for readers, what a release would change for them, and what an erasure left for an editor to decide."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from sosik.adapters.release.kept import desk_words, left
from sosik.adapters.release.ready import Ready, touched
from sosik.adapters.store.opened import today
from sosik.bulletins.clearance import walked, withdrawn
from sosik.bulletins.edition import ClearedEdition, IncidentRow, MeasureRow
from sosik.bulletins.edition_bytes import edition_hash
from sosik.desk.bulletin_look import BulletinLook, every
from sosik.desk.open_desk import Desk
from sosik.public.changes import changes
from sosik.public.releases import release_day
from sosik.values.ids import BulletinId


@frozen
class Waiting:
    """``what`` is new, corrects, withdraws or lacks; ``on`` the first day on which it may leave; ``left`` what readers have of it."""

    seen: BulletinLook
    what: str
    on: date | None = None
    left: ClearedEdition | None = None

    @property
    def is_held(self) -> bool:
        return self.on is not None and self.on > today()


@frozen
class RowChange:
    """One row of the dataset that the release adds, changes or withdraws."""

    what: str
    row: IncidentRow | MeasureRow


def waiting(desk: Desk) -> tuple[Waiting, ...]:
    """Every bulletin that readers do not have as it stands; what leaves first stands first. Raises DeskCounting."""
    last = {each.edition.bulletin: each for each in left(desk.ledger)}
    found = [one for seen in every(desk) if (one := _waiting(desk, seen, last.get(seen.bulletin.id)))]
    return tuple(sorted(found, key=lambda one: (one.what == "lacks", one.on or date.max, one.seen.bulletin.id)))


def out(desk: Desk) -> tuple[ClearedEdition, ...]:
    """The last edition of each bulletin that readers were given."""
    return tuple({each.edition.bulletin: each for each in left(desk.ledger)}.values())


def changed_inside(desk: Desk) -> tuple[BulletinId, ...]:
    return touched(desk.ledger, out(desk))


def row_changes(ready: Ready) -> tuple[RowChange, ...]:
    """Of the editions that leave for the first time."""
    known = set(changes(ready.before))
    rows = _rows([*ready.before, *ready.going.new])
    return tuple(RowChange(one.what, rows[one.id]) for one in changes(ready.going.editions) if one not in known)


def _rows(editions: Sequence[ClearedEdition]) -> dict[str, IncidentRow | MeasureRow]:
    found: dict[str, IncidentRow | MeasureRow] = {}
    for each in editions:
        found |= {row.id: row for row in each.edition.incidents}
        found |= {row.id: row for row in each.edition.measures}
    return found


def _waiting(desk: Desk, seen: BulletinLook, last: ClearedEdition | None) -> Waiting | None:
    is_same = last is not None and edition_hash(last.edition) == seen.verdict.hash
    if is_same and last is not None and (last.withdrawn or not seen.is_withdrawn):
        return None
    gone = withdrawn(last, seen.history) if last else None
    if gone is not None:
        return Waiting(seen, "withdraws", release_day(gone.published, desk_words(desk.ledger)), last)
    if seen.lacks is not None:
        return Waiting(seen, "lacks", left=last)
    far = walked(seen.bulletin, seen.verdict.revision, seen.verdict.hash, seen.history)
    day = far.published or today()
    if last is None:
        return None if seen.is_withdrawn else Waiting(seen, "new", day)
    on = release_day(day, desk_words(desk.ledger))
    return Waiting(seen, "withdraws" if seen.is_withdrawn else "corrects", on, last)
