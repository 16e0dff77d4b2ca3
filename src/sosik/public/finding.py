"""Search over the published text: which words a text has, in parts by month so that one article changes one part."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from attrs import frozen

from sosik.public.markdown import plain
from sosik.public.standing import Story
from sosik.values.text import Lang

_RUNS = re.compile(r"[가-힣]+|[^\W_가-힣]+")


@frozen
class Document:
    """``ref`` is the article's address; the words of its title and of its text, in order."""

    ref: str
    title: tuple[str, ...]
    text: tuple[str, ...]


class SearchIndexer(Protocol):
    def indexed(self, parts: Sequence[Sequence[Document]]) -> list[str]:
        """A prebuilt index of each part as JSON for the script on the page; the same documents give the same bytes."""
        ...


def terms(text: str) -> Iterator[str]:
    """Words in small letters; Hangul by two syllables, so that a name is found with whatever ending stands at it.

    >>> list(terms("무산군의 Landmine 2"))
    ['무산', '산군', '군의', 'landmine', '2']
    """
    for run in _RUNS.findall(unicodedata.normalize("NFC", text).lower()):
        if "가" <= run[0] <= "힣" and len(run) > 1:
            yield from (run[at : at + 2] for at in range(len(run) - 1))
        else:
            yield run


def shards(stories: Iterable[Story], lang: Lang) -> dict[str, list[Story]]:
    """Stories with a version in the language by the month in which they came out, newest first."""
    found: dict[str, list[Story]] = {}
    for story in stories:
        if story.version(lang):
            found.setdefault(f"{story.first:%Y-%m}", []).append(story)
    return found


def shard_name(lang: Lang, month: str) -> str:
    return f"{lang}-{month}"


def documents(stories: Iterable[Story], lang: Lang) -> list[Document]:
    found = []
    for story in stories:
        version = story.version(lang)
        if version is not None:
            captions = " ".join(f"{picture.caption} {picture.alt}" for picture in version.pictures)
            words = tuple(terms(f"{plain(version.body)} {captions}"))
            found.append(Document(story.slug, tuple(terms(version.title)), words))
    return found


def shard_script(stories: Iterable[Story], lang: Lang, index: str) -> bytes:
    """A script, since a page from a folder may load nothing else."""
    about: Mapping[str, list[str]] = {
        story.slug: [version.title, story.first.isoformat()] for story in stories if (version := story.version(lang))
    }
    return f"sosikFound({json.dumps(about, ensure_ascii=False, sort_keys=True)},{index});\n".encode()
