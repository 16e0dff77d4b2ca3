"""A manifest's signature in minisign's form, by a key derived from the desk's id key: what names its rows signs for them."""

from attrs import field, frozen
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from minisign import Error, PublicKey, SecretKey, Signature
from minisign.algo import CksumAlgorithm, KDFAlgorithm, SignatureAlgorithm
from minisign.const import CHECKSUM_LEN, KEY_ID_LEN, SALT_LEN
from minisign.secret_key import KeynumSK
from nacl.encoding import RawEncoder
from nacl.hash import blake2b

_PERSON = b"sosik manifest 1"


@frozen
class MinisignSigner:
    """Serves ``public.instruments.ManifestSigner``."""

    _key: SecretKey = field(repr=False)

    @classmethod
    def of(cls, id_key: bytes) -> "MinisignSigner":
        """Keyed BLAKE2b with a purpose of its own, as libsodium derives keys; the same id key gives the same signer."""
        seed = blake2b(b"", key=id_key, person=_PERSON, encoder=RawEncoder)
        public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        number = KeynumSK(
            key_id=bytearray(blake2b(public, digest_size=KEY_ID_LEN, encoder=RawEncoder)),
            secret_key=bytearray(seed),
            public_key=bytearray(public),
            checksum=bytearray(CHECKSUM_LEN),
        )
        return cls(
            SecretKey(
                _untrusted_comment=None,
                _signature_algorithm=SignatureAlgorithm.PURE_ED_DSA,
                _kdf_algorithm=KDFAlgorithm.NONE,
                _cksum_algorithm=CksumAlgorithm.BLAKE2b,
                _kdf_salt=bytes(SALT_LEN),
                _kdf_opslimit=0,
                _kdf_memlimit=0,
                _keynum_sk=number,
            )
        )

    @property
    def verify(self) -> bytes:
        return bytes(self._key.get_public_key())

    def sign(self, manifest: bytes, comment: str) -> bytes:
        return bytes(self._key.sign(manifest, untrusted_comment="signature of manifest.json", trusted_comment=comment))


def is_signed_manifest(manifest: bytes, untrusted_signature: bytes, verify: bytes) -> bool:
    """The signature is of these bytes, by the holder of this public key."""
    try:
        PublicKey.from_bytes(verify).verify(manifest, Signature.from_bytes(untrusted_signature))
    except (Error, ValueError, UnicodeDecodeError):
        return False
    return True
