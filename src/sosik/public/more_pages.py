"""The pages that list and explain: all articles, all incidents, method, about, corrections, dataset, codebook."""

from collections.abc import Iterable, Iterator

from sosik.bulletins.edition import IncidentRow, PublicGrade
from sosik.public import described, linked_data, phrases
from sosik.public.finding import shard_name, shards
from sosik.public.long_words import ABOUT, METHOD
from sosik.public.pages import LISTED, Page, Preview, Site
from sosik.public.standing import Story
from sosik.public.words import FILES, file_words, grade_sentence, grade_word, word
from sosik.values.text import Lang


def more_pages(site: Site, lang: Lang) -> Iterator[Page]:
    yield from articles(site, lang)
    yield from incidents(site, lang)
    grades = [(each.value, grade_word(each, lang), grade_sentence(each, lang)) for each in PublicGrade]
    yield Page(
        "method.html", "method.html.jinja", word("method", lang), {"parts": METHOD[lang], "grades": grades}, "method"
    )
    yield Page("about.html", "about.html.jinja", word("about", lang), {"parts": ABOUT[lang]}, "about")
    yield corrections(site, lang)
    yield dataset(site, lang)
    chapters = [(name, file_words(name, lang), rows) for name, rows in described.chapters()]
    yield Page("codebook.html", "codebook.html.jinja", word("codebook", lang), {"chapters": chapters}, "dataset")
    yield Page("404.html", "lost.html.jinja", word("lost_title", lang), {})


def articles(site: Site, lang: Lang) -> Iterator[Page]:
    """The newest, with the field that searches all; then a page a year."""
    years = by_year(site.now.published)
    links = [(f"articles-{year}.html", str(year), len(stories)) for year, stories in years.items()]
    newest = [story_line(story, lang) for story in site.now.published[:LISTED]]
    found = (
        [f"search/{shard_name(lang, month)}.js" for month in shards(site.now.published, lang)]
        if site.has_search
        else []
    )
    says = {"lines": newest, "years": links if len(site.now.published) > LISTED else [], "shards": found}
    yield Page("articles.html", "articles.html.jinja", word("articles", lang), says, "articles")
    if len(site.now.published) > LISTED:
        for year, stories in years.items():
            said = {"lines": [story_line(story, lang) for story in stories], "years": links, "shards": []}
            yield Page(
                f"articles-{year}.html", "articles.html.jinja", f"{word('articles', lang)} {year}", said, "articles"
            )


def story_line(story: Story, lang: Lang) -> dict[str, str]:
    version = story.any_version(lang)
    return {
        "href": f"bulletins/{story.slug}.html",
        "title": version.title if version else story.slug,
        "lang": version.lang.value if version else lang.value,
        "day": phrases.day(story.first, lang),
        "iso": story.first.isoformat(),
    }


def by_year(stories: Iterable[Story]) -> dict[int, list[Story]]:
    found: dict[int, list[Story]] = {}
    for story in stories:
        found.setdefault(story.first.year, []).append(story)
    return found


def incidents(site: Site, lang: Lang) -> Iterator[Page]:
    rows = site.now.incidents
    years: dict[str, list[IncidentRow]] = {}
    if len(rows) > LISTED:
        for row in rows:
            day = (row.when.latest or row.when.earliest) if row.when else None
            years.setdefault(str(day.year) if day else "undated", []).append(row)
    links = [(f"incidents-{year}.html", word("undated", lang) if year == "undated" else year, len(each))
             for year, each in years.items()]  # fmt: skip
    cards = [site.card(row, lang) for row in rows[:LISTED]]
    says = {"cards": cards, "map": site.whole_map(lang), "years": links}
    yield Page("incidents.html", "incidents.html.jinja", word("incidents", lang), says, "incidents")
    for (path, name, _), each in zip(links, years.values(), strict=True):
        said = {"cards": [site.card(row, lang) for row in each], "map": None, "years": links}
        yield Page(path, "incidents.html.jinja", f"{word('incidents', lang)} {name}", said, "incidents")


def corrections(site: Site, lang: Lang) -> Page:
    notes = []
    for note in site.now.notes:
        version = note.story.any_version(lang)
        text = note.texts.get(lang) or next(iter(note.texts.values()), None)
        title = version.title if version and not note.story.withdrawn else word("withdrawn_title", lang)
        day = (phrases.day(note.on, lang), note.on.isoformat())
        notes.append((*day, f"bulletins/{note.story.slug}.html", title, text))
    return Page(
        "corrections.html", "corrections.html.jinja", word("corrections", lang), {"notes": notes}, "corrections"
    )


def dataset(site: Site, lang: Lang) -> Page:
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
