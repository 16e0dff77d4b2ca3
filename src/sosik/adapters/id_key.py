"""The id key: public ids are HMACs under it, so that nobody outside can tell which claim an incident began with."""

import hashlib
import hmac
from pathlib import Path

from attrs import field, frozen

from sosik.errors import KeyUnreadable
from sosik.values.ids import ClaimId, IncidentId


@frozen
class HmacIds:
    """``i-`` and the first 16 hexadecimal digits of HMAC-SHA-256 (RFC 2104) over the claim's id."""

    key: bytes = field(repr=False)

    def public_id(self, prefix: str, claim: ClaimId) -> IncidentId:
        digest = hmac.new(self.key, f"{prefix}|{claim}".encode(), hashlib.sha256).hexdigest()
        return IncidentId(f"{prefix}-{digest[:16]}")


def read_id_key(path: Path) -> bytes:
    """32 bytes in hexadecimal; raises KeyUnreadable. A desk makes its own once, and never rotates it."""
    try:
        key = bytes.fromhex(path.read_text("ascii"))
    except (OSError, ValueError) as error:
        raise KeyUnreadable(file=path.name) from error
    if len(key) != 32:
        raise KeyUnreadable(file=path.name)
    return key
