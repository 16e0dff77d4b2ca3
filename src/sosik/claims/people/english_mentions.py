"""Mentions of victims in an English text, with those that repeat a number resolved or left out."""

import re
from collections.abc import Sequence

from attrs import evolve, field, frozen

from sosik.claims.people import english_outcomes as outcomes
from sosik.claims.people.english import Link, Sentence
from sosik.claims.people.english_phrase import Form, Phrase
from sosik.claims.people.english_words import is_person, sex_of, singular
from sosik.claims.people.layout import sentences_of
from sosik.claims.people.mention import VictimMention
from sosik.claims.people.totals import goes_on_since, is_running_total
from sosik.claims.plain import plain
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_ANYBODY = frozenset("people persons residents civilians defectors refugees prisoners inmates passengers".split())
_BEFORE = 9
# Before the deed: that it is stopped, threatened, planned or forbidden, and so befell nobody who could be counted.
_UNREAL = frozenset(
    "end suspension suspend suspended stop stopped stopping halt cease cessation prevent preventing avoid refrain threat threats threatened threatening risk"
    " plan plans planned planning plot plotted will would could may might should shall any no not never against without ban types kinds campaign order ordered orders if".split()
)
_GENERAL = frozenset("men women people victims boys girls children".split())
_PRONOUNS = frozenset("he him his himself she her herself".split())
_NEXT = re.compile(r"[\s.!?\"”]*(He|His|She|Her)\b")
_NEAR = 30
_NUMBERS = {Form.counted, Form.anaphor}
_REPEATING = {Form.anaphor, Form.pronoun}
_OPEN_ENDED = {Outcome.detained, Outcome.missing, Outcome.repatriated, Outcome.unknown}


def find_english(text: str) -> tuple[VictimMention, ...]:
    """Every mention in order of its span."""
    flat = plain(text)
    has_case = sum(char.islower() for char in text[:4000]) > sum(char.isupper() for char in text[:4000])
    reader = _Reader(flat, text, has_case)
    for span in sentences_of(flat):
        reader.read(span)
    return tuple(sorted(reader.found, key=lambda mention: mention.span))


@frozen
class _Reader:
    text: str
    written: str
    has_case: bool
    found: list[VictimMention] = field(factory=list)
    spans: list[TextSpan] = field(factory=list)

    def read(self, span: TextSpan) -> None:
        self.spans.append(span)
        if not outcomes.has_outcome(self.text, span.start, span.end):
            return
        sentence = Sentence.of(self.text, span, has_case=self.has_case)
        is_total = is_running_total(span.words(self.text), Lang.en)
        told = [*sentence.links(), *toll(sentence), *headed(sentence), *put_at(sentence)]
        links = _strongest([*told, *summed(sentence, told)])
        for link in sorted(links, key=lambda link: link.phrase.first):
            mention = self._mention(link, sentence, is_total=is_total)
            if mention is not None and not self._is_said(mention, link):
                self.found.append(mention)

    def _mention(self, link: Link, sentence: Sentence, *, is_total: bool) -> VictimMention | None:
        phrase = link.phrase
        if phrase.form in {Form.pronoun, Form.definite} and link.is_past_perfect:
            return None
        known = self._repeated(phrase, sentence) if phrase.form in {Form.anaphor, Form.nobody, Form.plural} else None
        is_bare = phrase.form is Form.plural and phrase.group is not None
        if is_bare:
            if not _befell(sentence, link):
                return None
            known = known if _is_told_again(sentence, phrase, known) else None
        count = phrase.count or (known.count if known else None) or (Count.at_least(2) if is_bare else None)
        if count is None:
            return None
        if known is not None and phrase.group is None:
            phrase = evolve(phrase, sex=phrase.sex or known.sex)
        if sentence.is_supposition(link.cue):
            return None
        negated = link.is_negated
        if negated:
            if phrase.form is not Form.nobody and (
                link.outcome in _OPEN_ENDED or phrase.form in {Form.single, Form.pronoun, Form.plural}
            ):
                return None
            count = Count.exactly(0)
        span = TextSpan(sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end)
        outcome_span = TextSpan(link.cue.start, link.cue.end)
        gap = max(outcome_span.start - span.end, span.start - outcome_span.end)
        group = _group(self.written, sentence, phrase)
        return VictimMention(
            span=span.joined(outcome_span) if gap <= _NEAR and not _parts(sentence, phrase, outcome_span) else span,
            quantity=Quantity(link.outcome, count),
            group=group,
            sex=phrase.sex or self._sex_by_pronoun(sentence, phrase),
            age=phrase.age,
            negated=negated,
            is_total=self._is_total(link, sentence, is_total=is_total),
            is_bare=is_bare and known is None and not negated,
            outcome_span=outcome_span,
        )

    def _is_total(self, link: Link, sentence: Sentence, *, is_total: bool) -> bool:
        if link.phrase.form is not Form.counted or link.phrase.count == Count.exactly(1):
            return False
        words = self.text[sentence.tokens[0].start : sentence.tokens[-1].end]
        return is_total or (link.is_perfect and goes_on_since(words, self.text[link.cue.start : link.cue.end]))

    def _sex_by_pronoun(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """He, in "a corporal when he stepped": the pronoun that follows, unless somebody else stands between."""
        if phrase.form not in {Form.single, Form.definite, Form.named}:
            return None
        singles = {Form.single, Form.definite, Form.named}
        others = [p.first for p in sentence.phrases if p.first >= phrase.last and p.form in singles and p.sex]
        until = min(others, default=len(sentence.words))
        said = [word for word in sentence.words[phrase.last : until] if word in _PRONOUNS]
        if not said and not others:
            following = _NEXT.match(self.text, sentence.tokens[-1].end)
            said = [following[1].lower()] if following else []
        return sex_of(said[:1])

    def _repeated(self, phrase: Phrase, sentence: Sentence) -> Phrase | None:
        """The number that "all", "they", "all of whom" stand for: the last one said, here or up to two sentences back."""
        whole = [p for p in sentence.phrases if p.form in _NUMBERS and p.count and not p.is_part]
        inside = [p for p in whole if p.last <= phrase.first]
        plurals = [p for p in sentence.phrases if p.form is Form.plural and p.group and p.last <= phrase.first]
        if phrase.form is Form.plural and plurals and (not inside or plurals[-1].first > inside[-1].first):
            return None
        if inside and not (len(inside) == 1 and sentence.words[phrase.first] == "them" and phrase.form is Form.plural):
            return inside[-1]
        for span in reversed(self.spans[-3:-1]):
            before = Sentence.of(self.text, span, has_case=False).phrases
            numbers = [p for p in before if p.form in _NUMBERS and p.count and p.count != Count.exactly(1)]
            if numbers:
                return numbers[-1]
        return None

    def _is_said(self, mention: VictimMention, link: Link) -> bool:
        """The number is only repeated: "all nine", "he", "the four" of an outcome told before."""
        same = [known for known in self.found[-8:] if known.outcome is mention.outcome and not known.negated]
        if any(known.span == mention.span for known in same):
            return True
        words = link.phrase.form in _REPEATING or link.phrase.form is Form.plural
        return words and any(
            known.count.overlaps(mention.count)
            for known in same
            if known.outcome_span != mention.outcome_span and (mention.is_bare or not known.is_bare)
        )


def _befell(sentence: Sentence, link: Link) -> bool:
    """Of people without a number: that it came about then, not before, not as a habit, and to some, not to a nation."""
    at = link.phrase.first
    is_nation = link.phrase.group == "people" and any(
        word in {"the", "our", "their"} for word in sentence.words[max(0, at - 2) : at]
    )
    if is_nation or sentence.word_before(link.cue) == "had" or sentence.is_habit(link.cue):
        return False
    lead = sentence.words[max(0, at - 3) : at]
    is_known = any(word in {"the", "these", "those"} for word in lead)
    return is_known or not _UNREAL & set(sentence.words_before(link.cue, _BEFORE))


def _is_told_again(sentence: Sentence, phrase: Phrase, known: Phrase | None) -> bool:
    """The villagers, of "nine villagers" told before."""
    if known is None or known.group is None or phrase.group is None:
        return False
    if sentence.words[max(0, phrase.first - 1)] not in {"the", "these", "those"}:
        return False
    sexes = {known.sex or sex_of(known.group.split()), sex_of([phrase.group])}
    known_noun = known.group.split()[-1]
    fits = len(sexes) == 1 or (None in sexes and known_noun not in _ANYBODY)
    is_general = phrase.group in _GENERAL and fits
    return is_general or singular(known_noun) == singular(phrase.group)


def _parts(sentence: Sentence, phrase: Phrase, outcome: TextSpan) -> bool:
    """Other people stand between these and the words of their outcome."""
    start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end
    inside = TextSpan(min(start, outcome.start), max(end, outcome.end))
    others = (p for p in sentence.phrases if p is not phrase and p.form is not Form.plural)
    return any(p.first != phrase.first and inside.start <= sentence.tokens[p.first].start < inside.end for p in others)


def _group(text: str, sentence: Sentence, phrase: Phrase) -> str | None:
    """The noun as the text writes it."""
    if not phrase.group:
        return None
    size = len(phrase.group.split())
    words = [token.lower for token in sentence.tokens[phrase.first : phrase.last]]
    wanted = phrase.group.split()
    for at in range(len(words) - size, -1, -1):
        if words[at : at + size] == wanted:
            first = sentence.tokens[phrase.first + at]
            return text[first.start : sentence.tokens[phrase.first + at + size - 1].end]
    return None


def _strongest(links: Sequence[Link]) -> list[Link]:
    """Of several outcomes of the same people, those that stand: who died was not only beaten."""
    killed = {link.phrase.first for link in links if link.outcome is Outcome.killed and not link.is_negated}
    known = {link.phrase.first for link in links if link.outcome is not Outcome.unknown}
    held = {
        (link.phrase.first, link.cue)
        for link in links
        if link.outcome is Outcome.detained and link.cue.form is outcomes.Form.beside
    }
    kept = [
        link
        for link in links
        if not (
            link.phrase.first in killed and link.outcome in {Outcome.injured, Outcome.missing} and not link.is_negated
        )
        and not (link.phrase.first in known and link.outcome is Outcome.unknown)
        and not (link.phrase.first in killed and (link.phrase.first, link.cue) in held)
    ]
    seen: set[tuple[int, Outcome]] = set()
    once: list[Link] = []
    for link in kept:
        if (link.phrase.first, link.outcome) not in seen:
            seen.add((link.phrase.first, link.outcome))
            once.append(link)
    return once


def toll(sentence: Sentence) -> list[Link]:
    """The number behind a sum: "the number of people arrested at 118", "the death toll rose to 14"."""
    words = sentence.words
    found: list[Link] = []
    for at in range(len(words) - 1):
        if words[at] == "toll" or (words[at] in _LISTS and words[at + 1] == "of" and _is_list_of_people(words, at)):
            cue = next((c for c, first, _ in sentence.cues if first > at), None)
            if cue is None and words[at + 2 : at + 3] in (["victims"], ["casualties"]):
                token = sentence.tokens[at + 2]
                cue = outcomes.Cue(token.start, token.end, Outcome.killed_or_injured, outcomes.Form.heads)
            if words[at] == "toll":
                cue = outcomes.Cue(
                    sentence.tokens[at].start, sentence.tokens[at].end, Outcome.killed, outcomes.Form.heads
                )
            people = next((p for p in sentence.phrases if p.first > at + 1 and _states_sum(words, p)), None)
            if cue is not None and people is not None:
                found.append(Link(people, cue, cue.outcome, is_negated=False, is_past_perfect=False))
    return found


_PUT_AT = {
    "deaths": Outcome.killed, "dead": Outcome.killed, "suicides": Outcome.killed, "executions": Outcome.killed,
    "drownings": Outcome.killed, "killings": Outcome.killed, "wounded": Outcome.injured, "injured": Outcome.injured,
    "arrests": Outcome.detained, "missing": Outcome.missing, "disappearances": Outcome.missing, "killed": Outcome.killed,
}  # fmt: skip


def put_at(sentence: Sentence) -> list[Link]:
    """As in "she put the suicides in the county at five"."""
    words = sentence.words
    found: list[Link] = []
    for at in range(len(words) - 3):
        if words[at] not in {"put", "puts"} or words[at + 1] != "the" or words[at + 2] not in _PUT_AT:
            continue
        people = next((p for p in sentence.phrases if p.first > at + 2 and words[p.first - 1] == "at"), None)
        if people is not None and people.form is Form.counted:
            kind, token = _PUT_AT[words[at + 2]], sentence.tokens[at + 2]
            cue = outcomes.Cue(token.start, token.end, kind, outcomes.Form.heads)
            found.append(Link(people, cue, kind, is_negated=False, is_past_perfect=False))
    return found


_LISTS = frozenset("number count figure log list tally register record total".split())


def _is_list_of_people(words: Sequence[str], at: int) -> bool:
    """A log of people drowned, as a number of them; not a list of demands."""
    return words[at] in {"number", "count", "figure"} or any(
        is_person(word) or word == "those" for word in words[at + 2 : at + 4]
    )


_KINDS = {
    "dead": Outcome.killed,
    "killed": Outcome.killed,
    "injured": Outcome.injured,
    "wounded": Outcome.injured,
    "missing": Outcome.missing,
    "arrested": Outcome.detained,
    "detained": Outcome.detained,
}
_NUMBERED = frozenset("at numbered number numbers totalled totaled total reached".split())


def headed(sentence: Sentence) -> list[Link]:
    """Those called by their outcome: "the dead numbered eight", "the injured, 16 in all, were"."""
    words = sentence.words
    found: list[Link] = []
    for at in range(1, len(words) - 2):
        if words[at] not in _KINDS or words[at - 1] not in {"the", "those"}:
            continue
        start = at + 3 if words[at + 2] in {'"', "“"} else at + 2
        people = next((p for p in sentence.phrases if p.first == start and p.form is Form.counted), None)
        if people is None or people.group is not None:
            continue
        after = words[people.last : people.last + 2]
        if words[at + 1] in _NUMBERED or (words[at + 1] == "," and after in (["in", "all"], ["in", "total"])):
            kind, token = _KINDS[words[at]], sentence.tokens[at]
            cue = outcomes.Cue(token.start, token.end, kind, outcomes.Form.heads)
            found.append(Link(people, cue, kind, is_negated=False, is_past_perfect=False))
    return found


def summed(sentence: Sentence, links: Sequence[Link]) -> list[Link]:
    """The number of people behind an outcome of families or groups: "two families were taken away, nine people in all"."""
    words = sentence.words
    found: list[Link] = []
    for phrase in sentence.phrases:
        ends = list(words[phrase.last : phrase.last + 2])
        is_put_right = words[phrase.first] == "not" and phrase.group is None
        is_sum = ends[:1] == ["altogether"] or ends in (["in", "all"], ["in", "total"]) or is_put_right
        if phrase.form is not Form.counted or not is_sum:
            continue
        before = [cue for cue, _, last in sentence.cues if last <= phrase.first]
        if (
            before
            and words[phrase.first - 1] in {",", "-", "(", ":"}
            and not any(link.cue == before[-1] for link in links)
        ):
            found.append(Link(phrase, before[-1], before[-1].outcome, is_negated=False, is_past_perfect=False))
    return found


def _states_sum(words: Sequence[str], phrase: Phrase) -> bool:
    lead = words[max(0, phrase.first - 1) : phrase.first]
    return (
        phrase.form is Form.counted
        and phrase.group is None
        and bool(
            set(lead) & {"at", "to", "was", "is", "of", "reached", "as", "reaching", "now", "were", "holds", "totals"}
        )
    )
