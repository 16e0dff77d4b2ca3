"""Which tellers of a text are the same person."""

import re

from attrs import define, evolve, field, frozen

from sosik.claims.claim import Speaker
from sosik.claims.tellers.subject import Manner, Subject
from sosik.values.textspan import TextSpan

_SPEAKS_FOR = re.compile(
    r"spokes|minister|president|leader|commander|chief|chairman|official|rapporteur|대변인|당국자|대표|장관|위원장"
)


def _in_label(noun: str, label: str) -> bool:
    """As what somebody is or does, not as whose kin they are."""
    return re.search(rf"(?:^|\s){re.escape(noun)}(?!의)", label) is not None


_ANYBODY = frozenset("person people interviewee respondent".split())


@frozen
class _Known:
    id: str
    noun: str
    qualifier: str
    label: str


@define
class Roll:
    """The tellers met so far, in order of appearance; the last one is meant by a pronoun."""

    text: str
    known: list[_Known] = field(factory=list)
    mentions: dict[str, list[TextSpan]] = field(factory=dict)
    last: str | None = None
    was_body: bool = False
    unnamed: list[str] = field(factory=list)  # counted before anybody says who they are: four people were interviewed

    def answer(self, subject: Subject, *, back: bool = False) -> str | None:
        """The id of the teller whom the words mean; None for a body, and for a pronoun after one.

        ``back`` admits only tellers who are known already.
        """
        if subject.manner in {Manner.body, Manner.group}:
            self.was_body = _SPEAKS_FOR.search(subject.noun) is not None
            return None
        if subject.manner is Manner.pronoun and self.was_body:
            return None
        self.was_body = False
        for companion in subject.companions:
            self.answer(companion, back=back)
        found = self._meant(subject)
        if found is None:
            found = self._one_of_counted(subject)
        if found is None:
            if back or subject.manner is Manner.known or (not subject.noun and not self._is_next(subject)):
                return None if back or subject.manner is not Manner.other else self._lone(subject)
            found = self._added(subject)
        return self._recorded(found, subject)

    def speakers(self) -> tuple[Speaker, ...]:
        return tuple(Speaker(one.id, one.label, tuple(self.mentions[one.id])) for one in self.known)

    def _meant(self, subject: Subject) -> str | None:
        match subject.manner:
            case Manner.another:
                found = None
            case Manner.pronoun:
                found = self.last
            case Manner.ordinal:
                found = self._nth(subject)
            case Manner.other:
                found = next((one.id for one in reversed(self.known) if one.id != self.last), None)
            case Manner.former:
                alike = [one for one in self.known if one.noun == subject.noun] or self.known
                found = next((one.id for one in reversed(alike) if one.id != self.last), self.last)
            case Manner.member | Manner.narrator:
                found = next(
                    (one.id for one in self.known if one.noun == subject.noun), None if subject.noun else self.last
                )
            case Manner.bare | Manner.known:
                found = self._alike(subject)
            case Manner.definite:
                found = self._alike(subject) or self.last
            case _:
                found = self._same(subject)
        return found

    def _lone(self, subject: Subject) -> str:
        """The other, of whom alone it is said that he tells."""
        return self._recorded(self._added(evolve(subject, noun="person", manner=Manner.indefinite)), subject)

    def _recorded(self, found: str, subject: Subject) -> str:
        self.mentions[found].append(subject.span)
        self.last = found
        return found

    def _one_of_counted(self, subject: Subject) -> str | None:
        """Of "four people", of whom only the number was said: the next of them, or as many as are counted now."""
        if subject.manner not in {Manner.indefinite, Manner.another, Manner.bare} or len(self.unnamed) < subject.count:
            return None
        if subject.noun in _ANYBODY and subject.count == 1:
            return None
        taken, self.unnamed = self.unnamed[: subject.count], self.unnamed[subject.count :]
        for one in taken[:-1]:
            self.mentions[one].append(subject.span)
        return taken[-1]

    def _is_next(self, subject: Subject) -> bool:
        """A bare "another" is one more of those who told before."""
        return subject.manner is Manner.another and bool(self.known)

    def _nth(self, subject: Subject) -> str | None:
        """Of those of one noun; of all, when the noun is new."""
        alike = [one for one in self.known if one.noun == subject.noun] or self.known
        return alike[subject.order - 1].id if 0 < subject.order <= len(alike) else None

    def _alike(self, subject: Subject) -> str | None:
        """The latest of the same noun; the last teller, when he is one of them."""
        alike = [one for one in self.known if one.noun == subject.noun]
        if subject.qualifier:
            alike = [one for one in alike if one.qualifier == subject.qualifier] or alike
        if any(one.id == self.last for one in alike):
            return self.last
        return alike[-1].id if alike else self._by_label(subject)

    def _by_label(self, subject: Subject) -> str | None:
        """A bare noun that the label of one teller holds: 군관으로 일하는 소식통, then 군관."""
        if subject.qualifier or not subject.noun or subject.noun.isascii():
            return None
        return next((one.id for one in reversed(self.known) if _in_label(subject.noun, one.label)), None)

    def _same(self, subject: Subject) -> str | None:
        """An indefinite noun repeats a teller only when the same words narrow it."""
        return next(
            (one.id for one in reversed(self.known) if one.noun == subject.noun and one.qualifier == subject.qualifier),
            None,
        )

    def _added(self, subject: Subject) -> str:
        label = " ".join(subject.span.words(self.text).split())
        for number in range(subject.count):
            found = f"p{len(self.known) + 1}"
            self.known.append(_Known(found, subject.noun or self.known[-1].noun, subject.qualifier, label))
            self.mentions[found] = [subject.span] if number + 1 < subject.count else []
        if subject.count > 1 and subject.noun in _ANYBODY:
            self.unnamed += [one.id for one in self.known[-subject.count :]]
        return self.known[-1].id
