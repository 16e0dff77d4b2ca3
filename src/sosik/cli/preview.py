"""``sosik preview``: the private preview, made in memory and served on loopback; no page of it is ever a file."""

from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import click

from sosik.cli.options import desk_options
from sosik.cli.words import reader_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from sosik.bulletins.judged import Judged
    from sosik.cli.wiring import OpenDesk
    from sosik.desk.preview import BulletinPreview, Preview


@click.command(
    help=say(
        "The private preview of accounts, incidents and bulletins, on 127.0.0.1 until it is stopped.\n\n"
        "Example: sosik preview --desk desk --key-file key --port 8780",
        "진술, 사건, 기사의 비공개 미리보기. 멈출 때까지 127.0.0.1 에서 보인다.\n\n"
        "예: sosik preview --desk desk --key-file key --port 8780",
    )
)
@desk_options
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8780, help=say("0 picks a free one.", "0이면 빈 곳을 고른다.")
)
def command(desk: Path, key_file: Path | None, port: int) -> None:
    from sosik.adapters.loopback import serve
    from sosik.adapters.store.folder import DeskFolder
    from sosik.cli.wiring import holder_of_desk, open_with
    from sosik.desk.preview_app import preview_app

    current = Current(
        partial(open_with, desk, holder_of_desk(desk, key_file)), partial(DeskFolder.state, DeskFolder(desk))
    )
    current()
    serve(
        preview_app(current, reader_lang()),
        port,
        lambda at: click.echo(
            say(f"Private preview: {at} (Ctrl-C stops it)", f"비공개 미리보기: {at} (Ctrl-C로 멈춤)")
        ),
    )


class Current:
    """The preview as the desk is now: it is made anew as soon as anything was taken in, decided or erased.

    ``opening`` opens the desk for as long as the preview is made; ``state`` changes with whatever is kept.
    """

    def __init__(self, opening: "Callable[[], OpenDesk]", state: "Callable[[], object]") -> None:
        self._opening, self._state, self._one_at_a_time = opening, state, Lock()
        self._made: tuple[object, Preview] | None = None

    def __call__(self) -> "Preview":
        """Raises what opening the desk does; what was made before is gone then."""
        with self._one_at_a_time:
            now = self._state()
            if self._made is None or self._made[0] != now:
                self._made = None
                opened = self._opening()
                try:
                    self._made = (now, made(opened))
                finally:
                    opened.store.close()
            return self._made[1]


def made(opened: "OpenDesk") -> "Preview":
    from sosik.adapters.release.ready import checked, kept_bulletins
    from sosik.cli.casebooks import casebook
    from sosik.cli.publication import publisher
    from sosik.cli.reading_rules import rules_of_reading
    from sosik.desk.preview import Preview

    book = casebook(opened)
    labels = {key: (one.en, one.ko) for key, one in rules_of_reading().codebook.categories.items()}
    by = publisher(opened)
    bulletins = [_shown(checked(by, book, bulletin).judged) for bulletin in kept_bulletins(book)]
    return Preview(book, labels, bulletins, reader_lang())


def _shown(one: "Judged") -> "BulletinPreview":
    from sosik.desk.preview import BulletinPreview

    korean = reader_lang() == "ko"
    reasons = tuple(
        f"{reason.severity} · {reason.rule} · {reason.lang} · {reason.text} · {reason.says_ko if korean else reason.says}"
        for reason in one.verdict.reasons
    )
    versions = tuple((v.lang.value, v.title, v.body) for v in one.assembled.edition.versions)
    return BulletinPreview(one.bulletin.id, one.verdict.word, reasons, versions)
