"""Answers that several pages give: an error in the catalogue's words, the way on after a decision."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosik.desk.open_desk import SignatureMissing
from sosik.desk.reasons import answer_sentence
from sosik.errors import NotFound, SosikError

_STATUS = {"E-NOT-FOUND": 404}


def sentence(error: SosikError) -> str:
    return answer_sentence(error)


def plainly(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An error of the catalogue becomes its sentence: what happened, what was kept, what to do next."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except SignatureMissing:
            return onward(request, f"{reverse('sign')}?next={quote(_back(request))}")
        except SosikError as error:
            status = 404 if isinstance(error, NotFound) else 422
            whole = not request.headers.get("HX-Request")
            template = "desk/problem.html" if whole else "desk/problem_line.html"
            answer = render(request, template, {"sentence": sentence(error)}, status=status)
            if not whole:
                answer["HX-Retarget"], answer["HX-Reswap"] = "#said", "innerHTML"
            return answer

    return answered


def onward(request: HttpRequest, address: str) -> HttpResponse:
    """To another page, from a form or from within one."""
    if request.headers.get("HX-Request"):
        answer = HttpResponse(status=204)
        answer["HX-Redirect"] = address
        return answer
    return HttpResponseRedirect(address)


def _back(request: HttpRequest) -> str:
    """The page that a decision was made on."""
    shown = urlsplit(request.headers.get("Referer", ""))
    if shown.netloc == request.get_host() and not shown.path.startswith(reverse("sign")):
        return shown.path
    name = request.resolver_match.kwargs.get("name")
    here = "incident" if request.resolver_match.url_name in {"judge", "choose_best", "undo_on_incident"} else "account"
    return reverse(here, args=[name]) if name else reverse("inbox")
