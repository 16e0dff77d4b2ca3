"""English phrases about people: a number or an article, the noun, and whether they are named, all, none or one."""

from collections.abc import Sequence

from attrs import evolve

from sosik.claims.people.english_counted import anaphor, counted, nobody, pronoun
from sosik.claims.people.english_heads import age_of, is_word
from sosik.claims.people.english_phrase import ONE, Form, Phrase, Token
from sosik.claims.people.english_singles import named, plural, shared, single
from sosik.claims.people.english_words import COLLECTIVES, NOT_PEOPLE


def find_phrases(tokens: Sequence[Token], cues: frozenset[int], *, has_case: bool) -> list[Phrase]:
    """Every phrase about people, in order; a token of ``cues`` says an outcome and ends a phrase."""
    words = [token.lower for token in tokens]
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = None if at in cues else _phrase(tokens, words, at, cues, has_case=has_case)
        phrase = phrase or shared(words, at, cues, found)
        if phrase is None:
            at += 1
            continue
        phrase = _with_age(words, phrase)
        found.append(evolve(phrase, is_oblique=_is_oblique(words, phrase), is_part=_is_part(words, phrase)))
        at = phrase.last
    return _with_names(words, found)


def insets_of(words: Sequence[str], befalls: frozenset[int] = frozenset()) -> dict[int, int]:
    """Tokens that stand in brackets, between dashes or between commas as a part of who was named before them, each with
    the token after the inset.
    """
    inside = _parts_told(words, befalls) | _among_them(words)
    start = -1
    for at, word in enumerate(words):
        dash = word in {"—", "–"} or (word == "-" and list(words[at + 1 : at + 2]) == ["-"])
        if start >= 0 and (word == ")" if words[start] == "(" else dash):
            end = at + 1 if word != "-" else at + 2
            inside |= dict.fromkeys(range(start, at), end) if at - start < 25 else {}
            start = -1
        elif start < 0 and (word == "(" or dash):
            start = at
    return inside


_KIN_OF = frozenset("his her their".split())  # his wife is not he
_ADJECTIVES = 3
_ARTICLES = frozenset("the these those his her their its our my some other many".split())
_VERBS = frozenset("was were have has had who is are been died".split())
_FARTHEST = 26


def _parts_told(words: Sequence[str], befalls: frozenset[int]) -> dict[int, int]:
    """As in "ten people, including a mayor, were": up to the comma behind which the verb stands."""
    inside: dict[int, int] = {}
    for at in range(1, len(words) - 2):
        if words[at - 1] != "," or at in inside or not _opens_part(words, at):
            continue
        for end in range(at + 1, min(at + _FARTHEST, len(words) - 1)):
            if words[end] == "," and (words[end + 1] in _VERBS or end + 1 in befalls):
                inside |= dict.fromkeys(range(at - 1, end), end + 1)
                break
    return inside


def _among_them(words: Sequence[str]) -> dict[int, int]:
    """As in "eight people, five women and three men among them, were": from the comma before."""
    inside: dict[int, int] = {}
    for at in range(2, len(words) - 1):
        if (
            words[at] == "among"
            and words[at + 1] in {"them", "whom"}
            and words[at + 2 : at + 3] in ([","], ["."], ["-"], [], [")"])
        ):
            start = next((n for n in range(at - 1, max(0, at - 14), -1) if words[n] in {",", "(", "-"}), None)
            if start is not None:
                inside |= dict.fromkeys(range(start, at + 2), at + 3)
    return inside


def _opens_part(words: Sequence[str], at: int) -> bool:
    if words[at] in {"including", "among", "mostly", "mainly"}:
        return True
    number = at + 2 if list(words[at : at + 2]) == ["at", "least"] else at
    return list(words[number + 1 : number + 3]) in (["of", "them"], ["of", "whom"])


def _with_names(words: Sequence[str], found: Sequence[Phrase]) -> list[Phrase]:
    """A person and their name are one: "a student, Kim Chol Su," and "Kim Chol Su, a student,"."""
    out: list[Phrase] = []
    for phrase in found:
        last = out[-1] if out else None
        beside = last is not None and list(words[last.last : phrase.first]) in ([], [","])
        kinds = {last.form, phrase.form} if last else set()
        if (
            last is not None
            and beside
            and Form.named in kinds
            and kinds & {Form.single, Form.definite}
            and last.count == ONE
            and words[phrase.first] not in _KIN_OF
        ):
            named = evolve(
                last,
                last=phrase.last,
                age=last.age or phrase.age,
                sex=last.sex or phrase.sex,
                group=last.group or phrase.group,
            )
            out[-1] = named
        else:
            out.append(phrase)
    return out


def _phrase(
    tokens: Sequence[Token], words: Sequence[str], at: int, cues: frozenset[int], *, has_case: bool
) -> Phrase | None:
    return (
        nobody(words, at)
        or pronoun(words, at)
        or anaphor(words, at, cues)
        or counted(words, at, cues)
        or single(words, at, cues)
        or (named(tokens, words, at, cues) if has_case else None)
        or plural(words, at, cues)
    )


def _with_age(words: Sequence[str], phrase: Phrase) -> Phrase:
    """Of 71 | aged 33 | , 33, | (33) behind a single person."""
    end = phrase.last
    ages = _ages_of_group(words, phrase)
    if ages:
        end = ages
        while end < len(words) and (
            age_of(words[end]) is not None
            or (words[end] in {"and", "to", ",", "-"} and age_of(words[min(end + 1, len(words) - 1)]) is not None)
        ):
            end += 1
        return evolve(phrase, last=end)
    if phrase.count != ONE or phrase.age is not None:
        return phrase
    if (
        words[end : end + 2] in (["of", "about"], ["of", "around"], ["of", "some"], ["of", "nearly"])
        and words[end + 2 : end + 3]
        and age_of(words[end + 2])
    ):
        return evolve(phrase, last=end + 3)
    if words[end : end + 1] in (["of"], ["aged"], ["("], [","]):
        at = end + 2 if words[end : end + 2] == [",", "aged"] else end + 1
        age = age_of(words[at]) if at < len(words) else None
        closing = words[at + 1] if at + 1 < len(words) else ""
        fits = words[end] != "," or closing in {",", "."}
        if age is not None and fits and not (words[end] == "of" and closing in NOT_PEOPLE):
            last = at + 2 if closing in {",", ")"} and words[end] in {",", "("} else at + 1
            return evolve(phrase, last=last, age=None if age < 20 and _is_parent(phrase) else age)
    return phrase


def _ages_of_group(words: Sequence[str], phrase: Phrase) -> int:
    """Where the ages of several begin: two boys aged 4 and 7; brothers of eight and eleven; girls, 6 and 9,; 0 for none."""
    if phrase.count == ONE or phrase.group is None:
        return 0
    end = phrase.last + (words[phrase.last : phrase.last + 1] == [","])
    if words[end : end + 1] == ["aged"]:
        return end + 1
    start = end + 1 if words[end : end + 1] == ["of"] else end if end > phrase.last else 0
    young = phrase.group.split()[-1] in _YOUNG
    pair = start and list(words[start + 1 : start + 2]) == ["and"] and start + 2 < len(words)
    return start if young and pair and age_of(words[start]) is not None and age_of(words[start + 2]) is not None else 0


def _is_parent(phrase: Phrase) -> bool:
    """A mother of three has three children."""
    return phrase.group is not None and phrase.group.rpartition(" ")[2] in _PARENTS


_YOUNG = frozenset(
    "brothers sisters boys girls children kids sons daughters grandchildren grandsons granddaughters cousins pupils students youths teenagers men women".split()
)
_PARENTS = frozenset("father mother parent grandfather grandmother widow widower".split())
_PREPOSITIONS = frozenset(
    "in near of by with to from at for on under against into over behind beside toward towards among like upon"
    " about without via than".split()
)


def _is_oblique(words: Sequence[str], phrase: Phrase) -> bool:
    """Stands behind a preposition, and so is no subject."""
    first = _start_of(words, phrase)
    before = words[first - 1] if first else ""
    if before == "of" and phrase.first > 1 and words[phrase.first - 2] in COLLECTIVES | {"dozens", "hundreds"}:
        return False
    return before in _PREPOSITIONS


def _start_of(words: Sequence[str], phrase: Phrase) -> int:
    """Where the words before a noun without a number begin: the article and an adjective or two."""
    first = phrase.first
    if phrase.form is not Form.plural:
        return first
    while (
        first > 0
        and phrase.first - first < _ADJECTIVES
        and (words[first - 1] in _ARTICLES or is_word(words[first - 1]))
    ):
        first -= 1
        if words[first] in _ARTICLES:
            break
    return first


def _is_part(words: Sequence[str], phrase: Phrase) -> bool:
    """Named as a part of a number before it: including three children."""
    before = list(words[max(0, phrase.first - 3) : phrase.first])
    own, after = list(words[phrase.first : phrase.last]), words[phrase.last : phrase.last + 1]
    if (
        "of" in own
        and {"them", "whom"} & set(own)
        and before[-1:] == [","]
        and list(after) in ([","], ["."], ["-"], [")"])
    ):
        return True  # four dead, two of them children, and eight injured
    return before[-1:] in (["including"], ["includes"], ["included"], ["them"], ["whom"], ["not"])
