"""English noun phrases that mean a person, a group or a body."""

import re

from sosik.claims.tellers.people import BODIES, is_people, is_person, may_tell
from sosik.claims.tellers.subject import Manner, Subject
from sosik.values.textspan import TextSpan

DETERMINER = re.compile(
    r"(?P<ordinal>\b(?:the|this|that|our)\s+(?P<nth>first|second|third|fourth|original|other|same|latter|former|last|above|earlier|previous)\s+)"
    r"|(?P<another>\b(?:another|yet another|one more|a (?:second|third|fourth|fifth|different|separate|further))\s+)"
    r"|(?P<count>\b(?:(?:the|these|those|all)\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|several|some|many|other)\s+(?:other\s+|different\s+)?)"
    r"|(?P<the>\b(?:the|this|that|our|his|her|their|my|said)\s+)|(?P<a>\b(?:an?|one)\s+)",
    re.IGNORECASE,
)
STOP = frozenset(
    "a an the his her their its this these those my our another in from of at near with to for inside on outside who whose whom which that there here familiar close living based speaking aged named called working by"
    " and or but whom has had have said told was were is are also then later further now only still recently himself herself again along across"
    " under over via through when while where as within around about among toward towards visiting married reached contacted interviewed".split()
)
WORD = re.compile(r"[^\W_][\w'’-]*")
ORDERS = {"first": 1, "original": 1, "former": 1, "second": 2, "third": 3, "fourth": 4}
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_OF_A_BODY = frozenset(
    "director officer chief head coordinator chair chairwoman president founder".split()
)  # their duty officer
MAX_WORDS = 8


def phrase_at(text: str, at: int) -> Subject | None:
    """The noun phrase that begins here: a person's, a group's or a body's."""
    while at < len(text) and text[at] in ' “"':
        at += 1
    determiner = DETERMINER.match(text, at)
    begin = determiner.end() if determiner else at
    words: list[re.Match[str]] = []
    for match in WORD.finditer(text, begin, min(len(text), begin + 120)):
        gap = text[words[-1].end() : match.start()] if words else text[begin : match.start()]
        if match[0].lower() in STOP or gap.strip() or len(words) == MAX_WORDS:
            break
        words.append(match)
        if is_person(match[0]) and not _compounds(text, match):
            break
    if not words:
        return None
    return _made(text, at, determiner, words)


def _compounds(text: str, word: re.Match[str]) -> bool:
    """A person's word that only narrows the next noun: "a church worker source", "a guard post"."""
    after = WORD.match(text, word.end() + 1)
    return (
        after is not None
        and text[word.end()] == " "
        and after[0].islower()
        and (is_person(after[0]) or BODIES.match(after[0]) is not None)
    )


def _made(text: str, at: int, determiner: re.Match[str] | None, words: list[re.Match[str]]) -> Subject:
    head = words[-1]
    noun = head[0].lower()
    end = _end_of_phrase(text, head.end())
    span = TextSpan(at, end)
    known = is_person(noun) or is_people(noun) or (_is_of_one(determiner) and may_tell(noun) and noun.isalpha())
    speaks_for = determiner is not None and determiner[0].lower().split()[0] in {"our", "their"} and noun in _OF_A_BODY
    if determiner is None or not known or speaks_for:
        return Subject(Manner.group if is_people(noun) else Manner.body, TextSpan(at, head.end()), noun)
    qualifier = " ".join(text[head.end() : end].lower().split())
    return _by_determiner(determiner, noun, qualifier, span)


def _is_of_one(determiner: re.Match[str] | None) -> bool:
    """A, another or somebody's: no body of people is called so when it tells."""
    if determiner is None:
        return False
    return bool(
        determiner["a"] or determiner["another"] or determiner[0].lower().split()[0] in {"his", "her", "my", "their"}
    )


def _by_determiner(determiner: re.Match[str], noun: str, qualifier: str, span: TextSpan) -> Subject:
    if determiner["count"]:
        return _counted(determiner, noun, qualifier, span)
    if is_people(noun) and not is_person(noun):
        return Subject(Manner.group, span, noun)
    if determiner["ordinal"]:
        nth = str(determiner["nth"]).lower()
        order = ORDERS.get(nth, 2 if nth == "latter" else 0)
        known = Manner.other if nth == "other" else Manner.definite
        return Subject(Manner.ordinal if order else known, span, noun, order=order)
    kin = determiner[0].lower().split()[0] in {"his", "her", "their"}  # her brother is somebody else than she
    known = Manner.definite if determiner["the"] and not kin else Manner.indefinite
    return Subject(Manner.another if determiner["another"] else known, span, noun, qualifier)


def _counted(determiner: re.Match[str], noun: str, qualifier: str, span: TextSpan) -> Subject:
    """That is: "two sources" are two new ones, "both" those known, "several" nobody counted."""
    words = determiner[0].lower().split()
    low = words[1] if words[0] in {"the", "these", "those", "all"} and len(words) > 1 else words[0]
    singular = "person" if noun == "people" else noun[:-3] + "man" if noun.endswith("men") else noun.removesuffix("s")
    number = _COUNTS.get(low, 0)
    if number:
        return Subject(Manner.bare if low != words[0] else Manner.another, span, singular, qualifier, count=number)
    return Subject(Manner.pronoun if low == "both" else Manner.group, span, singular)


_QUALIFIED = re.compile(
    r"\s+(?:in|from|of|at|near|inside|on|close to|familiar with|based in|living in)\s+(?:the\s+)?(?:[A-Z][\w'’-]*|(?:same|city|county|province|region|north|south|area|border|village|town|country))(?:[ -](?:[A-Z][\w'’-]*|county|province|city|region|village|town))*|\s+there\b"
)


def _end_of_phrase(text: str, at: int) -> int:
    """Where the words that say where the person is or comes from end."""
    match = _QUALIFIED.match(text, at)
    return match.end() if match else at
