"""Audit: decisions by member and object, whether the ledger is whole, heads that were witnessed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from sosik.adapters.store.heads import head_line, manifest_line
from sosik.adapters.store.verifying import Verified
from sosik.desk import auditing
from sosik.desk.models import Witness
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import plainly

_SHOWN = 12


@needs(Right.audit)
@require_GET
@plainly
def index(request: HttpRequest) -> HttpResponse:
    return _page(request)


@needs(Right.audit)
@require_POST
@plainly
def verify(request: HttpRequest) -> HttpResponse:
    """The whole chain, against the heads that are kept here and those that somebody wrote down."""
    found = auditing.verified(request.desk, request.who, request.POST.get("heads", ""))
    return _page(request, found)


@needs(Right.audit)
@require_GET
@plainly
def head(request: HttpRequest) -> HttpResponse:
    """The head with its signature, as a line to be kept outside; it says nothing of what is kept."""
    answer = HttpResponse(f"{manifest_line(request.desk.store)}\n", content_type="application/jsonl")
    answer["Content-Disposition"] = 'attachment; filename="heads.jsonl"'
    return answer


def _page(request: HttpRequest, found: Verified | None = None) -> HttpResponse:
    filters = request.GET.dict() if request.method == "GET" else {}
    shown = {
        "listed": auditing.lines(request.desk, filters),
        "filters": filters,
        "head": head_line(request.desk.store),
        "witnessed": Witness.objects.order_by("-seq")[:_SHOWN],
        "witnessed_in_all": Witness.objects.count(),
        "found": found,
    }
    return render(request, "desk/audit.html", shown)
