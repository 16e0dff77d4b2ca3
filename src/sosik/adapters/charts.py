"""Charts of the whole site, drawn by Altair and vl-convert, the same bytes for the same ranges."""

import re
from collections.abc import Sequence
from typing import Any

import altair as alt
import vl_convert

from sosik.public.charts import MonthRange

_WIDTH, _HEIGHT = 520, 260
_INK, _LINE, _BAR = "#1c1a17", "#cfc9bd", "#4a4f57"
_DARK = "#ece8e0", "#3d4147", "#aeb5bf"
_FONT = "system-ui, sans-serif"


class AltairCharts:
    """Nothing in the layout is measured from a machine's own fonts, so that every machine gives the same bytes."""

    def monthly(self, months: Sequence[MonthRange], axis: str) -> bytes:
        top = max(max(month.min, month.max or 0) for month in months) + 1
        rows = [
            {"at": at, "low": month.min, "high": top if month.max is None else month.max, "open": month.max is None}
            for at, month in enumerate(months)
        ]
        names = {str(at): month.short for at, month in enumerate(months)}
        return _steady(vl_convert.vegalite_to_svg(_chart(rows, names, top, axis).to_dict()))


def _chart(rows: list[dict[str, Any]], names: dict[str, str], top: int, axis: str) -> Any:
    count = len(rows)
    step = -(-count // 6)
    label = " : ".join(f"datum.value == {at} ? '{name}'" for at, name in names.items()) + " : ''"
    across = alt.X("at:Q", scale=alt.Scale(domain=[-0.6, count - 0.4], nice=False)).axis(
        values=list(range(0, count, step)), labelExpr=label, grid=False, title=None, labelOverlap=False
    )
    up = alt.Y("low:Q", scale=alt.Scale(domain=[0, top], nice=False)).axis(
        title=axis,
        tickMinStep=1,
        tickCount=6,
        labelOverlap=False,
        titleAngle=0,
        titleAlign="left",
        titleX=-30,
        titleY=-12,
    )
    base = alt.Chart(alt.InlineData(values=rows))
    width = min(34.0, 340 / max(count, 1))
    bars = base.mark_bar(size=width, color=_BAR).encode(x=across, y=up, y2="high:Q")
    lows = base.mark_tick(orient="horizontal", size=width + 10, thickness=3.5, color=_BAR).encode(x=across, y=up)
    arrows = base.transform_filter("datum.open").mark_point(
        shape="triangle-up", filled=True, size=width * 14, color=_BAR, opacity=1
    )
    heads = arrows.encode(x=across, y="high:Q")
    return (
        alt.layer(bars, lows, heads)
        .properties(
            width=_WIDTH - 60,
            height=_HEIGHT - 70,
            autosize=alt.AutoSizeParams(type="none"),
            padding={"left": 44, "top": 34, "right": 14, "bottom": 34},
            background="transparent",
        )
        .configure(font=_FONT)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=14, titleFontSize=14, labelColor=_INK, titleColor=_INK, gridColor=_LINE,
                        domainColor=_LINE, tickColor=_LINE, titleFontWeight="normal")
    )  # fmt: skip


def _steady(svg: str) -> bytes:
    """Ids numbered by their order; colours that follow the reader's light or dark."""
    found = list(dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg)))
    for at, name in enumerate(found):
        svg = re.sub(rf'(id="|url\(#|href="#){re.escape(name)}(?=["\)])', rf"\g<1>c{at}", svg)
    rules = "".join(
        f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}'
        for light, dark in zip((_INK, _LINE, _BAR), _DARK, strict=True)
    )
    style = f"<style>@media (prefers-color-scheme: dark){{{rules}}}</style>"
    return re.sub(r"(<svg[^>]*>)", rf"\g<1>{style}", svg, count=1).encode()
