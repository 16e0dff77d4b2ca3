"""Named retellings: an account that says whose report it passes on, where the desk has that report."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from attrs import frozen

from sosik.accounts.derivation.alignment import Alignment, align
from sosik.accounts.derivation.facts import Told
from sosik.values.textspan import TextSpan

_BACK = timedelta(days=90)  # how long ago what is retold may have been told
_AHEAD = timedelta(days=2)  # clocks and time zones
_FEWEST = 2
_LATEST = 200  # reports of one outlet, the latest before, that are looked at


@frozen
class Named:
    here: Told
    there: Told
    mention: TextSpan
    aligned: Alignment


def named_retellings(told: Sequence[Told]) -> Iterator[Named]:
    """For each outlet that an account names, that outlet's report which says most of the same, where two facts agree."""
    by_outlet: dict[str, list[Told]] = {}
    for one in told:
        if one.outlet:
            by_outlet.setdefault(one.outlet, []).append(one)
    for one in told:
        for outlet, mention in one.named:
            near = [other for other in by_outlet.get(outlet, ()) if other is not one and _is_near(one, other)]
            found = [Named(one, other, mention, align(one, other)) for other in near[-_LATEST:]]
            best = max(found, key=lambda each: len(each.aligned.same), default=None)
            if best is not None and len(best.aligned.same) >= _FEWEST and len(best.aligned.kinds) >= _FEWEST:
                yield best


def _is_near(here: Told, there: Told) -> bool:
    apart = here.account.reference_day - there.account.reference_day
    return there.outlet != here.outlet and -_AHEAD <= apart <= _BACK
