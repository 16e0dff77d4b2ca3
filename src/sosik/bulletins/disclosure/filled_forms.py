"""What a form or a card says of somebody, line by line: "Home town: ...", "하던 일: ..."."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.found import Found, Page, finest

_LINE = re.compile(
    r"(?:^|(?<=[|/;·•\t])|(?<=\.\s))[^\S\n]*(?P<label>[A-Za-z가-힣][A-Za-z가-힣' ./()]{1,40}?)\s?[:：=]\s?(?P<value>[^\n|;]{2,120})",
    re.MULTILINE,
)
_PLACE = re.compile(
    r"(?i)\b(?:home ?town|birth ?place|place of birth|born(?: in| at)?|lives?|residence|residing|address|from|origin|district|stationed|location)\b|고향|출생지|난 곳|태어난 곳|사는 곳|살던 곳|거주지|주소|현주소|본적|있는 곳|근무지"
)
_ROLE = re.compile(
    r"(?i)\b(?:work\w*|job|occupation|profession|trade|post|position|title|rank|unit|employer|role|served|duties|school)\b|하던 일|하는 일|직업|직장|직무|직책|직위|소속|부대|계급|학교|맡은 일|일터"
)
_KIN = re.compile(
    r"(?i)\b(?:famil\w+|relatives?|kin|spouse|husband|wife|children|siblings?|parents?|dependants?|next of kin|married)\b|가족|식구|친척|배우자|남편|아내|안해|자녀|부모|형제|세대원|부양"
)
_AGE = re.compile(
    r"(?i)\b(?:age|aged|born|date of birth|d\.?o\.?b\.?|year of birth)\b|나이|연령|생년월일|출생|난 해|생년"
)
_CONTACT = re.compile(
    r"(?i)\b(?:last (?:contact|call|heard)|contact(?:ed)? (?:on|by)|received|interview(?:ed)?(?: on| date)?|date of (?:call|interview|contact))\b|마지막 (?:련락|연락|통화)|접촉|련락한 날|연락한 날|면담|받은 날"
)
_EMPTY = re.compile(r"(?i)^\W*(?:\(?(?:leave|left|open|blank|none|n/?a|unknown|비워|없음|모름|해당 없음|미상)\b.*)?$")
_RULES = (("place-narrows", _PLACE), ("rare-role", _ROLE), ("relation", _KIN), ("age", _AGE), ("contact-day", _CONTACT))
_FEWEST = 3
"""Lines that make a form: fewer are headings of an article."""


def filled_forms(page: Page) -> Iterator[Found]:
    """The value of every line whose label asks for what narrows somebody, in a text that has several such lines."""
    lines = [match for match in _LINE.finditer(page.text) if any(ask.search(match["label"]) for _, ask in _RULES)]
    if len(lines) < _FEWEST:
        return
    for match in lines:
        rule = next(name for name, ask in _RULES if ask.search(match["label"]))
        start, end = match.span("value")
        if _EMPTY.match(match["value"]):
            continue
        if rule == "place-narrows":
            entries = (entry for one in page.gazetteer.find(match["value"], page.lang) for entry in one.entries)
            yield Found(rule, start, end, numbered=True, place=next(iter(finest(tuple(entries))), None))
        elif rule == "age":
            yield Found(rule, start, end, numbered=True, attributes=("age",))
        else:
            yield Found(rule, start, end, "" if rule == "contact-day" else None)
