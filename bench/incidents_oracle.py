"""How well anybody could link a desk's world: the posterior of a pair under the very numbers that the world was made with.

    python -m bench.incidents_oracle --world desk_hard --claims 10000

The generator's shares, towns and errors are known to it, as no linker's are: when, where, what and how many are each weighed by
the probability that two tellings of one event, and of two, look so. What it links at best bounds every linker of pairs.
"""

import argparse
from math import erf, sqrt

import numpy as np
from attrs import field, frozen

from bench.generate_claims import GROUPS, KINDS, NEAR_KINDS, grown, shares_of, towns_of
from bench.incidents import DISTANCE, claims_of
from bench.incidents_measure import b_cubed, pairwise
from sosik.adapters.splink_engine.on_duckdb import SplinkOnDuckDB
from sosik.incidents.clustering import CLIP_BITS
from sosik.incidents.columns import NONE, OPEN
from sosik.incidents.components import clusters
from sosik.incidents.engine import Scored, Task
from sosik.incidents.judgement import Judgements
from sosik.incidents.modelling import model_of

_MOST_TRUE = 90
_CHUNK = 20_000


@frozen(eq=False)
class Oracle:
    """Built for one world and its claims; ``bits`` gives the log2 odds of pairs of rows."""

    world: object
    columns: object = field(repr=False)
    towns: np.ndarray = field(repr=False)
    share: np.ndarray = field(repr=False)
    events: float = 1.0

    @classmethod
    def of(cls, world, columns, seed):
        towns = towns_of(world, seed)
        return cls(world, columns, towns, shares_of(world), len(columns) / _pairs_an_event(world))

    def bits(self, left, right):
        """Against the odds of a random pair of claims."""
        found = np.zeros(len(left))
        for start in range(0, len(left), _CHUNK):
            part = slice(start, start + _CHUNK)
            found[part] = self._bits(left[part], right[part])
        return found

    def _bits(self, left, right):
        same = self._dates(left, right, 0) * self._kinds(left, right) * self._people(left, right)
        near, town = self._places(left, right)
        for name in ("killed", "injured"):
            same *= self._counts(name, left, right)
        same *= near * self._tellers(left, right)
        chained = self.world.bursts * 2 / self.events
        apart = 1.0 + chained * self._dates(left, right, 3) * town
        root = self.columns.numbers["root"]
        odds = np.log2(np.maximum(same, 1e-300)) - np.log2(apart) - np.log2(self.events)
        return np.where((root[left] == root[right]) & (root[left] != NONE), 30.0, odds)

    def _dates(self, left, right, burst):
        """How much likelier the two first days are for one event, or for one within ``burst`` days of another."""
        columns, days = self.columns, int(self.world.years * 365)
        widths = columns.last - columns.first + 1
        kernels = {int(width): _kernel(self.world, int(width)) for width in np.unique(widths)}
        gap = columns.first[left] - columns.first[right]
        found = np.zeros(len(left))
        for one, start in kernels.items():
            for other, end in kernels.items():
                rows = (widths[left] == one) & (widths[right] == other)
                if rows.any():
                    cross = np.correlate(start, end, "full")
                    if burst:
                        cross = np.convolve(cross, np.r_[np.full(burst, 0.125), 0.25, np.full(burst, 0.125)], "same")
                    at = gap[rows] + len(start) - 1
                    inside = (at >= 0) & (at < len(cross))
                    found[rows] = np.where(inside, cross[np.clip(at, 0, len(cross) - 1)], 0.0) * days
        return found

    def _kinds(self, left, right):
        table, prior = _told_kinds(self.world)
        words = [KINDS.index(word) for word in self.columns.words["category"]]
        code = np.array([*words, 0])[self.columns.numbers["category"]]
        joint = table.T @ (prior[:, None] * table)
        single = table.T @ prior
        return (joint / np.outer(single, single))[code[left], code[right]]

    def _counts(self, name, left, right):
        if name not in self.columns.counts:
            return np.ones(len(left))
        low, high = self.columns.counts[name]
        prior, seen = _true_counts(name, self.world), _seen_counts(self.world)
        a, b = (_likelihood(low[rows], high[rows], seen) for rows in (left, right))
        both = (low[left] != NONE) & (low[right] != NONE)
        found = (a * b) @ prior / np.maximum((a @ prior) * (b @ prior), 1e-300)
        return np.where(both, found, 1.0)

    def _people(self, left, right):
        found = np.ones(len(left))
        numbers = self.columns.numbers
        chance = 1 / len(GROUPS)
        alike = 0.64 + 0.36 * chance
        for name, same, differ in (
            ("group", alike / chance, (1 - alike) / (1 - chance)),
            ("sex", 0.905 / 0.5, 0.095 / 0.5),
        ):
            a, b = numbers[name][left], numbers[name][right]
            found *= np.where((a == NONE) | (b == NONE), 1.0, np.where(a == b, same, differ))
        a, b = numbers["age"][left], numbers["age"][right]
        age = np.array([3, 2, 1, 0])[np.minimum(np.abs(a - b), 3)] / 9 * 55
        return found * np.where((a == NONE) | (b == NONE), 1.0, age)

    def _places(self, left, right):
        """For one event; and for two events of one town."""
        radius, spot = self.columns.radius, max(1.0, self.world.spot_km * 2)
        one, other = self._by_town(left), self._by_town(right)
        single = (one @ self.share) * (other @ self.share)
        town = (one * other) @ self.share / np.maximum(single, 1e-300)
        both = (radius[left] == spot) & (radius[right] == spot)
        km = self._apart(left, right)
        sd = self.world.spot_km / 1.5
        tiny = 0.0111 * 0.0083
        close = 0.25 * (km < 0.006) / tiny + 0.5 * _normal(km, sd) + 0.25 * _normal(km, sd * sqrt(2))
        middle = np.where(both[:, None], one, 0.0) @ self.share
        exact = close * np.maximum(middle, 1e-300) / np.maximum(single, 1e-300)
        return np.where(both, exact, town), town

    def _by_town(self, rows):
        """By row and town, how likely it is that the town's event is told with these coordinates."""
        spread, spot = self.world.villages_km / 2, max(1.0, self.world.spot_km * 2)
        lat, lon, radius = (part[rows] for part in (self.columns.lat, self.columns.lon, self.columns.radius))
        north = (lat[:, None] - self.towns[None, :, 0]) * 111.2
        east = (lon[:, None] - self.towns[None, :, 1]) * 111.2 * np.cos(np.radians(self.towns[None, :, 0]))
        km = np.hypot(north, east)
        _, town, _, astray = np.array(self.world.spots) / sum(self.world.spots)
        centre = (km < 0.02) * town / (0.0111 * 0.0083) + astray * _normal(km, 20.0)
        province = np.all(np.round(self.towns)[None] == np.stack([lat, lon], 1)[:, None], axis=2)
        spot_sd = sqrt(spread**2 + 0.5 * (self.world.spot_km / 1.5) ** 2)
        return np.where((radius == spot)[:, None], _normal(km, spot_sd), np.where((radius == 80.0)[:, None], province, centre))  # fmt: skip

    def _apart(self, left, right):
        lat, lon = self.columns.lat, self.columns.lon
        east = (lon[left] - lon[right]) * np.cos(np.radians(lat[left]))
        return 111.2 * np.hypot(lat[left] - lat[right], east)

    def _tellers(self, left, right):
        source = self.columns.numbers["source"]
        pool = max(5, int(self.world.claims * self.world.sources_share))
        chance = 0.64 / max(3, 3 * pool // self.world.towns)
        again = 0.5 * self.world.doubled + (1 - 0.5 * self.world.doubled) * chance
        return np.where(source[left] == source[right], again / chance, (1 - again) / (1 - chance))


def best(bits, right, true_pairs):
    """The highest F1 that any one threshold gives, what it takes, and where the threshold lies."""
    order = np.argsort(-bits)
    hits = np.cumsum(right[order])
    taken = np.arange(1, len(order) + 1)
    f1 = 2 * hits / (taken + true_pairs)
    top = int(np.argmax(f1))
    return hits[top] / taken[top], hits[top] / true_pairs, f1[top], bits[order[top]]


def _pairs_an_event(world):
    """How many claims stand for one event in the odds that another claim tells of it: claims over the mean of others."""
    kept = 1 / 1.25
    return 2 * world.tellings * kept


def _normal(km, sd):
    return np.exp(-0.5 * (km / sd) ** 2) / (2 * np.pi * sd * sd)


def _kernel(world, width):
    """The share of each day on which a span may start, from 120 days before the event to 120 after."""
    off = np.zeros(241)
    off[120] = 1 - world.day_off
    for day in (1, 1, 1, 2, -1):
        off[120 + day] += world.day_off / 5
    wrong = np.zeros(241)
    wrong[120 - 25 : 120 + 26] = 1 / 51
    off = (1 - world.wrong_date) * off + world.wrong_date * np.convolve(off, wrong, "same")
    spread = np.zeros(241)
    spread[120 - width + 1 : 121] = 1 / width
    return np.convolve(off, spread, "same")


def _told_kinds(world):
    near = np.array([NEAR_KINDS.get(one, one) for one in range(len(KINDS))])
    size = world.kinds
    table = np.zeros((size, len(KINDS)))
    for one in range(size):
        table[one, one] += 1 - world.other_kind
        table[one, :size] += world.other_kind / 3 / size
        table[one, near[one] if near[one] < size else one] += world.other_kind * 2 / 3
    prior = 1.0 / np.arange(1, size + 1) ** 0.7
    return table, prior / prior.sum()


def _true_counts(name, world):
    number = np.arange(_MOST_TRUE)
    if name == "injured":
        found = np.where(number >= 0, 0.35 * 0.65 ** number.astype(float), 0)
    else:
        small = np.where(number >= 1, 0.45 * 0.55 ** (number - 1.0), 0)
        large = np.zeros(_MOST_TRUE)
        large[5:60] = 1 / 55
        found = 0.95 * small + 0.05 * np.convolve(small, large)[:_MOST_TRUE]
    found = world.deadly * found / found.sum()
    found[0] += 1 - world.deadly
    return found


def _seen_counts(world):
    """By true number, how often each number is the base of what is told."""
    seen = np.zeros((_MOST_TRUE, 3 * _MOST_TRUE))
    for true in range(_MOST_TRUE):
        seen[true, true] += 1 - world.contradicted
        shifts = np.arange(-true - 2, 2 * _MOST_TRUE - true)
        sd = max(true * 0.5, 1e-9)
        mass = np.array([0.5 * (erf((s + 0.5) / sd / sqrt(2)) - erf((s - 0.5) / sd / sqrt(2))) for s in shifts])
        for more in (-1, 0, 1):
            np.add.at(seen[true], np.clip(true + shifts + more, 0, 3 * _MOST_TRUE - 1), world.contradicted / 3 * mass)
    return seen


def _likelihood(low, high, seen):
    """By claim and true number."""
    spans, which = np.unique(np.stack([low, high], 1), axis=0, return_inverse=True)
    table = np.zeros((len(spans), _MOST_TRUE))
    for row, (bottom, top) in enumerate(spans):
        if bottom == NONE or bottom >= 3 * _MOST_TRUE:
            table[row] = 1.0
            continue
        opened = 0.08 if top == OPEN else 0.92
        exact = 0.7 * (1.0 if top in {bottom, OPEN} else 0.0)
        for base in range(int(bottom), int(bottom) + 3):
            below = 1 / 3 if bottom or not base else 0
            below += sum(1 / 3 for less in range(3) if not bottom and base - less < 0)
            above = 1.0 if top == OPEN else (1 / 3 if 0 <= top - base <= 2 else 0.0)
            share = opened * (exact * (base == bottom) + 0.3 * (below or 1 / 3) * above)
            table[row] += share * seen[:, base] if base < seen.shape[1] else 0
    return table[which.reshape(-1)]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--world", default="desk_hard")
    options.add_argument("--claims", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    columns, event = claims_of(given.world, given.claims, given.seed)
    task = Task.of(columns, model_of(columns, DISTANCE), floor=-14.0)
    met = SplinkOnDuckDB().score(task)
    bits = Oracle.of(grown(given.world, given.claims), columns, given.seed).bits(met.left, met.right)
    right = event[met.left] == event[met.right]
    counts = np.bincount(event)
    true_pairs = float((counts * (counts - 1) // 2).sum())
    print(
        f"{given.world} {len(columns):,} claims, {true_pairs:,.0f} true pairs, {right.sum() / true_pairs:.3f} of them met"
    )
    for low, high in ((-3, -1), (-1, 0), (0, 1), (1, 2), (2, 4), (4, 6)):
        band = (bits >= low) & (bits < high)
        said = 1 / (1 + 2.0 ** -bits[band])
        print(f"  bits {low} to {high}: {band.sum():,} pairs, said {said.mean():.3f}, right {right[band].mean():.3f}")
    print(
        "pairs alone, best threshold in hindsight: P {:.3f} R {:.3f} F1 {:.3f} at {:.2f} bits".format(
            *best(bits, right, true_pairs)
        )
    )
    for threshold in (1.0, 0.5, 0.0, -0.5, -1.0):
        moved = bits - threshold
        kept = moved > -CLIP_BITS
        heads = clusters(columns.ids, Scored(met.left[kept], met.right[kept], moved[kept]), Judgements())
        print(
            "average linkage at {:+.1f} bits: P {:.3f} R {:.3f} F1 {:.3f}".format(threshold, *pairwise(heads, event)),
            f"B-cubed {b_cubed(heads, event)[2]:.3f}",
        )


if __name__ == "__main__":
    main()
