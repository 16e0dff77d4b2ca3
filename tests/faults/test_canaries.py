"""Strings planted in every sealed field are in no file, whoever looks; once erased, not even under every key that is left.

``make soak`` plants ten thousand.
"""

import json
import os
import secrets
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.fakes.sealed_desks import made, new_holder, opened
from tests.fakes.thief import Search, all_that_keys_open, opened_entries

from sosik.accounts.account import Account
from sosik.accounts.custody import Custody, CustodyEvent
from sosik.accounts.decision_lines import read_lines
from sosik.accounts.erasure import Erasable
from sosik.accounts.report import Attachment
from sosik.adapters.id_key import HmacIds
from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.store.backing_up import back_up
from sosik.adapters.store.bundles import keep_bundle
from sosik.adapters.store.databases import open_database
from sosik.adapters.store.members import added
from sosik.adapters.store.ring import Member
from sosik.adapters.store.search import Search as FullText
from sosik.adapters.store.vault import seal_identity
from sosik.adapters.store.verifying import verify
from sosik.cli import casebooks
from sosik.cli.wiring import OpenDesk
from sosik.values.text import Lang

PLANTED = 10_000 if os.environ.get("SOSIK_PROFILE") == "soak" else 400
FIELDS = (
    "id",
    "text",
    "title",
    "outlet",
    "source",
    "attachment",
    "content",
    "note",
    "derived",
    "because",
    "identity",
    "bulletin",
)
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"


DICE = secrets.SystemRandom()


def word():
    """Of a kind that nothing else makes: letters, and Korean syllables."""
    return "q" + secrets.token_hex(6) + "".join(DICE.choice(SYLLABLES) for _ in range(6))


class Planted:
    """One account with a word of its own in every field that may hold one."""

    def __init__(self):
        self.words = {field: word() for field in FIELDS}

    @property
    def account(self):
        words = self.words
        text = f"Two women drowned in the Tumen River near Hoeryong on 1 November 2025, {words['text']} 라고 말했다."
        return Account(
            id=f"a-{words['id']}",
            text=text,
            lang=Lang.en,
            received=date(2025, 11, 9),
            title=words["title"],
            outlet=words["outlet"],
            source=f"s-{words['source']}",
            attachments=(f"{words['attachment']}.jpg",),
        )

    @property
    def attachment(self):
        content = b"\x00\xff" * 500 + self.words["content"].encode() + b"\x00\xff" * 500
        return Attachment(self.account.id, f"{self.words['attachment']}.jpg", content)

    @property
    def decision(self):
        about = {"account": self.account.id, "consent": "publish"}
        line = {"decision": "consent", "member": "m-han", "on": "2025-11-09", "about": about}
        return next(iter(read_lines("d", json.dumps({**line, "because": self.words["because"]})))).decision

    def note(self, ledger):
        name = f"{self.words['attachment']}.jpg"
        entry = Custody(name, CustodyEvent.verified, "m-han", date(2025, 11, 9), "", self.words["note"])
        ledger.note(self.account.id, entry)
        words = self.words["derived"]
        ledger.attach(Attachment(self.account.id, f"{words}.png", words.encode("utf-16-le")), words, name)


class Desk:
    """A desk full of words, its search index and cache filled, and a backup of it."""

    def __init__(self, place):
        self.place = place
        self.planted = [Planted() for _ in range(max(PLANTED // len(FIELDS), 1))]
        self.holder, lee = made(place / "desk"), new_holder()
        self.store, self.ledger = opened(place / "desk", self.holder)
        added(self.store, Member("m-lee", lee.recipient, lee.signer.verify))
        self.ledger.take_in([one.account for one in self.planted], [one.attachment for one in self.planted])
        self.ledger.append([one.decision for one in self.planted])
        for one in self.planted:
            one.note(self.ledger)
            self.ledger.keep_bulletin(f"b-{one.words['bulletin']}.en.md", f"They said: {one.words['bulletin']}")
            seal_identity(self.store, one.account.source, one.words["identity"].encode(), "m-lee")
        self.opened = OpenDesk(place / "desk", self.ledger, HmacIds(self.store.ring.ids), "m-han", False, self.store)
        self.compute()
        keep_bundle(
            self.opened.derived, "h", {f"{one.words['id']}.html": one.words["text"].encode() for one in self.planted}
        )
        back_up(self.store, place / "backup", place / "keys")

    def compute(self):
        casebooks.casebook(self.opened)
        FullText(self.store, self.opened.derived, KiwiWords().plain_words).catch_up()

    @property
    def words(self):
        return [each for one in self.planted for each in one.words.values()]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("planted"))
    yield desk
    desk.store.close()


def test_no_word_is_in_any_file(desk):
    """While the desk is open, with its logs: not in the folder, the backup or the key file, in any form."""
    names = {file.name for file in (desk.place / "desk").iterdir()}

    assert any(name.endswith("-wal") for name in names)
    assert Search(desk.words).hits_in_files(desk.place) == {}


def test_the_search_finds_what_keys_open(desk):
    """Nothing is proved by a search that cannot find: under all keys every word is found, but what only a handler opens."""
    search = Search(desk.words)
    found = set().union(
        *(search.hits(content) for content in all_that_keys_open(desk.place / "desk", desk.holder, desk.store))
    )
    hidden = {one.words["identity"] for one in desk.planted}

    assert found == set(desk.words) - hidden


def test_every_form_is_found(tmp_path):
    """The six forms, and base64 at any offset, inside something else."""
    one = word()
    for number, content in enumerate(
        [
            one.encode(),
            one.encode("utf-16-le"),
            one.encode("utf-16-be"),
            one.encode("cp949"),
            one.encode().hex().encode(),
        ]
    ):
        (tmp_path / str(number)).write_bytes(b"--" + content + b"--")
    import base64
    import unicodedata

    (tmp_path / "nfd").write_bytes(unicodedata.normalize("NFD", one).encode())
    for offset in range(3):
        (tmp_path / f"b64-{offset}").write_bytes(base64.b64encode(b"z" * offset + one.encode() + b"zz"))

    assert len(Search([one]).hits_in_files(tmp_path)) == 9


def test_what_was_erased_is_nowhere_under_any_key_that_is_left(desk):
    """Half of the accounts by name, some by their source: not in raw pages, logs, entries, nor in the old backup under today's keys."""
    gone, left = desk.planted[::2], desk.planted[1::2]
    for one in gone[:-3]:
        desk.ledger.erase(Erasable(account=one.account.id), "asked")
    for one in gone[-3:]:
        desk.ledger.erase(Erasable(source=one.account.source), "asked")
    stay = {"source", "identity", "bulletin"}
    by_account = [each for one in gone[:-3] for field, each in one.words.items() if field not in stay]
    by_source = [each for one in gone[-3:] for field, each in one.words.items() if field != "bulletin"]
    erased = Search(by_account + by_source)
    desk.compute()

    assert verify(desk.store).faults == ()
    for content in all_that_keys_open(desk.place / "desk", desk.holder, desk.store):
        assert erased.hits(content) == set()
    assert Search(desk.words).hits_in_files(desk.place) == {}
    database = open_database("ledger", desk.place / "backup", desk.store.ring.backups[-1])
    old = b"".join(opened_entries(desk.store.chain, desk.store.keys.all(), database))
    database.close()
    assert erased.hits(old) == set()
    living = Search([one.words["text"] for one in left])
    assert living.hits(old) == {one.words["text"] for one in left}


def test_commands_leave_no_word_anywhere(tmp_path):
    """The whole job by commands, with a home, a temporary folder and a working folder of their own: nothing but what was given in."""
    planted = [Planted() for _ in range(max(PLANTED // 100, 4))]
    given, place = tmp_path / "given", tmp_path / "place"
    for folder in (given / "in", place / "home", place / "tmp", place / "work"):
        folder.mkdir(parents=True)
    for one in planted:
        write_report(given / "in", one)
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("XDG", "PYTHON"))},
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "tmp"),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src"),
    }

    def sosik(*arguments):
        options = ["--desk", str(place / "desk"), "--key-file", str(given / "key")]
        command = [sys.executable, "-m", "sosik", *map(str, arguments), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=place / "work")
        assert done.returncode == 0, done.stderr
        return done.stdout

    sosik("run", given / "in")
    sosik("incidents")
    assert planted[0].words["text"] in sosik("ledger", "search", planted[0].words["text"])
    sosik("ledger", "backup", "--out", place / "backup", "--keys", place / "keys")
    sosik("ledger", "rotate")
    sosik("ledger", "erase", "--account", planted[0].account.id, "--reason", "asked")
    sosik("ledger", "verify")

    words = [
        each
        for one in planted
        for field, each in one.words.items()
        if field not in {"note", "derived", "because", "identity", "bulletin"}
    ]
    assert Search(words).hits_in_files(place) == {}


def write_report(folder, one):
    account = one.account
    (folder / one.attachment.name).write_bytes(one.attachment.content)
    head = f"received: 2025-11-09\nsource: {account.source}\noutlet: {account.outlet}\ntitle: {account.title}\n"
    text = f"---\n{head}attachments: [{one.attachment.name}]\n---\n{account.text}\n"
    (folder / f"{account.id}.txt").write_text(text, "utf-8")


def test_no_core_is_written(tmp_path):
    """A desk that is open when its process dies of a fault leaves no picture of the memory behind."""
    code = f"""
import os, resource, signal
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from tests.fakes.sealed_desks import made, opened
from pathlib import Path
place = Path({str(tmp_path)!r})
store, ledger = opened(place / "desk", made(place / "desk"))
print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os.chdir(place)
os.kill(os.getpid(), signal.SIGABRT)
"""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=root)

    assert done.stdout.strip() == "(0, 0)", done.stderr
    assert not list(tmp_path.glob("core*"))
