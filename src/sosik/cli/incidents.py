"""``sosik incidents``: what the desk's claims add up to."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import desk_options
from sosik.cli.words import say

if TYPE_CHECKING:
    from sosik.incidents.projection import Projection


@click.command(
    help=say(
        "List incidents with figures, grades and origins, measures and tallies. Private.\n\n"
        "Example: sosik incidents --desk desk --key-file key --format json",
        "사건과 수치, 등급, 원출처, 조치와 집계를 보인다. 비공개.\n\n예: sosik incidents --desk desk --key-file key --format json",
    )
)
@desk_options
@click.option("--format", "form", type=click.Choice(["table", "json", "csv", "geojson"]), default="table")
@click.option("--explain", nargs=2, metavar="A B", help=say("Show why two claims are or are not one event.", "두 주장이 한 사건인지 그 까닭을 보인다."))  # fmt: skip
def command(desk: Path, key_file: Path | None, form: str, explain: tuple[str, str] | None) -> None:
    from sosik.cli.casebooks import projection as projection_of
    from sosik.cli.wiring import open_desk

    projection = projection_of(open_desk(desk, key_file))
    if explain is not None:
        _explain(projection, explain)
        return
    if form == "table":
        from sosik.cli.table import print_projection

        print_projection(projection)
        return
    from sosik.cli.exports import as_csv, as_geojson, as_json

    click.echo({"json": as_json, "csv": as_csv, "geojson": as_geojson}[form](projection), nl=False)


def _explain(projection: "Projection", pair: tuple[str, str]) -> None:
    """The steps of a pair that weighs enough to be kept, or that a member judged."""
    from sosik.cli.waterfall import waterfall_lines
    from sosik.errors import NotFound

    claims = {claim for one in projection.every for claim in one.claims}
    for name in pair:
        if name not in claims:
            raise NotFound(what=name)
    found = next((one for one in projection.pairs if {one.left, one.right} == set(pair)), None)
    if found is None:
        click.echo(
            say(
                "Two events: they never met, or weigh so little that they count as though they had not.",
                "서로 다른 사건: 만나지 않았거나, 만나지 않은 것과 같이 가벼움.",
            )
        )
        return
    for line in waterfall_lines(found):
        click.echo(line)
