"""Members: who is here, with which roles; invitations."""

import hashlib
import re
import secrets
from datetime import timedelta

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sosik.desk.models import Invitation, Seat
from sosik.desk.roles import RIGHTS, Right, needs, open_to_all
from sosik.desk.views.answers import plainly
from sosik.desk.views.frame import password_errors, seat
from sosik.desk.wiring import take_seat
from sosik.errors import MemberRefused
from sosik.values.ids import MemberId

_DAYS = 3
_NAME = re.compile(r"m-[a-z0-9][a-z0-9-]{0,30}")


@needs(Right.administer)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    return _page(request)


@needs(Right.administer)
@require_POST
@plainly
def invite(request: HttpRequest) -> HttpResponse:
    """A word for one person, good for some days; it is shown once and handed over by another way."""
    member = request.POST.get("member", "").strip()
    roles = _roles(request)
    if not _NAME.fullmatch(member) or Seat.objects.filter(member=member).exists() or not roles:
        raise MemberRefused(member=member[:40] or "?", why="a name is m- and small letters, not taken, with a role")
    word = secrets.token_urlsafe(24)
    Invitation.objects.filter(member=member).delete()
    until = timezone.now() + timedelta(days=_DAYS)
    Invitation.objects.create(mark=_mark(word), member=member, roles=roles, by=request.who.member, until=until)
    return _page(request, word=word, invited=member)


@needs(Right.administer)
@require_POST
@plainly
def roles(request: HttpRequest, member: str) -> HttpResponse:
    """Other roles; one administrator stays."""
    found = Seat.objects.filter(member=member).first()
    if found is None:
        raise Http404
    wanted = _roles(request)
    others = [one for one in Seat.objects.exclude(pk=found.pk) if "administrator" in one.role_names]
    if not wanted or ("administrator" not in wanted.split() and not others):
        raise MemberRefused(member=member, why="somebody must stay administrator, and everybody has a role")
    found.roles = wanted
    found.save(update_fields=["roles"])
    return redirect("members")


@open_to_all
@require_http_methods(["GET", "POST"])
@plainly
def join(request: HttpRequest, word: str) -> HttpResponse:
    """Whoever was invited chooses a passphrase: it signs them in, and opens a key of their own for the desk."""
    invitation = Invitation.objects.filter(mark=_mark(word), until__gt=timezone.now()).first()
    if invitation is None:
        raise Http404
    errors: list[str] = []
    if request.method == "POST":
        errors = password_errors(request, invitation.member)
        if not errors:
            _join(request, invitation)
            return redirect("account_login")
    return render(request, "desk/welcome.html", {"member": invitation.member, "errors": errors, "is_first": False})


def _join(request: HttpRequest, invitation: Invitation) -> None:
    """The key before the seat: who has a seat can sign."""
    desk, password = request.desk, request.POST["password"]
    with desk.writing:
        take_seat(desk.store, MemberId(invitation.member), password)
    with transaction.atomic():
        seat(invitation.member, password, tuple(invitation.roles.split()))
        invitation.delete()


def _page(request: HttpRequest, **more: str) -> HttpResponse:
    seats = Seat.objects.order_by("member")
    waiting = Invitation.objects.filter(until__gt=timezone.now()).order_by("member")
    address = request.build_absolute_uri(f"/join/{more['word']}/") if "word" in more else None
    return render(
        request,
        "desk/members.html",
        {"seats": seats, "waiting": waiting, "address": address, "roles": list(RIGHTS), **more},
    )


def _roles(request: HttpRequest) -> str:
    return " ".join(name for name in RIGHTS if name in request.POST.getlist("roles"))


def _mark(word: str) -> str:
    return hashlib.sha256(word.encode("utf-8", "surrogatepass")).hexdigest()
