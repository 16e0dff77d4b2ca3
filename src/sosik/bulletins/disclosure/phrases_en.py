"""English words that stand for somebody who told us: "a source in Musan", "the officer, a man in his 40s, said"."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.found import SourcePhrase, finest
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.text import Lang

TELL = (
    r"(?:said|says|say|saying|told|tells|telling|explained|explains|added|adds|reported|reports|recalled|recalls|recounted|claimed|claims|"
    r"described|describes|confirmed|confirms|noted|notes|remarked|stated|states|revealed|disclosed|testified|insisted|complained|warned|"
    r"related|stressed|emphasi[sz]ed|pointed out|spoke|speaking|informed|admitted|confided|whispered|wrote|conveyed|shared|relayed|lamented|grumbled|predicted|estimated|alleged|sighed|sent (?:us|word|a|an|several|his|her)|got in touch|contacted (?:us|our|this)|called (?:us|our|in)|forwarded|passed (?:on|us|the|a)|answered|replied|wept|mentioned|outlined|sketched|listed|detailed|showed us|let us see|handed (?:us|it|over)|read (?:it )?(?:out )?to us|asked (?:us|that|not)|begged|joked|swore|maintains?|maintained|thinks?|thought|believes?|believed|remembers?|remembered|put it|has it|vouched|repeated|counted|saw|heard|watched|witnessed|overheard|noticed)"
)
_SOURCE = r"(?:sources?|informants?|insiders?|tipsters?|interlocutors?|contacts?|(?:eye-?)?witness(?:es)?)"
_PLAIN = r"(?:residents?|locals?|villagers?|citizens?|inhabitants?|townspeople|North Koreans?|people|persons?|individuals?|defectors?|escapees?|survivors?)"
_SEXED = r"(?:wom[ae]n|m[ae]n|girls?|boys?|housewi(?:fe|ves)|mothers?|fathers?|wi(?:fe|ves)|husbands?|widow(?:er)?s?|sons?|daughters?|grandmothers?|grandfathers?|brothers?|sisters?)"
ROLE = (
    r"(?:officials?|officers?|soldiers?|guards?|conscripts?|traders?|merchants?|vendors?|sellers?|dealers?|smugglers?|brokers?|farmers?|"
    r"fisherm[ae]n|fishers?|miners?|workers?|labou?rers?|teachers?|professors?|lecturers?|doctors?|physicians?|nurses?|surgeons?|medics?|"
    r"pharmacists?|drivers?|engineers?|technicians?|cadres?|agents?|police(?:m[ae]n|wom[ae]n)|prosecutors?|judges?|lawyers?|clerks?|accountants?|"
    r"managers?|forem[ae]n|students?|pupils?|prisoners?|inmates?|detainees?|interpreters?|translators?|cooks?|journalists?|pastors?|"
    r"missionar(?:y|ies)|captains?|lieutenants?|colonels?|majors?|commanders?|sergeants?|generals?|directors?|employees?|staffers?|"
    r"shopkeepers?|foresters?|rangers?|electricians?|mechanics?|sailors?|veterans?|inspectors?|wardens?|scientists?|researchers?|"
    r"diplomats?|economists?|carpenters?|builders?|weavers?|seamstress(?:es)?|hairdressers?|barbers?|waitress(?:es)?|herders?|shepherds?|"
    r"midwi(?:fe|ves)|dentists?|postm[ae]n|couriers?|bankers?|money[- ]?changers?|moneylenders?|donju|entrepreneurs?|business(?:m[ae]n|wom[ae]n)|"
    r"operators?|conductors?|secretar(?:y|ies)|chairm[ae]n|chairwom[ae]n|leaders?|heads?|members?|crew|principals?|headmasters?|headmistress(?:es)?|supervisors?|chiefs?|deputies|deputy|owners?|boss(?:es)?|cashiers?|bookkeepers?|\w+(?:keeper|master|smith|herd)s?|orderl(?:y|ies)|gravediggers?|undertakers?|"
    r"plumbers?|tailors?|welders?|masons?|bricklayers?|painters?|porters?|messengers?|ushers?|sweepers?|stokers?|caretakers?|janitors?|gardeners?|cobblers?|shoemakers?|butchers?|bakers?|brewers?|distillers?|(?:boat|ferry|rafts|boiler|watch|signal|switch|work|radio|line|repair|crew|stable|dairy|night)m[ae]n|loggers?|hunters?|"
    r"herbalists?|acupuncturists?|paramedics?|radiologists?|librarians?|musicians?|singers?|actors?|actress(?:es)?|dancers?|athletes?|coach(?:es)?|photographers?|typists?|stenographers?|archivists?|statisticians?|surveyors?|geologists?|chemists?|pilots?|navigators?|dispatchers?|telephonists?|censors?|tutors?|apprentices?|interns?|trainees?|cadets?|recruits?|"
    r"privates?|corporals?|quartermasters?|sentr(?:y|ies)|scouts?|snipers?|gunners?|warrant officers?|guides?|monks?|nuns?|deacons?|locksmiths?|attendants?|hostess(?:es)?|maids?|nann(?:y|ies)|caregivers?|pedlars?|peddlers?|hawkers?|stallholders?|innkeepers?|landlad(?:y|ies)|landlords?|matrons?|registrars?|notar(?:y|ies)|bailiffs?|executioners?|interrogators?|jailers?|gaolers?|assistants?|aides?|advisers?|deput(?:y|ies)|representatives?|delegates?|administrators?|planners?|auditors?|tellers?|weighers?|packers?|loaders?|dockers?|stevedores?|crane (?:driver|operator)s?|fitters?|turners?|smelters?|founders?|spinners?|dyers?|cutters?|sewers?|knitters?|machinists?|"
    r"bus drivers?|lorry drivers?|brigade leaders?|work[- ]team leaders?|people's unit (?:head|leader)s?)"
)
KIN = r"(?:relatives?|cousins?|brothers?|sisters?|mothers?|fathers?|parents?|neighbou?rs?|friends?|colleagues?|sons?|daughters?|wi(?:fe|ves)|husbands?|widow(?:er)?s?|uncles?|aunts?|nephews?|nieces?|in-laws?|(?:class|room|work)mates?|acquaintances?|grand(?:mother|father|son|daughter)s?|survivors?|famil(?:y|ies)|kin|god(?:son|daughter|mother|father|child)s?|step(?:son|daughter|mother|father|brother|sister)s?|(?:son|daughter|mother|father|brother|sister)s?-in-law|fianc[eé]e?s?|orphans?|twins?|heirs?|child(?:ren)?|bab(?:y|ies)|infants?|spouses?|partners?|girlfriends?|boyfriends?|lovers?|foster \w+)"
_INSTITUTION = (
    r"(?:military|army|navy|troops?|corps|brigade|battalion|regiment|company|unit|party|security|police|customs|hospital|clinic|mine|government|"
    r"ministry|bureau|department|agency|office|committee|diplomatic|intelligence|court|prosecut\w+|prison|camp|factory|plant|mill|school|"
    r"university|college|market|trade|trading|bank|port|railway|station|farm|cooperative|guard|administration|authorit\w+|judicial|law enforcement|medical|health|"
    r"education|forestry|fisher(?:y|ies)|shipping|mining|enterprise)"
)
_HEAD = re.compile(
    rf"\b(?:(?P<source>{_SOURCE})|(?P<people>{_PLAIN})|(?P<sexed>{_SEXED})|(?P<role>{ROLE})|(?P<kin>{KIN}))\b",
    re.IGNORECASE,
)
_DET = re.compile(
    r"(?:an?|the|one|another|other|others|some|several|two|three|four|five|six|many|multiple|our|this|both|each|any|yet|anonymous|unnamed|separate|additional|further)\Z",
    re.IGNORECASE,
)
_STOP_LEFT = re.compile(
    rf"(?:{TELL}|by|to|according|that|and|but|of|in|from|with|for|as|on|at|is|was|were|are|be|been|has|have|had|when|while|who|near|into|than|or|if|because|after|before|citing|quoting|cited|quoted|asked|via|through|between|among|about)\Z",
    re.IGNORECASE,
)
_STOP_RIGHT = (
    rf"(?:{TELL}|has|have|had|was|were|is|are|will|would|could|can|did|do|does|who|whose|that|which|when|as|after|before|because|while|and|but|saw|heard|"
    r"witnessed|watched|knew|know|knows|learned|learnt|put|gave|made|went|came|sent|died|spotted|noticed|observed|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_POST = re.compile(
    rf"(?:\s+(?:based|living|residing|located|stationed|working|employed|serving|posted|familiar|close|inside|within|in|from|near|of|at|outside|around|across|with|along|under|aged|who (?:lives?|lived|works?|worked|serves?|served|resides?|is|was)\b)\b"
    rf"(?:[ -](?!{_STOP_RIGHT}\b)[\w'’.-]*[\w'’]){{1,12}})+"
)
_GRADE = re.compile(r"\s(?:first|second|third|senior|junior)(?:\s(?:class|grade|rank))?\b|\s(?:major|grade|class)\b")
_RELATIVE = re.compile(
    rf",?\s+who(?:se|m)?\s+(?:(?!\b{TELL}\b)[^,.;:“”\"\n(]){{2,120}}?(?=,|\s(?:is|was)\s(?:an?|one|in|aged)\b|\s+{TELL}\b|[.;\n])(?:,(?=\s+{TELL}\b))?",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r",\s+(?:an?|the|himself|herself|aged|who|now|in (?:his|her|their))\s[^,.;:“”\"\n]{2,110}(?:,|(?=[.;\n]))|,\s+\d{2},|\s*\(\d{2}\)",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\s+(?:is|was)\s+(?=an?\s|one of\s|in (?:his|her|their)\s|aged\s|\d{2}\b|the\s)[^.;“”\"\n]{2,110}", re.IGNORECASE
)
_LIVES = re.compile(r"\b(?:lives?|lived|resid\w+|based)\b")
_AGE = re.compile(
    r"\b(?:\d{1,2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:-\w+)?)[- ]years?[- ]olds?\b|\baged? (?:of )?\d{2}\b|\b(?:in|into) (?:his|her|their) (?:early |mid[- ]?|late )?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|\d0s)\b"
    r"|\b(?:elderly|young|younger|older|middle-aged|teenaged?|old|thirty-?something|\w+-something)\b(?! (?:age|times))|,\s+\d{2},|\(\d{2}\)|\b(?:is|was) \d{2}\b",
    re.IGNORECASE,
)
_FEMALE = re.compile(
    r"\b(?:female|wom[ae]n|girls?|housewi\w+|mothers?|wi(?:fe|ves)|widows?|daughters?|grandmothers?|sisters?|aunts?|nieces?|her|herself|she|seamstress\w*|waitress\w*|\w+wom[ae]n)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:male|m[ae]n|boys?|fathers?|husbands?|widowers?|sons?|grandfathers?|brothers?|uncles?|nephews?|his|himself|he|policem[ae]n|fisherm[ae]n|businessm[ae]n)\b",
    re.IGNORECASE,
)
_RELATED = re.compile(
    rf"\b{KIN}\s+(?:of|to|with|who)\b|\bwhose\s+(?:\w+\s+){{0,3}}{KIN}\b|['’]s?\s+(?:\w+\s+){{0,2}}{KIN}\b|\brelated to\b|\b(?:his|her|their) (?:\w+ )?{KIN}\b|\bfamily members?\b|\bbereaved\b|\bclose to the (?:victims?|famil\w+|dead)\b",
    re.IGNORECASE,
)
_ROLE_WORD = re.compile(
    rf"\b(?:{ROLE}|{_INSTITUTION}|works?|worked|working|employed|serves|served|serving|stationed|posted|high-ranking|senior|ranking|retired|former|ex-\w+)\b",
    re.IGNORECASE,
)
_NO_SOURCE = re.compile(
    r"\s+(?:of (?:income|food|energy|power|water|revenue|heat|supply|infection|information|funds?|money|hard currency|anxiety|concern|the (?:river|infection|problem|fire))|code\b)",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|state media|ministry of|unification ministry|foreign ministry|South Korean|Seoul|U\.?S\.?|U\.?N\.?|American|Japanese|open[- ]source|news|media)\b",
    re.IGNORECASE,
)
_TOLD_AFTER = re.compile(rf",?\s+(?:also\s+|later\s+|then\s+|further\s+|who\s+)?(?:{TELL})\b", re.IGNORECASE)
_TOLD_BEFORE = re.compile(
    r"(?:\baccording to|\b(?:told|informed) by|\binterview(?:s|ed)? with|[”\",]\s?(?:said|says|added|explained|recalled|adds|explains|claimed|reported|lamented|confided)|\bspoke (?:to|with)|\bspoken (?:to|with)|\bheard from|\btestimony (?:of|from)|\baccounts? (?:of|from|by)|\bcit(?:ed|ing)|\bquot(?:ed|ing))\s+\Z",
    re.IGNORECASE,
)
_PLACE_LEAD = re.compile(
    r"(?:\b(?:in|near|from|outside|around|at|inside|within|of|close to|on the outskirts of|not far from|based in|living in)\s+)(?:the\s+)?(?:(?:border|northern|southern|eastern|western|small|nearby)\s+)*(?:(?:city|county|town|village|district|province|area|region) of\s+)?\Z",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Oo]utside|[Aa]t|[Ii]nside|[Oo]f)\s+(?:the\s+)?(?:(?:city|county|town|village|district|area|farm) of\s+)?(?P<name>[A-Z][\w'’]+(?:-[A-Za-z]+)*(?:\s+[A-Z][\w'’-]+)*)"
    r"|(?P<unit>\b[A-Z][\w'’]*-(?:ri|dong|up|eup|myon|myeon|gu|nodongjagu)\b)|(?P<small>\b(?:a|the|this|that|one)\s+(?:\w+\s+)?(?:village|hamlet|neighbou?rhood|work[- ]?team|inminban|apartment block|street)\b)"
)
_NOT_PLACE = re.compile(
    rf"(?:{_INSTITUTION}|Workers|Ministry|Committee|Army|Party|Bureau|State|Supreme|General|National|People|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Daily|Radio|Korean)",
    re.IGNORECASE,
)


def source_phrases(text: str, gazetteer: Gazetteer) -> Iterator[SourcePhrase]:
    """In order, none inside another."""
    reached = 0
    for head in _HEAD.finditer(text):
        if head.start() < reached:
            continue
        phrase = _phrase(text, head, gazetteer)
        if phrase is not None and phrase.start >= reached:
            reached = phrase.end
            yield phrase


def _phrase(text: str, head: re.Match[str], gazetteer: Gazetteer) -> SourcePhrase | None:
    start = _left(text, head.start())
    noun_end = head.end()
    grade = _GRADE.match(text, noun_end)
    noun_end = grade.end() if grade else noun_end
    post = _POST.match(text, noun_end)
    end = post.end() if post else noun_end
    if not _tells(text, head, start, end):
        return None
    end = _beyond(text, end)
    if _NO_SOURCE.match(text, noun_end) or _NOT_OURS.search(text[start : post.end() if post else noun_end]):
        return None
    return _described(text, start, end, head, gazetteer)


def _left(text: str, at: int) -> int:
    """Where the noun phrase begins: at its determiner, else at the names and modifiers that touch the head."""
    tokens = list(re.finditer(r"[\w'’-]+(?=[ ])", text[max(0, at - 90) : at]))
    base, start = max(0, at - 90), at
    for token in reversed(tokens[-7:]):
        if text[base + token.end() : start].strip(" ") or "\n" in text[base + token.end() : start]:
            return start
        if _DET.match(token[0]):
            before = re.search(
                r"\b(?:yet|the|some|any|one of|at least|more than)\s+\Z", text[: base + token.start()], re.IGNORECASE
            )
            return before.start() if before else base + token.start()
        if _STOP_LEFT.match(token[0]):
            return start
        start = base + token.start()
    return start


def _tells(text: str, head: re.Match[str], start: int, end: int) -> bool:
    """A source is one by its word; anybody else when they are said to tell."""
    word = head[0].casefold()
    if head["source"] and not word.startswith(("contact", "witness")):
        return True
    if head["source"] and (start < head.start() or word.endswith("s") or end > head.end()):
        return bool(
            re.match(r"(?:an?|the|our|one|another|two|three|several|some|eye)\b", text[start:], re.IGNORECASE)
        ) or bool(_TOLD_AFTER.match(text, end))
    relative = _RELATIVE.match(text, end)
    if relative and _TOLD_AFTER.match(text, relative.end()):
        return True
    after = _TOLD_AFTER.match(text, _beyond(text, end))
    return bool(after or _TOLD_AFTER.match(text, end) or _TOLD_BEFORE.search(text[max(0, start - 40) : start]))


def _beyond(text: str, end: int) -> int:
    """Past what is added to the phrase: a relative clause, an apposition, an age, a predicate."""
    relative = _RELATIVE.match(text, end)
    if relative:
        says = any(pattern.search(relative[0]) for pattern in (_ROLE_WORD, _RELATED, _LIVES))
        end = relative.end() if says or _PREDICATE.match(text, relative.end()) else end
    for pattern in (_APPOSED, _APPOSED, _PREDICATE):
        match = pattern.match(text, end)
        end = match.end() if match else end
    return end


def _described(text: str, start: int, end: int, head: re.Match[str], gazetteer: Gazetteer) -> SourcePhrase:
    words = text[start:end]
    mentions = gazetteer.find(words, Lang.en)
    places = finest(tuple(entry for mention in mentions for entry in mention.entries))
    place_start, place_end = (
        (start + mentions[0].span.start, start + mentions[-1].span.end) if mentions else (start, start)
    )
    lead = _PLACE_LEAD.search(text[start:place_start])
    bare = "".join(words[a:b] for a, b in _outside(words, [(m.span.start, m.span.end) for m in mentions]))
    female, male = _FEMALE.search(bare), _MALE.search(bare)
    attributes = tuple(
        name
        for name, seen in (
            ("role", head["role"] or _ROLE_WORD.search(bare)),
            ("age", _AGE.search(bare)),
            ("sex", bool(female) != bool(male)),
            ("relation", head["kin"] or _RELATED.search(bare)),
        )
        if seen
    )
    return SourcePhrase(
        start=start,
        end=end,
        plain=_plain(words, head[0], is_start=text[start].isupper()),
        places=places,
        place_start=start + lead.start() if lead else place_start,
        place_end=place_end,
        unknown_place=_names_unknown(words, [(m.span.start, m.span.end) for m in mentions]),
        attributes=attributes,
        sex="female" if female and not male else "male" if male and not female else None,
        is_witness="witness" in head[0].casefold(),
    )


def _plain(words: str, head: str, *, is_start: bool) -> str:
    """The same determiner with the plain word for who told us."""
    plural = head.casefold().endswith("s") or head.casefold() in {"people", "men", "women"}
    first = re.match(r"(?:yet another|another|the other|the|our|this|that)\b", words, re.IGNORECASE)
    if plural:
        said = f"{first[0]} sources" if first and "another" not in first[0].casefold() else "sources"
    else:
        said = f"{first[0]} source" if first else "a source"
    said = said.replace("this ", "the ").replace("that ", "the ").replace("our ", "a " if not plural else "")
    return said[0].upper() + said[1:] if is_start else said[0].lower() + said[1:]


def _names_unknown(words: str, known: list[tuple[int, int]]) -> bool:
    for match in _UNKNOWN.finditer(words):
        span = match.span("name") if match["name"] else match.span()
        if match["name"] and (_NOT_PLACE.match(match["name"]) or any(a < span[1] and span[0] < b for a, b in known)):
            continue
        return True
    return False


def _outside(words: str, known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in known:
        yield at, start
        at = end
    yield at, len(words)
