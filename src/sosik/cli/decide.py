"""``sosik decide``: append decisions."""

from pathlib import Path

import click

from sosik.cli.options import desk_options
from sosik.cli.words import reader_lang, say


@click.command(
    help=say(
        "Append decisions from JSON Lines; each refused line is named.\n\nExample: sosik decide --desk desk --key-file key decisions.jsonl",
        "JSON Lines의 결정을 덧붙인다. 거절된 줄은 하나씩 알린다.\n\n예: sosik decide --desk desk --key-file key decisions.jsonl",
    )
)
@desk_options
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def command(desk: Path, key_file: Path | None, file: Path) -> int:
    from sosik.cli.newsroom import take_decisions
    from sosik.cli.wiring import open_desk

    added, refused = take_decisions(open_desk(desk, key_file, writing=True), file)
    click.echo(
        say(
            f"{added} decisions appended, {len(refused)} refused.",
            f"결정 {added}건을 덧붙였고 {len(refused)}건을 거절했습니다.",
        )
    )
    for error in refused:
        click.echo(f"{error.code} {error.sentence(reader_lang())}", err=True)
    return 3 if refused else 0
