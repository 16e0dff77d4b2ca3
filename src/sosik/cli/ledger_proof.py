"""``sosik ledger verify``, ``head`` and ``sign``: what proves that the ledger is whole, and whose words it holds."""

from pathlib import Path

import click

from sosik.cli.options import desk_options
from sosik.cli.words import reader_lang, say
from sosik.errors import DecisionRefused, InputMissing, LedgerDamaged


@click.command(
    help=say(
        "Walk the chain and find whatever was changed, moved, put in or taken out; with a witnessed head also a tail that was cut "
        "off. Exit 7 on damage.\n\nExample: sosik ledger verify --head 128.9f3a61c07d52e8b4 --desk desk --key-file key",
        "사슬을 걸어 바뀌거나 옮겨지거나 끼워지거나 빠진 것을 찾는다. 따로 적어 둔 머리값이 있으면 잘린 꼬리도 찾는다. "
        "손상이면 7로 끝난다.\n\n예: sosik ledger verify --head 128.9f3a61c07d52e8b4 --desk desk --key-file key",
    )
)
@desk_options
@click.option("--head", "heads", multiple=True, help=say("A head that was written down.", "적어 둔 머리값."))
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say(
        "A file of heads that `ledger head` wrote, or the manifest.json of a published site.",
        "`ledger head` 가 쓴 머리값 파일, 또는 공개한 사이트의 manifest.json.",
    ),
)
def verify(desk: Path, key_file: Path | None, heads: tuple[str, ...], manifest: Path | None) -> None:
    from sosik.adapters.store.heads import head_line, read_head, read_manifest
    from sosik.adapters.store.verifying import verify as verified
    from sosik.cli.wiring import open_desk

    opened = open_desk(desk, key_file)
    store = opened.store
    witnessed = [read_head(one) for one in heads]
    if manifest and manifest.name == "manifest.json":
        _say_published(manifest, opened.ids.key)
    elif manifest:
        witnessed += read_manifest(store, _text(manifest))
    found = verified(store, witnessed)
    for fault in found.faults:
        click.echo(f"  {fault}", err=True)
    if found.faults:
        raise LedgerDamaged(why=found.faults[0])
    click.echo(
        say(
            f"Whole: {found.entries} entries, {found.blank} of them erased, {found.heads} signed heads, {len(witnessed)} witnessed.",
            f"온전함: 항목 {found.entries}건(지운 것 {found.blank}건), 서명된 머리값 {found.heads}개, 대조한 것 {len(witnessed)}개.",
        )
    )
    click.echo(head_line(store))


def _say_published(manifest: Path, id_key: bytes) -> None:
    from sosik.adapters.published_site import check_site

    files = check_site(manifest, id_key)
    click.echo(
        say(
            f"The site is as this desk signed it: {files} files.",
            f"사이트는 이 데스크가 서명한 그대로입니다: 파일 {files}개.",
        )
    )


@click.command(
    help=say(
        "Print the chain's head, to be written down or sent outside; with --manifest, add it to a file. It says nothing of what "
        "is kept.\n\nExample: sosik ledger head --manifest heads.jsonl --desk desk --key-file key",
        "사슬의 머리값을 보인다. 밖에 적어 두거나 보낸다. --manifest 가 있으면 파일에 덧붙인다. 담긴 것은 드러나지 않는다.\n\n"
        "예: sosik ledger head --manifest heads.jsonl --desk desk --key-file key",
    )
)
@desk_options
@click.option(
    "--manifest", type=click.Path(path_type=Path, dir_okay=False), help=say("A file of heads.", "머리값 파일.")
)
def head(desk: Path, key_file: Path | None, manifest: Path | None) -> None:
    from sosik.adapters.private_file import write_private
    from sosik.adapters.store.heads import head_line, manifest_line
    from sosik.cli.wiring import open_desk

    store = open_desk(desk, key_file).store
    if manifest:
        before = _text(manifest) if manifest.is_file() else ""
        write_private(manifest, f"{before}{manifest_line(store)}\n".encode("ascii"))
    click.echo(head_line(store))


@click.command(
    help=say(
        "Sign the lines of decisions that bear your name, so that another member's `sosik decide` takes them.\n\n"
        "Example: sosik ledger sign mine.jsonl --out signed.jsonl --desk desk --key-file key",
        "내 이름의 결정 줄에 서명한다. 그러면 다른 구성원의 `sosik decide` 가 받는다.\n\n"
        "예: sosik ledger sign mine.jsonl --out signed.jsonl --desk desk --key-file key",
    )
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@desk_options
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help=say("A file (private).", "파일(비공개)."),
)
def sign(file: Path, desk: Path, key_file: Path | None, out: Path) -> int:
    from sosik.accounts.decision_lines import read_lines, write_line
    from sosik.adapters.private_file import write_private
    from sosik.cli.wiring import open_desk, signed_by

    opened = open_desk(desk, key_file)
    lines: list[str] = []
    refused: list[DecisionRefused] = []
    for found in read_lines(file.name, _text(file)):
        if isinstance(found, DecisionRefused):
            refused.append(found)
        elif found.decision.member != opened.member:
            refused.append(DecisionRefused(file=file.name, line=found.line, why="it bears another member's name"))
        else:
            lines.append(write_line(signed_by(opened, found.decision)) + "\n")
    write_private(out, "".join(lines).encode())
    click.echo(
        say(f"{len(lines)} lines signed: {out} (private, mode 0600).", f"{len(lines)}줄에 서명: {out} (비공개, 0600).")
    )
    for error in refused:
        click.echo(f"{error.code} {error.sentence(reader_lang())}", err=True)
    return 3 if refused else 0


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeError) as error:
        raise InputMissing(file=path.name) from error
