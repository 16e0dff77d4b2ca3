"""Which clauses tell of one event: drafts of claims, opened, continued and dropped by the rules of reading."""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from sosik.claims.casualties import distinct
from sosik.claims.claim import Kind, Stance
from sosik.claims.codebook import Category, Codebook
from sosik.claims.drafts import (
    CONSEQUENCES,
    FRAMES,
    Draft,
    absorbed,
    by_place,
    carried,
    fill,
    filled,
    finer,
    nearest,
    with_scene,
)
from sosik.claims.evidence import Hit, Unit, best
from sosik.claims.otherness import (
    is_aftermath,
    is_lead,
    is_new_setting,
    is_other_day,
    is_other_number,
    is_other_place,
    is_same_measure,
    standing,
    tells_on,
    without_leads,
)
from sosik.claims.people import VictimMention
from sosik.values.quantity import Outcome
from sosik.values.textspan import TextSpan

_BY_OUTCOME = {
    Outcome.killed: "killing",
    Outcome.injured: "injury",
    Outcome.killed_or_injured: "killing",
    Outcome.missing: "disappearance",
    Outcome.detained: "arrest",
    Outcome.repatriated: "repatriation",
}
_SCENE = 3  # clauses before an event that may say when and where
_EXECUTIONS = {"execution", "public_execution"}
_HAPPENS_IN = {"escape_from_custody", "protest", "raid"}  # whoever is shot or taken in it, it stays the event
_SUCH = re.compile(
    r"그런 (?:일|사고|사건|폭발|죽음)|(?:no|any|nothing of) such (?:thing|incident|accident|event|kind)|(?:was|were|been) no (?:fatal|serious|such) (?:incidents?|accidents?|explosions?|fires?|shootings?)",
    re.IGNORECASE,
)
_WEAK_MEASURES = {"border_tightening", "crackdown", "house_searches"}


@frozen
class Grouper:
    """Folds the clauses of one account into drafts; ``speaker_of`` answers who tells a span."""

    text: str
    codebook: Codebook
    speaker_of: object

    def group(self, units: Sequence[Unit]) -> tuple[Draft, ...]:
        drafts: list[Draft] = []
        scene: tuple[Unit, ...] = ()
        for unit in units:
            if unit.is_background or (unit.is_general and not unit.happened and not unit.victims):
                scene = ()
                continue
            told = self._incident(unit, drafts, scene)
            told = self._measures(unit, drafts, scene, told) or told
            scene = () if told else (unit, *scene)[:_SCENE]
            if not told:
                fill(drafts, unit)
        stated = [evolve(draft, victims=_as_executed(draft.victims, draft.category)) for draft in drafts]
        stated = [evolve(draft, category=self.codebook.get(_by_harm(draft))) for draft in stated]
        return tuple(without_leads(standing(stated)))

    # --- incidents and tallies

    def _incident(self, unit: Unit, drafts: list[Draft], scene: tuple[Unit, ...]) -> bool:
        """Opens or continues an event; False when the clause tells of none."""
        denied = unit.stance is Stance.denied
        if denied and not unit.incident_hits(told=False):
            return self._denies_it(unit, drafts)
        hit = best(unit.incident_hits()) if not denied else _any(unit.incident_hits(told=False))
        if hit is not None and _is_only_a_measure(hit, unit):
            return False
        if hit is None and not any(_counts(victim) for victim in unit.victims):
            return False
        if hit is not None and not denied and _says_none(hit, unit):
            return False
        speaker = self._speaker(hit.span if hit else unit.span)
        index = _latest_incident(drafts)
        if index is not None and not denied and self._continues(drafts[index], unit, hit, speaker):
            drafts[index] = absorbed(drafts[index], unit, hit, self.text)
            return True
        fresh = self._open(unit, hit, speaker, scene)
        if fresh is not None and fresh.date is None and drafts and drafts[-1].last.sentence == unit.sentence:
            fresh = evolve(fresh, date=drafts[-1].date)  # one sentence, told once when
        if fresh is not None:
            drafts.extend(by_place(carried(fresh, drafts, self.text)))
        return fresh is not None

    def _denies_it(self, unit: Unit, drafts: list[Draft]) -> bool:
        """That there was no such accident denies the event told before."""
        index = _latest_incident(drafts)
        such = _SUCH.search(unit.span.words(self.text))
        if index is None or such is None:
            return False
        span = TextSpan(unit.span.start + such.start(), unit.span.start + such.end())
        about = drafts[index]
        drafts.append(
            evolve(
                about,
                span=span,
                stance=Stance.denied,
                speaker=self._speaker(span),
                last=unit,
                date=None,
                victims=(),
                places=unit.places,
            )
        )
        return True

    def _continues(self, draft: Draft, unit: Unit, hit: Hit | None, speaker: str | None) -> bool:
        """The clause goes on about the draft's event: nothing in it is of another event."""
        own = bool(unit.happened or unit.victims)
        if draft.stance is Stance.denied or (draft.kind is Kind.tally) != _is_tally(unit):
            return not own and (hit is None or hit.category.key == draft.category.key)
        if draft.speaker != speaker and speaker is not None and draft.speaker is not None and own:
            return not draft.victims and hit is not None and not is_new_setting(draft, unit)
        if (
            is_other_day(draft, unit, self.text)
            or (own and is_other_place(draft, unit))
            or is_other_number(draft, unit, self.text)
        ):
            return False
        if hit is None or not own or tells_on(draft, unit):
            return True
        if is_lead(draft) and unit.happened and any(victim.quantity.count.best is not None for victim in unit.victims):
            return False
        return self._one_event(draft, hit.category, unit)

    def _one_event(self, draft: Draft, category: Category, unit: Unit) -> bool:
        if self.codebook.distance(draft.category.key, category.key) < 1.0 and not (
            unit.happened and draft.date and draft.category.key != category.key
        ):
            return True
        if draft.category.key in _HAPPENS_IN:
            return not unit.happened and not is_new_setting(draft, unit)
        if category.key in CONSEQUENCES or draft.category.key in FRAMES:
            return is_aftermath(unit, self.text) or not is_new_setting(draft, unit)
        return False

    def _open(self, unit: Unit, hit: Hit | None, speaker: str | None, scene: tuple[Unit, ...]) -> Draft | None:
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
            date=nearest(unit.happened, span),
            places=unit.places,
            victims=distinct(unit.victims, unit.span.words(self.text)),
        )
        return draft if denied else with_scene(draft, scene)

    # --- measures

    def _measures(self, unit: Unit, drafts: list[Draft], scene: tuple[Unit, ...], incident: bool) -> bool:
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
                date=nearest(unit.happened, hit.span),
                places=unit.places,
            )
            fresh = with_scene(fresh, scene)
            fresh = carried(fresh, drafts, self.text)
            same = next((n for n, old in enumerate(drafts) if is_same_measure(old, fresh)), None)
            if same is None:
                drafts.append(fresh)
            else:
                known = evolve(drafts[same], date=finer(drafts[same].date, fresh.date))
                drafts[same] = filled(known, fresh.date, fresh.places, unit)
        return bool(hits)

    def _speaker(self, span: TextSpan) -> str | None:
        answer: str | None = self.speaker_of(span)  # type: ignore[operator]
        return answer


def _as_executed(victims: tuple[VictimMention, ...], category: Category) -> tuple[VictimMention, ...]:
    """Who is shot in an execution is dead, though "shot" alone does not say so."""
    if category.key not in _EXECUTIONS:
        return victims
    return tuple(
        evolve(one, quantity=evolve(one.quantity, outcome=Outcome.killed)) if one.outcome is Outcome.unknown else one
        for one in victims
    )


def _by_harm(draft: Draft) -> str:
    """Nobody is killed where all who came to harm lived, and somebody is where one of the hurt died."""
    outcomes = {one.outcome for one in draft.victims if one.count.max != 0}
    if draft.category.key == "killing" and outcomes == {Outcome.injured}:
        return "injury"
    return "killing" if draft.category.key == "injury" and Outcome.killed in outcomes else draft.category.key


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


def _latest_incident(drafts: Sequence[Draft]) -> int | None:
    return next((n for n in range(len(drafts) - 1, -1, -1) if drafts[n].kind is not Kind.measure), None)


def _counts(victim: VictimMention) -> bool:
    return victim.quantity.outcome is not Outcome.unknown


def _is_tally(unit: Unit) -> bool:
    return any(victim.is_total for victim in unit.victims)
