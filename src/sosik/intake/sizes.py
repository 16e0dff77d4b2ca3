"""A sealed note has one of eleven sizes, so that its length tells next to nothing."""

KIB = 1024
SIZES = tuple(kib * KIB for kib in (4, 16, 64, 256, 1024, 2048, 4096, 8192, 16384, 32768, 65536))
"""In bytes, of the sealed file."""
REPLY_SIZE = SIZES[1]
"""Every reply has this one, and so has what lies in a mailbox that nobody ever wrote to."""

_CHUNK, _TAG, _NONCE = 64 * KIB, 16, 16  # age's payload: https://age-encryption.org/v1


def plain_length(size: int, header: int) -> int | None:
    """How many plain bytes make a sealed file of exactly ``size`` after a header of ``header`` bytes; None when none do."""
    room = size - header - _NONCE
    chunks = -(-room // (_CHUNK + _TAG))
    length = room - chunks * _TAG
    return length if length >= 0 and max(1, -(-length // _CHUNK)) == chunks else None


def padded_length(length: int, header: int) -> int | None:
    """To how many plain bytes ``length`` are filled up, for the smallest size that holds them; None when none does."""
    full = (plain_length(size, header) for size in SIZES)
    return next((one for one in full if one is not None and one >= length), None)
