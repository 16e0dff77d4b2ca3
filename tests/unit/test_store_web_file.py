"""The web desk's own files change their keys with the desk, and are in no backup and no key file."""

import tarfile
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2
from tests.fakes.sealed_desks import made, new_holder, opened
from tests.fakes.thief import decrypted_pages
from tests.unit.test_store_key_copies import account

from sosik.accounts.erasure import Erasable
from sosik.adapters.store.backing_up import back_up, restore
from sosik.adapters.store.members import added, removed, rotate
from sosik.adapters.store.ring import Member
from sosik.adapters.store.sqlcipher.base import keyed
from sosik.adapters.store.web_file import _web_key, carry_web
from sosik.errors import LedgerDamaged

WORD = "a secret of an authenticator app"


@pytest.fixture
def desk(tmp_path):
    """A store with a file of sign-ins that holds one word, and who holds its key."""
    holder = made(tmp_path / "desk")
    store, ledger = opened(tmp_path / "desk", holder)
    ledger.take_in([account("a")], [])
    with closing(web_of(store, store.ring)) as web:
        web.execute("CREATE TABLE said (word TEXT)")
        web.execute("INSERT INTO said VALUES (?)", (WORD,))
    yield holder, store, ledger
    store.close()


def web_of(store, ring):
    connection = dbapi2.connect(str(store.folder.beside_ledger("web", store.ring)), isolation_level=None)
    keyed(connection, _web_key(ring))
    return connection


def words(store, ring=None):
    with closing(web_of(store, ring or store.ring)) as web:
        return [word for (word,) in web.execute("SELECT word FROM said")]


def test_whoever_was_removed_reads_no_sign_in(desk):
    """Sign-ins go on in a new file under a new key; the old file is gone, and every key of before opens nothing of the new one."""
    _, store, _ = desk
    lee = new_holder()
    added(store, Member("m-lee", lee.recipient, lee.signer.verify))
    ring, path = store.ring, store.folder.beside_ledger("web", store.ring)
    assert words(store) == [WORD]
    removed(store, "m-lee")

    assert words(store) == [WORD]
    assert not list(path.parent.glob(f"{path.name}*"))
    with pytest.raises(dbapi2.DatabaseError):
        words(store, ring)
    pages = b"".join(decrypted_pages(store.folder.beside_ledger("web", store.ring), _web_key(ring)))
    assert WORD.encode() not in pages


def test_an_erasure_keeps_sign_ins_and_takes_the_board(desk):
    """Lists of before an erasure are swept away with the key that they lay under; sign-ins stay where they are."""
    _, store, ledger = desk
    board = store.folder.beside_ledger("board", store.ring)
    board.write_bytes(b"lists of before")
    ledger.erase(Erasable(account="a"), "asked")

    assert words(store) == [WORD]
    assert not board.exists()


def test_sign_ins_are_in_no_backup_and_in_no_key_file(desk, tmp_path):
    """A restored desk has none: the member whose key opens it begins, and invites the others."""
    holder, store, _ = desk
    back_up(store, tmp_path / "b", tmp_path / "k")
    with tarfile.open(tmp_path / "k") as archive:
        assert sorted(name.partition("/")[0] for name in archive.getnames()) == ["desk.toml", "keys-1.db", "ring.age"]
    restore(tmp_path / "again", tmp_path / "b", tmp_path / "k", holder)

    assert not list((tmp_path / "again").glob("web*"))


def test_a_damaged_file_of_sign_ins_is_named(desk):
    """A rotation ends with a sentence that says what to do, and leaves the desk as it was."""
    _, store, _ = desk
    path = store.folder.beside_ledger("web", store.ring)
    path.write_bytes(b"x" * 8192)
    with pytest.raises(LedgerDamaged) as told:
        rotate(store)

    assert "invited anew" in told.value.sentence("en")
    assert sorted(file.name for file in path.parent.glob("*.db")) != []


def test_what_an_earlier_version_kept_is_swept_away(tmp_path):
    """Sign-ins under a key that stayed go with the next who writes."""
    holder = made(tmp_path / "desk")
    for name in ("web.db", "web.db-wal", "board.db"):
        (tmp_path / "desk" / name).write_bytes(b"x")
    store, _ = opened(tmp_path / "desk", holder)
    store.close()

    assert not list((tmp_path / "desk").glob("web*"))
    assert not list((tmp_path / "desk").glob("board*"))
    assert carry_web(store.folder, store.ring, store.ring.turned("ledger")) is None
