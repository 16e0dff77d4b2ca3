"""Whether bytes may be an envelope, by what stands unsealed at their head: enough to turn away what is none."""

from sosik.intake.sizes import SIZES

HEAD_LENGTH = 24 * 1024
"""Bytes that hold the head of every envelope, post-quantum ones included."""

_FIRST = b"age-encryption.org/v1\n-> "
_STANZA, _END = b"\n-> ", b"\n--- "
_STANZAS = (8, 9)  # of the recipients, and one that some writers add to keep readers honest


def is_sealed_head(untrusted: bytes) -> bool:
    """The first ``HEAD_LENGTH`` bytes of a file begin as an age file to eight recipients does."""
    head, end, _ = untrusted.partition(_END)
    return untrusted.startswith(_FIRST) and bool(end) and head.count(_STANZA) in _STANZAS


def is_sealed_size(length: int) -> bool:
    return length in SIZES
