"""How long a desk takes to know again what it adds up to: at first, after one more account, and after an erasure.

    python -m bench.ledger_recompute [--accounts 20000] [--near]

Whole processes, as a member gives them. The notes tell of every place of the gazetteer's counties and of ``YEARS`` years; with ``--near`` they
are those of ``bench.ledger``, which all tell of eight places and so meet in many more pairs.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from attrs import evolve

from bench.ledger import EVENTS, Bench, account
from sosik.cli.reading_rules import rules_of_reading

YEARS = 10


def spread(number, names):
    """A note like those of ``bench.ledger``, of another place and day."""
    day = date(2015, 1, 1) + timedelta(days=number * 37 % (365 * YEARS))
    place = names[number * 7 % len(names)]
    text = f"{number % 7 + 2} people {EVENTS[number % 5]} near {place} on {day.day} {day:%B %Y}, a source said."
    return evolve(account(number), text=text, received=day + timedelta(days=3))


class Recompute(Bench):
    def timed(self, name, *arguments):
        """Seconds by the clock and of the processor, of the whole process."""
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        command = [sys.executable, "-m", "sosik", *arguments, "--desk", str(self.place / "desk")]
        subprocess.run([*command, "--key-file", str(self.place / "key")], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        peak = after.ru_maxrss / 1024**2
        print(f"| {name} | {time.perf_counter() - start:.1f} s | {spent:.1f} s | {peak:.2f} GiB |", flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--accounts", type=int, default=20_000)
    options.add_argument("--near", action="store_true")
    sizes = options.parse_args()
    names = sorted(
        {
            one.name_en
            for one in rules_of_reading().gazetteer.entries.values()
            if one.kind in {"county", "city", "district"}
        }
    )
    place = Path(tempfile.mkdtemp(prefix="sosik-bench-"))
    try:
        bench = Recompute(place, sizes)
        notes = [account(n) if sizes.near else spread(n, names) for n in range(sizes.accounts)]
        for at in range(0, len(notes), 1000):
            bench.ledger.take_in(notes[at : at + 1000], [])
        bench.store.close()
        (place / "more").mkdir()
        (place / "more" / "late.txt").write_text(
            "---\nreceived: 2025-11-04\n---\nA man was shot near Musan on 2 November.\n"
        )
        where = "eight places" if sizes.near else f"{len(names)} places, {YEARS} years"
        print(f"| {sizes.accounts:,} accounts, {where} | by the clock | processor | peak so far |\n|---|---|---|---|")
        bench.timed("`sosik incidents`, at first: claims, links, figures", "incidents", "--format", "json")
        bench.timed("`sosik incidents` again, served", "incidents", "--format", "json")
        bench.timed("`sosik run` with one more account", "run", str(place / "more"))
        bench.timed("`sosik ledger erase`", "ledger", "erase", "--account", "n-000007", "--reason", "asked")
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
