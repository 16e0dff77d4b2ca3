"""A reading as the JSON Lines of the contract, and a claim read back from its line."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sosik.claims.claim import Claim, Kind, Reading, Role, Said, SaidPlace, Stance, Unread, Victims
from sosik.errors import ValueUnreadable
from sosik.values.datespan import DateSpan, Period
from sosik.values.edtf import read_period, read_span, write_period, write_span
from sosik.values.ids import AccountId, CategoryKey, ClaimId, PlaceId
from sosik.values.place import Place, Point, Precision
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.textspan import TextSpan

Record = dict[str, Any]


def to_lines(reading: Reading, text: str) -> Iterator[Record]:
    """The account's line, then one a claim; ``text`` is the account's, so that each value shows its words."""
    yield {
        "record": "account",
        "account": reading.account,
        "lang": reading.lang,
        "received": reading.received and reading.received.isoformat(),
        "sha256": reading.sha256,
        "chars": reading.chars,
        "speakers": [
            {"speaker": one.id, "label": one.label, "mentions": [span.pair() for span in one.mentions]}
            for one in reading.speakers
        ],
        "retells": [{"outlet": one.outlet, "span": one.span.pair()} for one in reading.retells],
        "warnings": [_warning(one) for one in reading.warnings],
    }
    for claim in reading.claims:
        yield claim_record(claim, text)


def claim_record(claim: Claim, text: str) -> Record:
    return {
        "record": "claim",
        "account": claim.account,
        "claim": claim.id,
        "sha256": claim.sha256,
        "kind": claim.kind,
        "category": claim.category.value,
        "category_span": claim.category.span.pair(),
        "stance": claim.stance,
        "speaker": claim.speaker,
        "told": {"edtf": write_span(claim.told.value), "span": claim.told.span.pair()} if claim.told else None,
        "when": _when(claim, text),
        "where": [_where(one, text) for one in claim.where],
        "victims": [_victims(one, text) for one in claim.victims],
        "casualties": {key: count_record(count) for key, count in claim.casualties.items()},
        "aggregate": claim.aggregate,
        "spans": [span.pair() for span in claim.spans],
    }


def count_record(count: Count | None) -> Record | None:
    """None where nothing is stated; an unbounded max is null beside ``open``."""
    if count is None:
        return None
    return {"min": count.min, "best": count.best, "max": count.max} | ({"open": True} if count.is_open else {})


def from_claim(record: Mapping[str, Any]) -> Claim:
    """The claim that the line holds; raises ValueUnreadable when it holds none."""
    try:
        return _claim(record)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise ValueUnreadable(what=str(record.get("claim"))[:40], kind="claim") from error


def _claim(record: Mapping[str, Any]) -> Claim:
    told, when = record.get("told"), record.get("when")
    said = Said(read_span(told["edtf"]), _span(told["span"])) if told else None
    kept, period = _read_when(when)
    return Claim(
        id=ClaimId(str(record["claim"])),
        account=AccountId(str(record["account"])),
        sha256=str(record["sha256"]),
        kind=Kind(record["kind"]),
        category=Said(CategoryKey(str(record["category"])), _span(record.get("category_span") or record["spans"][0])),
        stance=Stance(record["stance"]),
        speaker=record.get("speaker"),
        told=said,
        when=kept,
        period=period,
        where=tuple(_read_where(one) for one in record.get("where") or ()),
        victims=tuple(_read_victims(one) for one in record.get("victims") or ()),
        aggregate=bool(record.get("aggregate", False)),
    )


def _warning(one: Unread) -> Record:
    return {"code": one.code, "span": one.span.pair() if one.span else None}


def _when(claim: Claim, text: str) -> Record | None:
    span = claim.day_span
    said = claim.period or claim.when
    if span is None or said is None:
        return None
    ends = {}
    if claim.period:
        start, end = claim.period.value.start, claim.period.value.end
        ends = {"start": start and write_span(start), "end": end and write_span(end)}
    return {
        "edtf": write_period(claim.period.value) if claim.period else write_span(span),
        "period": claim.period is not None,
        **ends,
        "earliest": span.earliest and span.earliest.isoformat(),
        "latest": span.latest and span.latest.isoformat(),
        "text": said.span.words(text),
        "span": said.span.pair(),
    }


def _where(one: SaidPlace, text: str) -> Record:
    centre = one.place.centre
    names = one.names or (None, None)
    return {
        "text": one.span.words(text),
        "span": one.span.pair(),
        "place": one.place.id,
        "name_en": names[0],
        "name_ko": names[1],
        "lat": centre and centre.lat,
        "lon": centre and centre.lon,
        "precision": one.place.precision.value,
        "radius_km": one.place.radius_km,
        "role": one.role,
    } | ({"line": [[point.lon, point.lat] for point in one.place.points]} if one.place.is_line else {})


def _victims(one: Victims, text: str) -> Record:
    return {
        "outcome": one.quantity.outcome,
        **(count_record(one.quantity.count) or {}),
        "group": one.group,
        "sex": one.sex,
        "age": one.age,
        "text": one.span.words(text),
        "span": one.span.pair(),
    }


def _read_when(when: Mapping[str, Any] | None) -> tuple[Said[DateSpan] | None, Said[Period] | None]:
    if not when:
        return None, None
    span = _span(when["span"])
    if when.get("period"):
        if "start" not in when:
            return None, Said(read_period(when["edtf"]), span)
        start, end = (read_span(when[key]) if when.get(key) else None for key in ("start", "end"))
        return None, Said(Period(start, end), span)
    if when.get("edtf"):
        return Said(read_span(when["edtf"]), span), None
    return Said(DateSpan(_day(when.get("earliest")), _day(when.get("latest"))), span), None


def _read_where(one: Mapping[str, Any]) -> SaidPlace:
    line: Iterable[list[float]] = one.get("line") or ()
    points = tuple(Point(lat, lon) for lon, lat in line)
    if not points and one.get("lat") is not None:
        points = (Point(float(one["lat"]), float(one["lon"])),)
    names = (str(one["name_en"]), str(one["name_ko"])) if one.get("name_en") else None
    place_id = PlaceId(one["place"]) if one.get("place") else None
    place = Place(place_id, Precision(one["precision"]), float(one["radius_km"]), points, str(one.get("text") or ""))
    return SaidPlace(place, Role(one["role"]), _span(one["span"]), names)


def _read_victims(one: Mapping[str, Any]) -> Victims:
    count = Count(int(one["min"]), one.get("best"), one.get("max"))
    quantity = Quantity(Outcome(one["outcome"]), count)
    return Victims(quantity, _span(one["span"]), one.get("group"), one.get("sex"), one.get("age"))


def _span(pair: list[int]) -> TextSpan:
    start, end = pair
    return TextSpan(int(start), int(end))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
