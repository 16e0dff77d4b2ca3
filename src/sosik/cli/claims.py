"""``sosik claims``: accounts to JSON Lines, without a desk."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import received_option
from sosik.cli.progress import progress
from sosik.cli.words import reader_lang, say
from sosik.errors import InputNothing, Refusal

if TYPE_CHECKING:
    from sosik.accounts.account import Account
    from sosik.claims.lines import Engine


@click.command(
    help=say(
        "Read accounts (files or folders) and print an account line, then its claim lines.\n\n"
        "Example: sosik claims reports/ --received 2025-11-08",
        "진술(파일이나 폴더)을 읽어 진술 한 줄과 그 주장 줄들을 낸다.\n\n예: sosik claims reports/ --received 2025-11-08",
    )
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@received_option
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help=say("Processes.", "프로세스 수."))
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    help=say("Where it is read: this machine, or Spark.", "어디서 읽는가: 이 기계, 또는 Spark."),
)
@click.option(
    "--second-reader",
    metavar="URL",
    help=say("An OpenAI-compatible server on 127.0.0.1.", "127.0.0.1 의 OpenAI 호환 서버."),
)
@click.option("--second-model", default="default", help=say("Its model.", "그 모형의 이름."))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=say("A file (private).", "파일(비공개)."))
def command(  # noqa: PLR0913 - one an option
    paths: tuple[Path, ...],
    received: date | None,
    jobs: int,
    engine: str,
    second_reader: str | None,
    second_model: str,
    out: Path | None,
) -> None:
    from sosik.cli.reading import reading_engine, second_lines

    supply = _Supply(paths, received)
    second = second_lines(second_reader, second_model) if second_reader else None
    accounts = progress(supply.accounts(), say("Reading", "읽는 중"))
    if second is None:
        _write(_lines(accounts, reading_engine(engine, jobs)), out)
    else:
        _write((line for account in accounts for line in second(account)), out)
    for refusal in supply.refused:
        click.echo(f"{refusal.error.code} {refusal.error.sentence(reader_lang())}", err=True)
    if not supply.taken:
        raise InputNothing(file=paths[0].name)


class _Supply:
    """The accounts of the paths, one after the other; what is refused on the way is told at the end."""

    def __init__(self, paths: tuple[Path, ...], received: date | None) -> None:
        self.paths, self.received = paths, received
        self.refused: list[Refusal] = []
        self.taken = 0

    def accounts(self) -> Iterator["Account"]:
        from sosik.accounts.front_matter import FrontMatter
        from sosik.accounts.report import TakenAccount, Tray
        from sosik.adapters.report_folder import read_reports
        from sosik.cli.reading import converter

        tray = Tray((), converter())
        for path in self.paths:
            for one in tray.folder(read_reports(path), FrontMatter(received=self.received)):
                if isinstance(one, Refusal):
                    self.refused.append(one)
                elif isinstance(one, TakenAccount):
                    self.taken += 1
                    yield one.account


def _lines(accounts: Iterable["Account"], engine: "Engine") -> Iterator[str]:
    for lines in engine(accounts):
        yield from lines


def _write(lines: Iterator[str], out: Path | None) -> None:
    if out is None:
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    click.echo(say(f"Wrote {out} (private, mode 0600).", f"{out} 을(를) 썼습니다(비공개, 0600)."), err=True)
