"""English phrases with a number of people, or with none: five miners, all nine, nobody."""

import re
from collections.abc import Sequence

from sosik.claims.people import english_numbers
from sosik.claims.people.english_heads import head_at, noun_follows
from sosik.claims.people.english_phrase import ONE, Form, Phrase
from sosik.claims.people.english_words import MONTHS, NOT_PEOPLE, STOP, THINGS, is_person, is_plural, sex_of
from sosik.values.quantity import Count

_DECIMAL = re.compile(r"\d+\.\d+|\d+[a-z]+")


_YEAR = re.compile(r"(?:1[89]|20)\d\d")


_NUMBERED = frozenset("$ no number page aged age / - chapter article camp".split())
_BEFORE_YEAR = frozenset("in of since by until from and to , during late early mid".split())
_YEAR_DIGITS = 4
_DEEDS = ("tions", "sions", "ments", "ings", "acres", "nesses")
_EACH = frozenset("a per each every".split())
_SPANS = frozenset("day week month year night hour minute".split())
_UNIVERSAL = {"nobody": 1, "none": 1, "neither": 1}


_NO_WORDS = frozenset("nobody none neither no not".split())
_KNOWS = frozenset(
    "knows knew know could can would will dares dared saw says said believes wants wanted is was has had".split()
)
_SAYS = frozenset("say tell know count confirm guess explain sure certain told heard seen known why how".split())


def _tells_of(words: Sequence[str], at: int) -> bool:
    """Nobody could say how many drowned: not of those who suffered it."""
    end = at + 2 if list(words[at : at + 2]) == ["no", "one"] else at + 1
    if words[at] not in {"nobody", "no"} or words[end : end + 1] == [] or words[end] not in _KNOWS:
        return False
    return words[end] in {"knows", "knew", "know", "saw"} or any(word in _SAYS for word in words[end + 1 : end + 4])


def nobody(words: Sequence[str], at: int) -> Phrase | None:
    """Nobody, none of them, no one, not one; not of one who says or knows nothing, nor in "not one but three"."""
    if words[at] not in _NO_WORDS or _tells_of(words, at) or english_numbers.read(words, at) is not None:
        return None
    return _nobody(words, at)


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


def pronoun(words: Sequence[str], at: int) -> Phrase | None:
    word = words[at]
    if word in {"he", "she", "him"} or (word == "her" and not noun_follows(words, at + 1)):
        return Phrase(at, at + 1, Form.pronoun, ONE, sex=sex_of([word]))
    if word in {"he's", "she's"}:
        return Phrase(at, at + 1, Form.pronoun, ONE, sex="male" if word == "he's" else "female")
    if word in {"they", "them"}:
        return Phrase(at, at + 1, Form.plural, None)
    return None


def anaphor(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    """All nine, both, both of them, all of whom, the other three, all four prisoners."""
    word = words[at]
    if word not in {"all", "both"} or _is_pair_of_two(words, at, cues):
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
    head, last = head_at(words, end, cues, plural=True)
    if head is None:
        last = end
    elif not is_person(words[head]):
        return None
    if head is None and end > at + 1 and inner is None:
        return None
    noun = " ".join(words[end:last]) or None
    last = _past_second(words, last, count) if head is not None and count is not None else last
    return Phrase(at, last, Form.anaphor, count, noun, sex_of(list(words[end:last])))


def _is_pair_of_two(words: Sequence[str], at: int, cues: frozenset[int]) -> bool:
    """Both the driver and his mate: two phrases, each read by itself."""
    if words[at] != "both" or at + 1 >= len(words):
        return False
    start = at + 2 if words[at + 1] in {"the", "a", "an", "his", "her", "their"} else at + 1
    head, last = head_at(words, start, cues, plural=False)
    return head is not None and not is_plural(words[head]) and words[last : last + 1] == ["and"]


def counted(words: Sequence[str], at: int, cues: frozenset[int]) -> Phrase | None:
    start, first = at, at
    if words[max(0, at - 1)] == "how" and words[at] in {"many", "few"}:
        return None
    while first < len(words) and words[first] in {
        "the",
        "other",
        "another",
        "these",
        "those",
        "further",
        "his",
        "her",
        "their",
        "its",
        "remaining",
    }:
        first += 1
    if first - start > 2:
        return None
    read = english_numbers.read(words, first) if first < len(words) else None
    if read is None or not _is_number_of_people(words, first, read[1]):
        return None
    count, end = read
    while (
        end < len(words)
        and words[end] in {"other", "others", "more", "additional", "further"}
        and words[end] != "others"
    ):
        end += 1
    end = _partitive(words, end)
    head, last = head_at(words, end, cues, plural=count != ONE)
    if head is not None and _is_participle(words, end, head, cues):
        head, last = None, end
    if head is not None and not _can_be_people(words, head, count):
        return None
    if head is not None and words[head] in {"couple", "couples"} and count.best:
        count = Count.exactly(2 * count.best)
    if head is None and words[end : end + 1] == ["others"]:
        last = end + 1
    noun = words[end:last] if head is not None else []
    last = _past_second(words, last, count) if head is not None else last
    definite = words[start] in {"the", "these", "those"}
    form = Form.anaphor if definite and count.best else Form.counted
    last = max(last, end)
    told = words[last + 2 : last + 3] if words[last : last + 2] in ([",", "both"], [",", "all"]) else []
    return Phrase(start, last, form, count, " ".join(noun) or None, sex_of([*noun, *told]))


def _is_participle(words: Sequence[str], end: int, head: int, cues: frozenset[int]) -> bool:
    """A verb where no noun stands: dozens feared dead, nine accused were."""
    return (
        head == end
        and words[head].endswith("ed")
        and (head + 1 >= len(words) or head + 1 in cues or words[head + 1] in STOP)
    )


def _past_second(words: Sequence[str], last: int, count: Count) -> int:
    """Past the second noun of one number: 200 soldiers and guerrillas."""
    if count == ONE or words[last : last + 1] not in (["and"], ["or"]) or last + 1 >= len(words):
        return last
    noun = words[last + 1]
    return last + 2 if is_person(noun) and is_plural(noun) and words[last + 2 : last + 3] != ["of"] else last


def _partitive(words: Sequence[str], at: int) -> int:
    """Past "of the", "of its", "of them": two of the men."""
    if words[at : at + 1] != ["of"]:
        return at
    end = at + 1
    if words[end : end + 1] and words[end] in {"them", "whom", "us"}:
        return end + 1
    while end < len(words) and words[end] in {"the", "its", "his", "her", "their", "these", "those", "our"}:
        end += 1
    whole = english_numbers.read(words, end) if end > at + 1 and end < len(words) else None  # two of the ten
    return whole[1] if whole else end if end > at + 1 else at


def _is_number_of_people(words: Sequence[str], first: int, end: int) -> bool:
    """No date, year, hour, rate, share, sum or ordinal."""
    before = words[first - 1] if first else ""
    after = words[end] if end < len(words) else ""
    word = words[first]
    numbered = before in _NUMBERED and not (before == "-" and words[first - 2 : first - 1] == ["-"])
    if _DECIMAL.fullmatch(word) or numbered or after in {"%", "/", "°", "-"}:
        return False
    if after in NOT_PEOPLE and not _narrows(words, end):
        return False
    if after == "per" and words[end + 1 : end + 2] == ["cent"]:
        return False
    if _is_hour(words, first, end) or _is_age(words, first, end) or _is_rate(words, first, end):
        return False
    if not _counts_after_day(words, first, end) and _is_date(word, before, after, is_alone=end == first + 1):
        return False
    return not (word == "one" and after in {"day", "night", "by", "another", "side", "of"} and not _one_of(words, end))


def _narrows(words: Sequence[str], at: int) -> bool:
    """A thing that says of what kind the people are: two train drivers, five night-shift workers."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return following == "-" or (not words[at].endswith("s") and is_person(following) and is_plural(following))


def _is_hour(words: Sequence[str], first: int, end: int) -> bool:
    """10:30, 10.30, at 1600."""
    minutes = words[first].isdigit() and len(words[first]) == 2
    if words[first - 1 : first] == [":"] and first > 1 and words[first - 2].isdigit() and minutes:
        return True
    if words[first - 1 : first] == ["at"] and len(words[first]) == 4 and words[first].isdigit():
        return True
    return words[end : end + 1] in ([":"], ["."]) and end + 1 < len(words) and words[end + 1].isdigit()


def _is_age(words: Sequence[str], first: int, end: int) -> bool:
    """A number between commas or in brackets behind a name: Pak, 30, ..."""
    around = (words[first - 1 : first], words[end : end + 1])
    if around not in (([","], [","]), (["("], [")"])) or end != first + 1:
        return False
    return first > 1 and words[first - 2].isalpha() and words[first].isdigit() and 0 < int(words[first]) < 110


def _counts_after_day(words: Sequence[str], first: int, end: int) -> bool:
    """On 23 September 28 bodies: the day is said already, and a noun follows where a year has none."""
    day = words[first - 2] if first > 1 else ""
    said = words[first - 1 : first] != [] and words[first - 1] in MONTHS and day[:1].isdigit() and len(day) <= 4
    return said and len(words[first]) < _YEAR_DIGITS and any(_counts_people(word) for word in words[end : end + 3])


def _counts_people(word: str) -> bool:
    return word in {"bodies", "corpses", "deaths", "casualties"} or (is_person(word) and is_plural(word))


def _is_rate(words: Sequence[str], first: int, end: int) -> bool:
    """An average of 12, so many a day."""
    if list(words[max(0, first - 2) : first]) in (["average", "of"], ["rate", "of"]):
        return True
    return any(words[at] in _EACH and words[at + 1] in _SPANS for at in range(end, min(end + 3, len(words) - 1)))


def _is_date(word: str, before: str, after: str, *, is_alone: bool) -> bool:
    if after in MONTHS or (before in MONTHS and word.isdigit()):
        return True
    return bool(_YEAR.fullmatch(word)) and (before in MONTHS | _BEFORE_YEAR or (is_alone and after in {",", ".", ""}))


def _one_of(words: Sequence[str], end: int) -> bool:
    return words[end : end + 1] == ["of"] and words[end + 1 : end + 2] != []


def _can_be_people(words: Sequence[str], head: int, count: Count) -> bool:
    noun = words[head]
    if noun in NOT_PEOPLE or "'" in noun:
        return False
    if is_person(noun):
        return True
    return count != ONE and not noun.endswith(_DEEDS) and is_plural(noun) and noun not in THINGS
