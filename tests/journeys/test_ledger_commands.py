"""The ledger by the commands that a newsroom types, passphrases typed on a real terminal."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.fakes.preview_server import get, preview_of

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "musan"
REPORT = "---\nreceived: 2025-11-03\nsource: s-wren\nbasis: eyewitness\nattachments: [photo.jpg]\n---\nTwo women drowned in the Tumen River near Hoeryong on 1 November.\n"


class Desk:
    def __init__(self, folder):
        self.folder = folder
        self.options = ["--desk", folder / "desk", "--key-file", folder / "key"]

    def sosik(self, *arguments, code=0, key="key"):
        options = ["--desk", self.folder / "desk", "--key-file", self.folder / key]
        return run(*arguments, *options, code=code)


def run(*arguments, code=0, inside=()):
    """``inside`` is a command that runs ours."""
    done = subprocess.run(
        [*map(str, inside), sys.executable, "-m", "sosik", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "LANG": "C.UTF-8"},
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def typed(arguments, answers):
    """The command on a terminal of its own; each answer is typed when a prompt waits. Gives what it showed, and its code."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "sosik", *map(str, arguments)]
    process = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env={**os.environ, "LANG": "C.UTF-8"}, start_new_session=True
    )
    os.close(child)
    said, seen, end = "", 0, time.monotonic() + 120
    while time.monotonic() < end:
        if select.select([parent], [], [], 0.2)[0]:
            try:
                said += os.read(parent, 4096).decode()
            except OSError:
                break
        if answers and said[seen:].rstrip().endswith(":"):
            seen = len(said)
            os.write(parent, answers.pop(0).encode() + b"\n")
    os.close(parent)
    return said, process.wait(timeout=60)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    reports = tmp_path / "in"
    reports.mkdir()
    (reports / "call.txt").write_text(REPORT)
    (reports / "photo.jpg").write_bytes(b"\xff\xd8 not really a photo" * 1000)
    desk.sosik("ledger", "init", "--member", "m-han")
    desk.sosik("run", reports)
    return desk


def test_a_passphrase_opens_the_desk_and_another_does_not(tmp_path):
    """Typed on a terminal, unseen; a wrong one, or one that was changed, ends with exit 6; a second member has their own."""
    desk = ["--desk", tmp_path / "desk"]
    said, code = typed(["ledger", "init", *desk], ["river stone", "river stone"])
    assert code == 2
    assert "at least" in said
    said, code = typed(["ledger", "init", *desk, "--member", "m-han"], ["river stone moss", "river stone moss"])
    assert code == 0
    assert "river stone moss" not in said
    said, code = typed(
        ["ledger", "members", "passphrase", *desk], ["river stone moss", "old weir and willow", "old weir and willow"]
    )
    assert code == 0, said
    said, code = typed(["ledger", "members", "list", *desk], ["river stone moss"])
    assert code == 6
    assert "E-KEY" in said
    said, code = typed(
        ["ledger", "members", "add", "m-lee", *desk],
        ["old weir and willow", "grey heron at dusk", "grey heron at dusk"],
    )
    assert code == 0, said
    said, code = typed(["ledger", "members", "list", *desk], ["grey heron at dusk"])
    assert code == 0
    assert said.count("passphrase") == 2
    said, code = typed(
        ["ledger", "backup", *desk, "--out", tmp_path / "b", "--keys", tmp_path / "k"], ["grey heron at dusk"]
    )
    assert code == 0, said
    restore = ["ledger", "restore", tmp_path / "b", "--keys", tmp_path / "k", "--desk", tmp_path / "again"]
    assert typed(restore, ["old weir and willow"])[1] == 0
    assert typed(["ledger", "verify", "--desk", tmp_path / "again"], ["grey heron at dusk"])[1] == 0


def test_the_head_that_was_printed_finds_a_cut(desk):
    """verify prints the head; a longer witnessed one than the chain ends with exit 7."""
    whole = desk.sosik("ledger", "verify")
    head = desk.sosik("ledger", "head", "--manifest", desk.folder / "heads.jsonl").strip()

    assert whole.startswith("Whole: ")
    assert whole.strip().endswith(head)
    desk.sosik("ledger", "verify", "--head", head, "--manifest", desk.folder / "heads.jsonl")
    seq, _, mac = head.partition(".")
    said = desk.sosik("ledger", "verify", "--head", f"{int(seq) + 1}.{mac}", code=7)
    assert "E-LEDGER" in said
    assert "Two women" not in said
    desk.sosik("ledger", "verify", "--head", "nonsense", code=2)


def test_another_members_line_counts_with_their_signature_alone(desk):
    """Signed by them for this desk it is taken; unsigned, changed, or signed for another desk it is refused."""
    card = run("ledger", "members", "card", "--key-file", desk.folder / "lee").strip()
    desk.sosik("ledger", "members", "add", "m-lee", "--card", card)
    line = {
        "decision": "consent",
        "member": "m-lee",
        "on": "2025-11-04",
        "about": {"account": "call", "consent": "none"},
    }
    plain, signed = desk.folder / "plain.jsonl", desk.folder / "signed.jsonl"
    plain.write_text(json.dumps({**line, "because": "asked"}) + "\n")
    desk.sosik("ledger", "sign", plain, "--out", signed, key="lee")
    changed = json.loads(signed.read_text()) | {"because": "asked twice"}
    (desk.folder / "changed.jsonl").write_text(json.dumps(changed))

    desk.sosik("decide", plain, code=3)
    desk.sosik("decide", desk.folder / "changed.jsonl", code=3)
    assert desk.sosik("decide", signed).startswith("1 decisions appended")
    assert desk.sosik("decide", signed).startswith("0 decisions appended")
    desk.sosik("ledger", "sign", plain, "--out", desk.folder / "x.jsonl", code=3)
    other = Desk(desk.folder / "other")
    other.folder.mkdir()
    (other.folder / "key").write_bytes((desk.folder / "key").read_bytes())
    other.sosik("ledger", "init", "--member", "m-han")
    other.sosik("run", desk.folder / "in")
    other.sosik("ledger", "members", "add", "m-lee", "--card", card)
    other.sosik("decide", signed, code=3)


def test_an_erased_account_does_not_come_back_with_its_folder(desk):
    """Erased, it is refused by name when the same folder is given again; the incident is gone, and waits for a release."""
    assert json.loads(desk.sosik("incidents", "--format", "json"))["incidents"]
    said = desk.sosik("ledger", "erase", "--account", "call", "--reason", "asked by the source")

    assert "Erased: 1 accounts" in said
    assert "Changed inside the desk: i-" in said
    changed = said.partition("Changed inside the desk: ")[2].split()[0]
    assert desk.sosik("ledger", "waiting").split() == [changed]
    assert json.loads(desk.sosik("incidents", "--format", "json"))["incidents"] == []
    assert "E-ERASED call" in desk.sosik("run", desk.folder / "in", code=3)
    desk.sosik("ledger", "verify")
    assert "erased before" in desk.sosik("ledger", "erase", "--account", "call", "--reason", "again")
    desk.sosik("ledger", "erase", "--account", "cal", "--reason", "no such", code=2)
    desk.sosik("ledger", "erase", "--reason", "neither", code=2)


def test_a_decision_to_erase_is_carried_out(desk):
    """An erase line in `decide` destroys the account like the command."""
    line = {
        "decision": "erase",
        "member": "m-han",
        "on": "2025-11-04",
        "about": {"account": "call"},
        "because": "asked",
    }
    (desk.folder / "d.jsonl").write_text(json.dumps(line))
    desk.sosik("decide", desk.folder / "d.jsonl")

    assert json.loads(desk.sosik("incidents", "--format", "json"))["incidents"] == []
    assert "1 of them erased" not in desk.sosik("ledger", "verify")
    assert "E-ERASED call" in desk.sosik("run", desk.folder / "in", code=3)


def test_attachments_are_opened_noted_and_logged(desk):
    """The bytes come back as they came, in a private file; each step is in the custody log."""
    out = desk.folder / "photo"
    desk.sosik("ledger", "attachments", "open", "call", "photo.jpg", "--out", out)
    desk.sosik("ledger", "attachments", "note", "call", "photo.jpg", "the ridge is north of the road")
    said = desk.sosik("ledger", "attachments", "list", "call")

    assert out.read_bytes() == (desk.folder / "in" / "photo.jpg").read_bytes()
    assert out.stat().st_mode & 0o777 == 0o600
    assert [line.split()[2] for line in said.splitlines()[1:]] == ["received", "opened", "verified"]
    assert "the ridge is north of the road" in said
    desk.sosik("ledger", "attachments", "open", "call", "other.jpg", "--out", out, code=2)


def test_vault_kit_and_recovery_by_commands(desk):
    """An identity opens for two; two sheets open a desk whose keys are lost."""
    run("ledger", "members", "card", "--key-file", desk.folder / "lee")
    desk.sosik("ledger", "members", "add", "m-lee", "--new-key-file", desk.folder / "lee")
    desk.sosik("ledger", "members", "add", "m-kim", "--new-key-file", desk.folder / "kim")
    (desk.folder / "who").write_text("Gil-dong, the ferryman")
    desk.sosik("ledger", "vault", "seal", "s-wren", desk.folder / "who", "--trustee", "m-lee")
    desk.sosik("ledger", "vault", "open", "s-wren", "--out", desk.folder / "o", key="lee")
    desk.sosik("ledger", "vault", "open", "s-wren", "--out", desk.folder / "o2", key="kim", code=6)
    assert (desk.folder / "o").read_text() == "Gil-dong, the ferryman"
    assert not (desk.folder / "o2").exists()
    assert "opened  m-lee" in desk.sosik("ledger", "vault", "list")

    desk.sosik("ledger", "recovery-kit", "--out", desk.folder / "kit")
    sheets = [desk.folder / "kit" / f"sheet-{number}.txt" for number in (1, 2)]
    desk.sosik("ledger", "recover", "m-new", "--sheet", sheets[0], "--sheet", sheets[0], key="new", code=6)
    desk.sosik("ledger", "recover", "m-new", "--sheet", sheets[0], "--sheet", sheets[1], key="new")
    desk.sosik("ledger", "verify", key="new")
    assert "m-new  here" in desk.sosik("ledger", "members", "list", key="new")
    desk.sosik("ledger", "backup", "--out", desk.folder / "b", "--keys", desk.folder / "k")
    again = ["--desk", desk.folder / "again"]
    restore = ["ledger", "restore", desk.folder / "b", "--keys", desk.folder / "k", "--recover", "m-two", *again]
    lines = [one.read_text().split("AGE-SECRET-KEY-1")[1].split()[0] for one in sheets]
    said, code = typed(
        restore, [*("AGE-SECRET-KEY-1" + line for line in lines), "old weir and willow", "old weir and willow"]
    )
    assert code == 0, said
    assert lines[0] not in said
    assert typed(["ledger", "verify", *again], ["old weir and willow"])[1] == 0
    desk.sosik("ledger", "members", "remove", "m-lee", key="new")
    desk.sosik("ledger", "verify", key="lee", code=6)


def test_two_writers_both_succeed_in_turn(desk):
    """Two commands that write at the same time: the second waits, and what both took in is there."""
    folders = []
    for name in ("one", "two", "three"):
        folder = desk.folder / name
        folder.mkdir()
        (folder / f"{name}.txt").write_text(REPORT.replace("attachments: [photo.jpg]\n", ""))
        folders.append(folder)
    command = [sys.executable, "-m", "sosik", "run"]
    running = [
        subprocess.Popen([*command, str(one), *map(str, desk.options)], stdout=subprocess.DEVNULL) for one in folders
    ]

    assert [one.wait(timeout=120) for one in running] == [0, 0, 0]
    desk.sosik("ledger", "verify")
    assert "0 taken in, 1 known" in desk.sosik("run", folders[0])


READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'


def test_a_read_only_folder_is_told(desk):
    """Nothing is written, and one sentence says why. Root writes past the mode of a folder, so for root it is mounted read-only."""
    if os.geteuid() == 0:
        inside = ["unshare", "--mount", "sh", "-c", READ_ONLY, desk.folder / "desk"]
        assert "E-DESK-READ-ONLY" in run("run", desk.folder / "in", *desk.options, code=2, inside=inside)
        return
    (desk.folder / "desk").chmod(0o500)
    try:
        assert "E-DESK-READ-ONLY" in desk.sosik("run", desk.folder / "in", code=2)
    finally:
        (desk.folder / "desk").chmod(0o700)


def test_a_desk_of_the_unsealed_kind_is_named(tmp_path):
    """A folder of an earlier version is damaged for this one, and says what to do; it is left as it is."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "desk.toml").write_text('version = 1\ndemo = false\nmember = "m-1"\nrecipient = "age1x"\n')
    run("ledger", "members", "card", "--key-file", tmp_path / "key")

    assert "take its accounts in anew" in run(
        "incidents", "--desk", tmp_path / "desk", "--key-file", tmp_path / "key", code=7
    )


def test_a_running_preview_forgets_what_is_erased(desk):
    """The account's page is gone, and no page says a word of it; what is taken in meanwhile is shown; a desk that no longer opens shows nothing."""
    card = run("ledger", "members", "card", "--key-file", desk.folder / "lee").strip()
    desk.sosik("ledger", "members", "add", "m-lee", "--card", card)
    with preview_of(desk.folder / "desk", desk.folder / "lee") as port:
        assert b"drowned" in get(port, "account-call.html")[1]
        (desk.folder / "late").mkdir()
        (desk.folder / "late" / "later.txt").write_text(
            "---\nreceived: 2025-11-04\n---\nA man was shot near Musan on 2 November.\n"
        )
        desk.sosik("run", desk.folder / "late")
        assert get(port, "account-later.html")[0] == 200
        desk.sosik("ledger", "erase", "--account", "call", "--reason", "asked")

        assert get(port, "account-call.html")[0] == 404
        assert b"drowned" not in get(port, "index.html")[1]
        assert get(port, "account-later.html")[0] == 200
        desk.sosik("ledger", "members", "remove", "m-lee")
        status, said = get(port, "account-later.html")
        assert status == 503
        assert said.startswith(b"E-KEY")
