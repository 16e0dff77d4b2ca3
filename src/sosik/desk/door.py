"""Who comes in to which page: signed in, with a second factor, from the same browser, with the right that the page needs."""

import hashlib
import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosik.desk.models import Seat
from sosik.desk.open_desk import Who
from sosik.desk.roles import Right, rights_of
from sosik.values.ids import MemberId

_BROWSER, _FACTOR, _SINCE = "browser", "factor", "since"
_RENEW = 600.0  # seconds after which a session that is used is written anew
_WITHOUT_TRACE = "/progress/"  # what a page asks by itself keeps no desk open
_OF_SIGN_IN = frozenset(
    {
        *("account_login", "account_logout", "account_reauthenticate", "mfa_authenticate", "mfa_reauthenticate"),
        *("mfa_login_webauthn", "mfa_reauthenticate_webauthn"),
    }
)
_OF_FACTORS = frozenset(
    {
        *("mfa_index", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_list_webauthn", "mfa_add_webauthn"),
        *("mfa_remove_webauthn", "mfa_edit_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"),
        "mfa_download_recovery_codes",
    }
)


class Door:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """None lets the request in."""
        name = request.resolver_match.url_name
        if getattr(view, "open_to_all", False) or name in _OF_SIGN_IN:
            return None
        if not request.user.is_authenticated:
            if not User.objects.exists():
                return _refused(request, 403, "nobody")
            return HttpResponseRedirect(reverse("account_login"))
        if not _is_same_browser(request):
            request.session.flush()
            return HttpResponseRedirect(reverse("account_login"))
        return self._member(request, view, name)

    def _member(self, request: HttpRequest, view: Any, name: str) -> HttpResponse | None:
        seat = Seat.objects.filter(user=request.user).first()
        if seat is None:
            return _refused(request, 403, "seat")
        request.who = Who(MemberId(seat.member), rights_of(seat.role_names))
        request.seat = seat
        if not request.path.startswith(_WITHOUT_TRACE):
            request.META["sosik.gate"].touch()
            _renew(request)
        if name in _OF_FACTORS:
            return None
        if not _has_factor(request):
            return HttpResponseRedirect(reverse("mfa_index"))
        needed: Right | None = getattr(view, "needs", None)
        if needed is None or needed not in request.who.rights:
            return _refused(request, 403, "right")
        return None


def _is_same_browser(request: HttpRequest) -> bool:
    """A session is bound to the browser that it began in."""
    mark = hashlib.sha256(request.headers.get("User-Agent", "").encode()).hexdigest()[:24]
    known = request.session.setdefault(_BROWSER, mark)
    return bool(known == mark)


def _has_factor(request: HttpRequest) -> bool:
    if request.session.get(_FACTOR):
        return True
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    found = bool(Authenticator.objects.filter(user=request.user, type__in=kinds).exists())
    if found:
        request.session[_FACTOR] = True
    return found


def _renew(request: HttpRequest) -> None:
    if time.time() - request.session.get(_SINCE, 0.0) > _RENEW:
        request.session[_SINCE] = time.time()


def _refused(request: HttpRequest, status: int, why: str) -> HttpResponse:
    return render(request, "desk/refused.html", {"why": why}, status=status)
