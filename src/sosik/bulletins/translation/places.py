"""Places that a text names, and which way it says one went."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from sosik.claims.gazetteer.entry import name_key
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.ids import PlaceId
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_TO = {
    Lang.ko: re.compile(
        r"(?:[시군읍리구도면동역]|쪽|지역|방면|시내|항|강)?\s?(?:으로|로(?!부터|서| 알려)|까지|행|방향|향해|을 향|를 향)(?!\s?인해)"
    ),
    Lang.en: re.compile(
        r"(?<!close )(?<!next )(?<!near )(?<!according )(?<!belong )(?<!belonging )(?<!adjacent )(?<!due )(?<!home )(?<!opposed )(?<!loyal )(?<!known )\b(?:to|into|towards?|bound for|headed for|heading for|for)\s(?:the\s)?(?:(?:city|town|county|village|port)\sof\s)?$",
        re.IGNORECASE,
    ),
}
_FROM = {
    Lang.ko: re.compile(
        r"(?:[시군읍리구도면동역]|쪽|지역|방면|시내|항|강)?\s?(?:(?:에서|으로부터|로부터|에서부터)(?=\s?(?:떠나|출발|온|나온|오는|달아|빠져|건너|\S{1,8}\s?(?:으로|로|까지|행)(?:\s|$)))|으로부터|로부터|발\s|을 떠나|를 떠나|을 출발|를 출발)"
    ),
    Lang.en: re.compile(
        r"\b(?:from|out of|left|leaving|leave|leaves)\s(?:the\s)?(?:(?:city|town|county|village|port)\sof\s)?$",
        re.IGNORECASE,
    ),
}
_LOOK = 40
_BARE = re.compile(r" (?:river|county|city|province|town|village|district|port|mountains?)$")


@frozen
class PlaceSaid:
    """``ids`` are all that bear the name, ``around`` what they lie in; ``way`` is to, from or nothing."""

    span: TextSpan
    ids: frozenset[PlaceId]
    around: frozenset[PlaceId]
    is_country: bool
    way: str = ""
    names: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def firm(self) -> bool:
        return not self.is_country


def places_said(text: str, lang: Lang, gazetteer: Gazetteer) -> Iterator[PlaceSaid]:
    for mention in gazetteer.find(text, lang):
        ids = frozenset(entry.id for entry in mention.entries)
        around = frozenset(parent.id for entry in mention.entries for parent in gazetteer.parents(entry.id))
        is_country = any(entry.kind in {"country", "border"} for entry in mention.entries)
        names = frozenset(
            _BARE.sub("", name_key(name)) for entry in mention.entries for name in (entry.name_en, *entry.spellings)
        )
        yield PlaceSaid(mention.span, ids, around, is_country, _way(text, mention.span, lang), names)


def _way(text: str, span: TextSpan, lang: Lang) -> str:
    if lang is Lang.ko:
        after = text[span.end : span.end + _LOOK]
        return "from" if _FROM[lang].match(after) else "to" if _TO[lang].match(after) else ""
    before = text[max(0, span.start - _LOOK) : span.start]
    return "from" if _FROM[lang].search(before) else "to" if _TO[lang].search(before) else ""


def same_place(one: PlaceSaid, other: PlaceSaid) -> int:
    if one.ids & other.ids:
        return 3 if one.way == other.way else 2
    return 1 if one.names & other.names else 0  # a town and the river of its name are told apart by their readers
