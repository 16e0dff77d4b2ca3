"""``sosik run``: from reports to incidents, a private preview, and what may be public."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import desk_options, received_option
from sosik.cli.words import reader_lang, say
from sosik.errors import InputNothing

if TYPE_CHECKING:
    from sosik.accounts.report import Taken
    from sosik.cli.wiring import OpenDesk
    from sosik.incidents.casebook import Casebook

_BASES = ["eyewitness", "second-hand", "rumour", "document", "imagery", "official", "press"]


@click.command(
    help=say(
        "The main job: a report, or a folder of them, to ledger, claims, incidents and a private preview inside the desk; "
        "with --out, the public site and dataset of what is cleared.\n\n"
        "Example: sosik run reports/ --desk desk --key-file key --received 2025-11-08 --out site",
        "본 작업: 보고 하나나 폴더를 장부, 주장, 사건, 데스크 안의 비공개 미리보기로. --out 이 있으면 허가된 것을 사이트와 자료로.\n\n"
        "예: sosik run reports/ --desk desk --key-file key --received 2025-11-08 --out site",
    )
)
@click.argument("reports", type=click.Path(path_type=Path))
@desk_options
@received_option
@click.option("--basis", type=click.Choice(_BASES), help=say("How the tellers know.", "말하는 이가 어떻게 아는가."))
@click.option("--outlet", help=say("The outlet of a press account.", "보도 매체."))
@click.option(
    "--bulletins", type=click.Path(path_type=Path, file_okay=False), help=say("Bulletin files.", "기사 폴더.")
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("Decisions, JSON Lines.", "결정, JSON Lines."),
)
@click.option(
    "--id-key", type=click.Path(path_type=Path, dir_okay=False), help=say("The key of public ids.", "공개 번호의 열쇠.")
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help=say("Site and dataset (public).", "사이트와 자료(공개)."),
)
def command(  # noqa: PLR0913 - one parameter per option of the contract
    reports: Path,
    desk: Path,
    key_file: Path | None,
    received: date | None,
    basis: str | None,
    outlet: str | None,
    bulletins: Path | None,
    decisions: Path | None,
    id_key: Path | None,
    out: Path | None,
) -> int:
    from sosik.accounts.account import Basis
    from sosik.accounts.front_matter import FrontMatter
    from sosik.accounts.report import take
    from sosik.adapters.report_folder import read_reports
    from sosik.cli.casebooks import casebook
    from sosik.cli.newsroom import take_decisions, without_erased
    from sosik.cli.publication import keep_bulletins, tell, write_cleared
    from sosik.cli.reading import converter

    opened = _desk(reports, desk, key_file, id_key)
    defaults = FrontMatter(received=received, basis=Basis(basis) if basis else None, outlet=outlet)
    files = read_reports(reports)
    taken = without_erased(opened.ledger, take(files, defaults, known=opened.ledger.known_as, converter=converter()))
    opened.ledger.take_in(taken.accounts, taken.attachments)
    refused_bulletins = keep_bulletins(opened, bulletins) if bulletins else []
    _, refused_decisions = take_decisions(opened, decisions) if decisions else (0, [])
    book = casebook(opened)
    _say_taken(taken, opened)
    _say_found(book)
    look = f"sosik preview --desk {desk}" + (f" --key-file {key_file}" if key_file else "")
    click.echo(say(f"Private preview: {look}", f"비공개 미리보기: {look}"))
    for refusal in [*taken.refused, *refused_bulletins]:
        click.echo(f"{refusal.error.code} {refusal.error.sentence(reader_lang())}", err=True)
    for error in refused_decisions:
        click.echo(f"{error.code} {error.sentence(reader_lang())}", err=True)
    if not taken.accounts and not taken.known:
        raise InputNothing(file=reports.name)
    if out:
        tell(write_cleared(opened, book, out))
    return 0


def _desk(reports: Path, desk: Path, key_file: Path | None, id_key: Path | None) -> "OpenDesk":
    from sosik.cli.wiring import is_desk, make_desk, open_desk, open_with

    if is_desk(desk):
        return open_desk(desk, key_file, writing=True, id_key=id_key)
    if not reports.exists():
        from sosik.errors import InputMissing

        raise InputMissing(file=reports.name)
    holder = make_desk(desk, key_file, demo=_is_example(reports), member="m-1", id_key=id_key)
    return open_with(desk, holder, writing=True)


def _is_example(reports: Path) -> bool:
    """A folder of the shipped examples bears a file that says so."""
    return any((folder / "DEMO").is_file() for folder in list(reports.resolve().parents)[:2])


def _say_taken(taken: "Taken", opened: "OpenDesk") -> None:
    if opened.is_demo:
        click.echo(
            say(
                "This desk is a demo: decisions count under the names given.", "시범 데스크: 결정은 적힌 이름대로 센다."
            )
        )
    counts = (len(taken.accounts), len(taken.known), len(taken.refused))
    click.echo(
        say(
            "Accounts: {} taken in, {} known already, {} refused.".format(*counts),
            "진술 {}건을 받아들였고, {}건은 이미 있으며, {}건은 거절했습니다.".format(*counts),
        )
    )
    for name in taken.passed_over:
        click.echo(say(f"Passed over: {name}", f"지나침: {name}"))


def _say_found(book: "Casebook") -> None:
    from sosik.cli.table import print_projection

    print_projection(book.projection)
