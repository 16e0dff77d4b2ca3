"""Cleared editions to the bytes of a site and a dataset: the same editions give the same bytes."""

import re
from collections.abc import Mapping, Sequence
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
from sosik.public.feeds import feed
from sosik.public.instruments import Instruments
from sosik.public.pages import Page, Site, picture_name
from sosik.public.phrases import span
from sosik.public.standing import Standing, standing
from sosik.public.words import outcome_word, word
from sosik.values.datespan import DateSpan
from sosik.values.text import Lang

Bundle = Mapping[str, bytes]

CSP = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


def build(
    editions: Sequence[ClearedEdition], desk: DeskWords, base_map: BaseMap, instruments: Instruments | None = None
) -> Bundle:
    """Every file of the site and the dataset by its path; ``manifest.json`` holds their hashes.

    What an absent instrument would make is left out; without charts the front page shows the months as a table alone.
    """
    tools = instruments or Instruments()
    now = standing(editions)
    months = {lang: _months(now, lang) for lang in Lang}
    site = Site(now, desk, base_map, months, has_charts=tools.charts is not None, has_parquet=tools.parquet is not None)
    files: dict[str, bytes] = {**_pages(site), **_pictures(now), **dataset(now, desk, base_map, tools.parquet)}
    for lang in Lang:
        files[f"{lang}/feed.xml"] = feed(now, desk, lang)
        if tools.charts is not None and months[lang]:
            files[f"charts/monthly.{lang}.svg"] = tools.charts.monthly(months[lang], word("people_axis", lang))
    files["site.css"] = (resources("sosik.public") / "templates" / "site.css").read_bytes()
    if tools.signer is not None:
        files["manifest.pub"] = tools.signer.verify
    files["manifest.json"] = manifest(files)
    if tools.signer is not None:
        files["manifest.json.minisig"] = tools.signer.sign(files["manifest.json"], f"sosik dataset {version(now)}")
    return dict(sorted(files.items()))


def _pages(site: Site) -> dict[str, bytes]:
    environment = _environment()
    shared: dict[str, Any] = {"desk": site.desk, "csp": CSP, "Lang": Lang}
    found: dict[str, bytes] = {}
    for lang in Lang:
        environment.globals["word"] = lambda key, lang=lang, **named: word(key, lang, **named)
        environment.globals["outcome"] = lambda key, lang=lang: outcome_word(key, lang)
        for page in site.pages(lang):
            found[f"{lang}/{page.path}"] = _page(environment, page, lang, shared)
    for name in ("index.html", "404.html"):
        template = environment.get_template(f"root-{name}.jinja")
        found[name] = _tidy(template.render(**shared))
    return found


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
