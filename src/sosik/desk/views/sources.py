"""Sources: what is known of each without their name; handing over, marking as compromised, and erasing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sosik.accounts.decision import DecisionKind
from sosik.accounts.erasure import Erasable
from sosik.adapters.store.members import here
from sosik.adapters.store.vault import hand_over as handed_over
from sosik.desk import deciding, erasing
from sosik.desk.exposure_look import source_page, sources
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import onward, plainly
from sosik.desk.wiring import opens_by
from sosik.errors import BulletinRefused
from sosik.values.ids import AccountId, MemberId, SourceHandle


@needs(Right.write)
@require_GET
@plainly
def index(request: HttpRequest) -> HttpResponse:
    """Who tells us, what editions have said of each, and how many that leaves; identities stay in the vault."""
    return render(request, "desk/sources.html", {"found": sources(request.desk, request.GET.get("page", "1"))})


@needs(Right.write)
@require_GET
@plainly
def one(request: HttpRequest, source: str) -> HttpResponse:
    page = source_page(request.desk, SourceHandle(source))
    members = [one.name for one in here(request.desk.store)]
    return render(request, "desk/source.html", {"page": page, "one": page.look, "members": members})


@needs(Right.decide)
@require_POST
@plainly
def compromised(request: HttpRequest, source: str) -> HttpResponse:
    """From this day on nothing that rests on the source leaves."""
    about = {"source": source, "since": request.POST.get("since", "").strip()}
    deciding.decide(request.desk, request.who, DecisionKind.compromise, about, request.POST.get("because", ""))
    return onward(request, reverse("source", args=[source]))


@needs(Right.decide)
@require_POST
@plainly
def hand_over(request: HttpRequest, source: str) -> HttpResponse:
    """By the handler or the trustee, whose passphrase opens what is sealed to them; the desk's keys do not."""
    opens = opens_by(request.desk.store, request.who.member, request.POST.get("passphrase", ""))
    handler, trustee = (MemberId(request.POST.get(key, "")) for key in ("handler", "trustee"))
    with request.desk.writing:
        handed_over(request.desk.store, SourceHandle(source), request.who.member, opens, handler, trustee)
    return onward(request, reverse("source", args=[source]))


@needs(Right.edit)
@require_http_methods(["GET", "POST"])
@plainly
def erase(request: HttpRequest, source: str) -> HttpResponse:
    return _erase(request, Erasable(source=SourceHandle(source)), source)


@needs(Right.edit)
@require_http_methods(["GET", "POST"])
@plainly
def erase_account(request: HttpRequest, name: str) -> HttpResponse:
    return _erase(request, Erasable(account=AccountId(name)), name)


def _erase(request: HttpRequest, what: Erasable, name: str) -> HttpResponse:
    """What would change, before anything does; with the name written again and a reason, it is done."""
    shown = {"what": what, "name": name}
    if request.method == "GET":
        return render(request, "desk/erase.html", shown | {"outlook": erasing.outlook(request.desk, what)})
    because = request.POST.get("because", "").strip()
    if not because:
        raise BulletinRefused(file=name, why="a move needs a reason")
    if request.POST.get("again", "").strip() != name:
        raise BulletinRefused(file=name, why="the handle was not written again")
    done = erasing.erase(request.desk, request.who, what, because)
    return render(request, "desk/erased.html", shown | {"outlook": done})
