"""A bulletin: what we intend to say, one story with a version in each language."""

from collections.abc import Mapping

from attrs import field, frozen

from sosik.values.ids import BulletinId, ClaimId, SourceHandle
from sosik.values.text import Lang


@frozen
class Citation:
    """Where the body cites a figure (``incident`` and ``figure``) or a claim; an incident is named by id or by a claim in it."""

    start: int
    end: int
    incident: str | None = None
    figure: str | None = None
    claim: ClaimId | None = None

    @property
    def named(self) -> str:
        return self.incident or str(self.claim)


@frozen
class DraftPicture:
    """As a bulletin file names it; ``content`` is rebuilt from pixels, empty until the desk's is put in."""

    file: str
    caption: str
    credit: str
    alt: str
    is_file_photo: bool = False
    content: bytes = field(default=b"", repr=False)


@frozen
class Draft:
    """One language's version, as its file says it. Offsets count characters of ``body``."""

    lang: Lang
    title: str
    body: str = field(repr=False)
    sources: tuple[SourceHandle, ...] | None = None
    witnessed: tuple[str, ...] | None = None
    writer: str | None = None
    translator: str | None = None
    editor: str | None = None
    translated_from: int | None = None
    correction: str | None = None
    citations: tuple[Citation, ...] = ()
    pictures: tuple[DraftPicture, ...] = ()
    revision: int = 1


@frozen
class Bulletin:
    """``sources`` and ``witnessed`` join those of the versions; None where no version says."""

    id: BulletinId
    versions: Mapping[Lang, Draft] = field(hash=False)
    revision: int = 1

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return tuple(self.versions[lang] for lang in Lang if lang in self.versions)

    @property
    def sources(self) -> frozenset[SourceHandle] | None:
        said = [draft.sources for draft in self.drafts if draft.sources is not None]
        return frozenset(handle for handles in said for handle in handles) if said else None

    @property
    def witnessed(self) -> frozenset[str] | None:
        said = [draft.witnessed for draft in self.drafts if draft.witnessed is not None]
        return frozenset(name for names in said for name in names) if said else None

    @property
    def authors(self) -> frozenset[str]:
        """Everybody who wrote or translated it: they neither review nor clear it."""
        people = (person for draft in self.drafts for person in (draft.writer, draft.translator))
        return frozenset(person for person in people if person)
