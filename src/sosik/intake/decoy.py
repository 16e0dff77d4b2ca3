"""What lies in a mailbox that holds nothing: bytes that look like a reply to somebody else."""

import base64
import hashlib
import re

_SHARE = re.compile(rb"(?<=-> X25519 )[A-Za-z0-9+/]{43}(?=\n)")
_BODY = re.compile(rb"(?<=\n)[A-Za-z0-9+/]{43}(?=\n)")
_MAC = re.compile(rb"(?<=\n--- )[A-Za-z0-9+/]{43}\n")


def decoy(template: bytes, seed: bytes, address: str) -> bytes:
    """The same for the same address as long as ``seed`` is kept; as long as ``template``, a real reply to nobody.

    Every key share, wrapped key, tag and chunk is replaced by as many bytes of SHAKE-256 over seed and address.
    """
    mac = _MAC.search(template)
    if mac is None:
        raise ValueError("a decoy is made from a sealed reply")
    stream = hashlib.shake_256(seed + b"|" + address.encode()).digest(64 * 32 + len(template))
    words = iter(range(0, 64 * 32, 32))

    def fresh(_: re.Match[bytes]) -> bytes:
        at = next(words)
        return _letters(stream[at : at + 32])

    head = _BODY.sub(fresh, _SHARE.sub(fresh, template[: mac.start()]))
    return head + fresh(mac) + b"\n" + stream[64 * 32 :][: len(template) - mac.end()]


def _letters(random: bytes) -> bytes:
    """32 bytes as age writes them, the top bit clear as in a share."""
    return base64.b64encode(random[:31] + bytes([random[31] & 0x7F])).rstrip(b"=")
