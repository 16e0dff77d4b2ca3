"""Search in both languages over accounts, claims and incidents."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sosik.adapters.store.board import value_of
from sosik.adapters.store.search import MOST, Search
from sosik.claims.decided import DecidedClaim
from sosik.desk import lists
from sosik.desk.open_desk import Desk
from sosik.desk.roles import Right, needs
from sosik.desk.terms import reader_lang
from sosik.desk.views.answers import plainly

_SHOWN = 25
_LONGEST = 200


@needs(Right.overview)
@require_GET
@plainly
def search(request: HttpRequest) -> HttpResponse:
    asked = " ".join(request.GET.get("q", "").split())[:_LONGEST]
    shown: dict[str, Any] = {"asked": asked}
    if asked:
        shown |= {"events": _events(request.desk, asked)}
        if Right.read in request.who.rights:
            shown |= _accounts(request.desk, asked)
    return render(request, "desk/search.html", shown)


def _accounts(desk: Desk, asked: str) -> dict[str, Any]:
    """Accounts in which every word stands, and those of their claims whose own words hold one."""
    derived = desk.store.derived[1] if desk.store.derived else None
    if derived is None:
        return {"accounts": [], "claims": []}
    found = Search(desk.store, derived, desk.words.plain_words).named(asked)
    names = found[:_SHOWN]
    kept = desk.ledger.accounts_of(names)
    marks = ", ".join("%s" for _ in names) or "NULL"
    on_board = {row["name"]: row for row in desk.board.rows("account", f"WHERE name IN ({marks})", *names)}
    rows = [
        {"name": name, "words": _around(kept[name].text, asked.split(maxsplit=1)[0]), "row": [on_board[name]]}
        for name in names
        if name in kept and name in on_board
    ]
    return {
        "accounts": rows,
        "accounts_in_all": f"{MOST}+" if len(found) == MOST else len(found),
        "claims": list(_claims(desk, kept, asked))[:_SHOWN],
    }


def _claims(desk: Desk, kept: Any, asked: str) -> Any:
    terms = [term.casefold() for term in asked.split()]
    for name, account in kept.items():
        for row in desk.board.rows("claim", "WHERE account = %s ORDER BY number", name):
            one = value_of(row["body"], DecidedClaim)
            words = [span.words(account.text) for span in one.claim.spans]
            if any(term in text.casefold() for term in terms for text in words):
                yield {"one": one, "account": account, "words": words, "event": row["event"]}


def _events(desk: Desk, asked: str) -> list[dict[str, Any]]:
    """Incidents, measures and tallies whose place, kind or id holds every word."""
    where = lists.Where()
    for term in asked.split():
        keys = [
            key
            for key, one in desk.rules.codebook.categories.items()
            if term.casefold() in one.name(reader_lang()).casefold()
        ]
        marks = ", ".join("%s" for _ in keys) or "NULL"
        like = "%" + term.replace("%", "") + "%"
        part = f"(place_en LIKE %s OR place_ko LIKE %s OR name = %s OR category IN ({marks}))"
        where = where.and_(part, like, like, term, *keys)
    return desk.board.rows("event", f"{where.sql} ORDER BY latest DESC, number DESC LIMIT %s", *where.values, _SHOWN)


def _around(text: str, term: str) -> tuple[str, str, str]:
    at = max(text.casefold().find(term.casefold()), 0)
    end = at + len(term)
    return text[max(0, at - 60) : at], text[at:end], text[end : end + 90]
