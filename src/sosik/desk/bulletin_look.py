"""A bulletin as it stands, or as it would stand: its versions, what they betray, where they drift, what moves it on."""

from collections.abc import Mapping, Sequence
from functools import partial

from attrs import field, frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.standing import stand
from sosik.accounts.undoing import left_standing
from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.reading_rules import version_of_reading
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.opened import today
from sosik.adapters.store.projections import Projections
from sosik.bulletins.assemble import Assembled
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.case import Case
from sosik.bulletins.draft import read_bulletin, read_bulletins, stem_of
from sosik.bulletins.judged import Judged, cleared, judged
from sosik.bulletins.staleness import stale_versions
from sosik.bulletins.translation.drift import Drift
from sosik.bulletins.translation.faithful import drift_of
from sosik.bulletins.verdict import Verdict
from sosik.claims.gazetteer.morphemes import WordCutter
from sosik.desk.open_desk import Desk
from sosik.errors import BulletinRefused, DeskCounting, NotCleared, NotFound
from sosik.incidents.book import Casebook
from sosik.incidents.projection import project

_OF_BULLETINS = frozenset(
    {
        DecisionKind.review,
        DecisionKind.clear,
        DecisionKind.publish,
        DecisionKind.withdraw,
        DecisionKind.override,
        DecisionKind.scan,
    }
)


@frozen
class BulletinLook:
    """``lacks`` is what keeps it from leaving, None when it may leave; ``stem`` names its files."""

    bulletin: Bulletin
    stem: str
    verdict: Verdict
    assembled: Assembled = field(repr=False)
    case: Case = field(repr=False)
    drift: tuple[Drift, ...] = ()
    stale: tuple[tuple[str, str], ...] = ()
    lacks: str | None = None
    history: tuple[Decision, ...] = ()
    is_withdrawn: bool = False


@frozen
class Kept:
    """The bulletin files that the desk keeps, by name, joined to bulletins; ``unread`` could not be read."""

    files: Mapping[str, str] = field(repr=False)
    bulletins: tuple[Bulletin, ...]
    unread: tuple[BulletinRefused, ...] = ()

    def bulletin(self, name: str) -> Bulletin | None:
        return next((one for one in self.bulletins if one.id == name), None)

    def stem(self, name: str) -> str:
        """Of the bulletin's files; its own id where it has none yet."""
        for file, text in self.files.items():
            try:
                if read_bulletin({file: text}).id == name:
                    return stem_of(file)
            except BulletinRefused:
                continue
        return name


def kept_of(files: Mapping[str, str]) -> Kept:
    found, refused = read_bulletins(files)
    return Kept(files, found, refused)


def book_of(desk: Desk) -> Casebook:
    """What the last count gave; raises DeskCounting while it does not stand for what is kept."""
    kept = served(desk)
    if not kept.is_served:
        raise DeskCounting
    whole = desk.ledger.kept()
    standing = stand(whole.accounts, left_standing(whole.decisions))
    return Casebook(whole, standing, tuple(kept.claims()), kept.projection())


def every(desk: Desk) -> tuple[BulletinLook, ...]:
    """Each bulletin that the desk keeps, by its id."""
    book = book_of(desk)
    kept = kept_of(book.kept.bulletins)
    return tuple(look_at(desk, book, kept, one) for one in sorted(kept.bulletins, key=lambda one: one.id))


def one_of(desk: Desk, name: str) -> BulletinLook:
    """Raises NotFound or DeskCounting."""
    book = book_of(desk)
    kept = kept_of(book.kept.bulletins)
    found = kept.bulletin(name)
    if found is None:
        raise NotFound(what=name)
    return look_at(desk, book, kept, found)


def look_at(desk: Desk, book: Casebook, kept: Kept, bulletin: Bulletin) -> BulletinLook:
    """The bulletin may be one that nobody has saved yet. Raises NotCleared when a picture that it names is not kept."""
    projecting = served(desk).remembered(partial(project, linking=engine_for))
    decisions, words = book.kept.decisions, desk.rules.gazetteer.words or KiwiWords()
    one = judged(bulletin, book, desk.ledger, desk.rules, desk.ids, today(), projecting)
    lacks, withdrawn = _lacks(one, decisions, desk, words)
    return BulletinLook(
        bulletin,
        kept.stem(bulletin.id),
        one.verdict,
        one.assembled,
        one.case,
        drift_of(one.assembled.edition, desk.rules.gazetteer, words),
        tuple((draft.lang.value, why) for draft, why in stale_versions(bulletin)),
        lacks,
        tuple(said for said in decisions if said.kind in _OF_BULLETINS and said.about.get("bulletin") == bulletin.id),
        withdrawn,
    )


def _lacks(one: Judged, decisions: Sequence[Decision], desk: Desk, words: WordCutter) -> tuple[str | None, bool]:
    """What the command that publishes would say is missing, and whether the bulletin was withdrawn."""
    try:
        return None, cleared(one, decisions, desk.rules, words).withdrawn
    except NotCleared as error:
        return str(error.fields["why"]), False


def served(desk: Desk) -> Projections:
    """Anew each time, since the count is made by another process."""
    return Projections(desk.store, at_hand(desk.store), version_of_reading(), desk.ids)
