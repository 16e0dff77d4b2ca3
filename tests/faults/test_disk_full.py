"""A disk that is full at any write of a step: one clear error, nothing lost, nothing half written.

Where nothing may be mounted the disk is played by a limit on the size of files, which fails the same writes.
"""

import os
import resource
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.fakes.sealed_desks import new_holder, opened
from tests.fakes.thief import digest_of

from sosik.adapters.store.verifying import verify

ROOT = Path(__file__).resolve().parents[2]
STEP = 4096 if os.environ.get("SOSIK_PROFILE") == "soak" else 40_960
REPORT = "---\nreceived: 2025-11-03\nsource: s-wren\nattachments: [{name}.jpg]\n---\nTwo women drowned in the Tumen River near Hoeryong on {day} November.\n"


def sosik(place, *arguments, limit=None):
    def limited():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    command = [sys.executable, "-m", "sosik", *map(str, arguments)]
    options = ["--desk", str(place / "desk"), "--key-file", str(place / "key")]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=False, preexec_fn=limited)


def report(folder, name, day):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(REPORT.format(name=name, day=day))
    (folder / f"{name}.jpg").write_bytes(os.urandom(60_000))


@pytest.fixture
def place(tmp_path):
    report(tmp_path / "first", "one", 1)
    report(tmp_path / "then", "two", 2)
    report(tmp_path / "then", "three", 3)
    assert sosik(tmp_path, "ledger", "init").returncode == 0
    assert sosik(tmp_path, "run", tmp_path / "first").returncode == 0
    return tmp_path


def names(place):
    store, ledger = opened(place / "desk", new_holder(identity(place)))
    found, faults = {one.id for one in ledger.kept().accounts}, verify(store).faults
    store.close()
    assert faults == ()
    return found


def identity(place):
    return next(line for line in (place / "key").read_text().splitlines() if line.startswith("AGE-SECRET-KEY-1"))


STEPS = {
    "run": (("run", "then"), {"one"}, {"one", "two", "three"}),
    "rotate": (("ledger", "rotate"), {"one"}, {"one"}),
    "erase": (("ledger", "erase", "--account", "one", "--reason", "asked"), {"one"}, set()),
}


@pytest.mark.parametrize("step", STEPS)
def test_full_at_every_write(place, step):
    """Wherever the room ends: exit 2 and one sentence, or done; what was there is there, the step is whole or not taken."""
    arguments, before, after = STEPS[step]
    arguments = [place / one if one == "then" else one for one in arguments]
    kept, told = place / "kept", 0
    shutil.copytree(place / "desk", kept)
    for limit in range(STEP, 12 * 40_960, STEP):
        shutil.rmtree(place / "desk")
        shutil.copytree(kept, place / "desk")
        done = sosik(place, *arguments, limit=limit)
        found = names(place)
        if done.returncode == 0:
            assert found == after
            break
        assert done.returncode == 2, done.stderr
        assert "E-DISK-FULL" in done.stderr
        assert "Traceback" not in done.stderr
        assert found in (before, after)
        told += 1
        again = sosik(place, *arguments)
        assert again.returncode == 0 or found == after, again.stderr
        assert names(place) == after
    else:
        pytest.fail("there was never room enough")
    assert told


def test_full_while_a_backup_is_written(place):
    """No backup takes its name unless it is whole; an older one of that name stays."""
    out = place / "backup"
    assert sosik(place, "ledger", "backup", "--out", out).returncode == 0
    before = out.read_bytes()
    done = sosik(place, "ledger", "backup", "--out", out, limit=60_000)

    assert done.returncode == 2
    assert "E-DISK-FULL" in done.stderr
    assert out.read_bytes() == before
    assert not list(place.glob("*.part"))


def test_a_real_disk_that_is_full(place):
    """A small file system of its own, filled up but for a few pages."""
    disk = place / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
    ).returncode:
        pytest.skip("nothing may be mounted here")
    try:
        shutil.copytree(place / "desk", disk / "desk")
        shutil.copy(place / "key", disk / "key")
        told = set()
        for room in (8, 64, 160, 300):
            (disk / "filler").write_bytes(b"")
            free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
            (disk / "filler").write_bytes(b"x" * (free - room * 1024))
            done = sosik(disk, "run", place / "then")
            (disk / "filler").unlink()
            told.add(done.returncode)
            assert done.returncode == 0 or "E-DISK-FULL" in done.stderr, done.stderr
            assert names(disk) in ({"one"}, {"one", "two", "three"})
        assert 2 in told
    finally:
        subprocess.run(["umount", disk], check=True)


@contextmanager
def read_only(folder):
    """By its mode; for the superuser, whom that does not stop, by a mount."""
    if os.geteuid() != 0:
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
    elif subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    else:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        try:
            yield
        finally:
            subprocess.run(["umount", folder], check=True)


def test_a_folder_that_may_not_be_written_to(place):
    """It is read, with what lay in its logs when a writer was killed; nothing is written, and one sentence says why."""
    killed = f"""
import os
from pathlib import Path
from tests.fakes.sealed_desks import new_holder, opened
from tests.faults.worker import account
store, ledger = opened(Path({str(place / "desk")!r}), new_holder({identity(place)!r}))
ledger.take_in([account("in-the-log")], [])
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", killed], check=False, cwd=ROOT)
    assert (place / "desk" / "ledger-1.db-wal").stat().st_size
    before = digest_of(place / "desk")
    with read_only(place / "desk"):
        refused = [
            sosik(place, "run", place / "then"),
            sosik(place, "ledger", "rotate"),
            sosik(place, "ledger", "backup", "--out", place / "b", "--keys", place / "k"),
        ]
        verified, found, shown = (
            sosik(place, "ledger", "verify"),
            sosik(place, "ledger", "search", "words in-the-log"),
            sosik(place, "incidents"),
        )

    for done in refused:
        assert done.returncode == 2, done.stderr
        assert "E-DESK-READ-ONLY" in done.stderr
    assert [verified.returncode, found.returncode, shown.returncode] == [0, 0, 0], verified.stderr + found.stderr
    assert found.stdout.startswith("in-the-log")
    assert digest_of(place / "desk") == before
    assert names(place) == {"one", "in-the-log"}
