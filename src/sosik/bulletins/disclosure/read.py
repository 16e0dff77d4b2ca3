"""Everything that one version betrays, in the order of the text."""

from collections.abc import Iterator

from attrs import evolve

from sosik.bulletins.disclosure.arrivals import arrivals
from sosik.bulletins.disclosure.attribution import attributed, source_phrases
from sosik.bulletins.disclosure.circle import circles
from sosik.bulletins.disclosure.contact import contacts
from sosik.bulletins.disclosure.direct import direct
from sosik.bulletins.disclosure.filled_forms import filled_forms
from sosik.bulletins.disclosure.found import Found, Page
from sosik.bulletins.disclosure.people import people
from sosik.bulletins.disclosure.persona import personas
from sosik.bulletins.disclosure.portrait import portraits, repeated
from sosik.bulletins.disclosure.presence import present, quoted
from sosik.bulletins.disclosure.telling import told_of
from sosik.bulletins.disclosure.traits import traits
from sosik.bulletins.disclosure.ways import ways
from sosik.bulletins.disclosure.weighing import weighed
from sosik.bulletins.policy import Policy

_WIDE = 200


def betrayed(page: Page, policy: Policy) -> tuple[Found, ...]:
    """Once each, whatever finds it; the page's phrases are read here."""
    text, lang, gazetteer = page.text, page.lang, page.gazetteer
    phrases = source_phrases(text, lang, gazetteer)
    page = evolve(page, phrases=phrases)
    found = [
        *direct(text, lang, policy.public_names, gazetteer),
        *attributed(text, lang, phrases, policy, gazetteer),
        *contacts(text, lang, phrases),
        *arrivals(text, lang, phrases),
        *present(page),
        *quoted(page),
        *told_of(text, lang),
        *personas(page),
        *portraits(page),
        *people(page),
        *traits(page),
        *filled_forms(page),
        *(Found("few-know", *span) for span in circles(text, lang)),
        *(Found("route", *span) for span in ways(text, lang)),
    ]
    found += repeated(page, phrases, found)
    found += weighed(text, lang, [one for one in found if policy.rules[one.rule].kind == "quasi"])
    unique = {(one.rule, one.start, one.end): one for one in found}
    return tuple(sorted(_said_once(list(unique.values())), key=lambda one: (one.start, one.end, one.rule)))


def _said_once(found: list[Found]) -> Iterator[Found]:
    """Of two mentions under one rule, one inside the other, the outer, unless that is wider than a sentence or says less."""
    found.sort(key=lambda one: (one.rule, one.start, -one.end))
    for at, one in enumerate(found):
        first = last = at
        while first > 0 and found[first - 1].rule == one.rule and found[first - 1].start >= one.start - _WIDE:
            first -= 1
        while last + 1 < len(found) and found[last + 1].rule == one.rule and found[last + 1].start == one.start:
            last += 1
        if not any(_stands_for(other, one) for other in (*found[first:at], *found[at + 1 : last + 1])):
            yield one


def _stands_for(outer: Found, one: Found) -> bool:
    holds = outer.start <= one.start and one.end <= outer.end and outer.end - outer.start <= _WIDE
    return holds and (one.suggest is None or outer.suggest is not None) and not outer.is_weaker(one)
