"""Sealing under a key of 32 bytes: XChaCha20-Poly1305 of libsodium, through PyNaCl."""

from collections.abc import Sequence

from nacl import bindings, utils
from nacl.exceptions import CryptoError

from sosik.errors import LedgerDamaged

KEY_BYTES = 32
_NONCE = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


def new_key() -> bytes:
    return utils.random(KEY_BYTES)


def new_id() -> bytes:
    """16 random bytes that say nothing of what they name."""
    return utils.random(16)


def seal(plain: bytes, keys: Sequence[bytes], bound_to: bytes) -> bytes:
    """Under each key in turn, so that every one is needed; ``bound_to`` is not kept, and must be said again to open."""
    for key in keys:
        nonce = utils.random(_NONCE)
        plain = nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, bound_to, nonce, key)
    return plain


def unseal(untrusted_sealed: bytes, keys: Sequence[bytes], bound_to: bytes) -> bytes:
    """Raises LedgerDamaged when it is not what was sealed there."""
    for key in reversed(keys):
        nonce, body = untrusted_sealed[:_NONCE], untrusted_sealed[_NONCE:]
        try:
            untrusted_sealed = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(body, bound_to, nonce, key)
        except (CryptoError, ValueError) as error:
            raise LedgerDamaged(why="something sealed does not open") from error
    return untrusted_sealed
