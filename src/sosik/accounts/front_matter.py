"""The block that a report may begin with, and its twin, the sidecar: what is known about an account besides its words."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml
from attrs import evolve, frozen

from sosik.accounts.account import Basis, Consent, Reliability
from sosik.errors import InputFrontMatter, InputUnknownKey, ValueUnreadable
from sosik.values.edtf import read_span
from sosik.values.ids import AccountId, SourceHandle
from sosik.values.text import Lang

DAYS = ("received", "told", "published", "not_before")
KEYS = {
    *DAYS,
    *(
        "source",
        "basis",
        "reliability",
        "consent",
        "lang",
        "outlet",
        "retells",
        "attachments",
        "title",
        "encoding",
    ),
}
_FENCE = "---"


@frozen
class FrontMatter:
    """What the block says; None where it says nothing."""

    received: date | None = None
    told: date | None = None
    published: date | None = None
    not_before: date | None = None
    source: SourceHandle | None = None
    basis: Basis | None = None
    reliability: Reliability | None = None
    consent: Consent | None = None
    lang: Lang | None = None
    outlet: str | None = None
    retells: tuple[AccountId, ...] = ()
    attachments: tuple[str, ...] = ()
    title: str | None = None
    is_bulletin: bool = False

    def or_else(self, other: "FrontMatter") -> "FrontMatter":
        """With what this one lacks taken from the other."""
        missing = {name: getattr(other, name) for name in _fields() if not getattr(self, name)}
        return evolve(self, **missing)


def split(file: str, text: str) -> tuple[Mapping[str, Any], str]:
    """The block as a mapping, empty when there is none, and the body after it."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != _FENCE:
        return {}, text
    lines = rest.split("\n")
    end = next((n for n, line in enumerate(lines) if line.rstrip() == _FENCE), None)
    if end is None:
        raise InputFrontMatter(file=file, why="it is not closed by a line of ---")
    return _yaml(file, "\n".join(lines[:end])), "\n".join(lines[end + 1 :])


def read_sidecar(file: str, untrusted: bytes) -> Mapping[str, Any]:
    try:
        return tomllib.loads(untrusted.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputFrontMatter(file=file, why="it is not TOML") from error


def read(file: str, untrusted: Mapping[str, Any]) -> FrontMatter:
    """The checked block. A key that nobody knows is refused: a misspelt ``not_before`` would publish too early.

    A bulletin's keys are its own and are not looked at here.
    """
    if "bulletin" in untrusted:
        return FrontMatter(is_bulletin=True)
    for key in untrusted:
        if key not in KEYS:
            raise InputUnknownKey(file=file, key=str(key)[:40])
    days = {name: _day(file, name, untrusted.get(name)) for name in DAYS}
    if days["told"] and days["received"] and days["told"] > days["received"]:
        raise InputFrontMatter(file=file, why="it was told after it was received")
    return FrontMatter(
        received=days["received"],
        told=days["told"],
        published=days["published"],
        not_before=days["not_before"],
        source=SourceHandle(said) if (said := _words(file, "source", untrusted.get("source"))) else None,
        basis=_choice(file, "basis", Basis, untrusted.get("basis")),
        reliability=_choice(file, "reliability", Reliability, untrusted.get("reliability")),
        consent=_choice(file, "consent", Consent, untrusted.get("consent")),
        lang=_choice(file, "lang", Lang, untrusted.get("lang")),
        outlet=_words(file, "outlet", untrusted.get("outlet")),
        retells=tuple(AccountId(name) for name in _list(file, "retells", untrusted.get("retells"))),
        attachments=_list(file, "attachments", untrusted.get("attachments")),
        title=_words(file, "title", untrusted.get("title")),
    )


class _StrictLoader(yaml.SafeLoader):
    """Refuses a key that stands twice: which of the two was meant is nothing to guess."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [str(key.value) for key, _ in node.value]
        if len(keys) != len(set(keys)):
            raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


def load_yaml(text: str) -> Any:
    """YAML without objects, aliases or repeated keys; raises ``yaml.YAMLError``."""
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_StrictLoader)):
        raise yaml.YAMLError
    return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a SafeLoader


def _yaml(file: str, block: str) -> Mapping[str, Any]:
    try:
        loaded = load_yaml(block)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputFrontMatter(file=file, why="it is not YAML, or a key stands twice") from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise InputFrontMatter(file=file, why="it has no keys")
    return loaded


def _day(file: str, name: str, value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        span = read_span(str(value))
    except ValueUnreadable as error:
        raise InputFrontMatter(file=file, why=f"{name} is not a day") from error
    if span.earliest is None or span.earliest != span.latest:
        raise InputFrontMatter(file=file, why=f"{name} is not one day")
    return span.earliest


def _words(file: str, name: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise InputFrontMatter(file=file, why=f"{name} is not text")
    words = str(value).strip()
    return words or None


def _list(file: str, name: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    items = value if isinstance(value, list) else [value]
    return tuple(word for item in items if (word := _words(file, name, item)))


def _choice(file: str, name: str, kinds: Any, value: object) -> Any:
    if value is None:
        return None
    try:
        return kinds(str(value).strip())
    except ValueError as error:
        raise InputUnknownKey(file=file, key=name) from error


def _fields() -> list[str]:
    return [name for name in FrontMatter.__annotations__ if name != "is_bulletin"]
