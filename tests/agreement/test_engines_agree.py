"""One process, several, and Spark give the same lines in the same order."""

import gc
import os
import subprocess
import sys
from functools import partial
from itertools import islice

import pytest
from bench.claims_speed import notes

from sosik.adapters.engines.processes import processes
from sosik.claims.lines import lines_of
from sosik.cli.reading_rules import rules_of_reading
from sosik.values.text import Lang

ONE = partial(lines_of, rules_of=rules_of_reading)


@pytest.fixture(scope="module")
def accounts():
    return [account for lang in Lang for account in islice(notes(lang), 150)]


@pytest.fixture(scope="module")
def expected(accounts):
    return list(ONE(accounts))


def test_processes_give_what_one_gives(accounts, expected):
    """Three processes, batches that do not come out even."""
    assert list(processes(3, rules_of_reading)(iter(accounts))) == expected


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")  # its sockets
def test_spark_gives_what_one_process_gives(accounts, expected, monkeypatch):
    """A real local Spark over partitions, in waves that do not come out even."""
    pyspark = pytest.importorskip("pyspark", reason="Spark is not installed")
    from sosik.adapters.engines import spark as engine

    monkeypatch.setattr(engine, "_WAVE", 130)
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)

    assert pyspark.__version__
    assert list(engine.spark(2, rules_of_reading)(iter(accounts))) == expected
    gc.collect()


def test_no_engine_reads_ahead_without_end(accounts):
    """Of an endless supply, lines come out, and only a few batches have gone in: memory stays flat."""
    seen = 0

    def supply():
        nonlocal seen
        while True:
            for account in accounts:
                seen += 1
                yield account

    for engine, most in ((ONE, 2), (processes(2, rules_of_reading), 2 * 4 * 32 + 64)):
        seen = 0
        lines = engine(supply())
        next(lines)
        lines.close()

        assert seen <= most


def test_the_command_gives_the_same_bytes_on_every_engine(tmp_path, accounts):
    """``sosik claims`` with one job, two, and Spark, a bad file among the good."""
    for account in accounts[:40]:
        (tmp_path / f"{account.id}-{account.lang}.txt").write_text(account.text)
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    said = []
    for options in ([], ["--jobs", "2"], ["--engine", "spark", "--jobs", "2"]):
        command = [sys.executable, "-m", "sosik", "claims", str(tmp_path), "--received", "2025-11-12", *options]
        done = subprocess.run(command, capture_output=True, check=True, env=environment)
        assert b"E-INPUT-BINARY bad.txt" in done.stderr
        said.append(done.stdout)

    assert said[0]
    assert said[0] == said[1] == said[2]
