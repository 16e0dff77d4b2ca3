"""Pages to bytes: the templates, and what is the same on every page."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files as resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sosik.public.desk_words import DeskWords
from sosik.public.map_drawing import MapDrawing
from sosik.public.pages import Page
from sosik.public.tongue import Tongue
from sosik.public.words import HERE, outcome_word, word

CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
LOCALES = {Tongue.ko: "ko_KR", Tongue.en: "en_GB", Tongue.zh: "zh_CN"}


class Writer:
    """Writes the pages of one desk; the same page gives the same bytes."""

    def __init__(self, desk: DeskWords) -> None:
        self._shared: Mapping[str, Any] = {
            "desk": desk, "csp": CSP, "here_in": HERE, "locales": LOCALES, "all_tongues": tuple(Tongue),
        }  # fmt: skip
        self._in = {lang: _environment(lang) for lang in Tongue}

    def page(self, page: Page, lang: Tongue) -> bytes:
        up = "../" * page.depth
        says = {
            "lang": lang,
            "page": page,
            "home": up or "./",
            "root": f"../{up}",
            "title": page.title,
        }
        return tidy(self._in[lang].get_template(page.template).render(**self._shared, **says, **page.says))

    def door(self, name: str) -> bytes:
        """A page above the folders of the languages."""
        return tidy(self._in[Tongue.en].get_template(f"root-{name}.jinja").render(**self._shared))

    def map(self, drawing: MapDrawing, lang: Tongue) -> bytes:
        """A map in a file of its own, with the part of the style sheet that it needs."""
        svg = self._in[lang].get_template("map.svg.jinja").render(drawing=drawing, lang=lang).strip()
        opening = '<svg xmlns="http://www.w3.org/2000/svg" '
        head, end, rest = svg.replace("<svg ", opening, 1).partition(">")
        return tidy(f"{head}{end}{_map_style()}{rest}\n")


@lru_cache(maxsize=1)
def _map_style() -> str:
    sheet = static("site.css").decode()
    colours = sheet[sheet.index(":root") : sheet.index("*, *::before")]
    maps = sheet[sheet.index("/* --- maps */") : sheet.index("@media (max-width")]
    return f"<style>{colours}svg {{ font-family: var(--sans); }}{maps}</style>"


def static(name: str) -> bytes:
    return (resources("sosik.public") / "templates" / name).read_bytes()


def tidy(text: str) -> bytes:
    return re.sub(r"\n\s*\n+", "\n", text).encode()


def _environment(lang: Tongue) -> Environment:
    environment = Environment(
        loader=PackageLoader("sosik.public"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["n"] = lambda value: Markup(f"{value:.1f}".rstrip("0").rstrip("."))  # noqa: S704 - a number
    environment.globals["word"] = lambda key, **named: word(key, lang, **named)
    environment.globals["outcome"] = lambda key: outcome_word(key, lang)
    return environment
