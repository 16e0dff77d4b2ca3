"""Who may do what to a bulletin: nobody reviews or clears their own, and two members are two people."""

from collections.abc import Sequence

from sosik.accounts.decision import Decision
from sosik.bulletins.bulletin import Bulletin
from sosik.errors import NotCleared
from sosik.values.ids import MemberId


def check_reviewer(bulletin: Bulletin, reviewer: MemberId) -> None:
    if reviewer in bulletin.authors:
        raise NotCleared(bulletin=bulletin.id, why="its reviewer wrote or translated it")


def check_clearer(bulletin: Bulletin, reviewer: MemberId, clearer: MemberId) -> None:
    if clearer in bulletin.authors:
        raise NotCleared(bulletin=bulletin.id, why="who clears it wrote or translated it")
    if clearer == reviewer:
        raise NotCleared(bulletin=bulletin.id, why="one member both reviewed and cleared it")


def check_override(bulletin: Bulletin, member: MemberId, second: MemberId | None) -> None:
    if second is None:
        raise NotCleared(bulletin=bulletin.id, why="an override names no second member")
    if member == second:
        raise NotCleared(bulletin=bulletin.id, why="an override's second member is its first")
    if {member, second} & bulletin.authors:
        raise NotCleared(bulletin=bulletin.id, why="an override is by who wrote or translated it")


def check_two_keys(bulletin: Bulletin, first: Decision, seconds: Sequence[Decision]) -> None:
    """One signature under two lines is one key, whatever names they bear."""
    if first.sig is not None and any(other.sig == first.sig for other in seconds):
        raise NotCleared(bulletin=bulletin.id, why="one key signed both lines of an override")
