"""How far a bulletin is on its way, what this member may do with it now, and the very page that readers would get."""

from collections.abc import Callable, Mapping

from attrs import frozen

from sosik.adapters.release.kept import desk_words, left
from sosik.adapters.store.opened import today
from sosik.bulletins.clearance import walked
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.edition_bytes import edition_hash
from sosik.bulletins.judged import Judged, check_sound
from sosik.bulletins.moves import Stage
from sosik.bulletins.next_moves import Move, Step, steps
from sosik.desk.bulletin_look import BulletinLook
from sosik.desk.open_desk import Desk, Who
from sosik.errors import MoveRefused, NotCleared
from sosik.public.base_map import BaseMap
from sosik.public.site import build

WAY = (Stage.draft, Stage.checked, Stage.reviewed, Stage.cleared, Stage.published)


@frozen
class OnItsWay:
    """``left`` is what readers were given last; ``corrects`` where what stands here would take its place."""

    stage: Stage
    steps: tuple[Step, ...]
    left: ClearedEdition | None = None
    corrects: bool = False

    @property
    def may(self) -> tuple[Step, ...]:
        return tuple(one for one in self.steps if one.refused is None)

    @property
    def may_not(self) -> tuple[Step, ...]:
        return tuple(one for one in self.steps if one.refused is not None)

    @property
    def done(self) -> str:
        """The move that was made already and may be made again, for another day."""
        return Move.publish.value if self.stage is Stage.published else ""

    def step(self, move: str) -> Step:
        """Raises MoveRefused for what is no move."""
        found = next((one for one in self.steps if one.move.value == move), None)
        if found is None:
            raise MoveRefused(bulletin="-", move=move[:20], why="there is no such move")
        return found


def on_its_way(desk: Desk, who: Who, seen: BulletinLook) -> OnItsWay:
    one = Judged(seen.bulletin, seen.verdict, seen.assembled, seen.case)
    last = next((each for each in reversed(left(desk.ledger)) if each.edition.bulletin == seen.bulletin.id), None)
    words = desk.rules.gazetteer.words or desk.words

    def sound() -> None:
        check_sound(one, seen.history, desk.rules, words)

    found = steps(one, last, seen.history, who.member, sound)
    corrects = last is not None and not last.withdrawn and edition_hash(last.edition) != seen.verdict.hash
    return OnItsWay(_stage(seen, last, is_sound=_holds(sound), corrects=corrects), found, last, corrects)


def _holds(check: Callable[[], None]) -> bool:
    try:
        check()
    except NotCleared:
        return False
    return True


def _stage(seen: BulletinLook, last: ClearedEdition | None, *, is_sound: bool, corrects: bool) -> Stage:
    """The gate's own walk; before it, a draft that could not leave as it stands."""
    if last is not None and not corrects:
        return Stage.withdrawn if last.withdrawn or seen.is_withdrawn else Stage.published
    far = walked(seen.bulletin, seen.verdict.revision, seen.verdict.hash, seen.history)
    return far.stage if is_sound or far.stage is not Stage.checked else Stage.draft


def public_page(desk: Desk, seen: BulletinLook) -> Mapping[str, bytes]:
    """The site of this bulletin alone, as the publishing program makes it; kept for a while by the hash of its bytes."""

    def made() -> Mapping[str, bytes]:
        edition = ClearedEdition(seen.assembled.edition, today())
        return build([edition], desk_words(desk.ledger), BaseMap.shipped())

    return desk.release.preview(seen.verdict.hash, made)
