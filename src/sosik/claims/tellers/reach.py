"""How far the words of each teller run over a text."""

from collections.abc import Sequence

from attrs import frozen

from sosik.values.textspan import TextSpan

_AHEAD = 200  # sentences of one paragraph that are looked through for its first teller


@frozen
class Reached:
    """A sentence and who tells which of its words; a None is a body, whose words are nobody's."""

    sentence: TextSpan
    told: tuple[tuple[TextSpan, str | None], ...]


def reach_of(text: str, reached: Sequence[Reached], speakers: Sequence[str]) -> tuple[tuple[int, str | None], ...]:
    """Changes of teller in order. A sentence without one belongs to the teller before, or to the next in its paragraph."""
    changes: list[tuple[int, str | None]] = []
    current: str | None = None
    for number, one in enumerate(reached):
        if not one.told:
            teller = current or _next(text, reached, number, speakers)
            changes.append((one.sentence.start, teller))
            continue
        for span, told in one.told:
            while changes and changes[-1][0] >= span.start:
                changes.pop()
            changes.append((span.start, told))
            current = told or current
    return tuple(_without_repeats(changes))


def _next(text: str, reached: Sequence[Reached], number: int, speakers: Sequence[str]) -> str | None:
    """Before anybody has told: the only teller of the text, else the first one in the same paragraph."""
    if len(speakers) == 1:
        return speakers[0]
    start = reached[number].sentence.start
    for one in reached[number + 1 : number + 1 + _AHEAD]:
        if "\n" in text[start : one.sentence.start]:
            return None
        if one.told:
            return one.told[0][1]
    return None


def _without_repeats(changes: Sequence[tuple[int, str | None]]) -> list[tuple[int, str | None]]:
    kept: list[tuple[int, str | None]] = []
    for change in changes:
        if not kept or kept[-1][1] != change[1]:
            kept.append(change)
    return kept
