"""The manual's page on keeping a ledger, typed word for word: from a new desk to a machine and members that are gone."""

import re
import shlex
from pathlib import Path

import pytest
from tests.journeys.test_ledger_commands import REPORT, run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "keep-a-ledger.md"
LINES = [line.strip() for line in PAGE.read_text("utf-8").splitlines() if line.startswith("    sosik ")]
HEAD = r"\d+\.[0-9a-f]{16}"
WITHOUT_TERMINAL = "members passphrase"  # asks, and so is typed in test_ledger_commands


class Newsroom:
    """Two media, a machine that is lost on the way, and what somebody wrote into a notebook."""

    def __init__(self, place):
        self.place, self.key = place, place / "han.key"
        self.head, self.card, self.machine = None, None, "first"
        for folder in ("a", "b", "first", "second", "third", "in"):
            (place / folder).mkdir()
        (place / "in" / "call.txt").write_text(REPORT)
        (place / "in" / "photo.jpg").write_bytes(b"\xff\xd8 a photo" * 100)

    def types(self, line):
        """The line as it stands, with this test's places for the examples' and a key file for a passphrase."""
        for said, meant in (
            ("/media/", f"{self.place}/"),
            ("lee.key", str(self.place / "lee.key")),
            ("age1...:5f0a...", self.card or ""),
        ):
            line = line.replace(said, meant)
        words = shlex.split(line)[1:]
        words = [self.head if re.fullmatch(HEAD, word) else word for word in words]
        folders = ("desk", "kit")
        words = [str(self.place / self.machine / word) if word in folders else word for word in words]
        if "recover" in words or "--recover" in words:
            kit = self.place / "first" / "kit"
            words += [part for number in (1, 2) for part in ("--sheet", str(kit / f"sheet-{number}.txt"))]
            self.key = self.place / f"new-{self.machine}.key"
        if "card" not in words:
            words += ["--key-file", str(self.key)]
        return run(*words)


@pytest.fixture
def newsroom(tmp_path):
    return Newsroom(tmp_path)


def test_every_line_of_the_page_does_what_it_says(newsroom):
    """In its order. Restored on an empty machine, once with a key and once with two sheets, the desk is whole and has the same head."""
    done = []
    for line in LINES:
        command = line.split()[2]
        if WITHOUT_TERMINAL in line:
            continue
        if command == "restore":
            newsroom.machine = "third" if "--recover" in line else "second"
        if command == "verify" and newsroom.head is None:
            newsroom.head = newsroom.types("sosik ledger head --desk desk").strip()
        said = newsroom.types(line)
        done.append(said)
        if "members card" in line:
            newsroom.card = said.strip()
        elif command == "init":
            newsroom.types(f"sosik run {newsroom.place / 'in'} --desk desk")
        elif command == "verify":
            assert "1 witnessed" in said

    assert len(done) >= 12
    assert sum("Restored and verified" in said for said in done) == 2
    assert newsroom.types("sosik ledger verify --desk desk").startswith("Whole: ")
