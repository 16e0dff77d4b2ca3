"""Which moves one member may make now on a bulletin as it stands, and why not the others."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from attrs import frozen

from sosik.accounts.decision import Decision
from sosik.bulletins.clearance import LACKS, Walked, walked
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.edition_bytes import edition_hash
from sosik.bulletins.judged import Judged
from sosik.bulletins.moves import Stage, check_move
from sosik.bulletins.permissions import check_clearer, check_reviewer
from sosik.errors import MoveRefused, NotCleared, SosikError
from sosik.values.ids import MemberId


class Move(StrEnum):
    review = "review"
    clear = "clear"
    publish = "publish"
    withdraw = "withdraw"


_TO = {Move.review: Stage.reviewed, Move.clear: Stage.cleared, Move.publish: Stage.published}
_FROM = {Move.review: Stage.checked, Move.clear: Stage.reviewed, Move.publish: Stage.cleared}


@frozen
class Step:
    """``refused`` is None where the member may make the move now. ``revision`` and ``hash`` are what it would be made on."""

    move: Move
    revision: int
    hash: str
    refused: SosikError | None = None


def steps(
    one: Judged,
    left: ClearedEdition | None,
    decisions: Sequence[Decision],
    member: MemberId,
    sound: Callable[[], None],
) -> tuple[Step, ...]:
    """Every move, in the order of a bulletin's way. ``left`` is its last edition that readers were given; ``sound`` is ``check_sound``."""
    far = walked(one.bulletin, one.verdict.revision, one.verdict.hash, decisions)
    has_left = left is not None and edition_hash(left.edition) == one.verdict.hash
    onward = [
        Step(move, one.verdict.revision, one.verdict.hash, _refusal(partial(_check, move, one, far, member)))
        for move in _TO
    ]
    if has_left:
        gone = MoveRefused(bulletin=one.bulletin.id, move=Stage.published.value, why="readers have these words already")
        onward = [Step(step.move, step.revision, step.hash, step.refused or gone) for step in onward]
    unsound = _refusal(sound)
    return (
        *(Step(step.move, step.revision, step.hash, step.refused or unsound) for step in onward),
        _withdrawal(one, left, far),
    )


def _check(move: Move, one: Judged, far: Walked, member: MemberId) -> None:
    """Raises NotCleared or MoveRefused."""
    may_reschedule = move is Move.publish and far.stage is Stage.published
    if far.stage is not _FROM[move] and not may_reschedule:
        if far.stage in LACKS and list(_TO).index(move) > list(_FROM.values()).index(far.stage):
            raise far.refused or NotCleared(bulletin=one.bulletin.id, why=LACKS[far.stage])
        raise MoveRefused(bulletin=one.bulletin.id, move=_TO[move].value, why=f"it is {far.stage.value}")
    if not may_reschedule:
        check_move(one.bulletin.id, far.stage, _TO[move])
    if move is Move.review:
        check_reviewer(one.bulletin, member)
    if move is Move.clear and far.reviewer is not None:
        check_clearer(one.bulletin, far.reviewer, member)


def _withdrawal(one: Judged, left: ClearedEdition | None, far: Walked) -> Step:
    """On the bytes that left, whatever is written since; before they leave, on those that are decided to."""
    if left is not None and not left.withdrawn:
        return Step(Move.withdraw, left.edition.revision, edition_hash(left.edition))
    is_decided = left is None and far.stage is Stage.published
    why = "it is withdrawn" if far.stage is Stage.withdrawn or left else "it is not published"
    refused = None if is_decided else MoveRefused(bulletin=one.bulletin.id, move=Stage.withdrawn.value, why=why)
    return Step(Move.withdraw, one.verdict.revision, one.verdict.hash, refused)


def _refusal(check: Callable[[], None]) -> SosikError | None:
    try:
        check()
    except (NotCleared, MoveRefused) as error:
        return error
    return None
