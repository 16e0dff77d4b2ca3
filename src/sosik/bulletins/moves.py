"""The legal moves of a bulletin: one table, and the function that checks them."""

from enum import StrEnum

from sosik.errors import MoveRefused
from sosik.values.ids import BulletinId


class Stage(StrEnum):
    draft = "draft"
    checked = "checked"
    reviewed = "reviewed"
    cleared = "cleared"
    published = "published"
    corrected = "corrected"
    withdrawn = "withdrawn"


MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.draft: frozenset({Stage.checked}),
    Stage.checked: frozenset({Stage.draft, Stage.reviewed}),
    Stage.reviewed: frozenset({Stage.draft, Stage.cleared}),
    Stage.cleared: frozenset({Stage.draft, Stage.published}),
    Stage.published: frozenset({Stage.corrected, Stage.withdrawn}),
    Stage.corrected: frozenset({Stage.corrected, Stage.withdrawn}),
    Stage.withdrawn: frozenset(),
}


def check_move(bulletin: BulletinId, current: Stage, to: Stage) -> None:
    """Raises MoveRefused when the table has no such move."""
    if to not in MOVES[current]:
        raise MoveRefused(bulletin=bulletin, move=to.value, why=f"it is {current.value}")
