"""English phrases for one person, or for a few in a word: a woman, his brother, a couple, a family of five."""

from collections.abc import Sequence

from sosik.claims.people import english_numbers
from sosik.claims.people.english_heads import age_of, head_at, is_word
from sosik.claims.people.english_phrase import ONE, Form, Phrase, Token
from sosik.claims.people.english_words import (
    COLLECTIVES,
    DETERMINERS,
    KOREAN_SURNAMES,
    MONTHS,
    STOP,
    is_person,
    is_plural,
    sex_of,
)
from sosik.values.quantity import Count

_ORDINALS = frozenset("eldest youngest oldest elder younger first second third fourth fifth sixth seventh last".split())


_PLACE_WORDS = frozenset(
    "county province river city district mountain prison camp army party security police north south east west".split()
)

_TITLES = {
    "mr": "man",
    "mrs": "woman",
    "ms": "woman",
    "miss": "woman",
    "dr": "",
    "pastor": "",
    "father": "",
    "deacon": "",
    "rev": "",
}
_JOINERS = ([","], ["and"], [",", "and"], ["or"])
_SHARED = frozenset("his her their its our my the".split())
_AFTER_LIST = frozenset(", and or . ; was were is are had have has in at on by from with who".split())
_NO_NAMES = _PLACE_WORDS | STOP | MONTHS


def single(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """A woman, an old man of 70, a couple, the vice-minister, his brother, the third, the other."""
    word = words[at]
    if word == "another" or (word == "a" and words[at + 1 : at + 2] and words[at + 1] in _ORDINALS):
        return _ordinal(words, at, cues) or _article(words, at, cues)
    if word in {"a", "an", "one"}:
        return _family(words, at) or _article(words, at, cues)
    if word in DETERMINERS and word not in {"this", "that", "these", "those", "other"}:
        return _definite(words, at, cues)
    if word == "two" and words[at + 1 : at + 2] == ["-"]:
        return None
    return _bare_kin(words, at)


def _bare_kin(words: Sequence[str], at: int) -> Phrase | None:
    """Husband and wife, twins, twin brothers."""
    if words[at] in {"twins", "twin"}:
        end = at + 2 if words[at] == "twin" and at + 1 < len(words) and is_plural(words[at + 1]) else at + 1
        noun = list(words[at:end])
        is_pair = words[at] == "twins" or end > at + 1
        return Phrase(at, end, Form.counted, Count.exactly(2), " ".join(noun), sex_of(noun)) if is_pair else None
    if words[at : at + 3] in (
        ["husband", "and", "wife"],
        ["man", "and", "wife"],
        ["mother", "and", "daughter"],
        ["father", "and", "son"],
        ["mother", "and", "son"],
        ["father", "and", "daughter"],
    ):
        return Phrase(
            at, at + 3, Form.counted, Count.exactly(2), " ".join(words[at : at + 3]), sex_of(list(words[at : at + 3]))
        )
    return None


def _family(words: Sequence[str], at: int) -> Phrase | None:
    """A family of five, a group of twelve hikers, a crew of six."""
    end = at + 1
    while end < len(words) and end < at + 4 and words[end] not in COLLECTIVES and is_word(words[end]):
        end += 1
    if end + 2 >= len(words) or words[end] not in COLLECTIVES | {"household"} or words[end + 1] != "of":
        return None
    if words[end] in {"number", "lot"}:
        return None
    read = english_numbers.read(words, end + 2)
    if read is None:
        return None
    count, last = read
    head, after = head_at(words, last, frozenset(), plural=True)
    if head is not None and is_person(words[head]):
        last = after
    return Phrase(at, last, Form.counted, count, " ".join(words[at + 1 : last]))


def _article(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    end = at + 1
    if words[at] == "one" and (end >= len(words) or not is_word(words[end]) or end in cues):
        return None
    age, end = _years_old(words, end)
    head, last = head_at(words, end, cues, plural=False)
    if head is None:
        return Phrase(at, end, Form.single, ONE, age=age) if age is not None else None
    if words[head] == "couple":
        return Phrase(at, last, Form.counted, Count.exactly(2), " ".join(words[end:last]))
    if not is_person(words[head]) or (is_plural(words[head]) and words[head] not in {"chinese", "japanese"}):
        return None
    noun = words[end:last]
    return Phrase(at, last, Form.single, ONE, " ".join(noun), sex_of(list(noun)), age)


def _ordinal(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """Another, a third, the other: one person more, where no noun follows."""
    end = at + (1 if words[at] == "another" else 2)
    following = words[end] if end < len(words) else ""
    if following in STOP or following == "" or end in cues:
        return Phrase(at, end, Form.definite, ONE)
    return None


def _years_old(words: Sequence[str], at: int) -> tuple[int | None, int]:
    """42-year-old, with the token after it."""
    if list(words[at + 1 : at + 5]) == ["-", "year", "-", "old"]:
        return age_of(words[at]), at + 5
    return None, at


def _definite(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "the" and following in _ORDINALS | {"other"}:
        ordinal = _ordinal(words, at, cues)
        if ordinal is not None:
            return ordinal
    age, start = _years_old(words, at + 1)
    if age is not None and (start >= len(words) or words[start] in STOP or start in cues):
        return Phrase(at, start, Form.definite, ONE, age=age)
    head, last = head_at(words, at + 1, cues, plural=False)
    if head is None or not (is_person(words[head]) or words[head] == "couple"):
        return None
    noun = words[at + 1 : last]
    if is_plural(words[head]):
        two = words[head] in {"parents", "twins"}
        return Phrase(at, last, Form.counted if two else Form.plural, Count.exactly(2) if two else None, " ".join(noun))
    if words[head] == "couple":
        return Phrase(at, last, Form.anaphor, Count.exactly(2), " ".join(noun))
    return Phrase(at, last, Form.definite, ONE, " ".join(noun), sex_of(list(noun)))


def named(tokens: Sequence[Token], words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """Two or three capitalised words that are a person's name: a Korean surname first, or an age behind."""
    end = at
    while (
        end < len(tokens)
        and end - at < 5
        and end not in cues
        and tokens[end].text[:1].isupper()
        and tokens[end].text.isalpha()
    ):
        end += 1
    if not 1 <= end - at <= 4 or any(word in _NO_NAMES for word in words[at:end]):
        return None
    aged = words[end : end + 1] == [","] and words[end + 1 : end + 2] and age_of(words[end + 1]) is not None
    titled = is_person(words[at]) and not is_plural(words[at]) and words[at] not in KOREAN_SURNAMES
    if aged or (end - at > 1 and (words[at] in KOREAN_SURNAMES or titled or words[at] in _TITLES)):
        return Phrase(
            at, end, Form.named, ONE, words[at] if titled else None, sex_of([words[at], _TITLES.get(words[at], "")])
        )
    return None


def plural(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """People without a number: two at least, and in the way of a number before them."""
    if at in cues or not _is_people(words[at]) or words[at] in {"more", "others"}:
        return None
    end = at + 1
    while (
        end < len(words) and end not in cues and _is_people(words[end]) and words[end] not in {"dead", "more", "others"}
    ):
        end += 1
    return Phrase(at, end, Form.plural, None, words[end - 1])


def _is_people(word: str) -> bool:
    return is_person(word) and is_plural(word)


def shared(words: Sequence[str], at: int, cues: frozenset[int], found: Sequence[Phrase]) -> Phrase | None:
    """One more person under the article of the one before: the driver and fireman, its cook, clerk and porter."""
    if at in cues or not is_word(words[at]) or words[at] in _SHARED or not _goes_on_list(words, at, found):
        return None
    head, end = head_at(words, at, cues, plural=False)
    if head is None or not is_person(words[head]) or is_plural(words[head]):
        return None
    following = words[end] if end < len(words) else ""
    if following and following not in _AFTER_LIST and end not in cues:
        return None
    noun = list(words[at:end])
    return Phrase(at, end, Form.definite, ONE, " ".join(noun), sex_of(noun))


def _goes_on_list(words: Sequence[str], at: int, found: Sequence[Phrase]) -> bool:
    """The phrases before it, each joined to the next, begin with one that has an article."""
    for phrase in reversed(found):
        if phrase.form is not Form.definite or list(words[phrase.last : at]) not in _JOINERS:
            return False
        if words[phrase.first] in _SHARED:
            return True
        at = phrase.first
    return False
