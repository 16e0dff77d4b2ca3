"""``sosik gazetteer``: the places that a reading knows, and more of them from a GeoNames country file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.words import reader_lang, say

if TYPE_CHECKING:
    from sosik.claims.gazetteer.entry import Entry
    from sosik.claims.gazetteer.lookup import Gazetteer

_COLUMNS = ("id", "kind", "name_en", "name_ko", "in", "lat", "lon", "radius_km", "population", "point")


@click.group(
    help=say(
        "The places that a reading knows.\n\nExample: sosik gazetteer add KP.txt",
        "판독이 아는 장소들.\n\n예: sosik gazetteer add KP.txt",
    )
)
def command() -> None:
    pass


@command.command(
    "list",
    help=say(
        "Print the places as tab-separated rows; with WORDS, those whose name or id holds them.\n\n"
        "Example: sosik gazetteer list 무산",
        "장소를 탭으로 나눈 줄로 낸다. WORDS를 적으면 이름이나 식별자에 그 말이 든 것만.\n\n예: sosik gazetteer list 무산",
    ),
)
@click.argument("words", nargs=-1)
@click.option("--added", is_flag=True, help=say("Only what the desk added.", "데스크가 더한 것만."))
def list_places(words: tuple[str, ...], *, added: bool) -> None:
    from sosik.claims.gazetteer.lookup import Gazetteer
    from sosik.cli.reading_rules import rules_of_reading

    gazetteer = rules_of_reading().gazetteer
    shipped = Gazetteer.shipped().entries
    click.echo("\t".join(_COLUMNS))
    for entry in gazetteer.entries.values():
        if (added and entry.id in shipped) or not _holds(entry, words):
            continue
        click.echo("\t".join(_cells(entry, gazetteer)))


@command.command(
    help=say(
        "Add the units and settlements of a GeoNames country file (tab-separated, 13 to 19 columns) to the places that "
        "this user's readings know. A file of the same name replaces what it gave before.\n\n"
        "Example: sosik gazetteer add KP.txt",
        "GeoNames 나라 파일(탭 구분, 13-19열)의 행정구역과 마을을 이 사용자의 판독이 아는 장소에 더한다. "
        "이름이 같은 파일은 앞서 더한 것을 갈음한다.\n\n예: sosik gazetteer add KP.txt",
    )
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def add(file: Path) -> None:
    from sosik.adapters.own_places import OwnPlaces, own_folder, read_country_file
    from sosik.claims.gazetteer.geonames import PlacesNone, read_places
    from sosik.claims.gazetteer.lookup import Gazetteer

    found = read_places(read_country_file(file), file.name, Gazetteer.shipped().entries.values())
    for refusal in found.refused:
        click.echo(f"{refusal.code} {refusal.sentence(reader_lang())}", err=True)
    if not found.lines:
        raise PlacesNone(file=file.name)
    path = OwnPlaces.of(own_folder()).keep(file.stem, found.lines)
    counts = (len(found.entries), len(found.known), found.passed_over, len(found.refused))
    click.echo(
        say(
            "Added {} places; {} were known and learnt spellings; {} other features passed over; {} lines refused.",
            "장소 {}곳을 더했습니다. {}곳은 이미 알던 곳이라 표기만 더했고, 다른 지형지물 {}줄은 지나쳤으며, {}줄은 받지 않았습니다.",
        ).format(*counts)
    )
    click.echo(say(f"Kept in {path} (private, mode 0600).", f"{path} 에 두었습니다(비공개, 0600)."), err=True)


def _holds(entry: "Entry", words: tuple[str, ...]) -> bool:
    from sosik.claims.gazetteer.entry import name_key
    from sosik.claims.gazetteer.tables import names_of

    names = [entry.id, *(name_key(name) for name in names_of(entry))]
    return all(any(name_key(word) in name for name in names) for word in words)


def _cells(entry: "Entry", gazetteer: "Gazetteer") -> list[str]:
    above = " < ".join(parent.name_en for parent in gazetteer.parents(entry.id))
    lat, lon = (f"{entry.point.lat:.3f}", f"{entry.point.lon:.3f}") if entry.point else ("", "")
    people = f"{entry.population} ({entry.population_year or '?'})" if entry.population else ""
    point = "line" if entry.line else "none" if not entry.point else "approximate" if entry.is_approximate else "cited"
    return [entry.id, entry.kind, entry.name_en, entry.name_ko, above, lat, lon, f"{entry.radius_km:g}", people, point]
