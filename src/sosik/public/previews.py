"""The picture that a link is shown with where it is shared: the map's ground and marks, without a word, so without a font."""

from collections.abc import Iterable, Sequence

from sosik.public.base_map import BaseMap
from sosik.public.footprint import Footprint
from sosik.public.grounds import Ground, Grounds, shape_name
from sosik.public.map_drawing import MapDrawing, Mark, draw
from sosik.public.standing import Story
from sosik.public.tongue import Tongue

WIDTH, HEIGHT = 1200, 630
_FILLS = {"land": "#f6f3ea", "beyond": "#ebe6d9"}
_LINES = {
    "province": ("#c4bcad", 1.0), "country": ("#8c8375", 1.0), "river": ("#4f8bb3", 2.4), "armistice": ("#8c8375", 2.0),
}  # fmt: skip


def story_footprints(story: Story, grounds: Grounds) -> tuple[Footprint, ...]:
    """Where its incidents may have happened, when that is one place; empty for the whole border, so that pictures are few."""
    found = [grounds.of(row.where) for row in story.newest.edition.incidents]
    names = {ground.name if ground else None for ground in found}
    return (found[0].shape,) if len(names) == 1 and found[0] is not None else ()


def preview_name(shapes: Sequence[Footprint]) -> str:
    """One picture for all stories about the same places."""
    return f"previews/{shape_name(list(shapes))}.png"


def map_name(ground: Ground, lang: Tongue) -> str:
    """A file for all incidents at one place: a map bears no trace of which incident it is for."""
    return f"maps/{ground.name}.{lang}.svg"


def preview_svg(shapes: Sequence[Footprint], base_map: BaseMap) -> str:
    """An SVG of WIDTH x HEIGHT, cut rather than squeezed."""
    drawing = draw(base_map, [Mark(shape) for shape in shapes], Tongue.en, whole_border=not shapes)
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
