"""The way in and out, the language, static files, and what a page asks by itself."""

import hashlib
import mimetypes
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import allauth
import django_htmx
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sosik.desk.gate_page import lock_soon
from sosik.desk.models import Seat
from sosik.desk.roles import Right, needs, open_to_all
from sosik.desk.sign_in import hold_signer

_LANGUAGE_DAYS = 365


@lru_cache(maxsize=1)
def _static() -> dict[str, Path]:
    """Every file that is served, by name: nothing else can be asked for."""
    own = Path(str(files("sosik.desk") / "static" / "desk"))
    allauths = Path(str(allauth.__path__[0]))
    found = {f"desk/{file.name}": file for file in own.iterdir() if file.is_file()}
    found["htmx.js"] = Path(str(django_htmx.__path__[0])) / "static" / "django_htmx" / "htmx-2.min.js"
    for app in ("account", "mfa"):
        found |= {f"{app}/js/{file.name}": file for file in (allauths / app / "static" / app / "js").iterdir()}
    return found


@open_to_all
@require_GET
def static(_request: HttpRequest, name: str) -> HttpResponse:
    file = _static().get(name)
    if file is None:
        raise Http404
    content = file.read_bytes()
    answer = HttpResponse(content, content_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream")
    answer["Cache-Control"] = "no-cache"
    answer["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    return answer


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    answer = HttpResponseRedirect(back)
    if wanted in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, wanted, max_age=_LANGUAGE_DAYS * 86400,
            secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Strict",
        )  # fmt: skip
    return answer


@needs(Right.lock)
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    lock_soon(request.META["sosik.gate"])
    return render(request, "desk/locked.html")


@open_to_all
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, word: str) -> HttpResponse:
    """The first member's sign-in, for whoever holds the word that was shown when the desk was unlocked."""
    if User.objects.exists():
        return redirect("inbox")
    if word != request.META["sosik.gate"].welcome:
        raise Http404
    member = request.desk.opener
    errors: list[str] = []
    if request.method == "POST":
        errors = password_errors(request, member)
        if not errors:
            seat(member, request.POST["password"], ("editor", "administrator"))
            return redirect("account_login")
    return render(request, "desk/welcome.html", {"member": member, "errors": errors, "is_first": True})


@needs(Right.lock)
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest) -> HttpResponse:
    """The member's passphrase, once a sign-in, so that decisions bear their signature."""
    is_wrong = False
    if request.method == "POST":
        if hold_signer(request, request.user, request.POST.get("passphrase", "")):
            back = request.POST.get("next", "/")
            return redirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "/")
        is_wrong = True
    back = request.GET.get("next", reverse("inbox"))
    return render(request, "desk/sign.html", {"is_wrong": is_wrong, "next": back}, status=403 if is_wrong else 200)


@needs(Right.overview)
@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    """How far the count is, for the line at the foot of every page."""
    return render(request, "desk/counting.html", {"counting": request.desk.recount.progress})


@needs(Right.overview)
@require_GET
def counted(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"is_current": request.desk.recount.is_current})


def password_errors(request: HttpRequest, member: str) -> list[str]:
    password, again = request.POST.get("password", ""), request.POST.get("again", "")
    if password != again:
        return ["twice"]
    try:
        validate_password(password, User(username=member))
    except ValidationError as error:
        return list(error.messages)
    return []


def seat(member: str, password: str, roles: tuple[str, ...]) -> None:
    user = User.objects.create_user(username=member, password=password)
    Seat.objects.create(user=user, member=member, roles=" ".join(roles))
