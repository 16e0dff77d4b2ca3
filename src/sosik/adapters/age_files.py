"""Sealing to recipients with age; opening is the opener's."""

from collections.abc import Sequence

import pyrage

from sosik.errors import NoteTooLarge, RecipientUnreadable
from sosik.intake.sizes import plain_length

_STANZAS = 8
_HEADER = 940  # bytes: the middle of what the library writes, whose last stanza is of a random length
_TRIES = 5_000  # of about 150 lengths


def seal_to(plain: bytes, recipients: Sequence[str]) -> bytes:
    return bytes(pyrage.encrypt(plain, [_recipient(one) for one in recipients]))


def seal_to_uncounted(plain: bytes, recipients: Sequence[str]) -> bytes:
    """The same, filled up to a multiple of eight with recipients that nobody holds, so that theirs cannot be counted."""
    strangers = (str(pyrage.x25519.Identity.generate().to_public()) for _ in range(-len(recipients) % _STANZAS))
    return seal_to(plain, [*recipients, *strangers])


def seal_sized(plain: bytes, recipients: Sequence[str], size: int) -> bytes:
    """Sealed to recipients that cannot be counted, filled up with zeros to exactly ``size`` bytes; raises NoteTooLarge."""
    length = plain_length(size, _HEADER)
    if length is None or len(plain) > length:
        raise NoteTooLarge(what="a reply", limit=length)
    full = plain + bytes(length - len(plain))
    sealed = (seal_to_uncounted(full, recipients) for _ in range(_TRIES))
    found = next((one for one in sealed if len(one) == size), None)
    if found is None:
        raise NoteTooLarge(what="a reply", limit=length)
    return found


def check_recipient(untrusted: str) -> str:
    """Raises RecipientUnreadable."""
    return str(_recipient(untrusted.strip()))


def _recipient(untrusted: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(untrusted)
    except pyrage.RecipientError as error:
        raise RecipientUnreadable from error
