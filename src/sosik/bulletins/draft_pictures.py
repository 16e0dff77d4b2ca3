"""The pictures that a bulletin file names: each with a caption, a credit and words for those who do not see it."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from attrs import evolve

from sosik.bulletins.bulletin import Bulletin, DraftPicture
from sosik.bulletins.edition import Picture
from sosik.errors import BulletinRefused, NotCleared
from sosik.values.text import normalise

_KEYS = {"file", "caption", "credit", "alt", "file_photo"}
_SUFFIXES = {b"\xff\xd8": "jpg", b"\x89P": "png", b"RI": "webp"}


def read_pictures(name: str, untrusted: Any) -> tuple[DraftPicture, ...]:
    """Raises BulletinRefused, which names the bulletin's file and what its picture lacks."""
    if untrusted is None:
        return ()
    if not isinstance(untrusted, list) or not all(isinstance(item, Mapping) for item in untrusted):
        raise BulletinRefused(file=name, why="pictures is not a list of pictures")
    return tuple(_picture(name, item) for item in untrusted)


def _picture(name: str, untrusted: Mapping[Any, Any]) -> DraftPicture:
    for key in untrusted:
        if key not in _KEYS:
            raise BulletinRefused(file=name, why=f"a picture has an unknown key: {str(key)[:40]}")
    said = {key: normalise(str(untrusted.get(key) or "")).strip() for key in _KEYS - {"file_photo"}}
    for key, text in sorted(said.items()):
        if not text:
            raise BulletinRefused(file=name, why=f"a picture has no {key}")
    if PurePath(said["file"]).name != said["file"] or "\\" in said["file"]:
        raise BulletinRefused(file=name, why="a picture's file is not a name beside the bulletin")
    old = untrusted.get("file_photo", False)
    if not isinstance(old, bool):
        raise BulletinRefused(file=name, why="file_photo is neither true nor false")
    return DraftPicture(said["file"], said["caption"], said["credit"], said["alt"], old)


def picture_key(bulletin: str, file: str) -> str:
    return f"picture:{bulletin}/{file}"


def illustrated(bulletin: Bulletin, kept: Mapping[str, bytes]) -> Bulletin:
    """With the pixels of its pictures; raises NotCleared when the desk keeps none of that name."""
    versions = {}
    for lang, draft in bulletin.versions.items():
        pictures = []
        for picture in draft.pictures:
            content = kept.get(picture_key(bulletin.id, picture.file))
            if content is None:
                raise NotCleared(bulletin=bulletin.id, why="a picture that it names is not kept in the desk")
            pictures.append(evolve(picture, content=content))
        versions[lang] = evolve(draft, pictures=tuple(pictures))
    return evolve(bulletin, versions=versions)


def public_picture(number: int, picture: DraftPicture) -> Picture:
    """Under a name of its own: what the file was called stays in the desk."""
    path = f"picture-{number}.{_SUFFIXES.get(picture.content[:2], 'jpg')}"
    return Picture(path, picture.caption, picture.credit, picture.alt, picture.is_file_photo, picture.content)
