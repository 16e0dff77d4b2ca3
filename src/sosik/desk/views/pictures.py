"""Pictures of a bulletin: put in, seen, taken out."""

import base64
import binascii

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from sosik.bulletins.picture import Rebuilt
from sosik.desk import picturing
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import onward, plainly
from sosik.desk.wiring import rebuilt_picture
from sosik.errors import PictureRefused
from sosik.values.text import Lang

_NAME = "upload"  # what the file was called is nobody's business


@needs(Right.write)
@require_POST
@plainly
def add(request: HttpRequest, name: str) -> HttpResponse:
    """Made anew from pixels. Where a detector saw faces or plates, a member looks before it goes in."""
    rebuilt = rebuilt_picture(_NAME, _sent(request))
    if (rebuilt.faces or rebuilt.plates) and "looked" not in request.POST:
        return render(request, "desk/picture_look.html", _asked(request, name, rebuilt))
    picturing.put_in(request.desk, request.who, name, rebuilt, _words(request))
    return onward(request, reverse("bulletin", args=[name]) + "#pictures")


@needs(Right.write)
@require_GET
@plainly
def shown(request: HttpRequest, name: str, file: str) -> HttpResponse:
    content = picturing.content_of(request.desk, name, file)
    kind = picturing.TYPES.get(file.rpartition(".")[2], "image/jpeg")
    return HttpResponse(content, content_type=kind)


@needs(Right.write)
@require_POST
@plainly
def remove(request: HttpRequest, name: str, file: str) -> HttpResponse:
    picturing.take_out(request.desk, name, file)
    return onward(request, reverse("bulletin", args=[name]) + "#pictures")


def _sent(request: HttpRequest) -> bytes:
    """The file, or what was made of it before somebody looked. Raises PictureRefused."""
    if (file := request.FILES.get("picture")) is not None:
        return bytes(file.read())
    try:
        return base64.b64decode(request.POST.get("content", ""), validate=True) or _none()
    except binascii.Error:
        return _none()


def _none() -> bytes:
    raise PictureRefused(file=_NAME, why="there is no file")


def _words(request: HttpRequest) -> picturing.Words:
    said = request.POST
    return picturing.Words(
        captions={lang: said.get(f"caption_{lang.value}", "") for lang in Lang},
        alts={lang: said.get(f"alt_{lang.value}", "") for lang in Lang},
        credit=said.get("credit", ""),
        is_file_photo="file_photo" in said,
    )


def _asked(request: HttpRequest, name: str, rebuilt: Rebuilt) -> dict[str, object]:
    keys = [f"{key}_{lang.value}" for key in ("caption", "alt") for lang in Lang] + ["credit", "file_photo"]
    return {
        "name": name,
        "rebuilt": rebuilt,
        "kind": picturing.TYPES[rebuilt.suffix[1:]],
        "content": base64.b64encode(rebuilt.content).decode("ascii"),
        "said": [(key, request.POST[key]) for key in keys if key in request.POST],
    }
