"""What lies beside bulletin files on a disk, taken into the desk."""

from collections.abc import Iterable
from pathlib import Path

from sosik.adapters.pictures import PillowPictures
from sosik.adapters.release.kept import SITE, read_site
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.draft_pictures import picture_key
from sosik.cli.wiring import OpenDesk
from sosik.errors import BulletinRefused, InputMissing, PictureRefused, Refusal


def keep_beside(opened: OpenDesk, folder: Path, bulletins: Iterable[Bulletin]) -> list[Refusal]:
    """What lies beside bulletin files: ``site.toml``, and the pictures that they name, rebuilt from pixels. The refusals."""
    refused: list[Refusal] = []
    site = folder / SITE
    if site.is_file():
        try:
            content = site.read_bytes()
            read_site(content)
            opened.ledger.keep_public(SITE, content)
        except BulletinRefused as error:
            refused.append(Refusal(SITE, error))
    for bulletin in bulletins:
        for file in dict.fromkeys(picture.file for draft in bulletin.drafts for picture in draft.pictures):
            try:
                opened.ledger.keep_public(picture_key(bulletin.id, file), _rebuilt(folder / file))
            except (PictureRefused, InputMissing) as error:
                refused.append(Refusal(file, error))
    return refused


def _rebuilt(file: Path) -> bytes:
    """Raises InputMissing or PictureRefused."""
    if file.is_symlink() or not file.is_file():
        raise InputMissing(file=file.name)
    return PillowPictures().rebuild(file.name, file.read_bytes()).content
