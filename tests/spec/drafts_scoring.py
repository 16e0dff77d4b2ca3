"""How well predicted spans agree with the marked drafts: direct and quasi marks found, quasi predictions that are right."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DRAFTS = Path(__file__).parent / "drafts"
FRESH = (
    Path(__file__).parent / "drafts_fresh"
)  # written later; what they measured at first sight stands in bench/README.md
WIDE = 200  # a longer prediction counts for a mark only when the mark fills half of it


@dataclass(frozen=True)
class Span:
    """Characters ``start`` to ``end`` of a draft's body (the text after the front matter, as ``Draft.text`` holds it)."""

    start: int
    end: int
    kind: str
    rule: str = ""

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def stands_for(self, mark: "Span") -> bool:
        """Whether this prediction finds the mark: they overlap, and it is not a net thrown over half the text."""
        width = self.end - self.start
        return self.overlaps(mark) and (width <= WIDE or 2 * (mark.end - mark.start) >= width)


@dataclass(frozen=True)
class Draft:
    name: str
    lang: str
    genre: str
    pair: str | None
    text: str
    marks: tuple[Span, ...]
    public: tuple[Span, ...]
    either: tuple[Span, ...]


@dataclass(frozen=True)
class Score:
    """Counts over all drafts; ``by_rule`` holds ``(found, marks)`` of each rule."""

    direct_found: int
    direct_marks: int
    quasi_found: int
    quasi_marks: int
    quasi_right: int
    quasi_said: int
    direct_right: int
    direct_said: int
    by_rule: dict[str, tuple[int, int]]

    @property
    def direct_recall(self) -> float:
        return _share(self.direct_found, self.direct_marks)

    @property
    def quasi_recall(self) -> float:
        return _share(self.quasi_found, self.quasi_marks)

    @property
    def quasi_precision(self) -> float:
        return _share(self.quasi_right, self.quasi_said)

    @property
    def direct_precision(self) -> float:
        return _share(self.direct_right, self.direct_said)


def drafts(folder: Path = DRAFTS) -> list[Draft]:
    """All drafts, in the order of their languages and names."""
    return [draft(path) for path in sorted(folder.glob("*/*.md"))]


def draft(path: Path) -> Draft:
    _, front, text = path.read_text(encoding="utf-8").split("+++\n", 2)
    head = tomllib.loads(front)
    marks, public, either = (_spans(text, head.get(key, []), key) for key in ("marks", "public", "either"))
    return Draft(
        f"{path.parent.name}/{path.stem}", head["lang"], head["genre"], head.get("pair"), text, marks, public, either
    )


def score(predicted: Mapping[str, Iterable[Span]], golds: Iterable[Draft]) -> Score:
    """Scores the predictions, keyed by a draft's name, with ``kind`` "direct" or "quasi".

    A mark is found when a prediction of its kind overlaps it. A quasi prediction is right when it overlaps any mark; one that
    overlaps nothing but what two editors may judge differently is left out of precision.
    """
    counts: Counter[str] = Counter()
    rules: dict[str, tuple[int, int]] = {}
    for gold in golds:
        said = list(predicted.get(gold.name, ()))
        for mark in gold.marks:
            found = any(span.kind == mark.kind and span.stands_for(mark) for span in said)
            counts.update({f"{mark.kind}_found": found, f"{mark.kind}_marks": 1})
            before = rules.get(mark.rule, (0, 0))
            rules[mark.rule] = (before[0] + found, before[1] + 1)
        for span in said:
            right = any(span.stands_for(mark) for mark in gold.marks)
            if right or not any(span.overlaps(open_one) for open_one in gold.either):
                counts.update({f"{span.kind}_right": right, f"{span.kind}_said": 1})
    keys = (f"{kind}_{what}" for kind in ("direct", "quasi") for what in ("found", "marks", "right", "said"))
    return Score(**{key: counts[key] for key in keys}, by_rule=rules)


def _spans(text: str, marks: list[dict[str, Any]], key: str) -> tuple[Span, ...]:
    return tuple(_span(text, mark, mark.get("kind", key)) for mark in marks)


def _span(text: str, mark: dict[str, Any], kind: str) -> Span:
    start = -1
    for _ in range(mark["nth"]):
        start = text.find(mark["text"], start + 1)
        if start < 0:
            raise ValueError(mark["text"])
    return Span(start, start + len(mark["text"]), kind, mark["rule"])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
