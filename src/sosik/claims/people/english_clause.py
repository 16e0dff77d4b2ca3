"""The words of an English sentence with its phrases about people, read to the right of an outcome."""

from collections.abc import Sequence

from attrs import field, frozen

from sosik.claims.people import english_outcomes as outcomes
from sosik.claims.people.english_names import name_at, past_description
from sosik.claims.people.english_outcomes import Cue
from sosik.claims.people.english_phrase import ONE, Form, Phrase, Token
from sosik.claims.people.english_words import ADVERBS, STOP, is_person

BE = frozenset("is are was were be been being get gets got getting am lay lies remain remained remains".split())
HAVE = frozenset("have has had having".split())
_REACH = 14
_WHERE_OR_WHEN = (["on"], ["in"], ["at"], ["near"], ["during"])
_ADJECTIVES = 3
_ARTICLES = frozenset("the these those his her their its our my some other many".split())
AND = frozenset(", and or & plus".split())
PREPOSITIONS = frozenset(
    "in near of by with to from at for on after under against into over before behind beside toward towards among across"
    " through along off onto upon during inside outside around between".split()
)  # fmt: skip


@frozen
class Clause:
    """One sentence with its words, its phrases about people and its words of outcome; ``taken`` are objects found so far."""

    tokens: Sequence[Token]
    words: Sequence[str]
    phrases: Sequence[Phrase]
    cues: Sequence[tuple[Cue, int, int]]
    insets: dict[int, int] = field(factory=dict)
    inside: frozenset[int] = frozenset()
    has_case: bool = True
    taken: set[int] = field(factory=set)

    def _objects(self, at: int) -> list[Phrase]:
        found = self._right(at)
        self.taken.update(phrase.first for phrase in found)
        return found

    def _right(self, at: int, *, is_list: bool = False) -> list[Phrase]:
        """The phrase that starts here, and those that are joined to it."""
        while (
            at < len(self.words)
            and self.words[at] in {"also", "another", "as", "dead", ":", "all"}
            and self._starting(at) is None
        ):
            at += 1
        found: list[Phrase] = []
        phrase = self._starting(at) or name_at(self.tokens, at, self.inside, has_case=self.has_case)
        while phrase is not None:
            if found and ((not is_list and self._is_subject_of_more(phrase)) or phrase.form is Form.pronoun):
                break
            if found and {"them", "whom", "they"} & set(self.words[phrase.first : phrase.last]):
                break
            if not phrase.is_teller:
                found.append(phrase)
            phrase = self._joined_after(phrase) or (
                self._named_after(phrase) if is_list or phrase.form is Form.named else None
            )
        return _without_parts(self.words, self._without_apposed(found))

    def _named_after(self, phrase: Phrase) -> Phrase | None:
        """The next of a list of names, each perhaps with what they were between commas."""
        if phrase.count != ONE:
            return None
        end = past_description(self.words, phrase.last, self.inside)
        start = end
        while end < len(self.words) and end - start < 3 and self.words[end] in AND:
            end += 1
        if end == start:
            return None
        return self._starting(end) or name_at(self.tokens, end, self.inside, has_case=self.has_case)

    def _without_apposed(self, found: list[Phrase]) -> list[Phrase]:
        """Without what stands last behind a bare comma: "a trader and his son, both of Musan", "Pak, a miner"."""
        kept = list(found)
        while len(kept) > 1 and self._is_bare_comma(kept[-2].last, kept[-1].first):
            kept.pop()
        return kept

    def _is_bare_comma(self, start: int, end: int) -> bool:
        """A comma and no "and" joins them."""
        joiners = {word for word in self.words[start:end] if word in AND}
        return joiners <= {","} and self.words[end - 1 : end] == [","]

    def _further_of(self, at: int) -> list[Phrase]:
        """Those of "the murder on the eve of the feast of six friars": behind a later "of" before any verb."""
        for end in range(at, min(at + 14, len(self.words) - 1)):
            if end in self.inside or self.words[end] in BE | HAVE | {";", ".", "who"}:
                return []
            phrase = self._starting(end + 1) if self.words[end] == "of" else None
            if phrase is not None and phrase.form is Form.counted:
                return self._right(end + 1, is_list=True)
        return []

    def _along_with(self, at: int) -> list[Phrase]:
        """Those who suffered it "along with" the first, in the same clause."""
        for end in range(at, min(at + 30, len(self.words) - 2)):
            if self.words[end] in {";", ".", "and"} or any(first == end for _, first, _ in self.cues):
                return []
            lead = tuple(self.words[end : end + 2])
            if lead in {("as", "were"), ("as", "was"), ("as", "did")} and self.words[end - 1] == ",":
                return self._right(end + 2)
            if lead in {("along", "with"), ("together", "with")}:
                return self._right(end + 2)
            if lead == ("as", "well") and self.words[end + 2] == "as":
                return self._right(end + 3)
        return []

    def _gapped(self, at: int) -> list[Phrase]:
        """As in "a girl died on the second night and two men on the third": the verb is left out."""
        for end in range(at, min(at + _REACH, len(self.words) - 2)):
            if self.words[end] in {";", ".", ":", "who", "when", "while"} | BE | HAVE or end in self.inside:
                return []
            if self.words[end] != "and":
                continue
            phrase = self._starting(end + 1)
            follows = self.words[phrase.last : phrase.last + 1] if phrase else []
            if phrase is None or phrase.form not in {Form.counted, Form.single} or follows not in _WHERE_OR_WHEN:
                return []
            rest = self.words[phrase.last :]
            is_whole = not any(word in BE | HAVE | {"who"} for word in rest) and not any(
                first >= phrase.last for _, first, _ in self.cues
            )
            return [phrase] if is_whole else []
        return []

    def _starting(self, at: int) -> Phrase | None:
        """The phrase that starts here; people without a number behind an article or adjectives of theirs."""
        found = next((phrase for phrase in self.phrases if phrase.first >= at), None)
        if found is None or found.first == at:
            return found
        lead = self.words[at : found.first]
        is_lead = len(lead) < _ADJECTIVES and all(word in _ARTICLES or _describes(word) for word in lead)
        return (
            found if found.form is Form.plural and is_lead and not self.inside & set(range(at, found.first)) else None
        )

    def _joined_after(self, phrase: Phrase) -> Phrase | None:
        end = phrase.last if phrase.first in self.insets else self.insets.get(phrase.last, phrase.last)
        end = self._past_place(end)
        start = end
        while end < len(self.words) and end - start < 3 and self.words[end] in AND:
            end += 1
        joined = end > start or self.words[start - 1] == ","  # behind an age: Pak, 42, and his wife
        return self._starting(end) if joined else None

    def _past_place(self, at: int) -> int:
        """Past "from Musan", "in the city": where it is joined to another phrase behind."""
        if at >= len(self.words) or self.words[at] not in PREPOSITIONS:
            return at
        for end in range(at + 1, min(at + 6, len(self.words))):
            if self.words[end] in {"and", ","}:
                return end if self._starting(end + 1) else at
            if any(first <= end < last for _, first, last in self.cues) or self.words[end] in BE:
                return at
        return at

    def _is_subject_of_more(self, phrase: Phrase) -> bool:
        end = phrase.last
        while end < len(self.words) and self.words[end] in ADVERBS:
            end += 1
        if end < len(self.words) and self.words[end] in BE | HAVE:
            return True
        return any(first == end and cue.form is not outcomes.Form.nominal for cue, first, _ in self.cues)


def _describes(word: str) -> bool:
    return word.isalpha() and word not in STOP | PREPOSITIONS and not is_person(word)


def _without_parts(words: Sequence[str], found: Sequence[Phrase]) -> list[Phrase]:
    """Three reporters, two of one country and one of another: what only says again who the first are is no more people."""
    whole = found[0].count if found else None
    rest = [item.count for item in found[1:]]
    if (
        whole is None
        or whole.best is None
        or whole.best < len(rest)
        or words[found[0].last : found[0].last + 1] != [","]
    ):
        return list(found)
    numbers = [count.best for count in rest if count is not None and count.best is not None]
    return [found[0]] if len(numbers) > 1 and sum(numbers) == whole.best else list(found)
