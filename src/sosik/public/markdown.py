"""An edition's Markdown as HTML: no raw HTML, no pictures from elsewhere, links that tell nobody where from."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_READER = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])


def standfirst(body: str) -> tuple[str, str]:
    """The first paragraph, and the rest."""
    first, _, rest = body.strip().partition("\n\n")
    return first, rest.strip()


def html(text: str) -> Markup:
    tokens = _READER.parse(text)
    _guard(tokens)
    return Markup(_READER.renderer.render(tokens, _READER.options, {}))  # noqa: S704 - the reader escapes all text


def plain(text: str) -> str:
    """The words alone, for feeds and summaries."""
    return " ".join(_words(_READER.parse(text)).split())


def _words(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        if token.children:
            parts.append(_words(token.children))
        elif token.type in {"text", "code_inline", "code_block", "fence"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak", "paragraph_close", "heading_close"}:
            parts.append(" ")
    return "".join(parts)


def _guard(tokens: Sequence[Token]) -> None:
    """Headings of a text stand below the page's own, none more than one level below the one before; links say no referrer."""
    level, last = 0, 1
    for token in tokens:
        if token.type == "heading_open":
            level = last = min(max(2, int(token.tag[1])), last + 1)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{level}"
        if token.type == "link_open":
            token.attrSet("rel", "noreferrer noopener")
        if token.children:
            _guard(token.children)
