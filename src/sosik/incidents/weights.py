"""The weights of a comparison, from a table of stated priors."""

import math
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from attrs import evolve, field, frozen

from sosik.errors import NotFound

_NO_FIELDS = {"version", "prior", "background"}
_RINGS = ("same_spot", "same_town", "apart_10_km", "apart_30_km", "apart_60_km", "apart_farther")


@frozen
class Words:
    """What a step of the waterfall means, said to a member."""

    en: str
    ko: str


@frozen
class Weight:
    """How often the level comes out among pairs of one event (m) and of two (u); ``reason`` says where m and u come from."""

    m: float
    u: float
    words: Words
    reason: str

    @property
    def bits(self) -> float:
        """log2(m / u) to 6 places: for one event when positive."""
        return round(math.log2(self.m / self.u), 6)


@frozen
class Chance:
    """How often claims meet by chance: ``retold`` of them tell of the event of a given claim, among all of a year."""

    retold: float
    prior: Words
    background: Words


@frozen
class Weights:
    """By field and level, as ``comparison`` names them."""

    version: str
    chance: Chance
    levels: Mapping[str, Mapping[str, Weight]] = field(hash=False, repr=False)

    @classmethod
    def shipped(cls) -> "Weights":
        return _shipped()

    def of(self, name: str, level: str) -> Weight:
        try:
            return self.levels[name][level]
        except KeyError as error:
            raise NotFound(what=f"weight {name}.{level}") from error

    def most(self, name: str) -> float:
        """The most that the field can speak for one event; 0 when nothing in it does."""
        return max(0.0, *(weight.bits for weight in self.levels[name].values()))

    def with_m(self, counted: Mapping[str, Mapping[str, float]]) -> "Weights":
        """With other shares among pairs of one event, where there are any."""
        levels = {
            name: {
                level: evolve(weight, m=counted.get(name, {}).get(level, weight.m)) for level, weight in part.items()
            }
            for name, part in self.levels.items()
        }
        return evolve(self, levels=levels)

    def with_u(self, counted: Mapping[str, Mapping[str, float]]) -> "Weights":
        """Agreement that is commoner by chance than its stated m says nothing; it never speaks for two events."""
        changed = {
            name: {
                level: _by_chance(name, weight, counted.get(name, {}).get(level)) for level, weight in levels.items()
            }
            for name, levels in self.levels.items()
        }
        return evolve(self, levels={name: _ringed(levels) for name, levels in changed.items()})


@lru_cache(maxsize=1)
def _shipped() -> Weights:
    table = tomllib.loads((files("sosik.incidents") / "weights.toml").read_text(encoding="utf-8"))
    levels = {
        name: {level: _weight(entry) for level, entry in part.items()}
        for name, part in table.items()
        if name not in _NO_FIELDS
    }
    return Weights(table["version"], _chance(table["prior"], table["background"]), levels)


def _chance(prior: Mapping[str, Any], background: Mapping[str, Any]) -> Chance:
    return Chance(
        retold=prior["retold"],
        prior=_words(prior),
        background=_words(background),
    )


def _weight(entry: Mapping[str, Any]) -> Weight:
    return Weight(entry["m"], entry["u"], _words(entry), entry["reason"])


def _ringed(levels: Mapping[str, Weight]) -> dict[str, Weight]:
    """A wider ring holds no fewer random pairs than the one inside it: few that were counted say nothing else."""
    ringed, least = dict(levels), 0.0
    for name in _RINGS:
        if name in ringed:
            least = max(least, ringed[name].u)
            ringed[name] = evolve(ringed[name], u=least)
    return ringed


def _by_chance(name: str, weight: Weight, u: float | None) -> Weight:
    if u is None:
        return weight
    agrees = weight.m > weight.u and name != "telling"
    return evolve(weight, u=u, m=max(weight.m, u) if agrees else weight.m)


def _words(entry: Mapping[str, Any]) -> Words:
    return Words(entry["en"], entry["ko"])
