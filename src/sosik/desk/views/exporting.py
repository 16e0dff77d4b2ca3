"""Estimates, charts and exports for analysts: private, and marked so."""

import base64
import re
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from sosik.adapters.estimate_charts import draw_all
from sosik.desk import taking_out
from sosik.desk.roles import Right, needs
from sosik.desk.roll_look import roll
from sosik.desk.terms import reader_lang
from sosik.desk.views.answers import plainly
from sosik.errors import EstimateTable
from sosik.estimates.assumptions import assumptions
from sosik.estimates.estimate import Estimate, Links, estimate
from sosik.estimates.lists import ListTable
from sosik.estimates.roll import Roll
from sosik.estimates.table_file import read_table

_OPTION = re.compile(r" ?\(--[\w-]+\)")  # the command's; here it is a box to tick
_MOST_BYTES = 200_000
_SEED = 1
_NO_END = 1e14


@needs(Right.export)
@require_GET
@plainly
def index(request: HttpRequest) -> HttpResponse:
    """What may be taken out, each with how many rows it has."""
    kinds = [(kind, len(taking_out.records(request.desk, kind))) for kind in ("incidents", "measures", "tallies")]
    return render(request, "desk/exports.html", {"kinds": kinds, "mark": taking_out.mark_of(request.who)})


@needs(Right.export)
@require_GET
@plainly
def taken(request: HttpRequest, name: str) -> HttpResponse:
    """One file, marked with who took it and when."""
    if name == "lists.csv":
        content, kind = taking_out.lists_file(_some(roll(request.desk, request.GET.dict())).table(), request.who)
    else:
        content, kind = taking_out.file_of(request.desk, request.who, name)
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="private-{name}"'
    return answer


@needs(Right.export)
@require_http_methods(["GET", "POST"])
@plainly
def estimates(request: HttpRequest) -> HttpResponse:
    """At least how many, from the desk's own lists or from a table that is given; or why no number is said."""
    said = request.POST.dict() if request.method == "POST" else request.GET.dict()
    own = roll(request.desk, said)
    table = own.table() if own.lists else None
    shown: dict[str, Any] = {"own": table, "rows": _rows(table), "mark": taking_out.mark_of(request.who), "said": said}
    shown |= {"query": urlencode({key: said[key] for key in ("category", "from", "until") if said.get(key)})}
    shown |= {"categories": sorted(request.desk.rules.codebook.categories)}
    if request.method == "POST":
        given = _given(request)
        found = _estimated(given if given is not None else _some(own), one="one_population" in request.POST)
        shown |= _shown(request, given if given is not None else own.table(), found)
        shown |= {"one_population": "one_population" in request.POST, "is_given": given is not None}
    return render(request, "desk/estimates.html", shown)


def _some(own: Roll) -> Roll:
    if not own.lists:
        raise EstimateTable(why="it is empty")
    return own


def _estimated(lists: ListTable | Roll, *, one: bool) -> Estimate:
    """As the command estimates: of a desk's own lists what lies behind the counts is looked at too."""
    if isinstance(lists, ListTable):
        return estimate(lists, one_population=one)
    return estimate(lists.table(), one_population=one, links=Links.of(lists, _SEED))


def _given(request: HttpRequest) -> ListTable | None:
    """The table in the form or in a file, None where there is neither. Raises EstimateTable."""
    file = request.FILES.get("file")
    text = request.POST.get("table", "")
    if file is not None:
        try:
            text = file.read(_MOST_BYTES + 1).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise EstimateTable(why="it is not UTF-8") from error
    if len(text) > _MOST_BYTES:
        raise EstimateTable(why="it is too long")
    return read_table(text) if text.strip() else None


def _shown(request: HttpRequest, table: ListTable, found: Estimate) -> dict[str, Any]:
    charts = [
        (name.removesuffix(".svg"), base64.b64encode(taking_out.marked(svg, request.who)).decode("ascii"))
        for name, svg in draw_all(table, found, reader_lang()).items()
    ]
    low, high = found.envelope or (0, 0)
    return {
        "found": found,
        "refusals": [_OPTION.sub("", one.says(reader_lang())) for one in found.refusals],
        "low": low,
        "high": None if high > _NO_END else high,
        "as_counted": round(found.as_counted[0]) if found.as_counted else None,
        "assumptions": assumptions(found.missed_links, reader_lang()),
        "charts": charts,
        "rows": _rows(table),
        "table": table,
    }


def _rows(table: ListTable | None) -> list[tuple[list[str], int]]:
    """Each combination of lists with how many incidents stand on exactly those, the most first."""
    if table is None:
        return []
    found = [
        ([name for at, name in enumerate(table.names) if pattern >> at & 1], int(number))
        for pattern, number in enumerate(table.counts)
        if number
    ]
    return sorted(found, key=lambda row: (-row[1], row[0]))
