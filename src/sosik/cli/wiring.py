"""Where the command line is put together: the ports that its commands need and the adapters that serve them."""

import sys
from pathlib import Path

import click
from attrs import frozen

from sosik.accounts.ledger import Ledger
from sosik.adapters import opener
from sosik.adapters.age_identity import (
    make_identity_file,
    new_secret,
    recipient_of,
    recipient_of_file,
    seal_under_passphrase,
)
from sosik.adapters.id_key import HmacIds, read_or_make
from sosik.adapters.store.plain_folder import DESK, PlainFolder, write_private
from sosik.cli.words import say
from sosik.errors import DeskMissing, KeyWrong, WrongUse

_SEALED_IDENTITY = "member.age"


@frozen
class OpenDesk:
    """A desk that a member's key has opened."""

    folder: Path
    ledger: Ledger
    ids: HmacIds
    member: str
    is_demo: bool


def open_desk(folder: Path, key_file: Path | None, *, id_key: Path | None = None) -> OpenDesk:
    """Raises DeskMissing, KeyUnreadable or KeyWrong."""
    if not (folder / DESK).is_file():
        raise DeskMissing(desk=folder.name)
    ledger = PlainFolder(folder)
    if recipient_of_file(key_file) != ledger.recipient if key_file else not _passphrase_opens(folder, ledger):
        raise KeyWrong
    return OpenDesk(folder, ledger, read_or_make(id_key or folder / "id.key"), ledger.member, ledger.is_demo)


def make_desk(folder: Path, key_file: Path | None, *, demo: bool, member: str, id_key: Path | None = None) -> OpenDesk:
    """A new desk for one member; the identity at ``key_file`` is made when missing, else a passphrase is asked for."""
    if key_file:
        recipient = recipient_of_file(key_file) if key_file.is_file() else make_identity_file(key_file)
        ledger = PlainFolder.make(folder, recipient, member=member, demo=demo)
    else:
        secret = new_secret()
        words = _asked(say("New passphrase", "새 암호"), twice=True)
        sealed = seal_under_passphrase(secret, words)
        ledger = PlainFolder.make(folder, recipient_of(secret), member=member, demo=demo, sealed_identity=sealed)
    if id_key and id_key.is_file():
        write_private(folder / "id.key", id_key.read_bytes())
    return OpenDesk(folder, ledger, read_or_make(folder / "id.key"), member, demo)


def _passphrase_opens(folder: Path, ledger: PlainFolder) -> bool:
    sealed = folder / _SEALED_IDENTITY
    if not sealed.is_file():
        raise KeyWrong
    words = _asked(say("Passphrase", "암호"), twice=False)
    secret = opener.open_under_passphrase(sealed.read_bytes(), words).decode("ascii")
    return recipient_of(secret) == ledger.recipient


def _asked(prompt: str, *, twice: bool) -> str:
    """What is typed on the terminal, unseen; raises WrongUse where there is none, since it would be shown or logged."""
    if not sys.stdin.isatty():
        raise WrongUse(
            what=say(
                "There is no terminal to ask for the passphrase on: give --key-file.",
                "암호를 물을 터미널이 없습니다. --key-file 을 적어 주십시오.",
            )
        )
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=twice))
