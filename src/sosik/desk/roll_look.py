"""The roll of a desk's incidents for an estimate, of the kind and days that somebody chose."""

from collections.abc import Mapping
from datetime import date

from sosik.desk.bulletin_look import book_of
from sosik.desk.open_desk import Desk
from sosik.errors import EstimateTable, NotFound
from sosik.estimates.from_casebook import Population, roll_of
from sosik.estimates.roll import Roll
from sosik.values.ids import CategoryKey, PlaceId


def roll(desk: Desk, said: Mapping[str, str]) -> Roll:
    """``category``, ``from`` and ``until`` may be empty. Raises NotFound, EstimateTable or DeskCounting."""
    category = said.get("category", "")
    if category and category not in desk.rules.codebook.categories:
        raise NotFound(what=category[:40])
    days = _day(said.get("from", "")), _day(said.get("until", ""))

    def region_of(place: PlaceId) -> str | None:
        gazetteer = desk.rules.gazetteer
        province = gazetteer.province_of(place) if place in gazetteer.entries else None
        return province.id if province else None

    return roll_of(book_of(desk), Population(CategoryKey(category) if category else None, *days), region_of)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise EstimateTable(why="a day is not written as 2026-01-31") from error
