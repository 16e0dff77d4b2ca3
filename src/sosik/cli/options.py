"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from sosik.cli.words import say

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(say("give a day as YYYY-MM-DD", "날짜는 YYYY-MM-DD 로 적습니다"), param, ctx)


def key_file_option(command: F) -> F:
    return click.option(
        "--key-file",
        type=click.Path(path_type=Path, dir_okay=False),
        help=say(
            "A member's age identity; without it the passphrase is asked for.",
            "구성원의 age 열쇠. 없으면 암호를 묻는다.",
        ),
    )(command)


def desk_options(command: F) -> F:
    """``--desk`` and ``--key-file``."""
    desk = click.option(
        "--desk",
        type=click.Path(path_type=Path, file_okay=False),
        required=True,
        help=say("The desk's folder.", "데스크 폴더."),
    )
    return desk(key_file_option(command))


def sheet_option(command: F) -> F:
    return click.option(
        "--sheet",
        "files",
        multiple=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=say("A sheet of the recovery kit as a file.", "파일로 된 복구 종이."),
    )(command)


def received_option(command: F) -> F:
    return click.option(
        "--received",
        type=Day(),
        help=say("The day that reports without a date reached us.", "날짜 없는 보고가 우리에게 닿은 날."),
    )(command)


def json_option(command: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help=say("As JSON.", "JSON으로."))(command)
