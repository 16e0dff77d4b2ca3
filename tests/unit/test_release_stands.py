"""A release remembers what readers have: the next one makes, scans and writes what is other, and trusts nothing that was touched."""

import os
from datetime import date, timedelta

import pytest
from attrs import evolve
from tests.fakes.sealed_desks import made, new_holder, opened

from fakes.editions import DESK, editions
from sosik.accounts.account import Account, Basis
from sosik.accounts.erasure import Erasable
from sosik.adapters import site_folder
from sosik.adapters.id_key import HmacIds
from sosik.adapters.public_instruments import instruments
from sosik.adapters.published_site import check_site
from sosik.adapters.release import gate
from sosik.adapters.release.gate import released
from sosik.adapters.release.ready import Ready
from sosik.adapters.release.standing import standing
from sosik.adapters.site_twin import twin_of
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.members import rotate
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.leaks.release import Release, hash_of_hashes
from sosik.cli.casebooks import casebook
from sosik.cli.publication import publisher
from sosik.cli.wiring import OpenDesk
from sosik.errors import ReleaseLeaks
from sosik.public.base_map import BaseMap
from sosik.public.releases import Leaving
from sosik.public.site import build
from sosik.values.text import Lang

FEW, MORE = editions()[2:4], editions()[2:]
SAID = "They were told to count every lantern along the lower embankment before dawn"


@pytest.fixture
def desk(tmp_path):
    holder = made(tmp_path / "desk", holder=new_holder())
    store, ledger = opened(tmp_path / "desk", holder)
    yield OpenDesk(tmp_path / "desk", ledger, HmacIds(store.ring.ids), "m-han", False, store)
    store.close()


@pytest.fixture(params=["small", "large"])
def size(request, monkeypatch):
    """A small site is written anew each time, a large one by its twin."""
    if request.param == "large":
        monkeypatch.setattr(site_folder, "_LARGE", 10)
    return request.param


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(site_folder, "_LARGE", 10)


@pytest.fixture(autouse=True)
def scanned(monkeypatch, request):
    """The paths of each scan. Most tests only ask what would be scanned, since a scan takes long."""
    seen = []
    true = gate.check_passages if "told_since" in request.node.name else lambda *_: None
    monkeypatch.setattr(
        gate, "check_passages", lambda files, held, m: (seen.append(set(files)), true(files, held, m))[1]
    )
    return seen


def tell(desk, text, name="a"):
    one = Account(id=name, text=text, lang=Lang.en, received=date(2031, 11, 9), source="s-wren", basis=Basis.eyewitness)
    desk.ledger.take_in([one], [])


def corrected():
    last = max(editions(), key=lambda each: each.published)
    versions = tuple(evolve(each, correction="It was wrong.") for each in last.edition.versions)
    new = evolve(last.edition, revision=last.edition.revision + 1, versions=versions)
    return [*editions(), ClearedEdition(new, last.published + timedelta(30))]


def publish(desk, out, chosen):
    """Through the gate, from cleared editions; gives what was ready."""
    by, book = publisher(desk), casebook(desk)
    tools = evolve(instruments(by.ids.key), charts=None, previews=None)
    stands = standing(at_hand(by.store), tools.version)
    files = build(chosen, DESK, BaseMap.shipped(), tools, stands.before)
    one = Ready(
        files, Release(hash_of_hashes(files.hashes), frozenset()), (), Leaving(tuple(chosen), (), ()), (), stands
    )
    released(by, book, one, out, "m-han")
    return one


def there(out):
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def whole(desk, chosen):
    tools = evolve(instruments(publisher(desk).ids.key), charts=None, previews=None)
    return dict(build(chosen, DESK, BaseMap.shipped(), tools))


def test_the_second_release_is_what_a_first_one_would_be(desk, tmp_path, size, scanned):
    """To the byte, signature included; only files with other bytes are scanned, and unchanged files of a large site are not even written."""
    out = tmp_path / "site"
    tell(desk, SAID)
    publish(desk, out, editions())
    before = {path: (out / path).stat().st_ino for path in there(out)}
    one = publish(desk, out, corrected())

    assert there(out) == whole(desk, corrected())
    assert scanned == [set(there(out)) | scanned[0], set(one.fresh)]
    assert len(one.fresh) < len(before) / 2
    assert check_site(out / "manifest.json", publisher(desk).ids.key) == len(before) - 2
    kept = {path for path, inode in before.items() if (out / path).stat().st_ino == inode}
    assert kept == (set(before) - set(one.fresh) if size == "large" else set())


def test_nothing_of_what_left_lies_beside_the_site(desk, tmp_path, size):
    """The twin of a large site holds what readers have, and no byte of what was withdrawn or corrected; a small site has none."""
    out = tmp_path / "site"
    publish(desk, out, editions())
    publish(desk, out, corrected())
    publish(desk, out, [evolve(each, withdrawn=True) for each in corrected()])

    twin = twin_of(out)
    assert twin.is_dir() == (size == "large")
    if size == "large":
        assert there(twin) == there(out)
    assert sorted(path.name for path in tmp_path.iterdir() if "site" in path.name) == sorted(
        ["site", *([twin.name] if size == "large" else [])]
    )


@pytest.mark.parametrize("harm", ["changed", "missing", "more", "linked", "twin"])
def test_a_folder_that_somebody_touched_is_not_trusted(desk, tmp_path, large, harm):
    """A file that was changed, lost, added or replaced, in the site or its twin: the next release is whole and right again."""
    out = tmp_path / "site"
    publish(desk, out, MORE)
    publish(desk, out, FEW)
    file = (twin_of(out) if harm == "twin" else out) / "en" / "about.html"
    content = file.read_bytes()
    if harm in {"missing", "twin"}:
        file.unlink()
    elif harm == "linked":
        (tmp_path / "elsewhere").write_bytes(content)
        file.unlink()
        file.symlink_to(tmp_path / "elsewhere")
    else:
        path = file.with_name("added.html") if harm == "more" else file
        path.write_bytes(content.replace(b"a", b"b") if harm == "changed" else content + b"x")
        os.utime(path, (1, 1))
    publish(desk, out, MORE)

    assert there(out) == whole(desk, MORE)
    assert not (out / "en" / "about.html").is_symlink()


def test_another_folder_is_written_whole(desk, tmp_path):
    """What stands elsewhere is no reason to leave a file out."""
    publish(desk, tmp_path / "one", FEW)
    publish(desk, tmp_path / "two", MORE)

    assert there(tmp_path / "two") == whole(desk, MORE)
    assert there(tmp_path / "one") == whole(desk, FEW)
    publish(desk, tmp_path / "one", MORE)
    assert there(tmp_path / "one") == whole(desk, MORE)


def test_a_passage_that_was_told_since_is_looked_for_in_all_that_stands(desk, tmp_path, scanned):
    """A new account's words are found in a page that was clean before it came, however long ago it was published."""
    out = tmp_path / "site"
    leaking = corrected()[-1]
    versions = tuple(evolve(each, writer=f"{SAID}.") for each in leaking.edition.versions)
    chosen = [evolve(leaking, edition=evolve(leaking.edition, versions=versions))]
    publish(desk, out, chosen)
    stood = there(out)
    tell(desk, SAID)

    with pytest.raises(ReleaseLeaks):
        publish(desk, out, chosen)
    assert set().union(*scanned[1:]) == set(stood)
    assert there(out) == stood


def test_an_erasure_takes_the_hashes_of_passages(desk, tmp_path):
    """No hash of a word that is gone stays; the site is then scanned whole again."""
    tell(desk, SAID)
    publish(desk, tmp_path / "site", FEW)
    version = instruments(publisher(desk).ids.key).version
    assert standing(at_hand(desk.store), version).clean
    desk.ledger.erase(Erasable(account="a"), "asked")
    after = standing(at_hand(desk.store), version)

    assert not after.clean
    assert after.folder == tmp_path / "site"


def test_a_rotation_forgets_nothing(desk, tmp_path):
    """What is remembered is carried under the new keys."""
    publish(desk, tmp_path / "site", FEW)
    rotate(desk.store)
    one = publish(desk, tmp_path / "site", FEW)

    assert not one.fresh
    assert there(tmp_path / "site") == whole(desk, FEW)


def test_other_code_remembers_nothing(desk, tmp_path):
    """What another version of the program made and scanned is made and scanned again."""
    publish(desk, tmp_path / "site", FEW)
    assert standing(at_hand(desk.store), "another").folder is None


def test_nothing_remembered_is_in_public(desk, tmp_path):
    """No file of the site holds a hash of what its pages are made of."""
    publish(desk, tmp_path / "site", FEW)
    stands = standing(at_hand(desk.store), instruments(publisher(desk).ids.key).version)
    every = b"".join(there(tmp_path / "site").values())

    assert stands.before.parts
    for made_of in (part.made_of for part in stands.before.parts.values()):
        assert len(made_of) == 16
        assert made_of not in every
        assert made_of.hex().encode() not in every
