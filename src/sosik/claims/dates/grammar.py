"""A cascade of small phrase grammars: each rule is a line of token kinds and what to compose of their values.

A pattern such as ``"DAY of? MONTH ,? YEAR?"`` names kinds in order: ``?`` may be left out, ``a|b`` is either. Kinds in
capitals hand their values to the composer, the others only have to be there. Where rules compete, the longest wins.
The time is linear in the tokens, since no phrase is longer than the longest rule.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any

from attrs import field, frozen

Composer = Callable[..., Any]
_PHRASE = "<phrase>"


@frozen(slots=True)
class Token:
    """A word or phrase with the kinds it may be, one value for each, and its characters."""

    values: dict[str, Any] = field(eq=False)
    start: int
    end: int
    word: str = ""


@frozen
class Rule:
    """``makes`` is the kind of the phrase. One of ``after`` must stand before it, none of ``unless_after`` may, and none
    of ``unless_before`` may follow, and one of ``before`` must, where it is given.
    """

    pattern: str
    makes: str
    compose: Composer
    after: frozenset[str] | None = None
    unless_after: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()
    before: frozenset[str] | None = None

    def stands(self, before: str, behind: str) -> bool:
        if self.after is not None and before not in self.after:
            return False
        if self.before is not None and behind not in self.before:
            return False
        return before not in self.unless_after and behind not in self.unless_before


class _Node:
    """A state of the trie: where each kind leads, and the rules that end here."""

    __slots__ = ("next", "rules")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.rules: list[Rule] = []


class Grammar:
    """One pass over the tokens; phrases become tokens, the rest stays."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._root = _Node()
        self.kinds: set[str] = set()
        for rule in rules:
            for kinds in _sequences(rule.pattern):
                self.kinds.update(kinds)
                node = self._root
                for kind in kinds:
                    node = node.next.setdefault(kind, _Node())
                node.rules.append(rule)
        self._firsts = frozenset(self._root.next)

    def chunk(self, tokens: Sequence[Token]) -> list[Token]:
        out: list[Token] = []
        at = 0
        while at < len(tokens):
            if self._firsts.isdisjoint(tokens[at].values):
                out.append(tokens[at])
                at += 1
                continue
            phrase, length = self._phrase(tokens, at, out[-1].word if out else "")
            out.append(phrase)
            at += length
        return out

    def _phrase(self, tokens: Sequence[Token], at: int, before: str) -> tuple[Token, int]:
        found: list[tuple[int, Rule, tuple[Any, ...]]] = []
        _walk(self._root, tokens, at, (), found)
        found.sort(key=lambda one: -one[0])
        for end, rule, values in found:
            if not rule.stands(before, tokens[end].word if end < len(tokens) else ""):
                continue
            made = rule.compose(*values)
            if made is not None:
                return Token({rule.makes: made}, tokens[at].start, tokens[end - 1].end, _PHRASE), end - at
        return tokens[at], 1


def _walk(
    node: _Node,
    tokens: Sequence[Token],
    at: int,
    values: tuple[Any, ...],
    found: list[tuple[int, Rule, tuple[Any, ...]]],
) -> None:
    found.extend((at, rule, values) for rule in node.rules)
    if at == len(tokens):
        return
    for kind, value in tokens[at].values.items():
        onward = node.next.get(kind)
        if onward is not None:
            _walk(onward, tokens, at + 1, (*values, value) if kind[0].isupper() else values, found)


def _sequences(pattern: str) -> Iterable[tuple[str, ...]]:
    """Every sequence of kinds that the pattern stands for."""
    choices: list[list[tuple[str, ...]]] = []
    for item in pattern.split():
        name = item.removesuffix("?")
        either: list[tuple[str, ...]] = [(kind,) for kind in name.split("|")]
        choices.append([*either, ()] if item.endswith("?") and name else either)
    return [tuple(kind for part in one for kind in part) for one in product(*choices)]
