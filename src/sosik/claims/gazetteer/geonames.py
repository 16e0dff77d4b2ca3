"""A GeoNames country file as places: its tab-separated rows, bad ones refused one by one.

The columns are those of GeoNames' own readme for country files: geonameid, name, asciiname, alternatenames, latitude,
longitude, feature class, feature code, country code, cc2, admin1 to admin4 code, population and, in longer rows,
elevation, dem, timezone and modification date. Kept are administrative units and populated places.
"""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve, field, frozen

from sosik.claims.gazetteer.entry import Entry, name_key
from sosik.claims.gazetteer.tables import names_of
from sosik.errors import InputRefused, ValueUnreadable
from sosik.values.ids import PlaceId
from sosik.values.place import Point

LEAST_COLUMNS, MOST_COLUMNS = 13, 19
_UNITS = {"ADM1": "province", "ADM2": "county", "ADM3": "county"}
_CITIES = frozenset({"PPLC", "PPLA"})
_CITY_PEOPLE = 100_000
_GONE = re.compile(r"H$|^PPLH|^PPLQ|^PPLW")
_HANGUL = re.compile(r"^[가-힣]{2,12}$")
_USABLE = re.compile(r"^(?:[가-힣]{2,12}|[\u4e00-\u9fff]{2,8}|[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’`ʼ .-]{3,40})$")
_RADIUS_KM = {"province": (25.0, 300.0), "county": (15.0, 80.0), "city": (15.0, 15.0), "town": (5.0, 5.0), "country": (50.0, 4000.0)}  # fmt: skip
_SAME_KM = {"province": 150.0, "county": 40.0, "city": 30.0, "town": 15.0}
_SOURCE = "point: GeoNames (CC BY 4.0), from a country file that the desk added"


class PlaceLineRefused(InputRefused):
    code = "E-GAZETTEER-LINE"
    en = "Line {line} of {file} is no place of a GeoNames country file: {why}."
    ko = "{file} 의 {line}번째 줄은 GeoNames 나라 파일의 장소가 아닙니다: {why}."


class PlacesNone(InputRefused):
    code = "E-GAZETTEER-NONE"
    en = "{file} holds no place that can be added."
    ko = "{file} 에 더할 수 있는 장소가 없습니다."


@frozen
class Row:
    """One place of the file, its codes not yet resolved to parents."""

    id: str
    names: tuple[str, ...]
    point: Point
    kind: str
    country: str
    admin1: str
    admin2: str
    population: int


@frozen
class Added:
    """What a file gives: new entries, entries known before that learn spellings, and lines that were refused.

    ``lines`` are the rows that were taken, as they stood.
    """

    entries: tuple[Entry, ...]
    known: tuple[Entry, ...]
    refused: tuple[PlaceLineRefused, ...] = ()
    passed_over: int = 0
    lines: tuple[str, ...] = field(default=(), repr=False)


def read_places(text: str, file: str, shipped: Iterable[Entry]) -> Added:
    """Every unit and settlement; other features are passed over and counted."""
    rows: list[Row] = []
    lines: list[str] = []
    refused: list[PlaceLineRefused] = []
    passed = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            row = _row(line.split("\t"), file, number)
        except PlaceLineRefused as error:
            refused.append(error)
            continue
        if row is None:
            passed += 1
            continue
        rows.append(row)
        lines.append(line)
    entries, known = _resolved(rows, list(shipped))
    return Added(entries, known, tuple(refused), passed, tuple(lines))


def _row(parts: Sequence[str], file: str, number: int) -> Row | None:
    if not LEAST_COLUMNS <= len(parts) <= MOST_COLUMNS:
        raise PlaceLineRefused(file=file, line=number, why=f"{len(parts)} columns")
    kind = _kind(parts)
    if not parts[0].isascii() or not parts[0].isdigit():
        raise PlaceLineRefused(file=file, line=number, why="no geonameid")
    if not re.fullmatch(r"[A-Z]{2}", parts[8]):
        raise PlaceLineRefused(file=file, line=number, why="no country code")
    names = tuple(dict.fromkeys(name.strip() for name in (*parts[1:3], *parts[3].split(",")) if name.strip()))
    if not names:
        raise PlaceLineRefused(file=file, line=number, why="no name")
    point = _point(parts[4], parts[5], file, number)
    if kind is None:
        return None
    population = parts[14] if len(parts) > 14 and parts[14].isascii() and parts[14].isdigit() else "0"
    return Row(parts[0], names, point, kind, parts[8], parts[10], parts[11], int(population))


def _point(lat: str, lon: str, file: str, number: int) -> Point:
    try:
        return Point(float(lat), float(lon))
    except (ValueError, ValueUnreadable) as error:
        raise PlaceLineRefused(file=file, line=number, why="no coordinates") from error


def _kind(parts: Sequence[str]) -> str | None:
    feature, code = parts[6], parts[7]
    if _GONE.search(code):
        return None
    if feature == "A":
        return "country" if code.startswith("PCLI") else _UNITS.get(code)
    if feature != "P":
        return None
    people = parts[14] if len(parts) > 14 else ""
    is_city = code in _CITIES or (people.isascii() and people.isdigit() and int(people) >= _CITY_PEOPLE)
    return "city" if is_city else "town"


def _resolved(rows: Sequence[Row], shipped: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    book = _Book(shipped, rows)
    order = {"country": 0, "province": 1, "county": 2, "city": 3, "town": 4}
    for country in sorted({row.country for row in rows}):
        book.add_country(country, [row for row in rows if row.country == country])
    for row in sorted(rows, key=lambda row: (order[row.kind], int(row.id))):
        if row.kind != "country":
            book.add(row)
    return tuple(book.fresh.values()), tuple(book.learnt.values())


class _Book:
    """The entries while rows are resolved: the units by their codes, and which shipped entries bear a name."""

    def __init__(self, shipped: Sequence[Entry], rows: Sequence[Row]) -> None:
        self.by_id = {entry.id: entry for entry in shipped}
        self.by_name: dict[str, list[Entry]] = {}
        for entry in shipped:
            for name in names_of(entry):
                self.by_name.setdefault(name_key(name), []).append(entry)
        self.units: dict[tuple[str, ...], PlaceId] = {}
        self.inside: dict[tuple[str, ...], list[Row]] = {}
        for row in rows:
            self.inside.setdefault((row.country, row.admin1), []).append(row)
            self.inside.setdefault((row.country, row.admin1, row.admin2), []).append(row)
        self.fresh: dict[PlaceId, Entry] = {}
        self.learnt: dict[PlaceId, Entry] = {}

    def add_country(self, code: str, rows: Sequence[Row]) -> None:
        place = PlaceId(code.lower())
        if place in self.by_id:
            return
        stated = next((row for row in rows if row.kind == "country"), None)
        names = stated.names if stated else (code,)
        centre = stated.point if stated else rows[0].point
        self.fresh[place] = _entry(place, "country", None, names, centre, _reach(centre, rows, "country"), 0)

    def add(self, row: Row) -> None:
        same = self._known(row)
        if same is not None:
            learnt = self.learnt.get(same.id, same)
            spellings = (*learnt.spellings, *(name for name in row.names if _USABLE.match(name)))
            self.learnt[same.id] = evolve(learnt, spellings=tuple(dict.fromkeys(spellings)))
            place = same.id
        else:
            place = PlaceId(f"gn-{row.id}")
            radius = self._radius(row)
            self.fresh[place] = _entry(place, row.kind, self._parent(row), row.names, row.point, radius, row.population)
        if row.kind == "province":
            self.units[(row.country, row.admin1)] = place
        elif row.kind == "county":
            self.units.setdefault((row.country, row.admin1, row.admin2), place)

    def _radius(self, row: Row) -> float:
        if row.kind in {"city", "town"}:
            return _RADIUS_KM[row.kind][0]
        code = (row.country, row.admin1) if row.kind == "province" else (row.country, row.admin1, row.admin2)
        return _reach(row.point, self.inside[code], row.kind)

    def _known(self, row: Row) -> Entry | None:
        """A shipped place of the same name, nearby."""
        country = row.country.lower()
        for name in row.names:
            for entry in self.by_name.get(name_key(name), ()):
                near = entry.point is None or entry.point.km_to(row.point) <= _SAME_KM[row.kind]
                is_unit = (entry.kind == "province") == (row.kind == "province")
                if entry.id.startswith(f"{country}-") and near and is_unit:
                    return entry
        return None

    def _parent(self, row: Row) -> PlaceId:
        keys = [(row.country, row.admin1, row.admin2), (row.country, row.admin1)]
        if row.kind == "county":
            keys = keys[1:]
        found = next((self.units[key] for key in keys if key in self.units), None) if row.kind != "province" else None
        return found or PlaceId(row.country.lower())


def _reach(centre: Point, rows: Iterable[Row], kind: str) -> float:
    """As far as the places that lie in it, within what such a unit can be."""
    least, most = _RADIUS_KM[kind]
    farthest = max((centre.km_to(row.point) for row in rows), default=0.0)
    return float(round(min(most, max(least, farthest))))


def _entry(  # noqa: PLR0913
    place: PlaceId, kind: str, parent: PlaceId | None, names: Sequence[str], point: Point, radius: float, people: int
) -> Entry:
    korean = next((name for name in names if _HANGUL.match(name)), names[0])
    return Entry(
        id=place,
        kind=kind,
        parent=parent,
        name_en=names[0],
        name_ko=korean,
        spellings=tuple(name for name in names[1:] if _USABLE.match(name)),
        point=point,
        radius_km=radius,
        population=people or None,
        population_year=None,
        line_out=None,
        source=_SOURCE,
    )
