"""Calls that were sealed in a browser come in; one that is refused opens in its form again."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from sosik.desk import taking
from sosik.desk.contacts import InputNumbers, numbers_in
from sosik.desk.roles import Right, needs
from sosik.desk.sealed_calls import corrected, opened_call
from sosik.desk.views.answers import plainly
from sosik.desk.views.writing import call_form, call_of


@needs(Right.take)
@require_POST
@plainly
def sealed(request: HttpRequest) -> HttpResponse:
    """Taken in once, however often it is sent. The browser drops it only for this answer."""
    call = call_of(opened_call(request.desk, request.POST.get("sealed", "")))
    try:
        return JsonResponse({"kept": taking.take_call(request.desk, request.who, call)})
    except InputNumbers:
        name = corrected(request.desk, call.once)
        if name is None:
            raise
        return JsonResponse({"kept": name})


@needs(Right.take)
@require_POST
@plainly
def correct(request: HttpRequest) -> HttpResponse:
    """A sealed call that was refused, in the form: saved there, the sealed one is the same call."""
    said = opened_call(request.desk, request.POST.get("sealed", ""))
    shown = call_form(request, said) | {"found": numbers_in(said.get("text", ""))}
    return render(request, "desk/new_account.html", shown)
