"""Run by a test as a program of its own, since the desk configures Django first: a verdict by parts beside one from the whole."""

import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

from sosik.desk.configuring import configure

configure()

from sosik.accounts.erasure import Erasable  # noqa: E402 - after Django is configured
from sosik.adapters.splink_engine.choosing import engine_for  # noqa: E402
from sosik.adapters.store.opened import today  # noqa: E402
from sosik.bulletins.judged import WholeBook, judged  # noqa: E402
from sosik.bulletins.records import accounts_behind  # noqa: E402
from sosik.desk import recounting, wiring  # noqa: E402
from sosik.desk.bulletin_look import book_of, check_counted, every, kept_of, look_at, served  # noqa: E402
from sosik.desk.counted_case import CountedMatter  # noqa: E402
from sosik.desk.erasing import erase  # noqa: E402
from sosik.desk.open_desk import Who  # noqa: E402
from sosik.desk.recount import Recount  # noqa: E402
from sosik.errors import DeskCounting  # noqa: E402
from sosik.incidents.projection import project  # noqa: E402


def agree(desk):
    """How many names and verdicts were held against one another."""
    book = book_of(desk)
    whole = WholeBook(
        book, desk.ledger, desk.rules, desk.ids, served(desk).remembered(partial(project, linking=engine_for))
    )
    parts = CountedMatter.of(desk)
    held = 0
    names = [str(one.claim.id) for one in book.claims] + [str(one.id) for one in book.projection.every]
    for day in (today(), today() - timedelta(400)):
        try:
            one, other = parts.case_on(day), whole.case_on(day)
        except DeskCounting:
            continue
        names += [str(each.id) for each in other.every]
        assert {each.id for each in one.every} == {each.id for each in other.every}
        for name in {*names, *(each[:5] for each in names), "i-none"}:
            assert one.named(name) == other.named(name), name
            assert list(one.claims_begun(name)) == list(other.claims_begun(name)), name
            held += 1
        for account in book.standing.accounts.values():
            assert one.accounts[account.id] == account
            assert one.last_contact(account.source or "s-none") == other.last_contact(account.source or "s-none")
        assert {name for name in other.claims if name in one.accepted} == set(other.accepted)
    kept = kept_of(desk.ledger.bulletins())
    for bulletin in kept.bulletins:
        full, seen = judged(bulletin, whole, desk.ledger, desk.rules, today()), look_at(desk, parts, kept, bulletin)
        assert (seen.verdict, seen.assembled) == (full.verdict, full.assembled), bulletin.id
        assert set(seen.case.exposure) == set(full.case.exposure) or len(seen.case.exposure) == len(full.case.exposure)
        assert look_at(desk, parts, kept, bulletin) is seen or any(one.pictures for one in bulletin.drafts)
        held += 1
    return held


def main(folder, key):
    Recount.moved = lambda _: None  # counted by hand
    secret = wiring.by_key_file(key)
    recounting.count(folder, secret)
    desk = wiring.open_desk(folder, secret)
    held = agree(desk)
    seen = max(every(desk), key=lambda one: len(accounts_behind(one.bulletin, one.case, one.assembled)))
    name = next(iter(accounts_behind(seen.bulletin, seen.case, seen.assembled)))
    assert desk.memory.looks
    erase(desk, Who(desk.opener, frozenset()), Erasable(account=name), "asked")
    assert not desk.memory.looks
    assert not desk.memory.profiles
    for table in ("public", "public_claim", "claim", "account"):
        assert desk.board.run(f"SELECT COUNT(*) FROM {table}") == [(0,)]
    try:
        check_counted(desk)
        raise AssertionError
    except DeskCounting:
        pass
    desk.close()
    recounting.count(folder, secret)
    desk = wiring.open_desk(folder, secret)
    held += agree(desk)
    assert not desk.board.run("SELECT 1 FROM account WHERE name = %s", name)
    assert not desk.board.run("SELECT 1 FROM claim WHERE account = %s", name)
    desk.close()
    sys.stdout.write(f"{held} agree\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
