"""What leaves today: new stories from the day that was decided, corrections and withdrawals together on the desk's days, and never more than that.

What was published stays as it left until an editor decides otherwise: an erasure or a withdrawn consent changes nothing public by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.edition_bytes import edition_hash
from sosik.public.desk_words import DeskWords
from sosik.values.ids import BulletinId


@frozen
class Leaving:
    """``editions`` is everything that stands or stood; ``new`` are those among them that leave today for the first time;
    ``held`` wait for the next release.
    """

    editions: tuple[ClearedEdition, ...]
    new: tuple[ClearedEdition, ...]
    held: tuple[BulletinId, ...]


def leaving(
    before: Sequence[ClearedEdition], cleared: Iterable[ClearedEdition], desk: DeskWords, today: date
) -> Leaving:
    """``before`` are the editions that have left, in order; ``cleared`` what is cleared now, at most one a bulletin."""
    last: Mapping[BulletinId, ClearedEdition] = {each.edition.bulletin: each for each in before}
    new: list[ClearedEdition] = []
    held: list[BulletinId] = []
    for each in cleared:
        old = last.get(each.edition.bulletin)
        if old is None:
            due = each.published <= today
            new.extend([each] if due and not each.withdrawn else [])
            held.extend([] if due or each.withdrawn else [each.edition.bulletin])
        elif not _is_same(old, each):
            changed = evolve(each, published=release_day(each.published, desk))
            if changed.published <= today:
                new.append(changed)
            else:
                held.append(old.edition.bulletin)
    return Leaving((*before, *new), tuple(new), tuple(held))


def release_day(decided: date, desk: DeskWords) -> date:
    """The first of the desk's days on or after the decision: all that a note of correction bears."""
    if not desk.release_days:
        return decided
    return next(day for each in range(7) if (day := decided + timedelta(each)).weekday() in desk.release_days)


def _is_same(old: ClearedEdition, new: ClearedEdition) -> bool:
    return old.withdrawn == new.withdrawn and edition_hash(old.edition) == edition_hash(new.edition)
