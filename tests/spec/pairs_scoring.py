"""Pairs of one text in Korean and English, with errors to plant in them, and how the translation check is scored on them.

A line of ``tests/spec/pairs/*.jsonl`` is one text that was translated freely and says the same in both; ``planted`` are changes
of which each makes one pair with exactly one error of its kind.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

FOLDER = Path(__file__).parent / "pairs"


@frozen
class Pair:
    """``kind`` is that of the planted error, None where both versions say the same."""

    id: str
    ko: str
    en: str
    kind: str | None = None


@frozen
class Score:
    """Alarms of clean pairs, catches of planted ones (with a difference that the clean pair does not have), by kind."""

    clean: int
    alarms: int
    caught: dict[str, int]
    planted: dict[str, int]
    of_kind: dict[str, int]

    @property
    def recall(self) -> float:
        return sum(self.caught.values()) / max(1, sum(self.planted.values()))

    @property
    def exact(self) -> float:
        return sum(self.of_kind.values()) / max(1, sum(self.planted.values()))

    @property
    def alarm_rate(self) -> float:
        return self.alarms / max(1, self.clean)


Drifts = Callable[[str, str], set[tuple[str, str, str]]]


def texts(name: str) -> list[dict]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


def pairs(text: dict) -> Iterator[Pair]:
    """The clean pair first, where there is one; a pair written apart bears its own ``kind``."""
    yield Pair(text["id"], text["ko"], text["en"], text.get("kind"))
    for number, one in enumerate(text.get("planted", ()), start=1):
        changed = text[one["lang"]].replace(one["was"], one["now"], 1)
        ko, en = (changed, text["en"]) if one["lang"] == "ko" else (text["ko"], changed)
        yield Pair(f"{text['id']}.{number}", ko, en, one["kind"])


def score(name: str, drifts: Drifts, show: Callable[[str, Pair, set], None] = lambda *_: None) -> Score:
    clean = alarms = 0
    caught: dict[str, int] = {}
    planted: dict[str, int] = {}
    of_kind: dict[str, int] = {}
    for text in texts(name):
        first, *others = pairs(text)
        before = set() if first.kind else drifts(first.ko, first.en)
        clean, alarms = clean + (first.kind is None), alarms + bool(before)
        if before:
            show("alarm", first, before)
        others = [first, *others] if first.kind else others
        for pair in others:
            found = drifts(pair.ko, pair.en) - before
            kind = str(pair.kind)
            planted[kind] = planted.get(kind, 0) + 1
            caught[kind] = caught.get(kind, 0) + bool(found)
            of_kind[kind] = of_kind.get(kind, 0) + any(one[0] == kind for one in found)
            if not found:
                show("miss", pair, found)
    return Score(clean, alarms, caught, planted, of_kind)
