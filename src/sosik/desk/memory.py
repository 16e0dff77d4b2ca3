"""What the desk has worked out of bulletins, in memory while it is open; whatever it was read from is looked at again before it is shown."""

from collections.abc import Callable
from typing import Any, Protocol

from attrs import define, field

from sosik.adapters.store.board import Board
from sosik.adapters.store.ledger import SealedLedger
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.case import Profile
from sosik.bulletins.exposure import profiles_of
from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer

_MOST = 2000


class Answering(Protocol):
    """An open desk, as far as it is asked."""

    @property
    def board(self) -> Board: ...

    @property
    def ledger(self) -> SealedLedger: ...


@define
class Reads:
    """The questions that somebody asked the board, and the accounts and sources whose entries were read, each with what came back."""

    asked: dict[tuple[str, tuple[Any, ...]], list[tuple[Any, ...]]] = field(factory=dict, repr=False)
    accounts: set[str] = field(factory=set)
    sources: set[str] = field(factory=set)
    places: tuple[int, ...] = ()

    def run(self, desk: Answering, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        key = (sql, values)
        if key not in self.asked:
            self.asked[key] = desk.board.run(sql, *values)
        return self.asked[key]

    def settle(self, desk: Answering) -> None:
        """Nothing more is asked."""
        self.places = self._places(desk)

    def stand(self, desk: Answering) -> bool:
        """Whether all of it would be answered the same now."""
        if self.places != self._places(desk):
            return False
        return all(desk.board.run(sql, *values) == rows for (sql, values), rows in self.asked.items())

    def _places(self, desk: Answering) -> tuple[int, ...]:
        return desk.ledger.places_of(self.accounts, self.sources)


@define
class Memory:
    """By what they are made of; ``forget`` when something is erased."""

    looks: dict[Any, tuple[Reads, Any]] = field(factory=dict, repr=False)
    profiles: dict[Any, tuple[Profile, ...]] = field(factory=dict, repr=False)

    def look(self, desk: Answering, key: Any, made: Callable[[Reads], Any]) -> Any:
        """What was made before while all that it was made from is the same, else made now."""
        kept = self.looks.get(key)
        if kept is not None and kept[0].stand(desk):
            return kept[1]
        reads = Reads()
        found = made(reads)
        reads.settle(desk)
        _keep(self.looks, key, (reads, found))
        return found

    def profiling(self, bulletin: Bulletin, policy: Policy, gazetteer: Gazetteer) -> tuple[Profile, ...]:
        """As ``exposure.profiles_of``: of the same words by the same rules the same."""
        key = (bulletin.id, bulletin.sources, bulletin.drafts)
        if key not in self.profiles:
            _keep(self.profiles, key, profiles_of(bulletin, policy, gazetteer))
        return self.profiles[key]

    def forget(self) -> None:
        self.looks, self.profiles = {}, {}


def _keep(known: dict[Any, Any], key: Any, value: Any) -> None:
    known[key] = value
    while len(known) > _MOST:
        known.pop(next(iter(known)), None)
