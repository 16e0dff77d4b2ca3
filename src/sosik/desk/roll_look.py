"""The roll of a desk's incidents for an estimate, of the kind and days that somebody chose."""

from collections.abc import Mapping
from datetime import date

from sosik.desk.bulletin_look import book_of
from sosik.desk.open_desk import Desk
from sosik.desk.terms import reader_lang
from sosik.errors import EstimateTable
from sosik.estimates.from_casebook import Population, roll_of
from sosik.estimates.roll import Roll


def roll(desk: Desk, said: Mapping[str, str]) -> Roll:
    """``category``, ``from`` and ``until`` may be empty. Raises NotFound, EstimateTable or DeskCounting."""
    days = _day(said.get("from", "")), _day(said.get("until", ""))
    population = Population.of(desk.rules.codebook, said.get("category"), *days)
    return roll_of(book_of(desk), population, desk.rules.gazetteer, reader_lang())


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise EstimateTable(why="a day is not written as 2026-01-31") from error
