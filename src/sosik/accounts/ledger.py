"""What is kept, as the stages see it; an adapter keeps it on disk."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision
from sosik.accounts.report import Attachment


@frozen
class Kept:
    """Accounts in the order in which they were taken in, decisions in the order of the ledger, bulletin files by name."""

    accounts: tuple[Account, ...] = ()
    decisions: tuple[Decision, ...] = ()
    bulletins: Mapping[str, str] = field(factory=dict, hash=False)


class Ledger(Protocol):
    """Everything acknowledged is on disk; nothing is there by halves."""

    def kept(self) -> Kept: ...

    def take_in(self, accounts: Iterable[Account], attachments: Iterable[Attachment]) -> None: ...

    def append(self, decisions: Iterable[Decision]) -> None: ...

    def keep_bulletin(self, name: str, text: str) -> None: ...
