"""Erasing: what goes, and what an editor must look at afterwards."""

from attrs import frozen

from sosik.values.ids import AccountId, SourceHandle


@frozen
class Erasable:
    """Either one account, or a source with all of theirs."""

    account: AccountId | None = None
    source: SourceHandle | None = None


@frozen
class Erased:
    """``entries`` counts what was blanked: accounts, decisions, attachments.

    ``quoted_in`` names bulletins, decisions ("decision 12") and accounts ("account b") that still share a long passage with
    an erased account, retell it, or name an erased source: only an editor can judge them. ``unreached`` are copies of the key file that could not be replaced.
    """

    accounts: int
    entries: int
    quoted_in: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
