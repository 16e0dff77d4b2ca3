"""Incidents, measures and tallies as the records that ``sosik incidents`` prints: private."""

from typing import Any

from sosik.accounts.derivation.retelling import Retelling
from sosik.claims.jsonlines import count_record
from sosik.incidents.bounds import Bound, bounds
from sosik.incidents.grades import raise_line, why_line
from sosik.incidents.incident import Incident, Measure, NamedPlace, Tally
from sosik.incidents.projection import Projection
from sosik.incidents.rules import RULES
from sosik.values.datespan import DateSpan
from sosik.values.edtf import write_span


def projection_record(projection: Projection) -> dict[str, Any]:
    return {
        "version": 1,
        "rules": RULES,
        "incidents": [incident_record(one) for one in projection.incidents],
        "measures": [measure_record(one) for one in projection.measures],
        "tallies": [tally_record(one) for one in projection.tallies],
        "bounds": [bound_record(one) for one in bounds(projection)],
        "too_vague": [{"claim": vague.claim, "reason": vague.reason} for vague in projection.too_vague],
        "unattached": [{"claim": vague.claim, "reason": vague.reason} for vague in projection.unattached],
        "grades": {
            name: {"why": why_line(facts), "next": raise_line(facts)} for name, facts in projection.facts.items()
        },
        "cannot_tell": [list(pair) for pair in projection.cannot_tell],
        "retellings": [retelling_record(one) for one in projection.awaited],
    }


def bound_record(one: Bound) -> dict[str, Any]:
    return {
        "tally": one.tally,
        "outcome": one.outcome,
        "incidents": list(one.incidents),
        "covered": [one.covered.min, one.covered.max] if one.covered else None,
        "untold": one.untold,
        "exceeded": one.is_exceeded,
    }


def retelling_record(one: Retelling) -> dict[str, Any]:
    """``passages`` and ``drift`` are spans of the account and of the one that it seems to retell."""
    return {
        "account": one.account,
        "of": one.of,
        "manner": one.manner,
        "share": one.share,
        "passages": [{"here": item.here.pair(), "there": item.there.pair()} for item in one.passages],
        "drift": [
            {"kind": item.kind, "change": item.change, "here": item.here.pair(), "there": item.there.pair()}
            for item in one.drift
        ],
    }


def incident_record(incident: Incident) -> dict[str, Any]:
    return {
        "incident": incident.id,
        "kind": "incident",
        "category": incident.category,
        "status": incident.status,
        "when": span_record(incident.when),
        "where": place_record(incident.where),
        "figures": {key: count_record(count) for key, count in incident.figures.counts.items()},
        "rule": incident.figures.rule,
        "origins": incident.origins,
        "grade": incident.grade,
        "contested": list(incident.contested),
        "claims": list(incident.claims),
        "beside": list(incident.beside),
        "accounts": list(incident.accounts),
    }


def measure_record(measure: Measure) -> dict[str, Any]:
    return {
        "measure": measure.id,
        "category": measure.category,
        "status": measure.status,
        "since": write_span(measure.since) if measure.since else None,
        "until": write_span(measure.until) if measure.until else None,
        "last_confirmed": measure.last_confirmed.isoformat(),
        "where": place_record(measure.where),
        "origins": measure.origins,
        "grade": measure.grade,
        "claims": list(measure.claims),
        "accounts": list(measure.accounts),
    }


def tally_record(tally: Tally) -> dict[str, Any]:
    return {
        "tally": tally.id,
        "category": tally.category,
        "status": tally.status,
        "when": span_record(tally.when),
        "where": place_record(tally.where),
        "figures": {key: count_record(count) for key, count in tally.figures.counts.items()},
        "claims": list(tally.claims),
        "accounts": list(tally.accounts),
    }


def span_record(span: DateSpan | None) -> dict[str, Any] | None:
    if span is None:
        return None
    ends = {
        "earliest": span.earliest.isoformat() if span.earliest else None,
        "latest": span.latest.isoformat() if span.latest else None,
    }
    return {"edtf": write_span(span), **ends}


def place_record(named: NamedPlace | None) -> dict[str, Any] | None:
    if named is None:
        return None
    centre = named.place.centre
    return {
        "place": named.place.id,
        "name_en": named.name_en,
        "name_ko": named.name_ko,
        "lat": centre.lat if centre else None,
        "lon": centre.lon if centre else None,
        "precision": named.place.precision.value,
        "radius_km": named.place.radius_km,
        "text": named.place.wording or None,
    }
