"""What the disclosure check found: every mention with its reason, and the verdict of each version and of their union."""

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from sosik.bulletins.policy import Severity

PASSED = "no_known_narrowing"
ROWS = "rows"


@frozen
class Reason:
    """``span`` counts characters of the body of version ``lang``, None in a title, a picture, a row or the desk's records.

    ``numbered`` tells whether the rule has a number; then ``n_low`` None means that it is unknown. ``suggest`` stands for
    the words at ``suggest_span``, which is the span unless more must go; empty drops them; None where no rewrite lifts the
    reason. ``factors`` are private.
    """

    rule: str
    kind: str
    lang: str
    severity: Severity
    text: str
    says: str
    says_ko: str
    span: tuple[int, int] | None = None
    part: str = "body"
    numbered: bool = False
    n_low: int | None = None
    suggest: str | None = None
    suggest_span: tuple[int, int] | None = None
    knowers: tuple[str, int, int, str] | None = None
    factors: tuple[tuple[str, float | None, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        record: dict[str, Any] = {
            "rule": self.rule,
            "kind": self.kind,
            "lang": self.lang,
            "part": self.part,
            "span": list(self.span) if self.span else None,
            "text": self.text,
            "severity": self.severity.value,
            "says": self.says,
            "says_ko": self.says_ko,
            "suggest": self.suggest,
        }
        if self.knowers:
            record["knowers"] = dict(zip(("set", "min", "max", "source"), self.knowers, strict=True))
        if self.suggest_span:
            record["suggest_span"] = list(self.suggest_span)
        if self.numbered:
            record["n_low"] = self.n_low
            record["factors"] = [
                {"name": name, "value": value, "source": source} for name, value, source in self.factors
            ]
        return record


@frozen
class Verdict:
    """``langs`` are the language versions that were checked; a version without a reason is not known to narrow."""

    langs: tuple[str, ...]
    revision: int
    hash: str
    reasons: tuple[Reason, ...]

    @property
    def word(self) -> str:
        return _worst(self.reasons)

    @property
    def versions(self) -> dict[str, str]:
        words = {lang: _worst(one for one in self.reasons if one.lang == lang) for lang in (*self.langs, ROWS)}
        return words | {"union": _worst(self.reasons)}

    @property
    def blocking(self) -> tuple[Reason, ...]:
        return tuple(one for one in self.reasons if one.severity is Severity.block)

    def to_json(self) -> dict[str, Any]:
        return {
            "verdict": self.word,
            "versions": self.versions,
            "revision": self.revision,
            "hash": self.hash,
            "reasons": [one.to_json() for one in self.reasons],
        }


def _worst(reasons: Iterable[Reason]) -> str:
    worst = max((one.severity for one in reasons), key=lambda severity: severity.rank, default=Severity.info)
    return PASSED if worst is Severity.info else worst.value
