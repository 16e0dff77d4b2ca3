"""A record: an account that is one row of a table, written a field a line. Its fields are read as they stand."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.records import RECORD_MARK
from sosik.claims.claim import Claim, Kind, Reading, Role, Said, SaidPlace, Stance, Unread, Victims, claim_id
from sosik.claims.gazetteer.lookup import Entry, Gazetteer
from sosik.claims.rules import Rules
from sosik.errors import SosikError
from sosik.values.datespan import Period
from sosik.values.edtf import read_span
from sosik.values.ids import CategoryKey, PlaceId
from sosik.values.place import Place, Point, Precision
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

T = TypeVar("T")
_FIELD = re.compile(r"^(?P<key>[a-z_]+): (?P<value>\S.*)$", re.MULTILINE)
_COUNT = re.compile(r"(\d{1,7})(?:\s?(?:-|\.\.|~)\s?(\d{1,7}))?(\+)?")
_RADIUS_KM = 25.0  # of a point for which the row gives none
_EARTH_KM = 20_040.0


def is_record(text: str) -> bool:
    return text.startswith(f"{RECORD_MARK}: ")


def read_record(account: Account, rules: Rules) -> Reading:
    """One claim, or none where the category is not in the codebook; what cannot be read is among the warnings."""
    row = _Row.of(account)
    claim = _claim(row, account, rules)
    return Reading(
        account=account.id,
        lang=account.lang,
        received=account.received,
        sha256=account.sha256,
        chars=len(account.text),
        claims=(claim,) if claim else (),
        warnings=tuple(row.unread),
    )


@frozen
class _Row:
    """The fields with the spans of their words; ``unread`` gathers what made no value."""

    fields: Mapping[str, Said[str]]
    unread: list[Unread] = field(factory=list)

    @classmethod
    def of(cls, account: Account) -> "_Row":
        found = {
            match["key"]: Said(match["value"], TextSpan(*match.span("value"), account.sha256))
            for match in _FIELD.finditer(account.text)
        }
        return cls(found)

    def read(self, key: str, how: Callable[[str], T | None]) -> Said[T] | None:
        """The field's value with its span; None, and reported, when it cannot be read."""
        said = self.fields.get(key)
        if said is None:
            return None
        try:
            value = how(said.value)
        except (ValueError, SosikError):
            value = None
        if value is None:
            self.unread.append(Unread(f"unread-{key}", said.span))
            return None
        return Said(value, said.span)


def _claim(row: _Row, account: Account, rules: Rules) -> Claim | None:
    category = row.read("category", rules.codebook.get)
    kind = row.read(RECORD_MARK, Kind)
    stance = row.read("stance", Stance)
    if category is None:
        if "category" not in row.fields:
            row.unread.append(Unread("unread-category"))
        return None
    when, period = row.read("when", read_span), _period(row)
    where, victims = _where(row, rules.gazetteer), tuple(_victims(row))
    said = [item.span for item in (category, when, period, *where, *victims) if item is not None]
    return Claim(
        id=claim_id(account.sha256, kind.value if kind else category.value.kind, said),
        account=account.id,
        sha256=account.sha256,
        kind=kind.value if kind else category.value.kind,
        category=Said(CategoryKey(category.value.key), category.span),
        stance=stance.value if stance else Stance.asserted,
        when=None if period else when,
        period=period,
        where=where,
        victims=victims,
    )


def _period(row: _Row) -> Said[Period] | None:
    since, until = row.read("since", read_span), row.read("until", read_span)
    spans = [one.span for one in (since, until) if one]
    if not spans:
        return None
    return Said(Period(_value(since), _value(until)), spans[0].joined(spans[-1]))


def _value(said: Said[T] | None) -> T | None:
    return said.value if said else None


def _where(row: _Row, gazetteer: Gazetteer) -> tuple[SaidPlace, ...]:
    """The place by its name or id; by its point where the row gives one, whatever the gazetteer knows."""
    role = row.read("role", Role)
    what = role.value if role else Role.at
    entry = row.read("place", lambda name: _entry(name, gazetteer)) if "lat" not in row.fields else None
    if entry:
        place = gazetteer.place(entry.value, what)
        return (SaidPlace(place, what, entry.span, (entry.value.name_en, entry.value.name_ko)),)
    lat, lon = row.read("lat", _degrees(90)), row.read("lon", _degrees(180))
    if lat is None or lon is None:
        return ()
    radius = row.read("radius_km", _kilometres)
    named = row.fields.get("place")
    point = Place(
        None,
        Precision.near,
        radius.value if radius else _RADIUS_KM,
        (Point(lat.value, lon.value),),
        named.value if named else "",
    )
    return (SaidPlace(point, what, named.span if named else lat.span.joined(lon.span)),)


def _entry(name: str, gazetteer: Gazetteer) -> Entry | None:
    """The one entry of that id or name; None when there is none, or when several bear it."""
    if name in gazetteer.entries:
        return gazetteer.entries[PlaceId(name)]
    for lang in (Lang.ko, Lang.en):
        found = [
            mention for mention in gazetteer.find(name, lang) if mention.span.end - mention.span.start == len(name)
        ]
        if found and len(found[0].entries) == 1:
            return found[0].entries[0]
    return None


def _degrees(most: float) -> Callable[[str], float | None]:
    return lambda said: value if abs(value := float(said)) <= most else None


def _kilometres(said: str) -> float | None:
    value = float(said)
    return value if 0 < value <= _EARTH_KM else None


def _victims(row: _Row) -> Iterator[Victims]:
    group, sex = row.fields.get("group"), row.read("sex", lambda said: said if said in {"male", "female"} else None)
    age = row.read("age", lambda said: int(said) if 0 <= int(said) <= 130 else None)
    beside = [one.span for one in (group, sex, age) if one]
    for outcome in Outcome:
        count = row.read(outcome, _count)
        if count is None:
            continue
        span = count.span
        for other in beside:
            span = span.joined(other)
        quantity = Quantity(outcome, count.value)
        yield Victims(quantity, span, _value(group), _value(sex), _value(age))


def _count(said: str) -> Count | None:
    """``5``, ``3-5``, ``3+``."""
    match = _COUNT.fullmatch(said)
    if match is None or (match[2] and match[3]):
        return None
    low = int(match[1])
    if match[3]:
        return Count.at_least(low)
    return Count.between(low, int(match[2])) if match[2] and match[2] != match[1] else Count.exactly(low)
