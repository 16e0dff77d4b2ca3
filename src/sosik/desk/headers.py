"""What every answer carries: nothing from elsewhere, no script within a page, nothing kept by a browser."""

import sys
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sosik.desk.terms import reader_lang
from sosik.errors import Broken, SosikError, where

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; "
    "img-src 'self' data:; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"  # data: is the square code of an authenticator
)
_FOR_ALL = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
}


class Headers:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in (_FOR_ALL | getattr(response, "own_headers", {})).items():
            response[name] = value
        response.setdefault("Cache-Control", "no-store")
        if response["Cache-Control"] != "no-store" and not request.path.startswith(settings.STATIC_URL):
            response["Cache-Control"] = "no-store"
        if settings.SECURE_HSTS_SECONDS:
            response["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Where it broke and which kind of error it was; its words could be a source's. Others of ours are answered before."""
        if isinstance(error, Http404 | PermissionDenied | SuspiciousOperation):
            return None
        if isinstance(error, SosikError):
            return render(request, "desk/problem.html", {"sentence": _sentence(error)}, status=503)
        broken = Broken(where=where(error))
        print(f"{broken.code} {broken.sentence()}", file=sys.stderr)  # noqa: T201 - what a terminal may show of it
        return render(request, "desk/problem.html", {"sentence": _sentence(broken)}, status=500)


def _sentence(error: SosikError) -> str:
    return f"{error.sentence(reader_lang())} ({error.code})"
