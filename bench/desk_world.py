"""A world for a large desk: events far enough apart to be told apart, each told by some accounts in words of their own."""

import random
from datetime import date, timedelta

from sosik.accounts.account import Account, Basis, Consent
from sosik.values.ids import AccountId, SourceHandle
from sosik.values.text import Lang

EVENTS = (
    ("were killed by a landmine", "died when a landmine exploded"),
    ("were shot dead", "were shot and killed"),
    ("drowned in the river", "drowned"),
    ("were beaten by guards", "were beaten"),
    ("were detained", "were arrested"),
)
FORMS = (
    "{count} people {verb} near {place} on {day}, a source said.",
    "A source said that {count} people {verb} near {place} on {day}.",
    "On {day}, {count} people {verb} near {place}, according to a source.",
    "{count} people {verb} near {place} on {day}. The source heard it from a neighbour.",
    "A resident said {count} people {verb} near {place} on {day}.",
)
BEGIN, DAYS, SOURCES = date(2008, 1, 1), 6400, 400


class World:
    """``number`` runs over accounts; the accounts of one event lie ``events`` apart."""

    def __init__(self, accounts, events, places):
        self.accounts, self.events, self.places = accounts, events, places

    def account(self, number):
        event = number % self.events
        told = number // self.events
        chance = random.Random(event)
        day = BEGIN + timedelta(days=chance.randrange(DAYS))
        verb = EVENTS[chance.randrange(len(EVENTS))][number % 2]
        text = FORMS[told % len(FORMS)].format(
            count=chance.randrange(2, 9), verb=verb, place=chance.choice(self.places), day=f"{day.day} {day:%B %Y}"
        )
        return Account(
            AccountId(f"n-{number:06}"), text[0].upper() + text[1:], Lang.en,
            received=day + timedelta(days=3 + told), source=SourceHandle(f"s-{(event * 7 + told * 13) % SOURCES}"),
            basis=(Basis.second_hand, Basis.eyewitness)[number % 2], consent=Consent.publish,
        )  # fmt: skip


def counties(gazetteer):
    """English names of counties and cities in North Korea that stand for one place alone."""
    found = {}
    for one in gazetteer.entries.values():
        if one.id.startswith("kp-") and one.name_en.isalpha():
            found.setdefault(one.name_en, []).append(one.id)
    return sorted(name for name, ids in found.items() if len(ids) == 1)
