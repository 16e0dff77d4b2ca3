"""``sosik ledger members``: who may open the desk."""

from pathlib import Path

import click

from sosik.cli.ledger_erase import tell_unreached
from sosik.cli.options import desk_options
from sosik.cli.words import say


@click.group(
    help=say(
        "Who may open the desk.\n\nExample: sosik ledger members list --desk desk --key-file key",
        "데스크를 열 수 있는 사람.\n\n예: sosik ledger members list --desk desk --key-file key",
    )
)
def members() -> None:
    pass


@members.command(
    name="list",
    help=say(
        "List members.\n\nExample: sosik ledger members list --desk desk --key-file key",
        "구성원을 보인다.\n\n예: sosik ledger members list --desk desk --key-file key",
    ),
)
@desk_options
def listed(desk: Path, key_file: Path | None) -> None:
    from sosik.adapters.store.members import members as known
    from sosik.cli.wiring import open_desk

    for one in known(open_desk(desk, key_file).store).values():
        where = say("here", "있음") if one.is_here else say("left", "떠남")
        how = say("passphrase", "암호") if one.file else say("key file", "열쇠 파일")
        click.echo(f"{one.name}  {where}  {how}  {one.recipient}")


@members.command(
    help=say(
        "Add a member: by the card that they made on their own machine, by an identity file, or by a passphrase that they type here.\n\n"
        "Example: sosik ledger members add m-lee --card age1...:5f0a... --desk desk --key-file key",
        "구성원을 더한다. 본인이 자기 기계에서 만든 카드로, 열쇠 파일로, 또는 여기서 본인이 치는 암호로.\n\n"
        "예: sosik ledger members add m-lee --card age1...:5f0a... --desk desk --key-file key",
    )
)
@click.argument("name")
@desk_options
@click.option("--card", help=say("What `members card` printed for them.", "본인이 `members card` 로 얻은 것."))
@click.option(
    "--new-key-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("Their identity file, made when missing.", "그의 열쇠 파일. 없으면 만든다."),
)
def add(name: str, desk: Path, key_file: Path | None, card: str | None, new_key_file: Path | None) -> None:
    from sosik.adapters.store.key_file import replace_copies
    from sosik.adapters.store.members import added
    from sosik.cli.wiring import member_of_card, new_member, open_desk

    opened = open_desk(desk, key_file, writing=True)
    member = member_of_card(name, card) if card else new_member(desk, name, new_key_file)
    added(opened.store, member)
    click.echo(say(f"{name} may open the desk.", f"{name} 이(가) 데스크를 열 수 있습니다."))
    tell_unreached(replace_copies(opened.store))


@members.command(
    help=say(
        "Change your passphrase, or give your key file one. The key under it stays: where somebody may know the old passphrase, have "
        "yourself removed and added anew.\n\n"
        "Example: sosik ledger members passphrase --desk desk",
        "내 암호를 바꾸거나 열쇠 파일에 암호를 준다. 암호 속의 열쇠는 그대로다. 옛 암호를 누가 알지 모르면 자신을 뺐다가 새로 "
        "더하게 한다.\n\n예: sosik ledger members passphrase --desk desk",
    )
)
@desk_options
def passphrase(desk: Path, key_file: Path | None) -> None:
    from sosik.adapters.store.key_file import replace_copies
    from sosik.adapters.store.sealed_desk import keep_identity
    from sosik.cli.wiring import open_to_seal_anew

    opened, sealed = open_to_seal_anew(desk, key_file)
    keep_identity(opened.store, sealed)
    click.echo(say("Your key lies under the new passphrase.", "열쇠가 새 암호 속에 있습니다."))
    tell_unreached(replace_copies(opened.store))


@members.command(
    help=say(
        "Remove a member and give the desk new keys, so that nothing they may have copied opens what is written from now on.\n\n"
        "Example: sosik ledger members remove m-lee --desk desk --key-file key",
        "구성원을 빼고 데스크의 열쇠를 새로 바꾼다. 베껴 두었을지 모를 것으로는 앞으로 쓰는 것이 열리지 않는다.\n\n"
        "예: sosik ledger members remove m-lee --desk desk --key-file key",
    )
)
@click.argument("name")
@desk_options
def remove(name: str, desk: Path, key_file: Path | None) -> None:
    from sosik.adapters.store.key_file import replace_copies
    from sosik.adapters.store.members import removed
    from sosik.adapters.store.vault import without_handler
    from sosik.cli.wiring import open_desk
    from sosik.values.ids import MemberId

    opened = open_desk(desk, key_file, writing=True)
    removed(opened.store, MemberId(name))
    click.echo(say(f"{name} was removed; the desk has new keys.", f"{name} 을(를) 뺐고, 데스크의 열쇠가 바뀌었습니다."))
    for source in without_handler(opened.store):
        click.echo(
            say(
                f"The identity of {source} has one holder now: let them seal it anew with another trustee.",
                f"{source} 의 신원을 열 사람이 하나뿐입니다. 그가 다른 신탁인과 함께 다시 봉인하게 하십시오.",
            ),
            err=True,
        )
    tell_unreached(replace_copies(opened.store))


@members.command(
    help=say(
        "Print your card, for the member who adds you; your identity is made at --key-file when it is missing. It holds no secret.\n\n"
        "Example: sosik ledger members card --key-file key",
        "나를 더할 구성원에게 줄 카드를 보인다. --key-file 에 열쇠가 없으면 만든다. 비밀은 들어 있지 않다.\n\n"
        "예: sosik ledger members card --key-file key",
    )
)
@click.option("--key-file", type=click.Path(path_type=Path, dir_okay=False), required=True)
def card(key_file: Path) -> None:
    from sosik.cli.wiring import card_of

    click.echo(card_of(key_file))
