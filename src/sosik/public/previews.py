"""The picture that a link is shown with where it is shared: the map's ground and marks, without a word, so without a font."""

import hashlib
from collections.abc import Iterable, Sequence

from sosik.public.base_map import BaseMap
from sosik.public.footprint import Footprint, footprint
from sosik.public.map_drawing import MapDrawing, Mark, draw
from sosik.public.standing import Story
from sosik.values.text import Lang

WIDTH, HEIGHT = 1200, 630
_FILLS = {"land": "#f6f3ea", "beyond": "#ebe6d9"}
_LINES = {
    "province": ("#c4bcad", 1.0), "country": ("#8c8375", 1.0), "river": ("#4f8bb3", 2.4), "armistice": ("#8c8375", 2.0),
}  # fmt: skip


def story_footprints(story: Story, base_map: BaseMap) -> tuple[Footprint, ...]:
    """Where its incidents may have happened, when that is one place; empty for the whole border, so that pictures are few."""
    shapes = dict.fromkeys(footprint(row.where, base_map) for row in story.newest.edition.incidents)
    return tuple(shape for shape in shapes if shape is not None) if len(shapes) == 1 else ()


def preview_name(shapes: Sequence[Footprint]) -> str:
    """One picture for all stories about the same places."""
    return (
        f"previews/{hashlib.sha256(repr([(type(s).__name__, _said(s)) for s in shapes]).encode()).hexdigest()[:16]}.png"
    )


def map_name(shape: Footprint, lang: Lang) -> str:
    return f"maps/{preview_name([shape]).removeprefix('previews/').removesuffix('.png')}.{lang}.svg"


def _said(shape: Footprint) -> tuple[object, ...]:
    """The whole shape: its repr leaves out long lines."""
    return tuple(getattr(shape, name) for name in ("centre", "radius_km", "line", "rings") if hasattr(shape, name))


def preview_svg(shapes: Sequence[Footprint], base_map: BaseMap) -> str:
    """An SVG of WIDTH x HEIGHT, cut rather than squeezed."""
    drawing = draw(base_map, [Mark(shape) for shape in shapes], Lang.en, whole_border=not shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {drawing.width:.1f} {drawing.height:.1f}" preserveAspectRatio="xMidYMid slice">'
        f'<rect width="100%" height="100%" fill="#dde7ea"/>{"".join(_parts(drawing))}</svg>'
    )


def _parts(drawing: MapDrawing) -> Iterable[str]:
    for shape in drawing.ground:
        if shape.css in _FILLS:
            yield f'<path d="{shape.path}" fill="{_FILLS[shape.css]}"/>'
        elif shape.path:
            colour, width = _LINES[shape.css]
            yield f'<path d="{shape.path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
    for mark in drawing.marks:
        if mark.disc:
            x, y, r = mark.disc
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="#0f4a70" fill-opacity=".32"/>'
        elif mark.width:
            yield f'<path d="{mark.path}" fill="none" stroke="#0f4a70" stroke-opacity=".3" stroke-width="{mark.width:.1f}"/>'
        else:
            yield f'<path d="{mark.path}" fill="#0f4a70" fill-opacity=".2" stroke="#0f4a70" stroke-width="1.4"/>'
