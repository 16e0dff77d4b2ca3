"""A bulletin as it stands, or as it would stand: its versions, what they betray, where they drift, what moves it on."""

from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.standing import stand
from sosik.accounts.undoing import left_standing, mark_of
from sosik.adapters.reading_rules import version_of_reading
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.opened import today
from sosik.adapters.store.projections import Projections
from sosik.bulletins.assemble import Assembled
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.case import Case, Exposed
from sosik.bulletins.clearance import publication_day
from sosik.bulletins.draft import read_bulletin, read_bulletins, stem_of
from sosik.bulletins.judged import Judged, cleared, judged
from sosik.bulletins.staleness import stale_versions
from sosik.bulletins.translation.drift import Drift
from sosik.bulletins.translation.faithful import drift_of
from sosik.bulletins.verdict import Verdict
from sosik.claims.gazetteer.morphemes import WordCutter
from sosik.desk.board_rows import COUNTED
from sosik.desk.counted_case import CountedMatter
from sosik.desk.open_desk import Desk
from sosik.errors import BulletinRefused, DeskCounting, NotCleared, NotFound
from sosik.incidents.book import Casebook

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


def check_counted(desk: Desk) -> None:
    """Raises DeskCounting while the last count does not stand for what is kept: nobody moves a bulletin on what was true before."""
    if not served(desk).is_served or desk.board.said(COUNTED) != served(desk).state:
        raise DeskCounting


def every(desk: Desk) -> tuple[BulletinLook, ...]:
    """Each bulletin that the desk keeps, by its id. Raises DeskCounting before the first count."""
    kept, matter = kept_of(desk.ledger.bulletins()), CountedMatter.of(desk)
    return tuple(look_at(desk, matter, kept, one) for one in sorted(kept.bulletins, key=lambda one: one.id))


def one_of(desk: Desk, name: str) -> BulletinLook:
    """As of the last count. Raises NotFound or DeskCounting."""
    kept = kept_of(desk.ledger.bulletins())
    found = kept.bulletin(name)
    if found is None:
        raise NotFound(what=name)
    return look_at(desk, CountedMatter.of(desk), kept, found)


def look_at(desk: Desk, matter: CountedMatter, kept: Kept, bulletin: Bulletin) -> BulletinLook:
    """The bulletin may be one that nobody has saved yet. Raises NotCleared when a picture that it names is not kept."""
    if any(draft.pictures for draft in bulletin.drafts):
        return _look(desk, matter, kept, bulletin)  # the pixels are read anew
    own = tuple(mark_of(one) for one in matter.decisions if one.about.get("bulletin") == bulletin.id)
    exposed, day = _exposed(matter, bulletin), today()
    key = (bulletin.id, bulletin.revision, bulletin.drafts, kept.stem(bulletin.id), own, tuple(exposed), day)
    found: BulletinLook = desk.memory.look(
        desk, key, lambda reads: _look(desk, evolve(matter, reads=reads), kept, bulletin)
    )
    return found


def _exposed(matter: CountedMatter, bulletin: Bulletin) -> Sequence[Exposed]:
    return matter.exposed(matter.case_on(publication_day(matter.decisions, bulletin.id) or today()))


def _look(desk: Desk, matter: CountedMatter, kept: Kept, bulletin: Bulletin) -> BulletinLook:
    decisions, words = matter.decisions, desk.rules.gazetteer.words or desk.words
    one = judged(bulletin, matter, desk.ledger, desk.rules, today())
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
