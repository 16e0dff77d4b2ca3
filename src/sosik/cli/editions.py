"""What the desk keeps of its public side: what it says of itself, its pictures, and every edition as it left."""

import json
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from sosik.adapters.pictures import PillowPictures
from sosik.adapters.store.codec import of_plain, to_plain
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.draft_pictures import picture_key
from sosik.bulletins.edition import ClearedEdition
from sosik.cli.wiring import OpenDesk
from sosik.errors import BulletinRefused, InputMissing, PictureRefused, Refusal
from sosik.public.desk_words import DeskWords, read_desk_words

SITE = "site.toml"
_EDITION = "edition:"


def keep_beside(opened: OpenDesk, folder: Path, bulletins: Iterable[Bulletin]) -> list[Refusal]:
    """What lies beside bulletin files: ``site.toml``, and the pictures that they name, rebuilt from pixels. The refusals."""
    refused: list[Refusal] = []
    site = folder / SITE
    if site.is_file():
        try:
            content = site.read_bytes()
            _read_site(content)
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


def desk_words(opened: OpenDesk) -> DeskWords:
    """As the desk last said; a plain name where it never did."""
    content = opened.ledger.public_kept().get(SITE)
    return _read_site(content) if content else DeskWords.plain("Sosik", "소식")


def left(opened: OpenDesk) -> list[ClearedEdition]:
    """Every edition that was published, in the order in which they left."""
    kept = opened.ledger.public_kept()
    return [
        of_plain(json.loads(content), ClearedEdition) for name, content in kept.items() if name.startswith(_EDITION)
    ]


def keep_left(opened: OpenDesk, before: Sequence[ClearedEdition], new: Iterable[ClearedEdition]) -> None:
    for number, edition in enumerate(new, len(before) + 1):
        content = json.dumps(to_plain(edition, ClearedEdition), ensure_ascii=False).encode()
        opened.ledger.keep_public(f"{_EDITION}{number:06}", content)


def _rebuilt(file: Path) -> bytes:
    """Raises InputMissing or PictureRefused."""
    if file.is_symlink() or not file.is_file():
        raise InputMissing(file=file.name)
    return PillowPictures().rebuild(file.name, file.read_bytes()).content


def _read_site(content: bytes) -> DeskWords:
    try:
        return read_desk_words(SITE, tomllib.loads(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BulletinRefused(file=SITE, why="it is not TOML") from error
