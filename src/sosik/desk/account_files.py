"""What is kept beside an account: attachments with their custody, and a translation that a member wrote."""

import base64
import re
from typing import Any

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.conversion import DOCUMENTS
from sosik.accounts.custody import Custody, CustodyEvent
from sosik.accounts.encoding import decode
from sosik.accounts.report import TEXT_FORMATS, Attachment
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.converter.bubblewrap import Bubblewrap
from sosik.adapters.store.opened import today
from sosik.desk.open_desk import Desk, Who
from sosik.errors import InputEmpty, InputFormat, InputTooLong, NotFound
from sosik.values.ids import AccountId

PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".tif", ".tiff", ".bmp"})
_TRANSLATION = re.compile(r"translation-(?P<lang>ko|en)-(?P<number>\d{1,4})\.txt")
_LONGEST = 200_000  # characters


@frozen
class Translated:
    lang: str
    text: str = field(repr=False)
    member: str
    on: str


@frozen
class Opened:
    """What the sandbox made of an attachment: words, or a picture drawn anew from its pixels, as base64 of a JPEG."""

    text: str = field(default="", repr=False)
    picture: str = field(default="", repr=False)


def kept_beside(desk: Desk, account: Account) -> dict[str, Any]:
    """Attachments and custody without the translations; the last translation by itself."""
    files = desk.ledger.attachments(account.id)
    log = desk.ledger.custody(account.id) if files else ()
    ours = [one.name for one in files if _TRANSLATION.fullmatch(one.name)]
    return {
        "attachments": [one for one in files if one.name not in ours],
        "custody": [one for one in log if one.attachment not in ours],
        "translation": _translated(desk, account.id, ours[-1], log) if ours else None,
    }


def translate(desk: Desk, who: Who, account: Account, text: str) -> None:
    """Into the other language; earlier ones stay. It goes with the account. Raises InputEmpty or InputTooLong."""
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise InputEmpty(file=account.id)
    if len(words) > _LONGEST:
        raise InputTooLong(file=account.id, limit_mb=1)
    lang = "en" if account.lang.value == "ko" else "ko"
    with desk.writing:
        number = sum(bool(_TRANSLATION.fullmatch(one.name)) for one in desk.ledger.attachments(account.id)) + 1
        item = Attachment(account.id, f"translation-{lang}-{number}.txt", words.encode())
        desk.ledger.attach(item, "translation", by=who.member)


def open_attachment(desk: Desk, who: Who, account: AccountId, name: str) -> Opened:
    """Only by way of the sandbox, the opening noted first. Raises NotFound, InputFormat, NoSandbox or what a file that cannot be read is."""
    with desk.writing:
        untrusted = desk.ledger.open_attachment(account, name, who.member)
    file = UntrustedFile(name, untrusted)
    if file.suffix in TEXT_FORMATS | {".json"}:
        return Opened(text=decode(name, untrusted))
    if file.suffix in PHOTOS:
        drawn = Bubblewrap.found().convert(UntrustedFile("photo.jpg", untrusted)).files[0]
        return Opened(picture=base64.b64encode(drawn.content).decode("ascii"))
    if file.suffix in DOCUMENTS:
        return Opened(text=Bubblewrap.found().convert(file).text)
    raise InputFormat(file=name)


def note(desk: Desk, who: Who, account: AccountId, name: str, words: str) -> None:
    """What was verified of it. Raises NotFound or InputEmpty."""
    said = " ".join(words.split())[:500]
    if not said:
        raise InputEmpty(file=name)
    with desk.writing:
        kept = next((one for one in desk.ledger.attachments(account) if one.name == name), None)
        if kept is None:
            raise NotFound(what=name)
        desk.ledger.note(account, Custody(name, CustodyEvent.verified, who.member, today(), kept.sha256, said))


def _translated(desk: Desk, account: AccountId, name: str, log: tuple[Custody, ...]) -> Translated:
    text = desk.ledger.own_text(account, name)
    first = next(one for one in log if one.attachment == name)
    lang = "en" if name.startswith("translation-en") else "ko"
    return Translated(lang, text, first.member, first.on.isoformat())
