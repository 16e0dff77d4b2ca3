"""Those who tell together: "a fisherman and a clerk", "Kim, 43, a trader, and Pak, a miner"."""

import re

from sosik.claims.tellers.noun_phrase import phrase_at
from sosik.claims.tellers.subject import Manner, Subject
from sosik.values.textspan import TextSpan

_BEGIN = r"(?:\A|[.;:,”\"]\s+|\b(?:that|but|while|[Aa]ccording to|by|[Bb]oth)\s+)"
_AND = re.compile(r",?\s+and\s+\Z")
_NAMED = re.compile(
    rf"{_BEGIN}(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}})(?:,(?: \d{{1,3}},)? an? [^,;.]{{2,60}}|, \d{{1,3}})?\Z"
)
_DESCRIBED = re.compile(
    rf"{_BEGIN}(?P<np>(?:an?|one|another|the|two|three|his|her|our) [^,;.:]{{2,80}})(?:, [^,;.:]{{2,60}})?\Z",
    re.IGNORECASE,
)
_LEADS_ON = frozenset("in from of at near with who whose on living based working inside there close".split())
_NOBODY = {Manner.body, Manner.group, Manner.pronoun}


def companions(sentence: str, zone: int, subject: Subject) -> tuple[Subject, ...]:
    """Who stands joined by "and" before the one who tells, when nothing but what describes them stands between."""
    start = subject.span.start
    joined = _AND.search(sentence, zone, start)
    if joined is None or subject.manner in _NOBODY:
        return ()
    left = sentence[zone : joined.start()]
    described = _DESCRIBED.search(left)
    if described is not None:
        one = phrase_at(sentence, zone + described.start("np"))
        if one is None or one.manner in _NOBODY:
            return ()
        rest = sentence[one.span.end : zone + described.end("np")].split()
        return (one,) if not rest or rest[0] in _LEADS_ON else ()
    named = _NAMED.search(left)
    if named is None or subject.manner not in {Manner.bare, Manner.indefinite}:
        return ()
    span = TextSpan(zone + named.start("name"), zone + named.end("name"))
    return (Subject(Manner.bare, span, named["name"].split()[0].lower()),)
