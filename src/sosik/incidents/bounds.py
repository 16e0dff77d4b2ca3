"""What a total says of the incidents that it covers, and they of it: the rule ``bounds/1``. Nothing is added to either."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from sosik.incidents.figures import sum_over
from sosik.incidents.incident import Incident, Status, Tally
from sosik.incidents.projection import Projection
from sosik.values.datespan import DateSpan
from sosik.values.ids import IncidentId
from sosik.values.place import Place
from sosik.values.quantity import Count


@frozen
class Bound:
    """Of one outcome. ``covered`` is the sum over the incidents that the total certainly covers, None when none of them says
    a number. ``untold`` is how many of the total at least no incident tells of, None when that cannot be said;
    ``is_exceeded`` when the incidents alone add up to more than the total allows.
    """

    tally: IncidentId
    outcome: str
    total: Count
    incidents: tuple[IncidentId, ...]
    covered: Count | None
    untold: int | None
    is_exceeded: bool


def bounds(projection: Projection) -> tuple[Bound, ...]:
    standing = [one for one in projection.incidents if one.status is not Status.rejected]
    return tuple(
        bound
        for tally in projection.tallies
        if tally.status is not Status.rejected
        for bound in _of(tally, standing, projection.cannot_tell)
    )


def _of(tally: Tally, incidents: Iterable[Incident], doubts: Sequence[tuple[str, str]]) -> Iterator[Bound]:
    maybe = [one for one in incidents if one.category == tally.category and _may_cover(tally, one)]
    surely = [one for one in maybe if _covers(tally, one)]
    for outcome, total in tally.figures.counts.items():
        if total is None:
            continue
        inside, about = sum_over(surely, outcome, doubts), sum_over(maybe, outcome, doubts)
        exceeded = inside.count is not None and total.max is not None and inside.count.min > total.max
        names = tuple(one.id for one in surely)
        untold = None if about.not_stated else _beyond(total, about.count)
        yield Bound(tally.id, outcome, total, names, inside.count, untold, exceeded)


def _beyond(total: Count, told: Count | None) -> int | None:
    """Of the least total, what the most that the incidents allow leaves over."""
    if told is None:
        return total.min
    return None if told.max is None else max(0, total.min - told.max)


def _may_cover(tally: Tally, incident: Incident) -> bool:
    days = tally.when is None or incident.when is None or tally.when.overlaps(incident.when)
    if tally.where is None or incident.where is None:
        return days
    return days and tally.where.place.possibly_same(incident.where.place) is not False


def _covers(tally: Tally, incident: Incident) -> bool:
    """Its days lie within those of the total, and its place within the total's; a total that names neither covers nothing for certain."""
    if tally.when is None or incident.when is None or tally.where is None or incident.where is None:
        return False
    return _holds(tally.when, incident.when) and _lies_in(incident.where.place, tally.where.place)


def _holds(outer: DateSpan, inner: DateSpan) -> bool:
    after = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
    before = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return after and before


def _lies_in(inner: Place, outer: Place) -> bool:
    if inner.id is not None and inner.id == outer.id:
        return True
    between = None if inner.is_line or outer.is_line else inner.km_between_centres(outer)
    return between is not None and between + inner.radius_km <= outer.radius_km
