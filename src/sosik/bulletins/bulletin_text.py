"""A version of a bulletin as its file: the front matter that ``draft`` reads, and the body as it was written."""

import yaml
from attrs import evolve

from sosik.bulletins.bulletin import Bulletin, Draft, DraftPicture
from sosik.values.text import Lang


def file_name(stem: str, lang: Lang) -> str:
    return f"{stem}.{lang.value}.md"


def file_text(bulletin: str, draft: Draft) -> str:
    """What ``read_draft`` gives back the same draft from; keys that say nothing are left out."""
    matter = {
        "bulletin": bulletin,
        "lang": draft.lang.value,
        "title": draft.title,
        "sources": None if draft.sources is None else list(draft.sources),
        "witnessed": None if draft.witnessed is None else list(draft.witnessed),
        "writer": draft.writer,
        "translator": draft.translator,
        "editor": draft.editor,
        "translated_from": draft.translated_from,
        "revision": draft.revision,
        "correction": draft.correction,
        "pictures": [_picture(one) for one in draft.pictures] or None,
    }
    said = {key: value for key, value in matter.items() if value is not None}
    block = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{block}---\n{draft.body}"


def _picture(one: DraftPicture) -> dict[str, object]:
    said: dict[str, object] = {"file": one.file, "caption": one.caption, "credit": one.credit, "alt": one.alt}
    return said | ({"file_photo": True} if one.is_file_photo else {})


def revised(before: Bulletin | None, after: Bulletin, *, translation_looked_at: bool = False) -> Bulletin:
    """With the revisions that a save gives: what was written anew is one above all before, a translation is at that of its original.

    A translation that nobody touched, or said to have looked at, stays where it was, and so becomes stale with the original's change.
    """
    if before is None:
        return after
    changed = {lang for lang, draft in after.versions.items() if _words(before.versions.get(lang)) != _words(draft)}
    if not changed and not translation_looked_at:
        return before
    drafts: dict[Lang, Draft] = {}
    for lang, draft in after.versions.items():
        old = before.versions.get(lang)
        rises = lang in changed and not draft.translator
        kept = old if old is not None and lang not in changed else evolve(draft, revision=old.revision if old else 1)
        drafts[lang] = evolve(draft, revision=before.revision + 1) if rises else kept
    original = next((one for one in drafts.values() if not one.translator), None)
    for lang, draft in drafts.items():
        if draft.translator and original is not None and (lang in changed or translation_looked_at):
            drafts[lang] = evolve(draft, revision=original.revision, translated_from=original.revision)
    newest = max(one.revision for one in drafts.values())
    if translation_looked_at:  # two that were written apart stand together once somebody says so
        drafts = {lang: draft if draft.translator else evolve(draft, revision=newest) for lang, draft in drafts.items()}
    return Bulletin(after.id, drafts, newest)


def _words(draft: Draft | None) -> tuple[object, ...] | None:
    if draft is None:
        return None
    return (
        draft.title,
        draft.body.strip(),
        draft.sources,
        draft.witnessed,
        draft.writer,
        draft.translator,
        draft.editor,
        draft.correction,
        draft.pictures,
    )
