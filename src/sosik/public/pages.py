"""The pages: what each one says, in one language; the templates write it down."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from sosik.bulletins.edition import IncidentRow, MeasureRow, Version
from sosik.public import linked_data, phrases
from sosik.public.bars import Row, count_bars, date_bars, ordered, unsplit
from sosik.public.base_map import BaseMap
from sosik.public.charts import MonthRange
from sosik.public.desk_words import DeskWords
from sosik.public.footprint import measure_footprint
from sosik.public.grounds import Grounds
from sosik.public.map_drawing import Mark, draw
from sosik.public.markdown import html, plain, standfirst
from sosik.public.previews import map_name, preview_name, story_footprints
from sosik.public.standing import Note, Standing, Story, slug, when_happened
from sosik.public.tables import hazard_place
from sosik.public.tongue import Tongue
from sosik.public.words import grade_sentence, grade_word, outcome_word, word
from sosik.values.datespan import DateSpan
from sosik.values.ids import BulletinId, IncidentId
from sosik.values.place import Precision


@frozen
class Preview:
    """What a link to the page is shown with elsewhere; ``picture`` is a path below the site's root."""

    says: str = ""
    kind: str = "website"
    picture: str | None = None
    alt: str = ""


MAP_SIZE = (480, 390)  # of a map of one place, on paper


@frozen
class Page:
    """``path`` is below the language's folder; ``depth`` folders lie between that folder and the page."""

    path: str
    template: str
    title: str
    says: Mapping[str, Any]
    section: str = ""
    preview: Preview = Preview()
    tongues: tuple[Tongue, ...] = tuple(Tongue)
    """Those in which there is a page at this path."""

    @property
    def depth(self) -> int:
        return self.path.count("/")


@frozen
class Site:
    now: Standing
    desk: DeskWords
    base_map: BaseMap
    months: Mapping[Tongue, tuple[MonthRange, ...]]
    has_charts: bool = False
    has_parquet: bool = False
    has_search: bool = False
    has_previews: bool = False
    grounds: Grounds = field(init=False, repr=False, eq=False)
    _rows: dict[IncidentId, IncidentRow] = field(init=False, repr=False, eq=False)
    _measures: dict[IncidentId, MeasureRow] = field(init=False, repr=False, eq=False)
    _noted: dict[BulletinId, list[Note]] = field(factory=dict, init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for note in self.now.notes:
            self._noted.setdefault(note.story.bulletin, []).append(note)

    @grounds.default
    def _grounds_on_the_map(self) -> Grounds:
        return Grounds(self.base_map)

    @_rows.default
    def _rows_by_id(self) -> dict[IncidentId, IncidentRow]:
        return {row.id: row for row in self.now.incidents}

    @_measures.default
    def _measures_by_id(self) -> dict[IncidentId, MeasureRow]:
        return {row.id: row for row in self.now.measures}

    # --- bulletins

    def bulletin(self, story: Story, lang: Tongue) -> Page:
        path = f"bulletins/{story.slug}.html"
        version = story.any_version(lang.lang)
        if story.withdrawn or version is None:
            title = word("withdrawn_title", lang)
            says = {"day": phrases.day(story.newest.published, lang)}
            return Page(path, "withdrawn.html.jinja", title, says, "home", tongues=Tongue.of_texts())
        first, rest = standfirst(version.body)
        said: dict[str, Any] = {
            "story": story,
            "version": version,
            "translated": version.lang is lang.lang,
            "others": [each for each in Tongue.of_texts() if each is not lang and story.version(each.lang)],
            "standfirst": html(first),
            "body": html(rest),
            "day": phrases.day(story.first, lang),
            "iso": story.first.isoformat(),
            "notes": self.notes_of(story, lang),
            "pictures": [(picture_name(picture.content, picture.path), picture) for picture in version.pictures],
            "cards": [self.card(row, lang) for row in self.rows_of(story)],
            "measures": self._measures_of(story, lang),
            "linked": linked_data.article(story, version, plain(first), self.desk, self.preview(story, version)),
        }
        preview = Preview(plain(first), "article", self.preview(story, version), _alt(version))
        return Page(path, "bulletin.html.jinja", version.title, said, "home", preview, Tongue.of_texts())

    def notes_of(self, story: Story, lang: Tongue) -> list[tuple[str, str]]:
        return [
            (phrases.day(note.on, lang), text_of(note, lang) or "")
            for note in self._noted.get(story.bulletin, ())
            if note.texts
        ]

    def rows_of(self, story: Story) -> list[IncidentRow]:
        """As they stand now, newest first."""
        ids = [row.id for row in story.newest.edition.incidents]
        return sorted((self._rows[key] for key in ids if key in self._rows), key=when_happened, reverse=True)

    def preview(self, story: Story, version: Version) -> str | None:
        """The picture that a link to the story is shown with: its own first one, else a map without a word."""
        if version.pictures:
            return picture_name(version.pictures[0].content, version.pictures[0].path)
        if not self.has_previews:
            return None
        return preview_name(story_footprints(story, self.grounds))

    def _measures_of(self, story: Story, lang: Tongue) -> list[dict[str, Any]]:
        ids = [row.id for row in story.newest.edition.measures]
        rows = [self._measures[key] for key in ids if key in self._measures]
        return [self.measure(row, lang) for row in sorted(rows, key=lambda row: (str(row.category), row.id))]

    # --- incidents

    def card(self, row: IncidentRow, lang: Tongue) -> dict[str, Any]:
        """What an incident is, in short."""
        stated = ordered(row.counts)
        lead = next((said for key, count in stated if (said := phrases.people(count, key, lang))), None)
        return {
            "href": f"incidents/{slug(row.id)}.html",
            "title": phrases.title(row, lang),
            "when": phrases.span(row.when, lang),
            "where": phrases.place(row.where, lang),
            "lead": lead,
            "total": phrases.short_range(row.counts.get("total"), lang),
            "grade": grade_word(row.grade, lang),
            "grade_key": row.grade.value,
            "contested": bool(row.contested),
            "bars": count_bars(row.counts, lang),
            "id": slug(row.id),
            "category": phrases.label(row, lang),
            "category_key": str(row.category),
            "year": row.when.latest.year if row.when and row.when.latest else "",
        }

    def incident(self, row: IncidentRow, lang: Tongue) -> Page:
        ground = self.grounds.of(row.where)
        dates = date_bars([Row(phrases.span(row.when, lang), row.when)], lang) if row.when else None
        counts = ordered(row.counts)
        says = {
            "row": row,
            "card": self.card(row, lang),
            "known": [said for key, count in counts if (said := phrases.people(count, key, lang))],
            "when": phrases.at_time(row.when, lang),
            "how": grade_sentence(row.grade, lang),
            "unknown": list(_unknowns(row, lang)),
            "counts": [(outcome_word(key, lang), count, phrases.short_range(count, lang)) for key, count in counts],
            "dates": dates,
            "map": map_name(ground, lang) if ground else None,
            "map_size": MAP_SIZE,
            "province": self._province(row, lang),
            "stories": [self._told(story, lang) for story in self.now.told_in.get(row.id, ())],
            "first": phrases.day(row.first_published, lang) if row.first_published else None,
        }
        path = f"incidents/{slug(row.id)}.html"
        preview = Preview(f"{phrases.span(row.when, lang)} · {grade_word(row.grade, lang)}")
        return Page(path, "incident.html.jinja", phrases.title(row, lang), says, "incidents", preview)

    def _province(self, row: IncidentRow, lang: Tongue) -> str | None:
        area = self.base_map.province_of(row.where)
        return phrases.place_name(area.names, area.id, lang) if area else None

    def _told(self, story: Story, lang: Tongue) -> tuple[str, str, str]:
        version = story.any_version(lang.lang)
        title, said_in = (version.title, version.lang.value) if version else (story.slug, lang.value)
        return f"../{self.address(story, lang)}", title, said_in

    def address(self, story: Story, lang: Tongue) -> str:
        """Of the story's page, from the folder of this language: where it has none of its own, that of another."""
        if lang.lang is not None:
            return f"bulletins/{story.slug}.html"
        version = story.any_version(None)
        return f"../{version.lang if version else Tongue.en}/bulletins/{story.slug}.html"

    # --- the rest

    def measures(self, lang: Tongue) -> Page:
        rows = self.now.measures
        hazards = [mark for row in rows if (mark := self._hazard_mark(row, lang))]
        days = [
            Row(
                self.measure(row, lang)["title"],
                running(row),
                "measure",
                tick=row.last_confirmed,
                says=phrases.short_span(row.since, lang),
            )
            for row in rows
            if row.since
        ]
        says = {
            "measures": [self.measure(row, lang) for row in rows],
            "map": draw(self.base_map, hazards, lang, whole_border=True) if hazards else None,
            "timeline": date_bars(days, lang),
        }
        return Page("measures.html", "measures.html.jinja", word("measures", lang), says, "measures")

    def _hazard_mark(self, row: MeasureRow, lang: Tongue) -> Mark | None:
        shape = measure_footprint(row, self.base_map)
        label = self.measure(row, lang)["title"]
        return Mark(shape, "hazard" if row.is_hazard else "measure", label, "", row.is_hazard) if shape else None

    def measure(self, row: MeasureRow, lang: Tongue) -> dict[str, Any]:
        where = hazard_place(row, self.base_map)
        label = phrases.label(row, lang)
        return {
            "id": slug(row.id),
            "title": f"{label[:1].upper()}{label[1:]}",
            "where": phrases.place(where, lang),
            "since": phrases.span(row.since, lang),
            "until": phrases.span(row.until, lang) if row.until else word("ongoing", lang),
            "confirmed": phrases.month(row.last_confirmed, lang) if row.last_confirmed else word("not_stated", lang),
            "grade": grade_word(row.grade, lang),
            "grade_key": row.grade.value,
            "is_hazard": row.is_hazard,
        }


def picture_name(content: bytes, path: str) -> str:
    """A name made of what the picture is, so that no source's file name is carried out."""
    suffix = path.rsplit(".", 1)[-1].lower() if "." in path else ""
    kind = suffix if suffix in {"jpg", "jpeg", "png", "webp", "gif"} else "bin"
    return f"pictures/{hashlib.sha256(content).hexdigest()[:24]}.{kind}"


def _alt(version: Version) -> str:
    return version.pictures[0].alt if version.pictures else ""


def _unknowns(row: IncidentRow, lang: Tongue) -> Iterable[str]:
    """What the row itself leaves open, in words."""
    if row.contested:
        fields = ", ".join(_field(each, lang) for each in row.contested)
        yield word("contested_field", lang, fields=fields)
    if not ordered(row.counts):
        yield word("no_count", lang)
    if unsplit(row.counts):
        yield word("unsplit", lang)
    if any(count.is_open for _, count in ordered(row.counts)):
        yield word("no_top", lang)
    if row.when is None or (row.when.earliest is None and row.when.latest is None):
        yield word("no_date", lang)
    elif row.when.days != 1:
        yield word("no_day", lang)
    if row.where is None:
        yield word("no_place", lang)
    elif row.where.precision is not Precision.exact:
        yield word("no_spot", lang)
    if row.clarity == 2:
        yield word("aggregate", lang)


def _field(name: str, lang: Tongue) -> str:
    known = {
        "when": "when",
        "where": "where",
        "category": "what",
        "date": "when",
        "place": "where",
        "happened": "happened",
    }
    return word(known[name], lang) if name in known else outcome_word(name, lang)


def text_of(note: Note, lang: Tongue) -> str | None:
    """What a correction says, in this language, else in another; None of a withdrawal."""
    in_its_own = None if lang.lang is None else note.texts.get(lang.lang)
    return in_its_own or next(iter(note.texts.values()), None)


def running(row: MeasureRow) -> DateSpan:
    """From the first day on which it may have begun to the last on which it may have held."""
    return DateSpan(row.since.earliest if row.since else None, row.until.latest if row.until else None)
