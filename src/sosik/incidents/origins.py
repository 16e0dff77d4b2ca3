"""Where chains of retelling end: what corroboration counts."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from sosik.accounts.account import Account, Basis
from sosik.accounts.decision import Decision
from sosik.accounts.derivation.retelling import Retelling
from sosik.claims.claim import Claim, Stance
from sosik.incidents.independence import Root, RootSet, independent
from sosik.incidents.relations import Relations, related
from sosik.values.ids import AccountId, ClaimId

Group = tuple[Claim, ...]
Heard = frozenset[AccountId]


@frozen
class Origins:
    """The derivation of every account, asked claim by claim."""

    accounts: Mapping[AccountId, Account] = field(hash=False, repr=False)
    relations: Relations

    @classmethod
    def of(
        cls,
        accounts: Mapping[AccountId, Account],
        decisions: Iterable[Decision],
        found: Iterable[Retelling] = (),
    ) -> "Origins":
        """``found`` are retellings that no member has confirmed: they take independence away, and never give it."""
        return cls(accounts, related(accounts, decisions, found))

    def roots(self, claims: Iterable[Claim]) -> dict[ClaimId, RootSet]:
        """By claim, the tellers or unknown ends that it rests on; empty when its chain is a cycle, which counts nothing.

        A retelling rests on what it retells, whatever basis it names. Of an eyewitness who has only heard of this event
        nobody knows the root, and nobody knows it of those who retell them.
        """
        told = tuple(claims)
        saw = {claim.account for claim in told if claim.stance is not Stance.hearsay}
        heard = frozenset(claim.account for claim in told if claim.account not in saw and self._is_eyewitness(claim))
        by_account = {account: self._shared_roots(account, heard) for account in {claim.account for claim in told}}
        return {claim.id: by_account[claim.account] for claim in told}

    def count(self, claims: Iterable[Claim]) -> int:
        """How many origins are independent: the largest number of claims that pairwise share no root."""
        return len(independent(self.roots(claims).values(), self.relations.declared_apart))

    def groups(self, claims: Sequence[Claim]) -> tuple[Group, ...]:
        """The claims by origin; one that rests on several goes to the first of them, a cycle to none."""
        sets = self.roots(claims)
        heads = independent(sets.values(), self.relations.declared_apart)
        groups: dict[RootSet, list[Claim]] = {head: [] for head in heads}
        for claim in claims:
            own = sets[claim.id]
            near = [head for head in heads if own and self.relations.share(own, head)]
            if near:
                groups[own if own in groups else near[0]].append(claim)
        return tuple(tuple(members) for members in groups.values() if members)

    def key(self, claim: Claim) -> str | None:
        """A name for what the claim rests on, for linking; None when it rests on nothing."""
        heard = frozenset({claim.account} if claim.stance is Stance.hearsay and self._is_eyewitness(claim) else ())
        return "+".join(sorted(root.name for root in self._account_roots(claim.account, heard))) or None

    def is_first_hand(self, claim: Claim) -> bool:
        account = self.accounts[claim.account]
        own = account.basis.is_first_hand and not self.relations.upstream(claim.account)
        return own and not (claim.stance is Stance.hearsay and self._is_eyewitness(claim))

    def is_told(self, claim: Claim) -> bool:
        """Somebody named or described tells it, not a rumour, at the end of its chain."""
        for end in self.relations.known_ends(claim.account):
            account = self.accounts[end]
            speaks = claim.speaker is not None and end == claim.account
            described = account.source or account.outlet or account.basis is Basis.official or speaks
            if described and account.basis is not Basis.rumour:
                return True
        return False

    def _is_eyewitness(self, claim: Claim) -> bool:
        return self.accounts[claim.account].basis is Basis.eyewitness

    def _shared_roots(self, account: AccountId, heard: Heard) -> RootSet:
        """With the roots of what it seems to retell, or be retold by: more roots only ever share more."""
        own = self._account_roots(account, heard)
        others = self.relations.proposed.get(account, ())
        return own.union(*(self._account_roots(other, heard) for other in others)) if own else own

    def _account_roots(self, account: AccountId, heard: Heard) -> RootSet:
        """Of every end of its chains; what members linked to an account on the way joins them."""
        ends = self.relations.ends(account)
        way = self.relations.reached(account) if ends else frozenset()
        sets = (self._linked_roots(one, heard) for one in way if one in ends or self._is_linked(one))
        return frozenset().union(*sets)

    def _is_linked(self, account: AccountId) -> bool:
        return len(self.relations.linked(account)) > 1

    def _linked_roots(self, account: AccountId, heard: Heard) -> RootSet:
        """The tellers of the account and of all that share its teller; a known one makes the unknown known."""
        ends = (end for one in self.relations.linked(account) for end in self.relations.ends(one))
        tellers = frozenset(self._teller(end, heard) for end in ends)
        known = frozenset(root for root in tellers if root.is_known)
        return known or frozenset(sorted(tellers)[:1])

    def _teller(self, name: AccountId, heard: Heard) -> Root:
        """Who saw it, by handle or, when unnamed, by outlet; else, and when the account is not ours, unknown."""
        account = self.accounts.get(name)
        if account is not None and account.basis.is_first_hand and name not in heard:
            if account.source:
                return Root(f"source:{account.source}")
            if account.outlet:
                return Root(f"outlet:{account.outlet}")
        return Root.unknown(name)
