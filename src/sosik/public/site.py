"""Cleared editions to the bytes of a site and a dataset: the same editions give the same bytes, whatever stood before."""

from collections.abc import Iterator, Sequence
from functools import partial

from sosik.bulletins.edition import ClearedEdition
from sosik.public.bars import month_name
from sosik.public.base_map import BaseMap
from sosik.public.charts import MonthRange, monthly
from sosik.public.dataset import dataset, manifest
from sosik.public.dataset_lines import Stood
from sosik.public.described import version
from sosik.public.desk_words import DeskWords
from sosik.public.ingredients import ingredients
from sosik.public.instruments import Instruments
from sosik.public.made_of import made_of
from sosik.public.more_pages import Lists
from sosik.public.pages import Site
from sosik.public.parts import Before, Bundle, Making, Part
from sosik.public.phrases import span
from sosik.public.plan import Plan
from sosik.public.plan_files import files, sitemap
from sosik.public.standing import Standing, slug, standing
from sosik.public.tongue import Tongue
from sosik.public.writing import Writer
from sosik.values.datespan import DateSpan
from sosik.values.ids import IncidentId


def build(
    editions: Sequence[ClearedEdition],
    desk: DeskWords,
    base_map: BaseMap,
    instruments: Instruments | None = None,
    before: Before | None = None,
) -> Bundle:
    """Every file of the site and the dataset by its path; ``manifest.json`` holds their hashes.

    What an absent instrument would make is left out. ``before`` is a site that stands: what it has in common with this one is not
    made again, and the bytes are the same as without it.
    """
    tools = instruments or Instruments()
    now = standing(editions)
    plan = _plan(editions, now, desk, base_map, tools)
    making = Making(before or Before())
    making.take(plan.pages())
    making.take(files(plan))
    making.take(_data(plan, now, making.before))
    making.take(sitemap(plan, list(making.proofs)))
    making.take(_signed(now, tools, making))
    return making.bundle()


def _plan(
    editions: Sequence[ClearedEdition], now: Standing, desk: DeskWords, base_map: BaseMap, tools: Instruments
) -> Plan:
    has = (tools.charts is not None, tools.parquet is not None, tools.search is not None, tools.previews is not None)
    site = Site(now, desk, base_map, _months(now), *has)
    made = ingredients(editions, now, made_of(tools.version, desk, base_map, has))
    return Plan(site, tools, made, Writer(desk), Lists.of(site))


def _data(plan: Plan, now: Standing, before: Before) -> Iterator[Part]:
    everything = plan.made.of(now.as_of, plan.made.of_stories(now.stories))
    stood = Stood(_as_they_were(plan, now, before), before.read)
    make = partial(dataset, now, plan.site.desk, plan.site.base_map, plan.tools.parquet, stood)
    yield Part("data", everything, make)


def _as_they_were(plan: Plan, now: Standing, before: Before) -> frozenset[IncidentId]:
    """Rows made of what they were made of; one whose id is not all plain letters is made again."""
    if "data" not in before.parts:
        return frozenset()
    pages = {row.id: before.parts.get(f"incidents/{slug(row.id)}") for row in now.incidents}
    return frozenset(
        key
        for key, page in pages.items()
        if page is not None and page.made_of == plan.made.of(plan.made.rows[key]) and slug(key) == key
    )


def _signed(now: Standing, tools: Instruments, making: Making) -> Iterator[Part]:
    """Over every other file; made each time, since it is quickly done."""
    signer = tools.signer
    if signer is not None:
        making.take([Part("manifest.pub", made_of(signer.verify), lambda: {"manifest.pub": signer.verify})])
    content = manifest(making.proofs)
    made = {"manifest.json": content}
    if signer is not None:
        made["manifest.json.minisig"] = signer.sign(content, f"sosik dataset {version(now)}")
    yield Part("manifest", made_of(content), lambda: made)


def _months(now: Standing) -> dict[Tongue, tuple[MonthRange, ...]]:
    ranges = monthly(now.incidents)
    return {
        lang: tuple(
            MonthRange(
                first,
                span(DateSpan.month(first.year, first.month), lang),
                month_name(first.year, first.month, lang),
                low,
                high,
            )
            for first, low, high in ranges
        )
        for lang in Tongue
    }
