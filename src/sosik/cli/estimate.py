"""``sosik estimate``: at least how many, or why no number is said."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sosik.cli.options import Day, json_option, key_file_option
from sosik.cli.words import reader_lang, say

if TYPE_CHECKING:
    from sosik.estimates.estimate import Estimate
    from sosik.estimates.lists import ListTable
    from sosik.estimates.loglinear import Interval
    from sosik.estimates.roll import Roll


@click.command(
    help=say(
        "At least how many incidents there were, from a table of three to eight lists: one column a list with 0 or 1, and count. "
        "Refuses, with the reason, when the lists cannot tell. With --desk instead of a table the lists are those of a desk's incidents: "
        "each outlet or register, and all its own sources together.\n\n"
        "Example: sosik estimate lists.csv --assume-one-population\n\n"
        "Example: sosik estimate --desk desk --category landmine --from 2026-01-01 --until 2026-06-30 --assume-one-population",
        "목록 셋에서 여덟의 표(목록마다 0이나 1인 열 하나, 그리고 count)로 사건이 적어도 몇 건이었는지 어림한다. "
        "목록이 말해 주지 못하면 까닭을 들어 거절한다. 표 대신 --desk 를 주면 그 데스크의 사건에서 목록을 얻는다. "
        "매체나 등록부가 저마다 한 목록이고, 데스크의 소식통은 모두 합쳐 한 목록이다.\n\n"
        "예: sosik estimate lists.csv --assume-one-population\n\n"
        "예: sosik estimate --desk desk --category landmine --from 2026-01-01 --until 2026-06-30 --assume-one-population",
    )
)
@click.argument("table", type=click.Path(path_type=Path), required=False)
@click.option(
    "--desk", type=click.Path(path_type=Path, file_okay=False), help=say("The desk's folder.", "데스크 폴더.")
)
@key_file_option
@click.option("--category", help=say("Incidents of this category alone.", "이 갈래의 사건만."))
@click.option("--from", "first", type=Day(), help=say("Incidents certainly not before.", "틀림없이 이날부터의 사건만."))
@click.option("--until", "last", type=Day(), help=say("Incidents certainly not after.", "틀림없이 이날까지의 사건만."))
@click.option(
    "--assume-one-population",
    is_flag=True,
    help=say(
        "Confirm that all lists are about one population, period, place and definition.",
        "모든 목록이 같은 대상, 기간, 장소, 정의를 다룬다고 확인한다.",
    ),
)
@click.option(
    "--missed-links",
    type=click.FloatRange(0, 0.3),
    default=0.10,
    show_default=True,
    help=say(
        "The share of links between lists that the lower end allows to have been missed.",
        "아래쪽 끝이 놓쳤을 수 있다고 보는 연결의 몫.",
    ),
)
@click.option(
    "--seed", type=click.IntRange(0), default=1, show_default=True, help=say("Of the bootstrap.", "부트스트랩의 씨앗.")
)
@click.option(
    "--charts",
    type=click.Path(path_type=Path, file_okay=False),
    help=say("A folder for pictures (private).", "그림을 둘 폴더(비공개)."),
)
@json_option
def command(  # noqa: PLR0913 - one parameter per option
    table: Path | None,
    desk: Path | None,
    key_file: Path | None,
    category: str | None,
    first: date | None,
    last: date | None,
    assume_one_population: bool,
    missed_links: float,
    seed: int,
    charts: Path | None,
    as_json: bool,
) -> None:
    from sosik.estimates.estimate import Links, estimate

    if (table is None) == (desk is None):
        raise click.UsageError(say("give a table or --desk, one of the two", "표나 --desk 가운데 하나를 줍니다"))
    links = None
    if desk is not None:
        roll = _roll(desk, key_file, category, first, last)
        lists, links = roll.table(), Links.of(roll, seed)
    else:
        lists = _read(table or Path())
    found = estimate(lists, one_population=assume_one_population, seed=seed, missed_links=missed_links, links=links)
    if charts:
        _draw(lists, found, charts)
    if as_json:
        click.echo(json.dumps(_record(found), ensure_ascii=False, indent=1))
    else:
        _print(found)


def _roll(desk: Path, key_file: Path | None, category: str | None, first: date | None, last: date | None) -> "Roll":
    from sosik.cli.casebooks import casebook
    from sosik.cli.reading_rules import rules_of_reading
    from sosik.cli.wiring import open_desk
    from sosik.estimates.from_casebook import Population, roll_of

    rules = rules_of_reading()
    population = Population.of(rules.codebook, category, first, last)
    return roll_of(casebook(open_desk(desk, key_file)), population, rules.gazetteer, reader_lang())


def _read(path: Path) -> "ListTable":
    from sosik.errors import EstimateTable, InputMissing
    from sosik.estimates.table_file import read_table

    try:
        return read_table(path.read_text("utf-8"))
    except OSError as error:
        raise InputMissing(file=path.name) from error
    except UnicodeError as error:
        raise EstimateTable(why="it is not UTF-8") from error


def _draw(table: "ListTable", found: "Estimate", folder: Path) -> None:
    from sosik.adapters.estimate_charts import draw_all
    from sosik.adapters.private_file import write_private

    for name, content in draw_all(table, found, reader_lang()).items():
        write_private(folder / name, content)
    click.echo(
        say(f"Pictures in {folder} (private, mode 0600).", f"그림을 {folder} 에 두었습니다(비공개, 0600)."), err=True
    )


def _record(found: "Estimate") -> dict[str, Any]:
    from sosik.estimates.assumptions import assumptions
    from sosik.estimates.estimate import BEST

    methods = {name: _interval(one) for name, one in found.methods.items()}
    if BEST in methods:
        methods[BEST] |= {"model": found.model, "weight": round(found.weight or 0.0, 3)}
    return {
        "documented": found.documented,
        "refused": found.refused,
        "reasons": [{"rule": one.rule.value, "says": one.says(), "says_ko": one.says("ko")} for one in found.refusals],
        "at_least": found.at_least,
        "envelope": found.envelope,
        "as_counted": [round(end) for end in found.as_counted] if found.as_counted else None,
        "methods": methods,
        "missed_links": found.missed_links,
        "if_links_missed": {name: _interval(one) for name, one in found.if_links_missed.items()},
        "if_links_drawn": _spread(found),
        "if_joined": {name: _interval(one) for name, one in found.if_joined.items()},
        "sensitivity": [round(end) for end in found.sensitivity] if found.sensitivity else None,
        "assumptions": assumptions(found.missed_links, reader_lang()),
    }


def _spread(found: "Estimate") -> list[int] | None:
    """The best model's least and largest number over the draws of uncertain links."""
    numbers = [round(one.estimate) for one in found.if_links_drawn]
    return [min(numbers), max(numbers)] if numbers else None


def _interval(one: "Interval") -> dict[str, Any]:
    """An end that nothing bounds is null."""
    ends = [None if end > 1e15 else round(end) for end in (one.low, one.high)]
    return {"estimate": None if one.estimate > 1e15 else round(one.estimate, 1), "interval": ends}


def _print(found: "Estimate") -> None:
    from sosik.estimates.assumptions import assumptions

    documented = f"{found.documented:,}"
    if found.at_least is None:
        click.echo(say(f"No number is said ({documented} documented):", f"수를 말하지 않습니다(기록 {documented}건):"))
        for refusal in found.refusals:
            click.echo(f"  {refusal.says(reader_lang())}")
        return
    low, high = found.envelope or (0, 0)
    click.echo(say(f"At least {low:,} ({documented} documented).", f"적어도 {low:,}건(기록 {documented}건)."))
    click.echo(
        say(f"Under these assumptions between {low:,} and {high:,}:", f"다음 가정 아래 {low:,}건에서 {high:,}건 사이:")
    )
    for sentence in assumptions(found.missed_links, reader_lang()):
        click.echo(f"  - {sentence}")
    if low < found.documented:
        click.echo(
            say(
                "It lies under the documented, since some of those may be one incident counted twice.",
                "기록보다 적은 것은, 그 가운데 한 사건이 두 번 세어진 것이 있을 수 있기 때문입니다.",
            )
        )
    if found.missed_links and found.as_counted:
        counted = f"{found.as_counted[0]:,.0f}"
        click.echo(say(f"Were no link missed: at least {counted}.", f"놓친 연결이 없다면 적어도 {counted}건."))
    if spread := _spread(found):
        ends = f"{spread[0]:,}", f"{spread[1]:,}"
        click.echo(
            say(
                f"With uncertain links drawn by their chance, the best model says {ends[0]} to {ends[1]}.",
                f"불확실한 연결을 그 확률대로 뽑으면 가장 맞는 모형은 {ends[0]}건에서 {ends[1]}건을 말합니다.",
            )
        )
