"""The last step before anything leaves: the bundle is scanned, its scans are asked for, and only then is it written."""

from pathlib import Path

from attrs import field, frozen

from sosik.adapters.pattern_search import PatternSearch
from sosik.adapters.pictures import check_published
from sosik.adapters.release.kept import Left, keep_left
from sosik.adapters.release.ready import Publisher, Ready
from sosik.adapters.site_folder import write_site
from sosik.adapters.store.bundles import drop_bundle, keep_bundle
from sosik.adapters.store.derived import at_hand
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.passages import passages
from sosik.bulletins.leaks.release import check_passages, check_scans
from sosik.bulletins.leaks.shared_words import SharedWords
from sosik.errors import ReleaseUnscanned
from sosik.incidents.book import Casebook


@frozen
class Passed:
    """What may leave. Made by ``check_bundle`` alone."""

    ready: Ready = field(repr=False)


def check_bundle(by: Publisher, book: Casebook, one: Ready) -> Passed:
    """Raises PictureRefused, ReleaseLeaks, ReleaseUnread, ReleaseHit, or ReleaseUnscanned, which keeps the bundle sealed in the desk."""
    check_published(one.files)
    held = passages(book.kept.accounts, one.going.editions, SharedWords.of(by.rules.gazetteer).holds)
    check_passages(one.files, held, Matcher(held.secrets, PatternSearch, in_text_only=True))
    try:
        check_scans(one.release, book.kept.decisions, is_demo=by.store.is_demo)
    except ReleaseUnscanned:
        keep_bundle(at_hand(by.store), one.release.hash, one.files)
        raise
    return Passed(one)


def released(  # noqa: PLR0913 - what leaves, where to, and on whose word
    by: Publisher, book: Casebook, one: Ready, out: Path, member: str, because: str = ""
) -> None:
    """Writes exactly the files to ``out``, or raises what ``check_bundle`` does and leaves what is published as it was."""
    hand_out(by, check_bundle(by, book, one), out, member, because)


def hand_out(by: Publisher, passed: Passed, out: Path, member: str, because: str = "") -> None:
    """In place of what readers had, in one step; the editions are kept as they left."""
    one = passed.ready
    write_site(one.files, out)
    drop_bundle(at_hand(by.store))
    told = tuple((each.edition.bulletin, each.edition.revision, each.withdrawn) for each in one.going.new)
    keep_left(by.ledger, one.before, one.going.new, Left(by.today, member, because, one.release.hash, told))
