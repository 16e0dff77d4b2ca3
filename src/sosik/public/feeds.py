"""An Atom feed a language. Days are given as midnight in UTC, since no time is public."""

import hashlib
import uuid
from datetime import date
from xml.etree import ElementTree as ET

from sosik.public.desk_words import DeskWords
from sosik.public.markdown import plain, standfirst
from sosik.public.standing import Standing, Story
from sosik.public.words import word
from sosik.values.text import Lang

_ATOM = "http://www.w3.org/2005/Atom"


def feed(now: Standing, desk: DeskWords, lang: Lang) -> bytes:
    """Bulletins in this language, newest first; a withdrawn one says so and nothing else."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": lang.value})
    _add(root, "id", _urn(f"feed {desk.address or desk.name.get(lang, '')} {lang}"))
    _add(root, "title", desk.name.get(lang, ""))
    _add(root, "updated", _time(now.as_of or date(1970, 1, 1)))
    base = f"{desk.address}{lang}/" if desk.address else ""
    ET.SubElement(root, "link", {"rel": "self", "href": f"{base}feed.xml"})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}index.html"})
    author = ET.SubElement(root, "author")
    _add(author, "name", desk.name.get(lang, "") or "-")
    for story in now.stories:
        if story.withdrawn or story.version(lang):
            _entry(root, story, base, lang)
    ET.indent(root, " ")
    body: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _entry(root: ET.Element, story: Story, base: str, lang: Lang) -> None:
    version = None if story.withdrawn else story.version(lang)
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
