"""The gazetteer: which places a text names, in one pass, the longest name first, ambiguity kept."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from attrs import evolve, field, frozen

from sosik.claims.claim import Role
from sosik.claims.gazetteer.english import find_english
from sosik.claims.gazetteer.entry import LINES, Entry, PlaceMention, name_key
from sosik.claims.gazetteer.korean import find_korean
from sosik.claims.gazetteer.morphemes import WordCutter
from sosik.claims.gazetteer.starts import NameStarts
from sosik.claims.gazetteer.tables import Needs, doubts_of, entries_of, names_of
from sosik.errors import NotFound
from sosik.values.ids import PlaceId
from sosik.values.place import Place, Precision
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

NEAR_KM = 25.0  # "near X": UCDP's where_prec 2
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")

__all__ = ["NEAR_KM", "Entry", "Gazetteer", "PlaceMention"]


@frozen
class Gazetteer:
    """``words`` settles Korean names that characters do not; without it they are read by characters alone."""

    version: str
    entries: Mapping[PlaceId, Entry] = field(hash=False, repr=False)
    ambiguous: Mapping[str, Needs] = field(hash=False, repr=False)
    names: Mapping[str, tuple[PlaceId, ...]] = field(hash=False, repr=False, eq=False)
    longest: Mapping[str, int] = field(hash=False, repr=False, eq=False)
    words: WordCutter | None = field(default=None, hash=False, repr=False, eq=False)
    starts: NameStarts = field(init=False, hash=False, repr=False, eq=False)

    @starts.default
    def _starts(self) -> NameStarts:
        return NameStarts(self.names)

    @classmethod
    def shipped(cls) -> "Gazetteer":
        return _shipped()

    @classmethod
    def read(cls, places: str, ambiguous: str, lines: str) -> "Gazetteer":
        """From the texts of the three shipped files."""
        digest = hashlib.sha256(f"{places}\x00{ambiguous}\x00{lines}".encode()).hexdigest()[:12]
        return cls.of(digest, entries_of(places, lines), doubts_of(ambiguous))

    @classmethod
    def of(cls, version: str, entries: Iterable[Entry], ambiguous: Mapping[str, Needs]) -> "Gazetteer":
        known = {entry.id: entry for entry in entries}
        names: dict[str, tuple[PlaceId, ...]] = {}
        for entry in known.values():
            for key in sorted({name_key(spelling) for spelling in names_of(entry)} - {""}):
                names[key] = (*names.get(key, ()), entry.id)
        return cls(version, known, ambiguous, names, _longest(names))

    def joined(self, more: Iterable[Entry], mark: str) -> "Gazetteer":
        """With places of a desk's own; ``mark`` goes into the version, since readings depend on them."""
        wider = Gazetteer.of(f"{self.version}+{mark}", (*self.entries.values(), *more), self.ambiguous)
        return evolve(wider, words=self.words)

    def cutting(self, words: WordCutter) -> "Gazetteer":
        """The same places, with a cutter of Korean words to ask."""
        return evolve(self, words=words, version=f"{self.version}/{words.version}")

    def get(self, place: PlaceId) -> Entry:
        entry = self.entries.get(place)
        if entry is None:
            raise NotFound(what=place)
        return entry

    def parents(self, place: PlaceId) -> tuple[Entry, ...]:
        """What the place lies in, the nearest first."""
        found: list[Entry] = []
        entry = self.get(place)
        while entry.parent is not None and entry.parent in self.entries:
            entry = self.entries[entry.parent]
            found.append(entry)
        return tuple(found)

    def province_of(self, place: PlaceId) -> Entry | None:
        """The province that the place is or lies in; a city directly under the country is its own."""
        chain = (self.get(place), *self.parents(place))
        for entry, above in zip(chain, (*chain[1:], None), strict=True):
            if entry.kind == "province" or (above is not None and above.kind == "country" and entry.kind not in LINES):
                return entry
        return None

    def find(self, text: str, lang: Lang) -> tuple[PlaceMention, ...]:
        """Every place named, in order, none inside another; names in Chinese characters in a text of either language."""
        found = [*(find_korean(text, self) if lang is Lang.ko else find_english(text, self)), *self._in_han(text)]
        return tuple(sorted(found, key=lambda mention: mention.span)) if found else ()

    def mention(self, start: int, end: int, name: str) -> PlaceMention:
        return PlaceMention(TextSpan(start, end), tuple(self.entries[place] for place in self.names[name]))

    def holds(self, above: PlaceMention, name: str) -> bool:
        """One of the places of that name lies in one of those named before."""
        inside = {parent.id for place in self.names[name] for parent in self.parents(place)}
        return any(entry.id in inside for entry in above.entries)

    def place(self, entry: Entry, role: Role) -> Place:
        """The place as the role gives it: near a point is a disc of 25 km, a river a line, a province an area.

        A place without a point of its own is somewhere in its province, and no nearer than that.
        """
        if entry.kind in LINES:
            radius = NEAR_KM if role is Role.near else max(entry.radius_km, 1.0)
            return Place(entry.id, Precision.landscape, radius, entry.points)
        if entry.kind == "country":
            return Place(entry.id, Precision.country, entry.radius_km, entry.points)
        if entry.kind == "province":
            return Place(entry.id, Precision.province, entry.radius_km, entry.points)
        if not entry.points:
            return self._in_province(entry)
        if role is Role.near:
            return Place(entry.id, Precision.near, max(NEAR_KM, entry.radius_km), entry.points)
        return Place(entry.id, Precision.county, entry.radius_km, entry.points)

    def _in_province(self, entry: Entry) -> Place:
        above = next((parent for parent in self.parents(entry.id) if parent.points), None)
        if above is None:
            return Place(entry.id, Precision.province, entry.radius_km)
        return Place(entry.id, Precision.province, above.radius_km, above.points)

    def _in_han(self, text: str) -> list[PlaceMention]:
        found: list[PlaceMention] = []
        for run in _HAN.finditer(text):
            at = run.start()
            while at < run.end() - 1:
                size = next((n for n in range(min(6, run.end() - at), 1, -1) if text[at : at + n] in self.names), 0)
                if size:
                    found.append(self.mention(at, at + size, text[at : at + size]))
                at += size or 1
        return found


def _longest(names: Iterable[str]) -> Mapping[str, int]:
    """By first word, how many words the longest name has."""
    longest: dict[str, int] = {}
    for key in names:
        first = key.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), key.count(" ") + 1)
    return longest


@lru_cache(maxsize=1)
def _shipped() -> Gazetteer:
    folder = files("sosik.claims") / "gazetteer"
    shipped = ("places.csv", "ambiguous.csv", "rivers.geojson")
    return Gazetteer.read(*(folder.joinpath(name).read_text(encoding="utf-8") for name in shipped))
