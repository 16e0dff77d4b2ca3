"""The process that counts: ``python -m sosik.desk.recounting``, spoken to over its pipes by ``recount``."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sosik.accounts.account import Account
from sosik.accounts.standing import stand
from sosik.accounts.undoing import left_standing
from sosik.adapters.id_key import HmacIds
from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.reading_rules import rules_of_reading, version_of_reading
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.adapters.store.board import open_board
from sosik.adapters.store.derived import derived_of
from sosik.adapters.store.ledger import SealedLedger
from sosik.adapters.store.opened import Store, today
from sosik.adapters.store.projections import Projections
from sosik.adapters.store.sealed_desk import open_desk_folder
from sosik.adapters.store.search import Search
from sosik.bulletins.public_case import public_case
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.desk.board_rows import fill
from sosik.desk.public_rows import fill_public
from sosik.desk.wiring import holder_of
from sosik.errors import SosikError
from sosik.incidents.casebook import Casebook, compute
from sosik.incidents.projection import project

_NICE = 5
_STEP = 50
_WORDS = KiwiWords()  # its model is read once, and stays for the next count


def main() -> None:
    """Until the pipe ends. What fails is said by its code alone."""
    os.nice(_NICE)
    start = json.loads(sys.stdin.readline())
    for _ in sys.stdin:
        try:
            count(Path(start["folder"]), start["secret"])
            _tell(done=True)
        except SosikError as error:
            _tell(done=False, code=error.code)


def count(folder: Path, secret: str) -> None:
    """Read what is kept, compute what it adds up to unless that is kept already, and bring the board up to date."""
    store = open_desk_folder(folder, holder_of(secret), writing=False)
    try:
        store.derived = (store.ring.generations["derived"], derived_of(store))
        state = store.chain.end()[1].hex()
        ids, rules = HmacIds(store.ring.ids), rules_of_reading()
        kept = Projections(store, store.derived[1], version_of_reading(), ids)
        book = casebook(store, ids, rules, kept)
        Search(store, store.derived[1], _WORDS.plain_words).catch_up()
        board = open_board(store.folder, store.ring)
        projecting = kept.remembered(partial(project, linking=engine_for))
        fill(
            board,
            book,
            lambda: fill_public(board, book, today(), lambda day: public_case(book, rules, ids, day, projecting)),
            kept.state,
        )
        board.say("state", state)
    finally:
        store.close()


def casebook(store: Store, ids: HmacIds, rules: Rules, kept: Projections) -> Casebook:
    whole = SealedLedger(store).kept()
    if kept.is_served:
        standing = stand(whole.accounts, left_standing(whole.decisions))
        return Casebook(whole, standing, tuple(kept.claims()), kept.projection())
    book = compute(
        whole,
        rules,
        ids,
        watching=_watched,
        reading=lambda account, rules: kept.reading(account, rules, read),
        linking=engine_for,
    )
    kept.keep(book.claims, book.projection)
    return book


def _watched(accounts: Iterable[Account]) -> Iterator[Account]:
    every = tuple(accounts)
    for number, account in enumerate(every):
        if number % _STEP == 0:
            _tell(number=number, of=len(every))
        yield account


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)  # noqa: T201 - the pipe to the desk


if __name__ == "__main__":
    main()
