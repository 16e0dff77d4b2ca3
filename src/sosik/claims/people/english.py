"""People and outcomes in English sentences: who is meant by which words of an outcome."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from sosik.claims.people import english_outcomes as outcomes
from sosik.claims.people.english_clause import BE, HAVE, PREPOSITIONS
from sosik.claims.people.english_outcomes import Cue
from sosik.claims.people.english_phrase import Form, Phrase, Token, tokens_of
from sosik.claims.people.english_phrases import find_phrases, insets_of
from sosik.claims.people.english_subjects import WALLS, Leftward
from sosik.claims.people.english_words import ADVERBS, COLLECTIVES, MONTHS, STOP, is_person
from sosik.values.quantity import Count, Outcome
from sosik.values.textspan import TextSpan

_NOT = frozenset("not n't never no without".split())
_JOIN = frozenset("or and / , but then & - either".split())
_SAY = frozenset(
    "said says told tells added reported reports explained confirmed recalled recounted wrote heard believes thinks".split()
)
_RELATIVE = frozenset("who whom whose that which".split())
# Pistols are seized and parcels sent back: of such outcomes only nouns for people have a part.
_OF_THINGS_TOO = frozenset({Outcome.detained, Outcome.missing, Outcome.repatriated, Outcome.unknown})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_QUOTED = frozenset(", ” \" ’ ' —".split())
_TAKERS = frozenset("claimed took taken cost claiming taking costing claims takes costs claim take lost".split())
_UNSURE = frozenset("know knew aware heard hear reports report learned sure".split())
_PRESENT = frozenset(
    "kills dies die claims claim takes take costs cost injures wounds drowns drown vanishes disappears perishes starve".split()
)
_PAIRS = frozenset("couple couples twins pair".split())


@frozen
class Link:
    """A phrase and the words of its outcome."""

    phrase: Phrase
    cue: Cue
    outcome: Outcome
    is_negated: bool
    is_past_perfect: bool
    is_perfect: bool = False


@frozen
class Sentence(Leftward):
    """One sentence, read for which people suffered which of its outcomes."""

    @classmethod
    def of(cls, text: str, span: TextSpan, *, has_case: bool) -> "Sentence":
        tokens = tokens_of(text, span.start, span.end)
        found = outcomes.find_cues(text, span.start, span.end)
        cues = _placed(found, tokens)
        inside = frozenset(n for _, first, last in cues for n in range(first, last))
        words = [token.lower for token in tokens]
        phrases = find_phrases(tokens, inside, has_case=has_case)
        befalls = frozenset(first for _, first, _ in cues)
        return cls(
            tokens,
            words,
            [evolve(p, is_teller=_is_teller(words, p, befalls)) for p in phrases],
            cues,
            insets_of(words, befalls),
            inside,
            has_case,
        )

    def links(self) -> Iterator[Link]:
        """Every outcome with the people that it befell, in order of the words of outcome."""
        at = 0
        while at < len(self.cues):
            if self._is_noun(at):
                at += 1
                continue
            end = self._chain_end(at)
            yield from self._chain(self.cues[at:end])
            at = end

    def word_before(self, cue: Cue) -> str:
        """The word right before those of an outcome."""
        first = next((first for known, first, _ in self.cues if known.start <= cue.start < known.end), 0)
        return self.words[first - 1] if first else ""

    def words_before(self, cue: Cue, far: int) -> list[str]:
        """So many words before those of an outcome, of the same clause."""
        first = next((first for known, first, _ in self.cues if known.start <= cue.start < known.end), 0)
        before = list(self.words[max(0, first - far) : first])
        walls = {";", ":", "but"} if cue.form is outcomes.Form.nominal else {",", ";", ":", "but"}
        ends = [at for at, word in enumerate(before) if word in walls]
        return before[ends[-1] + 1 :] if ends else before

    def is_supposition(self, cue: Cue) -> bool:
        """As in "Should a person be arrested, call": of what may happen, up to the first comma."""
        opens = self.words[:1] in (["should"], ["if"], ["unless"]) or list(self.words[:2]) in (
            ["were", "the"],
            ["were", "a"],
        )
        comma = self.words.index(",") if "," in self.words else 0
        return opens and comma > 0 and cue.start < self.tokens[comma].start

    def is_habit(self, cue: Cue) -> bool:
        """Told in the present, as of what happens again and again: kills, die, are arrested."""
        first = next((first for known, first, _ in self.cues if known.start <= cue.start < known.end), 0)
        return self.words[first] in _PRESENT or self.words[max(0, first - 1)] in {"get", "gets"}

    def _is_noun(self, at: int) -> bool:
        """The dead, a number of dead: not what became of anybody before."""
        _, first, last = self.cues[at]
        return self.words[first:last] == ["dead"] and self.words[max(0, first - 1) : first] in (["the"], ["of"])

    def _chain_end(self, at: int) -> int:
        """Past the outcomes that are said in one breath: killed, wounded or captured."""
        end = at + 1
        while (
            end < len(self.cues)
            and _joins(self.words[self.cues[end - 1][2] : self.cues[end][1]])
            and _chains(self.cues[end - 1][0], self.cues[end][0])
        ):
            end += 1
        return end

    def _chain(self, chain: Sequence[tuple[Cue, int, int]]) -> Iterator[Link]:
        first, last = chain[0][1], chain[-1][2]
        people, negated, perfect = self._people(chain[0][0], first, last)
        present = bool({"have", "has"} & set(self.words[max(0, first - 4) : first]))
        either = self.words[first:last]
        for outcome, cue in _outcomes([cue for cue, _, _ in chain], is_either="or" in either):
            for phrase in people:
                if outcome in _OF_THINGS_TOO and phrase.group and not _is_of_people(phrase.group):
                    continue
                none = negated or phrase.form is Form.nobody or self.words[max(0, phrase.first - 1)] == "nor"
                yield Link(phrase, cue, outcome, none, perfect, present)

    def _people(self, cue: Cue, first: int, last: int) -> tuple[list[Phrase], bool, bool]:
        """Those who suffered it; whether it is denied; whether it had come about before what is told."""
        ends = {phrase.last for phrase in self.phrases}
        back = first - 1
        while back >= 0 and back + 1 not in ends and self.words[back] in ADVERBS | {"not", "n't", "never"}:
            back -= 1
        negated = bool(set(self.words[back + 1 : first]) & _NOT)
        if cue.form is outcomes.Form.nominal:
            return self._named(first, last)
        if cue.form is outcomes.Form.heads:
            return self._heads(first, last)
        if cue.form is outcomes.Form.object:
            negated = negated or (back >= 0 and self.words[back] == "without")
            return self._objects(last), negated, False
        before = self.words[back] if back >= 0 else ""
        aux = self._aux_start(back) if before in BE | HAVE else first
        perfect = before == "been" and "had" in self.words[max(0, aux) : back]
        negated = negated or bool(set(self.words[aux:first]) & _NOT) or self.words[max(0, aux - 1) : aux] == ["not"]
        if cue.form is outcomes.Form.verb and before not in BE:
            objects = self._described(first, last) or self._objects(last)
            if objects:
                return [*objects, *self._along_with(objects[-1].last)], negated, before == "had"
            if self._has_object(last):
                return [], negated, False
            if before in HAVE:
                aux = first if cue.outcome is not Outcome.killed or cue.form is outcomes.Form.verb else aux
        is_loose = before in BE | HAVE | _JOIN or cue.form is outcomes.Form.subject
        is_beside = cue.form in {outcomes.Form.beside, outcomes.Form.verb} and before not in BE
        people = self._subjects(aux, is_loose=is_loose, is_beside=is_beside)
        if before in BE or cue.form is outcomes.Form.subject:
            people = self._with_names(people, aux)
        return [*people, *self._along_with(last), *(self._gapped(last) if people else [])], negated, perfect

    def _described(self, first: int, last: int) -> list[Phrase]:
        """A number with the outcome between it and its noun: the two murdered women."""
        number = next((p for p in self.phrases if p.last == first and p.group is None and p.count is not None), None)
        noun = self._starting(last)
        if (
            number is None
            or noun is None
            or noun.form is not Form.plural
            or number.form not in {Form.counted, Form.anaphor}
        ):
            return []
        return [evolve(number, last=noun.last, group=noun.group)]

    def _named(self, first: int, last: int) -> tuple[list[Phrase], bool, bool]:
        """Those of a deed or a doer: the killing of two men, their killers' number aside; else a number of deeds."""
        named = self._right(last, is_list=True) or self._further_of(last)
        if named and all(one.form is Form.plural for one in named):
            counted, negated, perfect = self._heads(first, last)
            if counted:
                return counted, negated, perfect  # 28 bodies of farmers
        is_doer = self.words[first].endswith(("er", "ers", "in", "ins"))
        return (named, False, False) if named or is_doer else self._heads(first, last)

    def _has_object(self, at: int) -> bool:
        """A name or another noun stands where the object of an active verb stands; of "took" something always does."""
        if self.words[at - 1 : at] == ["took"]:
            return True
        if at >= len(self.words) or at in self.inside:
            return False
        word = self.words[at]
        if word.endswith(("ing", "ly", "ed")):
            return False
        return (
            word.isalpha()
            and len(word) > 1
            and word not in STOP | ADVERBS | PREPOSITIONS | _JOIN | WALLS | MONTHS | _WEEKDAYS
        )

    def _aux_start(self, at: int) -> int:
        ends = {phrase.last for phrase in self.phrases}
        while (
            at > 0
            and at not in ends
            and self.words[at - 1]
            in BE
            | HAVE
            | ADVERBS
            | {
                "not",
                "never",
                "will",
                "would",
                "may",
                "might",
                "could",
                "must",
                "to",
                "believed",
                "said",
                "feared",
                "reported",
                "n't",
                "t",
            }
        ):
            at -= 1
        return at

    def _heads(self, first: int, last: int) -> tuple[list[Phrase], bool, bool]:
        """The number right before a noun that counts the outcome: five deaths."""
        if self.words[first : first + 1] == ["lives"] and not self._lives_are_lost(first, last):
            return [], False, False
        if self.words[max(0, first - 1) : first] in (["no"], ["any"]):
            if _UNSURE & set(self.words[max(0, first - 6) : first]):
                return [], False, False  # he knew of no deaths: that is no nought
            return [Phrase(first - 1, first, Form.nobody, Count.exactly(0))], True, False
        found = [
            p
            for p in self.phrases
            if (p.last == first or (p.group is None and self._is_described(p.last, first)))
            and p.form in {Form.counted, Form.anaphor}
            and p.count is not None
        ]
        return found, False, False

    def _is_described(self, start: int, end: int) -> bool:
        """A word or two that describe: 107 disfigured bodies."""
        return 0 < end - start < 3 and all(w.isalpha() and w not in STOP for w in self.words[start:end])

    def _lives_are_lost(self, first: int, last: int) -> bool:
        return bool(_TAKERS & set(self.words[max(0, first - 6) : first])) or "lost" in self.words[last : last + 3]


def _is_of_people(group: str) -> bool:
    """Smugglers, a couple, a family of five; not parcels."""
    nouns = group.split()
    return is_person(nouns[-1]) or any(noun in _PAIRS | COLLECTIVES for noun in nouns)


def _placed(found: Sequence[Cue], tokens: Sequence[Token]) -> list[tuple[Cue, int, int]]:
    """Each outcome with its first token and the token after its last."""
    placed: list[tuple[Cue, int, int]] = []
    at = 0
    for cue in found:
        while at < len(tokens) and tokens[at].end <= cue.start:
            at += 1
        end = at
        while end < len(tokens) and tokens[end].start < cue.end:
            end += 1
        placed.append((cue, at, end))
    return placed


def _joins(words: Sequence[str]) -> bool:
    return (
        len(words) <= 4
        and all(word in _JOIN or word in ADVERBS for word in words)
        and any(word in _JOIN for word in words)
    )


def _chains(one: Cue, other: Cue) -> bool:
    if one.form is other.form is outcomes.Form.object:
        return True
    plain = {outcomes.Form.verb, outcomes.Form.subject, outcomes.Form.beside}
    return one.form in plain and other.form in plain


def _outcomes(chain: Sequence[Cue], *, is_either: bool) -> list[tuple[Outcome, Cue]]:
    """What a chain comes to: "killed or wounded" is one outcome, a blow or a lost leg before a death is no other."""
    found: dict[Outcome, Cue] = {}
    for cue in chain:
        if cue.outcome not in found or found[cue.outcome].is_weak:
            found[cue.outcome] = cue
    killed, injured = found.get(Outcome.killed), found.get(Outcome.injured)
    if killed and injured:
        del found[Outcome.injured]
        if not injured.is_weak and (is_either or injured.form is not outcomes.Form.subject):
            del found[Outcome.killed]
            found[Outcome.killed_or_injured] = evolve(
                killed, start=min(killed.start, injured.start), end=max(killed.end, injured.end)
            )
    if Outcome.killed in found and Outcome.missing in found:
        return [(Outcome.unknown, found[Outcome.killed])]
    if len(found) > 1:
        found.pop(Outcome.unknown, None)
    return list(found.items())


def _is_teller(words: Sequence[str], phrase: Phrase, befalls: frozenset[int]) -> bool:
    """The one who tells, not one of whom is told."""
    following = words[phrase.last] if phrase.last < len(words) else ""
    if phrase.last in befalls or following in BE:
        return False
    before = list(words[max(0, phrase.first - 2) : phrase.first])
    inverted = before[-1:] and before[-1] in {"said", "says", "added", "explained", "recalled"} and before[0] in _QUOTED
    if inverted or before == ["according", "to"]:
        return True
    relative = following in _RELATIVE
    if (relative and phrase.form is not Form.single) or not (relative or following in PREPOSITIONS | _SAY):
        return False
    for end in range(phrase.last, min(phrase.last + (16 if relative else 9), len(words))):
        if words[end] in _SAY:
            return words[end - 1] not in BE
        if words[end] in {",", ";", ":"} or (not relative and words[end] in BE | HAVE):
            return False
    return False
