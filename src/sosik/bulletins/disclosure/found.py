"""A mention that may point at a source."""

from attrs import frozen

from sosik.claims.gazetteer.lookup import Entry, Gazetteer
from sosik.values.text import Lang


@frozen
class Found:
    """Characters ``start`` up to ``end`` betray something, under ``rule``.

    ``numbered``: the rule has a number, of the people at ``place`` (None when the gazetteer does not know it) with
    ``attributes``. ``suggest`` stands for those characters, or for ``whole`` around them where more must go;
    empty drops them; None where there is no rewrite.
    """

    rule: str
    start: int
    end: int
    suggest: str | None = None
    whole: tuple[int, int] | None = None
    numbered: bool = False
    place: Entry | None = None
    attributes: tuple[str, ...] = ()

    def is_weaker(self, other: "Found") -> bool:
        """It has a number where the other's is unknown, or of a larger place: the other is not to be dropped for it."""
        if not self.numbered or not other.numbered:
            return False
        return (self.place, set(self.attributes)) != (other.place, set(other.attributes))


@frozen
class SourcePhrase:
    """Words that stand for somebody who told us. ``places`` are known, the finest first; ``unknown_place`` is named but not known.

    ``attributes`` are role, age, sex, relation; ``male`` or ``female`` in ``sex``; ``plain`` is the phrase without any of it.
    """

    start: int
    end: int
    plain: str
    places: tuple[Entry, ...] = ()
    place_start: int = 0
    place_end: int = 0
    unknown_place: bool = False
    attributes: tuple[str, ...] = ()
    sex: str | None = None
    is_witness: bool = False

    @property
    def place(self) -> Entry | None:
        return None if self.unknown_place else next(iter(self.places), None)

    @property
    def has_place(self) -> bool:
        return self.unknown_place or bool(self.places)


@frozen
class Page:
    """One version as the check reads it: ``text`` is ``body`` with its citations turned to spaces."""

    text: str
    body: str
    title: str
    lang: Lang
    gazetteer: Gazetteer
    phrases: tuple[SourcePhrase, ...] = ()


FINENESS = ("county", "city", "province", "kind", "river", "border", "country")


def finest(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The smallest areas first; of two of one kind, the one with fewer people."""
    return tuple(
        sorted(
            entries,
            key=lambda entry: (FINENESS.index(entry.kind) if entry.kind in FINENESS else 0, entry.population or 0),
        )
    )


def in_area(entry: Entry | None, lang: Lang) -> str:
    """The area's name as a phrase takes it: " in North Hamgyong Province", "함경북도 "; empty for none."""
    if entry is None:
        return ""
    return f"{area_name(entry, lang)} " if lang is Lang.ko else f" in {area_name(entry, lang)}"


def area_name(entry: Entry, lang: Lang) -> str:
    if lang is Lang.ko:
        return entry.name_ko
    is_bare = entry.kind == "province" and "Province" not in entry.name_en
    return f"{entry.name_en} Province" if is_bare else entry.name_en
