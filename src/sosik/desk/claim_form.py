"""A claim from the form that a member filled in: every value with the words that say it."""

from collections.abc import Sequence

from attrs import frozen
from django.http import QueryDict

from sosik.accounts.account import Account
from sosik.claims.claim import Claim, Kind, Said, SaidPlace, Stance, Victims, claim_id
from sosik.claims.rules import Rules
from sosik.desk.claim_words import said_place, span_of
from sosik.errors import ValueUnreadable
from sosik.values.datespan import DateSpan, Period
from sosik.values.edtf import read_period, read_span
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.textspan import TextSpan

_MOST = 12  # places or groups of people in one claim


@frozen
class Dated:
    when: Said[DateSpan] | None = None
    period: Said[Period] | None = None


def claim_of(form: QueryDict, account: Account, rules: Rules, was: Claim | None) -> Claim:
    """In place of ``was``, whose id it keeps; a new claim where that is None. Raises ValueUnreadable or NotFound."""
    try:
        return _claim(form, account, rules, was)
    except (ValueError, KeyError, IndexError) as error:
        raise ValueUnreadable(what="", kind="claim") from error


def _claim(form: QueryDict, account: Account, rules: Rules, was: Claim | None) -> Claim:
    category = rules.codebook.get(form["category"])
    said = Said(category.key, span_of(account, form["category_span"]))
    dated = _dated(form, account, category.kind)
    where = _places(form, account, rules, was)
    victims = _victims(form, account)
    values = [dated.when, dated.period, *where, *victims]
    spans = {said.span, *(one.span for one in values if one is not None)}
    return Claim(
        id=was.id if was else claim_id(account.sha256, category.kind, spans),
        account=account.id,
        sha256=account.sha256,
        kind=category.kind,
        category=said,
        stance=Stance(form["stance"]),
        speaker=was.speaker if was else None,
        told=was.told if was else None,
        when=dated.when,
        period=dated.period,
        where=where,
        victims=victims,
        aggregate=was.aggregate if was else category.kind is Kind.tally,
    )


def _dated(form: QueryDict, account: Account, kind: Kind) -> Dated:
    edtf = form.get("when", "").strip()
    if not edtf:
        return Dated()
    span = span_of(account, form.get("when_span", ""))
    if kind is Kind.measure:
        return Dated(period=Said(read_period(edtf), span))
    return Dated(when=Said(read_span(edtf).worded(span.words(account.text)), span))


def _places(form: QueryDict, account: Account, rules: Rules, was: Claim | None) -> tuple[SaidPlace, ...]:
    """A place that the member left as it was stays exactly so, also one that no gazetteer knows."""
    kept = {(one.place.id or "", one.role.value, one.span): one for one in (was.where if was else ())}
    found = []
    for place, role, words in _rows(form, "place", "place_role", "place_span"):
        span = span_of(account, words)
        found.append(kept.get((place, role, span)) or said_place(account, place, role, span, rules))
    return tuple(found)


def _victims(form: QueryDict, account: Account) -> tuple[Victims, ...]:
    names = ("outcome", "least", "most", "group", "sex", "age", "people_span")
    return tuple(_people(account, row) for row in _rows(form, *names))


def _people(account: Account, row: Sequence[str]) -> Victims:
    outcome, least, most, group, sex, age, words = (one.strip() for one in row)
    span: TextSpan = span_of(account, words)
    count = Count.between(int(least), int(most) if most else None)
    quantity = Quantity(Outcome(outcome), count)
    if sex not in {"", "male", "female"}:
        raise ValueError(sex)
    return Victims(quantity, span, group or None, sex or None, int(age) if age else None)


def _rows(form: QueryDict, *names: str) -> list[tuple[str, ...]]:
    columns = [form.getlist(name)[:_MOST] for name in names]
    return list(zip(*columns, strict=True))
