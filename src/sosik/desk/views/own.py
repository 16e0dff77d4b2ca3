"""What is a member's own: their passphrase."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sosik.desk import passphrases
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import plainly
from sosik.desk.views.frame import password_errors
from sosik.errors import KeyWrong

_TRIES = 5


@needs(Right.lock)
@require_http_methods(["GET", "POST"])
@plainly
def passphrase(request: HttpRequest) -> HttpResponse:
    """The old one, and the new one twice; of a key that lies under another passphrase, that one too."""
    errors: list[str] = []
    done = None
    if request.method == "POST":
        errors = _errors(request)
        if not errors:
            try:
                words = request.POST.get("key_passphrase", "") or request.POST["old"]
                done = passphrases.change(request, words, request.POST["password"])
            except KeyWrong:
                errors = ["key"]
    return render(request, "desk/passphrase.html", {"errors": errors, "done": done}, status=403 if errors else 200)


def _errors(request: HttpRequest) -> list[str]:
    """Whoever finds a browser open guesses the old one five times, and is signed out."""
    tried = request.session.get("tried", 0)
    if not passphrases.is_password(request, request.POST.get("old", "")):
        request.session["tried"] = tried + 1
        if tried + 1 >= _TRIES:
            request.session.flush()
        return ["old"]
    request.session["tried"] = 0
    return password_errors(request, request.seat.member)
