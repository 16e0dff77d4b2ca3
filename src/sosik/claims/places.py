"""Where it happened: the role that the words give to each place, and which of several is meant."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attrs import frozen

from sosik.claims import korean_places
from sosik.claims.claim import Role, SaidPlace
from sosik.claims.gazetteer.lookup import Entry, Gazetteer, PlaceMention
from sosik.values.ids import PlaceId
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_BEFORE = 8  # mentions of tellers that can begin before a name and reach into it
_LOOK = 44  # characters of a sentence that can hold the words between a preposition and its name
_FILL = r"(?:(?:the|a|an|this|its|his|northern|southern|eastern|western|border|frontier|nearby|general|whole|entire|part|parts|side|Chinese|North Korean|South Korean|Russian|[a-z]+ern|upper|lower|middle|frozen|city|town|county|village|province|district|port|area|region|reaches|bank|banks|stretch|mouth|outskirts|edge|centre|center|of|in|on|and|neighbouring|neighboring|detention|house|prison|jail|police|station|barracks|camp|hospital|facility|office|security|bureau|hill|villages|mountain|farm|market)\s+){0,6}$"
_ROLES_EN = tuple(
    (role, re.compile(rf"\b(?:{words})\s+{_FILL}", re.IGNORECASE))
    for role, words in (
        (
            Role.near,
            r"near(?:\s+to)?|nr|outside(?:\s+of)?|close\s+to|not\s+far\s+from|around|off|in\s+the\s+(?:vicinity|neighbou?rhood|area)\s+of|beside|opposite|outskirts\s+of|by|next\s+to|kilomet(?:er|re)s?\s+(?:from|of|north\s+of|south\s+of|east\s+of|west\s+of)|above|below|north\s+of|south\s+of|east\s+of|west\s+of|upstream\s+(?:of|from)|downstream\s+(?:of|from)",
        ),
        (Role.within, r"somewhere\s+in|within|inside|throughout|across"),
        (Role.toward, r"towards?|to|for|bound\s+for|in\s+the\s+direction\s+of|heading\s+for|over\s+to"),
        (Role.origin, r"from|out\s+of"),
        (Role.at, r"in|at|on|into|along|over|of|through|onto"),
    )
)
_SOURCE_EN = re.compile(
    r"\b(?:sources?|informants?|contacts?|correspondents?|insiders?|interlocutors?|caller)\s+(?:who\s+\w+\s+)?(?:living\s+|based\s+|still\s+)?(?:in|from|inside|near|across|around|within|at)\s+(?:the\s+)?(?:(?:city|town|county|province|village)\s+of\s+)?$",
    re.IGNORECASE,
)
_SEAT_EN = re.compile(  # the seat of a body that tells: "the command in Seoul said"
    r"\s+(?:said|says|told|reports?|reported|announced|confirmed|added|believes?|claims?|claimed|stated|denie[sd]|warned)\b"
)
_HOME_EN = re.compile(  # where somebody lives who tells: "his aunt, who lives in Shenyang"
    r"\b(?:who|and|now|he|she)\s+(?:now\s+)?(?:lives?|living|is\s+living|works?|working|settled|resides?|stays?|has\s+(?:lived|settled)|is\s+(?:based|now)|fled|escaped)\s+(?:now\s+)?(?:in|to|near|outside)\s+(?:the\s+)?$"
    r"|\b(?:by|through|via)\s+(?:relatives|family|friends|kin|contacts?|an?\s+\w+)\s+in\s+(?:the\s+)?$"
    r"|\b(?:telephone[ds]?|phone[ds]?|called?|told|tells?|wrote\s+to|reach(?:ed)?|messaged?|contact(?:ed)?)\s+(?:to\s+)?(?:his|her|my|their|an?)\s+\w+\s+in\s+(?:the\s+)?$|,\s+now\s+in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ACTOR_EN = re.compile(
    r"\s+(?:has|have|had|was|were|is|will|would|lays?|laid|sends?|sent|builds?|built|blew|fired?|claims?|insists?)\b"
)
_PERSON_EN = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|sisters?|brothers?|coupl\w*|famil\w+|people|persons?|traders?|workers?|soldiers?|students?|smugglers?|residents?|defectors?|fishermen|farmers?|peasants?|brokers?|youths?|child\w*|mother|father|native|son|daughter|pedlars?|peddlers?|drivers?|miners?|conscripts?|\d+|relatives?|those|ones?|labourers?|laborers?|lads?|widow\w*|guards?|migrants?)\s+from\s+(?:the\s+)?(?:(?:city|town|county|province|village)\s+of\s+)?$",
    re.IGNORECASE,
)
_COUNTRY_EN = {
    "kr": re.compile(r"\b(?:South Korean?|the South|southern side|Seoul|South's)\b"),
    "cn": re.compile(r"\b(?:Chinese|China|Jilin|Liaoning|Yanbian)\b"),
    "kp": re.compile(r"\b(?:North Korean?|the North|North's|northern side)\b"),
}
_COUNTRY_KO = {
    "kr": re.compile(
        r"(?:남측|남쪽|남한|한국|남조선|우리 군|경기도|합동참모본부|합참|국방부|육군|해병대|[동서중]부전선)"
    ),
    "cn": re.compile(r"(?:중국|지린|길림|랴오닝|료녕|연변|옌볜)"),
    "kp": re.compile(r"(?:북측|북쪽|북한|북조선|이북)"),
}
_FINENESS = {"city": 0, "county": 0, "town": 0, "village": 0, "river": 1, "border": 3, "province": 2, "country": 4}


@frozen
class Located:
    """A place mention with its role; ``entry`` is the likeliest of its entries, ``is_sure`` when nothing else fits."""

    span: TextSpan
    entry: Entry
    role: Role
    is_sure: bool

    def said(self, text: str, gazetteer: Gazetteer) -> SaidPlace:
        place = gazetteer.place(self.entry, self.role)
        return SaidPlace(
            type(place)(place.id, place.precision, place.radius_km, place.points, self.span.words(text)),
            self.role,
            self.span,
            (self.entry.name_en, self.entry.name_ko),
        )


def find_places(text: str, lang: Lang, gazetteer: Gazetteer, tellers: Sequence[TextSpan] = ()) -> tuple[Located, ...]:
    """Every place with its role; where a teller is, is left out, and where a victim is from says nothing of the event."""
    mentions = gazetteer.find(text, lang)
    placed = []
    own = sorted(tellers)
    for number, mention in enumerate(mentions):
        if _meets(own, mention.span) or _is_provenance(text, mention.span, lang):
            continue
        before = mentions[number - 1] if number else None
        after = mentions[number + 1] if number + 1 < len(mentions) else None
        entry, sure = _choose(text, mention, (before, after), lang, gazetteer)
        if lang is Lang.ko and _names_none(text, mention, after, entry):
            continue
        home = korean_places.home_of(text, mention.span) if lang is Lang.ko else None
        role, span = (Role.origin, home) if home else _role(text, mention.span, lang)
        if lang is Lang.ko and korean_places.is_sent_from(text, mention.span) and _country(entry, gazetteer) == "cn":
            role = Role.origin
        placed.append(Located(span, entry, role, sure))
    return _shared_roles(tuple(placed), text, lang)


def _names_none(text: str, mention: PlaceMention, after: PlaceMention | None, entry: Entry) -> bool:
    """Words of a place that tell of none, unless the name of a place in it follows."""
    if entry.kind == "country" and after is not None and after.span.start - mention.span.end <= 1:
        return False
    return korean_places.names_no_place(text, mention.span, entry.kind)


def _meets(spans: Sequence[TextSpan], span: TextSpan) -> bool:
    """Whether one of the spans, which stand in order and are short, overlaps this one."""
    at = bisect_left(spans, span.end, key=lambda one: one.start)
    return any(one.overlaps(span) for one in spans[max(0, at - _BEFORE) : at])


def finest(places: Iterable[Located], gazetteer: Gazetteer) -> tuple[Located, ...]:
    """Without repeats, without the parents of a finer place, without countries and open borders beside a named place."""
    once: dict[tuple[PlaceId, bool], Located] = {}
    for place in places:
        once.setdefault((place.entry.id, place.role.says_where), place)
    kept = list(once.values())
    parents = {parent.id for place in kept for parent in gazetteer.parents(place.entry.id)}
    kept = [place for place in kept if place.entry.id not in parents]
    named = [place for place in kept if _FINENESS.get(place.entry.kind, 0) < 3 and place.role.says_where]
    if named:
        kept = [place for place in kept if _FINENESS.get(place.entry.kind, 0) < 3]
    return tuple(place for place in kept if place.entry.kind != "country" or place.role.says_where)


def _is_provenance(text: str, span: TextSpan, lang: Lang) -> bool:
    if lang is Lang.ko:
        return korean_places.is_tellers(text, span)
    before = text[max(0, span.start - 80) : span.start]
    if _SEAT_EN.match(text, span.end) and not re.search(r"[.,;]\s*\w*\s*$", before):
        return True
    if re.fullmatch(r"[Tt]he (?:North|South)", text[span.start : span.end]) and _ACTOR_EN.match(text, span.end):
        return True
    return bool(_SOURCE_EN.search(before) or _PERSON_EN.search(before) or _HOME_EN.search(before))


def _role(text: str, span: TextSpan, lang: Lang) -> tuple[Role, TextSpan]:
    """The role and the span with the words that give it."""
    return korean_places.role_of(text, span) if lang is Lang.ko else _role_en(text, span)


def _role_en(text: str, span: TextSpan) -> tuple[Role, TextSpan]:
    start = max(0, span.start - _LOOK, text.rfind("\n", 0, span.start) + 1)
    before = text[start : span.start]
    best: tuple[int, Role] | None = None
    for role, pattern in _ROLES_EN:
        match = pattern.search(before)
        if match and (best is None or _governs(match.start(), best[0], before)):
            best = (match.start(), role)
    if best is None:
        return Role.at, span
    return best[1], TextSpan(start + best[0], span.end)


def _governs(start: int, other: int, before: str) -> bool:
    """The preposition that stands first governs the chain of "of" and "in" after it."""
    return start < other and not re.search(r"[,;.]", before[start:])


def _shared_roles(placed: tuple[Located, ...], text: str, lang: Lang) -> tuple[Located, ...]:
    """Of "between Hyesan and Samsu", the second takes the role of the first."""
    out: list[Located] = []
    for place in placed:
        if out and lang is Lang.en and place.role is Role.at:
            between = text[out[-1].span.end : place.span.start]
            if re.fullmatch(r"\s*(?:and|or|,)\s*", between) and place.span.words(text)[:1].isupper():
                place = Located(place.span, place.entry, out[-1].role, place.is_sure)  # noqa: PLW2901
        out.append(place)
    return tuple(out)


def _choose(
    text: str,
    mention: PlaceMention,
    beside: tuple[PlaceMention | None, PlaceMention | None],
    lang: Lang,
    gazetteer: Gazetteer,
) -> tuple[Entry, bool]:
    """The entry that the words around it settle; else the first of the gazetteer, as not sure."""
    if len(mention.entries) == 1:
        return mention.entries[0], True
    before, after = beside
    if after is not None and len(after.entries) == 1 and 0 <= after.span.start - mention.span.end <= 2:
        above = {after.entries[0].id, *(parent.id for parent in gazetteer.parents(after.entries[0].id))}
        holding = [entry for entry in mention.entries if entry.id in above]
        if len(holding) == 1:
            return holding[0], True
    if before is not None and mention.span.start - before.span.end <= 12:
        above = {entry.id for entry in before.entries}
        inside = [entry for entry in mention.entries if above & {parent.id for parent in gazetteer.parents(entry.id)}]
        if len(inside) == 1:
            return inside[0], True
    around = text[max(0, mention.span.start - 60) : mention.span.end + 40]
    cues = _COUNTRY_KO if lang is Lang.ko else _COUNTRY_EN
    near = [
        (country, _nearest(pattern, text, mention.span)) for country, pattern in cues.items() if pattern.search(around)
    ]
    for country, _ in sorted(((c, d) for c, d in near if d is not None), key=lambda pair: pair[1]):
        fitting = [entry for entry in mention.entries if _country(entry, gazetteer) == country]
        if len(fitting) == 1:
            return fitting[0], True
    northern = [entry for entry in mention.entries if _country(entry, gazetteer) == "kp"]
    return (northern or list(mention.entries))[0], False


def _nearest(pattern: re.Pattern[str], text: str, span: TextSpan) -> int | None:
    """How far the nearest match is, words before the name counting as nearer than words after."""
    found = pattern.finditer(text, max(0, span.start - 60), min(len(text), span.end + 40))
    return min(
        (span.start - cue.end() if cue.end() <= span.start else 20 + cue.start() - span.end for cue in found),
        default=None,
    )


def _country(entry: Entry, gazetteer: Gazetteer) -> str:
    return ([entry, *gazetteer.parents(entry.id)])[-1].id
