"""The model of a release: what is counted over all its claims, frozen together until the next."""

from collections.abc import Callable
from functools import lru_cache

from sosik.incidents.background import Background
from sosik.incidents.chance import random_pairs, with_chance
from sosik.incidents.columns import Columns
from sosik.incidents.comparison import Distance
from sosik.incidents.row import LinkRow
from sosik.incidents.scoring import Model
from sosik.incidents.surroundings import Sources, Surroundings
from sosik.incidents.weights import Weights


def model_of(columns: Columns, distance: Distance, weights: Weights | None = None) -> Model:
    """``weights`` are the stated ones unless given."""
    pairs = random_pairs(columns)
    sources = Sources.of(columns)
    background = Background.of(columns).measured(columns, *pairs)
    stated = weights or Weights.shipped()
    around = _rows(columns, Surroundings.of(columns, background, sources))
    return Model(with_chance(stated, columns, around, distance), background, sources, distance)


def _rows(columns: Columns, surroundings: Surroundings) -> Callable[[int], LinkRow]:
    """A row with its surroundings, made once."""
    return lru_cache(maxsize=None)(lambda number: surroundings.around(columns.row(number), number))
