"""``sosik publish``: cleared editions to site and dataset."""

from pathlib import Path

import click

from sosik.cli.options import desk_options
from sosik.cli.words import say


@click.command(
    help=say(
        "Write the site and dataset of what is cleared; exit 4 when any bulletin named here is not.\n\n"
        "Example: sosik publish bulletins/b-musan --desk desk --key-file key --out site",
        "허가된 것을 사이트와 자료로 쓴다. 여기 적은 기사 하나라도 허가되지 않았으면 4로 끝난다.\n\n"
        "예: sosik publish bulletins/b-musan --desk desk --key-file key --out site",
    )
)
@click.argument("bulletins", nargs=-1, required=True, type=click.Path(path_type=Path))
@desk_options
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help=say("Site and dataset (public).", "사이트와 자료(공개)."),
)
def command(bulletins: tuple[Path, ...], desk: Path, key_file: Path | None, out: Path) -> None:
    from sosik.cli.casebooks import casebook
    from sosik.cli.editions import keep_beside
    from sosik.cli.publication import files_of, read_named, tell, write_cleared
    from sosik.cli.wiring import open_desk

    opened = open_desk(desk, key_file, writing=True)
    named = [read_named(path) for path in bulletins]
    for path, bulletin in zip(bulletins, named, strict=True):
        for name, text in files_of(path).items():
            opened.ledger.keep_bulletin(name, text)
        for refusal in keep_beside(opened, path.parent, [bulletin]):
            raise refusal.error
    tell(write_cleared(opened, casebook(opened), out, named))
