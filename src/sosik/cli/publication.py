"""From kept bulletins to their verdicts, and from cleared editions to the site: the steps of check, run and publish."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click
from attrs import frozen

from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.public_instruments import instruments
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.bulletins.assemble import Assembled
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.clearance import withdrawn
from sosik.bulletins.draft import read_bulletin, read_bulletins, stem_of
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.judged import Judged, judged
from sosik.bulletins.judged import cleared as judged_clear
from sosik.bulletins.records import accounts_behind
from sosik.bulletins.verdict import Verdict
from sosik.cli.casebooks import served
from sosik.cli.editions import desk_words, keep_beside, keep_left, left
from sosik.cli.reading_rules import rules_of_reading
from sosik.cli.release import released
from sosik.cli.wiring import OpenDesk
from sosik.cli.words import reader_lang, say
from sosik.errors import BulletinRefused, InputMissing, NotCleared, Refusal
from sosik.incidents.casebook import Casebook
from sosik.incidents.projection import project
from sosik.public.base_map import BaseMap
from sosik.public.releases import Leaving, leaving
from sosik.public.site import build
from sosik.values.ids import BulletinId, SourceHandle


@frozen
class Checked:
    """``sources`` are those listed, and those of every account behind it."""

    judged: Judged
    sources: frozenset[SourceHandle]

    @property
    def bulletin(self) -> Bulletin:
        return self.judged.bulletin

    @property
    def verdict(self) -> Verdict:
        return self.judged.verdict

    @property
    def assembled(self) -> Assembled:
        return self.judged.assembled


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


def kept_bulletins(book: Casebook) -> tuple[Bulletin, ...]:
    """Those that the desk keeps; one that cannot be read any more was refused when it came."""
    return read_bulletins(book.kept.bulletins)[0]


def checked(opened: OpenDesk, book: Casebook, bulletin: Bulletin) -> Checked:
    """The verdict as of the day on which a decision publishes it, else as of today."""
    projecting = served(opened).remembered(partial(project, linking=engine_for))
    today = datetime.now(UTC).date()
    one = judged(bulletin, book, opened.ledger, rules_of_reading(), opened.ids, today, projecting)
    behind = (one.case.accounts.get(name) for name in accounts_behind(one.bulletin, one.case, one.assembled))
    told = {account.source for account in behind if account and account.source}
    return Checked(one, frozenset(told | set(bulletin.sources or ())))


def cleared(book: Casebook, one: Checked) -> ClearedEdition:
    """Raises NotCleared."""
    rules = rules_of_reading()
    return judged_clear(one.judged, book.kept.decisions, rules, rules.gazetteer.words or KiwiWords())


def write_cleared(opened: OpenDesk, book: Casebook, out: Path, named: Iterable[Bulletin] = ()) -> list[NotCleared]:
    """The site of every kept bulletin that is cleared; the refusals of the others. Those named must all be cleared.

    Raises what ``released`` does, and then nothing is written.
    """
    must = {bulletin.id for bulletin in named}
    sources: frozenset[SourceHandle] = frozenset()
    before = left(opened)
    ready: dict[BulletinId, ClearedEdition] = {}
    refused: list[NotCleared] = []
    for bulletin in kept_bulletins(book):
        try:
            one = checked(opened, book, bulletin)
            sources |= one.sources
            ready[bulletin.id] = cleared(book, one)
        except NotCleared as error:
            if bulletin.id in must:
                raise
            refused.append(error)
    last = {each.edition.bulletin: each for each in before}
    ready |= {key: gone for key, each in last.items() if (gone := withdrawn(each, book.kept.decisions))}
    desk = desk_words(opened)
    going = leaving(before, ready.values(), desk, datetime.now(UTC).date())
    editions = going.editions
    files = build(editions, desk, BaseMap.shipped(), instruments(opened.ids.key))
    released(opened, book, files, editions, sources, rules_of_reading().gazetteer, out)
    keep_left(opened, before, going.new)
    _say_waiting(opened, going)
    click.echo(
        say(
            f"Cleared bulletins written to {out} (public): {len({each.edition.bulletin for each in editions})}.",
            f"{out} 에 쓴 허가된 기사(공개): {len({each.edition.bulletin for each in editions})}건.",
        )
    )
    return refused


def _say_waiting(opened: OpenDesk, going: Leaving) -> None:
    """What is held for the desk's next release, and what an erasure changed inside, for an editor to decide."""
    if going.held:
        names = ", ".join(going.held)
        click.echo(
            say(f"Held for the next release: {names}.", f"다음 발행까지 둠: {names}."),
        )
    changed = set(opened.ledger.waiting())
    last = {each.edition.bulletin: each for each in going.editions if each not in going.new}
    touched = sorted(key for key, each in last.items() if not each.withdrawn and changed & _rows(each))
    if touched:
        names = ", ".join(touched)
        click.echo(
            say(
                f"Changed inside the desk since they were published, and left as they are: {names}. Correct or withdraw them.",
                f"펴낸 뒤 데스크 안에서 달라졌으나 그대로 둠: {names}. 고치거나 거두어들이십시오.",
            )
        )


def _rows(each: ClearedEdition) -> set[str]:
    return {str(row.id) for row in each.edition.incidents} | {str(row.id) for row in each.edition.measures}


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
