"""From what is computed to the rows of the board."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sosik.accounts.account import Account
from sosik.adapters.store.board import Board, Row, body_of
from sosik.claims.decided import DecidedClaim, DecidedStatus
from sosik.incidents.book import Casebook
from sosik.incidents.grades import Corroboration
from sosik.incidents.incident import Incident, Measure, Tally
from sosik.incidents.projection import Projection
from sosik.incidents.scoring import ScoredPair
from sosik.values.ids import AccountId, ClaimId, IncidentId

Event = Incident | Measure | Tally
_EXCERPT = 160
COUNTED = "counted"
_KINDS: Mapping[type, str] = {Incident: "incident", Measure: "measure", Tally: "tally"}
Numbered = tuple[int, Account]


def fill(board: Board, book: Casebook, public: Callable[[], None], state: str) -> None:
    """The whole board, in steps; nothing that is the same is written. ``public`` lays what may be public on it.

    While it is being written it says of no ``state`` that it stands for it.
    """
    board.say(COUNTED, "")
    write(board, list(enumerate(book.standing.accounts.values())), book.claims, book.projection)
    public()
    board.say(COUNTED, state)


def write(board: Board, accounts: Sequence[Numbered], claims: Sequence[DecidedClaim], projection: Projection) -> None:
    home = homes(projection.every)
    by_account: dict[AccountId, list[DecidedClaim]] = {}
    for one in claims:
        by_account.setdefault(one.claim.account, []).append(one)
    board.replace("event", event_rows(projection))
    board.replace("claim", claim_rows(claims, home))
    board.replace("pair", (pair_row(pair) for pair in projection.pairs))
    told = _retold(projection)
    board.replace(
        "account",
        (
            account_row(number, account, by_account.get(account.id, ()), home, told.get(account.id, ()))
            for number, account in accounts
        ),
    )


def homes(events: Iterable[Event]) -> dict[ClaimId, IncidentId]:
    """Which incident, measure or tally each claim is in."""
    return {claim: one.id for one in events for claim in one.claims}


def account_row(
    number: int,
    account: Account,
    claims: Sequence[DecidedClaim],
    home: Mapping[ClaimId, IncidentId],
    retells: Sequence[Mapping[str, Any]] = (),
) -> Row:
    counts = Counter(one.status for one in claims)
    events = list(dict.fromkeys(home[one.claim.id] for one in claims if one.claim.id in home))
    return {
        "name": account.id,
        "number": number,
        "day": account.contact_day.isoformat(),
        "source": account.source,
        "outlet": account.outlet,
        "basis": account.basis.value,
        "consent": account.consent.value,
        "reliability": account.reliability.value,
        "lang": account.lang.value,
        "title": account.title,
        "excerpt": " ".join(account.text[: _EXCERPT * 2].split())[:_EXCERPT],
        "proposed": counts[DecidedStatus.proposed],
        "accepted": counts[DecidedStatus.accepted],
        "rejected": counts[DecidedStatus.rejected],
        "retells": json.dumps(list(retells), ensure_ascii=False),
        "events": json.dumps(events),
    }


def claim_rows(claims: Iterable[DecidedClaim], home: Mapping[ClaimId, IncidentId]) -> Iterator[Row]:
    for number, one in enumerate(claims):
        yield claim_row(number, one, home.get(one.claim.id))


def claim_row(number: int, one: DecidedClaim, event: str | None) -> Row:
    return {
        "name": one.claim.id,
        "account": one.claim.account,
        "number": number,
        "event": event,
        "status": one.status.value,
        "body": body_of(one, DecidedClaim),
    }


def event_rows(projection: Projection) -> Iterator[Row]:
    doubts = Counter(name for pair in projection.cannot_tell for name in pair)
    for number, one in enumerate(projection.every):
        yield event_row(number, one, doubts[one.id], projection.facts.get(one.id))


def event_row(number: int, one: Event, doubts: int, facts: Corroboration | None) -> Row:
    days = one.since if isinstance(one, Measure) else one.when
    figures = getattr(one, "figures", None)
    total = figures.counts.get("total") if figures else None
    return {
        "name": one.id,
        "number": number,
        "kind": _KINDS[type(one)],
        "category": one.category,
        "status": one.status.value,
        "grade": grade.value if (grade := getattr(one, "grade", None)) else None,
        "earliest": days.earliest.isoformat() if days and days.earliest else None,
        "latest": days.latest.isoformat() if days and days.latest else None,
        "place_en": one.where.name_en or one.where.place.wording if one.where else None,
        "place_ko": one.where.name_ko or one.where.place.wording if one.where else None,
        "least": total.min if total else None,
        "origins": getattr(one, "origins", None),
        "contested": json.dumps(list(getattr(one, "contested", ()))),
        "claims": len(one.claims),
        "doubts": doubts,
        "confirmed": one.last_confirmed.isoformat() if isinstance(one, Measure) else None,
        "body": body_of(one, type(one)),
        "facts": body_of(facts, Corroboration) if facts else None,
    }


def pair_row(pair: ScoredPair) -> Row:
    return {
        "name": f"{pair.left}|{pair.right}",
        "one": pair.left,
        "other": pair.right,
        "weight": pair.weight,
        "verdict": pair.verdict.value,
        "judged": pair.judgement.value if pair.judgement else None,
        "body": body_of(pair, ScoredPair),
    }


def _retold(projection: Projection) -> dict[AccountId, list[dict[str, Any]]]:
    found: dict[AccountId, list[dict[str, Any]]] = {}
    for one in projection.retellings:
        waits = (one.account, one.of) in projection.waiting
        item = {"of": one.of, "manner": str(one.manner), "share": round(one.share, 2), "waits": waits}
        found.setdefault(one.account, []).append(item)
    return found
