"""How many people the words leave at least: N_low = q x adults(G) x share / s (design section 7), each factor with its source."""

import math
from collections.abc import Sequence

from attrs import frozen

from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Entry, Gazetteer

_AREAS = {"country", "province", "city", "county"}


@frozen
class Factor:
    """``value`` is None when nobody knows it, and then ``source`` says what is missing."""

    name: str
    value: float | None
    source: str


@frozen
class Calculation:
    """``n_low`` is None when any factor is unknown; ``unknown`` names the first that is."""

    factors: tuple[Factor, ...]

    @property
    def n_low(self) -> int | None:
        product = 1.0
        for factor in self.factors:
            if factor.value is None:
                return None
            product = product / factor.value if factor.name == "s" else product * factor.value
        return math.floor(product)

    @property
    def unknown(self) -> str | None:
        return next((factor.source for factor in self.factors if factor.value is None), None)


def calculate(place: Entry | None, attributes: Sequence[str], policy: Policy, gazetteer: Gazetteer) -> Calculation:
    """The number for ``place`` and what is said beyond it; a place of None is one that the gazetteer does not know."""
    census = place is not None and place.population_year == policy.census_years.get(_country(place, gazetteer))
    shares = _shares(attributes, policy)
    return Calculation(
        (
            _q(place, policy, gazetteer),
            Factor("adult_share", policy.adult_share.value, policy.adult_share.source),
            _population(place),
            *shares,
            Factor("s", policy.s_census if census else policy.s_estimate, policy.s_source),
        )
    )


def coarser(place: Entry | None, policy: Policy, gazetteer: Gazetteer) -> Entry | None:
    """The nearest area around the place whose number warns of nothing; None when there is none."""
    if place is None:
        return None
    areas = (entry for entry in gazetteer.parents(place.id) if entry.kind in _AREAS)
    return next((area for area in areas if _lifts(area, policy, gazetteer)), None)


def _lifts(area: Entry, policy: Policy, gazetteer: Gazetteer) -> bool:
    n_low = calculate(area, (), policy, gazetteer).n_low
    return n_low is not None and n_low >= policy.warn_under


def _q(place: Entry | None, policy: Policy, gazetteer: Gazetteer) -> Factor:
    if place is None:
        return Factor("q", None, "the gazetteer does not know the place")
    province = gazetteer.province_of(place.id) if place.kind in _AREAS - {"country"} else None
    has_line = (province or place).line_out
    if has_line is None and place.kind != "country":
        return Factor("q", None, "whether calls cross a border there is not recorded")
    return Factor("q", policy.q_line_out if has_line else policy.q_elsewhere, policy.q_source)


def _population(place: Entry | None) -> Factor:
    if place is None:
        return Factor("population", None, "the gazetteer does not know the place")
    if place.kind not in _AREAS or place.population is None:
        return Factor("population", None, "no population is recorded for the place")
    year = f", {place.population_year}" if place.population_year else ""
    return Factor("population", float(place.population), f"{place.name_en}: {place.source}{year}")


def _shares(attributes: Sequence[str], policy: Policy) -> tuple[Factor, ...]:
    """One attribute beyond place may be multiplied in; two need a joint share that somebody has published."""
    said = sorted(set(attributes))
    if len(said) > 1:
        joint = policy.shares.get("+".join(said))
        missing = "two attributes beyond place need a cited joint share"
        return (Factor("share", joint.value if joint else None, joint.source if joint else missing),)
    known = [(name, policy.shares.get(name)) for name in said]
    return tuple(
        Factor("share", share.value, share.source) if share else Factor("share", None, f"no share is cited for {name}")
        for name, share in known
    )


def _country(place: Entry, gazetteer: Gazetteer) -> str:
    chain = (place, *gazetteer.parents(place.id))
    return chain[-1].id
