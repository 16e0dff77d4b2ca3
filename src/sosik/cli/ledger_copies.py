"""``sosik ledger backup`` and ``restore``."""

from pathlib import Path

import click

from sosik.cli.options import desk_options, sheet_option
from sosik.cli.words import say


@click.command(
    help=say(
        "Back up the ledger while writing goes on. A backup holds no key of an account; the key file is the other half, and is "
        "replaced each time: keep it apart. Without --keys it is written beside the backup, named after the desk.\n\n"
        "Example: sosik ledger backup --out /media/a/2025-11-09.backup --keys /media/b/desk.keys --desk desk --key-file key",
        "쓰는 중에도 장부를 백업한다. 백업에는 진술의 열쇠가 없다. 나머지 반쪽인 열쇠 파일은 매번 새로 바뀌며, 따로 둔다. --keys 가 "
        "없으면 백업 옆에 데스크 이름으로 쓴다.\n\n"
        "예: sosik ledger backup --out /media/a/2025-11-09.backup --keys /media/b/desk.keys --desk desk --key-file key",
    )
)
@desk_options
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help=say("The backup.", "백업."))
@click.option("--keys", type=click.Path(path_type=Path, dir_okay=False), help=say("The key file.", "열쇠 파일."))
def backup(desk: Path, key_file: Path | None, out: Path, keys: Path | None) -> None:
    from sosik.adapters.store.backing_up import back_up
    from sosik.cli.wiring import open_desk

    keys = keys or out.with_name(f"{desk.resolve().name}.keys")
    entries = back_up(open_desk(desk, key_file).store, out, keys)
    click.echo(
        say(
            f"Backed up and verified: {entries} entries in {out}; the key file is {keys} (both private, mode 0600).",
            f"백업하고 확인했습니다: 항목 {entries}건, {out}. 열쇠 파일은 {keys} 입니다(둘 다 비공개, 0600).",
        )
    )


@click.command(
    help=say(
        "Make a desk from a backup and its key file, on an empty machine. What was erased since the backup stays erased. When no "
        "member's key is left, --recover NAME makes a new member by both sheets of the recovery kit.\n\n"
        "Example: sosik ledger restore 2025-11-09.backup --keys desk.keys --desk desk --key-file key",
        "백업과 열쇠 파일로 빈 기계에 데스크를 되살린다. 백업 뒤에 지운 것은 지운 채로 남는다. 구성원의 열쇠가 하나도 "
        "없으면 --recover 이름 이 복구 종이 두 장으로 새 구성원을 만든다.\n\n"
        "예: sosik ledger restore 2025-11-09.backup --keys desk.keys --desk desk --key-file key",
    )
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@desk_options
@click.option(
    "--keys", type=click.Path(path_type=Path, dir_okay=False), required=True, help=say("The key file.", "열쇠 파일.")
)
@click.option("--recover", "name", help=say("A new member, by both sheets.", "종이 두 장으로 만들 새 구성원."))
@sheet_option
def restore(  # noqa: PLR0913 - one parameter per option
    file: Path, desk: Path, key_file: Path | None, keys: Path, name: str | None, files: tuple[Path, ...]
) -> None:
    from sosik.adapters.store.backing_up import restore as restored
    from sosik.cli.ledger_recovery import both_sheets
    from sosik.cli.wiring import holder_of_key_file, recovering

    who = recovering(name, both_sheets(files), key_file) if name else holder_of_key_file(keys, key_file)
    done = restored(desk, file, keys, who)
    click.echo(
        say(
            f"Restored and verified: {done.entries} entries; {done.blanked} were erased since the backup, "
            f"{done.lost} accounts came after it and are not in it.",
            f"되살리고 확인했습니다: 항목 {done.entries}건. 백업 뒤에 지운 것 {done.blanked}건, 뒤에 들어와 백업에 없는 진술 {done.lost}건.",
        )
    )
