"""What the check reports: words of both versions that say different things."""

from enum import StrEnum
from typing import Any

from attrs import frozen

from sosik.values.text import Lang


class Kind(StrEnum):
    number = "number"
    date = "date"
    place = "place"
    outcome = "outcome"
    negation = "negation"
    direction = "direction"
    attribution = "attribution"
    missing = "missing"
    added = "added"


@frozen
class Words:
    """Characters ``start`` to ``end`` of one version, and what stands there; empty where the version has no words for it."""

    start: int
    end: int
    text: str

    def to_json(self) -> dict[str, Any]:
        return {"span": [self.start, self.end], "text": self.text}


@frozen
class Drift:
    """``about`` says more closely what differs (a name, a rank, a bound); ``says`` is one sentence in each language."""

    kind: Kind
    ko: Words
    en: Words
    about: str
    says: str
    says_ko: str
    part: str = "body"

    def words(self, lang: Lang) -> Words:
        return self.ko if lang is Lang.ko else self.en

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What stays the same while both versions say these words: a decision that accepts a drift names it."""
        return (self.part, self.kind.value, self.ko.text, self.en.text)

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "about": self.about,
            "part": self.part,
            "ko": self.ko.to_json(),
            "en": self.en.to_json(),
            "says": self.says,
            "says_ko": self.says_ko,
        }
