"""The gazetteer: which places a text names, in one pass, the longest name first, ambiguity kept."""

import csv
import hashlib
import io
import itertools
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from attrs import field, frozen

from sosik.claims.claim import Role
from sosik.errors import NotFound
from sosik.values.ids import PlaceId
from sosik.values.place import Place, Point, Precision
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

NEAR_KM = 25.0  # "near X": UCDP's where_prec 2
_LINES = {"river", "border"}
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*")
_HANGUL = re.compile(r"[가-힣]+(?:·[가-힣]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_UNIT_EN = re.compile(r"[ -](County|City|Province|District|County's|Prefecture|county|province|city|district)\b")
_BARE_NAME = 2  # syllables of a Korean name that needs a particle after it to be a name
_PARTICLE = re.compile(
    r"(?:$|에서|에게|에는|에도|에만|에선|에|의|으로|로|을|를|은|는|이나|이며|이|가|과|와|도|까지|부터|쪽|측|시내|역|산골|행|발|출신|"
    r"인근|근처|부근|지역|일대|주민|시|군|읍|세관|국경|강변|시장|하류|상류|변|땅|당국|만|보다|처럼|항|앞|바다|현지)"
)
_LOCATIVE = re.compile(r"(?:에서|에는|에도|에선|에|쪽|측|시내|역|출신|인근|근처|부근|지역|일대|강변|으로|로|읍)")
_NEAR_KO = re.compile(r"\s*(?:인근|근처|부근|일대|시내|쪽|강변|지역|읍)")


@frozen
class Entry:
    """``line_out`` tells whether calls can leave the country there; a line is a river's or a border's course."""

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


@frozen
class PlaceMention:
    """A name in a text and every place that bears it; more than one is ambiguous."""

    span: TextSpan
    entries: tuple[Entry, ...]


@frozen
class Gazetteer:
    version: str
    entries: Mapping[PlaceId, Entry] = field(hash=False, repr=False)
    ambiguous: Mapping[str, str] = field(hash=False, repr=False)
    _names: Mapping[str, tuple[PlaceId, ...]] = field(hash=False, repr=False, init=False)
    _longest: Mapping[str, int] = field(hash=False, repr=False, init=False)

    @_names.default
    def _index(self) -> Mapping[str, tuple[PlaceId, ...]]:
        names: dict[str, tuple[PlaceId, ...]] = {}
        for entry in self.entries.values():
            for spelling in {entry.name_en, entry.name_ko, *entry.spellings}:
                key = _key(spelling)
                if entry.id not in names.get(key, ()):
                    names[key] = (*names.get(key, ()), entry.id)
        return names

    @_longest.default
    def _words(self) -> Mapping[str, int]:
        """By first word, how many words the longest name has."""
        longest: dict[str, int] = {}
        for key in self._names:
            first = key.partition(" ")[0]
            longest[first] = max(longest.get(first, 0), key.count(" ") + 1)
        return longest

    @classmethod
    def shipped(cls) -> "Gazetteer":
        return _shipped()

    @classmethod
    def read(cls, places: str, ambiguous: str, lines: str) -> "Gazetteer":
        """From the texts of the three shipped files."""
        courses = _courses(lines)
        entries = [_entry(row, courses) for row in csv.DictReader(io.StringIO(places))]
        doubts = {row["spelling"]: row.get("needs") or "locative" for row in csv.DictReader(io.StringIO(ambiguous))}
        digest = hashlib.sha256(f"{places}\x00{ambiguous}\x00{lines}".encode()).hexdigest()[:12]
        return cls(digest, {entry.id: entry for entry in entries}, doubts)

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
            if entry.kind == "province" or (above is not None and above.kind == "country" and entry.kind not in _LINES):
                return entry
        return None

    def find(self, text: str, lang: Lang) -> tuple[PlaceMention, ...]:
        """Every place named, in order, none inside another."""
        return tuple(self._find_ko(text) if lang is Lang.ko else self._find_en(text))

    def place(self, entry: Entry, role: Role) -> Place:
        """The place as the role gives it: near a point is a disc of 25 km, a river a line, a province an area."""
        points = entry.line or ((entry.point,) if entry.point else ())
        if entry.kind in _LINES:
            radius = NEAR_KM if role is Role.near else max(entry.radius_km, 1.0)
            return Place(entry.id, Precision.landscape, radius, points)
        if entry.kind == "country":
            return Place(entry.id, Precision.country, entry.radius_km, points)
        if entry.kind == "province":
            return Place(entry.id, Precision.province, entry.radius_km, points)
        if role is Role.near:
            return Place(entry.id, Precision.near, NEAR_KM, points)
        return Place(entry.id, Precision.county, entry.radius_km, points)

    def _find_en(self, text: str) -> Iterator[PlaceMention]:
        words = [(match.start(), match.end(), _key(_POSSESSIVE.sub("", match[0]))) for match in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            size = self._match_en(text, words, at)
            beyond = self._match_en(text, words, at + 1) if words[at][2] == "the" and at + 1 < len(words) else 0
            if size == 0 or beyond >= size or (words[at][2] == "the" and _goes_on(text, words[at + size - 1][1])):
                at += 1
                continue
            start, end = words[at][0], words[at + size - 1][1]
            end -= len(text[start:end]) - len(_POSSESSIVE.sub("", text[start:end]))
            ids = self._names[" ".join(word for _, _, word in words[at : at + size])]
            yield self._worded(text, start, end, ids)
            at += size

    def _match_en(self, text: str, words: list[tuple[int, int, str]], at: int) -> int:
        """How many words from here are a name; 0 for none."""
        for size in range(min(self._longest.get(words[at][2], 0), len(words) - at), 0, -1):
            chosen = words[at : at + size]
            if any(b[0] - a[1] > 2 or "\n" in text[a[1] : b[0]] for a, b in itertools.pairwise(chosen)):
                continue
            key = " ".join(word for _, _, word in chosen)
            if key in self._names and (size > 1 or text[chosen[0][0]].isupper()) and _has_capital(text, chosen):
                return size
        return 0

    def _worded(self, text: str, start: int, end: int, ids: tuple[PlaceId, ...]) -> PlaceMention:
        """With the unit's word that follows, which may settle what kind of place is meant."""
        entries = tuple(self.entries[place] for place in ids)
        unit = _UNIT_EN.match(text, end)
        if unit is None:
            return PlaceMention(TextSpan(start, end), entries)
        provinces = tuple(entry for entry in entries if entry.kind == "province")
        others = tuple(entry for entry in entries if entry.kind not in {"province", "country", *_LINES})
        settled = provinces if unit[1].lower() == "province" else others
        return PlaceMention(TextSpan(start, unit.end()), settled or entries)

    def _find_ko(self, text: str) -> Iterator[PlaceMention]:
        previous: PlaceMention | None = None
        for run in _HANGUL.finditer(text):
            at = 0
            while at < len(run[0]) - 1:
                size = self._match_ko(text, run, at, previous)
                if size == 0:
                    break
                start = run.start() + at
                ids = self._names[text[start : start + size]]
                previous = PlaceMention(TextSpan(start, start + size), tuple(self.entries[place] for place in ids))
                yield previous
                at += size
            spaced = self._spaced(text, run, previous)
            if spaced is not None:
                previous = spaced
                yield spaced

    def _spaced(self, text: str, run: re.Match[str], previous: PlaceMention | None) -> PlaceMention | None:
        """A Korean name of two words, such as a border's."""
        if previous is not None and run.start() < previous.span.end:
            return None
        following = _HANGUL.match(text, run.end() + 1)
        if following is None or text[run.end()] != " ":
            return None
        for size in range(len(following[0]), 1, -1):
            ids = self._names.get(f"{run[0]} {following[0][:size]}")
            if ids:
                return PlaceMention(
                    TextSpan(run.start(), following.start() + size), tuple(self.entries[place] for place in ids)
                )
        return None

    def _match_ko(self, text: str, run: re.Match[str], at: int, previous: PlaceMention | None) -> int:
        word = run[0]
        for size in range(min(8, len(word) - at), 1, -1):
            name = word[at : at + size]
            if name in self._names and self._stands(name, text, run.start() + at + size, run.end(), previous):
                return size
        return 0

    def _stands(self, name: str, text: str, end: int, run_end: int, previous: PlaceMention | None) -> bool:
        """What follows a short name shows that it is one; a name that is also a noun needs more."""
        rest = text[end:run_end]
        needs = self.ambiguous.get(name)
        if needs is None:
            return len(name) > _BARE_NAME or bool(_PARTICLE.match(rest)) or self._names.get(rest[:3]) is not None
        above = previous is not None and 0 <= end - len(name) - previous.span.end <= 4 and self._holds(previous, name)
        if above or _NEAR_KO.match(text, end):
            return True
        return needs == "locative" and bool(_LOCATIVE.match(rest))

    def _holds(self, above: PlaceMention, name: str) -> bool:
        inside = {parent.id for place in self._names[name] for parent in self.parents(place)}
        return any(entry.id in inside for entry in above.entries)


@lru_cache(maxsize=1)
def _shipped() -> Gazetteer:
    folder = files("sosik.claims") / "gazetteer"
    return Gazetteer.read(
        *(
            folder.joinpath(name).read_text(encoding="utf-8")
            for name in ("places.csv", "ambiguous.csv", "rivers.geojson")
        )
    )


@lru_cache(maxsize=1 << 14)
def _key(spelling: str) -> str:
    """A spelling without case, marks, apostrophes and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFD", spelling) if not unicodedata.combining(c))
    words = " ".join(re.split(r"[\s\-–—]+", re.sub("['’‘ʼ.]", "", plain).casefold())).strip()
    return unicodedata.normalize("NFC", words)


def _goes_on(text: str, end: int) -> bool:
    """Another capitalised word follows: "the North Korean army" names no place by "the North"."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _has_capital(text: str, words: list[tuple[int, int, str]]) -> bool:
    return any(text[start].isupper() for start, _, _ in words)


def _courses(lines: str) -> dict[str, tuple[Point, ...]]:
    features = json.loads(lines)["features"]
    return {
        feature["properties"]["id"]: tuple(Point(lat, lon) for lon, lat, *_ in feature["geometry"]["coordinates"])
        for feature in features
        if feature["geometry"]["type"] == "LineString"
    }


def _entry(row: dict[str, str], courses: Mapping[str, tuple[Point, ...]]) -> Entry:
    point = Point(float(row["lat"]), float(row["lon"])) if row["lat"] and row["lon"] else None
    out = row["line_out"].strip().lower()
    return Entry(
        id=PlaceId(row["id"]),
        kind=row["kind"],
        parent=PlaceId(row["parent"]) if row["parent"] else None,
        name_en=row["name_en"],
        name_ko=row["name_ko"],
        spellings=tuple(part.strip() for part in re.split(r"[|;]", row["spellings"]) if part.strip()),
        point=point,
        radius_km=float(row["radius_km"]) if row["radius_km"] else 25.0,
        population=int(row["population"]) if row["population"] else None,
        population_year=int(row["population_year"]) if row["population_year"] else None,
        line_out={"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(out),
        source=row["source"],
        line=courses.get(row["id"], ()),
    )
