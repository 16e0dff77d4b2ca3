"""``sosik translate-check``: where the Korean and the English version of a text say different things."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sosik.cli.options import json_option
from sosik.cli.words import reader_lang, say

if TYPE_CHECKING:
    from rich.text import Text

    from sosik.bulletins.translation.drift import Drift
    from sosik.bulletins.translation.versions import Compared, VersionText
    from sosik.values.text import Lang
    from sosik.values.textspan import TextSpan

_DRIFT = 5
_WIDE = 150  # columns where the output is no terminal


@click.command(
    help=say(
        "Where a Korean and an English version of one text say different things: numbers, days, places, outcomes, denials, "
        "words of direction, who tells it, sentences missing or added. Needs no desk. Exit 5 when there is any.\n\n"
        "Example: sosik translate-check bulletins/b-musan.ko.md bulletins/b-musan.en.md",
        "한국어판과 영어판이 서로 다르게 말하는 곳: 수, 날짜, 장소, 결과, 부정, 방향, 전한 이, 빠지거나 더해진 문장. "
        "데스크가 없어도 된다. 다른 곳이 있으면 5로 끝난다.\n\n"
        "예: sosik translate-check bulletins/b-musan.ko.md bulletins/b-musan.en.md",
    )
)
@click.argument("ko", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("en", type=click.Path(path_type=Path, dir_okay=False))
@json_option
def command(ko: Path, en: Path, as_json: bool) -> int:
    from sosik.adapters.kiwi_words import KiwiWords
    from sosik.bulletins.translation.versions import compare_versions
    from sosik.cli.reading_rules import rules_of_reading
    from sosik.values.text import Lang

    versions = _versions(ko, en)
    gazetteer = rules_of_reading().gazetteer
    compared = compare_versions(versions[Lang.ko], versions[Lang.en], gazetteer, gazetteer.words or KiwiWords())
    if as_json:
        click.echo(json.dumps({"drift": [one.to_json() for one in compared.drift]}, ensure_ascii=False, indent=1))
    else:
        _print(compared)
    return _DRIFT if compared.drift else 0


def _versions(*paths: Path) -> "Mapping[Lang, VersionText]":
    """One version in each language, whichever file is named first."""
    from sosik.errors import WrongUse

    read = dict(_version(path) for path in paths)
    if len(read) < len(paths):
        raise WrongUse(what=say("Both files are in one language.", "두 파일의 언어가 같습니다."))
    return read


def _version(path: Path) -> "tuple[Lang, VersionText]":
    """The text after the front matter, where there is any; raises InputRefused."""
    from sosik.accounts.encoding import decode
    from sosik.accounts.front_matter import split
    from sosik.bulletins.translation.versions import VersionText
    from sosik.errors import InputEmpty, InputMissing
    from sosik.values.text import Lang, detect

    try:
        text = decode(path.name, path.read_bytes())
    except OSError as error:
        raise InputMissing(file=path.name) from error
    matter, body = split(path.name, text)
    if not body.strip():
        raise InputEmpty(file=path.name)
    said = str(matter.get("lang") or "")
    title = matter.get("title")
    lang = Lang(said) if said in set(Lang) else detect(body)
    return lang, VersionText(title if isinstance(title, str) else "", body)


def _print(compared: "Compared") -> None:
    """Both versions side by side, what differs marked, and beside it what each difference is."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    wide = console if console.is_terminal else Console(highlight=False, width=_WIDE)
    table = Table(show_lines=True, expand=True)
    for name, ratio in ((say("Korean", "한국어"), 4), (say("English", "영어"), 5), (say("what differs", "다른 것"), 3)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for cells in _rows(compared):
        table.add_row(*cells)
    wide.print(table)
    count = len(compared.drift)
    wide.print(
        say(f"{count} differences.", f"다른 곳 {count}군데.")
        if count
        else say("Nothing differs.", "다른 곳이 없습니다.")
    )


def _rows(compared: "Compared") -> "list[tuple[Text, Text, Text]]":
    """Those of the titles first; a difference stands in the row of its Korean words, or of its English ones."""
    left = list(compared.drift)
    rows = []
    for one in [one for one in left if one.part != "body" or one.about == "figure"]:
        left.remove(one)
        rows.append((_plain(one.ko.text), _plain(one.en.text), _plain(_says(one))))
    for section in compared.body.laid:
        here = [one for one in left if _stands(one, section.ko, section.en)]
        left = [one for one in left if one not in here]
        cells = (
            _marked(compared.body.ko, section.ko, [(one.ko.start, one.ko.end) for one in here]),
            _marked(compared.body.en, section.en, [(one.en.start, one.en.end) for one in here]),
        )
        rows.append((*cells, _plain("\n".join(map(_says, here)))))
    return rows


def _stands(one: "Drift", ko: "TextSpan | None", en: "TextSpan | None") -> bool:
    if ko is not None and one.ko.text:
        return ko.start <= one.ko.start < ko.end
    return en is not None and bool(one.en.text) and en.start <= one.en.start < en.end


def _marked(text: str, span: "TextSpan | None", marks: list[tuple[int, int]]) -> "Text":
    """The passage with its marks; the whole of it is not marked, since that says nothing."""
    from rich.text import Text

    if span is None:
        return Text("—", style="dim")
    cell = Text(text[span.start : span.end])
    for start, end in marks:
        if (start, end) != (span.start, span.end):
            cell.stylize("bold reverse", start - span.start, end - span.start)
    return cell


def _says(one: "Drift") -> str:
    return f"{one.kind}: {one.says_ko if reader_lang() == 'ko' else one.says}"


def _plain(words: Any) -> "Text":
    from rich.text import Text

    return Text(str(words))
