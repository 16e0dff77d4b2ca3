"""Accounts come in: the call log, and files."""

import re
import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sosik.accounts.account import Basis, Consent
from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.store.opened import today
from sosik.desk import importing, taking
from sosik.desk.contacts import numbers_in
from sosik.desk.importing import IMPORTS
from sosik.desk.looking import look
from sosik.desk.open_desk import SignatureMissing
from sosik.desk.roles import Right, needs
from sosik.desk.sealed_calls import recipient_of_calls
from sosik.desk.views.accounts import facts
from sosik.desk.views.answers import plainly, sentence
from sosik.errors import SosikError, ValueUnreadable

_ONCE = re.compile(r"[0-9a-f]{12}")
_CALL_BASES = ("eyewitness", "second-hand", "rumour", "document", "imagery", "official", "press")


@needs(Right.take)
@require_http_methods(["GET", "POST"])
@plainly
def new(request: HttpRequest) -> HttpResponse:
    """The call log: an account pasted or typed, then its claims on the next screen."""
    if request.method == "GET":
        return render(request, "desk/new_account.html", call_form(request, {}))
    try:
        name = taking.take_call(request.desk, request.who, call_of(request.POST))
    except SignatureMissing:
        raise
    except SosikError as error:
        if request.headers.get("HX-Request"):
            raise
        found = numbers_in(request.POST.get("text", ""))
        shown = call_form(request, request.POST) | {"problem": sentence(error), "found": found}
        return render(request, "desk/new_account.html", shown, status=422)
    if not request.headers.get("HX-Request"):
        return redirect("account", name)
    answer = render(request, "desk/account_work.html", facts(request.desk, look(request.desk, name)))
    answer["HX-Push-Url"] = reverse("account", args=[name])
    return answer


@needs(Right.take)
@require_POST
def numbers(request: HttpRequest) -> HttpResponse:
    """Telephone and identity numbers in what is being typed; nothing of it is kept."""
    text = request.POST.get("text", "")
    found = [{"rule": one.rule, "words": text[one.start : one.end]} for one in numbers_in(text)]
    return render(request, "desk/numbers.html", {"found": found})


@needs(Right.take)
@require_http_methods(["GET", "POST"])
@plainly
def imports(request: HttpRequest) -> HttpResponse:
    jobs = [(name, job) for name, job in reversed(list(IMPORTS.jobs.items()))]
    shown = {"jobs": jobs, "bases": _CALL_BASES, "today": today().isoformat()}
    files = request.FILES.getlist("files")
    if request.method == "GET" or not files:
        return render(request, "desk/imports.html", shown)
    named = {_name(one.name): UntrustedFile(_name(one.name), one.read()) for one in files}
    form = request.POST
    defaults = FrontMatter(received=_day(form, "received"), basis=_basis(form), outlet=_words(form, "outlet"))
    importing.begin(request.desk, files[0].name, named, defaults)
    return redirect("imports")


@needs(Right.take)
@require_GET
def import_progress(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, "desk/import_row.html", {"name": name, "job": _job(name)})


@needs(Right.take)
@require_POST
def stop_import(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """What was taken in before stays."""
    _job(name).is_stopped = True
    return redirect("imports")


def _job(name: str) -> taking.Import:
    if name not in IMPORTS.jobs:
        raise Http404
    return IMPORTS.jobs[name]


def call_form(request: HttpRequest, said: Mapping[str, str]) -> dict[str, Any]:
    """What the page of the call log needs, filled in with what was said."""
    once = said.get("once", "")
    return {
        "form": said,
        "today": today().isoformat(),
        "bases": _CALL_BASES,
        "handles": _handles(request),
        "once": once if _ONCE.fullmatch(once) else secrets.token_hex(6),
        "sealed_to": recipient_of_calls(request.desk),
    }


def call_of(said: Mapping[str, str]) -> taking.CallLog:
    """Raises ValueUnreadable."""
    number, once = said.get("instalment", "").strip(), said.get("once", "")
    return taking.CallLog(
        text=said.get("text", ""),
        source=_words(said, "source"),
        told=_day(said, "told"),
        received=_day(said, "received") or today(),
        instalment=int(number) if number.isascii() and number.isdigit() and len(number) < 4 else None,
        basis=_basis(said) or Basis.unknown,
        consent=Consent(kind) if (kind := said.get("consent", "")) in set(Consent) else Consent.none,
        not_before=_day(said, "not_before"),
        outlet=_words(said, "outlet"),
        once=once if _ONCE.fullmatch(once) else None,
    )


def _basis(form: Mapping[str, str]) -> Basis | None:
    said = form.get("basis", "")
    return Basis(said) if said in _CALL_BASES else None


def _day(form: Mapping[str, str], key: str) -> date | None:
    said = form.get(key, "").strip()
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise ValueUnreadable(what=said[:20], kind="day") from error


def _words(form: Mapping[str, str], key: str) -> str | None:
    return " ".join(form.get(key, "").split())[:80] or None


def _handles(request: HttpRequest) -> list[str]:
    sql = "SELECT DISTINCT source FROM account WHERE source IS NOT NULL ORDER BY source LIMIT 200"
    return [name for (name,) in request.desk.board.run(sql)]


def _name(name: str) -> str:
    """The last part of a file's name: a browser may send the folders before it."""
    return name.replace("\\", "/").rsplit("/", 1)[-1]
