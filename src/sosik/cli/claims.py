"""``sosik claims``: accounts to JSON Lines, without a desk."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import received_option
from sosik.cli.progress import progress
from sosik.cli.words import reader_lang, say
from sosik.errors import InputNothing, Refusal

if TYPE_CHECKING:
    from sosik.accounts.account import Account


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
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=say("A file (private).", "파일(비공개)."))
def command(paths: tuple[Path, ...], received: date | None, jobs: int, out: Path | None) -> None:
    from sosik.accounts.front_matter import FrontMatter
    from sosik.accounts.report import take
    from sosik.adapters.report_folder import read_reports

    accounts: list[Account] = []
    refused: list[Refusal] = []
    for path in paths:
        taken = take(read_reports(path), FrontMatter(received=received), accounts)
        accounts.extend(taken.accounts)
        refused.extend(taken.refused)
    _write(_lines(progress(accounts, say("Reading", "읽는 중")), jobs), out)
    for refusal in refused:
        click.echo(f"{refusal.error.code} {refusal.error.sentence(reader_lang())}", err=True)
    if not accounts:
        raise InputNothing(file=paths[0].name)


def _lines(accounts: Iterable["Account"], jobs: int) -> Iterator[str]:
    if jobs == 1:
        for account in accounts:
            yield from _read(account)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        for lines in pool.map(_read, accounts, chunksize=16):
            yield from lines


def _read(account: "Account") -> list[str]:
    from sosik.claims.jsonlines import to_lines
    from sosik.claims.reading import read

    rules = _rules()
    return [json.dumps(line, ensure_ascii=False) for line in to_lines(read(account, rules), account.text)]


@lru_cache(maxsize=1)
def _rules() -> "Rules":
    from sosik.cli.reading_rules import rules_of_reading

    return rules_of_reading()


def _write(lines: Iterator[str], out: Path | None) -> None:
    if out is None:
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    click.echo(say(f"Wrote {out} (private, mode 0600).", f"{out} 을(를) 썼습니다(비공개, 0600)."), err=True)


if TYPE_CHECKING:
    from sosik.claims.rules import Rules
