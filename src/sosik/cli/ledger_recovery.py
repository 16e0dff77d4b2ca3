"""``sosik ledger recovery-kit`` and ``recover``: two sheets of paper for the day when no member can open the desk."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.ledger_erase import tell_unreached
from sosik.cli.options import desk_options, sheet_option
from sosik.cli.words import say
from sosik.errors import InputMissing, SosikError

if TYPE_CHECKING:
    from sosik.adapters.store.ring import Opens

_SHEETS = ("sheet-1.txt", "sheet-2.txt")


@click.command(
    name="recovery-kit",
    help=say(
        "Write two sheets to be printed and given to two trustees. Both together open the desk; one alone opens nothing. An older "
        "kit opens nothing afterwards.\n\nExample: sosik ledger recovery-kit --out kit --desk desk --key-file key",
        "인쇄해서 두 신탁인에게 나눠 줄 종이 두 장을 쓴다. 둘이 함께여야 데스크가 열린다. 예전 것은 더 이상 열지 못한다.\n\n"
        "예: sosik ledger recovery-kit --out kit --desk desk --key-file key",
    ),
)
@desk_options
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help=say("A folder (private).", "폴더(비공개)."),
)
def recovery_kit(desk: Path, key_file: Path | None, out: Path) -> None:
    from sosik.adapters.private_file import write_private
    from sosik.adapters.store.key_file import replace_copies
    from sosik.adapters.store.recovery import name_trustees
    from sosik.cli.wiring import new_sheet, open_desk

    opened = open_desk(desk, key_file, writing=True)
    sheets = [new_sheet(), new_sheet()]
    try:
        for number, (name, sheet) in enumerate(zip(_SHEETS, sheets, strict=True), start=1):
            write_private(out / name, _sheet(opened.store.ring.desk, number, sheet.secret).encode())
        name_trustees(opened.store, sheets[0].recipient, sheets[1].recipient)
    except SosikError:
        for name in _SHEETS:  # they open nothing: the kit of before still does
            (out / name).unlink(missing_ok=True)
        raise
    tell_unreached(replace_copies(opened.store))
    click.echo(
        say(
            f"Print {out / _SHEETS[0]} and {out / _SHEETS[1]}, give each to another trustee, then destroy both files.",
            f"{out / _SHEETS[0]} 와(과) {out / _SHEETS[1]} 을(를) 인쇄해 서로 다른 신탁인에게 주고, 두 파일을 없애십시오.",
        )
    )


@click.command(
    help=say(
        "Open a desk by both sheets of its recovery kit and make a new member. A sheet that is not given as a file is typed.\n\n"
        "Example: sosik ledger recover m-new --sheet sheet-1.txt --sheet sheet-2.txt --desk desk --key-file new-key",
        "복구 종이 두 장으로 데스크를 열고 새 구성원을 만든다. 파일로 주지 않은 종이는 직접 친다.\n\n"
        "예: sosik ledger recover m-new --sheet sheet-1.txt --sheet sheet-2.txt --desk desk --key-file new-key",
    )
)
@click.argument("name")
@desk_options
@sheet_option
def recover(name: str, desk: Path, key_file: Path | None, files: tuple[Path, ...]) -> None:
    from sosik.adapters.store.folder import DeskFolder
    from sosik.adapters.store.recovery import recover as recovered
    from sosik.cli.wiring import new_member_and_holder

    sheets = both_sheets(files)
    member, holder = new_member_and_holder(desk, name, key_file)
    recovered(DeskFolder(desk), sheets, holder, member)
    click.echo(
        say(
            f"{name} may open the desk. Make a new recovery kit, and remove the members who are gone.",
            f"{name} 이(가) 데스크를 열 수 있습니다. 복구 종이를 새로 만들고, 떠난 구성원을 빼십시오.",
        )
    )


def both_sheets(files: Sequence[Path]) -> "tuple[Opens, Opens]":
    """Those that are not given as files are asked for."""
    from sosik.cli.asking import asked
    from sosik.cli.wiring import opens_by_sheet

    secrets = [_text(file) for file in files]
    secrets += [asked(say(f"Sheet {number}", f"종이 {number}")) for number in range(len(files) + 1, 3)]
    return opens_by_sheet(secrets[0]), opens_by_sheet(secrets[1])


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeError) as error:
        raise InputMissing(file=file.name) from error


def _sheet(desk: str, number: int, secret: str) -> str:
    return (
        f"SOSIK RECOVERY SHEET {number} OF 2 / 복구 종이 {number}/2\n\n"
        f"Desk / 데스크: {desk}\n\n{secret}\n\n"
        "Both sheets together open the desk; this one alone opens nothing. Keep it where the other is not.\n"
        "    sosik ledger recover NAME --desk FOLDER\n"
        "    sosik ledger restore BACKUP --keys KEY-FILE --recover NAME --desk NEW-FOLDER   (when the machine is gone too)\n\n"
        "두 장이 함께여야 데스크가 열린다. 이 한 장으로는 아무것도 열리지 않는다. 다른 장과 떨어진 곳에 둔다.\n"
    )
