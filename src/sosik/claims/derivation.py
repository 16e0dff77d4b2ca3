"""What an account says, for finding who retells whom: the facts of its claims, and the outlets that it names."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sosik.accounts.account import Account
from sosik.accounts.derivation.facts import Bounds, Fact, Told
from sosik.accounts.derivation.finding import find_retellings
from sosik.accounts.derivation.retelling import Retelling
from sosik.claims.claim import Claim, Reading, SaidPlace
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.claims.gazetteer.romanise import revised
from sosik.values.datespan import DateSpan
from sosik.values.edtf import write_span
from sosik.values.ids import AccountId
from sosik.values.textspan import TextSpan

_GENERIC = re.compile(
    r"(?:통신사?|신문사?|뉴스|일보|방송국?|저널|타임스|타임즈|리포트|미디어)$|\b(?:the|news|agency|press|times|dispatch|journal|report)\b"
)
_HANGUL = re.compile(r"[가-힣]+")
# Outlets that write one name in two ways which no rule of letters brings together.
_ALIASES = {
    "데일리nk": "dailynk",
    "데일리엔케이": "dailynk",
    "엔케이뉴스": "nk",
    "nk뉴스": "nk",
    "자유아시아": "radiofreeasia",
    "rfa": "radiofreeasia",
    "미국의소리": "voiceofamerica",
    "voa": "voiceofamerica",
    "아시아프레스": "asia",
    "asiapress": "asia",
    "연합": "yonhap",
    "조선중앙": "koreancentral",
    "kcna": "koreancentral",
    "로동": "rodong",
    "노동": "rodong",
    "rodongsinmun": "rodong",
}
_FIGURE = re.compile(r"(?<![\d.,])\d{2,6}(?:,\d{3})*(?![\d.,]*\d)")


def retellings(
    accounts: Mapping[AccountId, Account], readings: Mapping[AccountId, Reading], gazetteer: Gazetteer
) -> tuple[Retelling, ...]:
    """What is found between the accounts that were read."""
    return find_retellings(told(accounts[name], readings[name], gazetteer) for name in accounts if name in readings)


def told(account: Account, reading: Reading, gazetteer: Gazetteer) -> Told:
    facts = [fact for claim in _in_order(reading) for fact in _facts(claim, gazetteer)]
    named = tuple((outlet_key(one.outlet), one.span) for one in reading.retells)
    own = outlet_key(account.outlet) if account.outlet else None
    return Told(
        account,
        (*_once(facts), *_figures(account, facts)),
        tuple(one for one in named if one[0] != own),
        own,
    )


def _once(facts: Iterable[Fact]) -> Iterable[Fact]:
    """Words that several claims rest on count once."""
    return {(fact.kind, fact.value, fact.span): fact for fact in facts}.values()


def outlet_key(name: str) -> str:
    """One key for the names of an outlet in both languages, without the words that many outlets bear.

    >>> outlet_key("강건너 통신") == outlet_key("Ganggeonneo News")
    True
    """
    low = name.casefold().strip()
    plain = re.sub(r"[\W_]+", "", _GENERIC.sub("", low).strip()) or re.sub(r"[\W_]+", "", low)
    if plain in _ALIASES:
        return _ALIASES[plain]
    return re.sub(r"[\W_]+", "", _HANGUL.sub(lambda match: revised(match[0]).lower(), plain))


def _in_order(reading: Reading) -> list[Claim]:
    return sorted(reading.claims, key=lambda claim: claim.spans[0])


def _facts(claim: Claim, gazetteer: Gazetteer) -> Iterator[Fact]:
    """In one order whatever the language's: what, when, where, who; then the day on which it was told."""
    yield Fact("category", f"{claim.category.value}, {claim.stance}", claim.category.span)
    dated = claim.period or claim.when
    if dated is not None and claim.day_span is not None:
        yield Fact("date", write_span(claim.day_span), dated.span, _days(claim.day_span))
    for one in sorted(claim.where, key=_place):
        parents = gazetteer.parents(one.place.id) if one.place.id in gazetteer.entries and one.place.id else ()
        yield Fact("place", _place(one), one.span, within=frozenset(parent.id for parent in parents))
    for victims in sorted(claim.victims, key=lambda one: one.span):
        count = victims.quantity.count
        yield Fact("outcome", victims.quantity.outcome, victims.span)
        yield Fact("number", f"{count.min}..{count.max}", victims.span, (count.min, count.max))
    if claim.told is not None:
        yield Fact("date", f"told {write_span(claim.told.value)}", claim.told.span, _days(claim.told.value))


def _place(said: SaidPlace) -> str:
    return said.place.id or said.place.wording


def _days(span: DateSpan) -> Bounds:
    return (
        span.earliest.toordinal() if span.earliest else None,
        span.latest.toordinal() if span.latest else None,
    )


def _figures(account: Account, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Figures that stand in the text beside those of its claims."""
    taken = [fact.span for fact in facts]
    for match in _FIGURE.finditer(account.text):
        span = TextSpan(*match.span(), account.sha256)
        if not any(span.overlaps(one) for one in taken):
            yield Fact("figure", match[0].replace(",", ""), span)
