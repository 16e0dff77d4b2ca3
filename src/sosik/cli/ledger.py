"""``sosik ledger``: the desk's store."""

from pathlib import Path

import click

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
