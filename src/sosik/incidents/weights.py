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
    """What a level means, said to a member."""

    en: str
    ko: str


@frozen
class Weight:
    """``bits`` speak for one event when positive; ``reason`` says where the number comes from."""

    bits: float
    words: Words
    reason: str


@frozen
class Weights:
    """By field and level, as ``comparison`` names them."""

    version: str
    prior: Weight
    background: Words
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
    return Weights(table["version"], _weight(table["prior"]), _words(table["background"]), levels)


def _weight(entry: Mapping[str, Any]) -> Weight:
    bits = entry["bits"] if "bits" in entry else math.log2(entry["m"] / entry["u"])
    return Weight(float(bits), _words(entry), entry["reason"])


def _words(entry: Mapping[str, Any]) -> Words:
    return Words(entry["en"], entry["ko"])
