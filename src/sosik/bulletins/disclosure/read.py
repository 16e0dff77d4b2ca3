"""Everything that one version betrays, in the order of the text."""

from sosik.bulletins.disclosure.attribution import attributed, source_phrases
from sosik.bulletins.disclosure.contact import contacts
from sosik.bulletins.disclosure.direct import direct
from sosik.bulletins.disclosure.found import Found
from sosik.bulletins.disclosure.names import names
from sosik.bulletins.disclosure.presence import present, quoted
from sosik.bulletins.disclosure.telling import told_of
from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.text import Lang


def betrayed(text: str, body: str, lang: Lang, policy: Policy, gazetteer: Gazetteer) -> tuple[Found, ...]:
    """``text`` is ``body`` with its citations turned to spaces."""
    phrases = source_phrases(text, lang, gazetteer)
    places = tuple((m.span.start, m.span.end) for m in gazetteer.find(text, lang))
    found = [
        *direct(text, lang),
        *names(text, lang, policy.public_names, places),
        *attributed(text, lang, phrases, policy, gazetteer),
        *contacts(text, lang, phrases),
        *present(text, body, lang, phrases, gazetteer),
        *quoted(text, body, lang),
        *told_of(text, lang),
    ]
    unique = {(one.rule, one.start, one.end): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: (one.start, one.end, one.rule)))
