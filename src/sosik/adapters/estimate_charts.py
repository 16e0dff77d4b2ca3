"""Pictures of an estimate, drawn by Altair: who overlaps whom, what each method says, what an untestable error would do.

Private: the overlaps of lists stay inside the desk.
"""

from collections.abc import Callable
from typing import Any

import altair as alt
import vl_convert

from sosik.estimates.estimate import Estimate
from sosik.estimates.lists import ListTable
from sosik.estimates.loglinear import Interval

_INK, _LINE, _BAR, _PLACE = "#1c1a17", "#cfc9bd", "#4a4f57", "#1f5a80"
_FONT = "system-ui, sans-serif"
_MOST_PATTERNS = 31
_METHODS = {
    "loglinear_best": ("best log-linear model", "가장 맞는 로그선형 모형"),
    "loglinear_average": ("models by weight", "모형 가중 평균"),
    "loglinear_bootstrap": ("choice repeated", "선택 되풀이"),
    "decomposable_average": ("decomposable graphs", "분해 가능 그래프"),
}
_WORDS = {
    "incidents": ("incidents", "사건 수"),
    "in all": (
        "incidents in all (bar: 95%, tick: estimate, rule: documented)",
        "전체 사건 수(막대 95%, 눈금 추정, 선 기록)",
    ),
    "factor": ("if the interaction of all lists is off by this factor", "모든 목록이 얽힌 몫이 이만큼 어긋난다면"),
    "missed": ("{name}, links missed", "{name}, 연결 누락"),
}


def draw_all(table: ListTable, found: Estimate, lang: str) -> dict[str, bytes]:
    """SVG by file name; the envelope and the sensitivity only where some method gave a number."""
    word = _words(lang)
    pictures = {"overlap.svg": _svg(_overlap(table, word))}
    if found.methods:
        pictures["envelope.svg"] = _svg(_envelope(found, word, lang))
        pictures["sensitivity.svg"] = _svg(_sensitivity(found, word))
    return pictures


def _words(lang: str) -> Callable[[str], str]:
    return lambda key: _WORDS[key][1 if lang == "ko" else 0]


def _overlap(table: ListTable, word: Callable[[str], str]) -> Any:
    """An UpSet plot (Lex and others 2014): a column a pattern, its count above, its lists as dots below."""
    order = sorted((int(at) for at in table.counts.nonzero()[0]), key=lambda at: (-int(table.counts[at]), at))[
        :_MOST_PATTERNS
    ]
    bars = [{"at": column, "count": int(table.counts[pattern])} for column, pattern in enumerate(order)]
    dots = [
        {"at": column, "list": name, "on": bool(pattern >> at & 1)}
        for column, pattern in enumerate(order)
        for at, name in enumerate(table.names)
    ]
    across = alt.X("at:O", axis=None)
    counts = alt.Chart(alt.InlineData(values=bars)).encode(x=across, y=alt.Y("count:Q", title=word("incidents")))
    labels = counts.mark_text(dy=-7, fontSize=11, color=_INK).encode(text="count:Q")
    lists = alt.Chart(alt.InlineData(values=dots)).encode(
        x=across, y=alt.Y("list:N", title=None, sort=list(table.names))
    )
    marks = lists.mark_circle(size=90, opacity=1).encode(
        color=alt.condition("datum.on", alt.value(_BAR), alt.value(_LINE)),
    )
    width = max(30 * len(order), 120)
    above = alt.layer(counts.mark_bar(color=_BAR), labels).properties(width=width, height=180)
    return alt.vconcat(above, marks.properties(width=width, height=24 * len(table.names)), spacing=8)


def _envelope(found: Estimate, word: Callable[[str], str], lang: str) -> Any:
    at = 1 if lang == "ko" else 0
    rows = [_row(_METHODS[name][at], one) for name, one in found.methods.items()]
    missed = found.if_links_missed.items()
    rows += [_row(word("missed").format(name=_METHODS[name][at]), one) for name, one in missed]
    most = 1.15 * max(one.high for name, one in found.methods.items() if name != "loglinear_bootstrap")
    for row in rows:
        row["open"], row["high"] = float(row["high"]) > most, min(float(row["high"]), most)
    names = [row["name"] for row in rows]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=alt.Y("name:N", sort=names, title=None))
    scale = alt.Scale(domain=[0, most], nice=False)
    bar = base.mark_bar(size=10, color=_BAR, opacity=0.55).encode(
        x=alt.X("low:Q", title=word("in all"), scale=scale), x2="high:Q"
    )
    tick = base.mark_tick(thickness=3, size=20, color=_INK).encode(x="estimate:Q")
    arrow = base.transform_filter("datum.open").mark_point(
        shape="triangle-right", filled=True, size=110, color=_BAR, opacity=1
    )
    seen = (
        alt.Chart(alt.InlineData(values=[{"n": found.documented}]))
        .mark_rule(color=_PLACE, strokeDash=[4, 3])
        .encode(x="n:Q")
    )
    return alt.layer(bar, tick, arrow.encode(x="high:Q"), seen).properties(width=460, height=26 * len(rows))


def _row(name: str, one: Interval) -> dict[str, Any]:
    return {"name": name, "low": one.low, "estimate": one.estimate, "high": one.high}


def _sensitivity(found: Estimate, word: Callable[[str], str]) -> Any:
    """The best model's number when the interaction that no table shows is off, from a half to twice."""
    unseen = found.methods["loglinear_best"].estimate - found.documented
    rows = [
        {"factor": 2 ** (step / 10), "number": found.documented + unseen * 2 ** (step / 10)} for step in range(-10, 11)
    ]
    axis = alt.X(
        "factor:Q",
        scale=alt.Scale(type="log", base=2, domain=[0.5, 2]),
        title=word("factor"),
        axis=alt.Axis(values=[0.5, 1, 2]),
    )
    line = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_line(color=_BAR)
        .encode(x=axis, y=alt.Y("number:Q", title=word("incidents")))
    )
    seen = (
        alt.Chart(alt.InlineData(values=[{"n": found.documented}]))
        .mark_rule(color=_PLACE, strokeDash=[4, 3])
        .encode(y="n:Q")
    )
    return alt.layer(line, seen).properties(width=360, height=200)


def _svg(chart: Any) -> bytes:
    styled = (
        chart.configure(font=_FONT, background="#ffffff")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=_INK,
            titleColor=_INK,
            gridColor=_LINE,
            domainColor=_LINE,
            tickColor=_LINE,
            titleFontWeight="normal",
        )
    )
    return bytes(vl_convert.vegalite_to_svg(styled.to_dict()).encode())
