"""What selected words say, by the rules of reading: a day, a place, people. A member may say it otherwise."""

from sosik.accounts.account import Account
from sosik.claims.claim import Role, SaidPlace, Victims
from sosik.claims.dates import find_dates
from sosik.claims.gazetteer.entry import Entry, name_key
from sosik.claims.people import find_victims
from sosik.claims.rules import Rules
from sosik.errors import ValueUnreadable
from sosik.values.datespan import Period
from sosik.values.edtf import write_period, write_span
from sosik.values.ids import PlaceId
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.textspan import TextSpan


def span_of(account: Account, untrusted: str) -> TextSpan:
    """``start-end`` inside the account's text; raises ValueUnreadable."""
    start, _, end = untrusted.partition("-")
    try:
        span = TextSpan(int(start), int(end))
    except ValueError as error:
        raise ValueUnreadable(what=untrusted[:24], kind="span") from error
    if span.end > len(account.text) or span.start >= span.end:
        raise ValueUnreadable(what=untrusted[:24], kind="span")
    return span


def day_said(account: Account, span: TextSpan) -> str:
    """The words' days as EDTF; empty where the rules read none in them."""
    for one in find_dates(account.text, account.lang, account.reference_day):
        if one.span.overlaps(span):
            return write_period(one.value) if isinstance(one.value, Period) else write_span(one.value)
    return ""


def places_said(account: Account, span: TextSpan, rules: Rules) -> tuple[Entry, ...]:
    """Every place that the words may name, the likeliest first."""
    for one in rules.gazetteer.find(account.text, account.lang):
        if one.span.overlaps(span):
            return one.entries
    return places_named(span.words(account.text), rules)


def places_named(name: str, rules: Rules) -> tuple[Entry, ...]:
    found = rules.gazetteer.names.get(name_key(name), ())
    return tuple(rules.gazetteer.entries[key] for key in found)


def people_said(account: Account, span: TextSpan) -> Victims:
    """The people that the words speak of; one, with an unknown outcome, where the rules read none."""
    for one in find_victims(account.text, account.lang):
        if one.span.overlaps(span):
            return Victims(one.quantity, span, one.group, one.sex, one.age)
    return Victims(Quantity(Outcome.unknown, Count.at_least(1)), span)


def said_place(account: Account, place: str, role: str, span: TextSpan, rules: Rules) -> SaidPlace:
    """Raises NotFound or ValueError."""
    entry = rules.gazetteer.get(PlaceId(place))
    known = rules.gazetteer.place(entry, Role(role))
    worded = type(known)(known.id, known.precision, known.radius_km, known.points, span.words(account.text))
    return SaidPlace(worded, Role(role), span, (entry.name_en, entry.name_ko))
