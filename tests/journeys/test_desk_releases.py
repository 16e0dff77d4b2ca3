"""Releases on their day, and erasures whose outlook holds: over HTTP, at the demo desk."""

import json
import re
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime

from fakes.desk_server import ROOT, Demo, Member, _made, started
from journeys.test_desk_bulletins import settled_page


def demo_at(folder):
    made, said = _made()
    shutil.copytree(made, folder)
    return said, ["--desk", str(folder / "desk"), "--key-file", str(folder / "demo.key")]


def served(of, *more):
    return started([sys.executable, "-m", "sosik", "desk", *of, "--port", "0", *more])


def until(holds, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.3)
    return False


def test_a_release_leaves_on_its_day_and_waits_while_the_desk_is_locked(tmp_path):
    """Planned for a day that came while the desk was locked, it stays inside; once somebody unlocks it leaves by itself, once."""
    said, of = demo_at(tmp_path / "demo")
    site = tmp_path / "site"
    today = datetime.now(UTC).date().isoformat()
    with served(of, "--site", str(site)) as (_, address):
        demo = Demo(address, said, tmp_path / "demo")
        editor = Member(address).sign_in("m-han", demo.code("m-han"))
        reporter = Member(address).sign_in("m-seo", demo.code("m-seo"))
        settled_page(editor, "/releases/")
        assert editor.post("/releases/plan/", {"on": "2999-01-01", "because": "Far away."})[0] == 302
        assert "goes by itself on" in settled_page(reporter, "/releases/")[1]
        assert reporter.post("/releases/plan/", {"on": today, "because": "Not mine."})[0] == 403
        assert editor.post("/releases/plan/", {"on": today})[0] == 422
        assert editor.post("/releases/plan/", {"on": "soon", "because": "x"})[0] == 422
        assert not site.exists()
    subprocess.run([sys.executable, "-c", PLAN, str(tmp_path / "demo"), today], check=True, cwd=ROOT)
    with served(of, "--site", str(site), "--locked"):
        time.sleep(5)
        assert not site.exists()
    with served(of, "--site", str(site)) as (_, address):
        assert until((site / "manifest.json").exists)
        editor = Member(address).sign_in("m-han", demo.code("m-han"))
        _, page = settled_page(editor, "/releases/")
        assert "goes when an editor lets it go" in page
        assert re.search(r"m-han</strong> <code>\w{16}…</code> b-musan-2025-11: On its day", page)


PLAN = """
import sys
from datetime import date
from pathlib import Path
from tests.fakes.sealed_desks import new_holder, opened
from sosik.adapters.release.kept import Plan, keep_plan
place = Path(sys.argv[1])
store, ledger = opened(place / "desk", new_holder((place / "demo.key").read_text().split()[-1]))
keep_plan(ledger, Plan(date.fromisoformat(sys.argv[2]), "m-han", "On its day."))
store.close()
"""


def test_what_is_shown_before_an_erasure_is_what_changes(tmp_path):
    """The page names the very incidents that the command finds changed on a copy, and nothing is erased by looking at it."""
    said, of = demo_at(tmp_path / "demo")
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path / "demo", copy)
    told = subprocess.run(
        [sys.executable, "-m", "sosik", "ledger", "erase", "--source", "s-heron", "--reason", "asked",
         "--desk", str(copy / "desk"), "--key-file", str(copy / "demo.key")],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    changed = set(re.findall(r"Changed inside the desk: (\S+)", told))
    with served(of) as (_, address):
        demo = Demo(address, said, tmp_path / "demo")
        editor = Member(address).sign_in("m-han", demo.code("m-han"))
        _, page = settled_page(editor, "/sources/s-heron/erase/")
        assert set(re.findall(r'data-event="([^"]+)"', page)) == changed != set()
        assert "b-musan-2025-11" in page
        assert editor.post("/sources/s-heron/erase/", {"again": "s-heron"})[0] == 422
        assert editor.post("/sources/s-heron/erase/", {"again": "s-heros", "because": "asked"})[0] == 422
        assert editor.get("/accounts/a02-heron-notes/")[0] == 200
        status, page = editor.post("/sources/s-heron/erase/", {"again": "s-heron", "because": "asked"})
        assert status == 200
        for path in ("/", "/incidents/", "/sources/", "/releases/"):
            _, page = settled_page(editor, path)
            assert "a02-heron-notes" not in page, path
        assert editor.get("/accounts/a02-heron-notes/")[0] == 404
        told = subprocess.run(
            [sys.executable, "-m", "sosik", "incidents", "--format", "json", *of], check=True, capture_output=True
        ).stdout
    ours = json.loads(told)
    theirs = subprocess.run(
        [sys.executable, "-m", "sosik", "incidents", "--format", "json",
         "--desk", str(copy / "desk"), "--key-file", str(copy / "demo.key")],
        check=True, capture_output=True,
    ).stdout  # fmt: skip
    assert ours == json.loads(theirs)
