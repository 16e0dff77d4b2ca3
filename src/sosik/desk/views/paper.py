"""The paper form of an oral account: one page that names nobody."""

from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sosik.desk.roles import Right, needs

_LANGS = ("ko", "en")


@needs(Right.take)
@require_GET
def form(_request: HttpRequest, lang: str) -> HttpResponse:
    if lang not in _LANGS:
        raise Http404
    content = (files("sosik.desk") / "paper" / f"form.{lang}.pdf").read_bytes()
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="form.{lang}.pdf"'
    return answer
