"""What linking needs to know of a claim, and nothing else."""

from collections.abc import Mapping
from typing import TypeVar

from attrs import field, frozen

from sosik.claims.claim import Claim, Kind
from sosik.values.datespan import DateSpan
from sosik.values.ids import AccountId, CategoryKey, ClaimId, SourceHandle
from sosik.values.place import Place
from sosik.values.quantity import Count

T = TypeVar("T")


@frozen
class LinkRow:
    """``root`` names the origins that the claim rests on, None when nobody knows; ``counts`` hold only what is stated.

    ``account`` is None when it must not weigh: a denial may stand in the very account that tells of the event.
    What the row's surroundings add, once they are known: ``busy``, in powers of two; ``vocabulary``, 0 for everybody's;
    whether its source is a catalogue.
    """

    id: ClaimId
    category: CategoryKey
    kind: Kind = Kind.incident
    account: AccountId | None = None
    source: SourceHandle | None = None
    root: str | None = None
    when: DateSpan | None = None
    where: Place | None = None
    counts: Mapping[str, Count] = field(factory=dict, hash=False)
    group: str | None = None
    sex: str | None = None
    age: int | None = None
    busy: int = 0
    vocabulary: int = 0
    is_catalogued: bool = False


def row_of(claim: Claim, source: SourceHandle | None = None, root: str | None = None) -> LinkRow:
    """A claim that is not asserted says when and where, not how many: "nobody died" is no count of the dead."""
    asserted = claim.stance.counts
    stated = claim.casualties if asserted else {}
    located = [said.place for said in claim.places if said.place.points]
    unlocated = [said.place for said in claim.places]
    return LinkRow(
        id=claim.id,
        category=claim.category.value,
        kind=claim.kind,
        account=claim.account if asserted else None,
        source=source,
        root=root if asserted else None,
        when=claim.day_span,
        where=next(iter(located or unlocated), None),
        counts={key: count for key, count in stated.items() if count is not None},
        group=_only({" ".join(one.group.casefold().split()) for one in claim.victims if one.group}),
        sex=_only({one.sex for one in claim.victims if one.sex}),
        age=_only({one.age for one in claim.victims if one.age is not None}),
    )


def _only(found: set[T]) -> T | None:
    """The one value; None when there is none, or several."""
    return next(iter(found)) if len(found) == 1 else None
