"""Opens what is sealed with age: only the two wirings may import it."""

import pyrage

from sosik.errors import KeyWrong, SealBroken

_NOT_OURS = "No matching keys"


def open_under_passphrase(untrusted_sealed: bytes, passphrase: str) -> bytes:
    """The plain bytes; raises KeyWrong."""
    try:
        return bytes(pyrage.passphrase.decrypt(untrusted_sealed, passphrase))
    except pyrage.DecryptError as error:
        raise KeyWrong from error


def open_with_identity(untrusted_sealed: bytes, secret: str) -> bytes:
    """The plain bytes of a file sealed to the identity ``AGE-SECRET-KEY-1...``; raises KeyWrong or SealBroken."""
    try:
        return bytes(pyrage.decrypt(untrusted_sealed, [pyrage.x25519.Identity.from_str(secret)]))
    except pyrage.IdentityError as error:
        raise KeyWrong from error
    except pyrage.DecryptError as error:
        if _NOT_OURS in str(error):
            raise KeyWrong from error
        raise SealBroken from error
