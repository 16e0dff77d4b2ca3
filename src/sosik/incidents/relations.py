"""Who retells whom, and what members said of accounts' tellers."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.derivation.retelling import Retelling
from sosik.incidents.independence import Apart, RootSet, share
from sosik.values.ids import AccountId

Pair = frozenset[AccountId]


@frozen
class Relations:
    """``retells`` leads from an account to those that it retells; ``links`` joins accounts that share a teller.

    ``declared_apart`` are pairs of accounts whose unknown tellers a member knows to be two. ``proposed`` joins accounts of
    which one seems to retell the other, as long as no member has said what they are to each other.
    """

    retells: Mapping[AccountId, frozenset[AccountId]] = field(factory=dict, hash=False)
    links: Mapping[AccountId, frozenset[AccountId]] = field(factory=dict, hash=False)
    declared_apart: Apart = frozenset()
    proposed: Mapping[AccountId, frozenset[AccountId]] = field(factory=dict, hash=False)
    ledger: frozenset[AccountId] = frozenset()

    def upstream(self, account: AccountId) -> frozenset[AccountId]:
        return self.retells.get(account, frozenset())

    def reached(self, account: AccountId) -> frozenset[AccountId]:
        """The account and all on its chains."""
        return _reached(account, self.retells)

    def linked(self, account: AccountId) -> frozenset[AccountId]:
        """The accounts that share its teller, also through a third, itself first of all."""
        return _reached(account, self.links)

    def ends(self, account: AccountId) -> frozenset[AccountId]:
        """Where its chains end; empty when all of them turn in a circle."""
        return frozenset(one for one in self.reached(account) if not self.upstream(one))

    def known_ends(self, account: AccountId) -> frozenset[AccountId]:
        """The last accounts of its chains that the ledger holds."""
        ours = self.reached(account) & self.ledger
        return frozenset(one for one in ours if not self.upstream(one) or not self.upstream(one) <= ours)

    def share(self, one: RootSet, other: RootSet) -> bool:
        return share(one, other, self.declared_apart)


def related(
    accounts: Mapping[AccountId, Account], decisions: Iterable[Decision], found: Iterable[Retelling] = ()
) -> Relations:
    """From what accounts name and, above that, the latest decision on each pair of accounts; what was ``found`` between
    two is proposed where neither says anything.
    """
    retells = {name: set(account.retells) - {name} for name, account in accounts.items()}
    links: dict[AccountId, set[AccountId]] = {}
    apart: set[Pair] = set()
    settled = {frozenset({name, other}) for name, others in retells.items() for other in others}
    for one, relation, other in _latest(decisions):
        settled.add(frozenset({one, other}))
        if relation == "retells":
            retells.setdefault(one, set()).add(other)
        elif relation == "independent":
            apart.add(frozenset({one, other}))
            retells.get(one, set()).discard(other)
            retells.get(other, set()).discard(one)
        else:
            links.setdefault(one, set()).add(other)
            links.setdefault(other, set()).add(one)
    pairs = {frozenset({item.account, item.of}) for item in found} - settled
    proposed = _neighbours(pair for pair in pairs if pair <= accounts.keys())
    return Relations(_frozen(retells), _frozen(links), frozenset(apart), _frozen(proposed), frozenset(accounts))


def _neighbours(pairs: Iterable[Pair]) -> dict[AccountId, set[AccountId]]:
    found: dict[AccountId, set[AccountId]] = {}
    for pair in pairs:
        for one in pair:
            found.setdefault(one, set()).update(pair - {one})
    return found


def _latest(decisions: Iterable[Decision]) -> Iterable[tuple[AccountId, str, AccountId]]:
    last: dict[Pair, tuple[AccountId, str, AccountId]] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.relate and decision.about["account"] != decision.about["to"]:
            said = decision.about["account"], str(decision.about["relation"]), decision.about["to"]
            last[frozenset({said[0], said[2]})] = said
    return last.values()


def _reached(start: AccountId, steps: Mapping[AccountId, Iterable[AccountId]]) -> frozenset[AccountId]:
    """``start`` and all that its steps lead to."""
    found, open_ends = {start}, [start]
    while open_ends:
        fresh = set(steps.get(open_ends.pop(), ())) - found
        found |= fresh
        open_ends += sorted(fresh)
    return frozenset(found)


def _frozen(table: Mapping[AccountId, set[AccountId]]) -> dict[AccountId, frozenset[AccountId]]:
    return {name: frozenset(others) for name, others in table.items()}
