"""``sosik ledger search``."""

from pathlib import Path

import click

from sosik.cli.options import desk_options
from sosik.cli.words import say


@click.command(
    help=say(
        "Find accounts by words, Korean or English; every word must be there. Private.\n\n"
        "Example: sosik ledger search '무산 지뢰' --desk desk --key-file key",
        "진술을 말로 찾는다. 한국어와 영어. 적은 말이 모두 있어야 한다. 비공개.\n\n"
        "예: sosik ledger search '무산 지뢰' --desk desk --key-file key",
    )
)
@click.argument("words")
@desk_options
def search(words: str, desk: Path, key_file: Path | None) -> None:
    from sosik.adapters.kiwi_words import KiwiWords
    from sosik.adapters.store.search import Search
    from sosik.cli.progress import progress
    from sosik.cli.wiring import open_desk

    opened = open_desk(desk, key_file)
    index = Search(opened.store, opened.derived, KiwiWords().plain_words)
    index.catch_up(lambda accounts: progress(accounts, say("Indexing", "색인하는 중")))
    for found in index.find(words, opened.ledger.accounts_of):
        click.echo(f"{found.account}  {found.words}")
