"""Hierarchical log-linear models of lists: which interactions of lists a model allows.

A term is a pattern of lists; a model holds with a term every term inside it (Fienberg 1972, Biometrika 59, 591-603). The
interaction of all lists is in no model: nothing that was seen can tell it.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Model = int
"""A set of terms: bit ``t`` is set when the term of pattern ``t`` is held; bit 0, the constant, always is."""
Held = NDArray[np.bool_]
"""One row a model, one column a term."""

ALL_MODELS_UP_TO = 5


def independent(lists: int) -> Model:
    return sum(1 << term for term in (0, *(1 << at for at in range(lists))))


@lru_cache(maxsize=8)
def every_model(lists: int) -> tuple[Model, ...]:
    """Each hierarchical model with every list in it: 8 of three lists, 113 of four, 6,893 of five (Dedekind's numbers less the
    saturated model).
    """
    models = [independent(lists)]
    for size in range(2, lists):
        for term in _of_size(lists, size):
            needed = _all(parts(term))
            models += [model | 1 << term for model in models if model & needed == needed]
    return tuple(models)


def grown_by_one(model: Model, lists: int) -> list[Model]:
    """The models with one term more."""
    grown = []
    for term in range(1, 2**lists - 1):
        needed = _all(parts(term))
        if not model >> term & 1 and model & needed == needed:
            grown.append(model | 1 << term)
    return grown


def matrix(models: Sequence[Model], lists: int) -> Held:
    width = max(2**lists // 8, 1)
    raw = b"".join(model.to_bytes(width, "little") for model in models)
    bits = np.unpackbits(np.frombuffer(raw, dtype=np.uint8).reshape(len(models), width), axis=1, bitorder="little")
    return bits[:, : 2**lists].astype(bool)


def terms_of(model: Model) -> list[int]:
    return [term for term in range(model.bit_length()) if model >> term & 1]


def parts(term: int) -> list[int]:
    """The term less one list, for each of its lists."""
    return [term & ~(1 << at) for at in _lists(term)]


def named(model: Model, places: Sequence[int]) -> str:
    """``[123,14,34]``: the terms that lie in no other, by list numbers; list ``k`` is shown as number ``places[k] + 1``."""
    terms = terms_of(model)
    tops = [one for one in terms if one and not any(one != other and one & other == one for other in terms)]
    shown = [sorted(places[at] + 1 for at in _lists(top)) for top in tops]
    return f"[{','.join(''.join(map(str, top)) for top in sorted(shown, key=lambda top: (-len(top), top)))}]"


def _of_size(lists: int, size: int) -> list[int]:
    return [_all(chosen) for chosen in combinations(range(lists), size)]


def _all(bits: Iterable[int]) -> int:
    return sum(1 << bit for bit in bits)


def _lists(term: int) -> list[int]:
    return [at for at in range(term.bit_length()) if term >> at & 1]
