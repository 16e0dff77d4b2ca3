"""``sosik link``: a claims table to pairs and incidents, without a desk."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.words import reader_lang, say
from sosik.errors import ClaimRowRefused, ColumnsMissing, InputNothing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sosik.incidents.claim_links import ClaimLinks
    from sosik.incidents.claims_table import ClaimsTable
    from sosik.incidents.judgement import Judgements

_SHOWN = 1000  # refused lines that are listed one by one


@click.command(
    help=say(
        "Link the claims of a table (CSV, JSON Lines, Parquet, or what sosik claims prints) into incidents.\n\n"
        "Writes pairs.parquet, incidents.parquet and too_vague.parquet. Private. Needs no desk.\n\n"
        "Example: sosik link claims.csv --out links",
        "표(CSV, JSON Lines, Parquet, 또는 sosik claims 의 출력)의 주장을 사건으로 잇는다.\n\n"
        "pairs.parquet, incidents.parquet, too_vague.parquet 를 쓴다. 비공개. 데스크가 없어도 된다.\n\n"
        "예: sosik link claims.csv --out links",
    )
)
@click.argument("claims", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--engine", type=click.Choice(["auto", "reference", "duckdb", "spark"]), default="auto", help=say("auto: reference up to 2,000 claims, then duckdb.", "auto: 주장 2,000개까지 reference, 그 위로 duckdb."))  # fmt: skip
@click.option("--judgements", type=click.Path(path_type=Path, dir_okay=False), help=say("Members' verdicts: CSV or JSON Lines.", "구성원의 판단: CSV 나 JSON Lines."))  # fmt: skip
@click.option("--explain", nargs=2, metavar="A B", help=say("Show why two claims are or are not one event.", "두 주장이 한 사건인지 그 까닭을 보인다."))  # fmt: skip
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help=say("A folder (private).", "폴더(비공개).")
)
def command(
    claims: Path, engine: str, judgements: Path | None, explain: tuple[str, str] | None, out: Path | None
) -> None:
    from sosik.cli.link_engines import linking_engine
    from sosik.incidents.claim_links import link_claims

    if out is None and explain is None:
        raise click.UsageError(
            say("give --out, a folder, or --explain with two claims", "--out 폴더나 --explain 주장 둘을 적습니다")
        )
    table = _read(claims)
    said = _judgements(judgements, table)
    chosen = linking_engine(engine, len(table.columns))
    links = link_claims(table.columns, said, _distance(), chosen)
    if out is not None:
        _write(out, links, table)
    if explain is not None:
        _explain(explain, table, links)


def _read(path: Path) -> "ClaimsTable":
    from sosik.adapters.claims_file import read_claims_file
    from sosik.incidents.claims_table import REQUIRED, ClaimsTable

    file = read_claims_file(path)
    missing = [name for name in REQUIRED if name not in file.columns]
    if missing:
        raise ColumnsMissing(file=path.name, columns=", ".join(missing))
    table = ClaimsTable.of(file.columns, file.lines)
    if table.unknown:
        names = ", ".join(table.unknown)
        click.echo(say(f"Columns that are not read: {names}.", f"읽지 않는 열: {names}."), err=True)
    broken = [(line, "it is not a row of the table", "표의 행이 아닙니다") for line in file.broken]
    _list(path, sorted([*broken, *table.refused]))
    if not len(table.columns) and not table.alone:
        raise InputNothing(file=path.name)
    return table


def _judgements(path: Path | None, table: "ClaimsTable") -> "Judgements":
    from sosik.adapters.claims_file import read_lines
    from sosik.incidents.judgement import Judgements
    from sosik.incidents.judgement_lines import judgements_of

    if path is None:
        return Judgements()
    found = judgements_of(read_lines(path), set(table.columns.ids))
    _list(path, found.refused)
    return found.judgements


def _list(path: Path, refused: "Iterable[tuple[int, str, str]]") -> None:
    every = list(refused)
    for line, why, why_ko in every[:_SHOWN]:
        error = ClaimRowRefused(file=path.name, line=line, why=why, why_ko=why_ko)
        click.echo(f"{error.code} {error.sentence(reader_lang())}", err=True)
    if len(every) > _SHOWN:
        more = len(every) - _SHOWN
        click.echo(say(f"And {more:,} more lines.", f"그 밖에 {more:,}줄."), err=True)


def _write(out: Path, links: "ClaimLinks", table: "ClaimsTable") -> None:
    import numpy as np

    from sosik.adapters.links_folder import write_links

    alone = {claim: "t" if kind == "tally" else kind[0] for claim, kind in table.alone.items()}
    write_links(out, links, alone)
    claims, incidents = len(links.ids), len(np.unique(links.heads))
    vague, pairs = len(links.too_vague), len(links.scored)
    click.echo(
        say(
            f"{claims:,} claims, {incidents:,} incidents, {pairs:,} pairs, {vague:,} too vague. Wrote {out} (private, mode 0600).",
            f"주장 {claims:,}, 사건 {incidents:,}, 쌍 {pairs:,}, 모호함 {vague:,}. {out} 에 썼습니다(비공개, 0600).",
        ),
        err=True,
    )


def _explain(pair: tuple[str, str], table: "ClaimsTable", links: "ClaimLinks") -> None:
    from sosik.cli.waterfall import waterfall_lines
    from sosik.incidents.claim_links import explained

    for line in waterfall_lines(explained(table.columns, links, *pair)):
        click.echo(line)


def _distance() -> "Distance":
    from sosik.claims.rules import Rules

    return Rules.shipped().codebook.distance


if TYPE_CHECKING:
    from sosik.incidents.comparison import Distance
