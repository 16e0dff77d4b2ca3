"""What members judged to be one event says how often one event is told alike: m, the stated m counting as some more pairs."""

from collections import Counter
from collections.abc import Mapping

from sosik.incidents.chance import group_of
from sosik.incidents.columns import Columns
from sosik.incidents.comparison import NARROW_CHOICES, UNKNOWN, Distance, compare, width_level
from sosik.incidents.judgement import Judgements
from sosik.incidents.row import LinkRow
from sosik.incidents.scoring import Verdict
from sosik.incidents.weights import Weights
from sosik.values.datespan import DateSpan

PAIRS_OF_PRIOR = 50  # judged pairs as which a stated m counts: the first that a desk judges are its hardest
_STATED = {"apart_longer", "apart_farther", "wider", "overlap_wide"}  # what never meets, and what always does
_KEPT = "telling"  # which sources a member looks at is no news of who tells of one event
_NARROW = {"same_day", "within_3_days", "apart_1_day", "apart_3_days", "apart_10_days", "apart_20_days"}
_MEETS = "meets"
Seen = Mapping[tuple[str, str, str], int]


def with_judged(weights: Weights, columns: Columns, judgements: Judgements, distance: Distance) -> Weights:
    """The weights with m moved by every pair that stands as the same; u stays.

    Places are counted among places as wide, days among spans as wide, since width itself speaks neither for nor against.
    """
    number = {name: row for row, name in enumerate(columns.ids)} if judgements.verdicts else {}
    said = [pair for pair in judgements.pairs(Verdict.same) if set(pair) <= number.keys()]
    seen: Counter[tuple[str, str, str]] = Counter()
    for one, other in said:
        _count(seen, columns.row(number[one]), columns.row(number[other]), distance)
    return (
        weights.with_m({name: _shares(weights, seen, name) for name in weights.levels if name != _KEPT})
        if said
        else weights
    )


def _shares(weights: Weights, seen: Seen, name: str) -> dict[str, float]:
    """By level its m, of those that a judged pair could have come out at."""
    found = {}
    for level, weight in weights.levels[name].items():
        group = _group_of_level(name, level)
        total = seen.get((name, group, ""), 0)
        if total and level not in _STATED:
            counted = seen.get((name, group, _shown(name, level)), 0)
            found[level] = (counted + PAIRS_OF_PRIOR * weight.m) / (total + PAIRS_OF_PRIOR)
    return found


def _count(seen: Counter[tuple[str, str, str]], left: LinkRow, right: LinkRow, distance: Distance) -> None:
    for name, level in compare(left, right, distance).items():
        if level != UNKNOWN:
            for group in {_group_of_pair(name, left, right), ""}:
                seen[name, group, ""] += 1
                seen[name, group, _shown(name, level)] += 1


def _group_of_pair(name: str, left: LinkRow, right: LinkRow) -> str:
    if name == "place":
        return width_level(left.where, right.where)
    if name == "date":
        return "narrow" if _days(left.when) * _days(right.when) <= NARROW_CHOICES else "open"
    return ""


def _group_of_level(name: str, level: str) -> str:
    if name == "date":
        return "narrow" if level in _NARROW else "open"
    return group_of(name, level) if name == "place" else ""


def _shown(name: str, level: str) -> str:
    """Wide spans that meet are one kind: how wide they are together is no news."""
    return _MEETS if name == "date" and level not in _NARROW and not level.startswith("apart") else level


def _days(span: DateSpan | None) -> int:
    return (span.days or 0) if span is not None else 0
