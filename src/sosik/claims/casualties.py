"""People of several clauses of one event put together, so that nobody is counted twice."""

import re
from collections.abc import Sequence

from attrs import evolve

from sosik.claims.people import VictimMention
from sosik.values.quantity import Count, Outcome

_OF_THEM = re.compile(
    r"\b(?:of them|of these|of whom|among them|one of the|the rest|the others?)\b|이 가운데|이 중|그중|그 중|그 가운데|가운데|나머지",
    re.IGNORECASE,
)


def is_part(words: str) -> bool:
    """The words speak of some of those who were counted before."""
    return bool(_OF_THEM.search(words))


def joined(old: tuple[VictimMention, ...], new: tuple[VictimMention, ...], words: str) -> tuple[VictimMention, ...]:
    """The people of both clauses, none counted twice: a repeated number adds nothing, a part of a sum replaces it.

    ``words`` are those of the clause that the new ones stand in.
    """
    out = list(old)
    part = is_part(words)
    for victim in new:
        outcome = victim.quantity.outcome
        if part and outcome in {Outcome.killed, Outcome.injured}:
            out = _parted(out, victim)
            continue
        if any(_covers(known.quantity.outcome, outcome) for known in out):
            continue
        out.append(victim)
    return tuple(out)


def _covers(known: Outcome, new: Outcome) -> bool:
    either = {Outcome.killed, Outcome.injured, Outcome.killed_or_injured}
    return known is new or (known is Outcome.killed_or_injured and new in either)


def _parted(known: list[VictimMention], part: VictimMention) -> list[VictimMention]:
    """Of "twelve casualties; three of them died": three killed, the other nine injured."""
    whole = next((v for v in known if v.quantity.outcome is Outcome.killed_or_injured), None)
    if whole is None:
        outcome = part.quantity.outcome
        return known if any(v.quantity.outcome is outcome for v in known) else [*known, part]
    count, some = whole.quantity.count, part.quantity.count
    if some.best is None or some.best > count.min:
        return known
    other = Outcome.injured if part.quantity.outcome is Outcome.killed else Outcome.killed
    left = Count.between(count.min - some.best, None if count.max is None else count.max - some.best)
    rest = evolve(whole, quantity=evolve(whole.quantity, outcome=other, count=left))
    return [*(v for v in known if v is not whole), part, rest]


def distinct(victims: Sequence[VictimMention]) -> tuple[VictimMention, ...]:
    """One mention of each number; "all nine" beside "nine workers" is said twice."""
    out: list[VictimMention] = []
    for victim in victims:
        twin = any(v.quantity.outcome is victim.quantity.outcome and v.span == victim.span for v in out)
        if not twin:
            out.append(victim)
    return tuple(out)
