"""Two processes that write at once take turns: everything that either was told is there, and nothing is there twice or by halves.

``make soak`` lets each take sixty turns.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyrage
from tests.fakes.sealed_desks import made, new_holder
from tests.faults.test_killed import Told, check

ROOT = Path(__file__).resolve().parents[2]
TURNS = 60 if os.environ.get("SOSIK_PROFILE") == "soak" else 4
STEPS = (("take", "decide"), ("take", "erase"), ("decide", "rotate"), ("take", "backup"))


def turns(place, seed):
    """What one of them was told, turn after turn."""
    said = []
    for number in range(TURNS):
        command = [sys.executable, "-m", "tests.faults.worker", str(place), f"{seed}{number:03}"]
        done = subprocess.run(
            [*command, *STEPS[(number + seed) % len(STEPS)]], capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert done.returncode == 0, done.stderr
        said += done.stdout.splitlines()
    return said


def test_two_processes_write_at_once(tmp_path):
    """Ingest, decisions, erasures, rotations and backups of both, each waiting for the other."""
    secret = str(pyrage.x25519.Identity.generate())
    (tmp_path / "identity").write_text(secret)
    made(tmp_path / "desk", holder=new_holder(secret))
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda seed: turns(tmp_path, seed), (1, 2)))
    told = Told()
    for line in (line for said in both for line in said):
        told.hear(line)
    there = check(tmp_path, new_holder(secret), told)

    assert told.maybe == set()
    assert {name[2:].partition("-")[0][0] for name in there} == {"1", "2"}
    assert told.steps["take"] == 2 * sum("take" in STEPS[number % len(STEPS)] for number in range(TURNS))
