"""At least how many: the estimates of every method over one table of lists, their envelope, and when none is said.

The headline is the envelope's lower end. Intervals fail at their upper end first (Whitehead 2021; Aleshin-Guendel, Sadinle,
Wakefield 2024), so the rest stands under its assumptions.
"""

import math
from collections.abc import Sequence

import numpy as np
from attrs import evolve, field, frozen

from sosik.estimates import decomposable
from sosik.estimates.bootstrap import bootstrap
from sosik.estimates.existence import existing
from sosik.estimates.fitting import Fits, fit_all
from sosik.estimates.linkage import MISSED_SHARE, relinked
from sosik.estimates.lists import Floats, ListTable
from sosik.estimates.loglinear import WEIGHED_WITHIN, Interval, average, best, candidates, weights
from sosik.estimates.models import named
from sosik.estimates.refusals import (
    FEWEST_LISTS,
    FEWEST_TWICE,
    LINKAGE_MOVES,
    METHODS_APART,
    MODELS_APART,
    MODELS_WITHIN_BIC,
    MOST_AT_EDGE,
    WIDEST,
    Refusal,
    Rule,
)
from sosik.estimates.roll import Roll

BEST, AVERAGE, BOOTSTRAP, DECOMPOSABLE = (
    "loglinear_best",
    "loglinear_average",
    "loglinear_bootstrap",
    "decomposable_average",
)
SCREENED_WITHIN = 25.0
UNTESTABLE_FACTOR = 2.0
LINK_DRAWS = 40


@frozen(eq=False)
class Links:
    """``drawn`` are tables over draws of the uncertain links, ``joined`` the one in which all of them hold; ``refusals`` what
    the lists themselves forbid.
    """

    drawn: tuple[ListTable, ...] = ()
    joined: ListTable | None = None
    refusals: tuple[Refusal, ...] = ()

    @classmethod
    def of(cls, roll: Roll, seed: int) -> "Links":
        drawn = roll.drawn(LINK_DRAWS, seed) if roll.doubts else ()
        return cls(drawn, roll.most_joined() if roll.doubts or roll.loose else None, roll.refusals())


@frozen(eq=False)
class Estimate:
    """``methods`` by name, those that gave a number; ``model`` and ``weight`` are those of the best log-linear model.

    ``if_links_missed`` are the methods' numbers were ``missed_links`` of the links between lists missed;
    ``if_links_drawn`` the best model's numbers over draws of the uncertain links, ``if_joined`` when all of those hold.
    ``at_least`` is None when refused. ``sensitivity`` is the range of the best model's number when the interaction that no
    table can show (that of all lists) is off by a factor of two either way: the unseen are halved or doubled.
    """

    documented: int
    methods: dict[str, Interval] = field(factory=dict, hash=False)
    model: str | None = None
    weight: float | None = None
    refusals: tuple[Refusal, ...] = ()
    sensitivity: tuple[float, float] | None = None
    missed_links: float = 0.0
    if_links_missed: dict[str, Interval] = field(factory=dict, hash=False)
    if_links_drawn: tuple[Interval, ...] = ()
    if_joined: dict[str, Interval] = field(factory=dict, hash=False)

    @property
    def as_counted(self) -> tuple[float, float] | None:
        """The envelope when no link was missed. The bootstrap counts by its lower end alone: its upper one has no bound."""
        if not self.methods:
            return None
        highs = [one.high for name, one in self.methods.items() if name != BOOTSTRAP]
        return min(one.low for one in self.methods.values()), min(max(highs), 1e15)

    @property
    def envelope(self) -> tuple[int, int] | None:
        """The lowest and the highest end, in whole incidents; None when no method gave a number.

        The lower end is taken over the readings in which links were missed or uncertain ones hold, too, and may then lie
        below the documented, since some of those would be one incident counted twice.
        """
        if self.as_counted is None:
            return None
        low, high = self.as_counted
        others = (*self.if_links_missed.values(), *self.if_joined.values(), *self.if_links_drawn)
        highest = max([high, *(one.high for one in self.if_links_drawn)])
        return math.floor(min([low, *(one.low for one in others)])), math.ceil(highest)

    @property
    def refused(self) -> bool:
        return bool(self.refusals)

    @property
    def at_least(self) -> int | None:
        return None if self.refused or self.envelope is None else self.envelope[0]


def estimate(
    table: ListTable,
    *,
    one_population: bool,
    seed: int = 1,
    missed_links: float = MISSED_SHARE,
    links: Links | None = None,
) -> Estimate:
    """``links`` are what the incidents behind the counts show and counts alone cannot."""
    ordered = table.canonical()
    refusals = [*_of_the_table(table), *(links.refusals if links else ())]
    if not one_population:
        refusals.append(Refusal(Rule.one_population))
    if len(table.names) < FEWEST_LISTS or not table.documented:
        return Estimate(table.documented, refusals=tuple(refusals))
    counts = ordered.counts.astype(np.float64)
    found = _estimated(counts, [table.names.index(name) for name in ordered.names], seed)
    if found.methods and missed_links:
        again = _methods(relinked(counts, missed_links), seed)
        found = evolve(found, missed_links=missed_links, if_links_missed=again.methods if again else {})
    if found.methods and links:
        found = _with_links(found, links, ordered.names, seed)
    return evolve(found, refusals=(*refusals, *found.refusals))


def _with_links(found: Estimate, links: Links, names: Sequence[str], seed: int) -> Estimate:
    """Refused when the draws move the best model's number by more than a quarter, either way."""
    near = tuple(one for table in links.drawn if (one := _quick(_in_order(table, names))) is not None)
    joined = _methods(_in_order(links.joined, names), seed) if links.joined else None
    found = evolve(found, if_links_drawn=near, if_joined=joined.methods if joined else {})
    base = found.methods[BEST].estimate
    moved = max((abs(one.estimate / base - 1) for one in near), default=0.0)
    if moved <= LINKAGE_MOVES:
        return found
    return evolve(found, refusals=(*found.refusals, Refusal(Rule.linkage, {"percent": round(moved * 100)})))


def _quick(counts: Floats) -> Interval | None:
    """The best model's interval alone."""
    every = existing(fit_all(candidates(counts), counts), counts, WEIGHED_WITHIN)
    return best(every, float(counts.sum())) if len(every) else None


def _in_order(table: ListTable, names: Sequence[str]) -> Floats:
    return table.reordered(tuple(table.names.index(name) for name in names)).counts.astype(np.float64)


def _of_the_table(table: ListTable) -> list[Refusal]:
    if len(table.names) < FEWEST_LISTS:
        return [Refusal(Rule.few_lists, {"n": len(table.names)})]
    alone = [name for at, name in enumerate(table.names) if not table.shared(at)]
    refusals = [Refusal(Rule.no_overlap, {"list": name}) for name in alone]
    if table.seen_twice < FEWEST_TWICE:
        refusals.append(Refusal(Rule.few_twice, {"n": table.seen_twice}))
    return refusals


@frozen(eq=False)
class _Numbers:
    """``near`` are the log-linear models that count, best first; ``edge`` the posterior's mass at its edge."""

    methods: dict[str, Interval]
    near: Fits
    edge: float


def _estimated(counts: Floats, places: Sequence[int], seed: int) -> Estimate:
    documented = round(float(counts.sum()))
    numbers = _methods(counts, seed)
    if numbers is None:
        return Estimate(documented, refusals=(Refusal(Rule.no_finite),))
    near, unseen = numbers.near, numbers.methods[BEST].estimate - documented
    found = Estimate(
        documented,
        numbers.methods,
        named(near.models[0], places),
        float(weights(near)[0]),
        sensitivity=(documented + unseen / UNTESTABLE_FACTOR, documented + unseen * UNTESTABLE_FACTOR),
    )
    return evolve(found, refusals=tuple(_of_the_numbers(found, numbers)))


def _methods(counts: Floats, seed: int) -> _Numbers | None:
    documented = float(counts.sum())
    every = existing(fit_all(candidates(counts), counts), counts, SCREENED_WITHIN)
    if not len(every):
        return None
    near = every.chosen(np.flatnonzero(every.bic <= every.bic[0] + WEIGHED_WITHIN))
    methods = {BEST: best(near, documented), AVERAGE: average(near, documented)}
    drawn = bootstrap(every, counts, methods[BEST].estimate, seed)
    if drawn:
        methods[BOOTSTRAP] = drawn
    if (len(counts) - 1).bit_length() > decomposable.MOST_LISTS:
        return _Numbers(methods, near, 0.0)
    posterior = decomposable.posterior(counts)
    methods[DECOMPOSABLE] = posterior.interval
    return _Numbers(methods, near, posterior.edge)


def _of_the_numbers(found: Estimate, numbers: _Numbers) -> list[Refusal]:
    refusals = []
    low, high = found.as_counted or (0.0, 0.0)
    if high > WIDEST * low:
        refusals.append(Refusal(Rule.wide, {"low": f"{low:,.0f}", "high": f"{high:,.0f}"}))
    apart = _apart([one.estimate for one in found.methods.values()])
    if apart > METHODS_APART:
        refusals.append(Refusal(Rule.methods_apart, {"ratio": f"{apart:.1f}"}))
    near = numbers.near
    alike = near.unseen[near.bic <= near.bic[0] + MODELS_WITHIN_BIC]
    apart = _apart([found.documented + float(unseen) for unseen in alike])
    if apart > MODELS_APART:
        refusals.append(Refusal(Rule.models_apart, {"ratio": f"{apart:.1f}"}))
    if numbers.edge > MOST_AT_EDGE:
        refusals.append(Refusal(Rule.edge))
    return refusals


def _apart(numbers: Sequence[float]) -> float:
    return max(numbers) / max(min(numbers), 1e-9)
