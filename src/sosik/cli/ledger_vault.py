"""``sosik ledger vault``: identities of sources, for their handler and one trustee alone."""

from pathlib import Path

import click

from sosik.cli.options import desk_options
from sosik.cli.words import say
from sosik.errors import InputMissing


@click.group(
    help=say(
        "Identities of sources, for their handler and one trustee alone.\n\nExample: sosik ledger vault list --desk desk --key-file key",
        "소식통의 신원. 담당 기자와 신탁인 한 사람만 연다.\n\n예: sosik ledger vault list --desk desk --key-file key",
    )
)
def vault() -> None:
    pass


@vault.command(
    help=say(
        "Seal a source's identity: you become the handler. Destroy FILE afterwards.\n\n"
        "Example: sosik ledger vault seal s-kestrel who.txt --trustee m-lee --desk desk --key-file key",
        "소식통의 신원을 봉인한다. 당신이 담당 기자가 된다. 그 뒤 파일을 없앤다.\n\n"
        "예: sosik ledger vault seal s-kestrel who.txt --trustee m-lee --desk desk --key-file key",
    )
)
@click.argument("source")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@desk_options
@click.option("--trustee", required=True, help=say("Another member.", "다른 구성원."))
def seal(source: str, file: Path, desk: Path, key_file: Path | None, trustee: str) -> None:
    from sosik.adapters.store.vault import seal_identity
    from sosik.cli.wiring import open_desk
    from sosik.values.ids import MemberId, SourceHandle

    try:
        identity = file.read_bytes()
    except OSError as error:
        raise InputMissing(file=file.name) from error
    opened = open_desk(desk, key_file, writing=True)
    seal_identity(opened.store, SourceHandle(source), identity, MemberId(trustee))
    click.echo(
        say(
            f"Sealed to {opened.member} and {trustee}. Destroy {file.name} now.",
            f"{opened.member} 와(과) {trustee} 에게 봉인했습니다. 이제 {file.name} 을(를) 없애십시오.",
        )
    )


@vault.command(
    name="open",
    help=say(
        "Open a source's identity, as their handler or trustee; that it was opened is written down.\n\n"
        "Example: sosik ledger vault open s-kestrel --out who.txt --desk desk --key-file key",
        "담당 기자나 신탁인으로서 소식통의 신원을 연다. 열었다는 것은 기록된다.\n\n"
        "예: sosik ledger vault open s-kestrel --out who.txt --desk desk --key-file key",
    ),
)
@click.argument("source")
@desk_options
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help=say("A file (private).", "파일(비공개)."),
)
def open_(source: str, desk: Path, key_file: Path | None, out: Path) -> None:
    from sosik.adapters.private_file import write_private
    from sosik.adapters.store.vault import open_identity
    from sosik.cli.wiring import open_desk
    from sosik.values.ids import SourceHandle

    store = open_desk(desk, key_file, writing=True).store
    write_private(out, open_identity(store, SourceHandle(source), store.opens))
    click.echo(say(f"Wrote {out} (private, mode 0600).", f"{out} 을(를) 썼습니다(비공개, 0600)."))


@vault.command(
    name="list",
    help=say(
        "Who sealed and opened which source's identity.\n\nExample: sosik ledger vault list --desk desk --key-file key",
        "누가 어느 소식통의 신원을 봉인하고 열었는지.\n\n예: sosik ledger vault list --desk desk --key-file key",
    ),
)
@desk_options
def listed(desk: Path, key_file: Path | None) -> None:
    from sosik.adapters.store.vault import vault_log
    from sosik.cli.wiring import open_desk

    for one in vault_log(open_desk(desk, key_file).store):
        click.echo(f"{one.on}  {one.source}  {one.event}  {one.member}  ({one.handler}, {one.trustee})")
