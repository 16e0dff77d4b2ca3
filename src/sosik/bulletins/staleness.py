"""Versions of one story that have fallen behind each other: a correction in one makes the others stale."""

from collections.abc import Iterator

from sosik.bulletins.bulletin import Bulletin, Draft
from sosik.errors import NotCleared


def check_fresh(bulletin: Bulletin) -> None:
    """Raises NotCleared, which names the first version that is stale and why."""
    for draft, why in stale_versions(bulletin):
        raise NotCleared(bulletin=bulletin.id, why=f"its version in {draft.lang} is stale: {why}")


def stale_versions(bulletin: Bulletin) -> Iterator[tuple[Draft, str]]:
    """Each version that another has left behind: by its revision, by what it was translated from, by a note of correction."""
    corrected = any(draft.correction for draft in bulletin.drafts)
    for draft in bulletin.drafts:
        others = [other for other in bulletin.drafts if other is not draft]
        newest = max((other.revision for other in others), default=draft.revision)
        if draft.translated_from is not None and others and draft.translated_from != newest:
            yield draft, f"it was translated from revision {draft.translated_from}, and the other is at {newest}"
        elif draft.translated_from is None and draft.revision < newest:
            yield draft, f"it is at revision {draft.revision}, and the other at {newest}"
        elif corrected and not draft.correction:
            yield draft, "another version bears a note of correction, and it bears none"
