"""One place of the gazetteer, and a name of a text with the places that bear it."""

import re
import unicodedata
from functools import lru_cache

from attrs import field, frozen

from sosik.values.ids import PlaceId
from sosik.values.place import Point
from sosik.values.textspan import TextSpan

LINES = frozenset({"river", "border"})


@frozen
class Entry:
    """``line_out`` tells whether calls can leave the country there; a line is a river's or a border's course.

    ``point`` is None where no source gives one: the province stands for the place then.
    """

    id: PlaceId
    kind: str
    parent: PlaceId | None
    name_en: str
    name_ko: str
    spellings: tuple[str, ...] = field(repr=False)
    point: Point | None
    radius_km: float
    population: int | None
    population_year: int | None
    line_out: bool | None
    source: str = field(repr=False)
    line: tuple[Point, ...] = field(default=(), repr=False)

    @property
    def points(self) -> tuple[Point, ...]:
        return self.line or ((self.point,) if self.point else ())

    @property
    def is_approximate(self) -> bool:
        """Its point was read off a general map, or there is none."""
        return self.kind != "country" and ("approximate" in self.source or not self.points)


@frozen
class PlaceMention:
    """A name in a text and every place that bears it; more than one is ambiguous."""

    span: TextSpan
    entries: tuple[Entry, ...]


@lru_cache(maxsize=1 << 14)
def name_key(spelling: str) -> str:
    """A spelling without case, marks, apostrophes and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFD", spelling) if not unicodedata.combining(c))
    words = " ".join(re.split(r"[\s\-–—]+", re.sub("['’‘ʼ.]", "", plain).casefold())).strip()
    return unicodedata.normalize("NFC", words)
