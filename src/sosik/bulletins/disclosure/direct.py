"""Direct identifiers: what names one person, device, door, purse or vehicle by itself, however it is written."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from sosik.bulletins.disclosure.accounts_named import handles
from sosik.bulletins.disclosure.addresses import addresses
from sosik.bulletins.disclosure.coordinates import coordinates
from sosik.bulletins.disclosure.found import Found
from sosik.bulletins.disclosure.identities import identities
from sosik.bulletins.disclosure.names import private_names
from sosik.bulletins.disclosure.phones import phones
from sosik.bulletins.disclosure.unveiled import Unveiled, unveil
from sosik.bulletins.disclosure.vehicles import plates
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.text import Lang

_BESIDE = re.compile(r"[\s,;/]{0,3}(?:and\s|of\s|in\s)?")
PLAIN = {
    "person-name": ("a person", "한 사람"),
    "messenger": ("an account", "계정"),
    "coordinate": ("a place in the area", "그 지역의 한 곳"),
    "plate": ("a vehicle's plate", "차량"),
    "id-number": ("a number", "번호"),
    "bank-account": ("an account at a bank", "계좌"),
    "phone": ("a telephone number", "전화번호"),
    "address": ("a home in the area", "그 지역의 집"),
}


def direct(text: str, lang: Lang, public: frozenset[str], gazetteer: Gazetteer) -> Iterator[Found]:
    """Every identifier once, the kind that says most first; the rewrite names the kind alone."""
    shown = unveil(text)
    taken: list[tuple[int, int]] = []
    for rule, start, end in _every(shown, lang, public, gazetteer):
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            begin, stop = shown.span(start, end)
            yield Found(rule, begin, stop, PLAIN[rule][lang is Lang.ko])


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Parts that stand side by side are one: latitude and longitude, house and unit."""
    last: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if last is not None and (start < last[1] or _BESIDE.fullmatch(text, last[1], start)):
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _every(shown: Unveiled, lang: Lang, public: frozenset[str], gazetteer: Gazetteer) -> Iterator[tuple[str, int, int]]:
    text = shown.text
    places = tuple((one.span.start, one.span.end) for one in gazetteer.find(text, lang))
    yield from chain(
        (("messenger", *span) for span in handles(text)),
        (("coordinate", *span) for span in _joined(text, coordinates(text))),
        (("plate", *span) for span in plates(text)),
        identities(text),
        (("phone", *span) for span in phones(text)),
        (("address", *span) for span in _joined(text, addresses(text))),
        (("person-name", *span) for span in private_names(text, public, places, gazetteer.words)),
    )
