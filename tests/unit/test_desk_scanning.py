"""A handler's scan at the desk: of the very bytes that wait, by those whom the vault names, with what the vault holds."""

from datetime import date
from types import SimpleNamespace

import pytest
from tests.fakes.sealed_desks import made, new_holder, opened

from sosik.accounts.account import Account
from sosik.adapters.id_key import HmacIds
from sosik.adapters.reading_rules import version_of_reading
from sosik.adapters.store.board import open_board
from sosik.adapters.store.bundles import keep_bundle
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.members import added
from sosik.adapters.store.projections import Projections
from sosik.adapters.store.ring import Member
from sosik.adapters.store.vault import seal_identity, vault_log
from sosik.bulletins.leaks.release import Release, bundle_hash
from sosik.claims.rules import Rules
from sosik.desk.looking import refresh
from sosik.desk.open_desk import Desk, Who
from sosik.desk.scanning import due, scan
from sosik.errors import ReleaseChanged, ReleaseNotReady, ScanNotTheirs
from sosik.values.text import Lang

FILES = {"en/index.html": b"<p>It was told by the ferryman of the third bend.</p>"}
HASH = bundle_hash(FILES)
LEE, HAN, KIM = (Who(name, frozenset()) for name in ("m-lee", "m-han", "m-kim"))


@pytest.fixture
def desk_and_key(tmp_path):
    holder, lee = made(tmp_path / "desk"), new_holder()
    store, ledger = opened(tmp_path / "desk", holder)
    added(store, Member("m-lee", lee.recipient, lee.signer.verify, ""))
    ledger.take_in([Account(id="a", text="A note.", lang=Lang.en, received=date(2025, 11, 9), source="s-wren")], [])
    seal_identity(store, "s-wren", b"Gil\nferryman of the third bend\n", "m-lee")
    ids = HmacIds(store.ring.ids)
    board = open_board(store.folder, store.ring)
    readings = Projections(store, at_hand(store), version_of_reading(), ids)
    recount = SimpleNamespace(touched=set(), moved=lambda: None)
    desk = Desk(tmp_path / "desk", store, ledger, ids, board, readings, Rules.shipped(), recount, None)
    refresh(desk, ("a",))
    desk.signers.hold("m-lee", lee.signer)
    yield desk, lee.opens
    store.close()


def test_what_the_vault_holds_is_looked_for_with_the_handlers_key_alone(desk_and_key):
    """Typed strings find nothing; with their key the vault's own line is found, the opening is written down, and no string is kept."""
    desk, opens = desk_and_key
    keep_bundle(at_hand(desk.store), HASH, FILES)
    clean = scan(desk, LEE, "s-wren", HASH, "nobody knows this", "looked")
    assert (clean.paths, clean.strings) == ((), 1)
    found = scan(desk, LEE, "s-wren", HASH, "", "looked again", opens)

    assert found.paths == ("en/index.html",)
    assert found.strings == 1  # three letters stand in any page by chance
    assert [one.event for one in vault_log(desk.store)] == ["sealed", "opened"]
    (one,) = due(desk, Release(HASH, frozenset({"s-wren"})))
    assert one.is_hit
    assert "ferryman" not in str(desk.ledger.kept().decisions)


def test_others_than_the_vault_names_do_not_scan_for_a_source(desk_and_key):
    """Nor does anybody scan bytes that nobody made ready, or other ones than were shown."""
    desk, _ = desk_and_key
    with pytest.raises(ReleaseNotReady):
        scan(desk, LEE, "s-wren", HASH, "nobody knows this", "looked")
    keep_bundle(at_hand(desk.store), HASH, FILES)
    with pytest.raises(ReleaseChanged):
        scan(desk, LEE, "s-wren", "0" * 64, "nobody knows this", "looked")
    with pytest.raises(ScanNotTheirs):
        scan(desk, KIM, "s-wren", HASH, "nobody knows this", "looked")
    scan(desk, HAN, "s-wren", HASH, "nobody knows this", "looked")
    (one,) = due(desk, Release(HASH, frozenset({"s-wren"})))
    assert one.is_clean
