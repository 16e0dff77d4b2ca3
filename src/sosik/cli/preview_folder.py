"""The private preview as files inside the desk's folder."""

from pathlib import Path

from sosik.adapters.store.plain_folder import write_private
from sosik.claims.rules import Rules
from sosik.cli.publication import Checked, checked, kept_bulletins
from sosik.cli.wiring import OpenDesk
from sosik.cli.words import reader_lang
from sosik.desk.preview import BulletinPreview, preview
from sosik.incidents.casebook import Casebook


def write_preview(opened: OpenDesk, book: Casebook) -> Path:
    """Every page anew, those of the last time gone; gives the page to open."""
    labels = {key: (one.en, one.ko) for key, one in Rules.shipped().codebook.categories.items()}
    bulletins = [_shown(checked(opened, book, bulletin)) for bulletin in kept_bulletins(book)]
    pages = preview(book, labels, bulletins, reader_lang())
    folder = opened.folder / "preview"
    for old in folder.glob("*.html") if folder.is_dir() else ():
        if old.name not in pages:
            old.unlink()
    for name, content in pages.items():
        write_private(folder / name, content)
    return folder / "index.html"


def _shown(one: Checked) -> BulletinPreview:
    korean = reader_lang() == "ko"
    reasons = tuple(
        f"{reason.severity} · {reason.rule} · {reason.lang} · {reason.text} · {reason.says_ko if korean else reason.says}"
        for reason in one.verdict.reasons
    )
    versions = tuple((v.lang.value, v.title, v.body) for v in one.assembled.edition.versions)
    return BulletinPreview(one.bulletin.id, one.verdict.word, reasons, versions)
