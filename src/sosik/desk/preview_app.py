"""The preview over HTTP: pages by name, for a browser on this machine alone."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from sosik.desk.preview import Preview
from sosik.errors import SosikError

StartResponse = Callable[[str, list[tuple[str, str]]], Any]
App = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
_LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
_HEADERS = [
    ("Cache-Control", "no-store"),
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
]


def preview_app(current: Callable[[], Preview], lang: str) -> App:
    """Answers GET and HEAD. A request by another name than loopback's is refused: another site may have led it here.

    ``current`` gives the preview as the desk is now; when it raises, its sentence is all that is shown.
    """

    def app(environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        host = str(environ.get("HTTP_HOST", "")).rsplit(":", 1)[0]
        if host not in _LOOPBACK:
            return _answer(start, "403 Forbidden", b"", "text/plain")
        if environ.get("REQUEST_METHOD") not in {"GET", "HEAD"}:
            return _answer(start, "405 Method Not Allowed", b"", "text/plain")
        name = _path(environ).lstrip("/") or "index.html"
        try:
            page = current().page(name)
        except SosikError as error:
            said = f"{error.code} {error.sentence(lang)}\n".encode()
            return _answer(start, "503 Service Unavailable", said, "text/plain; charset=utf-8")
        if page is None:
            return _answer(start, "404 Not Found", b"", "text/plain")
        return _answer(start, "200 OK", page, "text/css" if name.endswith(".css") else "text/html; charset=utf-8")

    return app


def _path(environ: dict[str, Any]) -> str:
    return unquote(str(environ.get("PATH_INFO", "/")).encode("latin-1", "replace").decode("utf-8", "replace"))


def _answer(start: StartResponse, status: str, body: bytes, kind: str) -> Iterable[bytes]:
    start(status, [*_HEADERS, ("Content-Type", kind), ("Content-Length", str(len(body)))])
    return [body]
