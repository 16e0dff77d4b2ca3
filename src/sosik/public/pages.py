"""The pages: what each one says, in one language; the templates write it down."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from sosik.bulletins.edition import IncidentRow, MeasureRow, Version
from sosik.public import linked_data, phrases
from sosik.public.bars import Row, count_bars, date_bars, ordered, unsplit
from sosik.public.base_map import BaseMap
from sosik.public.charts import MonthRange
from sosik.public.desk_words import DeskWords
from sosik.public.footprint import Footprint, footprint, measure_footprint
from sosik.public.map_drawing import MapDrawing, Mark, draw
from sosik.public.markdown import html, plain, standfirst
from sosik.public.previews import map_name, preview_name, story_footprints
from sosik.public.standing import Note, Standing, Story, slug, when_happened
from sosik.public.tables import hazard_place
from sosik.public.words import grade_sentence, grade_word, outcome_word, word
from sosik.values.datespan import DateSpan
from sosik.values.ids import BulletinId, IncidentId
from sosik.values.place import Precision
from sosik.values.text import Lang


@frozen
class Preview:
    """What a link to the page is shown with elsewhere; ``picture`` is a path below the site's root."""

    says: str = ""
    kind: str = "website"
    picture: str | None = None
    alt: str = ""


LISTED = 400  # rows of a list that is filtered on the page; older ones stand in the lists of their years
_FRONT = 12  # stories and incidents on the front page; the rest is one link away


@frozen
class Page:
    """``path`` is below the language's folder; ``depth`` folders lie between that folder and the page."""

    path: str
    template: str
    title: str
    says: Mapping[str, Any]
    section: str = ""
    preview: Preview = Preview()

    @property
    def depth(self) -> int:
        return self.path.count("/")


@frozen
class Site:
    now: Standing
    desk: DeskWords
    base_map: BaseMap
    months: Mapping[Lang, tuple[MonthRange, ...]]
    has_charts: bool = False
    has_parquet: bool = False
    has_search: bool = False
    has_previews: bool = False
    _drawn: dict[tuple[Footprint, Lang], tuple[MapDrawing, tuple[int, int]]] = field(
        factory=dict, init=False, repr=False, eq=False
    )
    _whole: dict[Lang, MapDrawing] = field(factory=dict, init=False, repr=False, eq=False)
    _rows: dict[IncidentId, IncidentRow] = field(init=False, repr=False, eq=False)
    _measures: dict[IncidentId, MeasureRow] = field(init=False, repr=False, eq=False)
    _noted: dict[BulletinId, list[Note]] = field(factory=dict, init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for note in self.now.notes:
            self._noted.setdefault(note.story.bulletin, []).append(note)

    @_rows.default
    def _rows_by_id(self) -> dict[IncidentId, IncidentRow]:
        return {row.id: row for row in self.now.incidents}

    @_measures.default
    def _measures_by_id(self) -> dict[IncidentId, MeasureRow]:
        return {row.id: row for row in self.now.measures}

    # --- front

    def front(self, lang: Lang) -> Page:
        cards = [self.story_card(story, lang) for story in self.now.published[:_FRONT]]
        says = {
            "cards": cards,
            "map": self.whole_map(lang),
            "timeline": self._timeline(lang),
            "months": self.months[lang],
            "chart": f"charts/monthly.{lang}.svg" if self.has_charts and self.months[lang] else None,
            "incidents": [self.card(row, lang) for row in self.now.incidents[:_FRONT]],
            "has_more": len(self.now.incidents) > _FRONT,
        }
        return Page("index.html", "front.html.jinja", self.desk.name.get(lang, ""), says, "home")

    def story_card(self, story: Story, lang: Lang) -> dict[str, Any]:
        version = story.any_version(lang)
        rows = self._rows_of(story)
        places = dict.fromkeys(phrases.place(row.where, lang) for row in rows if row.where)
        return {
            "href": f"bulletins/{story.slug}.html",
            "title": version.title if version else story.slug,
            "lang": version.lang if version else lang,
            "summary": plain(standfirst(version.body)[0]) if version else "",
            "day": phrases.day(story.first, lang),
            "iso": story.first.isoformat(),
            "places": list(places)[:3],
            "corrected": story.bulletin in self._noted,
        }

    def whole_map(self, lang: Lang) -> MapDrawing:
        """One mark a place; where several incidents share one, it leads to the list of all. Ids only while a filter can use them."""
        if lang in self._whole:
            return self._whole[lang]
        can_filter = len(self.now.incidents) <= LISTED
        at: dict[Footprint, list[Mark]] = {}
        for row in self.now.incidents:
            if mark := self._mark(row, lang, "incidents/"):
                at.setdefault(mark.shape, []).append(mark)
        marks = [
            marks[0]
            if len(marks) == 1
            else Mark(
                shape,
                "incident",
                _together(marks, lang),
                "incidents.html",
                ids=tuple(i for m in marks for i in m.ids) if can_filter else (),
            )
            for shape, marks in at.items()
        ]
        self._whole[lang] = draw(self.base_map, marks, lang, whole_border=True)
        return self._whole[lang]

    def _mark(self, row: IncidentRow, lang: Lang, folder: str) -> Mark | None:
        shape = footprint(row.where, self.base_map)
        href = f"{folder}{slug(row.id)}.html" if folder else ""
        return Mark(shape, "incident", phrases.title(row, lang), href, ids=(slug(row.id),)) if shape else None

    def _timeline(self, lang: Lang) -> Any:
        rows = [
            Row(
                phrases.title(row, lang), row.when, href=f"incidents/{slug(row.id)}.html",
                says=phrases.short_span(row.when, lang), css="place",
            )
            for row in self.now.incidents[:_FRONT] if row.when
        ]  # fmt: skip
        return date_bars(rows, lang)

    # --- bulletins

    def bulletin(self, story: Story, lang: Lang) -> Page:
        path = f"bulletins/{story.slug}.html"
        version = story.any_version(lang)
        if story.withdrawn or version is None:
            title = word("withdrawn_title", lang)
            says = {"day": phrases.day(story.newest.published, lang)}
            return Page(path, "withdrawn.html.jinja", title, says, "home")
        first, rest = standfirst(version.body)
        said: dict[str, Any] = {
            "story": story,
            "version": version,
            "translated": version.lang is lang,
            "has_other": story.version(_other(lang)) is not None,
            "standfirst": html(first),
            "body": html(rest),
            "day": phrases.day(story.first, lang),
            "iso": story.first.isoformat(),
            "notes": self.notes_of(story, lang),
            "pictures": [(picture_name(picture.content, picture.path), picture) for picture in version.pictures],
            "cards": [self.card(row, lang) for row in self._rows_of(story)],
            "measures": self._measures_of(story, lang),
            "linked": linked_data.article(story, version, plain(first), self.desk, self.preview(story, version)),
        }
        preview = Preview(plain(first), "article", self.preview(story, version), _alt(version))
        return Page(path, "bulletin.html.jinja", version.title, said, "home", preview)

    def notes_of(self, story: Story, lang: Lang) -> list[tuple[str, str]]:
        return [
            (phrases.day(note.on, lang), note.texts.get(lang) or next(iter(note.texts.values())))
            for note in self._noted.get(story.bulletin, ())
            if note.texts
        ]

    def _rows_of(self, story: Story) -> list[IncidentRow]:
        """As they stand now, newest first."""
        ids = [row.id for row in story.newest.edition.incidents]
        return sorted((self._rows[key] for key in ids if key in self._rows), key=when_happened, reverse=True)

    def preview(self, story: Story, version: Version) -> str | None:
        """The picture that a link to the story is shown with: its own first one, else a map without a word."""
        if version.pictures:
            return picture_name(version.pictures[0].content, version.pictures[0].path)
        if not self.has_previews:
            return None
        return preview_name(story_footprints(story, self.base_map))

    def _measures_of(self, story: Story, lang: Lang) -> list[dict[str, Any]]:
        ids = [row.id for row in story.newest.edition.measures]
        rows = [self._measures[key] for key in ids if key in self._measures]
        return [self.measure(row, lang) for row in sorted(rows, key=lambda row: (str(row.category), row.id))]

    # --- incidents

    def card(self, row: IncidentRow, lang: Lang) -> dict[str, Any]:
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
            "category": row.labels.get(lang) or str(row.category),
            "category_key": str(row.category),
            "year": row.when.latest.year if row.when and row.when.latest else "",
        }

    def incident(self, row: IncidentRow, lang: Lang) -> Page:
        mark = self._mark(row, lang, "")
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
            "map": self._small_map(mark, lang) if mark else None,
            "map_size": self._drawn[mark.shape, lang][1] if mark else None,
            "province": self._province(row, lang),
            "stories": [self._told(story, lang) for story in self.now.told_in.get(row.id, ())],
            "first": phrases.day(row.first_published, lang) if row.first_published else None,
        }
        path = f"incidents/{slug(row.id)}.html"
        preview = Preview(f"{phrases.span(row.when, lang)} · {grade_word(row.grade, lang)}")
        return Page(path, "incident.html.jinja", phrases.title(row, lang), says, "incidents", preview)

    def _small_map(self, mark: Mark, lang: Lang) -> str:
        """A file for all incidents at one place: a map bears no trace of which incident it is for."""
        key = (mark.shape, lang)
        if key not in self._drawn:
            drawing = draw(self.base_map, [evolve(mark, label="", href="", ids=())], lang)
            self._drawn[key] = (drawing, (round(drawing.width), round(drawing.height)))
        return map_name(mark.shape, lang)

    def small_maps(self, lang: Lang) -> dict[str, MapDrawing]:
        """Those that the pages made so far point at, by path."""
        return {map_name(shape, lang): each[0] for (shape, of), each in self._drawn.items() if of is lang}

    def _province(self, row: IncidentRow, lang: Lang) -> str | None:
        area = self.base_map.province_of(row.where)
        return area.names[lang] if area else None

    def _told(self, story: Story, lang: Lang) -> tuple[str, str]:
        version = story.any_version(lang)
        return f"../bulletins/{story.slug}.html", version.title if version else story.slug

    # --- the rest

    def measures(self, lang: Lang) -> Page:
        rows = self.now.measures
        hazards = [mark for row in rows if (mark := self._hazard_mark(row, lang))]
        days = [
            Row(
                self.measure(row, lang)["title"],
                _running(row),
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

    def _hazard_mark(self, row: MeasureRow, lang: Lang) -> Mark | None:
        shape = measure_footprint(row, self.base_map)
        label = self.measure(row, lang)["title"]
        return Mark(shape, "hazard" if row.is_hazard else "measure", label, "", row.is_hazard) if shape else None

    def measure(self, row: MeasureRow, lang: Lang) -> dict[str, Any]:
        where = hazard_place(row, self.base_map)
        label = row.labels.get(lang) or str(row.category)
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


def _unknowns(row: IncidentRow, lang: Lang) -> Iterable[str]:
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


def _field(name: str, lang: Lang) -> str:
    known = {
        "when": "when",
        "where": "where",
        "category": "what",
        "date": "when",
        "place": "where",
        "happened": "happened",
    }
    return word(known[name], lang) if name in known else outcome_word(name, lang)


def _together(marks: Sequence[Mark], lang: Lang) -> str:
    return (
        f"{len(marks)} {word('incidents', lang).lower()}"
        if lang is Lang.en
        else f"{word('incidents', lang)} {len(marks)}건"
    )


def _running(row: MeasureRow) -> DateSpan:
    """From the first day on which it may have begun to the last on which it may have held."""
    return DateSpan(row.since.earliest if row.since else None, row.until.latest if row.until else None)


def _other(lang: Lang) -> Lang:
    return Lang.en if lang is Lang.ko else Lang.ko
