"""Whom the noun of a Korean telling means: what kind of noun it is, and the words around it that say who."""

import re

from attrs import evolve

from sosik.claims.tellers.korean_nouns import SOURCES, NounKind, head_of, is_of_a_body, kind_of
from sosik.claims.tellers.subject import Manner, Subject
from sosik.values.textspan import TextSpan

_ONE_WHO = frozenset(["이", "분"])  # 벌을 치는 이: a person where a verb leads on to it
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
COUNTED_BEHIND = re.compile(
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
_CLAUSE_BEGINS = re.compile(r"(?:고|며|면서|지만|는데|으나|[,.;:·\"“”「」)])\Z")
_PARENTHESIS = re.compile(r"\s?\([^()\n]{1,16}\)\Z")
_NAMED = re.compile(r"(?P<first>[가-힣A-Zㄱ-ㅎ])[가-힣A-Z]{0,3}(?:\s?모)?\s?씨")
_MAX_MODIFIERS = 5
_MAX_CLAUSE = 9
SHORTEST = 2  # syllables of such a noun


def kind(match: re.Match[str]) -> NounKind:
    if match["plural"] and match["noun"] == "아":
        return NounKind.person  # 아들
    if _DEAD.search(match.string, max(0, match.start("noun") - 16), match.start("noun")):
        return NounKind.thing
    if match["noun"] in _ONE_WHO:
        return NounKind.person if _says_who(match.string[: match.start("noun")]) else NounKind.thing
    return kind_of(COUNTED_BEHIND.sub("", _PARENTHESIS.sub("", match["noun"])))


def acts(match: re.Match[str]) -> bool:
    """A person, or a noun of two syllables and more that no list knows."""
    return is_person(match) or (kind(match) is NounKind.open and len(match["noun"]) >= SHORTEST)


def is_person(match: re.Match[str]) -> bool:
    return kind(match) is NounKind.person


def is_new(left: str, subject: Subject, begin: int) -> bool:
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


def subject_of(left: str, match: re.Match[str], begin: int, *, shift: int) -> Subject:
    start, end = match.start("noun") + shift, match.end("noun") + shift
    is_son = match["plural"] and match["noun"] == "아"
    noun = _PARENTHESIS.sub("", left[start : end + 1 if is_son else end])
    end = start + len(noun)
    if kind(match) is NounKind.body or is_of_a_body(left[:start] + noun):
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
    return evolve(made, span=TextSpan(min(made.span.start, begin + clause_start(left, start)), begin + end))


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


def clause_start(left: str, start: int) -> int:
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
    counted = _COUNTED.search(modifiers) or COUNTED_BEHIND.search(noun)
    counted = None if counted and counted["n"] == "한" else counted
    noun = COUNTED_BEHIND.sub("", noun)
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
