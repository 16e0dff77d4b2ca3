"""Two versions as files or editions hold them: titles and bodies, citations left out of the words, figures compared."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve, field, frozen

from sosik.bulletins.translation.check import Comparison, compare
from sosik.bulletins.translation.drift import Drift, Kind, Words
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.claims.gazetteer.morphemes import WordCutter

_CITATION = re.compile(r"\{figure:\s*(?P<figure>[\w-]+\.[a-z_]+)\s*\}|\[claim:\s*[\w-]+\s*\]")
_TITLE = "title"


@frozen
class VersionText:
    """Offsets of a drift count characters of ``body``, those in a title characters of ``title``."""

    title: str
    body: str = field(repr=False)


@frozen
class Compared:
    """``drift`` is of titles first, then of the bodies in the order of the Korean version."""

    body: Comparison
    drift: tuple[Drift, ...]


def compare_versions(
    ko: VersionText, en: VersionText, gazetteer: Gazetteer, words: WordCutter, day: date | None = None
) -> Compared:
    """A headline leaves out what the text says: of titles only what both say, and say differently."""
    own = {} if day is None else {"day": day}
    titles = compare(ko.title, en.title, gazetteer, words, **own).drift if ko.title and en.title else ()
    said = [evolve(one, part=_TITLE) for one in titles if _both(one, ko.title, en.title)]
    body = compare(masked(ko.body), masked(en.body), gazetteer, words, **own)
    body = evolve(body, ko=ko.body, en=en.body)
    return Compared(body, (*said, *_figures(ko.body, en.body), *body.drift))


def masked(body: str) -> str:
    """The body with its citations turned to spaces, offsets kept."""
    return _CITATION.sub(lambda match: " " * len(match[0]), body)


def _both(one: Drift, ko: str, en: str) -> bool:
    alone = one.kind in {Kind.missing, Kind.added, Kind.negation} or one.ko.text == ko or one.en.text == en
    return not alone


def _figures(ko: str, en: str) -> Iterator[Drift]:
    """A figure that one version cites and the other does not."""
    mine, yours = (
        {match["figure"]: match for match in _CITATION.finditer(body) if match["figure"]} for body in (ko, en)
    )
    nowhere = Words(0, 0, "")
    for name in sorted(mine.keys() ^ yours.keys()):
        match = mine.get(name) or yours.get(name)
        if match is None:
            continue
        words = Words(match.start(), match.end(), match[0])
        pair = (words, nowhere) if name in mine else (nowhere, words)
        whose = ("Korean", "한국어판") if name in mine else ("English", "영어판")
        yield Drift(
            Kind.number,
            *pair,
            "figure",
            f"Only the {whose[0]} version cites the figure {name}.",
            f"{whose[1]}만 수치 {name} 을(를) 인용한다.",
        )
