"""A member's signature: Ed25519 of libsodium, by a key derived from the member's age identity and stored nowhere."""

from attrs import field, frozen
from nacl.encoding import HexEncoder, RawEncoder
from nacl.exceptions import CryptoError
from nacl.hash import blake2b
from nacl.signing import SigningKey, VerifyKey

_PERSON = b"sosik signing v1"


@frozen
class Signer:
    """``verify`` is the public half, in hexadecimal; others check signatures with it."""

    _key: SigningKey = field(repr=False)

    @property
    def verify(self) -> str:
        return self._key.verify_key.encode(HexEncoder).decode("ascii")

    def sign(self, message: bytes) -> str:
        return self._key.sign(message).signature.hex()


def signer_of(identity: str) -> Signer:
    """From ``AGE-SECRET-KEY-1...``: keyed BLAKE2b with a purpose of its own, as libsodium derives keys."""
    seed = blake2b(b"", key=blake2b(identity.encode("ascii"), encoder=RawEncoder), person=_PERSON, encoder=RawEncoder)
    return Signer(SigningKey(seed))


def is_signed(message: bytes, untrusted_sig: str, verify: str) -> bool:
    try:
        VerifyKey(bytes.fromhex(verify)).verify(message, bytes.fromhex(untrusted_sig))
    except (CryptoError, ValueError, TypeError):
        return False
    return True
