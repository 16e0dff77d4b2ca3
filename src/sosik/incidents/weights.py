"""The weights of a comparison, from a table of stated priors."""

import math
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from sosik.errors import NotFound

_NO_FIELDS = {"version", "prior", "background"}


@frozen
class Words:
    """What a step of the waterfall means, said to a member."""

    en: str
    ko: str


@frozen
class Weight:
    """``bits`` speak for one event when positive; ``reason`` says where the number comes from."""

    bits: float
    words: Words
    reason: str


@frozen
class Chance:
    """How often claims meet by chance.

    ``retold`` of them tell of the event of a given claim, among as many as are told of in a year and ``start`` more. An
    average place has ``share`` of a kind's events; how far a place is from that moves the odds by ``most`` bits at most.
    """

    retold: float
    start: float
    share: float
    most: float
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
        start=prior["start"],
        share=background["share"],
        most=background["most"],
        prior=_words(prior),
        background=_words(background),
    )


def _weight(entry: Mapping[str, Any]) -> Weight:
    return Weight(math.log2(entry["m"] / entry["u"]), _words(entry), entry["reason"])


def _words(entry: Mapping[str, Any]) -> Words:
    return Words(entry["en"], entry["ko"])
