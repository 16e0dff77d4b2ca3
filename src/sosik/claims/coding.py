"""Two codings of the same accounts compared: members with each other, or a reader with a member."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Literal

from attrs import frozen

from sosik.claims.claim import Claim

Value = str | float | None
Level = Literal["nominal", "interval"]
Alpha = Callable[[Sequence[tuple[Value, Value]], Level], float | None]
"""Krippendorff's alpha of pairs of values, nominal or interval; None where nothing varies. A None value was not coded."""

_ABSENT = "-"
_FIGURES = ("killed", "injured", "total")


@frozen
class Pair:
    """A claim as each of two coders has it; None where a coder has none there."""

    first: Claim | None
    second: Claim | None


@frozen
class Disagreement:
    account: str
    field: str
    first: str
    second: str
    claims: tuple[str, ...]


@frozen
class Comparison:
    """``alpha`` by field over the claims that both have, and ``claim`` over whether both have it at all."""

    both: int
    only_first: int
    only_second: int
    alpha: Mapping[str, float | None]
    disagreements: tuple[Disagreement, ...]


def _days(end: date | None) -> Value:
    return float(end.toordinal()) if end else None


def _figure(claim: Claim, *, key: str, end: str) -> Value:
    count = claim.casualties.get(key)
    value = getattr(count, end) if count else None
    return None if value is None else float(value)


_FIELDS: Mapping[str, tuple[Level, Callable[[Claim], Value]]] = {
    "kind": ("nominal", lambda claim: str(claim.kind)),
    "category": ("nominal", lambda claim: str(claim.category.value)),
    "stance": ("nominal", lambda claim: str(claim.stance)),
    "place": (
        "nominal",
        lambda claim: str(claim.places[0].place.id or claim.places[0].span.pair()) if claim.places else _ABSENT,
    ),
    "earliest": ("interval", lambda claim: _days(claim.day_span.earliest) if claim.day_span else None),
    "latest": ("interval", lambda claim: _days(claim.day_span.latest) if claim.day_span else None),
    **{f"{key}_{end}": ("interval", partial(_figure, key=key, end=end)) for key in _FIGURES for end in ("min", "max")},
}


def compare(first: Sequence[Claim], second: Sequence[Claim], alpha: Alpha) -> Comparison:
    """Claims are the same where they overlap most in the words that they rest on; each is paired once."""
    pairs = tuple(_pairs(first, second))
    both = [(pair.first, pair.second) for pair in pairs if pair.first and pair.second]
    found: dict[str, float | None] = {
        "claim": alpha([(_there(pair.first), _there(pair.second)) for pair in pairs], "nominal")
    }
    for name, (level, value) in _FIELDS.items():
        found[name] = alpha([(value(one), value(other)) for one, other in both], level)
    return Comparison(
        both=len(both),
        only_first=sum(pair.second is None for pair in pairs),
        only_second=sum(pair.first is None for pair in pairs),
        alpha=found,
        disagreements=tuple(_disagreements(pairs)),
    )


def _pairs(first: Sequence[Claim], second: Sequence[Claim]) -> Iterator[Pair]:
    scores = [
        (_overlap(one, other), one.category.value == other.category.value, -at, -to)
        for at, one in enumerate(first)
        for to, other in enumerate(second)
        if (one.account, one.sha256, one.kind) == (other.account, other.sha256, other.kind)
    ]
    left, right = set(range(len(first))), set(range(len(second)))
    for shared, _, at, to in sorted(scores, reverse=True):
        if shared and -at in left and -to in right:
            left.discard(-at)
            right.discard(-to)
            yield Pair(first[-at], second[-to])
    yield from (Pair(first[at], None) for at in sorted(left))
    yield from (Pair(None, second[at]) for at in sorted(right))


def _overlap(one: Claim, other: Claim) -> int:
    """Characters that both rest on."""
    mine = {at for span in one.spans for at in range(span.start, span.end)}
    return len(mine & {at for span in other.spans for at in range(span.start, span.end)})


def _there(claim: Claim | None) -> str:
    return "coded" if claim else _ABSENT


def _disagreements(pairs: Sequence[Pair]) -> Iterator[Disagreement]:
    for pair in pairs:
        one, other = pair.first, pair.second
        if one and other:
            for name, (_, value) in _FIELDS.items():
                if value(one) != value(other):
                    yield Disagreement(
                        one.account, name, _shown(name, value(one)), _shown(name, value(other)), (one.id, other.id)
                    )
        elif one or other:
            only: Any = one or other
            category = str(only.category.value)
            yield Disagreement(
                only.account, "claim", category if one else _ABSENT, category if other else _ABSENT, (only.id,)
            )


def _shown(name: str, value: Value) -> str:
    if isinstance(value, float):
        return date.fromordinal(int(value)).isoformat() if name in {"earliest", "latest"} else str(int(value))
    return value or _ABSENT
