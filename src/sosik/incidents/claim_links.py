"""A whole table linked: pairs, incidents, and what was too vague."""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen

from sosik.incidents.blocking import Vagueness
from sosik.incidents.columns import Columns, Ints
from sosik.incidents.comparison import Distance
from sosik.incidents.components import clusters
from sosik.incidents.engine import FLOOR_BITS, Engine, Scored, Task, weighed
from sosik.incidents.judgement import Judgements
from sosik.incidents.modelling import MOST_SHIFT, model_of, shift, with_retold
from sosik.incidents.scoring import Model
from sosik.values.ids import ClaimId


@frozen(eq=False)
class ClaimLinks:
    """``heads`` say, by row, the first row of its incident; ``too_vague`` why a row met no other."""

    ids: Sequence[ClaimId]
    scored: Scored
    heads: Ints
    too_vague: Mapping[int, Vagueness]
    judgements: Judgements
    model: Model


def link_claims(
    columns: Columns, judgements: Judgements, distance: Distance, engine: Engine, model: Model | None = None
) -> ClaimLinks:
    """The same on every engine. Pairs that a member judged are scored whatever they weigh, wherever they lie."""
    model, scored = _scored(columns, distance, engine, model)
    everything = Task.of(columns, model, floor=-np.inf)
    scored = _joined(scored, weighed(everything, _judged(columns, judgements)))
    heads = clusters(columns.ids, scored, judgements)
    return ClaimLinks(columns.ids, scored, heads, everything.boxes.why, judgements, model)


def _scored(columns: Columns, distance: Distance, engine: Engine, frozen: Model | None) -> tuple[Model, Scored]:
    """With a model that is not given the pairs are scored before it is known how many there are: the prior moves all alike."""
    if frozen is not None:
        return frozen, engine.score(Task.of(columns, frozen))
    first = model_of(columns, distance)
    found = engine.score(Task.of(columns, first, floor=FLOOR_BITS - MOST_SHIFT))
    model = with_retold(first, found.weight, len(columns))
    return model, found.shifted(shift(first, model), FLOOR_BITS)


def _judged(columns: Columns, judgements: Judgements) -> list[tuple[int, int]]:
    if not judgements.verdicts:
        return []
    number = {name: row for row, name in enumerate(columns.ids)}
    pairs = ((number.get(one), number.get(other)) for one, other in judgements.verdicts)
    return [(min(pair), max(pair)) for pair in pairs if pair[0] is not None and pair[1] is not None]  # type: ignore[type-var, misc]


def _joined(found: Scored, judged: Scored) -> Scored:
    """In order, each pair once."""
    if not len(judged):
        return found
    left, right, weight = (np.concatenate(both) for both in zip(_parts(found), _parts(judged), strict=True))
    _, first = np.unique(np.stack([left, right]), axis=1, return_index=True)
    return Scored(left[first], right[first], weight[first])


def _parts(scored: Scored) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    return scored.left, scored.right, scored.weight
