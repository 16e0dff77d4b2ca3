"""Releases: what waits, what changes for readers, whose scan is missing, and when it goes."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from sosik.adapters.release.kept import releases
from sosik.adapters.store.opened import today
from sosik.desk import releasing, scanning
from sosik.desk.open_desk import Desk
from sosik.desk.release_look import changed_inside, out, row_changes, waiting
from sosik.desk.roles import Right, needs
from sosik.desk.terms import reader_lang
from sosik.desk.views.answers import onward, plainly
from sosik.desk.views.framed import framed
from sosik.desk.wiring import opens_by
from sosik.errors import BulletinRefused, ReleaseNotReady, ValueUnreadable
from sosik.values.ids import SourceHandle


@needs(Right.write)
@require_GET
@plainly
def index(request: HttpRequest) -> HttpResponse:
    desk = request.desk
    shown = {
        "waiting": waiting(desk),
        "inside": changed_inside(desk),
        "out": out(desk),
        "past": list(reversed(releases(desk.ledger)))[:20],
        "today": today().isoformat(),
    }
    return render(request, "desk/releases.html", shown | _next(desk))


@needs(Right.write)
@require_GET
@plainly
def progress(request: HttpRequest) -> HttpResponse:
    """The part of the page that is about the next release; it is asked for until that is ready, gone or refused."""
    return render(request, "desk/release_next.html", _next(request.desk) | {"today": today().isoformat()})


@needs(Right.write)
@require_POST
@plainly
def prepare(request: HttpRequest) -> HttpResponse:
    releasing.make_ready(request.desk)
    return onward(request, reverse("releases"))


@needs(Right.decide)
@require_POST
@plainly
def scan(request: HttpRequest) -> HttpResponse:
    """The strings stay in memory; the verdict is a decision on the hash that was shown."""
    source = SourceHandle(request.POST.get("source", ""))
    words = request.POST.get("passphrase", "")
    opens = opens_by(request.desk.store, request.who.member, words) if words else None
    found = scanning.scan(
        request.desk, request.who, source, request.POST.get("hash", ""),
        request.POST.get("strings", ""), request.POST.get("because", ""), opens,
    )  # fmt: skip
    return render(request, "desk/scanned.html", {"found": found})


@needs(Right.edit)
@require_POST
@plainly
def go(request: HttpRequest) -> HttpResponse:
    """Now: the bundle of the hash that was looked at, or nothing."""
    request.desk.signer_for(request.who.member)
    because = _because(request)
    releasing.let_go(request.desk, request.who.member, because, request.POST.get("hash", ""))
    return onward(request, reverse("releases"))


@needs(Right.edit)
@require_POST
@plainly
def plan(request: HttpRequest) -> HttpResponse:
    """A day for the release, or none any more."""
    said = request.POST.get("on", "").strip()
    try:
        on = date.fromisoformat(said) if said else None
    except ValueError as error:
        raise ValueUnreadable(what=said[:20], kind="day") from error
    releasing.planned(request.desk, request.who, on, _because(request) if on else "")
    return onward(request, reverse("releases"))


@needs(Right.write)
@require_GET
@plainly
def preview(request: HttpRequest, digest: str, file: str) -> HttpResponse:
    """A file of the release that is ready, for the frame. Raises ReleaseNotReady."""
    ready = request.desk.release.ready
    if ready is None or ready.release.hash != digest:
        raise ReleaseNotReady
    return framed(ready.files, file)


def _next(desk: Desk) -> dict[str, Any]:
    state = desk.release
    ready = state.ready
    due = scanning.due(desk, ready.release) if ready is not None else ()
    return {
        "state": state,
        "ready": ready,
        "plan": releasing.plan_of(desk),
        "due": due,
        "lang_index": f"{reader_lang()}/index.html",
        "missing": [one for one in due if not one.is_clean],
        "changes": row_changes(ready) if ready is not None else (),
        "bytes": ready.size if ready is not None else 0,
        "has_site": desk.places.site is not None,
        "is_demo": desk.store.is_demo,
    }


def _because(request: HttpRequest) -> str:
    because = request.POST.get("because", "").strip()
    if not because:
        raise BulletinRefused(file="-", why="a move needs a reason")
    return because
