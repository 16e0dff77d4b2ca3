"""``sosik incidents``: what the desk's claims add up to."""

from pathlib import Path

import click

from sosik.cli.options import desk_options
from sosik.cli.words import say


@click.command(
    help=say(
        "List incidents with figures, grades and origins, measures and tallies. Private.\n\n"
        "Example: sosik incidents --desk desk --key-file key --format json",
        "사건과 수치, 등급, 원출처, 조치와 집계를 보인다. 비공개.\n\n예: sosik incidents --desk desk --key-file key --format json",
    )
)
@desk_options
@click.option("--format", "form", type=click.Choice(["table", "json", "csv", "geojson"]), default="table")
def command(desk: Path, key_file: Path | None, form: str) -> None:
    from sosik.cli.casebooks import projection as projection_of
    from sosik.cli.wiring import open_desk

    projection = projection_of(open_desk(desk, key_file))
    if form == "table":
        from sosik.cli.table import print_projection

        print_projection(projection)
        return
    from sosik.cli.exports import as_csv, as_geojson, as_json

    click.echo({"json": as_json, "csv": as_csv, "geojson": as_geojson}[form](projection), nl=False)
