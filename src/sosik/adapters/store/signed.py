"""A member's signature over a decision: for one desk, so that on another the line is nobody's."""

from attrs import evolve

from sosik.accounts.decision import Decision
from sosik.adapters.signing import Signer
from sosik.adapters.store.ledger import unsigned

_SIGNED = b"sosik decision 1|"


def signed_bytes(desk: str, decision: Decision) -> bytes:
    """What is signed: the desk's id and the line without a signature."""
    return _SIGNED + desk.encode("ascii") + b"|" + unsigned(decision)


def signed(desk: str, signer: Signer, decision: Decision) -> Decision:
    """The same line with the member's signature."""
    return evolve(decision, sig=signer.sign(signed_bytes(desk, decision)))
