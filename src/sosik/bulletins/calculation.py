"""How many people the words leave at least: N_low = q x adults(G) x share / s (design section 7), each factor with its source."""

import math
from collections.abc import Sequence

from attrs import frozen

from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Entry, Gazetteer

_AREAS = {"country", "province", "city", "county"}
_NO_PLACE = "the gazetteer does not know the place", "지명록이 모르는 곳입니다"
_NO_LINE = "whether calls cross a border there is not recorded", "그곳에서 국경 너머로 통화가 되는지 적혀 있지 않습니다"
_NO_POPULATION = "no population is recorded for the place", "그곳의 인구가 적혀 있지 않습니다"
_NO_JOINT = (
    "two attributes beyond place need a cited joint share",
    "장소 밖의 속성이 둘이면 출처 있는 결합 비율이 있어야 합니다",
)
_NO_SHARE = "no share is cited for {name}", "{name}의 비율에 출처가 없습니다"


@frozen
class Factor:
    """``value`` is None when nobody knows it, and then ``source`` says what is missing, ``source_ko`` in Korean."""

    name: str
    value: float | None
    source: str
    source_ko: str = ""

    @classmethod
    def unknown(cls, name: str, missing: tuple[str, str], /, **fields: str) -> "Factor":
        return cls(name, None, *(sentence.format(**fields) for sentence in missing))


@frozen
class Calculation:
    """``n_low`` is None when any factor is unknown; ``unknown`` is the first that is."""

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
    def unknown(self) -> Factor | None:
        return next((factor for factor in self.factors if factor.value is None), None)


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
        return Factor.unknown("q", _NO_PLACE)
    province = gazetteer.province_of(place.id) if place.kind in _AREAS - {"country"} else None
    has_line = (province or place).line_out
    if has_line is None and place.kind != "country":
        return Factor.unknown("q", _NO_LINE)
    return Factor("q", policy.q_line_out if has_line else policy.q_elsewhere, policy.q_source)


def _population(place: Entry | None) -> Factor:
    if place is None:
        return Factor.unknown("population", _NO_PLACE)
    if place.kind not in _AREAS or place.population is None:
        return Factor.unknown("population", _NO_POPULATION)
    year = f", {place.population_year}" if place.population_year else ""
    return Factor("population", float(place.population), f"{place.name_en}: {place.source}{year}")


def _shares(attributes: Sequence[str], policy: Policy) -> tuple[Factor, ...]:
    """One attribute beyond place may be multiplied in; two need a joint share that somebody has published."""
    said = sorted(set(attributes))
    if len(said) > 1:
        joint = policy.shares.get("+".join(said))
        return (Factor("share", joint.value, joint.source) if joint else Factor.unknown("share", _NO_JOINT),)
    known = [(name, policy.shares.get(name)) for name in said]
    return tuple(
        Factor("share", share.value, share.source) if share else Factor.unknown("share", _NO_SHARE, name=name)
        for name, share in known
    )


def _country(place: Entry, gazetteer: Gazetteer) -> str:
    chain = (place, *gazetteer.parents(place.id))
    return chain[-1].id
