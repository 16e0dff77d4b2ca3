"""A whole table linked: pairs, incidents, and what was too vague."""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import evolve, frozen

from sosik.errors import NotFound
from sosik.incidents.blocking import Vagueness, block
from sosik.incidents.columns import Columns, Ints
from sosik.incidents.comparison import Distance
from sosik.incidents.components import clusters
from sosik.incidents.engine import FLOOR_BITS, Engine, Scored, Task, weighed
from sosik.incidents.judgement import Judgements
from sosik.incidents.modelling import MOST_SHIFT, model_of, shift, with_lists, with_retold
from sosik.incidents.scoring import LISTED_BITS, Model, ScoredPair, score
from sosik.incidents.surroundings import Surroundings
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
    model, scored = _scored(columns, distance, engine, model or judgements)
    everything = Task.of(columns, model, floor=-np.inf)
    scored = _joined(scored, weighed(everything, judged_rows(columns, judgements)))
    heads = clusters(columns.ids, cautious(scored, columns, model), judgements)
    return ClaimLinks(columns.ids, scored, heads, everything.boxes.why, judgements, model)


def explained(columns: Columns, links: ClaimLinks, one: str, other: str) -> ScoredPair:
    """The waterfall of any two claims of the table, whether they met or not. Raises NotFound."""
    number = {name: row for row, name in enumerate(columns.ids)}
    for name in (one, other):
        if name not in number:
            raise NotFound(what=name)
    around = Surroundings.of(columns, links.model.background, links.model.sources)
    left, right = (around.around(columns.row(number[ClaimId(name)]), number[ClaimId(name)]) for name in (one, other))
    found = score(left, right, links.model)
    return evolve(found, judgement=links.judgements.of(found.left, found.right), met=bool(block([left, right]).pairs))


def _scored(columns: Columns, distance: Distance, engine: Engine, known: Model | Judgements) -> tuple[Model, Scored]:
    """With a model that is not known yet the pairs are scored before it is known how many there are: the prior moves all alike."""
    if isinstance(known, Model):
        return known, engine.score(Task.of(columns, known))
    first = model_of(columns, distance, known)
    task = Task.of(columns, first, floor=FLOOR_BITS - MOST_SHIFT)
    found = engine.score(task)
    counted = with_retold(first, found.weight, len(columns))
    moved = found.shifted(shift(first, counted), -np.inf)
    model = with_lists(counted, moved, columns, task.surroundings)
    return model, moved.shifted(shift(counted, model), FLOOR_BITS)


def cautious(scored: Scored, columns: Columns, model: Model) -> Scored:
    """Weights less the caution of each pair, as clusters are made of."""
    listed, source = model.sources.listed(columns), columns.numbers["source"]
    both = listed[scored.left] & listed[scored.right] & (source[scored.left] != source[scored.right])
    return evolve(scored, weight=scored.weight - LISTED_BITS * both)


def judged_rows(columns: Columns, judgements: Judgements) -> list[tuple[int, int]]:
    """Of the pairs that members judged, those whose claims are both there."""
    if not judgements.verdicts:
        return []
    number = {name: row for row, name in enumerate(columns.ids)}
    known = [(number[one], number[other]) for one, other in judgements.verdicts if one in number and other in number]
    return [(min(pair), max(pair)) for pair in known]


def _joined(found: Scored, judged: Scored) -> Scored:
    """In order, each pair once."""
    if not len(judged):
        return found
    left = np.concatenate([found.left, judged.left])
    right = np.concatenate([found.right, judged.right])
    weight = np.concatenate([found.weight, judged.weight])
    _, first = np.unique(np.stack([left, right]), axis=1, return_index=True)
    return Scored(left[first], right[first], weight[first])
