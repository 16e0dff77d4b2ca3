"""The codebook: categories of incidents, measures and tallies, the words that tell of them, and their codes elsewhere."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

from attrs import field, frozen

from sosik.claims.claim import Kind
from sosik.claims.sieve import Sieve
from sosik.errors import InputRefused, NotFound
from sosik.values.ids import CategoryKey
from sosik.values.text import Lang

_INFLECTION = r"(?:e|es|ed|ing|s|d|[bdgklmnprt](?:ed|ing))?"
_UNSTATED = {"killing", "injury"}
_NEEDS = {"@harm", "@taken"}  # parts that the clause's victims answer, not its words


class CodebookRefused(InputRefused):
    code = "E-CODEBOOK"
    en = "{file} is not a codebook that can be read: {why}."
    ko = "{file} 은(는) 읽을 수 없는 코드북입니다: {why}."


@frozen
class Trigger:
    """Words that tell of a category when every part stands in one clause; ``needs`` names what its victims must show."""

    parts: tuple[re.Pattern[str], ...]
    needs: frozenset[str] = frozenset()

    def spans(self, clause: str) -> Iterator[tuple[int, int]]:
        """Where the first part stands, when the others are there too."""
        if all(part.search(clause) for part in self.parts[1:]):
            for match in self.parts[0].finditer(clause):
                yield match.span()


@frozen
class Category:
    """``rank`` decides which of two categories names an event that shows both; a hazard is published coarsely only."""

    key: CategoryKey
    kind: Kind
    en: str
    ko: str
    family: str
    rank: int
    is_hazard: bool = False
    acled: tuple[str, str] = ("", "")
    ucdp: str | None = None
    triggers: Mapping[Lang, tuple[Trigger, ...]] = field(factory=dict, hash=False, repr=False)
    excludes: Mapping[Lang, re.Pattern[str] | None] = field(factory=dict, hash=False, repr=False)

    def name(self, lang: str) -> str:
        return self.ko if lang == "ko" else self.en

    def blank_excluded(self, clause: str, lang: Lang) -> str:
        """The clause with the words that look like the category but are not it turned to spaces, offsets kept."""
        pattern = self.excludes.get(lang)
        return pattern.sub(lambda match: " " * len(match[0]), clause) if pattern else clause


@frozen
class _Triggers:
    """The triggers of every category in one language, sieved by their first parts."""

    every: tuple[tuple[Category, Trigger], ...]
    sieve: Sieve

    @classmethod
    def of(cls, categories: Iterable[Category], lang: Lang) -> "_Triggers":
        every = tuple((category, trigger) for category in categories for trigger in category.triggers[lang])
        return cls(every, Sieve([trigger.parts[0] for _, trigger in every]))


@frozen
class Codebook:
    version: str
    categories: Mapping[CategoryKey, Category] = field(hash=False)
    _triggers: Mapping[Lang, _Triggers] = field(init=False, eq=False, repr=False)

    @_triggers.default
    def _sieved(self) -> Mapping[Lang, _Triggers]:
        return {lang: _Triggers.of(self.categories.values(), lang) for lang in Lang}

    def possible(self, clause: str, lang: Lang) -> Iterator[tuple[Category, list[Trigger]]]:
        """The categories whose words may stand in the clause, in order, each with those triggers; none that stands is left out."""
        triggers = self._triggers[lang]
        found = (triggers.every[number] for number in triggers.sieve.candidates(clause))
        for key, pairs in groupby(found, key=lambda pair: pair[0].key):
            yield self.categories[key], [trigger for _, trigger in pairs]

    @classmethod
    def load(cls, extra: Path | None = None) -> "Codebook":
        """The shipped codebook, joined with a desk's own file; raises CodebookRefused when that cannot be read."""
        shipped = tomllib.loads((files("sosik.claims") / "codebook.toml").read_text(encoding="utf-8"))
        if extra is None:
            return _shipped()
        try:
            text = extra.read_text(encoding="utf-8")
            joined = _joined(shipped, tomllib.loads(text))
            return _build(joined | {"version": f"{shipped['version']}+{sha256(text.encode()).hexdigest()[:8]}"})
        except OSError as error:
            raise NotFound(what=extra.name) from error
        except (tomllib.TOMLDecodeError, re.error, KeyError, TypeError, ValueError, UnicodeError) as error:
            raise CodebookRefused(file=extra.name, why=type(error).__name__) from error

    def get(self, key: str) -> Category:
        found = self.categories.get(CategoryKey(key))
        if found is None:
            raise NotFound(what=key)
        return found

    def distance(self, one: CategoryKey, other: CategoryKey) -> float:
        """0 for the same category, 0.5 within a family or where what brought a death or an injury about is not stated, 1 otherwise."""
        if one == other:
            return 0.0
        a, b = self.categories.get(one), self.categories.get(other)
        if a is None or b is None:
            return 1.0
        unstated = not _UNSTATED.isdisjoint((one, other)) and "taking" not in (a.family, b.family) and a.kind is b.kind
        return 0.5 if a.family == b.family or unstated else 1.0


@lru_cache(maxsize=1)
def _shipped() -> Codebook:
    return _build(tomllib.loads((files("sosik.claims") / "codebook.toml").read_text(encoding="utf-8")))


def _joined(shipped: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Tables are joined key by key, lists end to end; anything else of the desk's own stands instead."""
    out = dict(shipped)
    for key, value in own.items():
        before = out.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            out[key] = _joined(before, value)
        elif isinstance(before, list) and isinstance(value, list) and key != "acled":
            out[key] = before + value
        else:
            out[key] = value
    return out


def _build(table: dict[str, Any]) -> Codebook:
    words = {Lang(lang): classes for lang, classes in table.get("words", {}).items()}
    categories = (_category(key, entry, words) for key, entry in table["category"].items())
    return Codebook(str(table["version"]), {category.key: category for category in categories})


def _category(key: str, entry: dict[str, Any], words: Mapping[Lang, dict[str, list[str]]]) -> Category:
    acled = entry.get("acled", ["", ""])
    return Category(
        key=CategoryKey(key),
        kind=Kind(entry["kind"]),
        en=entry["en"],
        ko=entry["ko"],
        family=entry.get("family", key),
        rank=int(entry.get("rank", 50)),
        is_hazard=bool(entry.get("hazard", False)),
        acled=(acled[0], acled[1]),
        ucdp=entry.get("ucdp"),
        triggers={
            lang: tuple(_trigger(text, lang, words.get(lang, {})) for text in entry.get(f"triggers_{lang}", []))
            for lang in Lang
        },
        excludes={lang: _any_of(entry.get(f"not_{lang}", []), lang) for lang in Lang},
    )


def _trigger(text: str, lang: Lang, words: Mapping[str, list[str]]) -> Trigger:
    parts = [part.strip() for part in text.split(" & ")]
    said = [part for part in parts if part not in _NEEDS]
    patterns = (_any_of(words[part[1:]] if part.startswith("@") else [part], lang) for part in said)
    return Trigger(tuple(pattern for pattern in patterns if pattern), frozenset(parts) & _NEEDS)


def _any_of(texts: list[str], lang: Lang) -> re.Pattern[str] | None:
    if not texts:
        return None
    joined = "|".join(f"(?:{text})" for text in texts)
    if lang is Lang.ko:
        return re.compile(joined)
    return re.compile(rf"\b(?:{joined.replace('~', _INFLECTION)})\b", re.IGNORECASE)
