"""Korean tellings: the noun of a person, its particle, and the verb with which they tell."""

import re
from collections.abc import Iterator

from attrs import evolve

from sosik.claims.tellers.korean_nouns import SOURCES, NounKind, bare, head_of
from sosik.claims.tellers.korean_subjects import (
    COUNTED_BEHIND,
    SHORTEST,
    acts,
    clause_start,
    is_new,
    is_person,
    kind,
    subject_of,
)
from sosik.claims.tellers.korean_verbs import CLAUSE_END, MANNER, OF_THE_STORY, RETOLD, VERB, may_tell
from sosik.claims.tellers.subject import Attribution, Manner, Subject
from sosik.values.textspan import TextSpan

_OPENS = r"(?:^|(?<=[\s,·\"“”‘’「」(]))"
_NOUN = (
    r"(?P<noun>(?:(?!(?:또|다른|그|이|저)\s)[가-힣A-Za-z]{1,14}(?<![은는이가을를서에도로고며과와의])\s(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|[2-9])\s?(?:명|사람|분)(?:\s(?:모두|전원))?|(?:면접자|응답자|증언자)\s[가나다라마바](?=[는가]\s)|(?:[가-힣A-Z]{1,3}|[ㄱ-ㅎ])(?:\s?모)?\s?씨|(?:소식통|취재원|제보자|주민|상인)\s?[A-Zㄱ-ㅎ]"
    r"|[가-힣A-Za-z]{1,14}?)(?:\s?\([^()\n]{1,16}\))?)(?P<plural>들)?"
)
_SUBJECT = re.compile(rf"{_OPENS}{_NOUN}(?P<p>은|는|이|가|께서는|께서|도)(?=[\s,])")
_AT_END = re.compile(rf"{_OPENS}{_NOUN}\Z")
_FOLLOWS = re.compile(rf"\s?(?:[^\s,.\"“]{{1,10}}\s){{0,2}}?{_NOUN}(?P<p>은|는|이|가|께서)(?=\s)")
_QUOTE_OPENS = re.compile(r"\s+(?:[^\s,.\"“]{1,10}\s+){0,4}[\"“「]")
_RETOLD_BEHIND = re.compile(r"\s?(?:[가-힣]+\s){0,2}?[가-힣]{1,6}[다라]고\s")
_PRONOUN = re.compile(r"(?:^|(?<=[\s,·\"“”「」]))(?P<word>그|그녀|그이|본인|당사자)(?:은|는|가|도)?(?=\s)")
_HE = frozenset(["그", "그녀", "그이", "본인"])
_CALLER = re.compile(  # 전화를 건 사람은 두부를 파는 이다: said to be who tells, whatever the verb
    r"(?:전화를 (?:건|걸어 ?[온준]|해 ?온)|연락을? (?:해 ?온|준|보내 ?온)|(?:편지|쪽지|글|문자)[를을]? (?:쓴|보낸|보내 ?온|적은|들고 온)|(?:소식|이야기|얘기|말|내용|일|사실)[을를]? (?:전한|전해 ?[온준]|알려 ?[온준]|알린|들려 ?준|보낸|보내 ?온|털어놓은)|제보(?:해 ?온|한)|증언(?:해 ?준|한))\s(?P<noun>사람|이|분|것|쪽|인물|주인공)(?P<p>은|는)\s"
)
_LETTER = re.compile(r"자 [가나다라마바]\Z|[A-Zㄱ-ㅎ]\Z")
_CLOSING = ('"', "”", "」")
_GAP = 4  # characters between a quotation that stands by itself and the next sentence
_MAX_LEFT = 300
_MAX_NOUN = 40
_NEXT_TO = 4  # words between a noun that no list knows and its verb


def attributions(masked: str, start: int, end: int) -> list[Attribution]:
    """Every telling of a sentence in order; each reaches back to the one before."""
    sentence = masked[start:end]
    quoted = masked[max(0, start - _GAP) : start].rstrip().endswith(_CLOSING)
    made: list[Attribution] = []
    zone = 0
    for verb in _verbs(sentence):
        found = _named(sentence, zone, verb, quoted=quoted)
        if found is None:
            continue
        subject, loose = found
        loose = loose and not (made and subject.manner is not Manner.pronoun)  # "one said this and another said that"
        moved = Subject(
            subject.manner, subject.span.moved(start), subject.noun, subject.qualifier, subject.order, subject.count
        )
        reach = TextSpan(start + zone, end)
        if made:
            last = made[-1]
            made[-1] = Attribution(last.subject, last.verb, TextSpan(last.reach.start, start + zone), last.back)
        made.append(Attribution(moved, TextSpan(start + verb.start(), start + verb.end()), reach, loose))
        zone = max(verb.end(), subject.span.end)
    return made or _source_alone(sentence, start, end)


def _source_alone(sentence: str, start: int, end: int) -> list[Attribution]:
    """A source is there to tell: 소식통은 말을 고른다, whatever else the sentence says of them.

    Somebody new is told of by a clause of their own, or by "another".
    """
    caller = _CALLER.search(sentence)
    if caller is not None:
        span = TextSpan(start + caller.start(), start + caller.end("noun"))
        return [Attribution(Subject(Manner.bare, span, "사람"), span, TextSpan(start, end))]
    for match in _SUBJECT.finditer(sentence):
        if match["p"] in {"은", "는"} and _is_source(match):
            subject = subject_of(sentence, match, 0, shift=0)
            is_new = (
                subject.manner is Manner.another
                or _LETTER.search(match["noun"]) is not None
                or clause_start(sentence, match.start("noun")) < match.start("noun")
            )
            subject = evolve(subject, span=subject.span.moved(start))
            return [Attribution(subject, subject.span, TextSpan(start, end), back=not is_new)]
    return []


def _verbs(sentence: str) -> Iterator[re.Match[str]]:
    for match in VERB.finditer(sentence) if may_tell(sentence) else ():
        if match["plain"] and (RETOLD.match(sentence, match.end()) or _only_leads(sentence, match)):
            continue
        if match["quoted"] and (
            OF_THE_STORY.match(sentence, match.end()) or _RETOLD_BEHIND.match(sentence, match.end())
        ):
            continue
        yield match


def _only_leads(sentence: str, verb: re.Match[str]) -> bool:
    """답하면서, 말하며, with nothing told before it: the verb that follows tells."""
    return verb[0].endswith(("며", "면서")) and not CLAUSE_END.search(
        sentence[max(0, verb.start() - 30) : verb.start()]
    )


def _named(sentence: str, zone: int, verb: re.Match[str], *, quoted: bool) -> tuple[Subject, bool] | None:
    """Who tells; the flag says that only a known teller may be meant."""
    begin = max(zone, verb.start() - _MAX_LEFT)
    left = sentence[begin : verb.start()]
    if verb["noun_of_telling"]:
        return _by_noun_of_telling(left.rstrip(), begin)
    if verb["by"]:
        return _by_whom(left, verb, begin), False
    if verb["loose"]:
        return _by_topic(left, begin, loose=True)
    clause = _last_end(CLAUSE_END, left)
    if verb["after_clause"] and not clause and not (quoted and MANNER.match(sentence, verb.start())):
        return None
    found = _in_clause(left, clause, begin, known=not (clause or verb["late"])) or (
        _behind(sentence, verb) if verb["quoted"] else None
    )
    return (found, False) if found else _by_topic(left, begin, loose=False)


def _by_whom(left: str, verb: re.Match[str], begin: int) -> Subject:
    """Whose words they are, right before the verb: of a paper or a body too, which then tell nothing."""
    match = _AT_END.search(left[-_MAX_NOUN:])
    if match is not None and match["noun"] in _HE:
        return Subject(Manner.pronoun, TextSpan(verb.start() - len(match["noun"]), verb.start()), "그")
    if match is None or not (is_person(match) or (verb["by"].startswith("의") and kind(match) is NounKind.open)):
        return Subject(Manner.body, TextSpan(verb.start(), verb.end()))
    return subject_of(left, match, begin, shift=max(0, len(left) - _MAX_NOUN))


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=0)


def _by_noun_of_telling(left: str, begin: int) -> tuple[Subject, bool] | None:
    """소식통 전언, 주인이 보고 한 말이다: the last person who does something, else the noun right before."""
    actors = [match for match in _SUBJECT.finditer(left) if match["p"] in {"이", "가"} and acts(match)]
    if actors:
        return subject_of(left, actors[-1], begin, shift=0), False
    match = _AT_END.search(left[-_MAX_NOUN:])
    if match is None or not is_person(match):
        return None
    return subject_of(left, match, begin, shift=max(0, len(left) - _MAX_NOUN)), False


def _in_clause(left: str, clause: int, begin: int, *, known: bool) -> Subject | None:
    """The subject between the clause of what is told and the verb, the nearest first."""
    for match in reversed(list(_SUBJECT.finditer(left, clause))):
        near = left.count(" ", match.end()) <= _NEXT_TO
        if kind(match) in {NounKind.person, NounKind.body} or (near and not known and acts(match)):
            return subject_of(left, match, begin, shift=0)
    return None


def _behind(sentence: str, verb: re.Match[str]) -> Subject | None:
    """Who stands right behind a quotation, whatever they did while they spoke."""
    match = _FOLLOWS.match(sentence, verb.end())
    if match is None or not is_person(match):
        return None
    return subject_of(sentence[: match.end()], match, 0, shift=0)


def _by_topic(left: str, begin: int, *, loose: bool) -> tuple[Subject, bool] | None:
    """The topic of the sentence, else a source or who opens a quotation, else "he"."""
    found = next((match for match in _SUBJECT.finditer(left) if _leads(match, left, loose=loose)), None)
    pronoun = _PRONOUN.search(left)
    if pronoun is not None and (found is None or pronoun.start() < found.start()):
        span = TextSpan(begin + pronoun.start("word"), begin + pronoun.end("word"))
        return Subject(Manner.pronoun, span, "그"), loose
    if found is None:
        return None
    subject = subject_of(left, found, begin, shift=0)
    return subject, loose and not is_new(left, subject, begin)


def _leads(match: re.Match[str], left: str, *, loose: bool) -> bool:
    """The noun may be the one who tells what follows it."""
    meant = kind(match)
    if len(match["noun"]) < SHORTEST and meant is NounKind.open:
        return False
    quotes = not loose and _QUOTE_OPENS.match(left, match.end()) is not None
    if match["p"] in {"은", "는", "께서는"}:
        return meant in {NounKind.person, NounKind.body} or (meant is NounKind.open and quotes)
    if loose or meant is not NounKind.person:
        return False
    return quotes or match["p"] == "도" or _is_source(match)


def _is_source(match: re.Match[str]) -> bool:
    return head_of(bare(COUNTED_BEHIND.sub("", match["noun"]))) in SOURCES
