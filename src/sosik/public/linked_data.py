"""JSON-LD for search engines: what an article is, and what the dataset is. Days only, never a time."""

import json
from typing import Any

from markupsafe import Markup

from sosik.bulletins.edition import Version
from sosik.public.described import version
from sosik.public.desk_words import DeskWords
from sosik.public.standing import Standing, Story
from sosik.public.tongue import Tongue
from sosik.values.text import Lang


def article(story: Story, version: Version, summary: str, desk: DeskWords, picture: str | None = None) -> Markup:
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": version.title,
        "description": summary,
        "inLanguage": version.lang.value,
        "datePublished": str(story.first),
        "publisher": {"@type": "Organization", "name": desk.said("name", Tongue(version.lang.value))},
    }
    if story.newest.published != story.first:
        data["dateModified"] = str(story.newest.published)
    if desk.address:
        data["url"] = data["mainEntityOfPage"] = _url(story, version, desk)
        if picture:
            data["image"] = f"{desk.address}{picture}"
    data["isAccessibleForFree"] = True
    if version.writer:
        data["author"] = {"@type": "Person", "name": version.writer}
    if version.editor:
        data["editor"] = {"@type": "Person", "name": version.editor}
    other = story.version(Lang.en if version.lang is Lang.ko else Lang.ko)
    if version.translator:
        data["translator"] = {"@type": "Person", "name": version.translator}
    if other is not None:
        work = {"@type": "NewsArticle", "headline": other.title, "inLanguage": other.lang.value}
        if desk.address:
            work["url"] = _url(story, other, desk)
        data["translationOfWork" if version.translator else "workTranslation"] = work
    return _script(data)


def _url(story: Story, version: Version, desk: DeskWords) -> str:
    return f"{desk.address}{version.lang}/bulletins/{story.slug}.html"


def dataset(now: Standing, desk: DeskWords, lang: Tongue, says: str) -> Markup:
    files = ("incidents.csv", "measures.csv", "incidents.geojson", "incidents.json")
    base = f"{desk.address}data/" if desk.address else "../data/"
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": desk.said("name", lang),
        "description": says,
        "inLanguage": lang.value,
        "license": desk.licence[2],
        "distribution": [{"@type": "DataDownload", "contentUrl": f"{base}{name}"} for name in files],
    }
    if now.as_of is not None:
        data["dateModified"] = str(now.as_of)
        data["version"] = version(now)
    return _script(data)


def _script(data: dict[str, Any]) -> Markup:
    """JSON in which nothing can end the element that holds it."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    for char, escape in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(char, escape)
    return Markup(text)  # noqa: S704 - escaped above
