"""``sosik check``: can this bulletin point at a source?"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import json_option, key_file_option
from sosik.cli.words import reader_lang, say

if TYPE_CHECKING:
    from sosik.bulletins.verdict import Reason, Verdict

_BLOCKED = 4


@click.command(
    help=say(
        "The disclosure verdict on a bulletin (its stem, or one file). With a desk it knows the accounts behind it; without, "
        "it works on the text and the shipped data alone. Exit 4 when it is blocked.\n\n"
        "Example: sosik check bulletins/b-musan --desk desk --key-file key",
        "기사(이름 줄기나 파일 하나)의 노출 판정. 데스크가 있으면 뒤의 진술까지, 없으면 글과 내장 자료만 본다. "
        "막히면 4로 끝난다.\n\n예: sosik check bulletins/b-musan --desk desk --key-file key",
    )
)
@click.argument("bulletin", type=click.Path(path_type=Path))
@click.option(
    "--desk", type=click.Path(path_type=Path, file_okay=False), help=say("The desk's folder.", "데스크 폴더.")
)
@key_file_option
@click.option(
    "--also",
    multiple=True,
    metavar="TEXT",
    help=say(
        "A dry run: the verdict if the bulletin also said this, in the version of its language. May be given several times.",
        "시험 점검: 이 말을 더 실으면 나올 판정. 그 언어의 판에 덧붙여 본다. 여러 번 쓸 수 있다.",
    ),
)
@json_option
def command(bulletin: Path, desk: Path | None, key_file: Path | None, also: tuple[str, ...], as_json: bool) -> int:
    verdict = _verdict(bulletin, desk, key_file, also)
    if as_json:
        dry = {"dry_run": True, "hash": None} if also else {}
        click.echo(json.dumps(verdict.to_json() | dry, ensure_ascii=False, indent=1))
    else:
        _print(verdict, is_dry=bool(also))
    return _BLOCKED if verdict.word == "block" else 0


def _verdict(path: Path, desk: Path | None, key_file: Path | None, also: tuple[str, ...]) -> "Verdict":
    from sosik.bulletins.what_if import also_saying
    from sosik.cli.publication import read_named

    bulletin = read_named(path)
    for text in also:
        bulletin = also_saying(bulletin, text)
    if desk is None:
        from sosik.bulletins.check import check
        from sosik.bulletins.policy import Policy
        from sosik.cli.reading_rules import rules_of_reading

        rules = rules_of_reading()
        return check(bulletin, None, Policy.shipped(), rules.gazetteer, rules.codebook)
    from sosik.adapters.release.ready import checked
    from sosik.cli.casebooks import casebook
    from sosik.cli.publication import publisher
    from sosik.cli.wiring import open_desk

    opened = open_desk(desk, key_file)
    return checked(publisher(opened), casebook(opened), bulletin).judged.verdict


def _print(verdict: "Verdict", *, is_dry: bool) -> None:
    click.echo(" ".join([verdict.word, *(f"{name}:{word}" for name, word in verdict.versions.items())]))
    said: set[tuple[str, str]] = set()
    for reason in verdict.reasons:
        click.echo(_line(reason, is_told=(reason.lang, reason.rule) in said))
        if reason.severity.value != "block" and reason.suggest is None:
            said.add((reason.lang, reason.rule))
    click.echo(say("a dry run", "시험 점검") if is_dry else f"revision {verdict.revision} hash {verdict.hash}")


def _line(reason: "Reason", *, is_told: bool) -> str:
    """What a rule says is told once a version where no rewrite lifts it, so that people keep reading; every place is listed."""
    where = f"{reason.lang} {reason.span[0]}-{reason.span[1]}" if reason.span else f"{reason.lang} {reason.part}"
    number = f" n_low {reason.n_low if reason.n_low is not None else '?'}" if reason.numbered else ""
    says = reason.says_ko if reason.lang == "ko" or reader_lang() == "ko" else reason.says
    line = f"  {reason.severity:5} {reason.rule} [{where}]{number} {reason.text!r}"
    if not is_told or reason.suggest is not None:
        line += f": {says}"
    if reason.suggest is None:
        return line
    return line + say(f" -> {reason.suggest!r}", f" → {reason.suggest!r}")
