"""The composer: one page that seals on the writer's side. Its script is fixed; only whom it seals to is put in."""

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from sosik.errors import RecipientsMixed, RecipientsTooMany, RecipientUnreadable

STANZAS = 8
_POST_QUANTUM = re.compile(r"age1pq1[ac-hj-np-z02-9]{1952}")
_SETTINGS = '{"keys":"[]"}'


@frozen
class EnvelopeKey:
    """A recipient, and the days on which the composer seals to it; None is without end."""

    recipient: str
    first: date | None = None
    last: date | None = None


@frozen
class Settings:
    """``keys`` as they are signed; without a signature the page says nothing of who made it."""

    keys: str
    signature: str | None = None
    signer: str | None = None

    @property
    def fingerprint(self) -> str | None:
        """Of who signed the keys, as the page shows it, to be compared by voice; None where nobody did."""
        if self.signer is None:
            return None
        marks = hashlib.sha256(self.signer.encode()).hexdigest()[:24]
        return " ".join(marks[at : at + 4] for at in range(0, 24, 4))


def is_post_quantum(recipient: str) -> bool:
    return recipient.startswith("age1pq1")


def check_recipients(recipients: Sequence[str]) -> None:
    """Raises RecipientsTooMany or RecipientsMixed: beside an older kind, a post-quantum recipient protects nothing."""
    if not 1 <= len(recipients) <= STANZAS:
        raise RecipientsTooMany(most=STANZAS)
    if len({is_post_quantum(one) for one in recipients}) > 1:
        raise RecipientsMixed


def check_post_quantum(untrusted: str) -> str:
    """By its letters and length alone: its check sum is the composer's to test. Raises RecipientUnreadable."""
    if not _POST_QUANTUM.fullmatch(untrusted):
        raise RecipientUnreadable
    return untrusted


def keys_text(keys: Sequence[EnvelopeKey]) -> str:
    """What is signed and put into the page."""
    rows = [
        {
            "recipient": key.recipient,
            **({"from": key.first.isoformat()} if key.first else {}),
            **({"until": key.last.isoformat()} if key.last else {}),
        }
        for key in keys
    ]
    return json.dumps(rows, separators=(",", ":"))


def signed_text(keys: str) -> bytes:
    return f"envelope keys/1\n{keys}".encode()


def composer_page(template: str, settings: Settings) -> str:
    """The template with its settings: no byte of its script or style changes, so that their hashes hold."""
    said = {"keys": settings.keys}
    if settings.signature and settings.signer:
        said |= {"signature": settings.signature, "signer": settings.signer}
    text = json.dumps(said, separators=(",", ":")).replace("<", "\\u003c")
    return template.replace(_SETTINGS, text, 1)
