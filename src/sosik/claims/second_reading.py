"""A second reader: what another program proposes, kept only where the text says it in the very words that are quoted.

The reader may be anything, and may lie. It names words; what they mean is read from them by our own rules, and a value that the
quoted words do not hold is thrown away.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from attrs import field, frozen
from jsonschema import Draft202012Validator

from sosik.accounts.account import Account
from sosik.claims.claim import Claim, Said, Stance, Victims, claim_id
from sosik.claims.codebook import Category, Codebook
from sosik.claims.dates import DateMention, DateRole
from sosik.claims.evidence import Unit
from sosik.claims.reading import Sight, sight
from sosik.claims.rules import Rules
from sosik.errors import SecondReaderRubbish
from sosik.values.datespan import DateSpan, Period
from sosik.values.edtf import write_period, write_span
from sosik.values.quantity import Outcome
from sosik.values.textspan import TextSpan

Schema = Mapping[str, Any]
_MOST = 200  # claims of one account


class SecondReader(Protocol):
    """Reads ``text`` and answers in JSON by ``schema``, or raises SecondReaderSilent."""

    def propose(self, text: str, task: str, schema: Schema) -> str: ...


@frozen
class SecondReading:
    """``claims`` are proposals as those of the rules are; ``dropped`` values were not in the words quoted for them."""

    claims: tuple[Claim, ...] = field(repr=False)
    dropped: int = 0


def second_reading(account: Account, rules: Rules, reader: SecondReader) -> SecondReading:
    """Raises SecondReaderSilent, or SecondReaderRubbish when the answer is not of the schema."""
    schema = schema_of(rules.codebook)
    answer = _checked(reader.propose(account.text, task_of(rules.codebook), schema), schema)
    return kept(account, rules, answer["claims"])


def schema_of(codebook: Codebook) -> Schema:
    """Every value comes with the words that say it."""
    quote = {"type": "string", "minLength": 1, "maxLength": 400}
    number = {"type": ["integer", "null"], "minimum": 0, "maximum": 10_000_000}
    parts = {
        "category": _object(quote=quote, key={"enum": sorted(codebook.categories)}),
        "when": _or_null(_object(quote=quote, edtf={"type": "string", "maxLength": 60})),
        "where": {"type": "array", "maxItems": 12, "items": _object(quote=quote)},
        "victims": {
            "type": "array",
            "maxItems": 12,
            "items": _object(quote=quote, outcome={"enum": [str(one) for one in Outcome]}, min=number, max=number),
        },
        "speaker": _or_null(_object(quote=quote)),
    }
    return _object(claims={"type": "array", "maxItems": _MOST, "items": _object(**parts)})


def task_of(codebook: Codebook) -> str:
    kinds = "; ".join(f"{key}: {one.en}" for key, one in sorted(codebook.categories.items()))
    return (
        "Read the account and list the events, conditions and totals that it states. For every value quote the words of the account "
        "that say it, letter by letter, without changing them. Dates in EDTF; an open end is '..'. A number that is open has max null. "
        f"Add nothing that the account does not say. Categories: {kinds}."
    )


def kept(account: Account, rules: Rules, untrusted: Sequence[Mapping[str, Any]]) -> SecondReading:
    """What of the proposals the text holds."""
    seen = sight(account, rules)
    keeper = _Keeper(account, rules, seen)
    claims = [claim for one in untrusted if (claim := keeper.claim(one)) is not None]
    return SecondReading(tuple({claim.id: claim for claim in claims}.values()), keeper.dropped)


class _Keeper:
    """Holds each proposal against what our own readers see in the quoted words."""

    def __init__(self, account: Account, rules: Rules, seen: Sight) -> None:
        self._account, self._rules, self._seen = account, rules, seen
        self.dropped = 0

    def claim(self, said: Mapping[str, Any]) -> Claim | None:
        found = self._category(said["category"])
        if found is None:
            self.dropped += 1
            return None
        category, span = found
        date = self._date(said["when"])
        when = Said(date.value, date.span) if date and isinstance(date.value, DateSpan) else None
        period = Said(date.value, date.span) if date and isinstance(date.value, Period) else None
        where = tuple(
            place.said(self._account.text, self._rules.gazetteer)
            for one in said["where"]
            for place in self._or_dropped([p for p in self._seen.found.places if self._holds(one["quote"], p.span)])
        )
        victims = tuple(v for one in said["victims"] for v in self._or_dropped(list(self._victims(one))))
        spans = [item.span for item in (when, period, *where, *victims) if item is not None]
        return Claim(
            id=claim_id(self._account.sha256, category.kind, {span, *spans}),
            account=self._account.id,
            sha256=self._account.sha256,
            kind=category.kind,
            category=Said(category.key, span),
            stance=self._stance(span),
            speaker=self._speaker(said["speaker"]),
            when=when,
            period=period,
            where=where,
            victims=victims,
        )

    def _category(self, said: Mapping[str, Any]) -> tuple[Category, TextSpan] | None:
        """The category, where its own words stand in the quotation."""
        category = self._rules.codebook.get(said["key"])
        for start in _places_of(said["quote"], self._account.text):
            clause = self._seen.flat[start : start + len(said["quote"])]
            for possible, triggers in self._rules.codebook.possible(clause, self._account.lang):
                spans = [one for trigger in triggers for one in trigger.spans(clause)]
                if possible.key == category.key and spans:
                    return category, TextSpan(start + spans[0][0], start + spans[0][1])
        return None

    def _date(self, said: Mapping[str, Any] | None) -> DateMention | None:
        if said is None:
            return None
        for date in self._seen.found.dates:
            written = write_period(date.value) if isinstance(date.value, Period) else write_span(date.value)
            is_it = written == said["edtf"] and date.role is DateRole.happened
            if is_it and self._holds(said["quote"], date.span):
                return date
        self.dropped += 1
        return None

    def _victims(self, said: Mapping[str, Any]) -> Iterator[Victims]:
        for one in self._seen.found.victims:
            same = (one.outcome, one.count.min, one.count.max) == (said["outcome"], said["min"], said["max"])
            if same and self._holds(said["quote"], one.span):
                yield Victims(one.quantity, one.span, one.group, one.sex, one.age)
                return

    def _speaker(self, said: Mapping[str, Any] | None) -> str | None:
        if said is None:
            return None
        for one in self._seen.tellers.speakers:
            if any(self._holds(said["quote"], span) for span in one.mentions):
                return one.id
        self.dropped += 1
        return None

    def _stance(self, span: TextSpan) -> Stance:
        """As our own rules read the clause: a reader that overlooks a denial makes no event of it."""
        units: Sequence[Unit] = self._seen.units
        return next((unit.stance for unit in units if unit.span.covers(span)), Stance.supposed)

    def _holds(self, quote: str, span: TextSpan) -> bool:
        places = _places_of(quote, self._account.text)
        return any(start <= span.start and span.end <= start + len(quote) for start in places)

    def _or_dropped(self, found: list[Any]) -> list[Any]:
        self.dropped += not found
        return found


def _places_of(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _checked(untrusted: str, schema: Schema) -> dict[str, Any]:
    try:
        answer = json.loads(untrusted)
    except (ValueError, RecursionError) as error:
        raise SecondReaderRubbish from error
    if not isinstance(answer, dict) or not Draft202012Validator(schema).is_valid(answer):
        raise SecondReaderRubbish
    return answer


def _object(**parts: Any) -> dict[str, Any]:
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}
