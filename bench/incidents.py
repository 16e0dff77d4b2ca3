"""Linking, measured: quality by world, calibration, growth, adding to a table, and the quadratic window method beside it.

    python -m bench.incidents                  worlds of 6,000 to 13,000 claims, and the desk's at 10,000 and 100,000
    python -m bench.incidents --growth         100,000 and 1,000,000 claims: time, and the most memory
    python -m bench.incidents --others         the window method at 13,000 records, and ten claims added to 100,000

Every world is linked with the shipped weights and the default threshold.
"""

import argparse
import gc
import math
import resource
import time
from itertools import pairwise as pairs_of

import numpy as np

from bench import meltt
from bench.generate_claims import of
from bench.incidents_measure import b_cubed, calibration, pairwise
from sosik.adapters.claims_file import _file
from sosik.adapters.splink_engine.on_duckdb import SplinkOnDuckDB
from sosik.claims.rules import Rules
from sosik.incidents.adding import added
from sosik.incidents.claim_links import link_claims
from sosik.incidents.claims_table import ClaimsTable
from sosik.incidents.columns import Columns
from sosik.incidents.judgement import Judgements

DISTANCE = Rules.shipped().codebook.distance
WORLDS = (("desk", 10_000), ("desk_hard", 10_000), ("desk", 100_000), ("desk_hard", 100_000), ("desk_dense", 100_000), ("plain_catalogues", None), ("two_catalogues", None), ("bare", None), ("own_words", None), ("city", None), ("protests", None))  # fmt: skip


def claims_of(world, claims=None, seed=1):
    """The columns of a world, and by row the number of its true event."""
    told = of(world, claims=claims, seed=seed)
    file = _file(told.table(), np.arange(len(told.event)) + 2)
    columns = ClaimsTable.of(file.columns, file.lines).columns
    truth = dict(zip(told.columns["claim"], told.event.tolist(), strict=True))
    return columns, np.unique([truth[name] for name in columns.ids], return_inverse=True)[1]


def linked(columns):
    return link_claims(columns, Judgements(), DISTANCE, SplinkOnDuckDB())


def quality(seed):
    print("| world | claims | precision | recall | F1 | B-cubed | 0.9 is right |\n|---|---|---|---|---|---|---|")
    for world, claims in WORLDS:
        columns, event = claims_of(world, claims, seed)
        links = linked(columns)
        right = event[links.scored.left] == event[links.scored.right]
        bands = calibration(links.scored.weight, right, (0.85, 0.95))
        found = (*pairwise(links.heads, event), b_cubed(links.heads, event)[2])
        measured = " | ".join(f"{value:.3f}" for value in found)
        print(f"| {world} | {len(columns):,} | {measured} | {bands[0][4]:.3f} |", flush=True)


def growth(sizes):
    spent = []
    for size in sizes:
        columns, _ = claims_of("desk_hard", size)
        gc.collect()
        clock, processor = time.perf_counter(), time.process_time()
        linked(columns)
        spent.append((size, time.perf_counter() - clock, time.process_time() - processor))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(f"{size:,} claims: {spent[-1][1]:.0f} s by the clock, {spent[-1][2]:.0f} s of processor, peak {peak:.1f} GiB", flush=True)  # fmt: skip
    for (small, *one), (large, *other) in pairs_of(spent):
        powers = [math.log(b / a) / math.log(large / small) for a, b in zip(one, other, strict=True)]
        print(
            f"from {small:,} to {large:,}: time grows as N^{powers[0]:.2f} by the clock, N^{powers[1]:.2f} of processor"
        )


def against_windows():
    columns, event = claims_of("plain_catalogues")
    given = columns.first, columns.lat, columns.lon, columns.numbers["source"]
    ours = _timed(lambda: linked(columns))
    for name, method in (("rows at once", meltt.candidates), ("pair by pair", meltt.candidates_one_by_one)):
        spent, pairs = _timed(lambda method=method: method(*given))
        heads = meltt.linked(pairs, columns.numbers["category"], columns.numbers["source"])
        print(
            f"window method, {name}: {spent:.1f} s, {spent / ours[0]:.1f} times ours; F1 {pairwise(heads, event)[2]:.3f}"
        )
    print(f"ours: {ours[0]:.1f} s; F1 {pairwise(ours[1].heads, event)[2]:.3f}")


def adding(size=100_000, more=10):
    """Claims of the same world, drawn at random and left out of the table at first."""
    columns, _ = claims_of("desk_hard", size + more)
    drawn = np.sort(np.random.default_rng(3).choice(len(columns), more, replace=False))
    table = columns.taken(np.setdiff1d(np.arange(len(columns)), drawn))
    links = linked(table)
    new = Columns.of([columns.row(int(row)) for row in drawn])
    spent, (_, found) = _timed(lambda: added(table, links, new, Judgements()))
    full = link_claims(columns, Judgements(), DISTANCE, SplinkOnDuckDB(), links.model)
    alike = np.array_equal(full.heads, found.heads) and np.array_equal(full.scored.weight, found.scored.weight)
    print(f"{more} claims added to {len(table):,}: {spent:.2f} s; as a full run: {alike}")


def _timed(run):
    start = time.perf_counter()
    found = run()
    return time.perf_counter() - start, found


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--growth", action="store_true")
    options.add_argument("--others", action="store_true")
    options.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    if given.growth:
        growth(given.sizes)
    elif given.others:
        against_windows()
        adding()
    else:
        quality(given.seed)


if __name__ == "__main__":
    main()
