"""Near-copies: an account much of whose words stand in an earlier one. Time and memory are linear in the texts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from sosik.accounts.derivation.facts import Told
from sosik.accounts.derivation.fingerprints import Fingerprints, fingerprints
from sosik.accounts.derivation.retelling import Passage
from sosik.values.textspan import TextSpan

_SHARE = 0.5  # of the shorter account's fingerprints
_FEWEST = 3
# Of two sources whom the desk itself heard at first hand, the notes are in the desk's words: a sentence in common says little.
_OWN_SHARE, _OWN_FEWEST = 0.8, 20
_OWNERS = 3  # accounts that a fingerprint is remembered for: the earliest, so that a copy finds what it copies
_GAP = 60  # characters between two shared runs that still are one passage


@frozen
class Copy:
    """``passages`` bridge small differences; ``runs`` are what is shared letter by letter."""

    here: Told
    there: Told
    share: float
    passages: tuple[Passage, ...]
    runs: tuple[Passage, ...]


def near_copies(told: Sequence[Told]) -> Iterator[Copy]:
    """For each account, in the order given, the earlier one that it shares most with, where that is much."""
    owners: dict[int, list[int]] = {}
    prints: list[Fingerprints] = []
    for number, one in enumerate(told):
        own = fingerprints(one.account.text, one.account.lang)
        prints.append(own)
        met: Counter[int] = Counter()
        for mark in own.runs:
            known = owners.setdefault(mark, [])
            met.update(known)
            if len(known) < _OWNERS:
                known.append(number)
        found = _best({other: shared for other, shared in met.items() if _says(one, told[other], shared)}, own, prints)
        if found is not None:
            other, share = found
            if one.is_own and told[other].is_own and share < _OWN_SHARE:
                continue
            yield Copy(one, told[other], share, _passages(own, prints[other], _GAP), _passages(own, prints[other], 0))


def _says(one: Told, other: Told, shared: int) -> bool:
    return shared >= _OWN_FEWEST or not (one.is_own and other.is_own)


def _best(met: Mapping[int, int], own: Fingerprints, prints: Sequence[Fingerprints]) -> tuple[int, float] | None:
    sizes = {other: min(own.size, prints[other].size) for other in met}
    shares = {other: met[other] / size for other, size in sizes.items() if met[other] >= min(_FEWEST, size)}
    best = max(shares, key=lambda other: (shares[other], -other), default=None)
    return (best, shares[best]) if best is not None and shares[best] >= _SHARE else None


def _passages(here: Fingerprints, there: Fingerprints, gap: int) -> tuple[Passage, ...]:
    """Shared runs, those that follow on each other in both texts joined."""
    shared = sorted((here.runs[mark], there.runs[mark]) for mark in here.runs.keys() & there.runs.keys())
    joined: list[Passage] = []
    for (start, end), (other_start, other_end) in shared:
        if joined and _follows(joined[-1], start, other_start, gap):
            here_span = TextSpan(joined[-1].here.start, max(end, joined[-1].here.end))
            there_span = TextSpan(joined[-1].there.start, max(other_end, joined[-1].there.end))
            joined[-1] = Passage(here_span, there_span)
        else:
            joined.append(Passage(TextSpan(start, end), TextSpan(other_start, other_end)))
    return tuple(joined)


def _follows(last: Passage, start: int, other_start: int, gap: int) -> bool:
    return start <= last.here.end + gap and last.there.start <= other_start <= last.there.end + gap
