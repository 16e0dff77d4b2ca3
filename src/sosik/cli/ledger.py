"""``sosik ledger``: the desk's store."""

from pathlib import Path

import click

from sosik.cli.ledger_attachments import attachments
from sosik.cli.ledger_copies import backup, restore
from sosik.cli.ledger_erase import erase, waiting
from sosik.cli.ledger_members import members
from sosik.cli.ledger_proof import head, sign, verify
from sosik.cli.ledger_recovery import recover, recovery_kit
from sosik.cli.ledger_search import search
from sosik.cli.ledger_vault import vault
from sosik.cli.options import desk_options
from sosik.cli.words import say
from sosik.errors import WrongUse


@click.group(
    help=say(
        "The desk's store.\n\nExample: sosik ledger init --desk desk --key-file key",
        "데스크의 장부.\n\n예: sosik ledger init --desk desk --key-file key",
    )
)
def command() -> None:
    pass


@command.command(
    help=say(
        "Make an empty desk.\n\nExample: sosik ledger init --desk desk --key-file key --member m-han",
        "빈 데스크를 만든다.\n\n예: sosik ledger init --desk desk --key-file key --member m-han",
    )
)
@desk_options
@click.option("--member", default="m-1", help=say("What the key's holder is called.", "열쇠 주인의 이름."))
@click.option("--demo", is_flag=True, help=say("Decisions are taken under any name.", "누구 이름으로든 결정을 받는다."))
def init(desk: Path, key_file: Path | None, member: str, demo: bool) -> None:
    from sosik.cli.wiring import is_desk, make_desk

    if is_desk(desk):
        raise WrongUse(what=say(f"{desk.name} is a desk already.", f"{desk.name} 은(는) 이미 데스크입니다."))
    make_desk(desk, key_file, demo=demo, member=member)
    click.echo(say(f"Made the desk {desk}.", f"데스크 {desk} 을(를) 만들었습니다."))


@command.command(
    help=say(
        "Give the desk new keys; the id key stays. Cut off anywhere, the desk is as it was or as it will be.\n\n"
        "Example: sosik ledger rotate --desk desk --key-file key",
        "데스크의 열쇠를 새로 바꾼다. 공개 번호의 열쇠는 그대로다. 어디서 끊겨도 데스크는 이전 아니면 이후 그대로다.\n\n"
        "예: sosik ledger rotate --desk desk --key-file key",
    )
)
@desk_options
def rotate(desk: Path, key_file: Path | None) -> None:
    from sosik.adapters.store.key_file import replace_copies
    from sosik.adapters.store.members import rotate as rotated
    from sosik.cli.ledger_erase import tell_unreached
    from sosik.cli.wiring import open_desk

    opened = open_desk(desk, key_file, writing=True)
    rotated(opened.store)
    click.echo(say("The desk has new keys.", "데스크의 열쇠가 바뀌었습니다."))
    tell_unreached(replace_copies(opened.store))


for _one in (
    verify,
    head,
    sign,
    backup,
    restore,
    erase,
    members,
    vault,
    recovery_kit,
    recover,
    attachments,
    search,
    waiting,
):
    command.add_command(_one)
