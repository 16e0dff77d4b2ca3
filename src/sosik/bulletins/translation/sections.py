"""Aligned sentences as one passage of each version, and what each passage holds that the other does not."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from attrs import frozen

from sosik.bulletins.translation.alignment import Bead
from sosik.bulletins.translation.matching import unmatched
from sosik.bulletins.translation.page import Page
from sosik.values.textspan import TextSpan


class _Spanned(Protocol):
    @property
    def span(self) -> TextSpan: ...


T = TypeVar("T", bound=_Spanned)


@frozen
class Section:
    """The passage in each version; one is None where the other version alone says it."""

    ko: TextSpan | None
    en: TextSpan | None


@frozen
class Differing(Generic[T]):
    """What a section's passages have and the other does not, and what both have."""

    section: Section
    ko: list[T]
    en: list[T]
    pairs: list[tuple[T, T]]


def sections(beads: Sequence[Bead], ko: Page, en: Page) -> tuple[Section, ...]:
    return tuple(Section(_passage(ko, bead.ko), _passage(en, bead.en)) for bead in beads)


def _passage(page: Page, numbers: tuple[int, ...]) -> TextSpan | None:
    return page.sentences[numbers[0]].joined(page.sentences[numbers[-1]]) if numbers else None


def within(items: Sequence[T], passage: TextSpan | None) -> list[T]:
    """Those that begin in the passage."""
    return [one for one in items if passage is not None and passage.start <= one.span.start < passage.end]


def differing(
    laid: Sequence[Section],
    ko: Sequence[T],
    en: Sequence[T],
    same: Callable[[T, T], int],
    moved: Callable[[T, T], int] | None = None,
) -> Iterator[Differing[T]]:
    """By section; what one leaves over and the next or the last one has is no difference: it ``moved``."""
    found: list[Differing[T]] = []
    for section in laid:
        if section.ko is None or section.en is None:
            found.append(Differing(section, [], [], []))
            continue
        left, right, pairs = unmatched(within(ko, section.ko), within(en, section.en), same)
        found.append(Differing(section, left, right, pairs))
    for at, one in enumerate(found):
        for other in found[at + 1 : at + 2]:
            one.ko[:], other.en[:] = unmatched(one.ko, other.en, moved or same)[:2]
            other.ko[:], one.en[:] = unmatched(other.ko, one.en, moved or same)[:2]
    yield from found
