"""Whether a clause tells of another event than a draft, and which drafts stand beside each other."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sosik.claims.casualties import corrects, is_beyond, is_part
from sosik.claims.claim import Kind, Stance
from sosik.claims.drafts import Draft, as_span
from sosik.claims.evidence import Unit
from sosik.values.quantity import Outcome

_LATER_DEATH = re.compile(
    r"\b(?:died|succumbed|passed away)\b[^.;]{0,60}?(?:\b(?:later|afterwards|after(?= (?:being|the|his|her|their|it|that))|the (?:next|following)|of (?:(?:his|her|their|the) )?(?:wounds|injuries|burns)|in (?:the )?hospital|from (?:his|her|their) (?:wounds|injuries|burns)|on the way)\b)"
    r"|\b(?:later|afterwards|the (?:next|following) (?:day|morning|night|week))\b[^.;]{0,60}?\b(?:died|succumbed|passed away)\b",
    re.IGNORECASE,
)
_LONG_PAST = timedelta(days=3650)
_BODILY = {Outcome.killed, Outcome.injured, Outcome.killed_or_injured}
_VAGUE = {2, 20, 24, 40, 200, 2000}  # what words without a number stand for at least: several, dozens, hundreds


def is_same_measure(old: Draft, fresh: Draft) -> bool:
    if old.kind is not Kind.measure or old.category.key != fresh.category.key or old.stance is not fresh.stance:
        return False
    if old.day_span and fresh.day_span and not old.day_span.overlaps(fresh.day_span):
        return False
    places = (
        {p.entry.id for p in old.places if p.role.says_where},
        {p.entry.id for p in fresh.places if p.role.says_where},
    )
    own = fresh.date is not None and fresh.has_named_place and old.has_named_place
    return not (own and not (places[0] & places[1]))


def is_lead(draft: Draft) -> bool:
    """An undated event with a count that is left open: the news in short, told in full below."""
    return draft.date is None and bool(draft.victims) and all(v.quantity.count.best is None for v in draft.victims)


def is_aftermath(unit: Unit, text: str) -> bool:
    """Somebody dies of it later: the day is that of the death, not of another event."""
    return bool(unit.victims) and _LATER_DEATH.search(unit.span.words(text)) is not None


def is_new_setting(draft: Draft, unit: Unit) -> bool:
    """The clause names a place, or a day that is not the draft's."""
    return any(as_span(date.value) != draft.day_span for date in unit.happened) or bool(unit.where)


def tells_on(draft: Draft, unit: Unit) -> bool:
    """As in "Five broke out. Two were shot dead": people called by a number alone are those of the event told just before."""
    if not unit.victims or any(one.group is not None for one in unit.victims) or is_new_setting(draft, unit):
        return False
    return draft.last.paragraph == unit.paragraph and not draft.victims


def is_other_day(draft: Draft, unit: Unit, text: str) -> bool:
    """A day of its own that cannot be the draft's."""
    if draft.day_span is None or not unit.happened or is_aftermath(unit, text):
        return False
    return not any(as_span(date.value).overlaps(draft.day_span) for date in unit.happened)


def is_other_place(draft: Draft, unit: Unit) -> bool:
    """A named place of its own; a river goes with any place, a parent with its parts."""
    mine = {
        p.entry.id: p.entry
        for p in draft.places
        if p.role.says_where and p.entry.kind in {"city", "county", "town", "village"}
    }
    theirs = {p.entry.id for p in unit.where if p.entry.kind in {"city", "county", "town", "village"}}
    return bool(mine) and bool(theirs) and not theirs & set(mine)


def is_other_number(draft: Draft, unit: Unit, text: str) -> bool:
    """The same outcome with another exact number, and no words that make it a part of the first."""
    words = unit.span.words(text)
    if is_part(words) or corrects(words):
        return False
    if any(is_beyond(draft.victims, victim, words) for victim in unit.victims):
        return True
    before = {v.quantity.outcome: v.quantity.count for v in draft.victims}
    for victim in unit.victims:
        known = before.get(victim.quantity.outcome)
        if known and known.max and victim.quantity.count.max and not known.overlaps(victim.quantity.count):
            apart = unit.paragraph != draft.last.paragraph and victim.quantity.count.min > 1
            return bool(unit.happened or unit.where) or apart
    return False


def standing(drafts: Sequence[Draft]) -> list[Draft]:
    """Those with a value besides the category: a bare word asserts no event."""
    return [draft for draft in drafts if _stands(draft)]


def _stands(draft: Draft) -> bool:
    if draft.stance is Stance.denied:
        return True
    if draft.kind is Kind.measure:
        return draft.date is not None or any(place.role.says_where for place in draft.places)
    if draft.kind is Kind.tally and draft.victims:
        return True
    if draft.category.key == "border_crossing":
        return draft.date is not None and draft.has_named_place
    return (
        draft.date is not None
        or draft.has_named_place
        or any(v.quantity.count.max is not None for v in draft.victims)
        or any(v.quantity.count.min not in _VAGUE or v.quantity.outcome in _BODILY for v in draft.victims)
    )


def without_leads(drafts: list[Draft]) -> list[Draft]:
    """A lead sums up what is told in full below; a second mention of an event gives no second claim."""
    kept = [draft for draft in drafts if not any(_sums_up(draft, other) for other in drafts if other is not draft)]
    newest = max((day for draft in kept if (day := _last_day(draft)) is not None), default=None)
    return [draft for draft in kept if not _is_long_past(draft, newest)]


def _last_day(draft: Draft) -> date | None:
    return draft.day_span.latest or draft.day_span.earliest if draft.day_span else None


def _is_long_past(draft: Draft, newest: date | None) -> bool:
    """Told of a life beside the news: nobody is counted, and it lies ten years before anything else."""
    last = _last_day(draft)
    return newest is not None and last is not None and not draft.victims and newest - last > _LONG_PAST


def _sums_up(draft: Draft, other: Draft) -> bool:
    same = draft.category.key == other.category.key and draft.kind is other.kind and draft.stance is other.stance
    if not same or draft.date is not None:
        return False
    exact = any(v.quantity.count.best is not None for v in draft.victims)
    if exact and not _same_people(draft, other):
        return False
    fuller = other.date is not None or (bool(other.victims) and not draft.victims)
    apart = is_other_place(other, draft.last) and exact
    return fuller and not apart


def _same_people(draft: Draft, other: Draft) -> bool:
    counts = {(v.quantity.outcome, v.quantity.count) for v in other.victims}
    return all((v.quantity.outcome, v.quantity.count) in counts for v in draft.victims)
