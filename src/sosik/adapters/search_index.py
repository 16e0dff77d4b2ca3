"""Search indexes by lunr: what its script loads in the browser."""

import json
from collections.abc import Sequence
from functools import lru_cache

from lunr.builder import Builder
from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS

from sosik.public.finding import Document

_STOP = frozenset(WORDS)
_STEMMER = PorterStemmer()


class LunrSearch:
    """Serves ``public.finding.SearchIndexer``. Stems are looked up here and not by lunr's pipeline, which is far slower."""

    def indexed(self, parts: Sequence[Sequence[Document]]) -> list[str]:
        return [_indexed(part) for part in parts]


def _indexed(documents: Sequence[Document]) -> str:
    builder = Builder()
    builder.ref("ref")
    builder.field("title", boost=8)
    builder.field("text")
    for each in documents:
        builder.add({"ref": each.ref, "title": _stems(each.title), "text": _stems(each.text)})
    return json.dumps(builder.build().serialize(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _stems(words: Sequence[str]) -> list[str]:
    return [_stem(word) for word in words if word not in _STOP]


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stem(word)) if word.isascii() else word
