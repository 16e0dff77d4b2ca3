"""The last step before anything leaves: the bundle is scanned, its scans are asked for, and only then is it written."""

from pathlib import Path

from attrs import field, frozen

from sosik.adapters.pattern_search import PatternSearch
from sosik.adapters.pictures import check_published
from sosik.adapters.public_instruments import instruments
from sosik.adapters.release.kept import Left, keep_left
from sosik.adapters.release.ready import Publisher, Ready
from sosik.adapters.release.standing import forget, is_still, remember, secret_hash
from sosik.adapters.site_folder import write_site
from sosik.adapters.store.bundles import drop_bundle, keep_bundle
from sosik.adapters.store.derived import at_hand
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.passages import Passages, passages
from sosik.bulletins.leaks.release import check_passages, check_scans
from sosik.bulletins.leaks.shared_words import SharedWords
from sosik.errors import ReleaseUnscanned
from sosik.incidents.book import Casebook
from sosik.public.parts import Bundle


@frozen
class Passed:
    """What may leave. Made by ``check_bundle`` alone."""

    ready: Ready = field(repr=False)
    clean: frozenset[bytes] = field(default=frozenset(), repr=False)
    """Hashes of the passages that none of its files holds."""


def check_bundle(by: Publisher, book: Casebook, one: Ready) -> Passed:
    """Raises PictureRefused, ReleaseLeaks, ReleaseUnread, ReleaseHit, or ReleaseUnscanned, which keeps the bundle sealed in the desk."""
    check_published(one.fresh)
    held = passages(book.kept.accounts, one.going.editions, SharedWords.of(by.rules.gazetteer).holds)
    clean = _checked_for(held, by, one)
    try:
        check_scans(one.release, book.kept.decisions, is_demo=by.store.is_demo)
    except ReleaseUnscanned:
        keep_bundle(at_hand(by.store), one.release.hash, one.files)
        raise
    return Passed(one, clean)


def _checked_for(held: Passages, by: Publisher, one: Ready) -> frozenset[bytes]:
    """What readers have already was found clean of most passages when it left: it is scanned for those alone that are new since."""
    hashes = [secret_hash(secret, by.ids.key) for secret in held.secrets]
    check_passages(one.fresh, held, Matcher(held.secrets, PatternSearch, in_text_only=True))
    new = [secret for secret, known in zip(held.secrets, hashes, strict=True) if known not in one.stands.clean]
    if new and isinstance(one.files, Bundle) and len(one.files.fresh) < len(one.files):
        check_passages(one.files.stood, held, Matcher(new, PatternSearch, in_text_only=True))
    return frozenset(hashes)


def released(  # noqa: PLR0913 - what leaves, where to, and on whose word
    by: Publisher, book: Casebook, one: Ready, out: Path, member: str, because: str = ""
) -> None:
    """Writes exactly the files to ``out``, or raises what ``check_bundle`` does and leaves what is published as it was."""
    hand_out(by, check_bundle(by, book, one), out, member, because)


def hand_out(by: Publisher, passed: Passed, out: Path, member: str, because: str = "") -> None:
    """In place of what readers had, in one step; the editions are kept as they left."""
    one, database = passed.ready, at_hand(by.store)
    change = one.stands.change(one.files, out) if is_still(database, one.stands) else None
    forget(database)
    written = write_site(one.files, out, change)
    drop_bundle(database)
    if isinstance(one.files, Bundle):
        version = instruments(by.ids.key).version
        remember(database, one.stands, one.files, out, written, passed.clean, version)
    told = tuple((each.edition.bulletin, each.edition.revision, each.withdrawn) for each in one.going.new)
    keep_left(by.ledger, one.before, one.going.new, Left(by.today, member, because, one.release.hash, told))
