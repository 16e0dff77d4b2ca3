"""The plan of what is no page: maps, pictures, charts, feeds, search, sitemap."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from sosik.public.base_map import BaseMap
from sosik.public.charts import Charts
from sosik.public.desk_words import DeskWords
from sosik.public.feeds import feed, json_feed, sitemaps
from sosik.public.finding import SearchIndexer, documents, shard_name, shard_script, shards
from sosik.public.footprint import Footprint
from sosik.public.front import bare_map, places_of, whole_name
from sosik.public.grounds import Ground
from sosik.public.instruments import PreviewPainter
from sosik.public.map_drawing import Mark, draw
from sosik.public.pages import Site, picture_name
from sosik.public.parts import Part
from sosik.public.plan import Plan
from sosik.public.previews import map_name, preview_name, preview_svg, story_footprints
from sosik.public.standing import Standing, Story
from sosik.public.tongue import Tongue
from sosik.public.words import word
from sosik.public.writing import Writer
from sosik.values.text import Lang


def files(plan: Plan) -> Iterator[Part]:
    yield from _maps(plan)
    yield from _previews(plan)
    yield from _feeds(plan)
    yield from _charts(plan)
    yield from _found(plan)
    yield from _pictures(plan)


def sitemap(plan: Plan, paths: Iterable[str]) -> Iterator[Part]:
    """Of every page but those that say that there is none; nothing where the site has no address."""
    address = plan.site.desk.address
    if address:
        pages = sorted(path for path in paths if path.endswith(".html") and "404" not in path)
        yield Part("sitemap", plan.made.of("\n".join(pages)), partial(sitemaps, pages, address))


def _maps(plan: Plan) -> Iterator[Part]:
    places = places_of(plan.site)
    whole = plan.made.of([ground.name for ground, _ in places])
    yield Part("maps/whole", whole, partial(_whole, plan.site, plan.writer))
    for ground, _ in places:
        yield Part(
            f"maps/{ground.name}", plan.made.of(ground.name), partial(_map, ground, plan.site.base_map, plan.writer)
        )


def _whole(site: Site, writer: Writer) -> Mapping[str, bytes]:
    return {whole_name(lang): writer.map(bare_map(site, lang), lang) for lang in Tongue}


def _map(ground: Ground, base_map: BaseMap, writer: Writer) -> Mapping[str, bytes]:
    return {map_name(ground, lang): writer.map(draw(base_map, [Mark(ground.shape)], lang), lang) for lang in Tongue}


def _previews(plan: Plan) -> Iterator[Part]:
    painter = plan.tools.previews
    if painter is None:
        return
    site = plan.site
    shapes = {story_footprints(story, site.grounds) for story in site.now.published}
    for name, each in sorted((preview_name(each), each) for each in shapes):
        yield Part(name, plan.made.of(name), partial(_preview, painter, each, site.base_map))


def _preview(painter: PreviewPainter, shapes: Sequence[Footprint], base_map: BaseMap) -> Mapping[str, bytes]:
    return {preview_name(shapes): painter.painted(preview_svg(shapes, base_map))}


def _feeds(plan: Plan) -> Iterator[Part]:
    now = plan.site.now
    made_of = plan.made.of(now.as_of, plan.made.of_stories(now.stories))
    for lang in Tongue.of_texts():
        yield Part(f"feeds/{lang}", made_of, partial(_fed, now, plan.site.desk, lang))


def _fed(now: Standing, desk: DeskWords, lang: Tongue) -> Mapping[str, bytes]:
    return {f"{lang}/feed.xml": feed(now, desk, lang), f"{lang}/feed.json": json_feed(now, desk, lang)}


def _charts(plan: Plan) -> Iterator[Part]:
    charts, site = plan.tools.charts, plan.site
    for lang in Tongue:
        if charts is not None and site.months[lang]:
            yield Part(f"charts/{lang}", plan.made.of(site.months[lang]), partial(_chart, charts, site, lang))


def _chart(charts: Charts, site: Site, lang: Tongue) -> Mapping[str, bytes]:
    return {f"charts/monthly.{lang}.svg": charts.monthly(site.months[lang], word("people_axis", lang))}


def _found(plan: Plan) -> Iterator[Part]:
    """A prebuilt index a month and language."""
    search = plan.tools.search
    if search is None:
        return
    for lang in Lang:
        for month, stories in shards(plan.site.now.published, lang).items():
            made_of = plan.made.of(plan.made.of_stories(stories))
            yield Part(f"search/{shard_name(lang, month)}", made_of, partial(_shard, search, lang, month, stories))


def _shard(search: SearchIndexer, lang: Lang, month: str, stories: Sequence[Story]) -> Mapping[str, bytes]:
    index = search.indexed([documents(stories, lang)])[0]
    return {f"search/{shard_name(lang, month)}.js": shard_script(stories, lang, index)}


def _pictures(plan: Plan) -> Iterator[Part]:
    """Only those of what stands published, under names made of what they show."""
    for story in plan.site.now.published:
        for version in story.newest.edition.versions:
            for picture in version.pictures:
                name = picture_name(picture.content, picture.path)
                yield Part(name, plan.made.of(name), partial(_picture, name, picture.content))


def _picture(name: str, content: bytes) -> Mapping[str, bytes]:
    return {name: content}
