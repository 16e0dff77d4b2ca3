"""English tellings: a noun phrase that means a person, and the verb with which they tell."""

import re

from attrs import evolve

from sosik.claims.tellers.english_companions import companions
from sosik.claims.tellers.english_verbs import (
    ACCORDING,
    ASKED,
    COLON,
    ELLIPSIS,
    NEEDS_CLAUSE,
    NO_SUBJECT_VERB,
    SAW_IT,
    VERB,
    verbs_of,
)
from sosik.claims.tellers.noun_phrase import DETERMINER, MAX_WORDS, ORDERS, STOP, WORD, phrase_at
from sosik.claims.tellers.people import WITNESSES, is_people, is_person
from sosik.claims.tellers.subject import Attribution, Manner, Subject
from sosik.values.textspan import TextSpan

_ADVERB = r"(?:also|then|later|further|now|only|still|recently|himself|herself|again|once|finally|first|quietly|privately|separately|meanwhile|however|[a-z]{2,}ly)"
_PRONOUN = re.compile(
    rf"\b(?P<word>[Hh]e|[Ss]he|I|[Tt]he (?:other|latter|former|first|second|third|fourth)|[Aa]nother|[Aa] (?:second|third|fourth)|(?<![\w-])[Oo]ne)(?:\s+(?:has|had|have|{_ADVERB}))*\s*\Z"
)
_BEFORE_OBJECT = frozenset(
    "of in at with by to for from near under on after as against about into onto over and or than between that".split()
)
_CLAUSES = re.compile(r"[,;:]\s+|\s+[–—-]\s+|[”\"]\s*|(?:\A|\s)(?:and|but|while|whereas|though|although|because)\s+")
_SURNAME = re.compile(
    r"(?:\A|[\s,])(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z][\w'’-]+|(?:Kim|Pak|Park|Ri|Lee|Yi|Choe|Choi|Jong|Jung|Jeong|Chong|Kang|Jo|Cho|Yun|Yoon|Jang|Chang|Rim|Lim|Im|Han|O|Oh|So|Seo|Sin|Shin|Kwon|Hwang|An|Ahn|Song|Ryu|Yu|Yoo|Hong|Jon|Jeon|Ko|Mun|Moon|Yang|Son|Pae|Bae|Paek|Baek|Ho|Heo|Nam|Sim|Shim|No|Roh|Ha|Kwak|Song|Cha|Chu|Joo|U|Woo|Ku|Koo|Min|Na|Jin|Om|Um| Won|Chon|Cheon|Pang|Bang|Kong|Hyon|Hyun|Ham|Yom|Pyon|Byun)(?:\s+[A-Z][\w'’-]+){0,2})(?:,\s*\d{1,3},?)?)"
    r"\s*\Z"
)
_TITLES = frozenset("Mr Mrs Ms Miss Dr But And Meanwhile".split())
_MAX_SUBJECT = 240
_NEAR = 60
_NAME = re.compile(r"(?:(?:But|And|Meanwhile),? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")
_MEMBER = re.compile(
    r"\b[Oo]ne of (?:(?P<them>them)\b|(?:the|those|these|his|her|their|our)\b(?: (?:two|three|four|same))?(?: (?!who\b|in\b|at\b|from\b)[\w'’-]+){0,3}? (?P<noun>[a-z-]+s|[a-z-]*men)\b(?!['’]))"
)
_COMPARED = re.compile(r"\bthan (?:[\w'’-]+ ){1,4}\Z")  # more than the state admitted
# Interviewee A, who cleaned there, said; what B described.
_LABEL = re.compile(
    r"\b(?P<label>(?:(?:Interviewee|Respondent|Witness|Source|Informant|Speaker|Caller|Person|Participant)\s+)(?P<mark>[A-Z]|\d{1,2})|(?<=What )[B-H](?=\s))(?:,[^,;:.]{2,60},)?\s*\Z"
)
_HIM = re.compile(r"(?:him|her|them)\b(?! (?:own )?[a-z])")
_RELATIVE = re.compile(r"\b(?:who|that|which|whom)\s+(?:\w+ly\s+|also\s+|had\s+|has\s+|have\s+)?\Z")
# What stands between commas behind the one who tells: "both from Kapsan", "who lives nearby".
_ASIDE = re.compile(r", (?:both|all|each|neither) [^,;:.]{2,60},\s*\Z")
_MAX_TAG = 60
_CITED = re.compile(r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}),\s+(?=an?\s)")
_WITH_APPOSITION = 2
_FINITE = frozenset("was were is are had has have will would did does do".split())
_ORDER = re.compile(
    r"the (?P<nth>first|second|third|fourth|other|former|latter)(?=\s*(?:[,.;:]|$|who\b|of\b|that\b))", re.IGNORECASE
)


def attributions(masked: str, start: int, end: int, *, anybody: bool = False) -> list[Attribution]:
    """Every telling of a sentence in order, each with its reach; what is quoted is blanked in ``masked``.

    ``anybody`` who saw or heard something tells it, whatever they are.
    """
    sentence = masked[start:end]
    found: list[tuple[Subject, int, int, bool]] = []
    zone = 0
    verbs = list(verbs_of(sentence))
    asked = [verb for verb in verbs if verb.re is ASKED]
    for verb in [*(verb for verb in verbs if verb.re is not ASKED), *asked]:
        if verb.start() < zone or (verb.re is ASKED and found):
            continue  # who was asked and tells in the same breath is named by the verb of telling
        named = _named(sentence, zone, verb, anybody=anybody)
        if named is None:
            continue
        subject, leads = named
        beside = companions(sentence, zone, subject)
        found.append((evolve(subject, companions=beside), verb.start(), verb.end(), leads))
        zone = max(verb.end(), subject.span.end)
    return [evolve(one, subject=_moved(one.subject, start)) for one in _with_reach(found, start, end)]


def _named(sentence: str, zone: int, verb: re.Match[str], *, anybody: bool) -> tuple[Subject, bool] | None:
    """Who tells, and whether the name leads what is told."""
    if verb.re is ACCORDING:
        return _cited(sentence, zone, verb)
    left = sentence[max(zone, verb.start() - _MAX_SUBJECT) : verb.start()]
    offset = verb.start() - len(left)
    if verb.re is COLON:
        return _before_colon(left, offset)
    if verb.re is not VERB:
        return _left_out(sentence, verb.end()) if verb.re is ELLIPSIS else _asked(sentence, verb, left, offset)
    is_weak = verb["weak"] and not (NEEDS_CLAUSE.match(sentence, verb.end()) or "," in left)
    near = left[-_NEAR:]  # patterns that end at the verb
    if (
        is_weak
        or NO_SUBJECT_VERB.search(near)
        or _COMPARED.search(near)
        or ((verb["saw"] or verb["weak"]) and _RELATIVE.search(near))
    ):
        return None
    left = _ASIDE.sub(", ", left) if left.endswith(", ") else left
    named = _before_apposition(left, offset) or _inverted(sentence, left, verb) or _before(left, offset)
    if verb["saw"] and named and not (anybody and named[0].manner is Manner.indefinite):
        return named if _witnesses(named[0], sentence, verb.end()) else None
    return named


def _witnesses(subject: Subject, sentence: str, at: int) -> bool:
    """Whoever sees tells, when they are called by that, are one more of those who told, or saw "it"."""
    return subject.noun in WITNESSES or subject.manner is Manner.another or SAW_IT.match(sentence, at) is not None


def _cited(sentence: str, zone: int, verb: re.Match[str]) -> tuple[Subject, bool] | None:
    """As in "according to a trader"."""
    if verb["cites"] and _is_citing_person(sentence, zone, verb.start()):
        return None
    at = verb.end()
    him = _HIM.match(sentence, at)
    if him is not None:
        return Subject(Manner.pronoun, TextSpan(at, him.end()), noun=him[0]), not sentence[: verb.start()].strip(
            ' ,·“”"'
        )
    subject = _cited_name(sentence, at) or _cited_order(sentence, at) or phrase_at(sentence, at)
    return subject or _body(verb.start(), verb.end()), not sentence[: verb.start()].strip(' ,·“”"')


def _left_out(sentence: str, at: int) -> tuple[Subject, bool] | None:
    """As in "the other that it was seven": the verb is that of the teller before."""
    words = sentence[at : sentence.find(" that", at) + 1]
    pronoun = _PRONOUN.search(words)
    return (_pronoun(pronoun, at), True) if pronoun else None


def _asked(sentence: str, verb: re.Match[str], left: str, offset: int) -> tuple[Subject, bool] | None:
    """Whoever was interviewed tells."""
    if sentence[: verb.start()].endswith(("We ", "we ")):
        subject = phrase_at(sentence, verb.end())
        named = (subject, True) if subject else None
    else:
        named = _before(left, offset)
    return named if named and named[0].manner not in {Manner.body, Manner.group} else None


def _is_citing_person(sentence: str, zone: int, end: int) -> bool:
    """As in "a second, citing a cousin, spoke of three": who cites tells, not who is cited."""
    left = sentence[zone:end].rstrip(" ,")
    named = _before(left + " ", zone) if left else None
    return named is not None and named[0].manner not in {Manner.body, Manner.group}


def _inverted(sentence: str, left: str, verb: re.Match[str]) -> tuple[Subject, bool] | None:
    """As in "..., said a trader": the name follows when nothing that could tell stands before the verb."""
    if not (verb["says"] or verb["weak"]) or not _stands_alone(left):
        return None
    subject = phrase_at(sentence, verb.end())
    return (subject, False) if subject else None


def _before_colon(left: str, offset: int) -> tuple[Subject, bool] | None:
    """A name tag before a quotation: somebody, where they are, and no more."""
    begin = max(left.rfind("\n") + 1, len(left) - _MAX_TAG)
    subject = phrase_at(left, begin) if len(left) - begin < _MAX_TAG else None
    if subject is None or subject.manner in {Manner.body, Manner.group} or left[subject.span.end :].strip():
        return None
    return _moved(subject, offset), True


def _cited_name(sentence: str, at: int) -> Subject | None:
    """As in "according to Choe, a trader": a name, when what stands beside it is a person."""
    name = _CITED.match(sentence, at)
    beside = phrase_at(sentence, name.end()) if name else None
    if name is None or beside is None or beside.manner is not Manner.indefinite:
        return None
    return _by_name(TextSpan(name.start("name"), name.end("name")), name["name"])


def _cited_order(sentence: str, at: int) -> Subject | None:
    """As in "according to the second, who lives there": one of those counted before."""
    match = _ORDER.match(sentence, at)
    if match is None:
        return None
    nth = match["nth"].lower()
    span = TextSpan(match.start(), match.end("nth"))
    return Subject(Manner.ordinal if nth in ORDERS else Manner.other, span, order=ORDERS.get(nth, 0))


def _stands_alone(left: str) -> bool:
    """Nothing that could tell stands right before the verb."""
    if left.strip().lower() in {"so", "thus", "this"}:
        return True
    return not left.strip() or left.rstrip()[-1] in ',”"·;:—–-'


def _before(left: str, offset: int) -> tuple[Subject, bool] | None:
    pronoun = _PRONOUN.search(left)
    if pronoun is not None:
        return _pronoun(pronoun, offset), not left[: pronoun.start()].strip(" ,")
    label = _LABEL.search(left)
    if label is not None:
        span = TextSpan(offset + label.start("label"), offset + label.end("label"))
        return Subject(Manner.bare, span, f"interviewee {(label['mark'] or label['label']).lower()}"), not left[
            : label.start()
        ].strip()
    name = _SURNAME.search(left)
    if name is not None and (" " in name["name"] or _stands_alone(left[: name.start("name")])):
        span = TextSpan(offset + name.start("name"), offset + name.end("name"))
        return _by_name(span, name["name"], new=False), not left[: name.start()].strip()
    return _nounphrase_at(left, offset)


def _before_apposition(left: str, offset: int) -> tuple[Subject, bool] | None:
    """As in "another source, who trades there, said": the clause before the last one, when it is a name or a person alone."""
    starts = [0, *(match.end() for match in _CLAUSES.finditer(left))]
    if not left.rstrip().endswith(",") or len(starts) <= _WITH_APPOSITION:
        return None
    begin, inserted = starts[-3], starts[-2]
    begin += 4 if left.startswith("and ", begin) else 0
    clause = left[begin:inserted].rstrip(" ,")
    apposed = phrase_at(left, inserted)
    name = _NAME.fullmatch(clause)
    if name is not None and apposed is not None and apposed.manner not in {Manner.body, Manner.group}:
        span = TextSpan(offset + begin, offset + begin + len(clause))
        return _by_name(span, clause), not left[:begin].strip(' ,·“”"')
    alone = _PRONOUN.search(clause)
    if alone is not None and not clause[: alone.start()].strip():
        return _pronoun(alone, offset + begin), not left[:begin].strip(' ,·“”"')
    subject = _in_clause(left[: begin + len(clause)], begin)
    if subject is None or subject.manner in {Manner.body, Manner.group}:
        return None
    after = clause[subject.span.end - begin :].split()
    if len(after) > MAX_WORDS or (after and (after[0].lower() not in STOP or after[0].lower() in _FINITE)):
        return None
    return _moved(subject, offset), not left[: subject.span.start].strip(' ,·“”"')


def _pronoun(match: re.Match[str], offset: int) -> Subject:
    span = TextSpan(offset + match.start("word"), offset + match.end("word"))
    nth = match["word"].lower().removeprefix("the ")
    if nth in {"another", "one"} or nth.startswith("a "):
        return Subject(Manner.another, span)
    if nth in ORDERS or nth in {"other", "latter"}:
        return Subject(Manner.ordinal if nth in ORDERS else Manner.other, span, order=ORDERS.get(nth, 0))
    return Subject(Manner.narrator if match["word"] == "I" else Manner.pronoun, span, noun=match["word"].lower())


def _by_name(span: TextSpan, name: str, *, new: bool = True) -> Subject:
    """A name is one person however often it comes; the surname alone means somebody known."""
    words = [word for word in name.split(",", maxsplit=1)[0].split() if word.rstrip(".") not in _TITLES]
    manner = Manner.bare if new or words != [name] else Manner.known
    return Subject(manner, span, words[0].lower() if words else name.lower())


def _nounphrase_at(left: str, offset: int) -> tuple[Subject, bool] | None:
    """The last clause that opens with somebody: what lies between it and the verb is apposition."""
    starts = [0, *(match.end() for match in _CLAUSES.finditer(left))]
    for at in reversed(starts):
        subject = _in_clause(left, at)
        if subject is not None:
            return _moved(subject, offset), not left[: subject.span.start].strip(' ,·“”"')
    return None


def _in_clause(left: str, at: int) -> Subject | None:
    member = _MEMBER.match(left, at)
    if member is not None:
        if member["them"]:
            return Subject(Manner.member, TextSpan(at, member.end()))
        noun = member["noun"][:-3] + "man" if member["noun"].endswith("men") else member["noun"].removesuffix("s")
        return Subject(Manner.member, TextSpan(at, member.end()), noun) if is_person(noun) else None
    for match in DETERMINER.finditer(left, at):
        words = left[at : match.start()].split()
        if words and words[-1].lower() in _BEFORE_OBJECT:
            continue
        return phrase_at(left, match.start())
    bare = WORD.match(left, at)
    if bare is None:
        return None
    words = [word.strip(",.") for word in left[at:].split()]
    people = next((word.lower() for word in words if is_people(word)), "")
    if bare[0][0].isupper() or is_people(bare[0]):
        return Subject(Manner.group if people else Manner.body, TextSpan(at, len(left.rstrip()) or at + 1), people)
    return None


def _body(start: int, end: int) -> Subject:
    return Subject(Manner.body, TextSpan(start, end))


def _moved(subject: Subject, by: int) -> Subject:
    return evolve(subject, span=subject.span.moved(by))


def _with_reach(found: list[tuple[Subject, int, int, bool]], start: int, end: int) -> list[Attribution]:
    """A name that leads reaches to the next teller, one that follows reaches back to the one before."""
    made: list[Attribution] = []
    at = start
    for number, (subject, verb, verb_end, leads) in enumerate(found):
        last = number + 1 == len(found)
        if last:
            stop = end
        elif found[number + 1][3] or leads:
            stop = start + min(found[number + 1][0].span.start, found[number + 1][1])
        else:
            stop = start + max(verb_end, subject.span.end)
        stop = max(stop, at + 1)
        made.append(Attribution(subject, TextSpan(start + verb, start + verb_end), TextSpan(at, stop)))
        at = stop
    return made
