"""Clearance: an edition leaves when its verdict allows it and two members have decided so, on exactly these bytes."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.edition import ClearedEdition, Edition
from sosik.bulletins.edition_bytes import edition_hash
from sosik.bulletins.moves import Stage, check_move
from sosik.bulletins.permissions import check_clearer, check_override, check_reviewer, check_two_keys
from sosik.bulletins.staleness import check_fresh
from sosik.bulletins.verdict import Verdict
from sosik.errors import DecisionRefused, NotCleared
from sosik.values.ids import BulletinId, MemberId


def clear(bulletin: Bulletin, edition: Edition, verdict: Verdict, decisions: Sequence[Decision]) -> ClearedEdition:
    """The edition that may leave; raises NotCleared with what is missing.

    ``decisions`` in the order of the ledger. A review and a clear by two members who did not write it, and a publish, each
    naming the bulletin, its revision and its hash; an override by two members for each rule that blocks.
    """
    if edition.bulletin != bulletin.id or edition.revision != bulletin.revision:
        raise NotCleared(bulletin=bulletin.id, why="the edition is of another bulletin or revision")
    if verdict.hash != edition_hash(edition) or verdict.revision != edition.revision:
        raise NotCleared(bulletin=bulletin.id, why="the verdict is about other bytes")
    check_fresh(bulletin)
    rules = sorted({one.rule for one in verdict.blocking})
    check_overridden(bulletin, rules, decisions, verdict.hash)
    return _cleared(bulletin, edition, verdict.hash, decisions)


def withdrawn(edition: ClearedEdition, decisions: Sequence[Decision]) -> ClearedEdition | None:
    """What has left and was withdrawn since, by a decision on the bytes that left, whatever the desk would compute of it now."""
    digest = edition_hash(edition.edition)
    days = [
        one.on
        for one in decisions
        if one.kind is DecisionKind.withdraw and _names(one, edition.edition.bulletin, edition.edition.revision, digest)
    ]
    return ClearedEdition(edition.edition, days[0], withdrawn=True) if days and not edition.withdrawn else None


def publication_day(decisions: Sequence[Decision], bulletin: BulletinId) -> date | None:
    """The day from which the last decision publishes it; None when there is none."""
    ours = [one for one in decisions if one.kind is DecisionKind.publish and one.about.get("bulletin") == bulletin]
    return day_of(ours[-1]) if ours else None


def publication_days(decisions: Sequence[Decision]) -> frozenset[date]:
    """Every day as of which a bulletin that a decision publishes is judged."""
    return frozenset(day_of(one) for one in decisions if one.kind is DecisionKind.publish)


def day_of(publish: Decision) -> date:
    """The day from which what it publishes may leave: its own, or a later one that it names."""
    return max(publish.on, date.fromisoformat(publish.about.get("from") or publish.on.isoformat()))


def check_publish(decision: Decision, line: int, file: str) -> None:
    """Refuses a decision to publish from what is no day."""
    try:
        day_of(decision)
    except (TypeError, ValueError) as error:
        raise DecisionRefused(file=file, line=line, why="from is not a day") from error


@frozen
class Walked:
    """How far decisions on some bytes have brought them; ``refused`` is why the last of them moved nothing, if it did not."""

    stage: Stage = Stage.checked
    reviewer: MemberId | None = None
    published: date | None = None
    refused: NotCleared | None = None


def walked(bulletin: Bulletin, revision: int, digest: str, decisions: Sequence[Decision]) -> Walked:
    """Through the table of moves, decision by decision; one that comes too early moves nothing."""
    stage, reviewer, published = Stage.checked, None, None
    refused: NotCleared | None = None
    for one in (each for each in decisions if _names(each, bulletin.id, revision, digest)):
        before = stage
        try:
            if one.kind is DecisionKind.review and stage is Stage.checked:
                check_reviewer(bulletin, one.member)
                reviewer, stage = one.member, _moved(bulletin, stage, Stage.reviewed)
            elif one.kind is DecisionKind.clear and stage is Stage.reviewed and reviewer is not None:
                check_clearer(bulletin, reviewer, one.member)
                stage = _moved(bulletin, stage, Stage.cleared)
            elif one.kind is DecisionKind.publish and stage is Stage.cleared:
                published, stage = day_of(one), _moved(bulletin, stage, Stage.published)
            elif one.kind is DecisionKind.publish and stage is Stage.published:
                published = day_of(one)  # another day for what waits; what has left stays as it left
            elif one.kind is DecisionKind.withdraw and stage is Stage.published:
                published, stage = one.on, _moved(bulletin, stage, Stage.withdrawn)
        except NotCleared as error:
            refused = error
        refused = refused if stage is before else None  # what was refused before a move that held is no reason any more
    return Walked(stage, reviewer, published, refused)


def _cleared(bulletin: Bulletin, edition: Edition, digest: str, decisions: Sequence[Decision]) -> ClearedEdition:
    far = walked(bulletin, edition.revision, digest, decisions)
    if far.published is not None:
        return ClearedEdition(edition, far.published, far.stage is Stage.withdrawn)
    ours = (one for one in decisions if _names(one, bulletin.id, edition.revision, digest))
    if any(one.kind is DecisionKind.withdraw for one in ours):
        raise NotCleared(bulletin=bulletin.id, why="it was withdrawn before it was published")
    raise far.refused or NotCleared(bulletin=bulletin.id, why=LACKS[far.stage])


_DISCLOSURE = "the disclosure check blocks it ({rule})"
_BLOCKS = {"translation": "nobody has accepted {rule}"}
LACKS = {
    Stage.checked: "no other member has reviewed these bytes",
    Stage.reviewed: "no second member has cleared these bytes",
    Stage.cleared: "nobody has decided to publish these bytes",
}


def _moved(bulletin: Bulletin, stage: Stage, to: Stage) -> Stage:
    check_move(bulletin.id, stage, to)
    return to


def _names(decision: Decision, bulletin: BulletinId, revision: int, digest: str) -> bool:
    about = decision.about
    return (about.get("bulletin"), about.get("revision"), about.get("hash")) == (bulletin, revision, digest)


def check_overridden(bulletin: Bulletin, rules: Sequence[str], decisions: Sequence[Decision], digest: str) -> None:
    """Every rule that blocks needs an override by two members, each in a line of their own, each with a reason, on these bytes.

    Raises NotCleared, which names the first rule that nobody has overridden.
    """
    ours = (one for one in decisions if _names(one, bulletin.id, bulletin.revision, digest))
    overrides = [one for one in ours if one.kind is DecisionKind.override]
    for rule in rules:
        lines = [one for one in overrides if one.rule == rule and one.because.strip()]
        if not lines:
            raise NotCleared(
                bulletin=bulletin.id, why=_BLOCKS.get(rule.partition("-")[0], _DISCLOSURE).format(rule=rule)
            )
        refused = NotCleared(bulletin=bulletin.id, why=f"the second member has not overridden {rule}")
        for one in lines:
            try:
                check_override(bulletin, one.member, one.second)
            except NotCleared as error:
                refused = error
                continue
            seconds = [other for other in lines if other.member == one.second]
            try:
                check_two_keys(bulletin, one, seconds)
            except NotCleared as error:
                refused = error
                continue
            if seconds:
                break
        else:
            raise refused
