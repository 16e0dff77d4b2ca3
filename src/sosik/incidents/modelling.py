"""The model of a release: what is counted over all its claims, frozen together until the next."""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from attrs import evolve

from sosik.incidents.background import Background
from sosik.incidents.chance import random_pairs, with_chance
from sosik.incidents.columns import Columns, Floats, Ints
from sosik.incidents.comparison import Distance
from sosik.incidents.engine import Scored
from sosik.incidents.judgement import Judgements
from sosik.incidents.learning import with_judged
from sosik.incidents.row import LinkRow
from sosik.incidents.scoring import Model, prior
from sosik.incidents.surroundings import Sources, Surroundings
from sosik.incidents.weights import Weights

CLAIMS_OF_PRIOR = 50
MOST_SHIFT = 2.0  # bits: the log2 of four times
_SAY = 0.8
_STATED = Weights.shipped().chance.retold
_DOUBT = (-0.5, 5.0)  # bits between which a pair may be one event or a coincidence
_MOST_TWICE = 0.2  # events that a catalogue lists twice
_DOUBTED_OF_PRIOR = 50
_ROUNDS = 30


def model_of(columns: Columns, distance: Distance, judgements: Judgements | None = None) -> Model:
    """U from random pairs, m from what members judged, on top of what is stated."""
    pairs = random_pairs(columns)
    sources = Sources.of(columns)
    background = Background.of(columns, sources.catalogues).measured(columns, *pairs)
    stated = with_judged(Weights.shipped(), columns, judgements or Judgements(), distance)
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


def with_lists(model: Model, found: Scored, columns: Columns, surroundings: Surroundings) -> Model:
    """With the prior moved so that pairs across catalogues are said to be one event as often as they are.

    What one catalogue lists apart are two events, as near to each other as events come in that field: weighed as though two
    catalogues had told of them, such pairs show how many across catalogues agree by coincidence. Catalogues that list an event
    twice would hide that; how often they do is read off where coincidences are no longer to be expected.
    """
    listed, source = surroundings.is_catalogued, columns.numbers["source"]
    if 2 * int(listed.sum()) < len(columns) or len(model.sources.catalogues) < 2:
        return model
    one_list = source[found.left] == source[found.right]
    both = listed[found.left] & listed[found.right]
    telling = model.weights.levels["telling"]
    apart = found.weight[both & one_list] - telling["one_catalogue"].bits + telling["two_sources"].bits
    bits = _listed_shift(found.weight[both & ~one_list], apart, _scale(source[listed]))
    chance = model.weights.chance
    retold = round(min(4.0 * _STATED, max(_STATED / 4.0, chance.retold * 2.0**bits)), 6)
    return evolve(model, weights=evolve(model.weights, chance=evolve(chance, retold=retold)))


def _scale(source: Ints) -> float:
    """How many pairs lie across lists for each within one."""
    sizes = np.bincount(source).astype(np.float64)
    within = float((sizes * (sizes - 1)).sum())
    return (float(sizes.sum()) * (float(sizes.sum()) - 1) - within) / max(1.0, within)


def _listed_shift(across: Floats, apart: Floats, scale: float) -> float:
    """The bits by which the pairs in doubt are to be moved, so that they add up to those that are no coincidence."""
    low, high = _DOUBT
    doubt = across[(across >= low) & (across < high)]
    coincidences = scale * float(((apart >= low) & (apart < high)).sum())
    sure, twice = float((across >= high).sum()), scale * float((apart >= high).sum())
    share = min(_MOST_TWICE, twice / max(1.0, sure))
    one_event = len(doubt) - (coincidences - share * len(doubt)) / (1.0 - share)
    wanted = (one_event + 0.5 * _DOUBTED_OF_PRIOR) / (len(doubt) + _DOUBTED_OF_PRIOR)
    below, above = -MOST_SHIFT, MOST_SHIFT
    for _ in range(_ROUNDS):
        middle = (below + above) / 2
        said = float((1.0 / (1.0 + np.exp2(-(doubt + middle)))).sum())
        if (said + 0.5 * _DOUBTED_OF_PRIOR) / (len(doubt) + _DOUBTED_OF_PRIOR) < wanted:
            below = middle
        else:
            above = middle
    return (below + above) / 2 if len(doubt) >= _DOUBTED_OF_PRIOR else 0.0


def shift(before: Model, after: Model) -> float:
    """How many bits every weight moves from one model to the other when they differ in their prior alone."""
    return prior(after).bits - prior(before).bits


def _rows(columns: Columns, surroundings: Surroundings) -> Callable[[int], LinkRow]:
    """A row with its surroundings, made once."""
    return lru_cache(maxsize=None)(lambda number: surroundings.around(columns.row(number), number))
