"""The inbox, and one account: its text, what was read of it, what members said."""

from enum import StrEnum
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from sosik.accounts.account import Basis, Consent, Reliability
from sosik.accounts.decision import DecisionKind
from sosik.desk import deciding, lists
from sosik.desk.account_files import kept_beside
from sosik.desk.instalments import joined
from sosik.desk.looking import AccountLook, look
from sosik.desk.marking import marked
from sosik.desk.open_desk import Desk
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import onward, plainly

_RELATIONS = ("retells", "independent", "same_source", "shares_informant")
_CHOICES: dict[str, tuple[DecisionKind, type[StrEnum]]] = {
    "basis": (DecisionKind.basis, Basis),
    "consent": (DecisionKind.consent, Consent),
    "reliability": (DecisionKind.source, Reliability),
}


@needs(Right.overview)
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    if Right.read not in request.who.rights:
        return onward(request, reverse("incidents"))
    found = lists.inbox(request.desk, request.GET.dict())
    rows = lists.labelled(request.desk, list(found.rows))
    joined(request.desk, rows)
    return render(request, "desk/inbox.html", {"found": found, "rows": rows, "filters": request.GET})


@needs(Right.read)
@require_GET
@plainly
def one(request: HttpRequest, name: str) -> HttpResponse:
    seen = look(request.desk, name)
    return render(request, "desk/account.html", facts(request.desk, seen))


@needs(Right.decide)
@require_POST
@plainly
def stands(request: HttpRequest, name: str) -> HttpResponse:
    """Basis and consent of the account, reliability of its source."""
    seen = look(request.desk, name)
    for key, (kind, words) in _CHOICES.items():
        said = request.POST.get(key)
        if said is None or said not in {one.value for one in words} or said == getattr(seen.account, key).value:
            continue
        about: dict[str, Any] = {"account": name, key: said}
        if key == "reliability":
            if seen.account.source is None:
                continue
            about = {"source": seen.account.source, key: said}
        deciding.decide(request.desk, request.who, kind, about, request.POST.get("because", ""))
    return onward(request, reverse("account", args=[name]))


@needs(Right.decide)
@require_POST
@plainly
def relate(request: HttpRequest, name: str) -> HttpResponse:
    """What seems to retell another account does, or does not."""
    relation = request.POST.get("relation", "")
    if relation in _RELATIONS:
        about = {"account": name, "relation": relation, "to": request.POST.get("to", "")}
        deciding.decide(request.desk, request.who, DecisionKind.relate, about, request.POST.get("because", ""))
    return onward(request, reverse("account", args=[name]))


def facts(desk: Desk, seen: AccountLook) -> dict[str, Any]:
    """What the page of an account shows."""
    row = lists.labelled(desk, lists.shown(desk.board.rows("account", "WHERE name = %s", seen.account.id)))
    joined(desk, row)
    kept = {claim["name"]: claim["event"] for claim in desk.board.rows("claim", "WHERE account = %s", seen.account.id)}
    cards: list[dict[str, Any]] = [
        {
            "number": at,
            "one": one,
            "claim": one.claim,
            "said": seen.last_on(one.claim.id),
            "event": kept.get(one.claim.id),
        }
        for at, one in enumerate(seen.claims, start=1)
    ]
    return {
        "seen": seen,
        "account": seen.account,
        "text": marked(seen.account.text, seen.claims),
        "cards": cards,
        "next": next((card["number"] for card in cards if card["one"].status.value == "proposed"), None),
        "row": row[0] if row else None,
        "queue": [item for item in lists.queue(desk) if item["name"] != seen.account.id][:8],
        "beside": _same_source(desk, seen),
        **kept_beside(desk, seen.account),
        "history": tuple(reversed(seen.history)),
        "reliabilities": [one.value for one in Reliability],
    }


def _same_source(desk: Desk, seen: AccountLook) -> list[dict[str, Any]]:
    """What the same source told at other times: instalments among them."""
    if seen.account.source is None:
        return []
    sql = "WHERE source = %s AND name != %s ORDER BY day DESC, number DESC LIMIT 6"
    return lists.shown(desk.board.rows("account", sql, seen.account.source, seen.account.id))
