"""What each release added, changed and withdrew, from the editions alone."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from sosik.bulletins.edition import ClearedEdition, IncidentRow, MeasureRow
from sosik.values.ids import BulletinId, IncidentId

Row = IncidentRow | MeasureRow


@frozen
class Change:
    """``what`` is added, changed or withdrawn."""

    on: date
    id: IncidentId
    what: str


def changes(editions: Iterable[ClearedEdition]) -> tuple[Change, ...]:
    """In the order of the days, whatever the order of the editions."""
    return tuple(_walked(sorted(editions, key=_order)))


def _order(each: ClearedEdition) -> tuple[date, BulletinId, int, bool]:
    return each.published, each.edition.bulletin, each.edition.revision, each.withdrawn


def _walked(editions: Sequence[ClearedEdition]) -> Iterator[Change]:
    """A row leaves when the last bulletin that carried it drops it."""
    held: dict[BulletinId, dict[IncidentId, Row]] = {}
    carriers: dict[IncidentId, set[BulletinId]] = {}
    said: dict[IncidentId, Row] = {}
    for each in editions:
        bulletin, rows = each.edition.bulletin, _rows(each)
        for key in sorted(held.get(bulletin, {}).keys() - rows.keys()):
            carriers[key].discard(bulletin)
            if not carriers[key]:
                yield Change(each.published, key, "withdrawn")
        for key, row in sorted(rows.items()):
            if not carriers.get(key):
                yield Change(each.published, key, "added")
            elif said[key] != row:
                yield Change(each.published, key, "changed")
            carriers.setdefault(key, set()).add(bulletin)
            said[key] = row
        held[bulletin] = rows


def _rows(each: ClearedEdition) -> dict[IncidentId, Row]:
    rows: list[Row] = [] if each.withdrawn else [*each.edition.incidents, *each.edition.measures]
    return {row.id: row for row in rows}
