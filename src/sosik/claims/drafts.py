"""What becomes one claim: a draft, and how clauses fill it with days, places and people."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from sosik.claims.casualties import joined
from sosik.claims.claim import Kind, Role, Stance
from sosik.claims.codebook import Category
from sosik.claims.dates import DateMention
from sosik.claims.evidence import Hit, Unit
from sosik.claims.people import VictimMention
from sosik.claims.places import Located
from sosik.values.datespan import DateSpan, Period
from sosik.values.textspan import TextSpan

CONSEQUENCES = {
    "arrest",
    "detention",
    "killing",
    "injury",
    "disappearance",
}  # what follows an event is told as part of it
FRAMES = {
    "border_crossing",
    "public_trial",
    "killing",
    "injury",
    "explosion",
    "detention",
    "arrest",
    "disappearance",
}  # named by the harm, when one is told
_LATER = re.compile(r"\b(?:later|afterwards)\Z|\Athe (?:following|next) ", re.IGNORECASE)
_HANGUL = re.compile("[가-힣]")
_SENT_OFF = {"repatriation", "banishment"}
_WIDE = {"country", "border", "province", "river"}
_THERE = re.compile(
    r"\b(?:the (?:city|county|town|village)['’]s|there|in the same (?:city|county|town|village|place|area|district|province|spot)|that (?:city|county|town|village|place|area)|at the same (?:place|spot|crossing))\b"
    r"|(?:같은|이|그|해당) ?(?:시|군|도시|마을|곳|지역|장소|고장)(?![가-힣]{2})|(?:거기|그곳|이곳|현지)(?:에|에서|의)",
    re.IGNORECASE,
)


@frozen
class Draft:
    """What becomes one claim; ``hit`` shows the category, ``last`` is the clause that it was last told in."""

    kind: Kind
    category: Category = field(repr=lambda category: category.key)
    span: TextSpan
    stance: Stance
    speaker: str | None
    last: Unit = field(repr=False)
    date: DateMention | None = None
    places: tuple[Located, ...] = ()
    victims: tuple[VictimMention, ...] = ()

    @property
    def day_span(self) -> DateSpan | None:
        return as_span(self.date.value) if self.date else None

    @property
    def has_named_place(self) -> bool:
        return any(place.entry.kind not in {"country", "border"} and place.role.says_where for place in self.places)


def absorbed(draft: Draft, unit: Unit, hit: Hit | None, text: str) -> Draft:
    out = draft
    named = hit is not None and (hit.category.key not in CONSEQUENCES or not draft.victims)
    if hit is not None and named and draft.category.key in FRAMES and hit.category.rank > draft.category.rank:
        out = evolve(out, category=hit.category, span=hit.span)
    if not out.victims or unit.victims:
        out = evolve(out, victims=joined(out.victims, unit.victims, unit.span.words(text)))
    day = nearest(unit.happened, unit.span)
    return filled(evolve(out, date=finer(out.date, day)), day, unit.places, unit)


def filled(draft: Draft, date: DateMention | None, places: tuple[Located, ...], unit: Unit) -> Draft:
    """With a date and places where the draft has none."""
    has_place = any(place.role.says_where for place in draft.places)
    return evolve(
        draft,
        date=draft.date or date,
        places=draft.places if has_place else (*draft.places, *(p for p in places if p not in draft.places)),
        last=unit,
    )


def finer(known: DateMention | None, other: DateMention | None) -> DateMention | None:
    """The day told first, unless days within it are told later of the same event."""
    if known is None or other is None:
        return known or other
    one, two = known.value, other.value
    if not (isinstance(one, DateSpan) and isinstance(two, DateSpan) and one.days and two.days) or two.days >= one.days:
        return known
    return other if one.intersection(two) == evolve(two, wording="") else known


def fill(drafts: list[Draft], unit: Unit) -> None:
    """A clause that tells of no event may still date or place the one before it, in the same paragraph."""
    if not drafts or drafts[-1].last.paragraph != unit.paragraph:
        return
    if drafts[-1].last.span.end + 3 < unit.span.start or unit.is_general:
        return
    if unit.stance is Stance.planned and drafts[-1].stance is not Stance.planned:
        return  # what is to come dates nothing that happened
    drafts[-1] = filled(drafts[-1], nearest(unit.happened, unit.span), unit.places, unit)


def with_scene(draft: Draft, scene: Sequence[Unit]) -> Draft:
    """The clauses before it, the nearest first, set the scene when they stand in the same paragraph and tell of nothing else."""
    out = draft
    for unit in scene:
        if unit.paragraph == draft.last.paragraph:
            out = filled(out, nearest(unit.happened, draft.span), unit.places, draft.last)
    return out


def carried(draft: Draft, drafts: Sequence[Draft], text: str) -> Draft:
    """With the place of the event told just before, where the words point back to it or name no other place."""
    if not drafts or any(place.role.says_where for place in draft.places):
        return draft
    before = drafts[-1]
    points_back = _THERE.search(draft.last.span.words(text))
    near = before.last.paragraph == draft.last.paragraph
    if draft.places and not points_back:
        return draft
    if not (points_back or near) or (draft.stance is Stance.denied and not points_back):
        return draft
    return evolve(draft, places=(*draft.places, *(place for place in before.places if place.role.says_where)))


def by_place(draft: Draft) -> tuple[Draft, ...]:
    """As many drafts as places with people of their own: three in Onsong, five in Hoeryong, in one sentence."""
    victims = sorted(draft.victims, key=lambda one: one.span)
    sentence = draft.last.sentence
    alike = len({(one.outcome, one.is_total) for one in victims}) == 1 < len(victims)
    if not alike or not all(sentence.start <= one.span.start < sentence.end for one in victims):
        return (draft,)
    starts = [sentence.start, *(one.span.start for one in victims)]
    shares = [
        tuple(place for place in draft.places if _is_of(place, draft) and a <= place.span.start < b)
        for a, b in pairwise(starts)
    ]
    if any(place.role.says_where and place.span.start > starts[-1] for place in draft.places):
        return (draft,)
    named = [{place.entry.id for place in share if place.entry.kind not in _WIDE} for share in shares]
    if not all(named) or len(set().union(*named)) < len(victims):
        return (draft,)
    days = [
        nearest([day for day in draft.last.happened if a <= day.span.start < b], one.span)
        for (a, b), one in zip(pairwise(starts), victims, strict=True)
    ]
    shared = days[0] or draft.date
    return tuple(
        evolve(draft, places=share, victims=(one,), date=day or shared)
        for share, one, day in zip(shares, victims, days, strict=True)
    )


def _is_of(place: Located, draft: Draft) -> bool:
    """Where it happened; of people sent off, where from."""
    return place.role.says_where or (place.role is Role.origin and draft.category.key in _SENT_OFF)


def nearest(dates: Sequence[DateMention], span: TextSpan) -> DateMention | None:
    """The day told nearest to the words of the event; a day counted from another only where no other is told."""
    own = [date for date in dates if not _LATER.search(date.value.wording or "")]
    return min(own or dates, key=lambda date: _gap(date.span, span), default=None)


def _gap(a: TextSpan, b: TextSpan) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def as_span(value: DateSpan | Period) -> DateSpan:
    return value.as_span() if isinstance(value, Period) else value
