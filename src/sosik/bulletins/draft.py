"""Bulletin files: one file a language, front matter and Markdown with citations."""

import re
from collections.abc import Mapping
from typing import Any

from sosik.accounts.front_matter import split
from sosik.bulletins.bulletin import Bulletin, Citation, Draft
from sosik.bulletins.draft_pictures import read_pictures
from sosik.errors import BulletinRefused, InputFrontMatter
from sosik.values.ids import BulletinId, ClaimId, SourceHandle
from sosik.values.text import Lang, detect, normalise

_KEYS = {
    *("bulletin", "lang", "title", "sources", "witnessed", "writer", "translator", "editor"),
    *("translated_from", "revision", "correction", "pictures"),
}
_CITATION = re.compile(r"\{figure:\s*(?P<incident>[\w-]+)\.(?P<figure>[a-z_]+)\s*\}|\[claim:\s*(?P<claim>[\w-]+)\s*\]")
_ALMOST = re.compile(r"\{\s*figures?\b[^}\n]*\}?|\[\s*claims?\s*:[^\]\n]*\]?", re.IGNORECASE)
_STEM = re.compile(r"(?P<stem>.+?)(?:\.(?P<lang>ko|en))?\.md")


def read_bulletin(files: Mapping[str, str]) -> Bulletin:
    """The bulletin whose versions these files are, text by name; raises BulletinRefused, which names the file."""
    if not files:
        raise BulletinRefused(file="(none)", why="no version was given")
    versions: dict[Lang, Draft] = {}
    ids: set[str] = set()
    revision = 1
    for name, text in sorted(files.items()):
        matter, body = _split(name, text)
        draft = read_draft(name, matter, body)
        if draft.lang in versions:
            raise BulletinRefused(file=name, why=f"there are two versions in {draft.lang}")
        versions[draft.lang] = draft
        ids.add(_words(name, matter, "bulletin") or "")
        revision = max(revision, draft.revision)
        if len(ids) > 1:
            raise BulletinRefused(file=name, why="its versions name different bulletins")
    return Bulletin(BulletinId(ids.pop()), versions, revision)


def read_bulletins(files: Mapping[str, str]) -> tuple[tuple[Bulletin, ...], tuple[BulletinRefused, ...]]:
    """Every bulletin of a folder, versions joined by their ``bulletin`` key, and the refusals of those that cannot be read."""
    groups: dict[str, dict[str, str]] = {}
    refused: list[BulletinRefused] = []
    for name, text in sorted(files.items()):
        try:
            matter, _ = _split(name, text)
            key = _words(name, matter, "bulletin")
        except BulletinRefused as error:
            refused.append(error)
            continue
        groups.setdefault(key or "", {})[name] = text
    read: list[Bulletin] = []
    for group in groups.values():
        try:
            read.append(read_bulletin(group))
        except BulletinRefused as error:
            refused.append(error)
    return tuple(read), tuple(refused)


def stem_of(name: str) -> str:
    """``musan`` of ``musan.ko.md``: the files of one stem are versions of one bulletin."""
    match = _STEM.fullmatch(name)
    return match["stem"] if match else name


def read_draft(name: str, untrusted: Mapping[str, Any], body: str) -> Draft:
    for key in untrusted:
        if key not in _KEYS:
            raise BulletinRefused(file=name, why=f"it has an unknown key: {str(key)[:40]}")
    if not _words(name, untrusted, "bulletin"):
        raise BulletinRefused(file=name, why="it has no bulletin key")
    if not body.strip():
        raise BulletinRefused(file=name, why="it holds no text")
    sources, witnessed = _list(name, untrusted, "sources"), _list(name, untrusted, "witnessed")
    return Draft(
        lang=_lang(name, untrusted, body),
        title=_words(name, untrusted, "title") or "",
        body=body,
        sources=None if sources is None else tuple(SourceHandle(handle) for handle in sources),
        witnessed=witnessed,
        writer=_words(name, untrusted, "writer"),
        translator=_words(name, untrusted, "translator"),
        editor=_words(name, untrusted, "editor"),
        translated_from=_number(name, untrusted, "translated_from"),
        correction=_words(name, untrusted, "correction"),
        citations=citations(name, body),
        pictures=read_pictures(name, untrusted.get("pictures")),
        revision=_number(name, untrusted, "revision") or 1,
    )


def citations(name: str, body: str) -> tuple[Citation, ...]:
    """Every citation; one that is written almost right is refused, since it would be printed as it stands."""
    found = [
        Citation(
            match.start(),
            match.end(),
            match["incident"],
            match["figure"],
            ClaimId(match["claim"]) if match["claim"] else None,
        )
        for match in _CITATION.finditer(body)
    ]
    starts = {citation.start for citation in found}
    for match in _ALMOST.finditer(body):
        if match.start() not in starts:
            raise BulletinRefused(file=name, why=f"a citation at character {match.start()} cannot be read")
    return tuple(found)


def masked(draft: Draft) -> str:
    """The body with its citations turned to spaces, offsets kept."""
    text = draft.body
    for citation in draft.citations:
        text = text[: citation.start] + " " * (citation.end - citation.start) + text[citation.end :]
    return text


def _split(name: str, text: str) -> tuple[Mapping[str, Any], str]:
    try:
        matter, body = split(name, normalise(text.removeprefix("\ufeff")))
    except InputFrontMatter as error:
        raise BulletinRefused(file=name, why=str(error.fields["why"])) from error
    if not matter:
        raise BulletinRefused(file=name, why="it has no front matter")
    return matter, body


def _lang(name: str, untrusted: Mapping[str, Any], body: str) -> Lang:
    """The front matter's language, which the file's name may not contradict."""
    said = _words(name, untrusted, "lang")
    match = _STEM.fullmatch(name)
    named = match["lang"] if match else None
    if said and named and said != named:
        raise BulletinRefused(file=name, why="its name and its front matter say different languages")
    word = said or named
    try:
        return Lang(word) if word else detect(body)
    except ValueError as error:
        raise BulletinRefused(file=name, why="its language is neither ko nor en") from error


def _words(name: str, untrusted: Mapping[str, Any], key: str) -> str | None:
    value = untrusted.get(key)
    if value is None:
        return None
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise BulletinRefused(file=name, why=f"{key} is not text")
    return normalise(str(value)).strip() or None


def _list(name: str, untrusted: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    value = untrusted.get(key)
    if value is None:
        return None
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) and item.strip() for item in items):
        raise BulletinRefused(file=name, why=f"{key} is not a list of names")
    return tuple(item.strip() for item in items)


def _number(name: str, untrusted: Mapping[str, Any], key: str) -> int | None:
    value = untrusted.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise BulletinRefused(file=name, why=f"{key} is not a revision")
    return value
