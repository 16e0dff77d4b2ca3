"""Settings: what is set how, and the few that members change by a decision."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from sosik.desk import setting_look
from sosik.desk.roles import Right, needs
from sosik.desk.views.answers import onward, plainly


@needs(Right.set_up)
@require_GET
@plainly
def index(request: HttpRequest) -> HttpResponse:
    seen = setting_look.look(request.desk)
    chosen = {setting_look.DAYS[number] for number in seen.words.release_days}
    days = [(day, day in chosen) for day in setting_look.DAYS]
    shown = {
        "seen": seen,
        "days": days,
        "langs": [("ko", "한국어"), ("en", "English")],
        "rules": list(seen.policy.rules.values()),
        "codebook": request.desk.rules.codebook,
        "gazetteer": request.desk.rules.gazetteer,
    }
    return render(request, "desk/settings.html", shown)


@needs(Right.edit)
@require_POST
@plainly
def site(request: HttpRequest) -> HttpResponse:
    said = request.POST.dict()
    days = tuple(request.POST.getlist("days"))
    setting_look.set_site(request.desk, request.who, said, days, said.get("because", ""))
    return onward(request, "/settings/#site")


@needs(Right.edit)
@require_POST
@plainly
def retention(request: HttpRequest) -> HttpResponse:
    setting_look.set_retention(
        request.desk, request.who, request.POST.get("months", ""), request.POST.get("because", "")
    )
    return onward(request, "/settings/#retention")
