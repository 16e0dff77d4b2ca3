"""Everything that one version betrays, in the order of the text."""

from attrs import evolve

from sosik.bulletins.disclosure.arrivals import arrivals
from sosik.bulletins.disclosure.attribution import attributed, source_phrases
from sosik.bulletins.disclosure.circle import circles
from sosik.bulletins.disclosure.contact import contacts
from sosik.bulletins.disclosure.direct import direct
from sosik.bulletins.disclosure.found import Found, Page
from sosik.bulletins.disclosure.people import people
from sosik.bulletins.disclosure.persona import personas
from sosik.bulletins.disclosure.portrait import portraits, repeated
from sosik.bulletins.disclosure.presence import present, quoted
from sosik.bulletins.disclosure.telling import told_of
from sosik.bulletins.disclosure.traits import traits
from sosik.bulletins.disclosure.ways import ways
from sosik.bulletins.policy import Policy


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
        *(Found("few-know", *span) for span in circles(text, lang)),
        *(Found("route", *span) for span in ways(text, lang)),
    ]
    found += repeated(page, phrases, found)
    unique = {(one.rule, one.start, one.end): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: (one.start, one.end, one.rule)))
