"""The plan of the pages: each with what it is made of, down to the hash."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from attrs import frozen

from sosik.bulletins.edition import IncidentRow
from sosik.public.finding import shards
from sosik.public.front import SHOWN, front, places_of
from sosik.public.ingredients import Ingredients
from sosik.public.instruments import Instruments
from sosik.public.lists import LISTED
from sosik.public.more_pages import (
    Lists,
    articles,
    articles_of,
    corrections,
    corrections_of,
    dataset,
    explaining,
    incidents,
    incidents_of,
)
from sosik.public.pages import Page, Site
from sosik.public.parts import Part
from sosik.public.standing import Note, Story, slug
from sosik.public.tongue import Tongue
from sosik.public.words import word
from sosik.public.writing import Writer, static
from sosik.values.ids import IncidentId
from sosik.values.text import Lang

Written = Callable[[Tongue], Page]


@frozen
class Plan:
    """What a site is made from, and with what."""

    site: Site
    tools: Instruments
    made: Ingredients
    writer: Writer
    lists: Lists

    def paged(self, name: str, made_of: bytes, written: Written, tongues: Iterable[Tongue] = Tongue) -> Part:
        return Part(name, made_of, partial(_pages, self.writer, written, tuple(tongues)))

    def pages(self) -> Iterator[Part]:
        site = self.site
        for story in site.now.stories:
            made_of = self.made.of_story(story)
            yield self.paged(f"bulletins/{story.slug}", made_of, partial(site.bulletin, story), Tongue.of_texts())
        for row in site.now.incidents:
            made_of = self.made.of(self.made.rows[row.id])
            yield self.paged(f"incidents/{slug(row.id)}", made_of, partial(site.incident, row))
        for key in site.now.gone:
            yield self.paged(f"incidents/{slug(key)}", self.made.of("gone"), partial(_gone, key))
        yield from self._lists()
        yield from self._runs()
        yield Part("explaining", self.made.of(), partial(_explained, self.writer))
        yield Part("doors", self.made.of(), partial(_doors, self.writer, has_search=site.has_search))

    def _lists(self) -> Iterator[Part]:
        site, now, lists, of = self.site, self.site.now, self.lists, self.made.of
        sizes = [[(run.key, len(run.items)) for run in part] for part in (lists.articles, lists.incidents, lists.notes)]
        months = [list(shards(now.published, lang)) for lang in Lang]
        told = [(each.name, each.min, each.max) for each in site.months[Tongue.en]]
        newest = self._told(now.published[:SHOWN]), self._rows(now.incidents[:SHOWN])
        yield self.paged("front", of(*newest, told), partial(front, site))
        made_of = of(self._told(now.published[:LISTED]), sizes[0], months)
        yield self.paged("articles", made_of, partial(articles, site, lists))
        places = [(ground.name, len(at), self._rows(at[:1])) for ground, at in places_of(site)]
        made_of = of(self._rows(now.incidents[:LISTED]), places, sizes[1])
        yield self.paged("incidents", made_of, partial(incidents, site, lists))
        made_of = of(self._noted(now.notes[:LISTED]), sizes[2])
        yield self.paged("corrections", made_of, partial(corrections, site, lists))
        measures = self.made.of_rows(row.id for row in now.measures)
        yield self.paged("measures", of(measures), site.measures)
        yield self.paged("dataset", of(now.as_of), partial(dataset, site))

    def _runs(self) -> Iterator[Part]:
        site, of = self.site, self.made.of
        for told in self.lists.articles:
            yield self.paged(f"articles-{told.key}", of(self._told(told.items)), partial(articles_of, site, told))
        for held in self.lists.incidents:
            yield self.paged(f"incidents-{held.key}", of(self._rows(held.items)), partial(incidents_of, site, held))
        for noted in self.lists.notes:
            made_of = of(self._noted(noted.items))
            yield self.paged(f"corrections-{noted.key}", made_of, partial(corrections_of, site, noted))

    def _told(self, stories: Iterable[Story]) -> list[bytes]:
        return [self.made.of_story(story) for story in stories]

    def _rows(self, rows: Iterable[IncidentRow]) -> bytes:
        return self.made.of_rows(row.id for row in rows)

    def _noted(self, notes: Iterable[Note]) -> bytes:
        return self.made.of_stories(note.story for note in notes)


def _pages(writer: Writer, written: Written, tongues: tuple[Tongue, ...]) -> Mapping[str, bytes]:
    pages = [(lang, written(lang)) for lang in tongues]
    return {f"{lang}/{page.path}": writer.page(page, lang) for lang, page in pages}


def _gone(key: IncidentId, lang: Tongue) -> Page:
    return Page(f"incidents/{slug(key)}.html", "gone.html.jinja", word("withdrawn_title", lang), {}, "incidents")


def _explained(writer: Writer) -> Mapping[str, bytes]:
    pages = [(lang, page) for lang in Tongue for page in explaining(lang)]
    return {f"{lang}/{page.path}": writer.page(page, lang) for lang, page in pages}


def _doors(writer: Writer, *, has_search: bool) -> Mapping[str, bytes]:
    search = ("lunr.js", "lunr-license.txt", "search.js") if has_search else ()
    files = {name: static(name) for name in ("site.css", "filters.js", *search)}
    return {**files, **{name: writer.door(name) for name in ("index.html", "404.html")}}
