"""Web pages to the article that they carry, inside the sandbox: navigation, notices and related links are left behind."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from sosik.adapters.converter.answer import Answer, Refused, answer

_DEEPEST = 1_000  # elements within elements: no page that people write comes near it
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BLOCKS = "p div br li tr h1 h2 h3 h4 h5 h6 blockquote section article table ul ol hr".split()
_META = {
    *("article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued"),
    *(
        "dcterms.created",
        "dcterms.date",
        "dcterms.issued",
        "pubdate",
        "publishdate",
        "sailthru.date",
        "parsely-pub-date",
    ),
}


def page(content: bytes) -> Answer:
    """The article with its title and the day of publication that the page states in so many words."""
    tree = trafilatura.load_html(content)
    if tree is None:
        raise Refused("damaged")
    if _is_too_deep(tree):
        raise Refused("depth")
    title, published = _title(tree), _published(tree)
    text = trafilatura.extract(tree, output_format="txt", include_comments=False, include_tables=True)
    if not text:
        raise Refused("no article")
    return answer(text, title=title, published=published)


def plain(html: str) -> str:
    """Every word of a piece of HTML, such as a mail: nothing in it is navigation. A block begins a line."""
    tree = document_fromstring(html)
    etree.strip_elements(tree, "script", "style", "head", "title", with_tail=False)
    for node in tree.iter(*_BLOCKS):
        node.text = "\n" + (node.text or "")
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    return "\n".join(line for line in lines if line)


def _is_too_deep(tree: HtmlElement) -> bool:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def _title(tree: HtmlElement) -> str | None:
    said = _meta(tree, {"og:title"}) or [str(node.text_content()) for node in tree.iter("title")]
    return " ".join(said[0].split()) if said else None


def _published(tree: HtmlElement) -> str | None:
    """One day on which all that the page states agree; None when it states none, or several."""
    said = [*_meta(tree, _META), *_linked(tree)]
    days = {match[0] for text in said if (match := _DAY.match(text.strip())) and _is_day(match[0])}
    return days.pop() if len(days) == 1 else None


def _meta(tree: HtmlElement, names: set[str]) -> list[str]:
    found = []
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        if name.lower() in names and node.get("content"):
            found.append(str(node.get("content")))
    return found


def _linked(tree: HtmlElement) -> Iterator[str]:
    """``datePublished`` of the page's linked data, on its own level: what it links to has days of its own."""
    for node in tree.iter("script"):
        if node.get("type") != "application/ld+json" or not node.text:
            continue
        try:
            loaded = json.loads(node.text)
        except (ValueError, RecursionError):
            continue
        for one in _things(loaded):
            if isinstance(one.get("datePublished"), str):
                yield one["datePublished"]


def _things(loaded: Any) -> list[dict[str, Any]]:
    many = loaded if isinstance(loaded, list) else [loaded]
    flat = [*many, *(inner for one in many if isinstance(one, dict) for inner in _graph(one))]
    return [one for one in flat if isinstance(one, dict) and "Article" in str(one.get("@type"))]


def _graph(one: dict[str, Any]) -> list[Any]:
    inner = one.get("@graph")
    return inner if isinstance(inner, list) else []


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
