"""Pictures of a bulletin: made anew in the sandbox, looked at by a member where a detector saw somebody, named in each version."""

import hashlib
import json
from collections.abc import Callable, Mapping

from attrs import evolve, field, frozen

from sosik.adapters.store.opened import today
from sosik.bulletins.bulletin import Bulletin, DraftPicture
from sosik.bulletins.bulletin_text import file_name, file_text, revised
from sosik.bulletins.draft import read_bulletin
from sosik.bulletins.draft_pictures import picture_key
from sosik.bulletins.picture import Rebuilt
from sosik.desk.bulletin_look import kept_of
from sosik.desk.open_desk import Desk, Who
from sosik.errors import NotFound
from sosik.values.text import Lang

TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
_LOOKED = "looked:"


@frozen
class PictureLook:
    """``by`` is who looked at it where a detector saw ``faces`` or ``plates``; empty for one that came with a file."""

    file: str
    versions: tuple[tuple[str, DraftPicture], ...]
    faces: int
    plates: int
    by: str


@frozen
class Words:
    """What stands beside a picture, by language."""

    captions: Mapping[Lang, str] = field(hash=False)
    alts: Mapping[Lang, str] = field(hash=False)
    credit: str
    is_file_photo: bool


def pictures_of(desk: Desk, bulletin: Bulletin) -> tuple[PictureLook, ...]:
    kept = desk.ledger.public_kept()
    names = dict.fromkeys(one.file for draft in bulletin.drafts for one in draft.pictures)
    return tuple(_look(kept, bulletin, name) for name in names)


def _look(kept: Mapping[str, bytes], bulletin: Bulletin, name: str) -> PictureLook:
    versions = tuple((draft.lang.value, one) for draft in bulletin.drafts for one in draft.pictures if one.file == name)
    said = json.loads(kept.get(_LOOKED + picture_key(bulletin.id, name), b"{}"))
    return PictureLook(name, versions, int(said.get("faces", 0)), int(said.get("plates", 0)), str(said.get("by", "")))


def content_of(desk: Desk, bulletin: str, file: str) -> bytes:
    """Raises NotFound."""
    content = desk.ledger.public_kept().get(picture_key(bulletin, file))
    if content is None:
        raise NotFound(what=file[:60])
    return content


def put_in(desk: Desk, who: Who, name: str, rebuilt: Rebuilt, words: Words) -> str:
    """The picture in every version; its name, which says nothing of the file it came in. Raises NotFound or BulletinRefused."""
    file = f"picture-{hashlib.sha256(rebuilt.content).hexdigest()[:12]}{rebuilt.suffix}"
    key = picture_key(name, file)
    looked = {"by": who.member, "on": today().isoformat(), "faces": rebuilt.faces, "plates": rebuilt.plates}

    def with_it(draft_lang: Lang, pictures: tuple[DraftPicture, ...]) -> tuple[DraftPicture, ...]:
        said = (words.captions[draft_lang], words.credit, words.alts[draft_lang])
        others = tuple(one for one in pictures if one.file != file)
        return (*others, DraftPicture(file, *said, is_file_photo=words.is_file_photo))

    with desk.writing:
        changed = _changed(desk, name, with_it)
        desk.ledger.keep_public(key, rebuilt.content)
        desk.ledger.keep_public(_LOOKED + key, json.dumps(looked).encode())
        _keep(desk, name, changed)
    return file


def take_out(desk: Desk, name: str, file: str) -> None:
    """From every version; the pixels stay in the ledger with the revisions that bore them."""
    with desk.writing:
        _keep(desk, name, _changed(desk, name, lambda _lang, pictures: _without(pictures, file)))


def _without(pictures: tuple[DraftPicture, ...], file: str) -> tuple[DraftPicture, ...]:
    left = tuple(one for one in pictures if one.file != file)
    if len(left) == len(pictures):
        raise NotFound(what=file[:60])
    return left


Changes = Callable[[Lang, tuple[DraftPicture, ...]], tuple[DraftPicture, ...]]


def _changed(desk: Desk, name: str, change: Changes) -> Bulletin:
    """Read back from its own text, so that what a picture lacks is refused as in a file."""
    before = kept_of(desk.ledger.bulletins()).bulletin(name)
    if before is None:
        raise NotFound(what=name)
    files = {
        file_name(before.id, draft.lang): file_text(
            before.id, evolve(draft, pictures=change(draft.lang, draft.pictures))
        )
        for draft in before.drafts
    }
    return revised(before, read_bulletin(files))


def _keep(desk: Desk, name: str, after: Bulletin) -> None:
    kept = kept_of(desk.ledger.bulletins())
    for draft in after.drafts:
        desk.ledger.keep_bulletin(file_name(kept.stem(name), draft.lang), file_text(name, draft))
    desk.recount.moved()
