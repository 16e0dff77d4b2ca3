"""Cleared editions to the bytes of a site and a dataset: the same editions give the same bytes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files as resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sosik.bulletins.edition import ClearedEdition
from sosik.public.bars import month_name
from sosik.public.base_map import BaseMap
from sosik.public.charts import MonthRange, monthly
from sosik.public.dataset import dataset, manifest
from sosik.public.described import version
from sosik.public.desk_words import DeskWords
from sosik.public.feeds import feed, json_feed, sitemaps
from sosik.public.finding import SearchIndexer, documents, shard_name, shard_script, shards
from sosik.public.instruments import Instruments, ManifestSigner
from sosik.public.more_pages import more_pages
from sosik.public.pages import Page, Site, picture_name
from sosik.public.phrases import span
from sosik.public.previews import preview_name, preview_svg, story_footprints
from sosik.public.standing import Standing, slug, standing
from sosik.public.words import outcome_word, word
from sosik.values.datespan import DateSpan
from sosik.values.text import Lang

Bundle = Mapping[str, bytes]

CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


def build(
    editions: Sequence[ClearedEdition], desk: DeskWords, base_map: BaseMap, instruments: Instruments | None = None
) -> Bundle:
    """Every file of the site and the dataset by its path; ``manifest.json`` holds their hashes.

    What an absent instrument would make is left out; without charts the front page shows the months as a table alone.
    """
    tools = instruments or Instruments()
    now = standing(editions)
    months = {lang: _months(now, lang) for lang in Lang}
    site = Site(
        now, desk, base_map, months,
        tools.charts is not None, tools.parquet is not None, tools.search is not None, tools.previews is not None,
    )  # fmt: skip
    files: dict[str, bytes] = {**_pages(site), **_pictures(now), **dataset(now, desk, base_map, tools.parquet)}
    for lang in Lang:
        files[f"{lang}/feed.xml"] = feed(now, desk, lang)
        files[f"{lang}/feed.json"] = json_feed(now, desk, lang)
        if tools.charts is not None and months[lang]:
            files[f"charts/monthly.{lang}.svg"] = tools.charts.monthly(months[lang], word("people_axis", lang))
    if desk.address:
        files |= sitemaps(sorted(path for path in files if path.endswith(".html") and "404" not in path), desk.address)
    if tools.search is not None:
        files |= _found(now, tools.search)
    if tools.previews is not None:
        shapes = {story_footprints(story, base_map) for story in now.published}
        files |= {preview_name(each): tools.previews.painted(preview_svg(each, base_map)) for each in shapes}
    for name in ("site.css", "filters.js", *(("lunr.js", "lunr-license.txt", "search.js") if tools.search else ())):
        files[name] = (resources("sosik.public") / "templates" / name).read_bytes()
    return _signed(files, now, tools.signer)


def _signed(files: dict[str, bytes], now: Standing, signer: ManifestSigner | None) -> Bundle:
    if signer is not None:
        files["manifest.pub"] = signer.verify
    files["manifest.json"] = manifest(files)
    if signer is not None:
        files["manifest.json.minisig"] = signer.sign(files["manifest.json"], f"sosik dataset {version(now)}")
    return dict(sorted(files.items()))


def _found(now: Standing, search: SearchIndexer) -> dict[str, bytes]:
    """A prebuilt index a month and language."""
    parts = [(lang, month, stories) for lang in Lang for month, stories in shards(now.published, lang).items()]
    indexes = search.indexed([documents(stories, lang) for lang, _, stories in parts])
    return {
        f"search/{shard_name(lang, month)}.js": shard_script(stories, lang, index)
        for (lang, month, stories), index in zip(parts, indexes, strict=True)
    }


def _pages(site: Site) -> dict[str, bytes]:
    environment = _environment()
    shared: dict[str, Any] = {"desk": site.desk, "csp": CSP, "Lang": Lang}
    found: dict[str, bytes] = {}
    for lang in Lang:
        environment.globals["word"] = lambda key, lang=lang, **named: word(key, lang, **named)
        environment.globals["outcome"] = lambda key, lang=lang: outcome_word(key, lang)
        for page in _every_page(site, lang):
            found[f"{lang}/{page.path}"] = _page(environment, page, lang, shared)
        template = environment.get_template("map.svg.jinja")
        for path, drawing in site.small_maps(lang).items():
            found[path] = _alone(template.render(drawing=drawing, lang=lang))
    for name in ("index.html", "404.html"):
        template = environment.get_template(f"root-{name}.jinja")
        found[name] = _tidy(template.render(**shared))
    return found


def _alone(svg: str) -> bytes:
    """A map in a file of its own, with the part of the style sheet that it needs."""
    sheet = (resources("sosik.public") / "templates" / "site.css").read_text(encoding="utf-8")
    colours = sheet[sheet.index(":root") : sheet.index("*, *::before")]
    maps = sheet[sheet.index("/* --- maps */") : sheet.index("@media (max-width")]
    style = f"<style>{colours}svg {{ font-family: var(--sans); }}{maps}</style>"
    opening = '<svg xmlns="http://www.w3.org/2000/svg" '
    head, end, rest = svg.strip().replace("<svg ", opening, 1).partition(">")
    return _tidy(f"{head}{end}{style}{rest}\n")


def _every_page(site: Site, lang: Lang) -> Iterator[Page]:
    yield site.front(lang)
    for story in site.now.stories:
        yield site.bulletin(story, lang)
    for row in site.now.incidents:
        yield site.incident(row, lang)
    yield site.measures(lang)
    for key in site.now.gone:
        yield Page(f"incidents/{slug(key)}.html", "gone.html.jinja", word("withdrawn_title", lang), {}, "incidents")
    yield from more_pages(site, lang)


def _page(environment: Environment, page: Page, lang: Lang, shared: Mapping[str, Any]) -> bytes:
    up = "../" * page.depth
    says = {
        "lang": lang,
        "other": Lang.en if lang is Lang.ko else Lang.ko,
        "page": page,
        "home": up or "./",
        "root": f"../{up}",
        "title": page.title,
    }
    return _tidy(environment.get_template(page.template).render(**shared, **says, **page.says))


def _tidy(text: str) -> bytes:
    return re.sub(r"\n\s*\n+", "\n", text).encode()


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sosik.public"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["n"] = lambda value: Markup(f"{value:.1f}".rstrip("0").rstrip("."))  # noqa: S704 - a number
    return environment


def _months(now: Standing, lang: Lang) -> tuple[MonthRange, ...]:
    return tuple(
        MonthRange(
            first,
            span(DateSpan.month(first.year, first.month), lang),
            month_name(first.year, first.month, lang),
            low,
            high,
        )
        for first, low, high in monthly(now.incidents)
    )


def _pictures(now: Standing) -> dict[str, bytes]:
    """Only those of what stands published."""
    return {
        picture_name(picture.content, picture.path): picture.content
        for story in now.published
        for version in story.newest.edition.versions
        for picture in version.pictures
    }
