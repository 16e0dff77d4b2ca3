"""A claim's line of `sosik claims` as a row of the claims table."""

from collections.abc import Mapping
from typing import Any

_SAYS_WHERE = {"at", "near", "within"}


def flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """What linking needs of the line; a part that has another shape than the contract's is left as it stands, to be refused."""
    when = _part(record.get("when"))
    where = _where(record.get("where"))
    people = [one for one in _list(record.get("victims")) if isinstance(one, Mapping)]
    row = {
        "claim": record.get("claim"),
        "account": record.get("account"),
        "category": record.get("category"),
        "kind": record.get("kind"),
        "stance": record.get("stance"),
        "earliest": when.get("earliest"),
        "latest": when.get("latest"),
        "lat": where.get("lat"),
        "lon": where.get("lon"),
        "radius_km": where.get("radius_km"),
        "group": _only(one.get("group") for one in people),
        "sex": _only(one.get("sex") for one in people),
        "age": _only(one.get("age") for one in people),
    }
    if record.get("stance") in {"asserted", "hearsay", None}:
        row |= _counts(_part(record.get("casualties")))
    return row


def _counts(casualties: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for outcome in ("killed", "injured", "total"):
        count = _part(casualties.get(outcome))
        found |= {f"{outcome}_{end}": count.get(end) for end in ("min", "max")}
    return found


def _where(places: Any) -> Mapping[str, Any]:
    """The first place that says where it happened and is on the map."""
    said = [place for place in _list(places) if isinstance(place, Mapping) and place.get("role", "at") in _SAYS_WHERE]
    return next((place for place in said if place.get("lat") is not None), {})


def _only(found: Any) -> Any:
    values = {value for value in found if value is not None}
    return next(iter(values)) if len(values) == 1 else None


def _part(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
