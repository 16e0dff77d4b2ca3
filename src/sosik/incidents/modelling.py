"""The model of a release: what is counted over all its claims, frozen together until the next."""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from attrs import evolve

from sosik.incidents.background import Background
from sosik.incidents.chance import random_pairs, with_chance
from sosik.incidents.columns import Columns, Floats
from sosik.incidents.comparison import Distance
from sosik.incidents.row import LinkRow
from sosik.incidents.scoring import Model, prior
from sosik.incidents.surroundings import Sources, Surroundings
from sosik.incidents.weights import Weights

CLAIMS_OF_PRIOR = 50
MOST_SHIFT = 2.0  # bits: the log2 of four times
_SAY = 0.8
_ROUNDS = 30


def model_of(columns: Columns, distance: Distance, weights: Weights | None = None) -> Model:
    """``weights`` are the stated ones unless given."""
    pairs = random_pairs(columns)
    sources = Sources.of(columns)
    background = Background.of(columns, sources.catalogues).measured(columns, *pairs)
    stated = weights or Weights.shipped()
    around = _rows(columns, Surroundings.of(columns, background, sources))
    return Model(with_chance(stated, columns, around, distance), background, sources, distance)


def with_retold(model: Model, weights: Floats, claims: int) -> Model:
    """With the mean number of others that tell of a claim's event, as the pairs' own probabilities add up to it.

    m and u stay, so that there is one answer only (a mixture of two known parts); the stated number stands for
    ``CLAIMS_OF_PRIOR`` claims and a fifth of what is counted, and bounds it at a quarter and at four times.
    """
    stated = model.weights.chance.retold
    found = stated
    for _ in range(_ROUNDS):
        chances = 1.0 / (1.0 + np.exp2(-(weights + math.log2(found / stated))))
        found = (2.0 * float(chances.sum()) + CLAIMS_OF_PRIOR * stated) / (claims + CLAIMS_OF_PRIOR)
        found = min(4.0 * stated, max(stated / 4.0, found))
    retold = round(found**_SAY * stated ** (1.0 - _SAY), 6)
    return evolve(model, weights=evolve(model.weights, chance=evolve(model.weights.chance, retold=retold)))


def shift(before: Model, after: Model) -> float:
    """How many bits every weight moves from one model to the other when they differ in their prior alone."""
    return prior(after).bits - prior(before).bits


def _rows(columns: Columns, surroundings: Surroundings) -> Callable[[int], LinkRow]:
    """A row with its surroundings, made once."""
    return lru_cache(maxsize=None)(lambda number: surroundings.around(columns.row(number), number))
