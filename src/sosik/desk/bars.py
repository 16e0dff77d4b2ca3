"""Ranges drawn as ranges, in SVG without a style of its own: the strict policy takes no inline style."""

from datetime import date, timedelta

from attrs import frozen
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sosik.values.quantity import Count

_WIDE, _HIGH = 200.0, 18.0
_MARGIN = 0.06


def count_bar(count: Count | None, scale: int, css: str, words: str) -> SafeString:
    """From min to max on a rail of ``scale`` people; a tick at best where there is one, an arrow where the top is open."""
    if count is None:
        return SafeString("")
    per = (_WIDE - 14) / max(scale, 1)
    left, right = count.min * per + 2, (scale if count.max is None else count.max) * per + 2
    shapes = [
        f'<rect class="rail" x="2" y="8" width="{_WIDE - 14:.0f}" height="2"/>',
        f'<rect class="range" x="{left:.1f}" y="4" width="{max(right - left, 3.0):.1f}" height="10" rx="1.5"/>',
    ]
    if count.best is not None and count.min != count.max:
        shapes.append(f'<rect class="tick" x="{count.best * per + 1:.1f}" y="1" width="2" height="16"/>')
    if count.is_open:
        shapes.append(f'<path class="range" d="M{right:.1f},2 l9,7 l-9,7 z"/>')
    return format_html(
        '<svg class="bar {}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        css, int(_WIDE), int(_HIGH), words, SafeString("".join(shapes)),
    )  # fmt: skip


@frozen
class Axis:
    """The days of a timeline, a little wider than what it holds."""

    first: date
    last: date

    @classmethod
    def over(cls, days: list[date]) -> "Axis | None":
        if not days:
            return None
        pad = timedelta(days=max(2, int((max(days) - min(days)).days * _MARGIN)))
        return cls(min(days) - pad, max(days) + pad)

    def at(self, day: date, width: float) -> float:
        return width * (day - self.first).days / max((self.last - self.first).days, 1)

    def bar(self, earliest: date | None, latest: date | None, width: float) -> tuple[float, float, bool, bool]:
        """Left edge and width, at least three, and whether either end is open."""
        left = self.at(earliest or self.first, width)
        right = self.at((latest or self.last) + timedelta(days=1), width)
        return left, max(min(right, width) - left, 3.0), earliest is None, latest is None

    def months(self, width: float, most: int = 9) -> list[tuple[float, str]]:
        """Where months begin, as many as fit."""
        found = []
        year, month = self.first.year, self.first.month
        while True:
            month, year = (1, year + 1) if month == 12 else (month + 1, year)
            day = date(year, month, 1)
            if day > self.last:
                break
            found.append((self.at(day, width), f"{year}-{month:02}"))
        step = -(-len(found) // most) or 1
        return found[::step]
