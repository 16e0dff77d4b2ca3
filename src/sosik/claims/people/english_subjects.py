"""Who stands to the left of the words of an outcome: its subject, with those who are joined to it."""

from collections.abc import Sequence

from sosik.claims.people.english_clause import AND, BE, HAVE, PREPOSITIONS, Clause
from sosik.claims.people.english_names import before_description, name_before, name_ending
from sosik.claims.people.english_phrase import ONE, Form, Phrase
from sosik.claims.people.english_words import STOP

WALLS = frozenset("when while after because before since if until till whereas although though unless".split())
_WHO = (["who"], ["whom"], ["that"])
_RELATIVE = frozenset("who whom whose that which".split())
_SUMS = frozenset("number count names log list tally register record total toll share families relatives".split())
_SUBJECTS = frozenset(
    "a an the his her their its two three four five six seven eight nine ten some he she it they there no one all".split()
)
_MOST_NAMES = 40
_FAR = 40
_PLACE_WORDS = 7


class Leftward(Clause):
    """A clause that is read for the subject of its outcomes."""

    def _subjects(self, at: int, *, is_loose: bool, is_beside: bool = False) -> list[Phrase]:
        """The phrase to which the words at the token belong, and those joined before it."""
        if is_loose and self._other_subject(at):
            return []
        far = _FAR if is_loose else 6
        for phrase in reversed(self.phrases):
            between = self._between(phrase.last, at)
            if phrase.last > at or self._is_aside(phrase, at):
                continue
            if self._is_no_subject(phrase, between) and not (is_beside and not between):
                continue
            if phrase.form is Form.plural and _is_apposed(self.words, phrase, between):
                continue
            stops = (
                len(between) > far
                or self._is_foreign(between)
                or phrase.first in self.taken
                or self._is_walled(between)
            )
            if stops or (phrase.form is Form.plural and not self._suffers(phrase, between)):
                return []
            joined = self._joined_before(phrase, is_beside=is_beside)
            if joined and self._is_apposed_one(joined[-1], phrase):
                return joined
            return [*(joined or self._beyond_clause(phrase, at)), phrase]
        return []

    def _between(self, start: int, end: int) -> list[str]:
        """The words from one token to the other, without asides that neither stands in."""
        here = self.insets.get(end)
        return [self.words[n] for n in range(start, end) if self.insets.get(n) in {None, here}]

    def _with_names(self, people: list[Phrase], at: int) -> list[Phrase]:
        """Those who suffered it by name, who stand nearer to the words of the outcome than anybody else; else as they are."""
        name = self._name_before(at)
        if name is None or (people and people[-1].last > name.first) or name.first in self.taken:
            return people
        found = [name]
        while self.words[max(0, found[0].first - 1)] in AND and len(found) < _MOST_NAMES:
            end = found[0].first
            while end > 0 and self.words[end - 1] in AND:
                end -= 1
            before = next((p for p in self.phrases if p.last == end and p.form is not Form.pronoun), None)
            before = before or self._name_before(end)
            if before is None or before.is_teller or before.is_oblique:
                break
            found.insert(0, before)
        return found

    def _name_before(self, at: int) -> Phrase | None:
        end = before_description(self.words, at, self.inside)
        name = name_ending(self.tokens, end, self.inside, has_case=self.has_case)
        covered = name is not None and any(p.first < name.last and name.first < p.last for p in self.phrases)
        return None if covered else name

    def _is_apposed_one(self, before: Phrase, phrase: Phrase) -> bool:
        """One of them, a woman, died: said again between commas, or behind one."""
        if not self._is_bare_comma(before.last, phrase.first) or phrase.form not in {
            Form.single,
            Form.definite,
            Form.named,
        }:
            return False
        return self.words[phrase.last : phrase.last + 1] == [","] or self.words[phrase.last - 1] == ","

    def _suffers(self, phrase: Phrase, between: Sequence[str]) -> bool:
        """They; or a noun without a number with no more between it and the outcome than where, or "who"."""
        before = self.words[max(0, phrase.first - 2) : phrase.first]
        if before[-1:] == ["of"] and before[0] in _SUMS:
            return False
        if self.words[phrase.first] == "they" or not between or between[0] in {"who", "whom"}:
            return True
        return len(between) <= _PLACE_WORDS and between[0] in PREPOSITIONS and "," not in between

    def _is_no_subject(self, phrase: Phrase, between: Sequence[str]) -> bool:
        """Passed over in the search: who tells, a part of another number, who stands behind a preposition."""
        if phrase.is_teller or phrase.is_part:
            return True
        return phrase.is_oblique and (between[:1] not in _WHO or _opens_clause(between))

    def _beyond_clause(self, phrase: Phrase, at: int) -> list[Phrase]:
        """Two drivers who were waiting there and a nurse were hurt: one person alone takes no plural verb."""
        if (
            phrase.count != ONE
            or self.words[at : at + 1] != ["were"]
            or self.words[phrase.first - 1 : phrase.first] != ["and"]
        ):
            return []
        before = [
            p for p in self.phrases if p.last <= phrase.first - 1 and not (p.is_oblique or p.is_teller or p.is_part)
        ]
        found = next((p for p in reversed(before) if p.form in {Form.counted, Form.single}), None)
        clause = found is not None and self.words[found.last : found.last + 1] in _WHO
        return [found] if found and clause else []

    def _is_aside(self, phrase: Phrase, at: int) -> bool:
        """In brackets, between dashes or in a part told between commas, where the words of the outcome are not."""
        end = self.insets.get(phrase.first)
        return end is not None and end != self.insets.get(at)

    def _is_foreign(self, between: Sequence[str]) -> bool:
        """A "who" that stands behind another noun, a name above all, belongs to that."""
        if "who" not in between:
            return False
        lead = between[: len(between) - 1 - list(reversed(between)).index("who")]
        return any(word in BE | HAVE for word in lead)

    def _is_walled(self, between: Sequence[str]) -> bool:
        if ";" in between or ":" in between or "that" in between[1:] or _opens_clause(between):
            return True
        return not (between and (between[0] in _RELATIVE or between[0] == ",")) and bool(WALLS & set(between))

    def _other_subject(self, at: int) -> bool:
        """A noun that is no person stands where the subject stands: "and the truck was"."""
        ends = {phrase.last for phrase in self.phrases}
        start = at
        while (
            start > 0
            and start not in ends
            and (
                self.words[start - 1] in {"the", "a", "an", "its", "their", "his", "her"}
                or (self.words[start - 1].isalpha() and self.words[start - 1] not in STOP)
            )
        ):
            start -= 1
        if start == at or start in ends:
            return False
        before = self.words[start - 1] if start else ""
        if before in {"and", "but", "when", "while", "because", "that", "as", "after"} or start == 0:
            return any(word in {"the", "a", "an", "its", "their"} for word in self.words[start:at]) or start == 0
        return False

    def _joined_before(self, phrase: Phrase, *, is_beside: bool) -> list[Phrase]:
        found: list[Phrase] = []
        current = phrase
        if {"whom", "them", "they", "he", "she"} & set(self.words[phrase.first : phrase.last]):
            return found
        while True:
            before = next(
                (p for p in reversed(self.phrases) if p.last <= current.first and self._joined_after(p) is current),
                None,
            )
            if before is None and current is phrase and _is_other(self.words, phrase):
                name = name_before(self.tokens, phrase.first, self.inside, has_case=self.has_case)
                return [name] if name else found
            if (
                before is None
                or before.first in self.taken
                or before.is_teller
                or before.is_part
                or before.form is Form.pronoun
            ):
                return found
            if before.is_oblique and (not is_beside or self.words[before.first - 1] == "of"):
                return found
            if before.form is not Form.plural or before.group:
                found.insert(0, before)
            current = before


def _opens_clause(between: Sequence[str]) -> bool:
    """As in "told by a docker that a boat": no relative."""
    return between[:1] == ["that"] and len(between) > 1 and between[1] in _SUBJECTS


def _is_other(words: Sequence[str], phrase: Phrase) -> bool:
    """Some of several: seven other people, two others."""
    inside = words[phrase.first : phrase.last]
    return bool({"other", "others"} & set(inside)) or ("more" in inside and "than" not in inside)


def _is_apposed(words: Sequence[str], phrase: Phrase, between: Sequence[str]) -> bool:
    """Said again between commas: "two men, members of the crew, were", "two of her pupils, brothers of six and eight, drowned"."""
    closes = between[-1:] == [","] or words[phrase.last : phrase.last + 1] == [","] or words[phrase.last - 1] == ","
    return words[max(0, phrase.first - 1)] == "," and closes and between[:1] != ["who"]
