"""Sealing to recipients with age; opening is the opener's."""

from collections.abc import Sequence

import pyrage

from sosik.errors import RecipientUnreadable

_STANZAS = 8


def seal_to(plain: bytes, recipients: Sequence[str]) -> bytes:
    return bytes(pyrage.encrypt(plain, [_recipient(one) for one in recipients]))


def seal_to_uncounted(plain: bytes, recipients: Sequence[str]) -> bytes:
    """The same, filled up to a multiple of eight with recipients that nobody holds, so that theirs cannot be counted."""
    strangers = (str(pyrage.x25519.Identity.generate().to_public()) for _ in range(-len(recipients) % _STANZAS))
    return seal_to(plain, [*recipients, *strangers])


def check_recipient(untrusted: str) -> str:
    """Raises RecipientUnreadable."""
    return str(_recipient(untrusted.strip()))


def _recipient(untrusted: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(untrusted)
    except pyrage.RecipientError as error:
        raise RecipientUnreadable from error
