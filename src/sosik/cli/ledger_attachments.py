"""``sosik ledger attachments``: what came with an account, and its custody."""

from pathlib import Path

import click

from sosik.cli.options import desk_options
from sosik.cli.words import say
from sosik.errors import NotFound


@click.group(
    help=say(
        "What came with an account, and its custody.\n\nExample: sosik ledger attachments list a01 --desk desk --key-file key",
        "진술에 딸려 온 것과 그 보관 기록.\n\n예: sosik ledger attachments list a01 --desk desk --key-file key",
    )
)
def attachments() -> None:
    pass


@attachments.command(
    name="list",
    help=say(
        "List an account's attachments and their custody.\n\nExample: sosik ledger attachments list a01 --desk desk --key-file key",
        "진술의 첨부와 보관 기록을 보인다.\n\n예: sosik ledger attachments list a01 --desk desk --key-file key",
    ),
)
@click.argument("account")
@desk_options
def listed(account: str, desk: Path, key_file: Path | None) -> None:
    from sosik.cli.wiring import open_desk
    from sosik.values.ids import AccountId

    ledger = open_desk(desk, key_file).ledger
    for one in ledger.attachments(AccountId(account)):
        click.echo(f"{one.name}  {one.size}  {one.sha256}")
    for entry in ledger.custody(AccountId(account)):
        of = f" < {entry.of}" if entry.of else ""
        line = (
            f"  {entry.on}  {entry.member}  {entry.event}  {entry.attachment}{of}  {entry.sha256[:16]}  {entry.words}"
        )
        click.echo(line.rstrip())


@attachments.command(
    name="open",
    help=say(
        "Write an attachment as it came; that it was opened is written down.\n\n"
        "Example: sosik ledger attachments open a01 photo.jpg --out photo.jpg --desk desk --key-file key",
        "첨부를 온 그대로 쓴다. 열었다는 것은 기록된다.\n\n"
        "예: sosik ledger attachments open a01 photo.jpg --out photo.jpg --desk desk --key-file key",
    ),
)
@click.argument("account")
@click.argument("name")
@desk_options
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help=say("A file (private).", "파일(비공개)."),
)
def open_(account: str, name: str, desk: Path, key_file: Path | None, out: Path) -> None:
    from sosik.adapters.private_file import write_private
    from sosik.cli.wiring import open_desk
    from sosik.values.ids import AccountId

    write_private(out, open_desk(desk, key_file, writing=True).ledger.open_attachment(AccountId(account), name))
    click.echo(say(f"Wrote {out} (private, mode 0600).", f"{out} 을(를) 썼습니다(비공개, 0600)."))


@attachments.command(
    help=say(
        "Keep a file with an account: one that came later, or with --of one that was made of another attachment. WORDS say how.\n\n"
        "Example: sosik ledger attachments add a01 crop.jpg 'the gate, cut out' --of photo.jpg --desk desk --key-file key",
        "진술에 파일을 더한다. 나중에 온 것이거나, --of 면 다른 첨부로 만든 것이다. 말은 어떻게 했는지를 적는다.\n\n"
        "예: sosik ledger attachments add a01 crop.jpg '문만 잘라 냄' --of photo.jpg --desk desk --key-file key",
    )
)
@click.argument("account")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("words", default="")
@desk_options
@click.option("--of", default="", help=say("The attachment that it was made of.", "그것을 만든 원래 첨부."))
def add(account: str, file: Path, words: str, desk: Path, key_file: Path | None, of: str) -> None:  # noqa: PLR0913 - click
    from sosik.accounts.report import Attachment
    from sosik.adapters.report_folder import read_attachment
    from sosik.cli.wiring import open_desk
    from sosik.values.ids import AccountId

    item = Attachment(AccountId(account), file.name, read_attachment(file))
    open_desk(desk, key_file, writing=True).ledger.attach(item, words, of)
    click.echo(
        say(
            f"{file.name} is kept, sealed with {account}.",
            f"{file.name} 을(를) {account} 와(과) 함께 봉인해 두었습니다.",
        )
    )


@attachments.command(
    help=say(
        "Write down what was verified about an attachment, or with --derived what was made of it.\n\n"
        "Example: sosik ledger attachments note a01 photo.jpg 'the ridge is north of the road' --desk desk --key-file key",
        "첨부에 대해 확인한 것을 적는다. --derived 면 그것으로 만든 것을 적는다.\n\n"
        "예: sosik ledger attachments note a01 photo.jpg '산줄기는 길 북쪽이다' --desk desk --key-file key",
    )
)
@click.argument("account")
@click.argument("name")
@click.argument("words")
@desk_options
@click.option("--derived", is_flag=True, help=say("Something was made of it.", "그것으로 무언가를 만들었다."))
def note(account: str, name: str, words: str, desk: Path, key_file: Path | None, derived: bool) -> None:  # noqa: PLR0913 - click
    from datetime import UTC, datetime

    from sosik.accounts.custody import Custody, CustodyEvent
    from sosik.cli.wiring import open_desk
    from sosik.values.ids import AccountId, MemberId

    opened = open_desk(desk, key_file, writing=True)
    kept = next((one for one in opened.ledger.attachments(AccountId(account)) if one.name == name), None)
    if kept is None:
        raise NotFound(what=name)
    event = CustodyEvent.derived if derived else CustodyEvent.verified
    entry = Custody(name, event, MemberId(opened.member), datetime.now(UTC).date(), kept.sha256, words)
    opened.ledger.note(AccountId(account), entry)
    click.echo(say("Written down.", "적었습니다."))
