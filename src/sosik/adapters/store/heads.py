"""Heads as lines that can be kept outside the desk: printed, sent, or added to a file."""

import json
from collections.abc import Iterator

from attrs import frozen

from sosik.adapters.signing import is_signed
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.models import Head
from sosik.adapters.store.opened import Store
from sosik.errors import HeadUnreadable

_DIGITS = 16


@frozen
class WitnessedHead:
    """``mac`` in hexadecimal, all of it or its beginning, as it was written down."""

    seq: int
    mac: str


@as_catalogued()
def head_line(store: Store) -> str:
    """``SEQ.MAC``: says nothing of what is kept."""
    seq, mac = store.chain.end()
    return f"{seq}.{mac.hex()}"


@as_catalogued()
def manifest_line(store: Store) -> str:
    """The last head with its signature, as one line of JSON."""
    head = Head.objects.using(store.ledger.alias).order_by("-seq").first()
    record = {"desk": store.ring.desk, "head": f"{head.seq}.{bytes(head.mac).hex()}", "verify": head.verify}
    return json.dumps(record | {"sig": head.sig})


def read_head(untrusted: str) -> WitnessedHead:
    """Raises HeadUnreadable; of the mac, at least 16 digits must have been written down."""
    seq, _, mac = untrusted.strip().lower().partition(".")
    if not seq.isascii() or not seq.isdigit() or len(mac) < _DIGITS or set(mac) - set("0123456789abcdef"):
        raise HeadUnreadable
    return WitnessedHead(int(seq), mac)


def read_manifest(store: Store, untrusted: str) -> Iterator[WitnessedHead]:
    """The heads of a manifest; raises HeadUnreadable on a line of another desk, or that its signature does not bear."""
    for line in untrusted.splitlines():
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            head = read_head(record["head"])
            message = store.chain.signed(head.seq, bytes.fromhex(head.mac))
            if record["desk"] != store.ring.desk or not is_signed(message, record["sig"], record["verify"]):
                raise HeadUnreadable
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise HeadUnreadable from error
        yield head
