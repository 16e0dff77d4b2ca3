"""Sentences that say more of somebody who told us in words that no finder knows, weighed by what tends to go with that.

A small model: signs in a sentence, each with a weight, fitted on the marked drafts (``bench/weigh_sentences.py``, logistic regression). Its
threshold is low on purpose: to read a sentence twice costs less than a source.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from math import exp

from attrs import frozen

from sosik.bulletins.disclosure.found import Found
from sosik.claims.sentences import split
from sosik.values.text import Lang

RULE = "told-of-source"
THRESHOLD = 0.34
LONGEST = 190
"""Characters that are weighed together; a longer sentence is cut where it pauses."""
_SHORTEST = 60
_DENSE = 72
"""Characters for each thing found, at which a text is as full of its sources as can be told."""
_WHOLE = 600
"""Characters under which a text is too short to tell how full it is."""
_QUOTES = "verbatim-quote"


@frozen
class Weights:
    """``signs`` by pattern; ``joint`` are signs of signs: of each group one at least. ``of_text`` weigh the text that the sentence is of."""

    bias: float
    signs: dict[str, tuple[re.Pattern[str], float]]
    joint: dict[str, tuple[tuple[tuple[str, ...], ...], float]]
    of_text: dict[str, float]
    bare: frozenset[str]
    """Signs that stand in any sentence of somebody who tells; by themselves they say nothing more of them."""

    def likelihood(self, sentence: str, of_text: float) -> float:
        """0 to 1; ``of_text`` is what ``weighed_text`` gives."""
        seen = {name for name, (pattern, _) in self.signs.items() if pattern.search(sentence)}
        if seen <= self.bare:
            return 0.0
        total = self.bias + of_text + sum(self.signs[name][1] for name in seen)
        total += sum(weight for groups, weight in self.joint.values() if all(seen & set(group) for group in groups))
        return 1 / (1 + exp(-total))

    def weighed_text(self, features: dict[str, float]) -> float:
        return sum(self.of_text[name] * value for name, value in features.items())


@cache
def weights(lang: Lang) -> Weights:
    text = (files("sosik.bulletins.disclosure") / f"weights_{lang.value}.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    return Weights(
        told["bias"],
        {name: (re.compile(sign["pattern"]), sign["weight"]) for name, sign in told["sign"].items()},
        {name: (tuple(map(tuple, sign["of"])), sign["weight"]) for name, sign in told["joint"].items()},
        told["text"],
        frozenset(told["bare"]),
    )


def features_of_text(text: str, found: Sequence[Found]) -> dict[str, float]:
    """Whether anything was found that narrows a source, and how densely."""
    count = sum(one.rule != _QUOTES for one in found)
    return {"any_found": float(count > 0), "density": min(1.0, count * _DENSE / max(_WHOLE, len(text)))}


def weighed(text: str, lang: Lang, found: Sequence[Found]) -> Iterator[Found]:
    """Each sentence, or part of one, that likely says more; ``found`` is what the finders of what narrows found in the text."""
    by = weights(lang)
    of_text = by.weighed_text(features_of_text(text, found))
    for start, end in parts(text):
        if by.likelihood(text[start:end], of_text) >= THRESHOLD:
            yield Found(RULE, start, end)


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, those that are too long cut after a pause, else between words."""
    for sentence in split(text):
        start = sentence.start
        while sentence.end - start > LONGEST:
            pauses = [text.rfind(pause, start + _SHORTEST, start + LONGEST) for pause in (", ", "; ", ": ")]
            cut = max(pauses) if max(pauses) >= 0 else text.rfind(" ", start + _SHORTEST, start + LONGEST)
            cut = cut + 1 if cut >= 0 else start + LONGEST
            yield start, cut
            start = cut + (text[cut : cut + 1] == " ")
        if start < sentence.end:
            yield start, sentence.end
