"""A dry run: the bulletin as it would be if it also said something more. Nothing is kept, and no decision can name it."""

from attrs import evolve

from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.draft import citations
from sosik.errors import BulletinRefused
from sosik.values.text import detect, normalise


def also_saying(bulletin: Bulletin, text: str) -> Bulletin:
    """With ``text`` as a last paragraph of the version in its language; raises BulletinRefused where there is none."""
    lang = detect(text)
    draft = bulletin.versions.get(lang)
    if draft is None:
        raise BulletinRefused(
            file=f"{bulletin.id}", why=f"there is no version in {lang.value} that could also say this"
        )
    body = f"{draft.body.rstrip()}\n\n{normalise(text).strip()}\n"
    wider = evolve(draft, body=body, citations=citations(f"{bulletin.id}.{lang.value}", body))
    return evolve(bulletin, versions={**bulletin.versions, lang: wider})
