"""What the desk keeps of its public side: what it says of itself, every edition as it left, each release, and the next one's day."""

import json
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from sosik.accounts.ledger import Ledger
from sosik.adapters.store.codec import of_plain, to_plain
from sosik.bulletins.edition import ClearedEdition
from sosik.errors import BulletinRefused
from sosik.public.desk_words import DeskWords, read_desk_words

SITE = "site.toml"
_EDITION, _RELEASE, _PLAN = "edition:", "release:", "plan:release"


@frozen
class Left:
    """One release as it went: the hash of its bundle, who let it go and why, and what it held that was new."""

    on: date
    member: str
    because: str
    bundle: str
    editions: tuple[tuple[str, int, bool], ...] = ()


@frozen
class Plan:
    """The day on which what is ready is to leave by itself, while the desk is open."""

    on: date
    member: str
    because: str


def desk_words(ledger: Ledger) -> DeskWords:
    """As the desk last said; a plain name where it never did."""
    content = ledger.public_kept().get(SITE)
    return read_site(content) if content else DeskWords.plain("Sosik", "소식")


def read_site(content: bytes) -> DeskWords:
    """Raises BulletinRefused."""
    try:
        return read_desk_words(SITE, tomllib.loads(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BulletinRefused(file=SITE, why="it is not TOML") from error


def left(ledger: Ledger) -> list[ClearedEdition]:
    """Every edition that was published, in the order in which they left."""
    return [of_plain(one, ClearedEdition) for one in _records(ledger, _EDITION)]


def releases(ledger: Ledger) -> list[Left]:
    """The first one first."""
    return [of_plain(one, Left) for one in _records(ledger, _RELEASE)]


def keep_left(ledger: Ledger, before: Sequence[ClearedEdition], new: Iterable[ClearedEdition], release: Left) -> None:
    """The editions that left now; the release too, unless it is the last one again."""
    for number, edition in enumerate(new, len(before) + 1):
        _keep(ledger, f"{_EDITION}{number:06}", to_plain(edition, ClearedEdition))
    known = releases(ledger)
    if not known or known[-1].bundle != release.bundle:
        _keep(ledger, f"{_RELEASE}{len(known) + 1:06}", to_plain(release, Left))


def plan(ledger: Ledger) -> Plan | None:
    content = ledger.public_kept().get(_PLAN)
    said = json.loads(content) if content else None
    return of_plain(said, Plan) if said else None


def keep_plan(ledger: Ledger, wanted: Plan | None) -> None:
    _keep(ledger, _PLAN, to_plain(wanted, Plan) if wanted else None)


def _records(ledger: Ledger, prefix: str) -> list[Any]:
    return [json.loads(content) for name, content in ledger.public_kept().items() if name.startswith(prefix)]


def _keep(ledger: Ledger, name: str, said: Any) -> None:
    ledger.keep_public(name, json.dumps(said, ensure_ascii=False).encode())
