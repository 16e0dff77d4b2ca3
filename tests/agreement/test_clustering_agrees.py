"""The quick clustering and one that recounts every mean at every step find the same clusters."""

import random
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from sosik.incidents.clustering import CLIP_BITS, NEVER_MET, clipped, cluster
from sosik.incidents.judgement import Judgements
from sosik.incidents.scoring import SAME_BITS, Verdict
from sosik.values.ids import ClaimId

NAMES = [ClaimId(f"c-{number}") for number in range(8)]
pairs = st.sampled_from(list(combinations(NAMES, 2)))
weights = st.dictionaries(pairs, st.one_of(st.integers(-8, 12).map(float), st.floats(-10, 10)), max_size=28)


@st.composite
def judgements(draw):
    """That do not contradict: claims are dealt into true events, and members speak the truth."""
    event = {name: draw(st.integers(0, 3)) for name in NAMES}
    said = draw(st.sets(pairs, max_size=8))
    return Judgements({pair: Verdict.same if event[pair[0]] == event[pair[1]] else Verdict.different for pair in said})


def recounted(names, weights, judgements):
    """Average linkage as its definition says it, slowly."""
    must = judgements.must()
    clusters = [
        [name for name in names if must.head(name) == head] for head in sorted({must.head(name) for name in names})
    ]
    barred = {frozenset(pair) for pair in judgements.pairs(Verdict.different)}

    def mean(one, other):
        return sum(
            clipped(weights[pair]) if (pair := tuple(sorted(ab))) in weights else NEVER_MET
            for ab in product(one, other)
        ) / (len(one) * len(other))

    while True:
        open_to = [
            (-mean(one, other), min(one), min(other), one, other)
            for one, other in combinations(sorted(clusters), 2)
            if not any(frozenset(ab) in barred for ab in product(one, other)) and mean(one, other) >= SAME_BITS * 1e6
        ]
        if not open_to:
            return tuple(sorted(tuple(sorted(members)) for members in clusters))
        *_, one, other = min(open_to)
        clusters = [members for members in clusters if members not in (one, other)] + [sorted(one + other)]


@given(weights, judgements())
def test_clusters_agree(weights, judgements):
    """With and without members' judgements, ties among them."""
    assert cluster(NAMES, weights, judgements) == recounted(NAMES, weights, judgements)


@given(weights, judgements(), st.randoms())
def test_the_order_of_claims_and_pairs_moves_nothing(weights, judgements, luck):
    """The clusters are those of the sorted claims."""
    names, shuffled = list(NAMES), list(weights.items())
    random.Random(luck.random()).shuffle(names)
    random.Random(luck.random()).shuffle(shuffled)

    assert cluster(names, dict(shuffled), judgements) == cluster(NAMES, weights, judgements)


def test_fuzzy_claims_do_not_chain():
    """A month that may be either of two days apart joins one of them at most, where components would join all."""
    first, month, last = NAMES[:3]
    weights = {(first, month): 3.0, (month, last): 3.0, (first, last): -CLIP_BITS}

    assert len(cluster(NAMES[:3], weights, Judgements())) == 2
