"""``sosik open``: sealed files to reports that ``sosik run`` takes in."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import key_file_option, received_option
from sosik.cli.words import reader_lang, say
from sosik.errors import Refusal, SosikError, WrongUse

if TYPE_CHECKING:
    from sosik.adapters.envelope_files import Sealed
    from sosik.cli.wiring import EnvelopeOpener

_REFUSED, _WRONG_KEY = 3, 6


@click.command(
    help=say(
        "Open sealed files, or folders of them: parts are joined, copies dropped. Each becomes a report with its photos in --out, "
        "in the clear, for `sosik run`. What does not open is named; the rest goes on.\n\n"
        "Example: sosik open received/ --identity envelope.key --out opened",
        "봉한 파일이나 그 폴더를 연다. 조각은 잇고 같은 것은 한 번만 연다. 저마다 --out 안의 보고가 되고(열린 글), `sosik run` 이 받는다. "
        "열리지 않는 것은 이름을 대고 나머지를 이어 간다.\n\n예: sosik open received/ --identity envelope.key --out opened",
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--identity",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("A file of age identities, one a line.", "age 열쇠 파일, 한 줄에 하나."),
)
@click.option(
    "--desk",
    type=click.Path(path_type=Path, file_okay=False),
    help=say("Instead: the desk's own keys.", "대신: 데스크의 열쇠."),
)
@key_file_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help=say("A folder.", "폴더."))
@received_option
def command(  # noqa: PLR0913 - one an option
    files: tuple[Path, ...],
    identity: Path | None,
    desk: Path | None,
    key_file: Path | None,
    out: Path,
    received: date | None,
) -> int:
    from sosik.adapters.envelope_files import sealed_files
    from sosik.cli.progress import progress

    day = received or date.today()  # noqa: DTZ011 - the desk's own day
    opener = _opener(identity, desk, key_file)
    refused: list[Refusal] = []
    opened = 0
    for one in progress(list(sealed_files(files)), say("Opening", "여는 중")):
        if isinstance(one, Refusal):
            refused.append(one)
            continue
        try:
            _write(one, opener, out, day)
            opened += 1
        except SosikError as error:
            refused.append(Refusal(one.name, error))
    _tell(opened, refused, out)
    if opened or not refused:
        return 0
    return _WRONG_KEY if all(one.error.exit_code == _WRONG_KEY for one in refused) else _REFUSED


def _opener(identity: Path | None, desk: Path | None, key_file: Path | None) -> "EnvelopeOpener":
    from sosik.cli.wiring import desk_envelope_opener, envelope_opener, open_desk

    if identity and not desk:
        return envelope_opener(identity)
    if desk and not identity:
        return desk_envelope_opener(open_desk(desk, key_file, writing=True), date.today())  # noqa: DTZ011
    raise WrongUse(what=say("Give either --identity or --desk.", "--identity 와 --desk 가운데 하나를 적으십시오."))


def _write(sealed: "Sealed", opener: "EnvelopeOpener", out: Path, received: date) -> None:
    from sosik.adapters.private_file import write_private
    from sosik.intake.word_report import report_of

    report = report_of(opener.note(sealed), sealed.receipt, received)
    for name, content in report.attachments:
        write_private(out / name, content)
    write_private(out / report.name, report.text.encode())


def _tell(opened: int, refused: list[Refusal], out: Path) -> None:
    for one in refused:
        click.echo(f"{one.name}: {one.error.code} {one.error.sentence(reader_lang())}", err=True)
    click.echo(
        say(
            f"{opened} opened into {out.name} (private, in the clear), {len(refused)} not.",
            f"{opened}건을 {out.name} 에 열었고(비공개, 열린 글) {len(refused)}건은 열지 못했습니다.",
        )
    )
