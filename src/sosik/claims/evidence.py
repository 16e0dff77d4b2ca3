"""What stands in each clause of an account: words of a category, dates, places, people. Nothing is put together yet."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from attrs import evolve, field, frozen

from sosik.claims.claim import Kind, Stance
from sosik.claims.codebook import Category, Codebook, Trigger
from sosik.claims.dateline import dateline_of
from sosik.claims.dates import DateMention, DateRole
from sosik.claims.people import VictimMention
from sosik.claims.places import Located
from sosik.claims.stance import Mood, is_general, is_presupposed, mood, stance_of
from sosik.values.quantity import Outcome
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_HARM = {Outcome.killed, Outcome.injured, Outcome.killed_or_injured, Outcome.missing, Outcome.unknown}
_UNNAMED = "killing"
_FRAMES = {"border_crossing"}  # what people were doing when something happened to them
_GOVERNING = {Stance.denied, Stance.planned}
_ASIDE = re.compile(
    r"\b(?:who|whom|which)\s+(?:\w+ly\s+)?(?:had|has|have|was released|left|fled|came|returned|crossed|arrived|joined|married)\b[^,;:]*\Z"
)
_BUT = re.compile(r", (?:but|yet|while|whereas) ")
_ASKED = re.compile(
    r"[\s\"“'Q:]*(?:(?:and|but|so|or|then),? )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|who|what|where|how many|if)\b[^.!?]*\?[\s\"”']*",
    re.IGNORECASE,
)  # a question says of nothing that it came about
_ANOTHER = re.compile(
    r"(?:또\s?다른|다른|또 한)\s(?:[가-힣]+\s)?(?:소식통|주민|취재원|제보자|상인|이웃|증언자|목격자)[은는이]\s"
)
_PIECES = 24  # clauses of one sentence that are looked at together
_CUT = {
    Lang.en: re.compile(r";\s+|,?\s+(?:and|but|whereas|while(?!\s+(?:\w+ly\s+)?\w+ing\b))\s+|:\s+"),
    Lang.ko: re.compile(
        r"(?<=[가-힣])(?<![다라냐자]고)(?<=[고며])\s*,?\s+|(?<=[가-힣]지만)\s*,?\s+|(?<=[가-힣]는데)\s*,?\s+|(?<=[가-힣]으나)\s*,?\s+|;\s+"
    ),
}


@frozen
class Hit:
    """Words that tell of a category, and whether they tell that it came about."""

    category: Category = field(repr=lambda category: category.key)
    span: TextSpan
    mood: Mood


@frozen
class Unit:
    """A clause with what stands in it; ``paragraph`` numbers the lines of the text."""

    span: TextSpan
    sentence: TextSpan
    paragraph: int
    hits: tuple[Hit, ...]
    dates: tuple[DateMention, ...]
    places: tuple[Located, ...]
    victims: tuple[VictimMention, ...]
    stance: Stance
    is_general: bool

    @property
    def happened(self) -> tuple[DateMention, ...]:
        return tuple(date for date in self.dates if date.role is DateRole.happened)

    @property
    def is_background(self) -> bool:
        """History alone: every date that it bears is told for comparison."""
        return any(date.role is DateRole.background for date in self.dates) and not self.happened

    @property
    def where(self) -> tuple[Located, ...]:
        return tuple(place for place in self.places if place.role.says_where)

    def incident_hits(self, *, told: bool = True) -> tuple[Hit, ...]:
        return tuple(
            hit for hit in self.hits if hit.category.kind is Kind.incident and (hit.mood is Mood.told or not told)
        )

    def measure_hits(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.hits if hit.category.kind is Kind.measure and hit.mood is Mood.told)


@frozen
class Findings:
    """What the single readers found in the whole text."""

    dates: tuple[DateMention, ...]
    places: tuple[Located, ...]
    victims: tuple[VictimMention, ...]


@frozen
class _Starts:
    """Findings by where they start; ``within`` gives them in the order in which they were found."""

    items: Sequence[Any]
    starts: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, items: Sequence[Any]) -> "_Starts":
        return cls(items, sorted((item.span.start, number) for number, item in enumerate(items)))

    def within(self, span: TextSpan) -> tuple[Any, ...]:
        low = bisect_left(self.starts, (span.start, -1))
        high = bisect_left(self.starts, (span.end, -1))
        return tuple(self.items[number] for number in sorted(number for _, number in self.starts[low:high]))


@frozen
class _Shelf:
    dates: _Starts
    places: _Starts
    victims: _Starts

    @classmethod
    def of(cls, found: Findings) -> "_Shelf":
        return cls(_Starts.of(found.dates), _Starts.of(found.places), _Starts.of(found.victims))

    def within(self, span: TextSpan) -> Findings:
        return Findings(self.dates.within(span), self.places.within(span), self.victims.within(span))


def gather(
    text: str, lang: Lang, sentences: Sequence[TextSpan], found: Findings, codebook: Codebook
) -> tuple[Unit, ...]:
    """Every clause in order. A sentence is cut only where both halves tell of something with values of its own."""
    filed = dateline_of(text)
    if filed is not None:
        found = evolve(found, places=tuple(place for place in found.places if not filed.covers(place.span)))
    units: list[Unit] = []
    shelf = _Shelf.of(found)
    for number, sentence in enumerate(sentences):
        if lang is Lang.en and _ASKED.fullmatch(sentence.words(text)):
            continue
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        near = shelf.victims.within(sentence.joined(following) if following else sentence)
        here = shelf.within(sentence)
        parts = _pieces(text, sentence, lang, here.victims)
        pieces = [_unit(text, piece, sentence, here, near, codebook, lang) for piece in parts]
        for some in range(0, len(pieces), _PIECES):
            units.extend(_merged(pieces[some : some + _PIECES], text, sentence, here, near, codebook, lang))
    return tuple(units)


def _pieces(text: str, sentence: TextSpan, lang: Lang, victims: Sequence[VictimMention]) -> list[TextSpan]:
    """The clauses; people told in a list stay with the words of their outcome."""
    words = sentence.words(text)
    whole = _with_first_outcome(victims)
    found = (match.end() for match in _CUT[lang].finditer(words))
    inner = [cut for cut in found if not any(one.start < sentence.start + cut < one.end for one in whole)]
    cuts = [0, *inner, len(words)]
    return [TextSpan(sentence.start + a, sentence.start + b) for a, b in pairwise(cuts) if b > a]


def _with_first_outcome(victims: Sequence[VictimMention]) -> list[TextSpan]:
    """From people to what first befell them: a clause may end between that and what came then."""
    reach: dict[int, TextSpan] = {}
    for one in victims:
        if one.outcome_span is not None:
            reach.setdefault(one.span.start, one.span.joined(one.outcome_span))
    return list(reach.values())


def _merged(  # noqa: PLR0913
    pieces: list[Unit],
    text: str,
    sentence: TextSpan,
    found: Findings,
    near: Sequence[VictimMention],
    codebook: Codebook,
    lang: Lang,
) -> list[Unit]:
    """Neighbouring pieces joined unless each is an event by itself."""
    spans: list[tuple[TextSpan, Unit]] = []
    for piece in pieces:
        if spans and not (_stand_apart(spans[-1][1], piece) or _differs(text, spans[-1][1], piece)):
            span = spans[-1][0].joined(piece.span)
            spans[-1] = (span, _unit(text, span, sentence, found, near, codebook, lang))
        else:
            spans.append((piece.span, piece))
    return [unit for _, unit in spans]


def _differs(text: str, left: Unit, right: Unit) -> bool:
    """Another teller counts the people anew."""
    return bool(left.victims and right.victims and _ANOTHER.match(text, right.span.start, right.span.end))


def _stand_apart(left: Unit, right: Unit) -> bool:
    one, other = best(left.hits), best(right.hits)
    undenied = left.stance is Stance.denied and right.stance is Stance.asserted
    if (undenied and (other is not None or right.victims)) or _is_followed(left, right):
        return True
    if one is None or other is None:
        return False
    if one.category.key == other.category.key or one.category.kind is not other.category.kind:
        if left.victims and right.victims and _places(left) and _places(right) - _places(left):
            return True
        return bool(left.happened and right.happened and left.where and right.where)
    if one.category.key in _FRAMES or other.category.key in _FRAMES:
        return bool(left.happened and right.happened)
    own = right.happened or _places(right) - _places(left)
    harmed = left.victims and one.category.key != _UNNAMED  # a bare harm is told before what did it
    return bool(own) and bool(left.happened or left.where or harmed)


def _is_followed(left: Unit, right: Unit) -> bool:
    """What came about, and behind it what is still to come of it, with words of its own; else the end says of all that it is to come."""
    told = left.stance is Stance.asserted and bool(left.hits) and bool(left.happened or left.where)
    return told and right.stance is Stance.planned and bool(right.hits or right.dates or right.victims)


def _places(unit: Unit) -> set[str]:
    return {place.entry.id for place in unit.where}


def _unit(  # noqa: PLR0913
    text: str,
    span: TextSpan,
    sentence: TextSpan,
    found: Findings,
    near: Sequence[VictimMention],
    codebook: Codebook,
    lang: Lang,
) -> Unit:
    victims = _within(found.victims, span)
    words = span.words(text)
    hits = find_hits(words, span.start, lang, codebook, victims, near)
    stance = stance_of(words, lang) if span == sentence else _wider_stance(words, sentence.words(text), lang)
    return Unit(
        span=span,
        sentence=sentence,
        paragraph=bisect_left(_line_ends(text), span.start),
        hits=hits,
        dates=_main(_within(found.dates, span), text, span),
        places=_within(found.places, span),
        victims=victims,
        stance=Stance.asserted if stance in _GOVERNING and _is_taken_for_done(hits, words, span.start) else stance,
        is_general=is_general(words, lang),
    )


def _main(dates: Sequence[DateMention], text: str, span: TextSpan) -> tuple[DateMention, ...]:
    """Without the days of what somebody had done before, where the clause names a day of its own."""
    own, start = [], span.start
    for one in dates:
        if not _ASIDE.search(text, start, one.span.start):
            own.append(one)
        start = one.span.end  # a day of its own behind that one is of what the clause tells
    happened = any(one.role is DateRole.happened for one in own)
    return tuple(own if happened else dates)


def _is_taken_for_done(hits: Sequence[Hit], words: str, offset: int) -> bool:
    hit = best(hits)
    return hit is not None and is_presupposed(words, hit.span.start - offset, hit.span.end - offset)


@lru_cache(maxsize=2)
def _line_ends(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]


def _wider_stance(words: str, sentence: str, lang: Lang) -> Stance:
    """A clause keeps its own stance; the frame of its sentence ("there is talk that") covers it too."""
    own = stance_of(words, lang)
    if own is not Stance.asserted:
        return own
    frame = stance_of(_side_of(sentence, words), lang)
    return frame if frame in {Stance.hearsay, Stance.denied} else own


def _side_of(sentence: str, words: str) -> str:
    """The side of a "but" on which the words stand: what is denied before it is not denied behind it."""
    at = sentence.find(words)
    cuts = [match.end() for match in _BUT.finditer(sentence)]
    start = max((cut for cut in cuts if cut <= at + len(words) // 2), default=0)
    end = min((cut for cut in cuts if cut > start), default=len(sentence))
    return sentence[start:end]


def find_hits(  # noqa: PLR0913
    words: str,
    offset: int,
    lang: Lang,
    codebook: Codebook,
    victims: Sequence[VictimMention],
    near: Sequence[VictimMention],
) -> tuple[Hit, ...]:
    """The first words of each category that hold in the clause, those that tell that it came about before others."""
    harmed = any(victim.quantity.outcome in _HARM for victim in (victims or near))
    taken = any(victim.quantity.outcome in {Outcome.detained, Outcome.missing} for victim in victims)
    answers = {"@harm": harmed, "@taken": taken}
    found = (
        _first(category, triggers, words, offset, lang, answers)
        for category, triggers in codebook.possible(words, lang)
    )
    return tuple(hit for hit in found if hit is not None)


def _first(  # noqa: PLR0913
    category: Category,
    triggers: Sequence[Trigger],
    words: str,
    offset: int,
    lang: Lang,
    answers: dict[str, bool],
) -> Hit | None:
    clause: str | None = None
    unreal: Hit | None = None
    for trigger in triggers:
        if trigger.parts[0].search(words) is None or not all(answers[need] for need in trigger.needs):
            continue
        if clause is None:
            clause = category.blank_excluded(words, lang)
        for start, end in trigger.spans(clause):
            hit = Hit(
                category,
                TextSpan(offset + start, offset + end),
                mood(words, start, end, lang, is_rule=category.kind is Kind.measure),
            )
            if hit.mood is Mood.told:
                return hit
            unreal = unreal or hit
    return unreal


def best(hits: Iterable[Hit]) -> Hit | None:
    """The hit whose category names the event: the highest rank, then the earliest."""
    told = [hit for hit in hits if hit.mood is Mood.told]
    return min(told, key=lambda hit: (-hit.category.rank, hit.span.start), default=None)


def _within(items: Iterable[object], span: TextSpan) -> tuple:  # type: ignore[type-arg]
    return tuple(item for item in items if span.start <= item.span.start < span.end)  # type: ignore[attr-defined]
