"""The drop from the desk: what lies in its mirror comes in, and a reply goes to the mailbox that a note names."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from sosik.accounts.account import Account
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.age_files import seal_sized
from sosik.adapters.envelope_files import archived
from sosik.adapters.private_file import write_private
from sosik.desk.open_desk import Desk, Who
from sosik.errors import EnvelopeRefused, InputEmpty, MirrorMissing, NotFound
from sosik.intake.note import reply_to
from sosik.intake.sizes import REPLY_SIZE, SIZES
from sosik.values.ids import AccountId

_SPOOLED = re.compile(r"[0-9a-f]{64}")
_REPLY, _WORD = "-reply.json", "word-"
MOST = 200  # files that are fetched at once


@frozen
class Waiting:
    """A note whose writer left a mailbox; ``file`` is the attachment that names it."""

    account: Account
    file: str


def fetched(desk: Desk) -> Mapping[str, UntrustedFile]:
    """Sealed files of the mirror that are not here yet and were not erased, ``MOST`` at a time. Raises MirrorMissing."""
    found = {}
    for path in sorted(_spooled(_mirror(desk))):
        name = AccountId(f"{_WORD}{path.name[:16]}")
        if not desk.ledger.accounts_of([name]) and not desk.ledger.erased_among([name]):
            found[path.name] = UntrustedFile(path.name, path.read_bytes())
        if len(found) >= MOST:
            break
    return found


def waiting(desk: Desk) -> tuple[Waiting, ...]:
    """The latest first."""
    sql = "SELECT name FROM account WHERE name >= %s AND name < %s ORDER BY day DESC, number DESC LIMIT 200"
    names = [AccountId(name) for (name,) in desk.board.run(sql, _WORD, _WORD.replace("-", "."))]
    found = desk.ledger.accounts_of(names)
    return tuple(one for name in names if name in found and (one := _waiting(desk, found[name])))


def one_waiting(desk: Desk, name: str) -> Waiting:
    """Raises NotFound when the account is not there or names no mailbox."""
    account = desk.ledger.accounts_of([AccountId(name)]).get(AccountId(name))
    found = _waiting(desk, account) if account else None
    if found is None:
        raise NotFound(what=name)
    return found


def reply(desk: Desk, who: Who, name: str, words: str) -> None:
    """Sealed to the writer alone and laid into the mirror, of one size whatever it says; the desk keeps no copy.

    Raises MirrorMissing, NotFound, InputEmpty, EnvelopeRefused or NoteTooLarge.
    """
    mirror, one = _mirror(desk), one_waiting(desk, name)
    if not words.strip():
        raise InputEmpty(file=name)
    desk.signer_for(who.member)
    with desk.writing:
        untrusted = desk.ledger.open_attachment(one.account.id, one.file)
    try:
        to = reply_to(json.loads(untrusted))
    except ValueError as error:
        raise EnvelopeRefused(file=one.file, why="it names no mailbox") from error
    if to is None:
        raise EnvelopeRefused(file=one.file, why="it names no mailbox")
    text = words.replace("\r\n", "\n").strip()
    sealed = seal_sized(archived({"reply.txt": text.encode()}), [to.recipient], REPLY_SIZE)
    write_private(mirror / "mailboxes" / to.address, sealed)


def _waiting(desk: Desk, account: Account) -> Waiting | None:
    listed = desk.ledger.attachments(account.id) if account.attachments else ()
    file = next((one.name for one in listed if one.name.endswith(_REPLY)), None)
    return Waiting(account, file) if file else None


def _mirror(desk: Desk) -> Path:
    if desk.places.mirror is None or not desk.places.mirror.is_dir():
        raise MirrorMissing
    return desk.places.mirror


def _spooled(mirror: Path) -> Iterator[Path]:
    """Whole files by the names that the drop gives them, in the mirror itself or its folder for what came in; no link is followed."""
    for folder in (mirror, mirror / "in"):
        if folder.is_dir():
            yield from (one for one in folder.iterdir() if _is_spooled(one))


def _is_spooled(path: Path) -> bool:
    named = _SPOOLED.fullmatch(path.name) is not None
    return named and path.is_file() and not path.is_symlink() and path.stat().st_size <= SIZES[-1]
