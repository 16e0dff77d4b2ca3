"""Korean tellings: the noun of a person, its particle, and the verb with which they tell."""

import re
from collections.abc import Iterator

from attrs import evolve

from sosik.claims.tellers.korean_nouns import SOURCES, NounKind, bare, head_of, is_of_a_body, kind_of
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
_ONE_WHO = frozenset(["이", "분"])  # 벌을 치는 이: a person where a verb leads on to it
_HE = frozenset(["그", "그녀", "그이", "본인"])
_ANOTHER = re.compile(r"(?:또\s?다른|또\s?한|또\s?하나의|다른|별도의|두\s?번째로)(?:\s|\Z)")
_BACK = re.compile(r"(?:앞의|앞선|앞서의|앞서|위의|이|그|해당|같은|상기|먼저의)\s")
_FORMER = re.compile(r"(?:앞의|앞선|앞서의|먼저의)\s")
_ORDINAL = re.compile(
    r"(?P<first>첫\s?번째|첫째|첫|처음의?)\s|(?P<second>두\s?번째|둘째)\s|(?P<third>세\s?번째|셋째)\s"
)
_ONE = re.compile(r"(?:^|\s)(?:한|어떤|어느|익명의)\s")
_TOGETHER = re.compile(r"(?:소식통|취재원|제보자|주민|상인|업자|관계자|[가-힣A-Zㄱ-ㅎ]\s?씨)[과와]\s")
_COUNTED = re.compile(
    r"(?:^|\s)(?P<n>(?:두|세|네|다섯)(?=\s)|복수의|여러|다수의|[2-9])\s?(?:명의?\s)?(?:[가-힣]+\s)?\Z"
)
_COUNTED_BEHIND = re.compile(
    r"\s(?P<n>한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|[2-9])\s?(?:명|사람|분)(?:\s(?:모두|전원))?\Z"
)
_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_MODIFIER_END = re.compile(r"(?:고|며|데|나|지만|면|서|자|다|은|는|이|가|을|를|에|께|[,.;:·\"“”「」)])\Z")
_KEEPS = re.compile(
    r"(?:^(?:이|그|앞의|앞서|해당)|있는|사는|사정을|사정에|아는|밝은|다니는|파는|하는|일하는|쓰던|동원된|풀려난|입수한|보낸|같은|또|다른|한|현지|도|[가-힣]+의|[가-힣]+[도시군구])\Z"
)
_ADNOMINAL = re.compile(r"[가-힣]{1,10}(?:는|던|은|온|간|난|친|된|한|낸|진|킨|긴|신|선|운|준|할|될)\Z")
_NO_VERB = re.compile(r"(?:.*(?:는|은|던))?(?:것은|건|일은|말은|이는|그는|수는|때는|곳은)")
_SAW_IT = re.compile(
    r"(?:본|봤던|목격한|목격했던|지켜본|겪은|당한|들은|살아남은|도망친|달아난|빠져나온|구조된|다친|체포된|체포됐던)\Z"
)
_WITNESS = re.compile(r"(?:지켜본|목격한|봤던|보았다는|봤다는|본|겪은|겪었다는)\s")
_DEAD = re.compile(  # who died or is gone tells nothing
    r"(?:숨진|숨을 거둔|죽은|사망한|(?:처형|살해|피살|실종|희생|총살|사살)(?:된|당한)|익사한|즉사한|사라진|세상을 (?:뜬|떠난)|목숨을 (?:잃은|끊은))\s(?:[가-힣]{1,5}\s)?\Z"
)
_CALLER = re.compile(  # 전화를 건 사람은 두부를 파는 이다: said to be who tells, whatever the verb
    r"(?:전화를 (?:건|걸어 ?[온준]|해 ?온)|연락을? (?:해 ?온|준|보내 ?온)|(?:편지|쪽지|글|문자)[를을]? (?:쓴|보낸|보내 ?온|적은|들고 온)|(?:소식|이야기|얘기|말|내용|일|사실)[을를]? (?:전한|전해 ?[온준]|알려 ?[온준]|알린|들려 ?준|보낸|보내 ?온|털어놓은)|제보(?:해 ?온|한)|증언(?:해 ?준|한))\s(?P<noun>사람|이|분|것|쪽|인물|주인공)(?P<p>은|는)\s"
)
_LETTER = re.compile(r"자 [가나다라마바]\Z|[A-Zㄱ-ㅎ]\Z")
_CLOSING = ('"', "”", "」")
_GAP = 4  # characters between a quotation that stands by itself and the next sentence
_CLAUSE_BEGINS = re.compile(r"(?:고|며|면서|지만|는데|으나|[,.;:·\"“”「」)])\Z")
_PARENTHESIS = re.compile(r"\s?\([^()\n]{1,16}\)\Z")
_NAMED = re.compile(r"(?P<first>[가-힣A-Zㄱ-ㅎ])[가-힣A-Z]{0,3}(?:\s?모)?\s?씨")
_MAX_LEFT = 300
_MAX_MODIFIERS = 5
_MAX_CLAUSE = 9
_MAX_NOUN = 40
_SHORTEST = 2  # syllables of such a noun
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
            subject = _subject(sentence, match, 0, shift=0)
            is_new = (
                subject.manner is Manner.another
                or _LETTER.search(match["noun"]) is not None
                or _clause_start(sentence, match.start("noun")) < match.start("noun")
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
    if match is None or not (_is_person(match) or (verb["by"].startswith("의") and _kind(match) is NounKind.open)):
        return Subject(Manner.body, TextSpan(verb.start(), verb.end()))
    return _subject(left, match, begin, shift=max(0, len(left) - _MAX_NOUN))


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=0)


def _by_noun_of_telling(left: str, begin: int) -> tuple[Subject, bool] | None:
    """소식통 전언, 주인이 보고 한 말이다: the last person who does something, else the noun right before."""
    actors = [match for match in _SUBJECT.finditer(left) if match["p"] in {"이", "가"} and _acts(match)]
    if actors:
        return _subject(left, actors[-1], begin, shift=0), False
    match = _AT_END.search(left[-_MAX_NOUN:])
    if match is None or not _is_person(match):
        return None
    return _subject(left, match, begin, shift=max(0, len(left) - _MAX_NOUN)), False


def _in_clause(left: str, clause: int, begin: int, *, known: bool) -> Subject | None:
    """The subject between the clause of what is told and the verb, the nearest first."""
    for match in reversed(list(_SUBJECT.finditer(left, clause))):
        near = left.count(" ", match.end()) <= _NEXT_TO
        if _kind(match) in {NounKind.person, NounKind.body} or (near and not known and _acts(match)):
            return _subject(left, match, begin, shift=0)
    return None


def _behind(sentence: str, verb: re.Match[str]) -> Subject | None:
    """Who stands right behind a quotation, whatever they did while they spoke."""
    match = _FOLLOWS.match(sentence, verb.end())
    if match is None or not _is_person(match):
        return None
    return _subject(sentence[: match.end()], match, 0, shift=0)


def _by_topic(left: str, begin: int, *, loose: bool) -> tuple[Subject, bool] | None:
    """The topic of the sentence, else a source or who opens a quotation, else "he"."""
    found = next((match for match in _SUBJECT.finditer(left) if _leads(match, left, loose=loose)), None)
    pronoun = _PRONOUN.search(left)
    if pronoun is not None and (found is None or pronoun.start() < found.start()):
        span = TextSpan(begin + pronoun.start("word"), begin + pronoun.end("word"))
        return Subject(Manner.pronoun, span, "그"), loose
    if found is None:
        return None
    subject = _subject(left, found, begin, shift=0)
    return subject, loose and not _is_new(left, subject, begin)


def _leads(match: re.Match[str], left: str, *, loose: bool) -> bool:
    """The noun may be the one who tells what follows it."""
    kind = _kind(match)
    if len(match["noun"]) < _SHORTEST and kind is NounKind.open:
        return False
    quotes = not loose and _QUOTE_OPENS.match(left, match.end()) is not None
    if match["p"] in {"은", "는", "께서는"}:
        return kind in {NounKind.person, NounKind.body} or (kind is NounKind.open and quotes)
    if loose or kind is not NounKind.person:
        return False
    return quotes or match["p"] == "도" or _is_source(match)


def _is_source(match: re.Match[str]) -> bool:
    return head_of(bare(_COUNTED_BEHIND.sub("", match["noun"]))) in SOURCES


def _kind(match: re.Match[str]) -> NounKind:
    if match["plural"] and match["noun"] == "아":
        return NounKind.person  # 아들
    if _DEAD.search(match.string, max(0, match.start("noun") - 16), match.start("noun")):
        return NounKind.thing
    if match["noun"] in _ONE_WHO:
        return NounKind.person if _says_who(match.string[: match.start("noun")]) else NounKind.thing
    return kind_of(_COUNTED_BEHIND.sub("", _PARENTHESIS.sub("", match["noun"])))


def _acts(match: re.Match[str]) -> bool:
    """A person, or a noun of two syllables and more that no list knows."""
    return _is_person(match) or (_kind(match) is NounKind.open and len(match["noun"]) >= _SHORTEST)


def _is_person(match: re.Match[str]) -> bool:
    return _kind(match) is NounKind.person


def _is_new(left: str, subject: Subject, begin: int) -> bool:
    """As in "a resident", "another", or a source by any name: nobody of the story told, whatever the verb."""
    words = left[subject.span.start - begin : subject.span.end - begin]
    return (
        subject.manner is Manner.another
        or subject.count > 1
        or _ONE.search(words) is not None
        or _WITNESS.search(words) is not None
        or _says_who(left[: left.rfind(" ", 0, subject.span.end - begin) + 1])
        or subject.noun.startswith(tuple(SOURCES))
    )


def _subject(left: str, match: re.Match[str], begin: int, *, shift: int) -> Subject:
    start, end = match.start("noun") + shift, match.end("noun") + shift
    is_son = match["plural"] and match["noun"] == "아"
    noun = _PARENTHESIS.sub("", left[start : end + 1 if is_son else end])
    end = start + len(noun)
    if _kind(match) is NounKind.body or is_of_a_body(left[:start] + noun):
        return Subject(Manner.body, TextSpan(begin + start, begin + end), noun)
    modifiers = _modifiers(left, start)
    head = head_of(noun)
    qualifier = (modifiers + noun[: len(noun) - len(head)]).strip()
    made = _by_modifiers(
        modifiers,
        qualifier,
        head,
        TextSpan(begin + start - len(modifiers), begin + end),
        plural=bool(match["plural"]) and not is_son,
    )
    return evolve(made, span=TextSpan(min(made.span.start, begin + _clause_start(left, start)), begin + end))


def _modifiers(left: str, start: int) -> str:
    """The words before a noun that narrow it, back to the end of the clause before."""
    at = start
    for _ in range(_MAX_MODIFIERS):
        before = left[:at].rstrip(" ")
        word = before.rpartition(" ")[2]
        if not word or "\n" in word or (_MODIFIER_END.search(word) and not _KEEPS.search(word)):
            break
        at = len(before) - len(word)
    return left[at:start]


def _clause_start(left: str, start: int) -> int:
    """Where the clause begins that says who somebody is: 무산군에서 약초를 캐는 주민; what they saw is the event's own."""
    at = next((at for at in (start, start - len(_modifiers(left, start))) if _says_who(left[:at])), None)
    if at is None:
        return start
    for _ in range(_MAX_CLAUSE):
        before = left[:at].rstrip(" ")
        word = before.rpartition(" ")[2]
        if not word or "\n" in word or _CLAUSE_BEGINS.search(word):
            break
        at = len(before) - len(word)
    return at


def _says_who(before: str) -> bool:
    """The words end with a verb that leads on to a noun, and not one of seeing what is told."""
    word = before.rstrip(" ").rpartition(" ")[2]
    if _NO_VERB.fullmatch(word):
        return False
    is_verb = _ADNOMINAL.search(word) is not None and _SAW_IT.search(word) is None
    return is_verb and kind_of(word[:-1]) is not NounKind.person


def _by_modifiers(modifiers: str, qualifier: str, noun: str, span: TextSpan, *, plural: bool) -> Subject:
    if _TOGETHER.search(modifiers):
        return Subject(Manner.another, span, noun, qualifier, count=2)
    ordinal = _ORDINAL.search(modifiers)
    if ordinal:
        order = 1 if ordinal["first"] else 2 if ordinal["second"] else 3
        return Subject(Manner.ordinal, span, noun, order=order)
    counted = _COUNTED.search(modifiers) or _COUNTED_BEHIND.search(noun)
    counted = None if counted and counted["n"] == "한" else counted
    noun = _COUNTED_BEHIND.sub("", noun)
    if plural or counted:
        number = _COUNTS.get(counted["n"], 0) if counted else 0
        return Subject(Manner.another if number else Manner.group, span, noun, qualifier, count=number or 1)
    if _ANOTHER.search(modifiers):
        return Subject(Manner.another, span, noun, _ANOTHER.sub("", qualifier).strip())
    return _plain(modifiers, qualifier, noun, span)


def _plain(modifiers: str, qualifier: str, noun: str, span: TextSpan) -> Subject:
    """Without a word of order: pointed back to, named, bare, or narrowed by what stands before."""
    name = _NAMED.fullmatch(noun)
    back = _BACK.match(modifiers)
    if back and "의 " not in modifiers[back.end() :]:
        manner = Manner.former if _FORMER.match(modifiers) else Manner.definite
    elif name is not None:
        return Subject(Manner.bare, span, name["first"] + "씨")
    elif qualifier:
        manner = Manner.indefinite
    else:
        manner = Manner.definite if noun in SOURCES else Manner.bare
    return Subject(manner, span, noun, qualifier)
