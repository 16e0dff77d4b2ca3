"""Who may open a desk, and what is left to whoever may no longer."""

import json
import shutil
from datetime import date

import pytest
from attrs import evolve
from tests.fakes.sealed_desks import made, new_holder, opened

from sosik.accounts.account import Account
from sosik.accounts.erasure import Erasable
from sosik.adapters.store import turning
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.members import added, members, record, removed, rotate
from sosik.adapters.store.recovery import name_trustees, recover
from sosik.adapters.store.ring import Member, Ring
from sosik.adapters.store.sealed_desk import open_desk_folder
from sosik.adapters.store.vault import hand_over, open_identity, seal_identity, vault_log, without_handler
from sosik.adapters.store.verifying import verify
from sosik.errors import (
    DeskBusy,
    DeskMissing,
    DeskNewer,
    IdentitySealed,
    KeyWrong,
    LedgerDamaged,
    MemberRefused,
    NotFound,
)
from sosik.values.text import Lang


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "desk"


def account(name):
    return Account(id=name, text=f"words of {name}", lang=Lang.en, received=date(2025, 11, 9), source="s-wren")


def member_of(name, holder):
    return Member(name, holder.recipient, holder.signer.verify)


def with_two(folder):
    han, lee = made(folder), new_holder()
    store, ledger = opened(folder, han)
    added(store, member_of("m-lee", lee))
    return han, lee, store, ledger


def test_a_member_who_was_added_opens_the_desk(folder):
    """Both members read what either took in, and the heads of both verify."""
    _, lee, store, ledger = with_two(folder)
    ledger.take_in([account("a")], [])
    store.close()
    store, ledger = opened(folder, lee)
    ledger.take_in([account("b")], [])

    assert store.member == "m-lee"
    assert [one.id for one in ledger.kept().accounts] == ["a", "b"]
    assert verify(store).faults == ()
    store.close()


def test_a_stranger_opens_nothing(folder):
    """Another identity: the key is wrong; nothing tells how near it was."""
    made(folder)

    with pytest.raises(KeyWrong):
        opened(folder, new_holder())


def test_who_was_removed_opens_nothing_that_is_written_afterwards(folder):
    """Not with their identity, and not with the keys that they copied while they were a member."""
    han, lee, store, ledger = with_two(folder)
    copied = store.ring
    removed(store, "m-lee")
    ledger.take_in([account("after")], [])
    store.close()

    with pytest.raises(KeyWrong):
        opened(folder, lee)
    now = DeskFolder(folder)
    stolen = Ring.of(han.opens(now.sealed_ring()))
    assert {stolen.ledger, stolen.keys, stolen.derived}.isdisjoint({copied.ledger, copied.keys, copied.derived})
    for role in ("ledger", "keys", "derived"):
        key = getattr(copied, role)
        assert not readable(now.database(role, stolen), key)
    assert stolen.ids == copied.ids


def readable(path, key):
    from sqlcipher3 import dbapi2

    from sosik.adapters.store.sqlcipher.base import keyed

    connection = dbapi2.connect(path)
    keyed(connection, key)
    try:
        connection.execute("SELECT * FROM sqlite_master").fetchall()
    except dbapi2.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def test_the_last_word_on_a_name_counts(folder):
    """A name or a key that is a member's is nobody else's; nobody removes themselves; a name that left stays theirs."""
    _, lee, store, _ = with_two(folder)
    for member in (member_of("m-lee", new_holder()), member_of("m-other", lee)):
        with pytest.raises(MemberRefused):
            added(store, member)
    for name in ("m-han", "m-nobody"):
        with pytest.raises(MemberRefused):
            removed(store, name)
    removed(store, "m-lee")
    with pytest.raises(MemberRefused):
        added(store, member_of("m-lee", new_holder()))
    added(store, member_of("m-lee", lee))

    assert members(store)["m-lee"].is_here
    store.close()


@pytest.mark.parametrize("step", ["add", "remove"])
def test_a_coming_or_going_that_was_cut_off_is_finished_by_the_next_writer(folder, step):
    """The entry is there and the ring is not: the next one who writes brings the ring in line."""
    han, _, store, _ = with_two(folder)
    kim = new_holder()
    if step == "add":
        record(store, member_of("m-kim", kim))
    else:
        record(store, evolve(members(store)["m-lee"], is_here=False))
    before = store.ring
    store.close()
    store, _ = opened(folder, han)

    names = {one.name for one in store.ring.members}
    assert names == ({"m-han", "m-lee", "m-kim"} if step == "add" else {"m-han"})
    assert (store.ring.ledger != before.ledger) == (step == "remove")
    store.close()


def test_rotation_keeps_everything_but_the_keys(folder):
    """Accounts, chain, head and public ids are the same; the old files are gone."""
    han = made(folder)
    store, ledger = opened(folder, han)
    ledger.take_in([account("a")], [])
    before, kept = store.ring, ledger.kept()
    head = store.chain.end()
    rotate(store)

    assert ledger.kept() == kept
    assert store.chain.end() == head
    assert verify(store).faults == ()
    assert store.ring.ids == before.ids
    assert {file.name for file in folder.glob("*.db")} == {"ledger-2.db", "keys-2.db", "derived-2.db"}
    store.close()


@pytest.mark.parametrize("at", ["copy", "carry_over", "replace"])
def test_a_rotation_that_fails_leaves_the_desk_as_it_was(folder, monkeypatch, at):
    """Whatever the step: the old keys open the old files, and the next writer sweeps up."""
    han = made(folder)
    store, ledger = opened(folder, han)
    ledger.take_in([account("a")], [])

    def fails(*_args, **_kwargs):
        raise OSError("cut off")

    with monkeypatch.context() as patch:
        if at == "replace":
            patch.setattr(DeskFolder, "replace_ring", fails)
        else:
            patch.setattr(turning, at, fails)
        with pytest.raises(OSError):
            rotate(store)
    store, ledger = opened(folder, han)

    assert [one.id for one in ledger.kept().accounts] == ["a"]
    assert {file.name for file in folder.glob("*.db")} == {"ledger-1.db", "keys-1.db", "derived-1.db"}
    assert verify(store).faults == ()
    store.close()


def test_an_erasure_that_was_cut_off_is_finished_by_the_next_writer(folder, monkeypatch):
    """Once its entry is written the account is gone; its key goes at the latest when the desk is next written to."""
    han = made(folder)
    store, ledger = opened(folder, han)
    ledger.take_in([account("a"), account("b")], [])

    def fails(*_args, **_kwargs):
        raise OSError("cut off")

    with monkeypatch.context() as patch:
        patch.setattr("sosik.adapters.store.erasing.turn", fails)
        with pytest.raises(OSError):
            ledger.erase(Erasable(account="a"), "asked")
    assert [one.id for one in ledger.kept().accounts] == ["b"]
    store.close()
    store, ledger = opened(folder, han)

    assert store.names.run("SELECT name FROM store_subject WHERE kind = 'account'") == [("b",)]
    assert [one.id for one in ledger.kept().accounts] == ["b"]
    assert ledger.erased_among(["a"]) == {"a"}
    assert verify(store).faults == ()
    store.close()


def test_a_sources_identity_opens_for_its_handler_and_trustee_alone(folder):
    """A colleague with every key of the desk gets nothing; each opening is written down; the source's end is its end."""
    han, lee, store, ledger = with_two(folder)
    kim = new_holder()
    added(store, member_of("m-kim", kim))
    seal_identity(store, "s-wren", b"Gil-dong, the ferryman", "m-lee")

    assert open_identity(store, "s-wren", han.opens) == b"Gil-dong, the ferryman"
    assert open_identity(store, "s-wren", lee.opens, "m-lee") == b"Gil-dong, the ferryman"
    with pytest.raises(IdentitySealed):
        open_identity(store, "s-wren", kim.opens, "m-kim")
    store.close()
    store, _ = opened(folder, kim)
    with pytest.raises(IdentitySealed):
        open_identity(store, "s-wren", kim.opens)
    store.member = "m-lee"
    with pytest.raises(KeyWrong):
        open_identity(store, "s-wren", kim.opens)
    store.close()
    store, ledger = opened(folder, lee)
    assert open_identity(store, "s-wren", lee.opens) == b"Gil-dong, the ferryman"
    assert [(one.event, one.member) for one in vault_log(store)] == [
        ("sealed", "m-han"),
        ("opened", "m-han"),
        ("opened", "m-lee"),
        ("opened", "m-lee"),
    ]
    ledger.erase(Erasable(source="s-wren"), "asked")
    with pytest.raises(NotFound):
        open_identity(store, "s-wren", lee.opens)
    assert list(vault_log(store)) == []
    store.close()


def test_an_identity_is_handed_over_by_who_can_open_it_and_opens_for_the_new_two_alone(folder):
    """A colleague cannot hand it over, nor to one person or a stranger; afterwards the old handler opens nothing."""
    han, lee, store, _ = with_two(folder)
    kim = new_holder()
    added(store, member_of("m-kim", kim))
    seal_identity(store, "s-wren", b"Gil-dong, the ferryman", "m-lee")
    with pytest.raises(IdentitySealed):
        hand_over(store, "s-wren", "m-kim", kim.opens, "m-kim", "m-lee")
    with pytest.raises(KeyWrong):
        hand_over(store, "s-wren", "m-lee", kim.opens, "m-kim", "m-lee")
    for pair in (("m-kim", "m-kim"), ("m-kim", "m-nobody")):
        with pytest.raises(MemberRefused):
            hand_over(store, "s-wren", "m-lee", lee.opens, *pair)
    hand_over(store, "s-wren", "m-lee", lee.opens, "m-kim", "m-lee")

    with pytest.raises(IdentitySealed):
        open_identity(store, "s-wren", han.opens)
    assert [(one.event, one.member, one.handler) for one in vault_log(store)][-1] == ("sealed", "m-lee", "m-kim")
    store.close()
    store, _ = opened(folder, kim)
    assert open_identity(store, "s-wren", kim.opens) == b"Gil-dong, the ferryman"
    store.close()


def test_a_trustee_is_another_member_and_a_source_without_one_is_named(folder):
    """Neither oneself nor a stranger; whose trustee has left is listed."""
    _, _, store, _ = with_two(folder)
    for name in ("m-han", "m-nobody"):
        with pytest.raises(MemberRefused):
            seal_identity(store, "s-wren", b"x", name)
    seal_identity(store, "s-wren", b"x", "m-lee")
    assert without_handler(store) == []
    removed(store, "m-lee")

    assert without_handler(store) == ["s-wren"]
    store.close()


def test_two_sheets_together_open_a_desk_whose_members_are_gone(folder):
    """In either order, also after a rotation; one alone, or one of an older kit, opens nothing."""
    han = made(folder)
    old, first, second, new = (new_holder() for _ in range(4))
    store, ledger = opened(folder, han)
    ledger.take_in([account("a")], [])
    name_trustees(store, old.recipient, second.recipient)
    name_trustees(store, first.recipient, second.recipient)
    rotate(store)
    store.close()
    desk = DeskFolder(folder)

    for sheets in ((first, first), (old, second), (second, new)):
        with pytest.raises(KeyWrong):
            recover(desk, (sheets[0].opens, sheets[1].opens), new, member_of("m-new", new))
    with pytest.raises(MemberRefused):
        recover(desk, (first.opens, second.opens), new, member_of("m-han", new))
    recover(desk, (second.opens, first.opens), new, member_of("m-new", new))
    store, ledger = opened(folder, new)
    assert [one.id for one in ledger.kept().accounts] == ["a"]
    assert verify(store).faults == ()
    store.close()


def test_a_second_writer_waits_then_is_told(folder):
    """While one writes, another who would write gets a clear error after a while; a reader does not wait."""
    han = made(folder)
    store, ledger = opened(folder, han)
    ledger.take_in([account("a")], [])
    with pytest.raises(DeskBusy):
        opened(folder, han, wait=0.2)
    reader, read = opened(folder, han, writing=False)

    assert [one.id for one in read.kept().accounts] == ["a"]
    reader.close()
    store.close()
    opened(folder, han, wait=0.2)[0].close()


def test_a_reader_follows_a_writer_who_changes_the_keys(folder):
    """Opened in the midst of it, a reader gets the files of one ring or of the other, whole."""
    han = made(folder)
    store, _ = opened(folder, han)
    reader, read = opened(folder, han, writing=False)
    rotate(store)
    later, later_read = opened(folder, han, writing=False)

    assert read.kept() == later_read.kept()
    for one in (reader, later, store):
        one.close()


DAMAGES = {
    "no ring": lambda desk: (desk / "ring.age").unlink(),
    "a ring of another desk": lambda desk: (desk / "ring.age").write_bytes(
        (desk.parent / "other" / "ring.age").read_bytes()
    ),
    "a cut ring": lambda desk: (desk / "ring.age").write_bytes((desk / "ring.age").read_bytes()[:-9]),
    "no header": lambda desk: (desk / "desk.toml").unlink(),
    "a broken header": lambda desk: (desk / "desk.toml").write_text("version = x"),
    "no ledger": lambda desk: (desk / "ledger-1.db").unlink(),
    "no keys": lambda desk: (desk / "keys-1.db").unlink(),
    "an empty ledger": lambda desk: (desk / "ledger-1.db").write_bytes(b""),
    "a damaged first page": lambda desk: scribble(desk / "ledger-1.db", 100),
}


def scribble(path, at):
    content = bytearray(path.read_bytes())
    content[at : at + 64] = bytes(64)
    path.write_bytes(content)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_named_as_damage(folder, damage):
    """Whatever is missing or broken: the ledger is damaged, not the key wrong, and nothing is made anew in its place."""
    holder = made(folder)
    made(folder.parent / "other", holder=holder)
    damage(folder)
    before = sorted(file.name for file in folder.iterdir())

    with pytest.raises(LedgerDamaged):
        opened(folder, holder)
    assert sorted(file.name for file in folder.iterdir()) == before


def test_a_damaged_page_in_the_middle_is_found(folder):
    """Each page of each database is checked against its own code."""
    holder = made(folder)
    store, ledger = opened(folder, holder)
    ledger.take_in([account(f"a-{number}") for number in range(50)], [])
    store.close()
    for name in ("ledger-1.db", "keys-1.db"):
        copy = folder.parent / f"with-{name}"
        shutil.copytree(folder, copy)
        scribble(copy / name, (copy / name).stat().st_size - 5000)
        try:
            store, _ = opened(copy, holder, writing=False)
            faults = verify(store).faults
            store.close()
        except LedgerDamaged:
            continue
        assert any("pages are damaged" in fault for fault in faults)


@pytest.mark.parametrize(
    "damage", [lambda path: path.unlink(), lambda path: scribble(path, 100)], ids=["gone", "damaged"]
)
def test_what_is_derived_may_be_lost(folder, damage):
    """Without, or with a damaged, derived database the desk opens and its keys are changed."""
    holder = made(folder)
    damage(folder / "derived-1.db")
    store, ledger = opened(folder, holder)
    ledger.take_in([account("a")], [])
    rotate(store)

    assert [one.id for one in ledger.kept().accounts] == ["a"]
    store.close()


def test_a_newer_desk_is_not_touched(folder):
    """A newer format, and newer tables: a clear error."""
    holder = made(folder)
    store, _ = opened(folder, holder)
    store.ledger.run("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(DeskNewer):
        opened(folder, holder)
    (folder / "desk.toml").write_text('version = 99\ndesk = "x"\n')
    with pytest.raises(DeskNewer):
        opened(folder, holder)


def test_a_folder_without_a_desk_is_none(folder):
    """Neither an empty folder nor a missing one is a desk."""
    for make in (lambda: None, folder.mkdir):
        make()
        with pytest.raises(DeskMissing):
            open_desk_folder(folder, new_holder(), writing=False)


def test_the_number_of_members_cannot_be_counted(folder):
    """A ring for one member looks like a ring for two."""
    made(folder)
    alone = DeskFolder(folder).sealed_ring().count(b"-> X25519")
    shutil.rmtree(folder)
    with_two(folder)[2].close()

    assert DeskFolder(folder).sealed_ring().count(b"-> X25519") == alone == 8


def test_the_header_says_nothing_of_anybody(folder):
    """Version and a random number."""
    made(folder, demo=True, member="m-han")

    lines = (folder / "desk.toml").read_text().splitlines()
    assert [line.partition(" = ")[0] for line in lines] == ["version", "desk"]
    assert json.loads(lines[1].partition(" = ")[2]) == DeskFolder(folder).desk_id()
