"""An open desk, as the pages use it: the sealed store, the board, the rules of reading, and who may sign."""

import threading
import time
from pathlib import Path

from attrs import define, field, frozen

from sosik.adapters.id_key import HmacIds
from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.signing import Signer
from sosik.adapters.store.board import Board
from sosik.adapters.store.ledger import SealedLedger
from sosik.adapters.store.opened import Store
from sosik.adapters.store.projections import Projections
from sosik.claims.rules import Rules
from sosik.desk.memory import Memory
from sosik.desk.recount import Recount
from sosik.desk.release_state import ReleaseState
from sosik.desk.roles import Right
from sosik.errors import SosikError
from sosik.values.ids import MemberId

SIGNING_HOURS = 12


class SignatureMissing(SosikError):
    code = "E-DESK-SIGNATURE"
    en = "{member} opened no key of their own in this sign-in: give your passphrase once, and decide again. Nothing was kept."
    ko = "{member} 이(가) 이번 로그인에서 자기 열쇠를 열지 않았습니다. 암호를 한 번 적고 다시 결정해 주십시오. 아무것도 남기지 않았습니다."


@frozen
class Who:
    """The member who is signed in, and what they may do."""

    member: MemberId
    rights: frozenset[Right]


class Signers:
    """Signing keys of members who gave their passphrase, in memory, for some hours."""

    def __init__(self) -> None:
        self._held: dict[MemberId, tuple[Signer, float]] = {}

    def hold(self, member: MemberId, signer: Signer) -> None:
        self._held[member] = (signer, time.monotonic() + SIGNING_HOURS * 3600)

    def of(self, member: MemberId) -> Signer | None:
        signer, until = self._held.get(member, (None, 0.0))
        if signer is None or time.monotonic() > until:
            self._held.pop(member, None)
            return None
        return signer

    def drop(self, member: MemberId) -> None:
        self._held.pop(member, None)


@frozen
class Places:
    """Folders outside the desk that it was started with: the public site's, and a mirror of the drop's spool."""

    site: Path | None = None
    mirror: Path | None = None


NOWHERE = Places()


@define
class Desk:
    """``writing`` is held by whoever appends: one at a time. ``readings`` remembers what the rules read of an account."""

    folder: Path
    store: Store = field(repr=False)
    ledger: SealedLedger
    ids: HmacIds = field(repr=False)
    board: Board
    readings: Projections
    rules: Rules = field(repr=False)
    recount: Recount
    words: KiwiWords = field(repr=False)
    places: Places = field(factory=Places)
    release: ReleaseState = field(factory=ReleaseState, repr=False)
    memory: Memory = field(factory=Memory, repr=False)
    signers: Signers = field(factory=Signers)
    is_closed: bool = False
    writing: threading.RLock = field(factory=threading.RLock, repr=False)

    @property
    def opener(self) -> MemberId:
        """The member whose key opened the desk."""
        return self.store.member

    def signer_for(self, member: MemberId) -> Signer | None:
        """None where no signature is needed: of the member whose key opened the desk, or on a demo. Raises SignatureMissing."""
        held = self.signers.of(member)
        if held is None and member != self.opener and not self.store.is_demo:
            raise SignatureMissing(member=member)
        return held

    def close(self) -> None:
        self.is_closed = True
        with self.writing:
            self.recount.stop()
            self.store.close()
