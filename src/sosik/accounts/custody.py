"""Attachments and their custody: what came with an account, who opened it, what was made of it, what was verified."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from sosik.values.ids import MemberId


class CustodyEvent(StrEnum):
    received = "received"
    opened = "opened"
    derived = "derived"
    verified = "verified"


@frozen
class Custody:
    """One line of the custody log. ``sha256`` is of the attachment's bytes as they came.

    ``words`` is what a verification note says, or how it was derived; ``of`` names the attachment that it was derived from.
    """

    attachment: str
    event: CustodyEvent
    member: MemberId
    on: date
    sha256: str
    words: str = ""
    of: str = ""


@frozen
class KeptAttachment:
    """``size`` counts bytes."""

    name: str
    sha256: str
    size: int
