"""A release at the desk: made ready, let go by an editor or on its day, through the one gate that the command uses."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial

from django.db import connections

from sosik.adapters.release.gate import check_bundle, hand_out
from sosik.adapters.release.kept import Plan, keep_plan, plan
from sosik.adapters.release.ready import Publisher, Ready, ready
from sosik.adapters.splink_engine.choosing import engine_for
from sosik.adapters.store.bundles import keep_bundle
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.opened import today
from sosik.desk.bulletin_look import book_of, served
from sosik.desk.open_desk import Desk, Who
from sosik.errors import DeskCounting, ReleaseChanged, ReleaseNowhere, ReleaseUnscanned, SosikError
from sosik.incidents.book import Casebook
from sosik.incidents.projection import project
from sosik.values.ids import MemberId

_LOOK, _PATIENCE, _TURNS = 2.0, 900.0, 3


def publisher(desk: Desk) -> Publisher:
    projecting = served(desk).remembered(partial(project, linking=engine_for))
    words = desk.rules.gazetteer.words or desk.words
    return Publisher(desk.ledger, desk.store, desk.ids, desk.rules, words, projecting, today())


def make_ready(desk: Desk) -> None:
    """In the background; ``desk.release`` says how far it is. The bundle lies sealed in the desk until it leaves."""
    _in_background(desk, partial(_make_ready, desk))


def let_go(desk: Desk, member: MemberId, because: str, wanted: str) -> None:
    """In the background: the bundle of this hash, if it is still what would leave. Raises ReleaseNowhere."""
    if desk.places.site is None:
        raise ReleaseNowhere
    _in_background(desk, partial(_let_go, desk, member, because, wanted))


def plan_of(desk: Desk) -> Plan | None:
    if not desk.release.is_plan_read:
        desk.release.plan, desk.release.is_plan_read = plan(desk.ledger), True
    return desk.release.plan


def planned(desk: Desk, who: Who, on: date | None, because: str) -> None:
    """The day on which what is ready leaves by itself; None for no day any more. Raises ReleaseNowhere or SignatureMissing."""
    if desk.places.site is None:
        raise ReleaseNowhere
    desk.signer_for(who.member)
    with desk.writing:
        wanted = Plan(on, who.member, because) if on else None
        keep_plan(desk.ledger, wanted)
        desk.release.plan, desk.release.is_plan_read, desk.release.tried = wanted, True, None
    desk.recount.moved()


def watch(desk: Desk) -> None:
    """For a thread of its own, while the desk is open: what is due leaves. While it is locked there is nobody to let it go."""
    while not desk.is_closed:
        with suppress(SosikError):
            _let_go_what_is_due(desk)
        time.sleep(_LOOK)
    connections.close_all()


def _let_go_what_is_due(desk: Desk) -> None:
    due = plan_of(desk)
    if due is None or due.on > today() or desk.places.site is None or not desk.recount.is_current:
        return
    end = desk.store.chain.end()[1]
    if desk.release.tried != end and desk.release.begin():
        desk.release.tried = end
        _attempt(desk, partial(_let_go, desk, MemberId(due.member), due.because, None))


def _in_background(desk: Desk, work: Callable[[], None]) -> None:
    if desk.release.begin():
        threading.Thread(target=_attempt, args=(desk, work), daemon=True, name="release").start()


def _attempt(desk: Desk, work: Callable[[], None]) -> None:
    """What is refused stands on the page; the thread's own connections end with it."""
    try:
        work()
    except SosikError as error:
        desk.release.problem = error
    finally:
        desk.release.end()
        if threading.current_thread().name == "release":
            connections.close_all()


def _make_ready(desk: Desk) -> None:
    desk.release.ready = None
    by, book, one = _computed(desk)
    desk.release.ready = one
    with suppress(ReleaseUnscanned):
        check_bundle(by, book, one)
    keep_bundle(at_hand(desk.store), one.release.hash, one.files)


def _let_go(desk: Desk, member: MemberId, because: str, wanted: str | None) -> None:
    """Judged and scanned while others go on writing; handed out only if nothing was added meanwhile."""
    for _ in range(_TURNS):
        end = desk.store.chain.end()
        by, book, one = _computed(desk)
        desk.release.ready = one
        if wanted is not None and one.release.hash != wanted:
            raise ReleaseChanged
        passed = check_bundle(by, book, one)
        with desk.writing:
            if desk.store.chain.end() != end or desk.places.site is None:
                continue
            hand_out(by, passed, desk.places.site, member, because)
            keep_plan(desk.ledger, None)
        desk.release.plan, desk.release.ready, desk.release.gone = None, None, one.release.hash
        desk.recount.moved()
        return
    raise ReleaseChanged


def _computed(desk: Desk) -> tuple[Publisher, Casebook, Ready]:
    book = _counted(desk)
    by = publisher(desk)
    return by, book, ready(by, book)


def _counted(desk: Desk) -> Casebook:
    """Raises DeskCounting when the count does not end."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return book_of(desk)
        except DeskCounting:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
