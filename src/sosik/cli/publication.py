"""From kept bulletins to their verdicts, and from cleared editions to the site: the steps of check, run and publish."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.release.gate import released
from sosik.adapters.release.ready import Publisher, ready, touched
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.draft import read_bulletin, read_bulletins, stem_of
from sosik.cli.casebooks import served
from sosik.cli.editions import keep_beside
from sosik.cli.reading_rules import rules_of_reading
from sosik.cli.wiring import OpenDesk
from sosik.cli.words import reader_lang, say
from sosik.errors import BulletinRefused, InputMissing, NotCleared, Refusal
from sosik.incidents.casebook import Casebook
from sosik.incidents.projection import project
from sosik.public.releases import Leaving


def files_of(path: Path) -> dict[str, str]:
    """The versions that a stem names, or one file, by name; raises InputMissing or BulletinRefused."""
    found = [path] if path.is_file() else sorted(path.parent.glob(f"{path.name}.*.md")) if path.name else []
    if not found:
        raise InputMissing(file=path.name)
    return {file.name: _text(file) for file in found}


def keep_bulletins(opened: OpenDesk, folder: Path) -> list[Refusal]:
    """Every bulletin file of the folder that can be read, and the refusals of the others."""
    if not folder.is_dir():
        raise InputMissing(file=folder.name)
    refused: list[Refusal] = []
    texts: dict[str, str] = {}
    for file in sorted(folder.glob("*.md")):
        if file.name.startswith("README"):
            continue
        try:
            texts[file.name] = _text(file)
        except BulletinRefused as error:
            refused.append(Refusal(file.name, error))
    found, errors = read_bulletins(texts)
    bad = {str(error.fields["file"]) for error in errors}
    for name, text in texts.items():
        if name not in bad:
            opened.ledger.keep_bulletin(name, text)
    beside = keep_beside(opened, folder, found)
    return [*refused, *(Refusal(str(error.fields["file"]), error) for error in errors), *beside]


def publisher(opened: OpenDesk) -> Publisher:
    rules = rules_of_reading()
    projecting = served(opened).remembered(partial(project, linking=engine_for))
    words, today = rules.gazetteer.words or KiwiWords(), datetime.now(UTC).date()
    return Publisher(opened.ledger, opened.store, opened.ids, rules, words, projecting, today)


def write_cleared(
    opened: OpenDesk, book: Casebook, out: Path, named: Iterable[Bulletin] = ()
) -> tuple[NotCleared, ...]:
    """The site of every kept bulletin that is cleared; the refusals of the others. Those named must all be cleared.

    Raises what ``released`` does, and then nothing is written.
    """
    by = publisher(opened)
    one = ready(by, book, {bulletin.id for bulletin in named})
    released(by, book, one, out, opened.member)
    _say_waiting(opened, one.going)
    click.echo(
        say(
            f"Cleared bulletins written to {out} (public): {len({each.edition.bulletin for each in one.going.editions})}.",
            f"{out} 에 쓴 허가된 기사(공개): {len({each.edition.bulletin for each in one.going.editions})}건.",
        )
    )
    return one.refused


def _say_waiting(opened: OpenDesk, going: Leaving) -> None:
    """What is held for the desk's next release, and what an erasure changed inside, for an editor to decide."""
    if going.held:
        names = ", ".join(going.held)
        click.echo(
            say(f"Held for the next release: {names}.", f"다음 발행까지 둠: {names}."),
        )
    last = {each.edition.bulletin: each for each in going.editions if each not in going.new}
    changed = touched(opened.ledger, last.values())
    if changed:
        names = ", ".join(changed)
        click.echo(
            say(
                f"Changed inside the desk since they were published, and left as they are: {names}. Correct or withdraw them.",
                f"펴낸 뒤 데스크 안에서 달라졌으나 그대로 둠: {names}. 고치거나 거두어들이십시오.",
            )
        )


def tell(errors: Iterable[NotCleared]) -> None:
    for error in errors:
        click.echo(f"{error.code} {error.sentence(reader_lang())}", err=True)


def read_named(path: Path) -> Bulletin:
    files = files_of(path)
    if len({stem_of(name) for name in files}) > 1:
        raise BulletinRefused(file=path.name, why="its files are of different bulletins")
    return read_bulletin(files)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise InputMissing(file=file.name) from error
    except UnicodeError as error:
        raise BulletinRefused(file=file.name, why="it is not UTF-8") from error
