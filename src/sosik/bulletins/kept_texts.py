"""Bulletins as they were at each revision, from every text that was ever kept of their files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.ledger import Ledger
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.draft import read_bulletin, read_bulletins
from sosik.errors import BulletinRefused
from sosik.values.ids import BulletinId

_MOST = 64
"""Ways to put the kept texts of one revision together; the later ones are read first."""


def ever_kept(ledger: Ledger, decisions: Iterable[Decision]) -> tuple[Bulletin, ...]:
    """Of every bulletin all the texts that the ledger holds, once anything was published."""
    if not any(one.kind is DecisionKind.publish for one in decisions):
        return ()
    return bulletins_ever(ledger.every_version())


def bulletins_ever(versions: Mapping[str, Sequence[str]]) -> tuple[Bulletin, ...]:
    """Every bulletin at every revision of which a text is kept, several when several texts may have been it.

    ``versions`` holds for each file's name all its texts, the first one first.
    """
    found: dict[BulletinId, dict[str, list[tuple[int, str]]]] = {}
    for name, texts in versions.items():
        for text in dict.fromkeys(texts):
            for one in read_bulletins({name: text})[0]:
                found.setdefault(one.id, {}).setdefault(name, []).append((one.revision, text))
    return tuple(one for files in found.values() for one in _revisions(files))


def _revisions(files: Mapping[str, Sequence[tuple[int, str]]]) -> Iterator[Bulletin]:
    """A file that did not change at a revision stands in it as it was before."""
    for revision in sorted({number for texts in files.values() for number, _ in texts}):
        chosen: dict[str, list[str]] = {}
        for name, texts in files.items():
            numbers = [number for number, _ in texts if number <= revision]
            if numbers:
                chosen[name] = [text for number, text in reversed(texts) if number == max(numbers)]
        for together in islice(product(*chosen.values()), _MOST):
            try:
                yield read_bulletin(dict(zip(chosen, together, strict=True)))
            except BulletinRefused:
                continue
