"""English names of people in a list with a counted phrase: the mayor's own name, his wife, and two other people."""

from collections.abc import Sequence

from sosik.claims.people.english_phrase import ONE, Form, Phrase, Token
from sosik.claims.people.english_words import MONTHS, STOP, is_person, is_plural

_LONGEST = 8
_BEFORE_PLACES = frozenset("in at near from of to between around outside inside across over on".split())
_JOINS = frozenset([",", "and"])
_WITH_ONE = frozenset(
    "his her their two three four five six seven eight nine ten several another a an at some more the".split()
)
_NO_NAME = frozenset("thousands hundreds dozens many people everyone those cattle nobody somebody".split())


def name_at(tokens: Sequence[Token], at: int, cues: frozenset[int], *, has_case: bool) -> Phrase | None:
    """A name that starts here and has others joined to it, such as his wife or two bodyguards."""
    end = at
    while end < len(tokens) and end - at < _LONGEST and _is_of_name(tokens[end], end, cues, has_case=has_case):
        end += 1
    if end >= len(tokens) or not _is_one(tokens[at:end]):
        return None
    start = end
    while end < len(tokens) and tokens[end].lower in _JOINS:
        end += 1
    fits = start < end < len(tokens) and (tokens[end].lower in _WITH_ONE or tokens[end].lower.isdigit())
    return Phrase(at, start, Form.named, ONE) if fits else None


def name_before(tokens: Sequence[Token], at: int, cues: frozenset[int], *, has_case: bool) -> Phrase | None:
    """A name joined before "and seven other people"."""
    end = at
    while end > 0 and tokens[end - 1].lower in _JOINS:
        end -= 1
    start = end
    while start > 0 and end - start < _LONGEST and _is_of_name(tokens[start - 1], start - 1, cues, has_case=has_case):
        start -= 1
    is_place = start > 0 and tokens[start - 1].lower in _BEFORE_PLACES
    joined = at > 0 and tokens[at - 1].lower == "and"
    return Phrase(start, end, Form.named, ONE) if joined and not is_place and _is_one(tokens[start:end]) else None


def _is_of_name(token: Token, at: int, cues: frozenset[int], *, has_case: bool) -> bool:
    word = token.lower
    if at in cues or word in STOP or word in MONTHS or not (word[0].isalpha() or word == "."):
        return False
    return not has_case or token.text[0].isupper() or word == "." or is_person(word)


def _is_one(tokens: Sequence[Token]) -> bool:
    """Two words or more, none of them a noun for several people."""
    words = [token.lower for token in tokens if token.lower != "."]
    return len(words) > 1 and not any(word in _NO_NAME or (is_person(word) and is_plural(word)) for word in words)
