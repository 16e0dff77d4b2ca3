"""What stands published: the newest edition of each bulletin, the rows they carry, and what was withdrawn."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve, field, frozen

from sosik.bulletins.edition import ClearedEdition, IncidentRow, MeasureRow, Version
from sosik.public.changes import Change, changes
from sosik.values.ids import BulletinId, IncidentId
from sosik.values.text import Lang

Row = TypeVar("Row", IncidentRow, MeasureRow)


@frozen
class Note:
    """A correction, or a withdrawal when it has no text: it bears only the day on which it was published."""

    story: "Story"
    on: date
    texts: Mapping[Lang, str] = field(hash=False)


@frozen
class Story:
    """One bulletin; ``first`` is the day of its first edition, ``slug`` its address."""

    bulletin: BulletinId
    slug: str
    newest: ClearedEdition
    first: date

    @property
    def withdrawn(self) -> bool:
        return self.newest.withdrawn

    def version(self, lang: Lang | None) -> Version | None:
        return next((each for each in self.newest.edition.versions if each.lang is lang), None)

    def any_version(self, lang: Lang | None) -> Version | None:
        """In this language, else in English, else in whichever there is."""
        return self.version(lang) or self.version(Lang.en) or next(iter(self.newest.edition.versions), None)


@frozen
class Standing:
    """Newest first. ``gone`` are ids that only withdrawn or replaced editions carried, with the day they left."""

    stories: tuple[Story, ...]
    incidents: tuple[IncidentRow, ...]
    measures: tuple[MeasureRow, ...]
    told_in: Mapping[IncidentId, tuple[Story, ...]] = field(hash=False)
    gone: Mapping[IncidentId, date] = field(hash=False)
    notes: tuple[Note, ...]
    changes: tuple[Change, ...]
    as_of: date | None

    @property
    def published(self) -> tuple[Story, ...]:
        return tuple(story for story in self.stories if not story.withdrawn)


def standing(editions: Sequence[ClearedEdition]) -> Standing:
    """The same whatever the order of the editions."""
    by_bulletin: dict[BulletinId, list[ClearedEdition]] = {}
    for edition in sorted(editions, key=_order):
        by_bulletin.setdefault(edition.edition.bulletin, []).append(edition)
    stories = [_story(bulletin, every) for bulletin, every in by_bulletin.items()]
    stories.sort(key=lambda story: (story.first, story.slug), reverse=True)
    shown = [story for story in stories if not story.withdrawn]
    incidents = _newest((story, row) for story in shown for row in story.newest.edition.incidents)
    measures = _newest((story, row) for story in shown for row in story.newest.edition.measures)
    return Standing(
        stories=tuple(stories),
        incidents=tuple(sorted(_dated(incidents, shown), key=when_happened, reverse=True)),
        measures=tuple(sorted(_dated(measures, shown), key=lambda row: (str(row.category), row.id))),
        told_in=_told_in(shown),
        gone=_gone(editions, {row.id for row in incidents} | {row.id for row in measures}),
        notes=tuple(_notes(stories, by_bulletin)),
        changes=changes(editions),
        as_of=max((edition.published for edition in editions), default=None),
    )


def _order(each: ClearedEdition) -> tuple[str, int, date, bool]:
    return each.edition.bulletin, each.edition.revision, each.published, each.withdrawn


def _dated(rows: Iterable[Row], shown: Sequence[Story]) -> list[Row]:
    """With the day on which a bulletin that carries the row first came out."""
    told = _told_in(shown)
    return [
        evolve(row, first_published=row.first_published or min((story.first for story in told[row.id]), default=None))
        for row in rows
    ]


def slug(name: str) -> str:
    """An address of plain letters; a name that had others keeps apart by its hash."""
    plain = re.sub(r"[^a-z0-9-]+", "-", name.lower()).strip("-")[:80]
    return plain if plain == name else f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".strip("-")


def _story(bulletin: BulletinId, editions: list[ClearedEdition]) -> Story:
    return Story(bulletin, slug(bulletin), editions[-1], min(each.published for each in editions))


def _newest(rows: Iterable[tuple[Story, Row]]) -> list[Row]:
    """One row an id: the one in the edition published last."""
    found: dict[IncidentId, tuple[tuple[date, str], Row]] = {}
    for story, row in rows:
        rank = (story.newest.published, story.slug)
        if row.id not in found or rank > found[row.id][0]:
            found[row.id] = (rank, row)
    return [row for _, row in found.values()]


def when_happened(row: IncidentRow) -> tuple[date, str]:
    when = row.when
    return ((when.latest or when.earliest) if when else None) or date.min, row.id


def _told_in(stories: Iterable[Story]) -> Mapping[IncidentId, tuple[Story, ...]]:
    found: dict[IncidentId, tuple[Story, ...]] = {}
    for story in stories:
        for key in _carried(story.newest):
            found[key] = (*found.get(key, ()), story)
    return found


def _carried(cleared: ClearedEdition) -> list[IncidentId]:
    edition = cleared.edition
    return [*(row.id for row in edition.incidents), *(row.id for row in edition.measures)]


def _gone(editions: Iterable[ClearedEdition], kept: set[IncidentId]) -> Mapping[IncidentId, date]:
    """The day is that of the newest edition of a bulletin that carried the id."""
    newest: dict[BulletinId, date] = {}
    carried: dict[IncidentId, set[BulletinId]] = {}
    for each in editions:
        key = each.edition.bulletin
        newest[key] = max(newest.get(key, each.published), each.published)
        for carried_id in _carried(each):
            carried.setdefault(carried_id, set()).add(key)
    left = {key: max(newest[bulletin] for bulletin in carried[key]) for key in carried if key not in kept}
    return dict(sorted(left.items()))


def _notes(stories: Iterable[Story], editions: Mapping[BulletinId, list[ClearedEdition]]) -> Iterable[Note]:
    """Newest first; a withdrawn bulletin keeps its withdrawal alone."""
    notes = []
    for story in stories:
        if story.withdrawn:
            notes.append(Note(story, story.newest.published, {}))
            continue
        for each in editions[story.bulletin]:
            texts = {version.lang: version.correction for version in each.edition.versions if version.correction}
            if texts:
                notes.append(Note(story, each.published, texts))
    return sorted(notes, key=lambda note: (note.on, note.story.slug), reverse=True)
