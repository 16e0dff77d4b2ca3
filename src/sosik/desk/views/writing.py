"""Accounts come in: the call log, and files."""

import secrets
import threading
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sosik.accounts.account import Basis, Consent
from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.store.opened import today
from sosik.desk import taking
from sosik.desk.contacts import numbers_in
from sosik.desk.looking import look
from sosik.desk.open_desk import SignatureMissing
from sosik.desk.roles import Right, needs
from sosik.desk.views.accounts import facts
from sosik.desk.views.answers import plainly, sentence
from sosik.errors import SosikError, ValueUnreadable

_JOBS: dict[str, taking.Import] = {}  # of this run; what they took in is in the ledger
_KEPT_JOBS = 40
_lock = threading.Lock()
_CALL_BASES = ("eyewitness", "second-hand", "rumour", "document", "imagery", "official", "press")


@needs(Right.take)
@require_http_methods(["GET", "POST"])
@plainly
def new(request: HttpRequest) -> HttpResponse:
    """The call log: an account pasted or typed, then its claims on the next screen."""
    shown = {"form": request.POST, "today": today().isoformat(), "bases": _CALL_BASES}
    if request.method == "GET":
        return render(request, "desk/new_account.html", shown | {"handles": _handles(request)})
    try:
        name = taking.take_call(request.desk, request.who, _call(request))
    except SignatureMissing:
        raise
    except SosikError as error:
        if request.headers.get("HX-Request"):
            raise
        found = numbers_in(request.POST.get("text", ""))
        shown |= {"problem": sentence(error), "found": found, "handles": _handles(request)}
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
    jobs = [(name, job) for name, job in reversed(_JOBS.items())]
    shown = {"jobs": jobs, "bases": _CALL_BASES, "today": today().isoformat()}
    files = request.FILES.getlist("files")
    if request.method == "GET" or not files:
        return render(request, "desk/imports.html", shown)
    named = {_name(one.name): UntrustedFile(_name(one.name), one.read()) for one in files}
    defaults = FrontMatter(received=_day(request, "received"), basis=_basis(request), outlet=_words(request, "outlet"))
    job = taking.start_import(request.desk, files[0].name, named, defaults)
    remember(secrets.token_hex(8), job)
    return redirect("imports")


def remember(name: str, job: taking.Import) -> None:
    """For the page that lists what is on its way in."""
    with _lock:
        _JOBS[name] = job
        for old in list(_JOBS)[:-_KEPT_JOBS]:
            del _JOBS[old]


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
    if name not in _JOBS:
        raise Http404
    return _JOBS[name]


def _call(request: HttpRequest) -> taking.CallLog:
    number = request.POST.get("instalment", "").strip()
    return taking.CallLog(
        text=request.POST.get("text", ""),
        source=_words(request, "source"),
        told=_day(request, "told"),
        received=_day(request, "received") or today(),
        instalment=int(number) if number.isascii() and number.isdigit() and len(number) < 4 else None,
        basis=_basis(request) or Basis.unknown,
        consent=Consent(said) if (said := request.POST.get("consent", "")) in set(Consent) else Consent.none,
        not_before=_day(request, "not_before"),
        outlet=_words(request, "outlet"),
    )


def _basis(request: HttpRequest) -> Basis | None:
    said = request.POST.get("basis", "")
    return Basis(said) if said in _CALL_BASES else None


def _day(request: HttpRequest, key: str) -> date | None:
    said = request.POST.get(key, "").strip()
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise ValueUnreadable(what=said[:20], kind="day") from error


def _words(request: HttpRequest, key: str) -> str | None:
    return " ".join(request.POST.get(key, "").split())[:80] or None


def _handles(request: HttpRequest) -> list[str]:
    sql = "SELECT DISTINCT source FROM account WHERE source IS NOT NULL ORDER BY source LIMIT 200"
    return [name for (name,) in request.desk.board.run(sql)]


def _name(name: str) -> str:
    """The last part of a file's name: a browser may send the folders before it."""
    return name.replace("\\", "/").rsplit("/", 1)[-1]
