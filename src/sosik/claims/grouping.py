"""Which clauses tell of one event: drafts of claims, opened, continued and dropped by the rules of reading."""

import re
from collections.abc import Sequence

from attrs import evolve, field, frozen

from sosik.claims.casualties import distinct, is_beyond, is_part, joined
from sosik.claims.claim import Kind, Stance
from sosik.claims.codebook import Category, Codebook
from sosik.claims.dates import DateMention
from sosik.claims.evidence import Hit, Unit, best
from sosik.claims.people import VictimMention
from sosik.claims.places import Located
from sosik.values.datespan import DateSpan, Period
from sosik.values.quantity import Outcome
from sosik.values.textspan import TextSpan

_BY_OUTCOME = {
    Outcome.killed: "killing",
    Outcome.injured: "killing",
    Outcome.killed_or_injured: "killing",
    Outcome.missing: "disappearance",
    Outcome.detained: "arrest",
    Outcome.repatriated: "repatriation",
}
_CONSEQUENCES = {"arrest", "detention", "killing", "disappearance"}  # what follows an event is told as part of it
_FRAMES = {
    "border_crossing",
    "killing",
    "explosion",
    "detention",
    "arrest",
    "disappearance",
}  # named by the harm, when one is told
_VAGUE = {2, 20, 24, 40, 200, 2000}  # what words without a number stand for at least: several, dozens, hundreds
_WEAK_MEASURES = {"border_tightening", "crackdown", "house_searches"}
_THERE = re.compile(
    r"\b(?:there|in the same (?:city|county|town|village|place|area|district|province|spot)|that (?:city|county|town|village|place|area)|at the same (?:place|spot|crossing))\b"
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
        return _as_span(self.date.value) if self.date else None

    @property
    def has_named_place(self) -> bool:
        return any(place.entry.kind not in {"country", "border"} and place.role.says_where for place in self.places)


@frozen
class Grouper:
    """Folds the clauses of one account into drafts; ``speaker_of`` answers who tells a span."""

    text: str
    codebook: Codebook
    speaker_of: object

    def group(self, units: Sequence[Unit]) -> tuple[Draft, ...]:
        drafts: list[Draft] = []
        scene: Unit | None = None
        for unit in units:
            if unit.is_background or (unit.is_general and not unit.happened and not unit.victims):
                scene = None
                continue
            told = self._incident(unit, drafts, scene)
            told = self._measures(unit, drafts, scene, told) or told
            scene = None if told else unit
            if not told:
                _fill(drafts, unit)
        return tuple(_without_leads(_standing(drafts)))

    # --- incidents and tallies

    def _incident(self, unit: Unit, drafts: list[Draft], scene: Unit | None) -> bool:
        """Opens or continues an event; False when the clause tells of none."""
        denied = unit.stance is Stance.denied
        hit = best(unit.incident_hits()) if not denied else _any(unit.incident_hits(told=False))
        if hit is not None and _is_only_a_measure(hit, unit):
            return False
        if hit is None and (denied or not any(_counts(victim) for victim in unit.victims)):
            return False
        if hit is not None and not denied and _says_none(hit, unit):
            return False
        speaker = self._speaker(hit.span if hit else unit.span)
        index = _latest_incident(drafts)
        if index is not None and not denied and self._continues(drafts[index], unit, hit, speaker):
            drafts[index] = _absorbed(drafts[index], unit, hit, self.text)
            return True
        fresh = self._open(unit, hit, speaker, scene)
        if fresh is not None and fresh.date is None and drafts and drafts[-1].last.sentence == unit.sentence:
            fresh = evolve(fresh, date=drafts[-1].date)  # one sentence, told once when
        if fresh is not None:
            drafts.append(_carried(fresh, drafts, self.text))
        return fresh is not None

    def _continues(self, draft: Draft, unit: Unit, hit: Hit | None, speaker: str | None) -> bool:
        """The clause goes on about the draft's event: nothing in it is of another event."""
        own = bool(unit.happened or unit.victims)
        if draft.stance is Stance.denied or (draft.kind is Kind.tally) != _is_tally(unit):
            return not own and hit is None
        if draft.speaker != speaker and speaker is not None and draft.speaker is not None and own:
            return False
        if _other_day(draft, unit) or (own and _other_place(draft, unit)) or _other_number(draft, unit, self.text):
            return False
        if hit is None or not own:
            return True
        if _is_lead(draft) and unit.happened and any(victim.quantity.count.best is not None for victim in unit.victims):
            return False
        return self._one_event(draft, hit.category, unit)

    def _one_event(self, draft: Draft, category: Category, unit: Unit) -> bool:
        if self.codebook.distance(draft.category.key, category.key) < 1.0 and not (
            unit.happened and draft.date and draft.category.key != category.key
        ):
            return True
        new_setting = any(_as_span(date.value) != draft.day_span for date in unit.happened) or bool(unit.where)
        if category.key in _CONSEQUENCES or draft.category.key in _FRAMES:
            return not new_setting
        return False

    def _open(self, unit: Unit, hit: Hit | None, speaker: str | None, scene: Unit | None) -> Draft | None:
        if hit is None:
            victim = next(victim for victim in unit.victims if _counts(victim))
            key = _BY_OUTCOME.get(victim.quantity.outcome)
            if key is None or victim.quantity.count.max == 0:
                return None
            category, span = self.codebook.get(key), victim.outcome_span or victim.span
        else:
            category, span = hit.category, hit.span
        denied = unit.stance is Stance.denied
        draft = Draft(
            kind=Kind.tally if _is_tally(unit) else Kind.incident,
            category=category,
            span=span,
            stance=unit.stance,
            speaker=speaker,
            last=unit,
            date=_nearest(unit.happened, span),
            places=unit.places,
            victims=distinct(unit.victims),
        )
        return draft if denied or scene is None else _with_scene(draft, scene)

    # --- measures

    def _measures(self, unit: Unit, drafts: list[Draft], scene: Unit | None, incident: bool) -> bool:
        if incident and (unit.victims or not unit.measure_hits()):
            return False
        hits = _leading(unit.measure_hits())
        for hit in hits:
            fresh = Draft(
                kind=Kind.measure,
                category=hit.category,
                span=hit.span,
                stance=unit.stance,
                speaker=self._speaker(hit.span),
                last=unit,
                date=_nearest(unit.happened, hit.span),
                places=unit.places,
            )
            if scene is not None:
                fresh = _with_scene(fresh, scene)
            fresh = _carried(fresh, drafts, self.text)
            same = next((n for n, old in enumerate(drafts) if _same_measure(old, fresh)), None)
            if same is None:
                drafts.append(fresh)
            else:
                drafts[same] = _filled(drafts[same], fresh.date, fresh.places, unit)
        return bool(hits)

    def _speaker(self, span: TextSpan) -> str | None:
        answer: str | None = self.speaker_of(span)  # type: ignore[operator]
        return answer


def _is_only_a_measure(hit: Hit, unit: Unit) -> bool:
    """The words are about an order or a condition, not about an event: nobody came to harm in the clause."""
    measures = unit.measure_hits()
    return bool(measures) and not unit.victims and max(m.category.rank for m in measures) >= hit.category.rank


def _says_none(hit: Hit, unit: Unit) -> bool:
    """Nobody was arrested: the clause's own deed is what it says that nobody suffered."""
    key = _BY_OUTCOME.get(unit.victims[0].quantity.outcome) if unit.victims else None
    return key == hit.category.key and all(victim.quantity.count.max == 0 for victim in unit.victims)


def _any(hits: Sequence[Hit]) -> Hit | None:
    return min(hits, key=lambda hit: (-hit.category.rank, hit.span.start), default=None)


def _leading(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Every condition told, without the general word for it beside the particular one."""
    strong = [hit for hit in hits if hit.category.key not in _WEAK_MEASURES]
    named = best(hits)
    kept = strong or ([named] if named else [])
    return tuple(
        hit
        for hit in kept
        if not any(
            other is not hit and other.span.overlaps(hit.span) and other.category.rank > hit.category.rank
            for other in kept
            if other
        )
    )


def _same_measure(old: Draft, fresh: Draft) -> bool:
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


def _latest_incident(drafts: Sequence[Draft]) -> int | None:
    return next((n for n in range(len(drafts) - 1, -1, -1) if drafts[n].kind is not Kind.measure), None)


def _counts(victim: VictimMention) -> bool:
    return victim.quantity.outcome is not Outcome.unknown


def _is_tally(unit: Unit) -> bool:
    return any(victim.is_total for victim in unit.victims)


def _is_lead(draft: Draft) -> bool:
    """An undated event with a count that is left open: the news in short, told in full below."""
    return draft.date is None and bool(draft.victims) and all(v.quantity.count.best is None for v in draft.victims)


def _other_day(draft: Draft, unit: Unit) -> bool:
    """A day of its own that cannot be the draft's."""
    if draft.day_span is None or not unit.happened:
        return False
    return not any(_as_span(date.value).overlaps(draft.day_span) for date in unit.happened)


def _other_place(draft: Draft, unit: Unit) -> bool:
    """A named place of its own; a river goes with any place, a parent with its parts."""
    mine = {
        p.entry.id: p.entry
        for p in draft.places
        if p.role.says_where and p.entry.kind in {"city", "county", "town", "village"}
    }
    theirs = {p.entry.id for p in unit.where if p.entry.kind in {"city", "county", "town", "village"}}
    return bool(mine) and bool(theirs) and not theirs & set(mine)


def _other_number(draft: Draft, unit: Unit, text: str) -> bool:
    """The same outcome with another exact number, and no words that make it a part of the first."""
    words = unit.span.words(text)
    if is_part(words):
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


def _absorbed(draft: Draft, unit: Unit, hit: Hit | None, text: str) -> Draft:
    out = draft
    named = hit is not None and (hit.category.key not in _CONSEQUENCES or not draft.victims)
    if hit is not None and named and draft.category.key in _FRAMES and hit.category.rank > draft.category.rank:
        out = evolve(out, category=hit.category, span=hit.span)
    if not out.victims or unit.victims:
        out = evolve(out, victims=joined(out.victims, unit.victims, unit.span.words(text)))
    return _filled(out, _nearest(unit.happened, unit.span), unit.places, unit)


def _filled(draft: Draft, date: DateMention | None, places: tuple[Located, ...], unit: Unit) -> Draft:
    """With a date and places where the draft has none."""
    has_place = any(place.role.says_where for place in draft.places)
    return evolve(
        draft,
        date=draft.date or date,
        places=draft.places if has_place else (*draft.places, *(p for p in places if p not in draft.places)),
        last=unit,
    )


def _fill(drafts: list[Draft], unit: Unit) -> None:
    """A clause that tells of no event may still date or place the one before it, in the same paragraph."""
    if not drafts or drafts[-1].last.paragraph != unit.paragraph:
        return
    if drafts[-1].last.span.end + 3 < unit.span.start or unit.is_general:
        return
    drafts[-1] = _filled(drafts[-1], _nearest(unit.happened, unit.span), unit.places, unit)


def _with_scene(draft: Draft, scene: Unit) -> Draft:
    """The clause before it sets the scene when it stands in the same paragraph and tells of nothing else."""
    if scene.paragraph != draft.last.paragraph or scene.span.end + 3 < draft.last.span.start:
        return draft
    return _filled(draft, _nearest(scene.happened, draft.span), scene.places, draft.last)


def _carried(draft: Draft, drafts: Sequence[Draft], text: str) -> Draft:
    """With the place of the event told just before, where the words point back to it or name no other place."""
    if not drafts or any(place.role.says_where for place in draft.places):
        return draft
    before = drafts[-1]
    points_back = _THERE.search(draft.last.span.words(text))
    near = before.last.paragraph == draft.last.paragraph and before.speaker == draft.speaker
    if draft.places and not points_back:
        return draft
    if not (points_back or near) or (draft.stance is Stance.denied and not points_back):
        return draft
    return evolve(draft, places=(*draft.places, *(place for place in before.places if place.role.says_where)))


def _nearest(dates: Sequence[DateMention], span: TextSpan) -> DateMention | None:
    """The day told nearest to the words of the event."""
    return min(dates, key=lambda date: _gap(date.span, span), default=None)


def _gap(a: TextSpan, b: TextSpan) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _as_span(value: DateSpan | Period) -> DateSpan:
    return value.as_span() if isinstance(value, Period) else value


def _standing(drafts: Sequence[Draft]) -> list[Draft]:
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
        or any(v.quantity.count.min not in _VAGUE for v in draft.victims)
    )


def _without_leads(drafts: list[Draft]) -> list[Draft]:
    """A lead sums up what is told in full below; a second mention of an event gives no second claim."""
    return [draft for draft in drafts if not any(_sums_up(draft, other) for other in drafts if other is not draft)]


def _sums_up(draft: Draft, other: Draft) -> bool:
    same = draft.category.key == other.category.key and draft.kind is other.kind and draft.stance is other.stance
    if not same or draft.date is not None:
        return False
    exact = any(v.quantity.count.best is not None for v in draft.victims)
    if exact and not _same_people(draft, other):
        return False
    fuller = other.date is not None or (bool(other.victims) and not draft.victims)
    apart = _other_place(other, draft.last) and exact
    return fuller and not apart


def _same_people(draft: Draft, other: Draft) -> bool:
    counts = {(v.quantity.outcome, v.quantity.count) for v in other.victims}
    return all((v.quantity.outcome, v.quantity.count) in counts for v in draft.victims)
