"""An account: what one source, outlet or official said, once, in their words. It never changes."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from sosik.values.ids import AccountId, SourceHandle
from sosik.values.text import Lang
from sosik.values.textspan import text_hash


class Basis(StrEnum):
    """How the teller knows."""

    eyewitness = "eyewitness"
    second_hand = "second-hand"
    rumour = "rumour"
    document = "document"
    imagery = "imagery"
    official = "official"
    press = "press"
    unknown = "unknown"

    @property
    def is_first_hand(self) -> bool:
        return self in {Basis.eyewitness, Basis.document, Basis.imagery}

    @property
    def is_exempt_from_consent(self) -> bool:
        """What was published or said in office needs no consent; an absent basis is never exempt."""
        return self in {Basis.press, Basis.official}


class Consent(StrEnum):
    """What the source agreed to; absent is none."""

    publish = "publish"
    statistics = "statistics"
    none = "none"


class Reliability(StrEnum):
    """Of a source, from A (always right so far) to E (never), F when it cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def is_good(self) -> bool:
        return self in {Reliability.A, Reliability.B}


@frozen
class Account:
    """``text`` is the body in NFC; every offset in a claim counts its characters.

    At least one of ``received``, ``told`` and ``published`` is a day. ``file_sha256`` is the hash of the document or page that
    the text was taken from, as it came; None where the text came as text.
    """

    id: AccountId
    text: str = field(repr=False)
    lang: Lang
    received: date | None = None
    told: date | None = None
    published: date | None = None
    source: SourceHandle | None = None
    basis: Basis = Basis.unknown
    reliability: Reliability = Reliability.F
    consent: Consent = Consent.none
    not_before: date | None = None
    outlet: str | None = None
    retells: tuple[AccountId, ...] = ()
    attachments: tuple[str, ...] = ()
    title: str | None = None
    file_sha256: str | None = None
    sha256: str = field(init=False)

    @sha256.default
    def _hash(self) -> str:
        return text_hash(self.text)

    @property
    def reference_day(self) -> date:
        """The day that relative words count from: told, else published, else received."""
        for day in (self.told, self.published, self.received):
            if day:
                return day
        return date.max

    @property
    def contact_day(self) -> date:
        """The day of the contact with the source, as near as we know it: told, else received, else published."""
        for day in (self.told, self.received, self.published):
            if day:
                return day
        return date.max
