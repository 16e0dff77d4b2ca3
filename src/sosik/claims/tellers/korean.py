"""Korean tellings: a noun that means a person, its particle, and the verb with which they tell."""

import re
from collections.abc import Iterator

from sosik.claims.tellers.subject import Attribution, Manner, Subject
from sosik.values.textspan import TextSpan

_VERB = re.compile(
    r"(?P<plain>전함|말함|밝힘|증언함|설명함|알려 ?옴|적어\s?보냈|써\s?보냈|떠올렸|회상했|일러\s?[줬주]|고백했|전했|전해\s?왔|전한다|전하였|말했|말한다|말하였|밝혔|알려\s?왔|알려\s?줬|알려\s?주었|알렸|설명했|설명한다|증언했|증언한다|이야기했|얘기했|토로했|덧붙였|보내\s?왔"
    r"|보도했|보도한다|털어놓았|털어놨|귀띔했|제보했|주장했|강조했|지적했|언급했|회고했|호소했|답했|대답했|하소연했|부연했|추측했|우려했|부인했|발표했|반박했|들려\s?줬|들려주었|확인했|확인해\s?[줬주]|입을 모았|기록했|적었다)"
    r"|(?P<late>(?:전한|말한|밝힌|보도한|알려온|증언한)\s?(?:데|바|것|말|내용|이야기|소식)(?:에|를|을)?\s?(?:따르면|의하면|종합하면|보면)?|(?:전한|말한|밝힌|증언한)\s?(?:반면|데\s?(?:반해|이어)))"
    r"|(?P<by>에\s?따르면|에\s?의하면|의\s?(?:말|전언|설명|증언|이야기|얘기)(?:에\s?(?:따르면|의하면)|로는|이다|을\s?종합하면)|를\s?인용|을\s?인용|(?:이|가) 보낸)"
    r"|(?P<noun_of_telling>(?:(?<=\s)한|들려준|전한|해 준)\s(?:말|이야기|얘기|증언)이?다(?=[.\s])|(?<=\s)(?:전언|증언)(?:이다)?(?=[.\n]|$))"
    r"|(?P<quoted>[\"”」]\s?(?:이?라)?고\s?(?:했|한다|말한))|(?P<loose>[다라냐자]고\s(?:했다|한다|했고|했으며|했지만)(?!고))"
)
_RETOLD = re.compile(r"[가-힣]{0,3}다?(?:고|는)\s?(?:한다|했다|들었|전해 들|하더|말을|소문|이야기|얘기|주장|것으로)")
_PERSON = (
    r"(?:[가-힣A-Za-z]{0,12}(?:소식통|취재원|제보자|통신원|조력자|목격자|관계자|주민|조선족|안해|녀성|녀인|녀자|로인|로동자|운전수|차장|련락인|화교|교포|동포|한족|선생|상인|무역상|무역업자|업자|운전사|운전수|기사|일꾼|일군|노동자|근로자|간호사|간호원|의사|수감자|생존자|출소자"
    r"|장사꾼|장사군|밀수꾼|밀수업자|짐꾼|나무꾼|사냥꾼|동료|친척|이웃|지인|친구|어부|농민|농장원|광부|탄부|노인|여성|남성|여인|청년|남자|여자|사람|탈북민|탈북자|군인|병사|경비대원|대원|초병|장교|교원|교사|교수|학생|대학생"
    r"|목사|선교사|활동가|브로커|거간꾼|간부|당원|직원|사무원|종업원|환전상|조카|삼촌|사촌|이모|고모|할머니|할아버지|어머니|아버지|어머님|아버님|언니|누나|오빠|아들|딸|부인|아내|남편|시민|여행자|승객|요리사|경비원|경비병|안내원|인솔자"
    r"|기술자|기사장|벌목공|용접공|선원|기관사|철도원|역무원|약초꾼|목격자|피해자|가족|유가족|당사자|증언자|판매원|재봉사|화가|배우|가수|기자|벌이버스 기사|농부|목수|[가-힣]{1,6}(?:상인|꾼|업자|노동자|주민|원|공|자|사|생|민|인)|[가-힣A-Z]{1,4}\s?씨)|(?:소식통|취재원|제보자|주민|상인)\s?[A-Z]|(?<=한\s)[가-힣]{2,8}?)(?:\s?\([^()\n]{1,16}\))?"
)
_BODY = (
    r"(?:[가-힣A-Za-z]{0,14}(?:대변인|당국자?|통신|신문|방송|매체|참모본부|합참|보위부|보위국|안전부|안전국|위원회|정부|국방부|통일부|외교부|국정원|지시문|문건|포고문|보고서?|판결문|보도|TV|티비|군부대|중앙당|도당|군당|시당|인민군|경찰"
    r"|공안|대사관|영사관|단체|기구|유엔|연합|연구원|연구소|재단|협회|일보|뉴스|NK|타임스|성명|담화|발표|자료|통계|기록|일지|명단|편지|공고|법원|검찰소|재판소|사령부|부대|국제기구|구호단체|측|관영|기관))"
)
_ADDRESS = r"(?:[^\s,.]{1,14}(?:에|에게|에게만|와의|과의|와|과|에서|으로|로|게|어|여|워)|[^\s,.]{1,8}(?:일|요일|초|말|경)|본지|이어|또|또한|뒤늦게|다시|직접|조심스레|추가로|전화로|나중에|최근|지난|오전|오후|덧붙여|함께|[·\"“”「」]+\S*)"
_SOME = r"(?:\s(?:두|세|네|다섯|[2-9])\s?(?:명|사람))?"
_ADJACENT = re.compile(
    rf"(?:^|(?<=[\s,·\"“”「」]))(?P<noun>(?:{_PERSON}){_SOME}|(?P<body>{_BODY}))(?:들)?(?P<p>은|는|이|가|께서|도)\s+(?:{_ADDRESS}\s+){{0,5}}\Z"
)
_TOPIC = re.compile(
    rf"(?:^|(?<=[\s,·\"“”「」(]))(?:(?P<body>{_BODY})|(?P<noun>{_PERSON}{_SOME}))(?P<plural>들)?(?P<p>은|는)(?=[\s,])"
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[\s,·\"“”「」(]))(?:(?P<noun>[가-힣]{0,8}(?:소식통|취재원|제보자|통신원))(?P<p>이|가|도)|(?P<too>[가-힣]{1,2}\s?모?\s?씨|[가-힣]{0,6}(?:주민|탈북민|상인|목격자))도)(?=[\s,])"
)
_BY_NOUN = re.compile(rf"(?:^|(?<=[\s,·\"“”「」(]))(?:(?P<body>{_BODY})|(?P<noun>{_PERSON}))(?P<plural>들)?\Z")
_ACTOR = re.compile(rf"(?:^|(?<=[\s,·\"“”「」(]))(?P<noun>{_PERSON})(?P<plural>들)?(?P<p>이|가)(?=\s)")
_PRONOUN = re.compile(r"(?:^|(?<=[\s,·\"“”「」]))(?P<word>그|그녀|그이|본인|당사자)(?:은|는|가|도)?(?=\s)")
_ANOTHER = re.compile(r"(?:또\s?다른|또\s?한|또\s?하나의|다른|별도의|두\s?번째로)(?:\s|\Z)")
_BACK = re.compile(r"(?:앞의|앞선|앞서의|앞서|위의|이|그|해당|같은|상기|먼저의)\s")
_FORMER = re.compile(r"(?:앞의|앞선|앞서의|먼저의)\s")
_ORDINAL = re.compile(
    r"(?P<first>첫\s?번째|첫째|첫|처음의?)\s|(?P<second>두\s?번째|둘째)\s|(?P<third>세\s?번째|셋째)\s"
)
_ONE = re.compile(r"(?:^|\s)(?:한|어떤|어느|익명의)\s")
_TOGETHER = re.compile(r"(?:소식통|취재원|제보자|주민|상인|업자|관계자)[과와]\s")
_COUNTED = re.compile(
    r"(?:^|\s)(?P<n>(?:두|세|네|다섯)(?=\s)|복수의|여러|다수의|[2-9])\s?(?:명의?\s)?(?:[가-힣]+\s)?\Z"
)
_COUNTED_BEHIND = re.compile(r"\s(?P<n>두|세|네|다섯|[2-9])\s?(?:명|사람)\Z")
_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5}
_MODIFIER_END = re.compile(r"(?:고|며|데|나|지만|면|서|자|다|은|는|이|가|을|를|에|께|[,.;:·\"“”「」)])\Z")
_KEEPS = re.compile(
    r"(?:^(?:이|그|앞의|앞서|해당)|있는|사는|사정을|사정에|아는|밝은|다니는|파는|하는|일하는|쓰던|동원된|풀려난|입수한|보낸|같은|또|다른|한|현지|도|[가-힣]+의|[가-힣]+[도시군구])\Z"
)
_CORE = re.compile(r"(?:소식통|취재원|제보자|통신원|무역업자|무역상|상인|주민|장사꾼|[가-힣A-Z]{1,4}\s?씨)\Z")
_OF_A_BODY = re.compile(
    r"(?:합참|합동참모본부|통일부|국방부|외교부|국정원|국가정보원|법무부|대통령실|청와대|정부|유엔|적십자|군 당국|경찰청|해경|해양경찰|단체|협회|재단|위원회|연구원|연구소|기구|대사관|영사관)의?\s?(?:한\s)?(?:관계자|직원|고위 관계자|핵심 관계자)\Z"
)
_PARENTHESIS = re.compile(r"\s?\([^()\n]{1,16}\)\Z")
_NAMED = re.compile(r"(?P<first>[가-힣A-Z])[가-힣A-Z]{0,3}\s?씨")
_PARTICLE = re.compile(r"[은는이가서도][\s,]")
_MAX_LEFT = 300
_MAX_MODIFIERS = 5
_MAX_NOUN = 40
_MAX_ADJACENT = 160


def attributions(masked: str, start: int, end: int) -> list[Attribution]:
    """Every telling of a sentence in order; each reaches back to the one before."""
    sentence = masked[start:end]
    made: list[Attribution] = []
    zone = 0
    for verb in _verbs(sentence):
        found = _named(sentence, zone, verb)
        if found is None:
            continue
        subject, loose = found
        moved = Subject(
            subject.manner, subject.span.moved(start), subject.noun, subject.qualifier, subject.order, subject.count
        )
        reach = TextSpan(start + zone, end)
        if made:
            last = made[-1]
            made[-1] = Attribution(last.subject, last.verb, TextSpan(last.reach.start, start + zone), last.back)
        made.append(Attribution(moved, TextSpan(start + verb.start(), start + verb.end()), reach, loose))
        zone = verb.end()
    return made


def _verbs(sentence: str) -> Iterator[re.Match[str]]:
    for match in _VERB.finditer(sentence):
        if match["plain"] and _RETOLD.match(sentence, match.end()):
            continue
        yield match


def _named(sentence: str, zone: int, verb: re.Match[str]) -> tuple[Subject, bool] | None:
    """Who tells; the flag says that only a known teller may be meant."""
    begin = max(zone, verb.start() - _MAX_LEFT)
    left = sentence[begin : verb.start()]
    if verb["noun_of_telling"]:
        return _by_noun_of_telling(left.rstrip(), begin)
    if verb["by"]:
        match = _BY_NOUN.search(left[-_MAX_NOUN:])
        if match is None:
            return Subject(Manner.body, TextSpan(verb.start(), verb.end())), False
        return _subject(left, match, begin, shift=max(0, len(left) - _MAX_NOUN)), False
    loose = verb["loose"] is not None
    return _by_particle(left, begin, loose=loose) if _PARTICLE.search(left) else None


def _by_noun_of_telling(left: str, begin: int) -> tuple[Subject, bool] | None:
    """소식통 전언, 주인이 보고 한 말이다: the last person who does something, else the noun right before."""
    actors = list(_ACTOR.finditer(left))
    if actors:
        return _subject(left, actors[-1], begin, shift=0), False
    match = _BY_NOUN.search(left[-_MAX_NOUN:])
    return (_subject(left, match, begin, shift=max(0, len(left) - _MAX_NOUN)), False) if match else None


def _by_particle(left: str, begin: int, *, loose: bool) -> tuple[Subject, bool] | None:
    """The subject next to the verb, else the topic of the clause, else a source, else "I" or "he"."""
    adjacent = None if loose else _ADJACENT.search(left[-_MAX_ADJACENT:])
    if adjacent is not None:
        return _subject(left, adjacent, begin, shift=max(0, len(left) - _MAX_ADJACENT)), False
    found = _TOPIC.search(left) or (None if loose else _SUBJECT.search(left))
    pronoun = _PRONOUN.search(left)
    if pronoun is not None and (found is None or pronoun.start() < found.start()):
        return Subject(
            Manner.pronoun, TextSpan(begin + pronoun.start("word"), begin + pronoun.end("word")), "그"
        ), loose
    if found is None:
        return None
    subject = _subject(left, found, begin, shift=0)
    return subject, loose and not _is_new(left, subject, begin)


def _is_new(left: str, subject: Subject, begin: int) -> bool:
    """As in "a resident", "another", or a source by any name: nobody of the story told, whatever the verb."""
    words = left[subject.span.start - begin : subject.span.end - begin]
    return (
        subject.manner is Manner.another or _ONE.search(words) is not None or subject.noun.startswith(tuple(_SOURCES))
    )


def _subject(left: str, match: re.Match[str], begin: int, *, shift: int) -> Subject:
    groups = match.groupdict()
    name = next(key for key in ("noun", "too", "body") if groups.get(key))
    start, end = match.start(name) + shift, match.end(name) + shift
    noun = _PARENTHESIS.sub("", left[start:end])
    end = start + len(noun)
    if (groups.get("body") and not _CORE.search(noun)) or _OF_A_BODY.search(left[:start] + noun):
        return Subject(Manner.body, TextSpan(begin + start, begin + end), noun)
    modifiers = _modifiers(left, start)
    span = TextSpan(begin + start - len(modifiers), begin + end)
    core = _CORE.search(noun)
    head = core[0] if core else noun
    qualifier = (modifiers + noun[: len(noun) - len(head)]).strip()
    return _by_modifiers(modifiers, qualifier, head, span, plural=bool(groups.get("plural")))


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


def _by_modifiers(modifiers: str, qualifier: str, noun: str, span: TextSpan, *, plural: bool) -> Subject:
    if _TOGETHER.search(modifiers):
        return Subject(Manner.another, span, noun, qualifier, count=2)
    ordinal = _ORDINAL.search(modifiers)
    if ordinal:
        order = 1 if ordinal["first"] else 2 if ordinal["second"] else 3
        return Subject(Manner.ordinal, span, noun, order=order)
    counted = _COUNTED.search(modifiers) or _COUNTED_BEHIND.search(noun)
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
        manner = Manner.definite if noun in _SOURCES else Manner.bare
    return Subject(manner, span, noun, qualifier)


_SOURCES = frozenset("소식통 취재원 제보자 통신원".split())
