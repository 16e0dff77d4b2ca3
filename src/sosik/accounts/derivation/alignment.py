"""Two lists of facts laid side by side in their order: what agrees, and what reads otherwise in the same place."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from attrs import frozen

from sosik.accounts.derivation.facts import Fact, Told
from sosik.accounts.derivation.retelling import Drift, Passage

_MOST = 300  # facts of an account that are laid out: more than an article holds, and few enough to compare


@frozen
class Alignment:
    """``same`` are pairs of equal facts, ``other`` pairs of one kind that stand for each other and differ."""

    same: tuple[tuple[Fact, Fact], ...]
    other: tuple[tuple[Fact, Fact], ...]
    fewer: int

    @property
    def share(self) -> float:
        """Of the account with fewer facts, how many the other says too."""
        return len(self.same) / self.fewer if self.fewer else 0.0

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(here.kind for here, _ in self.same)

    def passages(self) -> tuple[Passage, ...]:
        return tuple(Passage(here.span, there.span) for here, there in self.same)

    def drift(self) -> tuple[Drift, ...]:
        return tuple(Drift(here.kind, there.change_to(here), here.span, there.span) for here, there in self.other)


def align(here: Told, there: Told) -> Alignment:
    left, right = here.facts[:_MOST], there.facts[:_MOST]
    matcher = SequenceMatcher(None, _values(left), _values(right), autojunk=False)
    same: list[tuple[Fact, Fact]] = []
    other: list[tuple[Fact, Fact]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            same += zip(left[a:b], right[c:d], strict=True)
        elif tag == "replace":
            other += _paired(left[a:b], right[c:d])
    return Alignment(tuple(same), tuple(other), min(len(left), len(right)))


def _values(facts: Sequence[Fact]) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in facts]


def _paired(left: Sequence[Fact], right: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Facts of a kind, the first with the first."""
    rest = list(right)
    pairs = []
    for fact in left:
        found = next((one for one in rest if one.kind == fact.kind), None)
        if found is not None:
            rest.remove(found)
            pairs.append((fact, found))
    return pairs
