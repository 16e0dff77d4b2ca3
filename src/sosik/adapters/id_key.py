"""The id key: public ids are HMACs under it, so that nobody outside can tell which claim an incident began with."""

import hashlib
import hmac
import secrets
from pathlib import Path

from attrs import field, frozen

from sosik.adapters.store.plain_folder import write_private
from sosik.errors import KeyUnreadable
from sosik.values.ids import ClaimId, IncidentId


@frozen
class HmacIds:
    """``i-`` and the first 16 hexadecimal digits of HMAC-SHA-256 (RFC 2104) over the claim's id."""

    key: bytes = field(repr=False)

    def public_id(self, prefix: str, claim: ClaimId) -> IncidentId:
        digest = hmac.new(self.key, f"{prefix}|{claim}".encode(), hashlib.sha256).hexdigest()
        return IncidentId(f"{prefix}-{digest[:16]}")


def read_or_make(path: Path) -> HmacIds:
    """32 bytes in hexadecimal, made once and never rotated."""
    if not path.is_file():
        write_private(path, secrets.token_hex(32).encode("ascii") + b"\n")
    try:
        key = bytes.fromhex(path.read_text("ascii"))
    except ValueError as error:
        raise KeyUnreadable(file=path.name) from error
    if len(key) != 32:
        raise KeyUnreadable(file=path.name)
    return HmacIds(key)
