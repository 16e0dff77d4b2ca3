"""A release that waits for its scans lies sealed in the desk, is scanned there, and leaves as the very bytes that were scanned."""

import json
from datetime import date

import pytest
from tests.fakes.sealed_desks import made, new_holder, opened
from tests.fakes.thief import Search

from sosik.accounts.account import Account
from sosik.accounts.decision_lines import read_lines
from sosik.accounts.erasure import Erasable
from sosik.adapters.id_key import HmacIds
from sosik.adapters.release.gate import released
from sosik.adapters.release.ready import Ready
from sosik.adapters.store.bundles import waiting_bundle
from sosik.adapters.store.members import rotate
from sosik.bulletins.leaks.release import Release, bundle_hash
from sosik.cli.casebooks import casebook
from sosik.cli.main import main
from sosik.cli.publication import publisher
from sosik.cli.wiring import OpenDesk
from sosik.errors import NotFound, ReleaseUnscanned
from sosik.public.releases import Leaving
from sosik.values.text import Lang

WORDS = "the-ferry-of-the-third-bend"
FILES = {"index.html": f"<p>{WORDS} 세번째굽이나루터</p>".encode(), "en/index.html": b"<p>plain</p>"}


@pytest.fixture
def desk(tmp_path):
    secret = new_secret(tmp_path)
    holder = made(tmp_path / "desk", holder=new_holder(secret))
    store, ledger = opened(tmp_path / "desk", holder)
    ledger.take_in([Account(id="a", text="A note.", lang=Lang.en, received=date(2025, 11, 9), source="s-wren")], [])
    yield OpenDesk(tmp_path / "desk", ledger, HmacIds(store.ring.ids), "m-han", False, store)
    store.close()


def new_secret(folder):
    import pyrage

    secret = str(pyrage.x25519.Identity.generate())
    (folder / "key").write_text(secret + "\n")
    return secret


def release(desk, out):
    waits = Ready(FILES, Release(bundle_hash(FILES), frozenset({"s-wren"})), (), Leaving((), (), ()))
    released(publisher(desk), casebook(desk), waits, out, "m-han")


def scan(desk, capsys, secret):
    """The exit code, and what was told."""
    near = desk.folder.parent
    (near / "list").write_text(secret + "\n")
    options = ["--secrets", str(near / "list"), "--json", "--desk", str(desk.folder), "--key-file", str(near / "key")]
    with pytest.raises(SystemExit) as ended:
        main(["scan", *options])
    return ended.value.code or 0, json.loads(capsys.readouterr().out)


def test_it_waits_sealed_and_is_scanned_where_it_lies(desk, tmp_path, capsys):
    """No file of the desk gives back a word of it; the scan reads it by a member's key and tells the hash to decide on."""
    with pytest.raises(ReleaseUnscanned):
        release(desk, tmp_path / "site")
    assert Search([WORDS, "세번째굽이나루터"]).hits_in_files(desk.folder) == {}
    assert not (tmp_path / "site").exists()

    code, clean = scan(desk, capsys, "nobody knows this")
    assert (code, clean["bundle"], clean["hits"]) == (0, bundle_hash(FILES), [])
    code, hit = scan(desk, capsys, WORDS)
    assert code == 4
    assert {one["path"] for one in hit["hits"]} == {"index.html"}


def test_it_leaves_once_it_was_scanned(desk, tmp_path):
    """A rotation in between changes nothing; what was written is what was scanned, and no longer waits."""
    with pytest.raises(ReleaseUnscanned):
        release(desk, tmp_path / "site")
    rotate(desk.store)
    assert waiting_bundle(desk.derived) == FILES
    about = {"bundle": bundle_hash(FILES), "source": "s-wren", "verdict": "clean"}
    line = {"decision": "scan", "member": "m-han", "on": "2025-11-22", "about": about, "because": "scanned"}
    desk.ledger.append([next(iter(read_lines("d", json.dumps(line)))).decision])
    release(desk, tmp_path / "site")

    assert (tmp_path / "site" / "index.html").read_bytes() == FILES["index.html"]
    with pytest.raises(NotFound):
        waiting_bundle(desk.derived)


def test_an_erasure_takes_it_along(desk, tmp_path):
    """What waits may rest on what is gone."""
    with pytest.raises(ReleaseUnscanned):
        release(desk, tmp_path / "site")
    desk.ledger.erase(Erasable(account="a"), "asked")

    with pytest.raises(NotFound):
        waiting_bundle(desk.derived)
