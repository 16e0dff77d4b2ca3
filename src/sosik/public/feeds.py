"""An Atom and a JSON feed a language, and the sitemap. Days are given as midnight in UTC, since no time is public."""

import hashlib
import json
import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from sosik.public.desk_words import DeskWords
from sosik.public.markdown import plain, standfirst
from sosik.public.standing import Standing, Story
from sosik.public.tongue import Tongue
from sosik.public.words import word

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_URLS = 45_000  # fewer than the 50,000 that one sitemap may hold
_ENTRIES = 100


def feed(now: Standing, desk: DeskWords, lang: Tongue) -> bytes:
    """Bulletins in this language, newest first; a withdrawn one says so and nothing else."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": lang.value})
    _add(root, "id", _urn(f"feed {desk.address or desk.name.get(lang, '')} {lang}"))
    _add(root, "title", desk.said("name", lang))
    _add(root, "updated", _time(now.as_of or date(1970, 1, 1)))
    base = f"{desk.address}{lang}/" if desk.address else ""
    ET.SubElement(root, "link", {"rel": "self", "href": f"{base}feed.xml"})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}index.html"})
    author = ET.SubElement(root, "author")
    _add(author, "name", desk.said("name", lang) or "-")
    for story in _newest(now, lang):
        _entry(root, story, base, lang)
    ET.indent(root, " ")
    body: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _newest(now: Standing, lang: Tongue) -> list[Story]:
    return [story for story in now.stories if story.withdrawn or story.version(lang.lang)][:_ENTRIES]


def json_feed(now: Standing, desk: DeskWords, lang: Tongue) -> bytes:
    """JSON Feed 1.1, with the same entries."""
    base = f"{desk.address}{lang}/" if desk.address else ""
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": desk.said("name", lang),
        "home_page_url": f"{base}index.html",
        "feed_url": f"{base}feed.json",
        "language": lang.value,
        "authors": [{"name": desk.said("name", lang) or "-"}],
        "items": [_item(story, base, lang) for story in _newest(now, lang)],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _item(story: Story, base: str, lang: Tongue) -> dict[str, Any]:
    version = None if story.withdrawn else story.version(lang.lang)
    item: dict[str, Any] = {
        "id": _urn(f"bulletin {story.bulletin} {lang}"),
        "url": f"{base}bulletins/{story.slug}.html",
        "title": version.title if version else word("withdrawn_title", lang),
        "content_text": plain(standfirst(version.body)[0]) if version else word("withdrawn_says", lang),
        "date_published": _time(story.first),
        "date_modified": _time(story.newest.published),
        "language": lang.value,
    }
    if version and version.writer:
        item["authors"] = [{"name": version.writer}]
    return item


def sitemaps(paths: Sequence[str], address: str) -> dict[str, bytes]:
    """``sitemap.xml`` of these pages below ``address``; an index of several where one would be too long."""
    parts = [paths[at : at + _URLS] for at in range(0, len(paths), _URLS)]
    if len(parts) <= 1:
        return {"sitemap.xml": _sitemap("urlset", "url", [f"{address}{path}" for path in paths])}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    files = {
        name: _sitemap("urlset", "url", [f"{address}{path}" for path in part])
        for name, part in zip(names, parts, strict=True)
    }
    return {"sitemap.xml": _sitemap("sitemapindex", "sitemap", [f"{address}{name}" for name in names]), **files}


def _sitemap(root_name: str, name: str, addresses: Sequence[str]) -> bytes:
    lines = "".join(f"<{name}><loc>{escape(address)}</loc></{name}>\n" for address in addresses)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root_name} xmlns="{_SITEMAP}">\n{lines}</{root_name}>\n'.encode()


def _entry(root: ET.Element, story: Story, base: str, lang: Tongue) -> None:
    version = None if story.withdrawn else story.version(lang.lang)
    entry = ET.SubElement(root, "entry")
    _add(entry, "id", _urn(f"bulletin {story.bulletin} {lang}"))
    _add(entry, "title", version.title if version else word("withdrawn_title", lang))
    _add(entry, "published", _time(story.first))
    _add(entry, "updated", _time(story.newest.published))
    ET.SubElement(
        entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}bulletins/{story.slug}.html"}
    )
    _add(entry, "summary", plain(standfirst(version.body)[0]) if version else word("withdrawn_says", lang))


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = "".join(char for char in text if char >= " " or char in "\t\n")


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _urn(name: str) -> str:
    return uuid.UUID(bytes=hashlib.sha256(name.encode()).digest()[:16], version=5).urn
