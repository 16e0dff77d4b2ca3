"""What analysts take out of the desk: figures without a word, a claim or an account, each file marked as private and for whom."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from sosik.adapters.store.opened import today
from sosik.desk.bulletin_look import served
from sosik.desk.open_desk import Desk, Who
from sosik.desk.terms import say
from sosik.errors import DeskCounting, NotFound
from sosik.estimates.lists import ListTable
from sosik.incidents.forms import incident_record, measure_record, tally_record

Record = dict[str, Any]
_INSIDE = {"claims", "accounts", "beside", "text"}
_FORMULA = tuple("=+-@\t\r")
_FIGURES = ("killed", "injured", "killed_or_injured", "total", "missing", "detained", "repatriated")
_CSV, _JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"


def mark_of(who: Who) -> str:
    """In both languages, since a file goes on without its page."""
    return f"PRIVATE 비공개 · {who.member} · {today().isoformat()}"


def records(desk: Desk, kind: str) -> list[Record]:
    """Incidents, measures or tallies as the last count gave them, without what points at an account. Raises DeskCounting."""
    kept = served(desk)
    if not kept.is_served:
        raise DeskCounting
    projection = kept.projection()
    rows: Mapping[str, tuple[Iterable[Any], Callable[[Any], Record]]] = {
        "incidents": (projection.incidents, incident_record),
        "measures": (projection.measures, measure_record),
        "tallies": (projection.tallies, tally_record),
    }
    every, record = rows[kind]
    return [_without(record(one)) for one in every if one.status != "rejected"]


def _without(record: Record) -> Record:
    return {
        key: _without(value) if isinstance(value, dict) else value
        for key, value in record.items()
        if key not in _INSIDE
    }


def file_of(desk: Desk, who: Who, name: str) -> tuple[bytes, str]:
    """``incidents``, ``measures`` or ``tallies`` as ``.csv`` or ``.json``: bytes and type. Raises NotFound or DeskCounting."""
    kind, _, ending = name.partition(".")
    if kind not in {"incidents", "measures", "tallies"} or ending not in {"csv", "json"}:
        raise NotFound(what=name[:60])
    rows, mark = records(desk, kind), mark_of(who)
    if ending == "json":
        whole = {"private": mark, kind: [{"private": mark, **row} for row in rows]}
        return json.dumps(whole, ensure_ascii=False, indent=1).encode(), _JSON
    return _csv([{"private": mark, **_flat(row)} for row in rows], mark), _CSV


def lists_file(table: ListTable, who: Who) -> tuple[bytes, str]:
    """As ``sosik estimate`` reads it, below a line that marks it."""
    page = io.StringIO()
    page.write(f"# {mark_of(who)}\n")
    writer = csv.writer(page)
    writer.writerow([*map(_cell, table.names), "count"])
    for pattern, number in enumerate(table.counts):
        if number:
            writer.writerow([*(pattern >> at & 1 for at in range(len(table.names))), int(number)])
    return page.getvalue().encode(), _CSV


def _flat(record: Record) -> Record:
    """One row; a figure in three columns, empty where nobody stated it."""
    row = {key: value for key, value in record.items() if not isinstance(value, dict | list)}
    row |= record.get("when") or {}
    row |= record.get("where") or {}
    figures = record.get("figures") or {}
    for figure in _FIGURES if "figures" in record else ():
        for end in ("min", "best", "max"):
            row[f"{figure}_{end}"] = (figures.get(figure) or {}).get(end)
    return row | {"contested": " ".join(record.get("contested") or ())}


def _csv(rows: Sequence[Record], mark: str) -> bytes:
    columns = list(dict.fromkeys(key for row in rows for key in row)) or ["private"]
    page = io.StringIO()
    writer = csv.DictWriter(page, columns)
    writer.writeheader()
    for row in rows or [{"private": mark}]:
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return page.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    """No cell is a formula to whatever opens the table."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


_SIZE = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"[^>]*?\bviewBox="[^"]*"')
_LEFT, _BELOW = 48, 20  # pixels: labels that a browser sets wider than they were measured, and the line with the mark


def marked(svg: bytes, who: Who) -> bytes:
    """The picture with the mark across it, and whose it is in a line below it."""
    size = _SIZE.search(svg)
    width, height = (float(size[1]), float(size[2])) if size else (400.0, 300.0)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + _LEFT:g}" height="{height + _BELOW:g}" '
        f'viewBox="{-_LEFT} 0 {width + _LEFT:g} {height + _BELOW:g}" font-family="sans-serif">'
    )
    across = (
        f'<text x="{width / 2:g}" y="{height / 2:g}" text-anchor="middle" font-size="28" fill="#1c1a17" '
        f'fill-opacity=".15">{escape(say("PRIVATE", "비공개"))}</text>'
    )
    below = f'<text x="{8 - _LEFT}" y="{height + 13:g}" font-size="10" fill="#4c4740">{escape(mark_of(who))}</text>'
    inner = svg[svg.index(b"<svg") :].replace(b"<svg ", b'<svg overflow="visible" ', 1)
    return b"".join((head.encode(), inner, f"{across}{below}</svg>".encode()))
