"""The front page, and the map of every incident: what grows with the desk stands in files of its own, so that it stays light."""

from collections.abc import Sequence
from typing import Any

from sosik.bulletins.edition import IncidentRow
from sosik.public import phrases
from sosik.public.bars import Row, date_bars
from sosik.public.grounds import Ground
from sosik.public.map_drawing import MapDrawing, Mark, draw
from sosik.public.markdown import plain, standfirst
from sosik.public.pages import Page, Site
from sosik.public.standing import Story, slug
from sosik.public.tongue import Tongue
from sosik.public.words import word

SHOWN = 12  # stories and incidents on the front page; the rest is one link away
WHOLE_SIZE = (480, 340)


def front(site: Site, lang: Tongue) -> Page:
    now = site.now
    says = {
        "cards": [story_card(site, story, lang) for story in now.published[:SHOWN]],
        "map": whole_name(lang),
        "map_size": WHOLE_SIZE,
        "timeline": _timeline(now.incidents[:SHOWN], lang),
        "months": site.months[lang],
        "chart": f"charts/monthly.{lang}.svg" if site.has_charts and site.months[lang] else None,
        "incidents": [site.card(row, lang) for row in now.incidents[:SHOWN]],
    }
    return Page("index.html", "front.html.jinja", site.desk.said("name", lang), says, "home")


def story_card(site: Site, story: Story, lang: Tongue) -> dict[str, Any]:
    version = story.any_version(lang.lang)
    places = dict.fromkeys(phrases.place(row.where, lang) for row in site.rows_of(story) if row.where)
    return {
        "href": site.address(story, lang),
        "title": version.title if version else story.slug,
        "lang": version.lang.value if version else lang.value,
        "summary": plain(standfirst(version.body)[0]) if version else "",
        "day": phrases.day(story.first, lang),
        "iso": story.first.isoformat(),
        "places": list(places)[:3],
        "corrected": bool(site.notes_of(story, lang)),
    }


def whole_name(lang: Tongue) -> str:
    return f"maps/whole.{lang}.svg"


def places_of(site: Site) -> list[tuple[Ground, list[IncidentRow]]]:
    """Each place with the incidents that are shown there, as one mark."""
    at: dict[str, tuple[Ground, list[IncidentRow]]] = {}
    for row in site.now.incidents:
        ground = site.grounds.of(row.where)
        if ground is not None:
            at.setdefault(ground.name, (ground, []))[1].append(row)
    return list(at.values())


def whole_map(site: Site, lang: Tongue, *, can_filter: bool) -> MapDrawing:
    """One mark a place; where several incidents share one, it leads to the list of all. Ids only while a filter can use them."""
    marks = [_mark(ground, rows, lang, can_filter=can_filter) for ground, rows in places_of(site)]
    return draw(site.base_map, marks, lang, whole_border=True)


def bare_map(site: Site, lang: Tongue) -> MapDrawing:
    """The same as a picture that leads nowhere."""
    return draw(site.base_map, [Mark(ground.shape) for ground, _ in places_of(site)], lang, whole_border=True)


def _mark(ground: Ground, rows: Sequence[IncidentRow], lang: Tongue, *, can_filter: bool) -> Mark:
    if len(rows) == 1:
        row = rows[0]
        return Mark(
            ground.shape, "incident", phrases.title(row, lang), f"incidents/{slug(row.id)}.html", ids=(slug(row.id),)
        )
    ids = tuple(slug(row.id) for row in rows) if can_filter else ()
    return Mark(ground.shape, "incident", _together(len(rows), lang), "incidents.html", ids=ids)


def _together(count: int, lang: Tongue) -> str:
    if lang is Tongue.en:
        return f"{count} {word('incidents', lang).lower()}"
    return f"{word('incidents', lang)} {count}{'건' if lang is Tongue.ko else '起'}"


def _timeline(rows: Sequence[IncidentRow], lang: Tongue) -> Any:
    lines = [
        Row(
            phrases.title(row, lang), row.when, href=f"incidents/{slug(row.id)}.html",
            says=phrases.short_span(row.when, lang), css="place",
        )
        for row in rows if row.when
    ]  # fmt: skip
    return date_bars(lines, lang)
