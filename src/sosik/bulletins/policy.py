"""The disclosure policy: one settings table with its reasons, and one table of rules with their verdicts."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen


class Severity(StrEnum):
    block = "block"
    warn = "warn"
    info = "info"

    @property
    def rank(self) -> int:
        return ("info", "warn", "block").index(self.value)


@frozen
class Rule:
    """``severity`` is None where the number decides; ``once`` where repeating the warning would teach people to skip it."""

    name: str
    kind: str
    severity: Severity | None
    says: Mapping[str, str] = field(hash=False)
    says_unknown: Mapping[str, str] = field(hash=False)
    once: bool = False


@frozen
class Share:
    """Which part of the adults an attribute leaves, and who says so."""

    value: float
    source: str


@frozen
class Knowers:
    """A circle of people who know a thing: the fewest and the most of them, and who says so; ``words`` is a pattern that names it."""

    words: str
    min: int
    max: int
    source: str


@frozen
class Policy:
    """``q_line_out`` and ``q_elsewhere`` are shares of adults; ``s_*`` divide; N_low under ``block_under`` blocks."""

    version: str
    block_under: int
    warn_under: int
    q_line_out: float
    q_elsewhere: float
    q_source: str
    adult_share: Share
    s_census: float
    s_estimate: float
    s_source: str
    census_years: Mapping[str, int] = field(hash=False)
    shares: Mapping[str, Share] = field(hash=False)
    unstated_place: str
    unstated_date: str
    contact_days: int
    knowers: Mapping[str, Knowers] = field(hash=False)
    public_names: frozenset[str]
    rules: Mapping[str, Rule] = field(hash=False)

    @classmethod
    def shipped(cls) -> "Policy":
        return _shipped()

    @classmethod
    def read(cls, text: str) -> "Policy":
        table = tomllib.loads(text)
        numbers = table["calculation"]
        return cls(
            version=table["version"],
            block_under=numbers["block_under"],
            warn_under=numbers["warn_under"],
            q_line_out=numbers["q"]["line_out"],
            q_elsewhere=numbers["q"]["elsewhere"],
            q_source=numbers["q"]["source"],
            adult_share=Share(**numbers["adult_share"]),
            s_census=numbers["s"]["census"],
            s_estimate=numbers["s"]["estimate"],
            s_source=numbers["s"]["source"],
            census_years=numbers["census_years"],
            shares={name: Share(**share) for name, share in numbers["share"].items()},
            unstated_place=table["rows"]["unstated_place"],
            unstated_date=table["rows"]["unstated_date"],
            contact_days=table["rows"]["contact_days"],
            knowers={name: Knowers(**row) for name, row in table["knowers"].items()},
            public_names=frozenset(table["names"]["public"]),
            rules={name: _rule(name, rule) for name, rule in table["rule"].items()},
        )

    def circle_in(self, words: str) -> tuple[str, Knowers] | None:
        """The smallest circle that the words name."""
        named = [(name, one) for name, one in self.knowers.items() if re.search(one.words, words, re.IGNORECASE)]
        return min(named, key=lambda pair: pair[1].max, default=None)

    def severity_of(self, n_low: int | None) -> Severity:
        """Unknown blocks; nothing is ever called safe, only not known to narrow."""
        if n_low is None or n_low < self.block_under:
            return Severity.block
        return Severity.warn if n_low < self.warn_under else Severity.info


@lru_cache(maxsize=1)
def _shipped() -> Policy:
    return Policy.read((files("sosik.bulletins") / "policy.toml").read_text(encoding="utf-8"))


def _rule(name: str, rule: Mapping[str, Any]) -> Rule:
    by_number = rule["severity"] == "by-number"
    return Rule(
        name=name,
        kind=rule["kind"],
        severity=None if by_number else Severity(rule["severity"]),
        says={"en": rule["en"], "ko": rule["ko"]},
        says_unknown={"en": rule.get("unknown_en", rule["en"]), "ko": rule.get("unknown_ko", rule["ko"])},
        once=rule.get("once", False),
    )
