"""The published folder after kill -9 at any moment of a release: whole, the old one or the new one."""

import json
import random
import signal
import subprocess
import sys
import time

import pytest

from sosik.adapters import site_folder
from sosik.adapters.site_folder import MANIFEST, recover, write_site

FILES = 60
WORKER = """
import sys
from pathlib import Path
from sosik.adapters import site_folder
from tests.faults.test_site_killed import bundle
if sys.argv[2] == "two renames":
    site_folder.exchanged = lambda one, other: False
print("begun", flush=True)
for turn in range(10_000):
    site_folder.write_site(bundle("ab"[turn % 2]), Path(sys.argv[1]))
"""


def bundle(letter):
    """Many files, every one of which says which release it is of."""
    names = [f"en/page-{number}.html" for number in range(FILES)]
    manifest = {"made_by": "sosik", "files": [{"path": name} for name in names], "of": letter}
    return {**{name: letter.encode() * 500 for name in names}, MANIFEST: json.dumps(manifest).encode()}


def told(out):
    """The release that the folder is, by every file of it."""
    letters = {path.read_bytes()[:1].decode() for path in out.rglob("*.html")}
    assert len(list(out.rglob("*.html"))) == FILES
    return letters | {json.loads((out / MANIFEST).read_text("utf-8"))["of"]}


@pytest.mark.parametrize("way", ["exchange", "two renames"])
def test_a_kill_leaves_the_site_whole(tmp_path, way):
    """With an exchange at every instant; with two renames once the next command has begun."""
    out, rng = tmp_path / "site", random.Random(3)
    write_site(bundle("b"), out)
    if way == "exchange" and not site_folder.exchanged(*_two(tmp_path)):
        pytest.skip("this file system cannot exchange two folders")
    for _ in range(6):
        worker = subprocess.Popen([sys.executable, "-c", WORKER, str(out), way], stdout=subprocess.PIPE)
        worker.stdout.readline()
        time.sleep(rng.random() * 0.3)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        worker.stdout.close()
        if way == "two renames":
            recover(out)
        assert len(told(out)) == 1
    write_site(bundle("a"), out)
    assert told(out) == {"a"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site.")] == []


def test_a_site_that_stood_aside_goes_back(tmp_path):
    """A kill between the two renames leaves no site; the next command puts the old one back before it does anything."""
    out = tmp_path / "site"
    write_site(bundle("a"), out)
    aside = tmp_path / ".site.sosik-last.x"
    aside.mkdir()
    out.rename(aside / "site")
    (tmp_path / ".site.sosik-next.y").mkdir()

    recover(out)

    assert told(out) == {"a"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def _two(folder):
    pair = folder / "one", folder / "other"
    for each in pair:
        each.mkdir()
    return pair
