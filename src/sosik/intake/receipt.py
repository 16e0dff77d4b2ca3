"""A receipt: what tells a sealed file from every other, and says nothing of what is in it."""

import hashlib


def receipt_of(sealed: bytes) -> str:
    """SHA-256 of the ciphertext in hexadecimal: the drop's receipt, and the name under which it keeps the file."""
    return hashlib.sha256(sealed).hexdigest()
