"""Word from outside: fetching what the drop took, and answering the mailbox that a note names."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sosik.accounts.front_matter import FrontMatter
from sosik.adapters.store.opened import today
from sosik.desk import importing, replies
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import onward, plainly


@needs(Right.take)
@require_POST
@plainly
def fetch(request: HttpRequest) -> HttpResponse:
    """As files that were chosen: each is opened in memory, taken in or refused by itself. What is here already is passed over."""
    files = replies.fetched(request.desk)
    if not files:
        return onward(request, reverse("replies") + "?none")
    importing.begin(request.desk, "mirror", files, FrontMatter(received=today()))
    return onward(request, reverse("imports"))


@needs(Right.take)
@require_GET
@plainly
def index(request: HttpRequest) -> HttpResponse:
    shown = {"waiting": replies.waiting(request.desk), "mirror": request.desk.places.mirror is not None}
    return render(request, "desk/replies.html", shown | {"none": "none" in request.GET})


@needs(Right.take)
@require_http_methods(["GET", "POST"])
@plainly
def one(request: HttpRequest, name: str) -> HttpResponse:
    shown = {"one": replies.one_waiting(request.desk, name), "mirror": request.desk.places.mirror is not None}
    if request.method == "POST":
        replies.reply(request.desk, request.who, name, request.POST.get("text", ""))
        shown["sealed"] = True
    return render(request, "desk/reply.html", shown)
