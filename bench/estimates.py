"""How often an estimate holds, in worlds whose number is known; how long it takes.

python -m bench.estimates [--seeds N] [--sizes 300,1500]
"""

import argparse
import time
from collections import Counter

import numpy as np

from sosik.estimates.bootstrap import bootstrap
from sosik.estimates.decomposable import posterior
from sosik.estimates.estimate import AVERAGE, BEST, estimate
from sosik.estimates.existence import existing
from sosik.estimates.fitting import fit_all
from sosik.estimates.lists import ListTable
from sosik.estimates.models import every_model

WORLDS = ("independent", "dependent pair", "avoiding pair", "two classes", "smooth", "missed links", "all avoid")


def world(random, kind, number, lists):
    """A table of ``lists`` lists from ``number`` incidents; list shares are drawn between 0.12 and 0.5."""
    share = random.uniform(0.12, 0.5, lists)
    odds = np.tile(np.log(share / (1 - share)), (number, 1))
    if kind == "two classes":
        odds += np.where(random.random((number, 1)) < 0.4, 1.2, -0.6)
    if kind == "smooth":
        odds += random.normal(0, 1, (number, 1))
    on = random.random((number, lists)) < 1 / (1 + np.exp(-odds))
    if kind in {"dependent pair", "avoiding pair"}:
        pull = 1.2 if kind == "dependent pair" else -1.0
        moved = odds[:, 1] + np.where(on[:, 0], pull, -0.3 * pull)
        on[:, 1] = random.random(number) < 1 / (1 + np.exp(-moved))
    if kind == "all avoid":
        moved = odds[:, 1:] - np.where(on[:, :1], 1.5, 0.0)
        on[:, 1:] = random.random((number, lists - 1)) < 1 / (1 + np.exp(-moved))
    rows = _cut(random, on) if kind == "missed links" else on
    counts = np.bincount(rows.astype(int) @ (1 << np.arange(lists)), minlength=2**lists)
    counts[0] = 0
    return ListTable(tuple("abcdefgh"[:lists]), counts.astype(np.int64))


def _cut(random, on, share=0.1):
    """One incident in ten of those on several lists loses the link of one entry, which then stands alone."""
    rows, loose = on.copy(), []
    for row in rows:
        if row.sum() >= 2 and random.random() < share:
            entry = random.choice(np.flatnonzero(row))
            row[entry] = False
            loose.append(np.eye(len(row), dtype=bool)[entry])
    return np.vstack([rows, *loose]) if loose else rows


def hold(seeds, sizes, list_numbers):
    print(
        f"{'world':15} lists size answered  at least <= truth  best covers  average covers  at least / truth   refused by"
    )
    for lists in list_numbers:
        for size in sizes:
            for kind in WORLDS:
                print(_line(kind, lists, size, seeds), flush=True)


def _line(kind, lists, size, seeds):
    held, covers, shares, rules = [], {BEST: [], AVERAGE: []}, [], Counter()
    for seed in range(seeds):
        random = np.random.default_rng([seed, lists, size, WORLDS.index(kind)])
        found = estimate(world(random, kind, size, lists), one_population=True)
        for name, seen in covers.items():
            if name in found.methods:
                seen.append(found.methods[name].low <= size <= found.methods[name].high)
        if found.at_least is None:
            rules.update(one.rule.value for one in found.refusals)
        else:
            held.append(found.at_least <= size)
            shares.append(found.at_least / size)
    mean = [f"{np.mean(each):.3f}" if each else "-" for each in (held, covers[BEST], covers[AVERAGE], shares)]
    row = (
        f"{kind:15} {lists:5} {size:4} {len(held) / seeds:8.2f} {mean[0]:>18} {mean[1]:>12} {mean[2]:>15} {mean[3]:>17}"
    )
    return f"{row}   {dict(rules)}"


def timed():
    random = np.random.default_rng(5)
    five = world(random, "independent", 900, 5).counts.astype(float)
    six = world(random, "independent", 900, 6).counts.astype(float)
    every_model(5)
    start = time.perf_counter()
    fits = existing(fit_all(every_model(5), five), five, 25.0)
    models = time.perf_counter()
    bootstrap(fits, five, float(five.sum() + fits.unseen[0]), 1, draws=100)
    drawn = time.perf_counter()
    posterior(six)
    done = time.perf_counter()
    print(
        f"five lists, all {len(every_model(5)):,} models: {models - start:.2f} s; 100 bootstraps {drawn - models:.2f} s"
    )
    print(f"six lists, decomposable averaging: {done - drawn:.2f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--sizes", default="300,1500")
    parser.add_argument("--lists", default="3,4")
    chosen = parser.parse_args()
    timed()
    hold(chosen.seeds, [int(one) for one in chosen.sizes.split(",")], [int(one) for one in chosen.lists.split(",")])
