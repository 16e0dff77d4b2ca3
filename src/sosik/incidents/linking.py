"""Which claims tell of one event: met, scored, judged, clustered."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import evolve, frozen

from sosik.incidents.blocking import TooVague
from sosik.incidents.clustering import CLIP_BITS, Cluster
from sosik.incidents.columns import Columns
from sosik.incidents.comparison import Distance
from sosik.incidents.components import clusters
from sosik.incidents.engine import FLOOR_BITS, Engine, Reference, Scored, Task
from sosik.incidents.judgement import Judgements, Pairing
from sosik.incidents.modelling import MOST_SHIFT, model_of, with_retold
from sosik.incidents.row import LinkRow
from sosik.incidents.scoring import DIFFERENT_BITS, Model, ScoredPair, Verdict, score
from sosik.incidents.surroundings import Surroundings
from sosik.values.ids import ClaimId

Engines = Callable[[int], Engine]


@frozen
class Links:
    """``clusters`` hold the claims that count, ``beside`` are pairs of one that counts with one that does not."""

    clusters: tuple[Cluster, ...]
    pairs: tuple[ScoredPair, ...]
    beside: tuple[ScoredPair, ...]
    too_vague: tuple[TooVague, ...]


def by_reference(claims: int) -> Engine:  # noqa: ARG001 - however many there are
    return Reference()


def link(  # noqa: PLR0913 - what is linked, what members said, and the ports
    rows: Sequence[LinkRow],
    beside: Sequence[LinkRow],
    judgements: Judgements,
    distance: Distance,
    model: Model | None = None,
    linking: Engines = by_reference,
) -> Links:
    """Claims that are too vague to meet any stay alone unless a member joins them.

    ``model`` is frozen when given, else counted over ``rows``. A pair is kept that may be one event: one whose weight is
    above ``-CLIP_BITS``, since a lower one weighs as though the two had never met, or that a member judged. ``linking``
    gives the engine for so many claims; all give the same.
    """
    counting = {row.id for row in rows}
    known = {row.id: row for row in (*rows, *beside)}
    engine = linking(len(known))
    model = model or _model(rows, distance, judgements, engine)
    task = Task.of(Columns.of(known.values()), model)
    found = engine.score(task)
    ids = task.columns.ids
    met = [(ids[one], ids[other]) for one, other in zip(found.left.tolist(), found.right.tolist(), strict=True)]
    judged = {*judgements.verdicts} - set(met)
    met = [pair for pair in met if counting & set(pair)]
    met += sorted(pair for pair in judged if counting & set(pair) and set(pair) <= set(known))
    known = settled(known.values(), model)
    scored = [_judged(score(known[one], known[other], model), judgements) for one, other in met]
    kept = [pair for pair in scored if pair.weight > -CLIP_BITS or pair.judgement is not None]
    pairs = tuple(pair for pair in kept if {pair.left, pair.right} <= counting)
    aside = tuple(pair for pair in kept if not {pair.left, pair.right} <= counting)
    vague = tuple(TooVague(ids[row], reason) for row, reason in sorted(task.boxes.why.items()))
    return Links(_clusters(counting, pairs, judgements), pairs, aside, vague)


def _clusters(counting: Iterable[ClaimId], pairs: Sequence[ScoredPair], judgements: Judgements) -> tuple[Cluster, ...]:
    """By components, so that many claims take no longer than their pairs."""
    ids = sorted(counting)
    number = {name: row for row, name in enumerate(ids)}
    scored = Scored.of((number[pair.left], number[pair.right], pair.weight - pair.caution) for pair in pairs)
    found: dict[int, list[ClaimId]] = {}
    for name, head in zip(ids, clusters(ids, scored, judgements).tolist(), strict=True):
        found.setdefault(head, []).append(name)
    return tuple(sorted(tuple(members) for members in found.values()))


def _model(rows: Sequence[LinkRow], distance: Distance, judgements: Judgements, engine: Engine) -> Model:
    """Counted over the rows, and over their pairs, which are scored once to know how many are one event."""
    columns = Columns.of(rows)
    first = model_of(columns, distance, judgements)
    found = engine.score(Task.of(columns, first, floor=FLOOR_BITS - MOST_SHIFT))
    return with_retold(first, found.weight, len(columns))


def settled(rows: Iterable[LinkRow], model: Model) -> dict[ClaimId, LinkRow]:
    """The rows by id, each with its surroundings."""
    given = {row.id: row for row in rows}
    columns = Columns.of(given.values())
    around = Surroundings.of(columns, model.background, model.sources)
    return {name: around.around(given[name], number) for number, name in enumerate(columns.ids)}


def cannot_tell(clusters: Sequence[Cluster], pairs: Iterable[ScoredPair]) -> tuple[Pairing, ...]:
    """Pairs of clusters, by their first claims, that may be one event: a pair across them is not different, and no
    member judged one to be.
    """
    first = {claim: members[0] for members in clusters for claim in members}
    found: dict[Pairing, set[Verdict]] = {}
    judged_apart: set[Pairing] = set()
    for pair in pairs:
        low, high = sorted((first[pair.left], first[pair.right]))
        if low != high:
            found.setdefault((low, high), set()).add(pair.verdict)
            if pair.judgement is Verdict.different:
                judged_apart.add((low, high))
    return tuple(sorted(key for key, said in found.items() if said != {Verdict.different} and key not in judged_apart))


def attached(links: Links, denied: frozenset[ClaimId]) -> dict[ClaimId, tuple[ClaimId, ...]]:
    """By claim that stands beside, the first claims of the clusters that it speaks of.

    It speaks of a cluster when a member says so, or when it is more likely than not one event with a claim in it and no
    member said otherwise, and then of the likeliest alone. A denial speaks of every cluster that it may mean.
    """
    first = {claim: members[0] for members in links.clusters for claim in members}
    best: dict[ClaimId, dict[ClaimId, float]] = {}
    barred: set[tuple[ClaimId, ClaimId]] = set()
    for pair in links.beside:
        claim, member = (pair.right, pair.left) if pair.left in first else (pair.left, pair.right)
        weight = float("inf") if pair.judgement is Verdict.same else pair.weight
        if pair.judgement is Verdict.different:
            barred.add((claim, first[member]))
        elif weight > (DIFFERENT_BITS if claim in denied else 0.0):
            found = best.setdefault(claim, {})
            found[first[member]] = max(weight, found.get(first[member], weight))
    return {claim: _spoken_of(claim, found, barred, every=claim in denied) for claim, found in best.items()}


def _spoken_of(
    claim: ClaimId, found: Mapping[ClaimId, float], barred: set[tuple[ClaimId, ClaimId]], *, every: bool
) -> tuple[ClaimId, ...]:
    open_to = sorted((name for name in found if (claim, name) not in barred), key=lambda name: (-found[name], name))
    return tuple(open_to if every else open_to[:1])


def _judged(pair: ScoredPair, judgements: Judgements) -> ScoredPair:
    return evolve(pair, judgement=judgements.of(pair.left, pair.right))
