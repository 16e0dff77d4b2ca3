"""Incidents, measures and tallies: list, map and timeline in step; one of them with everything behind it."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from sosik.accounts.decision import DecisionKind
from sosik.adapters.store.board import value_of
from sosik.adapters.store.opened import today
from sosik.desk import deciding, ground, lists
from sosik.desk.bars import Axis
from sosik.desk.incident_look import KINDS, EventLook, look_at, standing_best
from sosik.desk.open_desk import Desk
from sosik.desk.roles import Right, needs
from sosik.desk.terms import reader_lang
from sosik.desk.views.answers import onward, plainly
from sosik.errors import NotFound
from sosik.incidents.incident import Measure
from sosik.values.ids import CategoryKey

_VERDICTS = frozenset({"same", "different", "cannot_tell"})
_TIMELINE = 640.0
_ROW = 22
_STILL_DAYS = 60  # a measure that nobody told of for so long is asked about


@needs(Right.overview)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    found = lists.events(request.desk, "incident", request.GET.dict())
    return render(
        request, "desk/incidents.html", _listed(request, found) | {"categories": _categories(request.desk, "incident")}
    )


@needs(Right.overview)
@require_GET
def measures(request: HttpRequest) -> HttpResponse:
    found = lists.events(request.desk, "measure", request.GET.dict())
    shown = _listed(request, found)
    for row in shown["rows"]:
        row["ago"] = (today() - date.fromisoformat(row["confirmed"])).days
        row["is_asked"] = row["event"].until is None and row["ago"] > _STILL_DAYS
    return render(request, "desk/measures.html", shown | {"categories": _categories(request.desk, "measure")})


@needs(Right.overview)
@require_GET
@plainly
def one(request: HttpRequest, name: str) -> HttpResponse:
    seen = look_at(request.desk, name)
    shown = ground.Shown(
        seen.event.where.place if seen.event.where else None, "", "", seen.kind, _hatched(request.desk, seen.event)
    )
    return render(
        request,
        "desk/incident.html",
        {
            "seen": seen,
            "event": seen.event,
            "best": standing_best(seen),
            "map": ground.close_up(shown, reader_lang()),
            "claims_of_account": {one.claim.id for one in seen.behind},
        },
    )


@needs(Right.decide)
@require_POST
@plainly
def judge(request: HttpRequest, name: str) -> HttpResponse:
    """Same, different or cannot tell; of two claims, or of this incident and another by their first claims."""
    verdict = request.POST.get("verdict", "")
    if verdict not in _VERDICTS:
        raise NotFound(what="verdict")
    pair = request.POST.getlist("claims")
    if request.POST.get("with"):
        here, there = look_at(request.desk, name), look_at(request.desk, request.POST["with"].strip())
        pair = [here.event.claims[0], there.event.claims[0]]
    about = {"claims": sorted(pair), "verdict": verdict}
    deciding.decide(request.desk, request.who, DecisionKind.judge, about, request.POST.get("because", ""))
    return onward(request, reverse("incident", args=[pair[0] if pair else name]))


@needs(Right.decide)
@require_POST
@plainly
def best(request: HttpRequest, name: str) -> HttpResponse:
    """The value that a member holds to be the best, inside the range, with a reason."""
    said = request.POST.get("best", "").strip()
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 7 else -1
    about = {"incident": look_at(request.desk, name).event.id, "figure": request.POST.get("figure", ""), "best": number}
    deciding.decide(request.desk, request.who, DecisionKind.choose_best, about, request.POST.get("because", ""))
    return onward(request, reverse("incident", args=[name]))


@needs(Right.decide)
@require_POST
@plainly
def undo(request: HttpRequest, name: str) -> HttpResponse:
    """In one step: the judgement, the choice or the word on a claim counts no more."""
    seen = look_at(request.desk, name)
    accounts = tuple(dict.fromkeys(one.account.id for one in seen.behind))
    deciding.take_back(request.desk, request.who, accounts, request.POST.get("of", ""))
    return onward(request, reverse("incident", args=[seen.event.claims[0]]))


def _listed(request: HttpRequest, found: lists.Listed) -> dict[str, Any]:
    """The same rows as a list, on the map and on the day axis."""
    rows = list(found.rows)
    for row in rows:
        row["event"] = value_of(row["body"], KINDS[row["kind"]])
        row["total"] = row["event"].figures.counts.get("total") if row["kind"] == "incident" else None
    marks = tuple(_shown(request.desk, row) for row in rows)
    axis = Axis.over([date.fromisoformat(row[key]) for row in rows for key in ("earliest", "latest") if row[key]])
    return {
        "found": found,
        "rows": rows,
        "filters": request.GET,
        "map": ground.cached(marks, reader_lang()),
        "timeline": _timeline(axis, rows) if axis else None,
    }


def _shown(desk: Desk, row: dict[str, Any]) -> ground.Shown:
    where = row["event"].where
    names = (row["place_ko"], row["place_en"]) if reader_lang() == "ko" else (row["place_en"], row["place_ko"])
    category = desk.rules.codebook.categories.get(CategoryKey(row["category"]))
    label = f"{category.name(reader_lang()) if category else row['category']}, {names[0] or ''}"
    place = where.place if where else None
    return ground.Shown(
        place, label, reverse("incident", args=[row["name"]]), row["kind"], _hatched(desk, row["event"])
    )


def _hatched(desk: Desk, event: Any) -> bool:
    category = desk.rules.codebook.categories.get(event.category)
    return isinstance(event, Measure) and bool(category and category.is_hazard)


def _timeline(axis: Axis, rows: list[dict[str, Any]]) -> dict[str, Any]:
    bars = []
    dated = [row for row in rows if row["earliest"] or row["latest"]]
    for number, row in enumerate(dated):
        first, last = (date.fromisoformat(row[key]) if row[key] else None for key in ("earliest", "latest"))
        left, wide, open_left, open_right = axis.bar(first, last, _TIMELINE)
        bars.append(
            {
                "row": row,
                "x": left,
                "wide": wide,
                "y": number * _ROW + 26,
                "open_left": open_left,
                "open_right": open_right,
            }
        )
    return {"bars": bars, "months": axis.months(_TIMELINE), "width": _TIMELINE, "height": len(dated) * _ROW + 34}


def _categories(desk: Desk, kind: str) -> list[tuple[str, str]]:
    """Those that the desk holds anything of."""
    rows = desk.board.run("SELECT DISTINCT category FROM event WHERE kind = %s", kind)
    every = desk.rules.codebook.categories
    found = [(key, every[CategoryKey(key)].name(reader_lang()) if key in every else key) for (key,) in rows]
    return sorted(found, key=lambda pair: pair[1])


__all__ = ["EventLook", "best", "index", "judge", "measures", "one", "undo"]
