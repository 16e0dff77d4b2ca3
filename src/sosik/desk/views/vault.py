"""The vault: a source's identity, opened by its handler's own passphrase for some minutes; the desk's keys open none."""

import time
from collections import deque

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from sosik.adapters.store.members import here
from sosik.adapters.store.vault import last_sealed, open_identity, seal_identity
from sosik.desk.gate import TooManyTries
from sosik.desk.open_desk import Desk
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import onward, plainly, sentence
from sosik.desk.wiring import opens_by
from sosik.errors import InputEmpty, KeyWrong, SosikError
from sosik.values.ids import MemberId, SourceHandle

OPEN_SECONDS = 180
_TRIES, _WINDOW = 5, 300.0
_LONGEST = 4000  # characters of an identity
_wrong: dict[MemberId, deque[float]] = {}


@needs(Right.decide)
@require_http_methods(["GET", "POST"])
@plainly
def page(request: HttpRequest, source: str) -> HttpResponse:
    """With the passphrase, what is sealed, on this answer alone; the page goes back to shut by itself."""
    shown = _shown(request, source)
    if request.method == "GET":
        return render(request, "desk/vault.html", shown)
    try:
        shown["identity"] = _opened(request, SourceHandle(source))
    except SosikError as error:
        return render(request, "desk/vault.html", shown | {"problem": sentence(error)}, status=403)
    answer = render(request, "desk/vault.html", shown)
    answer["Refresh"] = f"{OPEN_SECONDS}; url={reverse('vault', args=[source])}"
    return answer


@needs(Right.decide)
@require_POST
@plainly
def seal(request: HttpRequest, source: str) -> HttpResponse:
    """The member becomes the handler of a source that has none in the vault; else only the handler seals anew."""
    desk, member = request.desk, request.who.member
    identity = request.POST.get("identity", "").strip()[:_LONGEST]
    if not identity:
        raise InputEmpty(file=source)
    with desk.writing:
        last = last_sealed(desk.store).get(SourceHandle(source))
        if last is not None and last.handler != member:
            raise KeyWrong
        trustee = MemberId(request.POST.get("trustee", ""))
        seal_identity(desk.store, SourceHandle(source), identity.encode(), trustee, member)
    return onward(request, reverse("vault", args=[source]))


def _shown(request: HttpRequest, source: str) -> dict[str, object]:
    last = last_sealed(request.desk.store).get(SourceHandle(source))
    mine = last is not None and request.who.member in {last.handler, last.trustee}
    others = [one.name for one in here(request.desk.store) if one.name != request.who.member]
    return {"source": source, "last": last, "mine": mine, "others": others, "minutes": OPEN_SECONDS // 60}


def _opened(request: HttpRequest, source: SourceHandle) -> str:
    """Raises TooManyTries, KeyWrong, NotFound or IdentitySealed. The opening is in the ledger before it is shown."""
    desk: Desk = request.desk
    member = request.who.member
    tries = _wrong.setdefault(member, deque(maxlen=_TRIES))
    if len(tries) == _TRIES and time.monotonic() - tries[0] < _WINDOW:
        raise TooManyTries
    try:
        opens = opens_by(desk.store, member, request.POST.get("passphrase", ""))
    except KeyWrong:
        tries.append(time.monotonic())
        raise
    with desk.writing:
        return open_identity(desk.store, source, opens, member).decode("utf-8", "replace")
