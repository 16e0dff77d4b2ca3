"""What may be public, as rows of the board: found by whatever names it, so that a verdict reads what it is about and no more."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from sosik.adapters.store.board import Board, Row, body_of
from sosik.bulletins.case import Case, Cited, may_publish
from sosik.bulletins.clearance import publication_days
from sosik.claims.decided import DecidedStatus
from sosik.incidents.book import Casebook

OPENINGS, FILLED = "openings", "filled"
ALWAYS = date.min  # what was never held back may be public from here on


def openings(book: Casebook) -> tuple[date, ...]:
    """The days from which more claims may be public than before, the first one first."""
    told = (
        book.standing.accounts.get(one.claim.account) for one in book.claims if one.status is DecidedStatus.accepted
    )
    days = {account.not_before or ALWAYS for account in told if account and may_publish(account, date.max)}
    return tuple(sorted(days))


def opening_of(days: Sequence[date], day: date) -> date | None:
    """The last opening that is not after the day: what may be public on both is the same. None when nothing may."""
    return max((one for one in days if one <= day), default=None)


def fill_public(board: Board, book: Casebook, today: date, case_on: Callable[[date], Case]) -> None:
    """For today, and for each day as of which a published bulletin is judged."""
    days = openings(book)
    asked = {opening_of(days, day) for day in (today, *publication_days(book.kept.decisions))}
    wanted = sorted(one for one in asked if one is not None)
    cases = [(one.isoformat(), case_on(one).every) for one in wanted]
    board.replace("public", (row for day, every in cases for row in _rows(day, every)))
    board.replace("public_claim", (row for day, every in cases for one in every for row in _claims(day, one)))
    board.say(OPENINGS, json.dumps([one.isoformat() for one in days]))
    board.say(FILLED, json.dumps([day for day, _ in cases]))


def _rows(day: str, every: Iterable[Cited]) -> Iterator[Row]:
    for number, one in enumerate(every):
        when = getattr(one, "when", None)
        yield {
            "name": f"{day}|{one.id}",
            "day": day,
            "id": one.id,
            "number": number,
            "kind": type(one).__name__.lower(),
            "latest": when.latest.isoformat() if when is not None and when.latest else None,
            "body": body_of(one, type(one)),
        }


def _claims(day: str, one: Cited) -> Iterator[Row]:
    inside = dict.fromkeys(one.claims, 1)
    for claim, is_inside in {**dict.fromkeys(getattr(one, "beside", ()), 0), **inside}.items():
        yield {
            "name": f"{day}|{claim}|{one.id}",
            "day": day,
            "claim": claim,
            "home": f"{day}|{one.id}",
            "inside": is_inside,
        }
