"""The last step before anything leaves: the bundle is scanned, its scans are asked for, and only then is it written."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sosik.adapters.pattern_search import PatternSearch
from sosik.adapters.pictures import check_published
from sosik.adapters.site_folder import write_site
from sosik.adapters.store.bundles import drop_bundle, keep_bundle
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.passages import passages
from sosik.bulletins.leaks.release import Release, bundle_hash, check_passages, check_scans
from sosik.bulletins.leaks.shared_words import SharedWords
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.cli.wiring import OpenDesk
from sosik.errors import ReleaseUnscanned
from sosik.incidents.casebook import Casebook
from sosik.values.ids import SourceHandle


def released(  # noqa: PLR0913 - what a release is made of
    opened: OpenDesk,
    book: Casebook,
    files: Mapping[str, bytes],
    editions: Sequence[ClearedEdition],
    sources: frozenset[SourceHandle],
    gazetteer: Gazetteer,
    out: Path,
) -> None:
    """Writes exactly ``files`` to ``out``, or raises and leaves what is published as it was.

    Raises PictureRefused, ReleaseLeaks, ReleaseUnread, ReleaseHit, or ReleaseUnscanned, which keeps the bundle sealed in the desk.
    """
    check_published(files)
    held = passages(book.kept.accounts, editions, SharedWords.of(gazetteer).holds)
    check_passages(files, held, Matcher(held.secrets, PatternSearch, in_text_only=True))
    release = Release(bundle_hash(files), sources)
    try:
        check_scans(release, book.kept.decisions, is_demo=opened.is_demo)
    except ReleaseUnscanned:
        keep_bundle(opened.derived, release.hash, files)
        raise
    write_site(files, out)
    drop_bundle(opened.derived)
