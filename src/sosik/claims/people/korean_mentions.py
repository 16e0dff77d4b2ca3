"""Mentions of victims in a Korean text, with those that repeat a number resolved or left out."""

import re
from collections.abc import Sequence

from attrs import evolve, field, frozen

from sosik.claims.people import korean_outcomes as outcomes
from sosik.claims.people.korean import Link, Sentence
from sosik.claims.people.korean_corrections import as_corrected
from sosik.claims.people.korean_phrases import Form, Phrase, find_phrases
from sosik.claims.people.layout import sentences_of
from sosik.claims.people.mention import VictimMention
from sosik.claims.people.totals import is_running_total
from sosik.claims.plain import unwrapped
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_TWO_TALES = re.compile(r"[다라]는 (?:말|소문|이야기|얘기|주장|설|소식)(?:도|이) 있(?:고|는가 하면|지만|으나|으며)")
_REST = "나머지"
_OF_THEM = re.compile(
    r"(?:이|그|이들|그들)\s?(?:중|가운데)|(?<=명) (?:중|가운데)|(?:사상자|부상자|피해자|사람|주민)들?\s?(?:중|가운데)(?![가-힣])"
)
_AMONG = re.compile(r"\s?(?:중|가운데)(?![가-힣])")
_NEAR = 24
_GIVES_WAY = {Outcome.detained, Outcome.repatriated, Outcome.missing}
_BODILY = {Outcome.killed, Outcome.injured, Outcome.killed_or_injured}
_BEFELL = re.compile("(?:참)?변을 당")  # says again, without a word of its own, what befell them
_ADNOMINAL = re.compile(r"[은던한된간친힌진]\s")


def find_korean(text: str) -> tuple[VictimMention, ...]:
    """Every mention in order of its span."""
    flat = unwrapped(text)
    reader = _Reader(flat)
    for span in sentences_of(flat):
        reader.read(span)
    return tuple(sorted(reader.found, key=lambda mention: mention.span))


@frozen
class _Reader:
    text: str
    found: list[VictimMention] = field(factory=list)
    spans: list[TextSpan] = field(factory=list)

    def read(self, span: TextSpan) -> None:
        self.spans.append(span)
        cues = outcomes.find_cues(self.text, span.start, span.end)
        if not cues:
            return
        sentence = Sentence.of(self.text, span, cues)
        is_total = is_running_total(span.words(self.text), Lang.ko)
        fresh: list[VictimMention] = []
        for link in _strongest(self.text, list(sentence.links())):
            mention = self._mention(link, sentence, is_total=is_total)
            if mention is not None and not self._is_said(mention, link, fresh):
                fresh.append(mention)
        fresh = _without_steps(self.text, fresh)
        fresh = _without_sums(_without_wholes(_without_parts(self.text, as_corrected(self.text, span, fresh))))
        self.found.extend(_as_one(fresh) if _TWO_TALES.search(span.words(self.text)) else fresh)

    def _mention(self, link: Link, sentence: Sentence, *, is_total: bool) -> VictimMention | None:
        cue = link.cue
        outcome_span = TextSpan(cue.start, cue.end)
        if link.phrase is None:
            span = TextSpan(cue.start, link.negation_end)
            return VictimMention(span, Quantity(cue.outcome, Count.exactly(0)), negated=True, outcome_span=outcome_span)
        phrase = self._resolved(link.phrase, sentence)
        if phrase.count is None:
            return None
        span = TextSpan(phrase.start, phrase.end)
        gap = max(cue.start - phrase.end, phrase.start - cue.end)
        return VictimMention(
            span=span.joined(outcome_span) if gap <= _NEAR and not _parts(sentence, phrase, cue.start) else span,
            quantity=Quantity(cue.outcome, phrase.count),
            group=phrase.group,
            sex=phrase.sex,
            age=phrase.age,
            is_total=is_total and phrase.form is Form.counted and phrase.count != Count.exactly(1),
            outcome_span=outcome_span,
        )

    def _resolved(self, phrase: Phrase, sentence: Sentence) -> Phrase:
        """전원, 이들: the last number said."""
        if phrase.count is not None:
            return phrase
        known = [p for p in sentence.phrases if p.form is Form.counted and p.end <= phrase.start]
        if self.text.startswith(_REST, phrase.start):
            return evolve(phrase, count=_rest(self.text, known))
        for span in reversed(self.spans[-3:-1]):
            known = known or [p for p in find_phrases(self.text, span.start, span.end) if p.form is Form.counted]
        return evolve(phrase, count=known[-1].count, group=known[-1].group, sex=known[-1].sex) if known else phrase

    def _is_said(self, mention: VictimMention, link: Link, fresh: Sequence[VictimMention]) -> bool:
        """The number is only repeated: 전원, 두 사람, the same words again."""
        same = [
            known
            for known in [*self.found[-8:], *fresh][-8:]
            if known.outcome is mention.outcome and known.negated == mention.negated
        ]
        if any(known.span.overlaps(mention.span) and known.count == mention.count for known in same):
            return True
        if _BEFELL.match(self.text, link.cue.start) and any(
            known.outcome in _BODILY and known.count.overlaps(mention.count) for known in [*self.found[-4:], *fresh]
        ):
            return True
        repeats = link.phrase is not None and link.phrase.repeats
        return repeats and any(known.count.overlaps(mention.count) for known in same)


def _rest(text: str, known: Sequence[Phrase]) -> Count | None:
    """Of twenty aboard four died and the rest were hurt: sixteen; None where no whole was said."""
    whole = next((n for n, one in enumerate(known) if one.particle == "중" or _AMONG.match(text, one.end)), None)
    if whole is None:
        return None
    total = known[whole].count
    parts = [one.count.best for one in known[whole + 1 :] if one.count is not None]
    if total is None or total.best is None or not parts or None in parts:
        return None
    left = total.best - sum(part for part in parts if part is not None)
    return Count.exactly(left) if left > 0 else None


def _without_parts(text: str, mentions: Sequence[VictimMention]) -> list[VictimMention]:
    """Three hurt, of whom one died: one dead and two hurt, so that nobody is counted twice."""
    out: list[VictimMention] = []
    for one in mentions:
        whole = out[-1] if out else None
        part = one.count.best
        parted = whole is not None and _OF_THEM.search(text, whole.span.start, one.span.start)
        if parted and whole is not None and whole.outcome is one.outcome and one.count.min <= whole.count.min:
            continue  # ten hurt, two of them badly
        if (
            whole is not None
            and one.outcome is Outcome.killed
            and whole.outcome in {Outcome.injured, Outcome.killed_or_injured}
            and part is not None
            and part < whole.count.min
            and parted
        ):
            left = Count.between(whole.count.min - part, None if whole.count.max is None else whole.count.max - part)
            out[-1] = evolve(whole, quantity=Quantity(Outcome.injured, left))
        out.append(one)
    return out


_GROWN = re.compile(r"\s?(?:명|사람)?\s?(?:으로|까지|에|로)\s?(?:늘|증가|이르|불어)")


def _without_steps(text: str, mentions: Sequence[VictimMention]) -> list[VictimMention]:
    """Two of the hurt died, so that the dead came to five: the number that it came to holds those before it."""
    top = next((one for one in reversed(mentions) if _GROWN.match(text, one.span.end)), None)
    if top is None:
        return list(mentions)
    return [one for one in mentions if one is top or one.outcome is not top.outcome or one.count.min > top.count.min]


_OPEN = {Outcome.missing, Outcome.killed_or_injured, Outcome.unknown}


def _without_wholes(mentions: Sequence[VictimMention]) -> list[VictimMention]:
    """Three were swept off: one found dead and two not at all. The whole is told of again by what became of each."""
    out = list(mentions)
    for number, one in enumerate(mentions):
        parts = [other.count.best for other in mentions[number + 1 :] if not other.negated]
        known = [part for part in parts if part is not None]
        if one.outcome in _OPEN and len(known) == len(parts) > 1 and sum(known) == one.count.best:
            out.remove(one)
    return out


def _without_sums(mentions: Sequence[VictimMention]) -> list[VictimMention]:
    """Five dead and eighteen hurt, 23 casualties in all: the sum of both adds nobody."""
    exact = {one.outcome: one.count.best for one in mentions if one.count.best is not None}
    dead, hurt = exact.get(Outcome.killed), exact.get(Outcome.injured)
    if dead is None or hurt is None or exact.get(Outcome.killed_or_injured) != dead + hurt:
        return list(mentions)
    return [one for one in mentions if one.outcome is not Outcome.killed_or_injured]


def _as_one(mentions: Sequence[VictimMention]) -> list[VictimMention]:
    """Two numbers of one outcome, told by different tongues, are one number between them."""
    out: list[VictimMention] = []
    for mention in mentions:
        twin = next((n for n, one in enumerate(out) if one.outcome is mention.outcome and not one.negated), None)
        if twin is None or mention.negated:
            out.append(mention)
            continue
        known = out[twin]
        top = None if known.count.max is None or mention.count.max is None else max(known.count.max, mention.count.max)
        count = Count.between(min(known.count.min, mention.count.min), top)
        out[twin] = evolve(known, span=known.span.joined(mention.span), quantity=Quantity(known.outcome, count))
    return out


def _parts(sentence: Sentence, phrase: Phrase, until: int) -> bool:
    """Other people stand between these and the words of their outcome."""
    return any(phrase.end <= p.start < until and p.form is not Form.plural for p in sentence.phrases)


def _strongest(text: str, links: Sequence[Link]) -> list[Link]:
    """Of several outcomes of the same people, those that stand."""
    by_phrase: dict[int, list[Link]] = {}
    for link in links:
        if link.phrase is not None:
            by_phrase.setdefault(link.phrase.start, []).append(link)
    kept: list[Link] = []
    for link in links:
        others = [o for o in by_phrase.get(link.phrase.start, []) if o is not link] if link.phrase else []
        if not any(_yields(text, link, other) for other in others):
            kept.append(link)
    return kept


def _yields(text: str, link: Link, other: Link) -> bool:
    """A blow gives way to a death, an adjective to the verb, the same outcome to its first words."""
    mine, theirs = link.cue.outcome, other.cue.outcome
    if mine is theirs:
        return link.cue.start > other.cue.start
    if mine is Outcome.unknown:
        return True
    if theirs is Outcome.killed and mine in {Outcome.injured, Outcome.missing}:
        return True
    if theirs is Outcome.killed_or_injured and mine in {Outcome.killed, Outcome.injured}:
        return True
    if link.phrase is not None and mine in _GIVES_WAY and link.cue.end <= link.phrase.start < other.cue.start:
        return bool(_ADNOMINAL.search(text[link.cue.end - 1 : link.phrase.start]))
    return False
