"""Who told of which incident, as lists for an estimate: each outlet one, the desk's own sources together one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from sosik.accounts.account import Account, Basis
from sosik.desk.bulletin_look import book_of
from sosik.desk.open_desk import Desk
from sosik.estimates.lists import MOST_LISTS, ListTable
from sosik.estimates.refusals import Refusal, Rule
from sosik.incidents.incident import Incident, Status
from sosik.values.ids import AccountId

_OUTSIDE = {Basis.press, Basis.official}


def lists_of(desk: Desk, own: str) -> tuple[ListTable | None, list[Refusal]]:
    """The largest lists, eight at most, and which of them copy; None where no incident is on any. Raises DeskCounting."""
    book = book_of(desk)
    accounts = book.standing.accounts
    incidents = [one for one in book.projection.incidents if one.status is not Status.rejected]
    tellers = [_tellers(one, accounts, own) for one in incidents]
    largest = Counter(name for names in tellers for name in names).most_common(MOST_LISTS)
    names = tuple(sorted(name for name, _ in largest))
    counts = np.zeros(2 ** len(names), dtype=np.int64)
    for told in tellers:
        pattern = sum(1 << at for at, name in enumerate(names) if name in told)
        if pattern:
            counts[pattern] += 1
    pairs = ((one.account, one.of) for one in book.projection.retellings)
    copied = _copied(pairs, accounts, own, names)
    return (ListTable(names, counts) if names else None), copied


def _tellers(incident: Incident, accounts: Mapping[AccountId, Account], own: str) -> set[str]:
    return {_list_of(accounts[name], own) for name in incident.accounts if name in accounts}


def _list_of(account: Account, own: str) -> str:
    return account.outlet if account.outlet and account.basis in _OUTSIDE else own


def _copied(
    pairs: Iterable[tuple[AccountId, AccountId]],
    accounts: Mapping[AccountId, Account],
    own: str,
    names: Sequence[str],
) -> list[Refusal]:
    """Lists of which one retells the other do not see apart."""
    found: Counter[tuple[str, str]] = Counter()
    for one, other in pairs:
        if one in accounts and other in accounts:
            first, second = sorted((_list_of(accounts[one], own), _list_of(accounts[other], own)))
            found[first, second] += first != second
    return [
        Refusal(Rule.copying, {"list": first, "other": second, "n": number})
        for (first, second), number in sorted(found.items())
        if number and first in names and second in names
    ]
