"""While the desk is locked there is one page: the one that unlocks it."""

import threading
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_protect

from sosik.adapters.store.web_file import take_up_web
from sosik.desk.gate import Gate
from sosik.desk.terms import reader_lang
from sosik.errors import SosikError

_LEAVING = 0.5  # seconds in which the last page goes out


class GateMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        gate: Gate = request.META["sosik.gate"]
        request.get_host()  # raises for another name than the desk's: a page of another site may have led it here
        if request.path.startswith(settings.STATIC_URL):
            return self.get_response(request)
        if gate.desk is None:
            with translation.override(translation.get_language_from_request(request)):
                answer: HttpResponse = _unlock(request)
                return answer
        take_up_web()
        request.desk = gate.desk
        return self.get_response(request)


@csrf_protect
def _unlock(request: HttpRequest) -> HttpResponse:
    gate: Gate = request.META["sosik.gate"]
    if request.method != "POST" or "passphrase" not in request.POST:
        return render(request, "desk/unlock.html", {"desk_name": gate.folder.name}, status=200)
    try:
        gate.unlock(request.POST["passphrase"])
    except SosikError as error:
        words = f"{error.sentence(reader_lang())} ({error.code})"
        return render(request, "desk/unlock.html", {"desk_name": gate.folder.name, "error": words}, status=403)
    return HttpResponseRedirect(f"/welcome/{gate.welcome}/")


def lock_soon(gate: Gate) -> None:
    """Once the answer is out."""
    threading.Timer(_LEAVING, gate.lock).start()
