"""When and where origins say it was."""

from collections.abc import Iterable, Sequence
from functools import reduce

from sosik.claims.claim import Claim, SaidPlace
from sosik.incidents.case import Names
from sosik.incidents.incident import NamedPlace
from sosik.incidents.origins import Group
from sosik.values.datespan import DateSpan


def when(groups: Sequence[Group]) -> DateSpan | None:
    """The days that all origins allow, where there are any, else the envelope of what they say; so too within an origin."""
    return agreed([span for group in groups if (span := agreed(_spans(group)))])


def where(groups: Sequence[Group], names: Names) -> NamedPlace | None:
    """The finest place that fits what most origins say; of places as fine, the one that was taken in first."""
    said = [place for group in groups for claim in group for place in claim.places]
    if not said:
        return None
    best = min(said, key=lambda place: (-_fits(place, groups), *_fineness(place)))
    known = names(best.place.id) if best.place.id is not None else None
    english, korean = known or best.names or (None, None)
    return NamedPlace(best.place, english, korean)


def agreed(spans: Sequence[DateSpan]) -> DateSpan | None:
    """The intersection of spans that all overlap, else their envelope; None of none."""
    if not spans:
        return None
    common: DateSpan | None = spans[0]
    for span in spans[1:]:
        common = common.intersection(span) if common else None
    return common or reduce(DateSpan.envelope, spans)


def origins_differ(groups: Sequence[Group]) -> tuple[str, ...]:
    """``when`` and ``where``, each when two origins cannot both be right about it."""
    spans = [span for group in groups if (span := agreed(_spans(group)))]
    finest = [claim.places[0].place for group in groups for claim in group[:1] if claim.places]
    days = any(not one.overlaps(other) for number, one in enumerate(spans) for other in spans[number + 1 :])
    spots = any(
        one.possibly_same(other) is False for number, one in enumerate(finest) for other in finest[number + 1 :]
    )
    return (*(["when"] if days else []), *(["where"] if spots else []))


def _spans(claims: Iterable[Claim]) -> list[DateSpan]:
    return [span for claim in claims if (span := claim.day_span)]


def _fits(place: SaidPlace, groups: Sequence[Group]) -> int:
    """How many origins say a place that may be this one."""
    return sum(
        any(place.place.possibly_same(other.place) is not False for claim in group for other in claim.places)
        for group in groups
    )


def _fineness(place: SaidPlace) -> tuple[bool, int, float]:
    return not place.place.points, place.place.precision.value, place.place.radius_km
