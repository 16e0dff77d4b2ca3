"""English phrases about people: a number or an article, the noun, and whether they are named, all, none or one."""

import re
from collections.abc import Sequence
from enum import StrEnum

from attrs import evolve, frozen

from sosik.claims.people import english_numbers
from sosik.claims.people.english_words import (
    COLLECTIVES,
    DETERMINERS,
    KOREAN_SURNAMES,
    MONTHS,
    NOT_PEOPLE,
    STOP,
    is_person,
    is_plural,
    sex_of,
    singular,
)
from sosik.values.quantity import Count

TOKEN = re.compile(
    r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+(?:st|nd|rd|th)\b|\d+|[A-Za-z]+(?:['’](?:s|t)\b)?|[^\sA-Za-z\d]"
)
_ONE = Count.exactly(1)
_DECIMAL = re.compile(r"\d+\.\d+|\d+(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_UNIVERSAL = {"nobody": 1, "none": 1, "neither": 1}
_ORDINALS = frozenset("first second third fourth fifth sixth seventh last".split())
_PLACE_WORDS = frozenset("county province river city district mountain prison camp army party security police north south east west".split())


class Form(StrEnum):
    counted = "counted"
    single = "single"
    definite = "definite"
    anaphor = "anaphor"
    nobody = "nobody"
    pronoun = "pronoun"
    named = "named"
    plural = "plural"


@frozen
class Token:
    text: str
    lower: str
    start: int
    end: int


@frozen
class Phrase:
    """Tokens ``first`` up to, not including, ``last``; ``count`` is None where it repeats a number said before."""

    first: int
    last: int
    form: Form
    count: Count | None
    group: str | None = None
    sex: str | None = None
    age: int | None = None
    is_oblique: bool = False
    is_part: bool = False
    is_teller: bool = False


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    return [Token(m[0], m[0].lower().replace("’", "'"), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]


def find_phrases(tokens: Sequence[Token], cues: frozenset[int], *, has_case: bool) -> list[Phrase]:
    """Every phrase about people, in order; a token of ``cues`` says an outcome and ends a phrase."""
    words = [token.lower for token in tokens]
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = None if at in cues else _phrase(tokens, words, at, cues, has_case=has_case)
        if phrase is None:
            at += 1
            continue
        phrase = _with_age(words, phrase)
        found.append(evolve(phrase, is_oblique=_is_oblique(words, phrase), is_part=_is_part(words, phrase)))
        at = phrase.last
    return _with_names(words, found)


def _with_names(words: Sequence[str], found: Sequence[Phrase]) -> list[Phrase]:
    """A person and their name are one: "a student, Kim Chol Su," and "Kim Chol Su, a student,"."""
    out: list[Phrase] = []
    for phrase in found:
        last = out[-1] if out else None
        beside = last is not None and list(words[last.last : phrase.first]) in ([], [","])
        kinds = {last.form, phrase.form} if last else set()
        if last is not None and beside and Form.named in kinds and kinds & {Form.single, Form.definite} and last.count == _ONE:
            named = evolve(last, last=phrase.last, age=last.age or phrase.age, sex=last.sex or phrase.sex, group=last.group or phrase.group)
            out[-1] = named
        else:
            out.append(phrase)
    return out


def _phrase(tokens: Sequence[Token], words: Sequence[str], at: int, cues: frozenset[int], *, has_case: bool) -> Phrase | None:
    return (
        _nobody(words, at)
        or _pronoun(words, at)
        or _anaphor(words, at, cues)
        or _counted(words, at, cues)
        or _single(words, at, cues)
        or (_named(tokens, words, at, cues) if has_case else None)
        or _plural(words, at, cues)
    )


def _nobody(words: Sequence[str], at: int) -> Phrase | None:
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in _UNIVERSAL or (word == "no" and following in {"one", "person", "people", "lives", "civilians"}):
        end = at + (2 if word == "no" else 1)
        return Phrase(at, _past_of(words, end), Form.nobody, Count.exactly(0))
    if word == "not" and following in {"one", "a"} and (following == "one" or words[at + 2 : at + 3] == ["single"]):
        end = at + (3 if following == "a" else 2)
        return Phrase(at, _past_of(words, end), Form.nobody, Count.exactly(0))
    if word == "no" and words[at + 1 : at + 2] == ["-"] and words[at + 2 : at + 3] == ["one"]:
        return Phrase(at, at + 3, Form.nobody, Count.exactly(0))
    if word == "no" and is_person(following):
        return Phrase(at, at + 2, Form.nobody, Count.exactly(0))
    return None


def _past_of(words: Sequence[str], end: int) -> int:
    """Past "of them", "of the passengers"."""
    if words[end : end + 1] == ["of"]:
        end += 3 if words[end + 1 : end + 2] in (["the"], ["these"], ["those"]) else 2
    return min(end, len(words))


def _pronoun(words: Sequence[str], at: int) -> Phrase | None:
    word = words[at]
    if word in {"he", "she", "him"} or (word == "her" and not _noun_follows(words, at + 1)):
        return Phrase(at, at + 1, Form.pronoun, _ONE, sex=sex_of([word]))
    if word in {"they", "them"}:
        return Phrase(at, at + 1, Form.plural, None)
    return None


def _noun_follows(words: Sequence[str], at: int) -> bool:
    return at < len(words) and words[at].isalpha() and words[at] not in STOP


def _anaphor(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """all nine, both, both of them, all of whom, the other three, all four prisoners."""
    word = words[at]
    if word not in {"all", "both"}:
        return None
    end = at + 1
    if words[end : end + 1] == ["of"] and words[end + 1 : end + 2] in (["them"], ["whom"], ["these"], ["those"]):
        end += 2
        return Phrase(at, end, Form.anaphor, Count.exactly(2) if word == "both" else None)
    if words[end : end + 1] == ["of"]:
        end += 1
    while end < len(words) and words[end] in {"the", "of", "these", "those", "his", "her", "their"}:
        end += 1
    inner = english_numbers.read(words, end) if end < len(words) else None
    count = inner[0] if inner else (Count.exactly(2) if word == "both" else None)
    end = inner[1] if inner else end
    head, last = _head(words, end, cues, plural=True)
    if head is None:
        last = end
    elif not is_person(words[head]):
        return None
    if head is None and end > at + 1 and inner is None:
        return None
    noun = " ".join(words[end:last]) or None
    return Phrase(at, last, Form.anaphor, count, noun, sex_of(list(words[end:last])))


def _counted(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    start, first = at, at
    while first < len(words) and words[first] in {"the", "other", "another", "these", "those", "further", "his", "her", "their", "its"}:
        first += 1
    if first - start > 2:
        return None
    read = english_numbers.read(words, first) if first < len(words) else None
    if read is None or not _is_number_of_people(words, first, read[1]):
        return None
    count, end = read
    while end < len(words) and words[end] in {"other", "others", "more", "additional", "further"} and words[end] != "others":
        end += 1
    end = _partitive(words, end)
    head, last = _head(words, end, cues, plural=count != _ONE)
    if head is not None and not _can_be_people(words, head, last, count):
        return None
    if head is not None and words[head] in {"couple", "couples"} and count.best:
        count = Count.exactly(2 * count.best)
    if head is None and words[end : end + 1] == ["others"]:
        last = end + 1
    noun = words[end:last] if head is not None else []
    definite = words[start] in {"the", "these", "those"}
    form = Form.anaphor if definite and count.best else Form.counted
    last = max(last, end)
    told = words[last + 2 : last + 3] if words[last : last + 2] in ([",", "both"], [",", "all"]) else []
    return Phrase(start, last, form, count, " ".join(noun) or None, sex_of([*noun, *told]))


def _partitive(words: Sequence[str], at: int) -> int:
    """Past "of the", "of its", "of them": two of the men."""
    if words[at : at + 1] != ["of"]:
        return at
    end = at + 1
    if words[end : end + 1] and words[end] in {"them", "whom", "us"}:
        return end + 1
    while end < len(words) and words[end] in {"the", "its", "his", "her", "their", "these", "those", "our"}:
        end += 1
    return end if end > at + 1 else at


def _is_number_of_people(words: Sequence[str], first: int, end: int) -> bool:
    """No date, year, hour, rate, share, sum or ordinal."""
    before = words[first - 1] if first else ""
    after = words[end] if end < len(words) else ""
    word = words[first]
    if _DECIMAL.fullmatch(word) or before in {"$", "no", "number", "page", "aged", "age", "/", "-", "chapter", "article", "camp"} or after in {"%", "/", "°"}:
        return False
    if after == "-" or (after == "per" and words[end + 1 : end + 2] == ["cent"]) or after in NOT_PEOPLE:
        return False
    if before in MONTHS and word.isdigit():
        return False
    if after in MONTHS:
        return False
    if _YEAR.fullmatch(word) and (before in MONTHS | {"in", "of", "since", "by", "until", "from", "and", "to", ",", "during", "late", "early", "mid"} or word == words[end - 1] and after in {",", ".", ""}):
        return False
    if after in {":", "."} and end + 1 < len(words) and words[end + 1].isdigit():
        return False
    return not (word == "one" and after in {"day", "night", "by", "another", "side", "of"} and not _one_of(words, end))


def _one_of(words: Sequence[str], end: int) -> bool:
    return words[end : end + 1] == ["of"] and words[end + 1 : end + 2] != []


def _can_be_people(words: Sequence[str], head: int, last: int, count: Count) -> bool:
    noun = words[head]
    if noun in NOT_PEOPLE or "'" in noun:
        return False
    if is_person(noun):
        return True
    if count == _ONE:
        return False
    return is_plural(noun)


def _head(words: Sequence[str], at: int, cues: frozenset[int], *, plural: bool) -> tuple[int | None, int]:
    """The noun at the end of a run of words, and the token after it; None where no run starts here."""
    end = at
    while end < len(words) and end - at < 7 and _goes_on(words, end, cues):
        if words[end] == "-" and (end == at or end + 1 >= len(words) or not words[end + 1].isalpha()):
            break
        end += 1
    if end == at:
        return None, at
    people = [n for n in range(at, end) if is_person(words[n])]
    for n in people:
        if plural and is_plural(words[n]) and (n + 1 == end or not is_plural(words[n + 1]) or not is_person(words[n + 1])):
            return n, n + 1
        if not plural and (n + 1 == end or words[n + 1].endswith(("ed", "ing", "ly")) or not words[n + 1].isalpha()) and "'" not in words[n]:
            return n, n + 1
    for n in range(at, end):
        if words[n].endswith(("ed",)) and n > at:
            return n - 1, n
    return end - 1, end


def _goes_on(words: Sequence[str], at: int, cues: frozenset[int]) -> bool:
    """A word of the run: no cue and no stop word, unless a hyphen makes it part of another ("would-be", "half-starved")."""
    if words[at] == "-" or (at and words[at - 1] == "-"):
        return words[at] == "-" or words[at].isalpha()
    hyphened = words[at + 1 : at + 2] == ["-"] and words[at].isalpha() and words[at + 2 : at + 3] != []
    return at not in cues and (_is_word(words[at]) or hyphened)


def _is_word(word: str) -> bool:
    return (word[0].isalpha() and word not in STOP) or (word.isdigit() and False)


def _single(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """a woman, an old man of 70, a couple, the vice-minister, his brother, the third, the other."""
    word = words[at]
    if word in {"a", "an", "one", "another"}:
        return _family(words, at) or _article(words, at, cues)
    if word in DETERMINERS and word not in {"this", "that", "these", "those", "other"}:
        return _definite(words, at, cues)
    if word == "two" and words[at + 1 : at + 2] == ["-"]:
        return None
    return _bare_kin(words, at)


def _bare_kin(words: Sequence[str], at: int) -> Phrase | None:
    """husband and wife."""
    if words[at : at + 3] in (["husband", "and", "wife"], ["man", "and", "wife"], ["mother", "and", "daughter"], ["father", "and", "son"], ["mother", "and", "son"], ["father", "and", "daughter"]):
        return Phrase(at, at + 3, Form.counted, Count.exactly(2), " ".join(words[at : at + 3]), sex_of(list(words[at : at + 3])))
    return None


def _family(words: Sequence[str], at: int) -> Phrase | None:
    """a family of five, a group of twelve hikers, a crew of six."""
    end = at + 1
    while end < len(words) and end < at + 4 and words[end] not in COLLECTIVES and _is_word(words[end]):
        end += 1
    if end + 2 >= len(words) or words[end] not in COLLECTIVES | {"household"} or words[end + 1] != "of":
        return None
    if words[end] in {"number", "lot"}:
        return None
    read = english_numbers.read(words, end + 2)
    if read is None:
        return None
    count, last = read
    head, after = _head(words, last, frozenset(), plural=True)
    if head is not None and is_person(words[head]):
        last = after
    return Phrase(at, last, Form.counted, count, " ".join(words[at + 1 : last]))


def _article(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    end = at + 1
    if words[at] == "one" and (end >= len(words) or not _is_word(words[end]) or end in cues):
        return None
    age = None
    if end + 4 < len(words) and words[end + 1 : end + 4] == ["-", "year", "-"]:
        age, end = _age(words[end]), end + 5
        if words[end - 1] != "old":
            return None
        if end >= len(words) or words[end] in STOP or end in cues:
            return Phrase(at, end, Form.single, _ONE, age=age)
    head, last = _head(words, end, cues, plural=False)
    if head is None:
        return None
    if words[head] == "couple":
        return Phrase(at, last, Form.counted, Count.exactly(2), " ".join(words[end:last]))
    if not is_person(words[head]) or is_plural(words[head]) and words[head] not in {"chinese", "japanese"}:
        return None
    noun = words[end:last]
    return Phrase(at, last, Form.single, _ONE, " ".join(noun), sex_of(list(noun)), age)


def _definite(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    following = words[at + 1] if at + 1 < len(words) else ""
    after = words[at + 2] if at + 2 < len(words) else ""
    if words[at] in {"the", "another"} and (following in _ORDINALS | {"other"} or words[at] == "another"):
        length = 1 if words[at] == "another" else 2
        nxt = words[at + length] if at + length < len(words) else ""
        if nxt in STOP or nxt == "" or at + length in cues:
            return Phrase(at, at + length, Form.definite, _ONE)
    if following == "" or following in NOT_PEOPLE or after == "":
        pass
    head, last = _head(words, at + 1, cues, plural=False)
    if head is None or not is_person(words[head]):
        return None
    noun = words[at + 1 : last]
    if is_plural(words[head]):
        two = words[head] in {"parents", "twins"}
        return Phrase(at, last, Form.counted if two else Form.plural, Count.exactly(2) if two else None, " ".join(noun))
    if words[head] == "couple":
        return Phrase(at, last, Form.anaphor, Count.exactly(2), " ".join(noun))
    return Phrase(at, last, Form.definite, _ONE, " ".join(noun), sex_of(list(noun)))


def _named(tokens: Sequence[Token], words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """Two or three capitalised words that are a person's name: a Korean surname first, or an age behind."""
    end = at
    while end < len(tokens) and end - at < 5 and end not in cues and tokens[end].text[:1].isupper() and tokens[end].text.isalpha():
        end += 1
    if not 2 <= end - at <= 4 or any(word in _PLACE_WORDS for word in words[at:end]):
        return None
    aged = words[end : end + 1] == [","] and words[end + 1 : end + 2] and _age(words[end + 1]) is not None
    if words[at] in KOREAN_SURNAMES or aged:
        return Phrase(at, end, Form.named, _ONE)
    return None


def _plural(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """People without a number: they stand in the way of a number before them."""
    if at in cues or not is_person(words[at]) or not is_plural(words[at]) or words[at] in {"more", "others"}:
        return None
    return Phrase(at, at + 1, Form.plural, None, words[at])


def _with_age(words: Sequence[str], phrase: Phrase) -> Phrase:
    """of 71 | aged 33 | , 33, | (33) behind a single person."""
    end = phrase.last
    if words[end : end + 1] == ["aged"] and phrase.count != _ONE:
        end += 1
        while end < len(words) and (_age(words[end]) is not None or (words[end] in {"and", "to", ",", "-"} and _age(words[min(end + 1, len(words) - 1)]) is not None)):
            end += 1
        return evolve(phrase, last=end)
    if phrase.count != _ONE or phrase.age is not None:
        return phrase
    if words[end : end + 2] in (["of", "about"], ["of", "around"], ["of", "some"], ["of", "nearly"]) and words[end + 2 : end + 3] and _age(words[end + 2]):
        return evolve(phrase, last=end + 3)
    if words[end : end + 1] in (["of"], ["aged"], ["("], [","]):
        at = end + 2 if words[end : end + 2] == [",", "aged"] else end + 1
        age = _age(words[at]) if at < len(words) else None
        closing = words[at + 1] if at + 1 < len(words) else ""
        fits = words[end] != "," or closing in {",", "."}
        if age is not None and fits and not (words[end] == "of" and closing in NOT_PEOPLE):
            last = at + 2 if closing in {",", ")"} and words[end] in {",", "("} else at + 1
            return evolve(phrase, last=last, age=age)
    return phrase


def _age(word: str) -> int | None:
    if word.isdigit() and 0 < int(word) < 120:
        return int(word)
    return english_numbers.SMALL.get(word)


_PREPOSITIONS = frozenset(
    "in near of by with to from at for on after under against into over before behind beside toward towards among like upon"
    " about without via than as".split()
)


def _is_oblique(words: Sequence[str], phrase: Phrase) -> bool:
    """Stands behind a preposition, and so is no subject."""
    before = words[phrase.first - 1] if phrase.first else ""
    if before == "of" and phrase.first > 1 and words[phrase.first - 2] in COLLECTIVES | {"dozens", "hundreds"}:
        return False
    return before in _PREPOSITIONS


def _is_part(words: Sequence[str], phrase: Phrase) -> bool:
    """Named as a part of a number before it: including three children."""
    before = list(words[max(0, phrase.first - 3) : phrase.first])
    return before[-1:] in (["including"], ["includes"], ["included"], ["them"], ["whom"])


__all__ = ["Form", "Phrase", "Token", "find_phrases", "singular", "tokens_of"]
