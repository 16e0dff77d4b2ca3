"""What is ready to leave: every kept bulletin judged on the bytes that it would publish, and the site that they make together."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from attrs import field, frozen

from sosik.accounts.ledger import Ledger
from sosik.adapters.id_key import HmacIds
from sosik.adapters.public_instruments import instruments
from sosik.adapters.release.kept import desk_words, left
from sosik.adapters.release.standing import Standing, standing
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.opened import Store
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.clearance import withdrawn
from sosik.bulletins.draft import read_bulletins
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.judged import Judged, WholeBook, cleared, judged
from sosik.bulletins.leaks.release import Release, hash_of_hashes
from sosik.bulletins.records import accounts_behind
from sosik.claims.gazetteer.morphemes import WordCutter
from sosik.claims.rules import Rules
from sosik.errors import NotCleared
from sosik.incidents.book import Casebook
from sosik.incidents.projection import Projection
from sosik.public.base_map import BaseMap
from sosik.public.parts import Bundle
from sosik.public.releases import Leaving, leaving
from sosik.public.site import build
from sosik.values.ids import BulletinId, SourceHandle


@frozen
class Publisher:
    """What a release is made with, as any shell has it at hand. ``projecting`` is as in ``public_case``."""

    ledger: Ledger = field(repr=False)
    store: Store = field(repr=False)
    ids: HmacIds = field(repr=False)
    rules: Rules = field(repr=False)
    words: WordCutter = field(repr=False)
    projecting: Callable[..., Projection] = field(repr=False)
    today: date


@frozen
class Checked:
    """``sources`` are those listed, and those of every account behind it."""

    judged: Judged
    sources: frozenset[SourceHandle]


@frozen
class Ready:
    """``files`` are all that readers would be given; ``refused`` the bulletins that are not among them, each with what it lacks."""

    files: Mapping[str, bytes] = field(repr=False)
    release: Release
    before: tuple[ClearedEdition, ...] = field(repr=False)
    going: Leaving = field(repr=False)
    refused: tuple[NotCleared, ...] = ()
    stands: Standing = field(factory=Standing, repr=False)
    """What readers have, as it is remembered: ``files`` were made from it."""

    @property
    def fresh(self) -> Mapping[str, bytes]:
        """The files that readers do not have as they are."""
        return self.files.fresh if isinstance(self.files, Bundle) else self.files

    @property
    def size(self) -> int:
        """Bytes of all files."""
        if isinstance(self.files, Bundle):
            return sum(proof.size for proof in self.files.proofs.values())
        return sum(map(len, self.files.values()))


def kept_bulletins(book: Casebook) -> tuple[Bulletin, ...]:
    """Those that the desk keeps; one that cannot be read any more was refused when it came."""
    return read_bulletins(book.kept.bulletins)[0]


def checked(by: Publisher, book: Casebook, bulletin: Bulletin) -> Checked:
    """The verdict as of the day on which a decision publishes it, else as of today."""
    matter = WholeBook(book, by.ledger, by.rules, by.ids, by.projecting)
    one = judged(bulletin, matter, by.ledger, by.rules, by.today)
    behind = (one.case.accounts.get(name) for name in accounts_behind(one.bulletin, one.case, one.assembled))
    told = {account.source for account in behind if account and account.source}
    return Checked(one, frozenset(told | set(bulletin.sources or ())))


def ready(by: Publisher, book: Casebook, must: Collection[BulletinId] = ()) -> Ready:
    """Nothing is kept or written. Raises NotCleared where one of ``must`` is not cleared."""
    before = tuple(left(by.ledger))
    last = {each.edition.bulletin: each for each in before}
    now: dict[BulletinId, ClearedEdition] = {}
    behind: set[SourceHandle] = set()
    refused: list[NotCleared] = []
    for bulletin in kept_bulletins(book):
        try:
            one = checked(by, book, bulletin)
            behind |= one.sources if bulletin.id in last else set()
            now[bulletin.id] = cleared(one.judged, book.kept.decisions, by.rules, by.words)
            behind |= one.sources
        except NotCleared as error:
            if bulletin.id in must:
                raise
            refused.append(error)
    now |= {key: gone for key, each in last.items() if (gone := withdrawn(each, book.kept.decisions))}
    desk = desk_words(by.ledger)
    going = leaving(before, now.values(), desk, by.today)
    tools = instruments(by.ids.key)
    stands = standing(at_hand(by.store), tools.version)
    files = build(going.editions, desk, BaseMap.shipped(), tools, stands.before)
    release = Release(hash_of_hashes(files.hashes), frozenset(behind) & _known(book))
    return Ready(files, release, before, going, tuple(refused), stands)


def _known(book: Casebook) -> set[SourceHandle]:
    """Of a source that was erased nobody has a string to scan for any more."""
    return {SourceHandle(one.source) for one in book.kept.accounts if one.source}


def touched(ledger: Ledger, last: Collection[ClearedEdition]) -> tuple[BulletinId, ...]:
    """Bulletins that readers have, of which a row was changed inside the desk by an erasure: for an editor to correct or withdraw."""
    changed = set(ledger.waiting())
    return tuple(sorted(each.edition.bulletin for each in last if not each.withdrawn and changed & _rows(each)))


def _rows(each: ClearedEdition) -> set[str]:
    return {str(row.id) for row in each.edition.incidents} | {str(row.id) for row in each.edition.measures}
