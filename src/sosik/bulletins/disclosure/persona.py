"""What is said of a source away from the words that stand for them: "She is in her 40s", "그는 탄광에서 일한다"."""

import re
from collections.abc import Iterator, Sequence

from sosik.bulletins.disclosure import phrases_en, phrases_ko
from sosik.bulletins.disclosure.found import Found, Page, SourcePhrase, finest
from sosik.claims.gazetteer.lookup import Entry
from sosik.claims.sentences import split
from sosik.values.text import Lang

_WHO_EN = r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Tt]his|[Oo]ur) (?:source|informant|insider|contact|resident|man|woman|person|trader|official|officer|witness))"
_LIVES_EN = re.compile(
    rf"\b{_WHO_EN}\s(?:has |had |still |now |also |once ){{0,2}}(?:lives?|lived|living|resides?|resided|was born|grew up|comes from|came from|is from|was from|moved|stays|is based|was based|rents|owns a (?:house|home)|(?:since )?been (?:transferred|moved|sent|relocated|assigned))\b[^.;\n]{{2,70}}|\b(?:Speaking|Calling|Writing|Texting|[Ss]peaking|[Cc]alling) (?:\w+ )?(?:from|in|inside) [^.,;\n]{{2,50}}"
)
_WORKS_EN = re.compile(
    rf"\b{_WHO_EN}\s(?:has |had |still |now |also |once |then ){{0,2}}(?:works?|worked|served?|serves|is employed|was employed|is stationed|was stationed|(?:is|was) (?:an?|the)\s(?:\w+[\s-]){{0,4}}(?:{phrases_en.ROLE})|runs?|ran|teaches|taught|trades|sells|drives|manages|commands?|heads)\b[^.;\n]{{0,60}}"
)
_AGED_EN = re.compile(
    rf"\b{_WHO_EN}\s(?:is|was|turned)\s(?:now\s|only\s|just\s)?(?:aged\s)?(?:\d{{2}}\b(?!\s?(?:%|per|km|people))|in (?:his|her|their) [^.,;\n]{{3,20}}|an?\s\d{{1,2}}-year-old|young|elderly|middle-aged)[^.,;\n]{{0,20}}"
)
_KIN_EN = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he (?:source|informant|insider|resident)['’]s|[Mm]y|[Oo]ur)\s(?:own |late |only |elder |older |younger |eldest |youngest |dead |\w+-year-old )?(?:{phrases_en.KIN})\b"
)
_SAYS_EN = re.compile(
    rf"\b(?P<who>[Ss]he|[Hh]e)\s(?:also |then |further |later )?{phrases_en.TELL}\b|\b{phrases_en.TELL}\s(?P<last>she|he)\b"
)
_WHO_KO = r"(?:(?:이|그|해당|본)\s)?(?:소식통|취재원|제보자|정보원|주민|남성|여성|목격자)|그녀|그|본인|자신"
_LIVES_KO = re.compile(
    rf"(?<![가-힣])(?:{_WHO_KO})[은는이가도]\s(?:\S+\s){{0,5}}(?:살고|산다|살았|살며|사는|거주|출신|태어|자랐|이사)\S*"
)
_WORKS_KO = re.compile(
    rf"(?<![가-힣])(?:{_WHO_KO})[은는이가도]\s(?:\S+\s){{0,6}}(?:일하|일한|일했|근무|복무|종사|다니|운영|장사|맡고|맡았|(?:{phrases_ko.ROLE})(?:이다|였다|이었다|로|으로|다\.|이며|이고))\S*"
)
_AGED_KO = re.compile(
    rf"\d{{1,2}}\s?(?:세|살|대)의?\s\S*(?:인|된)\s(?:그|소식통|취재원|제보자)|(?<![가-힣])(?:{_WHO_KO})[은는이가도]\s(?:\S+\s){{0,6}}(?:\d{{1,2}}\s?(?:대|세|살)|(?:이십|삼십|사십|오십|육십|칠십)대)\S*(?:\s(?:초반|중반|후반)\S*)?(?:\s(?:남성|여성)\S*)?"
)
_KIN_KO = re.compile(
    rf"(?:소식통|취재원|제보자|주민|그|그녀|자신|본인|내|제|우리)의?\s(?:큰|작은|둘째|막내|맏|친)?\s?(?:{phrases_ko.KIN})(?=[은는이가을를도의네와과\s,.])|(?:우리|제|내)\s?(?:옆집|앞집|윗집|아랫집|이웃집|뒷집)|(?:옆집|앞집|윗집|아랫집|이웃집|뒷집)(?:에 사는|에 살던|의|이|은|에서|\s)"
)
_SEX_KO = re.compile(r"(?<![가-힣])그녀(?:는|가|도|의)")


def personas(page: Page) -> Iterator[Found]:
    """In a text that speaks of a source, every sentence that says more of them, once a rule."""
    patterns = _KO if page.lang is Lang.ko else _EN
    for sentence in split(page.text):
        before = tuple(phrase for phrase in page.phrases if phrase.start < sentence.end)
        if not before:
            continue
        own = finest(tuple(place for phrase in before for place in phrase.places))
        words = page.text[sentence.start : sentence.end]
        for rule, pattern in patterns:
            match = pattern.search(words)
            if match is not None and not _is_within(sentence.start + match.start(), before, rule):
                yield _found(rule, sentence.start, match, page, next(iter(own), None))


def _found(rule: str, base: int, match: re.Match[str], page: Page, place: Entry | None) -> Found:
    start, end = base + match.start(), base + match.end()
    if rule == "place-narrows":
        places = (entry for mention in page.gazetteer.find(match[0], page.lang) for entry in mention.entries)
        return Found(rule, start, end, numbered=True, place=next(iter(finest(tuple(places))), None))
    if rule == "age":
        return Found(rule, start, end, numbered=True, place=place, attributes=("age",))
    if rule == "sex":
        return _pronoun(base, match, page.lang, place)
    return Found(rule, start, end)


def _pronoun(base: int, match: re.Match[str], lang: Lang, place: Entry | None) -> Found:
    """He or she, for which the source can stand."""
    group: str | int = 0 if lang is Lang.ko else "who" if match["who"] else "last"
    word = match[group]
    sex = "male" if word.casefold() == "he" else "female"
    plain = f"소식통{match[0][2:]}" if lang is Lang.ko else "The source" if word[0].isupper() else "the source"
    if lang is Lang.ko:
        plain = plain.replace("통는", "통은").replace("통가", "통이")
    start, end = base + match.start(group), base + match.end(group)
    return Found("sex", start, end, plain, numbered=True, place=place, attributes=(sex,))


def _is_within(at: int, phrases: Sequence[SourcePhrase], rule: str) -> bool:
    """What the phrase's own words say is found with the phrase."""
    holding = [phrase for phrase in phrases if phrase.start <= at < phrase.end]
    name = {"rare-role": "role", "place-narrows": "place"}.get(rule, rule)
    return any(name in phrase.attributes or (name == "place" and phrase.has_place) for phrase in holding)


_EN = (
    ("place-narrows", _LIVES_EN),
    ("rare-role", _WORKS_EN),
    ("age", _AGED_EN),
    ("relation", _KIN_EN),
    ("sex", _SAYS_EN),
)
_KO = (
    ("place-narrows", _LIVES_KO),
    ("rare-role", _WORKS_KO),
    ("age", _AGED_KO),
    ("relation", _KIN_KO),
    ("sex", _SEX_KO),
)
