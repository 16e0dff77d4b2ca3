"""The claims of an account: accept, correct by selecting words, reject, add, undo."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from sosik.accounts.decision import DecisionKind
from sosik.claims.claim import Claim, Role
from sosik.desk import deciding
from sosik.desk.claim_form import claim_of
from sosik.desk.claim_words import day_said, people_said, places_said, span_of
from sosik.desk.looking import AccountLook, look
from sosik.desk.open_desk import Desk
from sosik.desk.roles import Right, needs
from sosik.desk.terms import reader_lang
from sosik.desk.views.accounts import facts
from sosik.desk.views.answers import onward, plainly
from sosik.errors import NotFound
from sosik.values.ids import AccountId

_KINDS = {"accept": DecisionKind.accept, "reject": DecisionKind.reject, "correct": DecisionKind.correct}


@needs(Right.decide)
@require_POST
@plainly
def decide(request: HttpRequest, name: str, claim: str) -> HttpResponse:
    seen = look(request.desk, name)
    was = seen.claim(claim)
    kind = _KINDS.get(request.POST.get("kind", ""))
    if kind is None:
        raise NotFound(what="kind")
    said = claim_of(request.POST, seen.account, request.desk.rules, was) if kind is DecisionKind.correct else was
    deciding.decide_claim(request.desk, request.who, kind, said, request.POST.get("because", ""))
    return _after(request, name)


@needs(Right.decide)
@require_POST
@plainly
def add(request: HttpRequest, name: str) -> HttpResponse:
    """A claim that the rules did not read."""
    seen = look(request.desk, name)
    said = claim_of(request.POST, seen.account, request.desk.rules, None)
    deciding.decide_claim(request.desk, request.who, DecisionKind.correct, said, request.POST.get("because", ""))
    return _after(request, name)


@needs(Right.decide)
@require_POST
@plainly
def undo(request: HttpRequest, name: str) -> HttpResponse:
    deciding.take_back(request.desk, request.who, (AccountId(name),), request.POST.get("of", ""))
    return _after(request, name)


@needs(Right.decide)
@require_GET
@plainly
def form(request: HttpRequest, name: str, claim: str) -> HttpResponse:
    """The form of a claim; ``new`` gives an empty one for the words that were selected."""
    seen = look(request.desk, name)
    if claim == "new":
        span = span_of(seen.account, request.GET.get("span", ""))
        shown = {"span": span, "words": span.words(seen.account.text)}
        return render(request, "desk/claim_form.html", _form(request.desk, seen, None) | {"first": shown})
    return render(request, "desk/claim_form.html", _form(request.desk, seen, seen.claim(claim)))


@needs(Right.decide)
@require_GET
@plainly
def words(request: HttpRequest, name: str) -> HttpResponse:
    """What the selected words say, as a row of the form."""
    seen = look(request.desk, name)
    span = span_of(seen.account, request.GET.get("span", ""))
    shown: dict[str, Any] = {"span": span, "words": span.words(seen.account.text)}
    field = request.GET.get("field", "")
    if field == "when":
        return render(request, "desk/row_when.html", shown | {"edtf": day_said(seen.account, span)})
    if field == "place":
        entries = places_said(seen.account, span, request.desk.rules)
        role = "at" if entries else ""
        return render(request, "desk/row_place.html", shown | {"entries": entries, "role": role, "roles": list(Role)})
    if field == "people":
        return render(request, "desk/row_people.html", shown | {"who": people_said(seen.account, span)})
    return render(request, "desk/row_category.html", shown)


def _form(desk: Desk, seen: AccountLook, claim: Claim | None) -> dict[str, Any]:
    """What the form of a claim shows; choices by kind, in the reader's language."""
    text = seen.account.text
    categories: dict[str, list[tuple[str, str]]] = {}
    for one in desk.rules.codebook.categories.values():
        categories.setdefault(one.kind.value, []).append((one.key, one.name(reader_lang())))
    shown: dict[str, Any] = {"account": seen.account, "claim": claim, "roles": list(Role), "groups": categories}
    if claim is not None:
        dated = claim.when or claim.period
        shown |= {
            "first": {"span": claim.category.span, "words": claim.category.span.words(text)},
            "dated": {"value": dated.value, "span": dated.span, "words": dated.span.words(text)} if dated else None,
            "places": [{"one": one, "words": one.span.words(text)} for one in claim.where],
            "people": [{"who": one, "words": one.span.words(text)} for one in claim.victims],
        }
    return shown


def _after(request: HttpRequest, name: str) -> HttpResponse:
    """The work on the account again, with the next claim to decide in view."""
    if not request.headers.get("HX-Request"):
        return onward(request, reverse("account", args=[name]))
    return render(request, "desk/account_work.html", facts(request.desk, look(request.desk, name)))
