"""What stands beside an account: a translation, attachments opened in the sandbox, notes on them, two codings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sosik.desk import account_files
from sosik.desk.codings import codings_of
from sosik.desk.looking import look
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import onward, plainly
from sosik.errors import NotFound
from sosik.values.ids import AccountId


@needs(Right.write)
@require_POST
@plainly
def translation(request: HttpRequest, name: str) -> HttpResponse:
    account = look(request.desk, name).account
    account_files.translate(request.desk, request.who, account, request.POST.get("text", ""))
    return onward(request, reverse("account", args=[name]))


@needs(Right.decide)
@require_http_methods(["GET", "POST"])
@plainly
def attachment(request: HttpRequest, name: str, file: str) -> HttpResponse:
    """Nothing of it is opened before a member asks; then it is noted, and only what the sandbox made of it is shown."""
    account = look(request.desk, name).account
    beside = account_files.kept_beside(request.desk, account)
    kept = next((one for one in beside["attachments"] if one.name == file), None)
    if kept is None:
        raise NotFound(what=file)
    shown = {"account": account, "kept": kept, "log": [one for one in beside["custody"] if one.attachment == file]}
    if request.method == "POST":
        shown["opened"] = account_files.open_attachment(request.desk, request.who, AccountId(name), file)
    return render(request, "desk/attachment.html", shown)


@needs(Right.decide)
@require_POST
@plainly
def note(request: HttpRequest, name: str, file: str) -> HttpResponse:
    account_files.note(request.desk, request.who, AccountId(name), file, request.POST.get("words", ""))
    return onward(request, reverse("attachment", args=[name, file]))


@needs(Right.read)
@require_GET
@plainly
def coding(request: HttpRequest, name: str) -> HttpResponse:
    seen = look(request.desk, name)
    return render(request, "desk/coding.html", {"account": seen.account, "codings": codings_of(seen)})
