"""What an account says in terms that no language changes: the values of its claims, in order, each with its words."""

from attrs import field, frozen

from sosik.accounts.account import Account
from sosik.accounts.derivation.retelling import Change
from sosik.values.ids import AccountId
from sosik.values.textspan import TextSpan

Bounds = tuple[int | None, int | None]


@frozen
class Fact:
    """``value`` is equal where the same is said; ``bounds`` are its ends where it is a range, ``within`` what a place lies in."""

    kind: str
    value: str
    span: TextSpan = field(eq=False)
    bounds: Bounds | None = field(default=None, eq=False)
    within: frozenset[str] = field(default=frozenset(), eq=False)

    def change_to(self, other: "Fact") -> Change:
        """What became of this detail in the other's words."""
        if self.bounds and other.bounds:
            if _holds(other.bounds, self.bounds):
                return Change.wider
            return Change.narrower if _holds(self.bounds, other.bounds) else Change.changed
        if other.value in self.within:
            return Change.wider
        return Change.narrower if self.value in other.within else Change.changed


def _holds(outer: Bounds, inner: Bounds) -> bool:
    low = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0])
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return low and high


@frozen
class Told:
    """An account with its facts, the outlets that it names as its own source, and the key of the outlet that it is of."""

    account: Account
    facts: tuple[Fact, ...] = ()
    named: tuple[tuple[str, TextSpan], ...] = ()
    outlet: str | None = None

    @property
    def id(self) -> AccountId:
        return self.account.id

    @property
    def is_own(self) -> bool:
        """The desk itself has it from a source who knows at first hand: nobody's article, and no copy of one."""
        return self.account.source is not None and self.account.basis.is_first_hand
