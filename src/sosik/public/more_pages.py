"""The pages that list and explain: all articles, all incidents, method, about, corrections, dataset, codebook."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from sosik.bulletins.edition import IncidentRow, PublicGrade
from sosik.public import described, linked_data, phrases
from sosik.public.finding import shard_name, shards
from sosik.public.front import whole_map
from sosik.public.lists import LISTED, Run, runs
from sosik.public.long_words import ABOUT, METHOD
from sosik.public.pages import Page, Preview, Site, text_of
from sosik.public.standing import Note, Story
from sosik.public.tongue import Tongue
from sosik.public.words import FILES, file_words, grade_sentence, grade_word, word


@frozen
class Lists:
    """What grows, in parts; the same in every language."""

    articles: tuple[Run[Story], ...]
    incidents: tuple[Run[IncidentRow], ...]
    notes: tuple[Run[Note], ...]

    @classmethod
    def of(cls, site: Site) -> "Lists":
        now = site.now
        return cls(
            tuple(runs(now.published, lambda story: story.first)),
            tuple(runs(now.incidents, _day)),
            tuple(runs(now.notes, lambda note: note.on)),
        )


def _day(row: IncidentRow) -> date | None:
    return (row.when.latest or row.when.earliest) if row.when else None


def links(kind: str, parts: Sequence[Run[Any]], lang: Tongue) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """By year: the name of the year, and of each part its path, its name and how much it holds."""
    years: dict[str, list[tuple[str, str, int]]] = {}
    for run in parts:
        years.setdefault(run.year, []).append((f"{kind}-{run.key}.html", _part_name(run.key, lang), len(run.items)))
    return [(word("undated", lang) if year == "unda" else year, held) for year, held in years.items()]


def _part_name(key: str, lang: Tongue) -> str:
    if key == "undated":
        return word("undated", lang)
    return key if len(key) == 4 else phrases.month(date(int(key[:4]), int(key[5:]), 1), lang)


def explaining(lang: Tongue) -> Iterator[Page]:
    """Pages that say the same whatever was published."""
    grades = [(each.value, grade_word(each, lang), grade_sentence(each, lang)) for each in PublicGrade]
    says = {"parts": METHOD[lang], "grades": grades}
    yield Page("method.html", "method.html.jinja", word("method", lang), says, "method")
    yield Page("about.html", "about.html.jinja", word("about", lang), {"parts": ABOUT[lang]}, "about")
    chapters = [(name, file_words(name, lang), rows) for name, rows in described.chapters()]
    yield Page("codebook.html", "codebook.html.jinja", word("codebook", lang), {"chapters": chapters}, "dataset")
    yield Page("404.html", "lost.html.jinja", word("lost_title", lang), {})


def articles(site: Site, lists: Lists, lang: Tongue) -> Page:
    """The newest, with the field that searches all."""
    found = []
    if site.has_search and lang.lang is not None:
        found = [f"search/{shard_name(lang.lang, month)}.js" for month in shards(site.now.published, lang.lang)]
    newest = [story_line(site, story, lang) for story in site.now.published[:LISTED]]
    says = {"lines": newest, "years": links("articles", lists.articles, lang), "shards": found, "whole": None}
    return Page("articles.html", "articles.html.jinja", word("articles", lang), says, "articles")


def articles_of(site: Site, run: Run[Story], lang: Tongue) -> Page:
    says = {"lines": [story_line(site, story, lang) for story in run.items], "years": [], "shards": [],
            "whole": word("all_articles", lang)}  # fmt: skip
    title = f"{word('articles', lang)} {_part_name(run.key, lang)}"
    return Page(f"articles-{run.key}.html", "articles.html.jinja", title, says, "articles")


def story_line(site: Site, story: Story, lang: Tongue) -> dict[str, str]:
    version = story.any_version(lang.lang)
    return {
        "href": site.address(story, lang),
        "title": version.title if version else story.slug,
        "lang": version.lang.value if version else lang.value,
        "day": phrases.day(story.first, lang),
        "iso": story.first.isoformat(),
    }


def incidents(site: Site, lists: Lists, lang: Tongue) -> Page:
    cards = [site.card(row, lang) for row in site.now.incidents[:LISTED]]
    drawing = whole_map(site, lang, can_filter=not lists.incidents)
    says = {"cards": cards, "map": drawing, "years": links("incidents", lists.incidents, lang), "whole": None}
    return Page("incidents.html", "incidents.html.jinja", word("incidents", lang), says, "incidents")


def incidents_of(site: Site, run: Run[IncidentRow], lang: Tongue) -> Page:
    cards = [site.card(row, lang) for row in run.items]
    says = {"cards": cards, "map": None, "years": [], "whole": word("all_incidents", lang)}
    title = f"{word('incidents', lang)} {_part_name(run.key, lang)}"
    return Page(f"incidents-{run.key}.html", "incidents.html.jinja", title, says, "incidents")


def corrections(site: Site, lists: Lists, lang: Tongue) -> Page:
    notes = [_note_line(site, note, lang) for note in site.now.notes[:LISTED]]
    says = {"notes": notes, "years": links("corrections", lists.notes, lang), "whole": None}
    return Page("corrections.html", "corrections.html.jinja", word("corrections", lang), says, "corrections")


def corrections_of(site: Site, run: Run[Note], lang: Tongue) -> Page:
    notes = [_note_line(site, note, lang) for note in run.items]
    says = {"notes": notes, "years": [], "whole": word("all_corrections", lang)}
    title = f"{word('corrections', lang)} {_part_name(run.key, lang)}"
    return Page(f"corrections-{run.key}.html", "corrections.html.jinja", title, says, "corrections")


def _note_line(site: Site, note: Note, lang: Tongue) -> dict[str, str | None]:
    version = None if note.story.withdrawn else note.story.any_version(lang.lang)
    said = None if lang.lang is None else note.texts.get(lang.lang)
    other = next(iter(note.texts), None)
    return {
        "day": phrases.day(note.on, lang),
        "iso": note.on.isoformat(),
        "href": site.address(note.story, lang),
        "name": version.title if version else word("withdrawn_title", lang),
        "name_lang": version.lang.value if version else lang.value,
        "text": text_of(note, lang),
        "text_lang": lang.value if said or other is None else other.value,
    }


def dataset(site: Site, lang: Tongue) -> Page:
    now = site.now
    says = {
        "files": [
            (name, file_words(name, lang)) for name in FILES if site.has_parquet or not name.endswith(".parquet")
        ],
        "version": described.version(now),
        "linked": linked_data.dataset(now, site.desk, lang, word("dataset_says", lang)),
        "as_of": phrases.day(now.as_of, lang) if now.as_of else None,
    }
    preview = Preview(word("dataset_says", lang))
    return Page("data.html", "dataset.html.jinja", word("dataset", lang), says, "dataset", preview)
