"""Claims added to a table that is linked: only what they can touch is weighed and clustered anew.

The model is that of the release: u, background, m and prior stay as they were counted. The result is that of a full run with
the same model.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from attrs import evolve, frozen

from sosik.errors import WrongUse
from sosik.incidents.blocking import Boxes
from sosik.incidents.claim_links import ClaimLinks, cautious, judged_rows
from sosik.incidents.columns import NONE, WORDED, Bools, Columns, Floats, Ints
from sosik.incidents.components import clusters, touched
from sosik.incidents.engine import Scored, Task, weighed
from sosik.incidents.judgement import Judgements
from sosik.values.ids import ClaimId

Numbers = TypeVar("Numbers", Ints, Floats)
_ROW_BITS = 32


@frozen(eq=False)
class _Places:
    """Where the old and the new rows stand among all."""

    old: Ints
    new: Ints

    @classmethod
    def of(cls, old: Sequence[ClaimId], new: Sequence[ClaimId]) -> "_Places":
        slots = np.array([bisect_left(old, name) for name in new], dtype=np.int64)
        if any(slot < len(old) and old[slot] == name for slot, name in zip(slots, new, strict=True)):
            raise WrongUse(what="a claim that is added is in the table already")
        shift = np.searchsorted(slots, np.arange(len(old)), side="right")
        return cls(np.arange(len(old)) + shift, slots + np.arange(len(new)))


def added(columns: Columns, links: ClaimLinks, more: Columns, judgements: Judgements) -> tuple[Columns, ClaimLinks]:
    """``links`` are those of ``columns``; ``judgements`` all that stand now. Raises WrongUse when a claim is there already."""
    places = _Places.of(columns.ids, more.ids)
    whole = _merged(columns, more, places)
    fresh = np.zeros(len(whole), dtype=np.bool_)
    fresh[places.new] = True
    boxes = Boxes.of(whole)
    known = _unjudged(links.scored, judged_rows(columns, links.judgements))
    scored = _joined(known, _fresh_pairs(whole, links, boxes, fresh, judgements), places)
    heads = _heads(whole, links, scored, places, judgements)
    return whole, ClaimLinks(whole.ids, scored, heads, boxes.why, judgements, links.model)


def _fresh_pairs(whole: Columns, links: ClaimLinks, boxes: Boxes, fresh: Bools, judgements: Judgements) -> Scored:
    """Every pair with a new claim in it that a full run would keep, and those that members judged, now or before."""
    pairs = {pair for row in np.flatnonzero(fresh) for pair in _meetings(whole, boxes, int(row))}
    pairs |= {pair for pair in judged_rows(whole, links.judgements) if _meet(whole, boxes, *pair)}
    asked = set(judged_rows(whole, judgements))
    rows = np.unique(np.array(sorted({row for pair in pairs | asked for row in pair}), dtype=np.int64))
    near = whole.taken(rows)
    number = {int(row): at for at, row in enumerate(rows)}
    task = Task.of(near, links.model)
    found = weighed(task, ((number[a], number[b]) for a, b in sorted(pairs - asked)))
    above = weighed(evolve(task, floor=-np.inf), ((number[a], number[b]) for a, b in sorted(asked)))
    both = [np.concatenate(sides) for sides in ((found.left, above.left), (found.right, above.right))]
    return Scored(rows[both[0]], rows[both[1]], np.concatenate([found.weight, above.weight]))


def _unjudged(scored: Scored, judged: list[tuple[int, int]]) -> Scored:
    """Without the pairs that members judged: those are weighed anew, since a word may have been taken back."""
    if not judged:
        return scored
    numbers = scored.left << _ROW_BITS | scored.right
    kept = ~np.isin(numbers, [one << _ROW_BITS | other for one, other in judged])
    return Scored(scored.left[kept], scored.right[kept], scored.weight[kept])


def _meet(whole: Columns, boxes: Boxes, one: int, other: int) -> bool:
    if one in boxes.why or other in boxes.why:
        return False
    return not set(boxes.keys(whole, one)).isdisjoint(boxes.keys(whole, other))


def _meetings(whole: Columns, boxes: Boxes, row: int) -> list[tuple[int, int]]:
    """The pairs of one row with those whose cells it shares."""
    if row in boxes.why:
        return []
    if boxes.irregular[row]:
        keys = set(boxes.keys(whole, row))
        others = [n for n in range(len(whole)) if n not in boxes.why and not keys.isdisjoint(boxes.keys(whole, n))]
    else:
        sides = (boxes.bins, boxes.north, boxes.east)
        meets = np.logical_and.reduce([(low <= high[row]) & (high >= low[row]) for low, high in sides])
        meets &= ~boxes.irregular
        odd = (int(n) for n in np.flatnonzero(boxes.irregular) if int(n) not in boxes.why)
        keys = set(boxes.keys(whole, row))
        others = [int(n) for n in np.flatnonzero(meets & _near(whole, row)) if int(n) not in boxes.why]
        others += [n for n in odd if not keys.isdisjoint(boxes.keys(whole, n))]
    return [(min(row, other), max(row, other)) for other in others if other != row]


def _near(whole: Columns, row: int) -> Bools:
    """Rows at most 20 days and 60 km from the row: what lies farther weighs less than the floor. A hair more is taken."""
    gap = np.maximum(whole.first - whole.last[row], whole.first[row] - whole.last)
    north = np.abs(whole.lat - whole.lat[row]) * 111.0
    near: Bools = (gap <= 20) & (north <= 61.0 + np.nan_to_num(whole.radius) + whole.radius[row])
    return near


def _heads(whole: Columns, links: ClaimLinks, scored: Scored, places: _Places, judgements: Judgements) -> Ints:
    """Only the components that hold a new claim, or a pair that a member judged since, are clustered anew."""
    heads = np.arange(len(whole))
    heads[places.old] = places.old[links.heads]
    close = cautious(scored, whole, links.model)
    changed = {name for name, _ in links.judgements.verdicts.items() ^ judgements.verdicts.items()}
    numbers = {name: row for row, name in enumerate(whole.ids)} if changed else {}
    rows = [int(row) for row in places.new] + [numbers[name] for pair in changed for name in pair if name in numbers]
    member = touched(whole.ids, close, judgements, rows)
    names = np.flatnonzero(member)
    number = np.full(len(whole), NONE, dtype=np.int64)
    number[names] = np.arange(len(names))
    inside = member[close.left] & member[close.right]
    part = Scored(number[close.left[inside]], number[close.right[inside]], close.weight[inside])
    heads[names] = names[clusters([whole.ids[row] for row in names.tolist()], part, judgements)]
    return heads


def _joined(old: Scored, new: Scored, places: _Places) -> Scored:
    """In order, each pair once; what was weighed anew stands."""
    left = np.concatenate([new.left, places.old[old.left]])
    right = np.concatenate([new.right, places.old[old.right]])
    weight = np.concatenate([new.weight, old.weight])
    order = np.lexsort((np.arange(len(left)), right, left))
    left, right, weight = left[order], right[order], weight[order]
    first = np.ones(len(left), dtype=np.bool_)
    first[1:] = (left[1:] != left[:-1]) | (right[1:] != right[:-1])
    return Scored(left[first], right[first], weight[first])


def _merged(one: Columns, other: Columns, places: _Places) -> Columns:
    size = len(one) + len(other)
    ids: list[ClaimId] = [ClaimId("")] * size
    for part, rows in ((one, places.old), (other, places.new)):
        for name, row in zip(part.ids, rows.tolist(), strict=True):
            ids[row] = name

    def laid(old: Numbers, new: Numbers) -> Numbers:
        every = np.empty(size, dtype=old.dtype)
        every[places.old], every[places.new] = old, new
        return every

    words: dict[str, Sequence[str]] = {}
    numbers = {"age": laid(one.numbers["age"], other.numbers["age"])}
    for word in WORDED:
        words[word], code = _worded(one.words[word], other.words[word])
        numbers[word] = laid(one.numbers[word], code[other.numbers[word]])
    unsaid = (np.full(len(one), NONE, dtype=np.int64), np.full(len(other), NONE, dtype=np.int64))
    counts = {}
    for key in sorted({*one.counts, *other.counts}):
        sides = one.counts.get(key, (unsaid[0],) * 2), other.counts.get(key, (unsaid[1],) * 2)
        counts[key] = (laid(sides[0][0], sides[1][0]), laid(sides[0][1], sides[1][1]))
    plain = {name: laid(getattr(one, name), getattr(other, name)) for name in ("first", "last", "lat", "lon", "radius")}
    lines = {int(places.old[row]): line for row, line in one.lines.items()}
    lines |= {int(places.new[row]): line for row, line in other.lines.items()}
    return Columns(ids=ids, numbers=numbers, words=words, counts=counts, lines=lines, **plain)


def _worded(known: Sequence[str], more: Sequence[str]) -> tuple[Sequence[str], Ints]:
    """The words of both, and the number of each of ``more`` among them; what is not said stays so."""
    wanted = set(more)
    number = {word: code for code, word in enumerate(known) if word in wanted}
    new = [word for word in more if word not in number]
    number |= {word: len(known) + code for code, word in enumerate(new)}
    return [*known, *new], np.array([*(number[word] for word in more), NONE], dtype=np.int64)
