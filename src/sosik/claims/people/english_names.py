"""English names of people: who is killed or hurt by name, alone or in a list with others."""

import re
from collections.abc import Sequence

from sosik.claims.people.english_phrase import ONE, Form, Phrase, Token
from sosik.claims.people.english_words import ADVERBS, COLLECTIVES, MONTHS, NOT_PEOPLE, STOP, is_person, is_plural

_LONGEST = 8
_BEFORE_PLACES = frozenset("in at near from of to between around outside inside across over on".split())
_JOINS = frozenset([",", "and"])
_TITLES = frozenset(
    "mr mrs ms miss dr father sister brother general colonel captain msgr monsignor senator reverend don dona".split()
)
# Behind a name that stands for itself: the end of its phrase.
_AFTER = frozenset(
    ", and ( ) . ; : - who was were is are had has have in at on by near from during when while after before along as with yesterday today last this".split()
)
_NO_NAMES = frozenset(
    "thousands hundreds dozens many people everyone those cattle nobody somebody government army forces police guerrilla guerrillas"
    " bomb attack attacks city town department province national party front command headquarters embassy office building buildings"
    " vehicle responsibility civil human rights law state world country countries nation nations peace war democracy freedom justice"
    " power action actions violence terrorism terrorist military armed public private political social economic university"
    " members leaders priests jesuits civilians peasants workers students soldiers children women men innocent several some".split()
)
_NO_ENDING = re.compile(r"(?:tion|sion|ment|ness|ity|ism|ing|ally|ward|wards)\Z")


def name_at(tokens: Sequence[Token], at: int, cues: frozenset[int], *, has_case: bool) -> Phrase | None:
    """A name that starts here and ends where a phrase may: with a comma, "and", a preposition or a verb."""
    end = at
    while end < len(tokens) and end - at < _LONGEST and _is_of_name(tokens[end], end, cues, has_case=has_case):
        end += 1
    following = tokens[end].lower if end < len(tokens) else ""
    ends = has_case or following in _AFTER or following == "" or end in cues
    if not _is_one(tokens[at:end]) or not ends:
        return None
    return Phrase(at, end, Form.named, ONE)


def name_before(tokens: Sequence[Token], at: int, cues: frozenset[int], *, has_case: bool) -> Phrase | None:
    """A name joined before "and seven other people"."""
    end = at
    while end > 0 and tokens[end - 1].lower in _JOINS:
        end -= 1
    joined = at > 0 and tokens[at - 1].lower == "and"
    return name_ending(tokens, end, cues, has_case=has_case) if joined else None


def name_ending(tokens: Sequence[Token], end: int, cues: frozenset[int], *, has_case: bool) -> Phrase | None:
    """A name that ends right before the token, unless it is that of a place."""
    start = end
    while start > 0 and end - start < _LONGEST and _is_of_name(tokens[start - 1], start - 1, cues, has_case=has_case):
        start -= 1
    is_place = start > 0 and tokens[start - 1].lower in _BEFORE_PLACES
    is_described = start > 0 and tokens[start - 1].lower in {"the", "a", "an", "its", "their", "this", "that"}
    if is_place or is_described or not _is_one(tokens[start:end]):
        return None
    return Phrase(start, end, Form.named, ONE)


def past_description(words: Sequence[str], at: int, cues: frozenset[int]) -> int:
    """Past what is said between commas of the one just named: ", mayor of the town,"; the token itself where nothing is."""
    if words[at : at + 1] != [","] or at + 1 >= len(words):
        return at
    for end in range(at + 1, min(at + _FARTHEST, len(words))):
        if end in cues or words[end] in _VERBS:
            return at
        if words[end] == ",":
            inner = words[at + 1 : end]
            described = (
                any(is_person(word) and not is_plural(word) for word in inner)
                or inner[:1] == ["aged"]
                or "".join(inner).isdigit()
            )
            return end if described and inner[0] not in _NO_DESCRIPTION else at
    return at


def before_description(words: Sequence[str], at: int, cues: frozenset[int]) -> int:
    """Where the one ends who is described between commas right before the token: "Forero, secretary of the party, was"."""
    if at < 2 or words[at - 1] != ",":
        return at
    for start in range(at - 2, max(0, at - _FARTHEST), -1):
        if start in cues or words[start] in _VERBS:
            return at
        if words[start] == ",":
            inner = words[start + 1 : at - 1]
            described = any(is_person(word) and not is_plural(word) for word in inner) or "".join(inner).isdigit()
            return start if described and inner[:1] != ["and"] else at
    return at


_NO_DESCRIPTION = frozenset("and or in on at by of with from for who whose whom which that".split())
_FARTHEST = 16
_VERBS = frozenset("was were is are had has have been ; .".split())


def _is_of_name(token: Token, at: int, cues: frozenset[int], *, has_case: bool) -> bool:
    word = token.lower
    if at in cues or word in STOP or word in MONTHS or not (word[0].isalpha() or word == "."):
        return False
    if is_person(word):
        return not is_plural(word)
    if has_case:
        return token.text[0].isupper() or word == "."
    return not (word in ADVERBS or word in NOT_PEOPLE or word in COLLECTIVES or _NO_ENDING.search(word))


def _is_one(tokens: Sequence[Token]) -> bool:
    """Two words or more, or one behind a title; none of them a noun for a thing or for several people."""
    words = [token.lower for token in tokens if token.lower != "."]
    title = max((at for at, word in enumerate(words) if is_person(word) or word in _TITLES), default=-1)
    own = words[title + 1 :]
    return len(own) > (1 if title < 0 else 0) and not any(word in _NO_NAMES for word in own[-2:])
