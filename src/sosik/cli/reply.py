"""``sosik reply``: words for a mailbox, sealed to the one who derived it."""

import json
from pathlib import Path

import click

from sosik.cli.words import say
from sosik.errors import EnvelopeRefused, InputEncoding, InputMissing


@click.command(
    help=say(
        "Seal a reply to the mailbox that a note names, and lay it into the drop's spool (or a mirror of it). "
        "ADDRESS is the note's reply file, which `sosik open` wrote beside it.\n\n"
        "Example: sosik reply opened/word-0a1b-reply.json --text answer.txt --spool mirror",
        "편지가 적은 사서함에 둘 답장을 봉해 받는 곳의 폴더(또는 그 사본)에 둔다. ADDRESS는 `sosik open` 이 곁에 쓴 답장 파일이다.\n\n"
        "예: sosik reply opened/word-0a1b-reply.json --text answer.txt --spool mirror",
    )
)
@click.argument("address", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--text", type=click.Path(path_type=Path, dir_okay=False), required=True, help=say("UTF-8.", "UTF-8."))
@click.option(
    "--spool", type=click.Path(path_type=Path, file_okay=False), required=True, help=say("A folder.", "폴더.")
)
def command(address: Path, text: Path, spool: Path) -> None:
    from sosik.adapters.age_files import seal_sized
    from sosik.adapters.envelope_files import archived
    from sosik.adapters.private_file import write_private
    from sosik.intake.note import reply_to
    from sosik.intake.sizes import REPLY_SIZE

    to = reply_to(_json(address))
    if to is None:
        raise EnvelopeRefused(file=address.name, why="it names no mailbox")
    sealed = seal_sized(archived({"reply.txt": _words(text).encode()}), [to.recipient], REPLY_SIZE)
    write_private(spool / "mailboxes" / to.address, sealed)
    click.echo(say("Sealed; an earlier reply there is replaced.", "봉했습니다. 거기 있던 답장은 갈음됩니다."))


def _json(path: Path) -> object:
    try:
        return json.loads(_words(path))
    except ValueError as error:
        raise EnvelopeRefused(file=path.name, why="it names no mailbox") from error


def _words(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputMissing(file=path.name) from error
    except UnicodeError as error:
        raise InputEncoding(file=path.name) from error
