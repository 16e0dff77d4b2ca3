"""The noun that a run of English words ends in, and numbers that are ages."""

from collections.abc import Sequence

from sosik.claims.people import english_numbers
from sosik.claims.people.english_words import STOP, is_person, is_plural


def head_at(words: Sequence[str], at: int, cues: frozenset[int], *, plural: bool) -> tuple[int | None, int]:
    """The noun at the end of a run of words, and the token after it; None where no run starts here."""
    end = at
    while end < len(words) and end - at < 7 and _goes_on(words, end, cues):
        if end > at and words[end] in english_numbers.SMALL and words[end - 1] != "-":
            break  # the summer holidays two boys
        if words[end] == "-" and (end == at or end + 1 >= len(words) or not words[end + 1].isalpha()):
            break
        end += 1
    if end == at:
        return None, at
    people = [n for n in range(at, end) if is_person(words[n])]
    for n in people:
        if (
            plural
            and is_plural(words[n])
            and (n + 1 == end or not is_plural(words[n + 1]) or not is_person(words[n + 1]))
        ):
            return n, n + 1
        if (
            not plural
            and (n + 1 == end or words[n + 1].endswith(("ed", "ing", "ly")) or not words[n + 1].isalpha())
            and "'" not in words[n]
        ):
            return n, n + 1
    for n in range(at, end):
        if words[n].endswith(("ed",)) and n > at:
            return n - 1, n
    return end - 1, end


def _goes_on(words: Sequence[str], at: int, cues: frozenset[int]) -> bool:
    """A word of the run: no cue and no stop word, unless a hyphen makes it part of another (would-be, half-starved)."""
    if words[at] == "-" or (at and words[at - 1] == "-"):
        return words[at] == "-" or words[at].isalpha()
    hyphened = words[at + 1 : at + 2] == ["-"] and words[at].isalpha() and words[at + 2 : at + 3] != []
    return at not in cues and (is_word(words[at]) or hyphened)


def is_word(word: str) -> bool:
    return word[0].isalpha() and word not in STOP


def noun_follows(words: Sequence[str], at: int) -> bool:
    return at < len(words) and words[at].isalpha() and words[at] not in STOP


def age_of(word: str) -> int | None:
    if word.isdigit() and 0 < int(word) < 120:
        return int(word)
    return english_numbers.SMALL.get(word)
