"""Two members who save one bulletin: what each changed is put together, and where both changed the same words both are shown."""

import hashlib
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from attrs import frozen

from sosik.bulletins.bulletin import Bulletin, Draft
from sosik.bulletins.bulletin_text import file_text

FIELDS = ("title", "body", "writer", "translator", "editor", "correction")
Said = Mapping[str, str]


@frozen
class Joined:
    """``fields`` as a form would send them. ``apart`` names those that both changed in the same place: there ``fields`` holds mine."""

    fields: Said
    apart: tuple[str, ...] = ()


def base_of(bulletin: Bulletin) -> str:
    """What tells whether somebody saved it meanwhile."""
    texts = "".join(file_text(bulletin.id, draft) for draft in bulletin.drafts)
    return hashlib.sha256(texts.encode()).hexdigest()[:24]


def fields_of(bulletin: Bulletin) -> Said:
    """What its form holds."""
    said = {"sources": " ".join(sorted(bulletin.sources or ()))}
    for draft in bulletin.drafts:
        said |= {f"{name}_{draft.lang.value}": _value(draft, name) for name in FIELDS}
    return said


def found_base(ever: Iterable[Bulletin], base: str) -> Bulletin | None:
    """The bulletin as it was when a form with this mark was opened."""
    return next((one for one in ever if base_of(one) == base), None)


def joined(base: Said, mine: Said, theirs: Said) -> Joined:
    """A field that one of the two left alone is the other's; words that both changed are joined line by line where they can be."""
    fields: dict[str, str] = {}
    apart: list[str] = []
    for name, other in theirs.items():
        before, own = _plain(base.get(name, "")), _plain(mine.get(name, other))
        there = _plain(other)
        if own in {before, there}:
            fields[name] = there
        elif there == before:
            fields[name] = own
        else:
            both = _woven(before, own, there) if name.startswith("body") else None
            fields[name] = own if both is None else both
            apart.extend([name] if both is None else [])
    return Joined(fields, tuple(apart))


def _woven(base: str, mine: str, theirs: str) -> str | None:
    """None where both changed, added or took away at the same place."""
    lines = base.split("\n")
    changes = sorted([*_changes(lines, mine.split("\n")), *_changes(lines, theirs.split("\n"))])
    found: list[str] = []
    at, last = 0, -1
    for start, end, put in changes:
        if start < at or start == last:
            return None
        found += [*lines[at:start], *put]
        at, last = end, start if start == end else end
    return "\n".join([*found, *lines[at:]])


def _changes(before: list[str], after: list[str]) -> list[tuple[int, int, list[str]]]:
    """Which lines of ``before`` stand otherwise, and how."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [(a, b, after[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _value(draft: Draft, name: str) -> str:
    return str(getattr(draft, name) or "")


def _plain(text: str) -> str:
    """A browser sends other ends of lines, and drops the last."""
    return text.replace("\r\n", "\n").strip()
