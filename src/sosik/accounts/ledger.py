"""What is kept, as the stages see it; an adapter keeps it on disk."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.custody import Custody, KeptAttachment
from sosik.accounts.decision import Decision
from sosik.accounts.erasure import Erasable, Erased
from sosik.accounts.report import Attachment
from sosik.values.ids import AccountId


@frozen
class Kept:
    """Accounts in the order in which they were taken in, decisions in the order of the ledger, bulletin files by name."""

    accounts: tuple[Account, ...] = ()
    decisions: tuple[Decision, ...] = ()
    bulletins: Mapping[str, str] = field(factory=dict, hash=False)


Behind = Callable[[str], tuple[AccountId, ...]]


def nobody(_name: str) -> tuple[AccountId, ...]:
    return ()


class Ledger(Protocol):
    """Everything acknowledged is on disk; nothing is there by halves."""

    def kept(self) -> Kept: ...

    def known_as(self, names: Iterable[str]) -> tuple[Account, ...]:
        """The accounts of these names and of the names that were made unique from them (``call``, ``call-2``)."""
        ...

    def accounts_of(self, names: Iterable[AccountId]) -> dict[AccountId, Account]:
        """Those of exactly these names that are kept, without reading the others."""
        ...

    def decisions_about(self, accounts: Collection[Account], sources: Collection[str] = ()) -> tuple[Decision, ...]:
        """Those that concern the accounts, their sources or these, in the order of the ledger, without reading the others."""
        ...

    def decisions_on_bulletins(self) -> tuple[Decision, ...]:
        """Those that name a bulletin, in the order of the ledger, without reading the others."""
        ...

    def erased_among(self, names: Iterable[str]) -> frozenset[str]:
        """Names of accounts that were erased: they are not taken in again."""
        ...

    def take_in(self, accounts: Iterable[Account], attachments: Iterable[Attachment]) -> None: ...

    def append(self, decisions: Iterable[Decision], behind: Behind = nobody) -> int:
        """How many were not there before. ``behind`` gives the accounts that a claim or an incident rests on, by its id:
        a decision that names one is gone with any of them.
        """
        ...

    def bulletins(self) -> Mapping[str, str]:
        """The last version of each file, by name."""
        ...

    def versions(self, name: str) -> tuple[str, ...]:
        """Every text that was kept under this file's name, the first one first."""
        ...

    def every_version(self) -> Mapping[str, tuple[str, ...]]:
        """Of each bulletin's file all the texts that were ever kept, the first one first."""
        ...

    def keep_bulletin(self, name: str, text: str) -> None: ...

    def keep_public(self, name: str, content: bytes) -> None:
        """What is public or is to be, and is no text of a bulletin: pictures, what the desk says of itself, editions as they left."""
        ...

    def public_kept(self) -> Mapping[str, bytes]:
        """The last content under each name, in the order in which the names first came."""
        ...

    def attachments(self, account: AccountId) -> tuple[KeptAttachment, ...]: ...

    def open_attachment(self, account: AccountId, name: str) -> bytes:
        """The bytes as they came, the opening noted in the custody log; raises NotFound."""
        ...

    def attach(self, item: Attachment, words: str = "", of: str = "") -> None:
        """What came later, or was derived from the attachment ``of``; raises NotFound, or AttachmentTaken when the name is another's."""
        ...

    def note(self, account: AccountId, entry: Custody) -> None: ...

    def custody(self, account: AccountId) -> tuple[Custody, ...]: ...

    def wait(self, names: Iterable[str]) -> None:
        """Keep what an erasure changed inside the desk, by incident, until an editor releases it."""
        ...

    def waiting(self) -> tuple[str, ...]: ...

    def erase(self, what: Erasable, because: str) -> Erased:
        """After it, nothing that is kept gives back a word of the accounts; raises NotFound."""
        ...
