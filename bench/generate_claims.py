"""Worlds of claims with known truth: seeded, as claims tables that `sosik link` reads.

    python -m bench.generate_claims --world desk_hard --claims 100000 --seed 1 --out claims.parquet

Writes the table and beside it, as NAME.truth.parquet, which event each claim tells of.
"""

import argparse
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from attrs import evolve, field, frozen

START = date(2014, 1, 1).toordinal()
KINDS = [
    "landmine",
    "shooting",
    "execution",
    "drowning",
    "explosion",
    "fire",
    "arrest",
    "torture",
    "disease",
    "killing",
    "flood",
    "traffic",
]
OTHER_WORDS = ["IED", "armed clash", "capital punishment", "accident at sea", "blast", "arson", "detention", "abuse", "outbreak", "murder", "natural disaster", "collision"]  # fmt: skip
GROUPS = ["soldiers", "farmers", "traders", "students", "miners", "border crossers", "women", "officials"]
NEAR_KINDS = {0: 4, 4: 0, 1: 9, 9: 1, 2: 9, 5: 4, 6: 7, 7: 6}


@frozen
class World:
    """How events happen and how they are told. Shares lie from 0 to 1; ``tellings`` is the mean number of further ones."""

    claims: int = 10_000
    years: float = 10.0
    towns: int = 200
    steep: float = 0.8  # how much more happens in the larger towns (Zipf)
    countries: float = 1.0  # each with a largest town of its own
    box: tuple[float, float, float, float] = (37.8, 43.0, 124.5, 130.5)
    villages_km: float = 8.0
    kinds: int = 12
    bursts: float = 0.1  # events that come in the days and the town of another
    tellings: float = 1.0
    catalogues: int = 0  # data sets that each list an event at most once; 0 for many small sources
    overlap: float = 0.55  # a catalogue holds an event with this chance
    split: float = 0.0  # events that a catalogue lists as several
    sources_share: float = 0.02  # sources for each claim
    precise: tuple[float, ...] = (0.55, 0.2, 0.12, 0.1, 0.03)  # day, week, third of a month, month, quarter
    day_off: float = 0.08  # the next day stands for the day
    wrong_date: float = 0.03
    spots: tuple[float, ...] = (0.4, 0.45, 0.12, 0.03)  # spot, town, province, a neighbour by mistake
    spot_km: float = 1.5
    radius_known: bool = True
    other_kind: float = 0.12
    own_words: bool = False  # each catalogue has its own taxonomy
    counts_said: float = 0.7
    contradicted: float = 0.2
    people_said: float = 0.35
    retold: float = 0.25  # of the further tellings, those that pass on another
    doubled: float = 0.12  # of the further tellings, those by the same source
    tallies: float = 0.01
    deadly: float = 0.7  # events with victims


_HARD = {
    "precise": (0.35, 0.25, 0.18, 0.17, 0.05),
    "steep": 1.0,
    "day_off": 0.12,
    "wrong_date": 0.05,
    "spots": (0.3, 0.5, 0.15, 0.05),
    "contradicted": 0.3,
    "other_kind": 0.18,
    "bursts": 0.15,
    "villages_km": 12.0,
}
WORLDS = {
    "desk": World(),
    "desk_hard": World(towns=150, **_HARD),
    "desk_dense": World(claims=100_000, years=14.1, towns=212, **_HARD),
    "two_catalogues": World(claims=13_000, years=4.0, towns=400, steep=1.0, catalogues=2, precise=(0.95, 0.03, 0.01, 0.01, 0.0), spots=(0.9, 0.08, 0.0, 0.02), spot_km=1.0, radius_known=False, counts_said=0.5, people_said=0.0, kinds=8, box=(4.0, 14.0, 3.0, 14.5), villages_km=4.0, tallies=0.0, day_off=0.1, wrong_date=0.01),
    "plain_catalogues": World(claims=13_000, years=8.0, towns=600, steep=0.9, catalogues=2, precise=(0.97, 0.02, 0.01, 0.0, 0.0), spots=(0.96, 0.03, 0.0, 0.01), spot_km=0.5, radius_known=False, counts_said=0.0, people_said=0.0, kinds=8, box=(4.0, 14.0, 3.0, 14.5), villages_km=3.0, tallies=0.0, day_off=0.06, wrong_date=0.01, bursts=0.15, other_kind=0.1),
    "own_words": World(claims=13_000, years=6.0, towns=300, steep=0.9, catalogues=2, own_words=True, precise=(0.93, 0.04, 0.02, 0.01, 0.0), spots=(0.85, 0.12, 0.0, 0.03), spot_km=2.5, radius_known=False, counts_said=0.4, people_said=0.0, kinds=6, box=(29.0, 38.0, 39.0, 48.0), villages_km=4.0, tallies=0.0, day_off=0.08, split=0.05),
    "city": World(claims=6_000, years=1.0, towns=40, steep=0.5, catalogues=3, precise=(1.0, 0, 0, 0, 0), spots=(1.0, 0.0, 0.0, 0.0), spot_km=0.3, kinds=4, box=(38.9, 39.5, -77.3, -76.3), villages_km=5.0, counts_said=0.0, people_said=0.0, tallies=0.0, day_off=0.04, wrong_date=0.005, bursts=0.02),
    "protests": World(claims=8_000, years=2.0, towns=250, steep=1.1, catalogues=2, kinds=1, precise=(0.97, 0.02, 0.01, 0.0, 0.0), spots=(0.92, 0.06, 0.0, 0.02), spot_km=0.0, villages_km=0.5, radius_known=False, counts_said=0.0, people_said=0.0, tallies=0.0, day_off=0.06, bursts=0.2, box=(32.0, 46.0, -120.0, -75.0)),
    "bare": World(claims=13_000, years=8.0, towns=250, steep=0.8, catalogues=4, overlap=0.4, precise=(0.9, 0.04, 0.03, 0.03, 0.0), spots=(0.7, 0.25, 0.03, 0.02), spot_km=2.0, kinds=10, counts_said=0.0, people_said=0.0, tallies=0.0, split=0.03),
}  # fmt: skip


@frozen(eq=False)
class Told:
    """``columns`` of the claims table by name; ``event`` is the truth, -1 for a tally."""

    columns: dict = field(repr=False)
    event: np.ndarray = field(repr=False)

    def table(self):
        return pa.table(self.columns)


def generate(world: World, seed: int = 1) -> Told:
    luck = np.random.default_rng(seed)
    events = _events(world, luck)
    told = _tellings(world, events, luck)
    order = luck.permutation(len(told["event"]))[: world.claims]
    told = {name: values[order] for name, values in told.items()}
    return _table(world, events, told, luck)


def of(name: str, *, claims: int | None = None, seed: int = 1) -> Told:
    return generate(grown(name, claims), seed)


def grown(name: str, claims: int | None = None) -> World:
    """A world by its name, with so many claims. One larger than it is named spans more years and more country, each by the
    square root of the growth, so that no town and no day holds more than before; a smaller one is a sample of it.
    """
    world = WORLDS[name]
    if not claims or claims <= world.claims:
        return evolve(world, claims=claims or world.claims)
    more = (claims / world.claims) ** 0.5
    south, north, west, east = world.box
    side = more**0.5
    box = (south, min(70.0, south + side * (north - south)), west, west + side * (east - west))
    size = {"towns": int(world.towns * more), "countries": world.countries * more, "years": world.years * more}
    return evolve(world, claims=claims, box=box, **size)


def towns_of(world, seed):
    """The towns of a world, largest first: the first numbers that its luck draws."""
    south, north, west, east = world.box
    return np.random.default_rng(seed).uniform((south, west), (north, east), (world.towns, 2))


def shares_of(world):
    """How much of what happens falls to each town, largest towns first."""
    rank = np.floor(np.arange(world.towns) / world.countries) + 1
    return rank**-world.steep / (rank**-world.steep).sum()


def _events(world, luck):
    mean = world.overlap * world.catalogues * (1 + world.split) if world.catalogues else 1.0 + world.tellings
    count = int(world.claims / mean * 1.25) + 5
    south, north, west, east = world.box
    towns = luck.uniform((south, west), (north, east), (world.towns, 2))
    town = luck.choice(world.towns, count, p=shares_of(world))
    day = START + luck.integers(0, int(world.years * 365), count)
    burst = np.flatnonzero(luck.random(count) < world.bursts)
    leader = luck.integers(0, count, len(burst))
    town[burst], day[burst] = town[leader], day[leader] + luck.integers(0, 4, len(burst))
    spot = towns[town] + _km(luck.normal(0, world.villages_km / 2, (count, 2)), towns[town][:, 0])
    weight = 1.0 / np.arange(1, world.kinds + 1) ** 0.7
    kind = luck.choice(world.kinds, count, p=weight / weight.sum())
    killed = np.where(luck.random(count) < world.deadly, luck.geometric(0.45, count) + (luck.random(count) < 0.05) * luck.integers(5, 60, count), 0)  # fmt: skip
    injured = np.where(luck.random(count) < world.deadly, luck.geometric(0.35, count) - 1, 0)
    return {
        "town": town, "towns": towns, "spot": spot, "day": day, "kind": kind, "killed": killed, "injured": injured,
        "group": luck.integers(0, len(GROUPS), count), "sex": luck.integers(0, 2, count), "age": luck.integers(15, 70, count),
    }  # fmt: skip


def _tellings(world, events, luck):
    """Who tells of which event: ``event``, ``source``, ``copies`` (the telling that is passed on, -1 for none)."""
    count = len(events["day"])
    if world.catalogues:
        held = luck.random((world.catalogues, count)) < world.overlap
        lists, event = np.nonzero(held)
        again = luck.random(len(event)) < world.split
        event, lists = np.concatenate([event, event[again]]), np.concatenate([lists, lists[again]])
        return {"event": event, "source": lists, "copies": np.full(len(event), -1), "number": np.arange(len(event))}
    times = luck.geometric(1 / (1 + world.tellings), count)
    event = np.repeat(np.arange(count), times)
    first = np.concatenate([[0], np.cumsum(times)[:-1]])[event]
    number = np.arange(len(event))
    further = number != first
    pool = max(5, int(world.claims * world.sources_share))
    local = (events["town"][event] * 7 + luck.integers(0, max(3, 3 * pool // world.towns), len(event))) % pool
    source = np.where(luck.random(len(event)) < 0.8, local, luck.integers(0, pool, len(event)))
    fate = luck.random(len(event))
    source = np.where(further & (fate < world.doubled), source[first], source)
    copies = np.where(further & (fate > 1 - world.retold), first, -1)
    source = np.where(copies >= 0, pool + luck.integers(0, max(3, pool // 20), len(event)), source)
    return {"event": event, "source": source, "copies": copies, "number": number}


def _table(world, events, told, luck):
    event, size = told["event"], len(told["event"])
    first, last = _days(world, events["day"][event], luck)
    place, radius = _places(world, events, event, luck)
    kind = _kinds(world, events["kind"][event], luck)
    words = [KINDS[one] for one in kind]
    if world.own_words:
        words = [
            OTHER_WORDS[one] if source % 2 else KINDS[one] for one, source in zip(kind, told["source"], strict=True)
        ]
    said = luck.random(size) < world.counts_said
    killed = _counts(world, events["killed"][event], said, luck)
    injured = _counts(world, events["injured"][event], said & (luck.random(size) < 0.7), luck)
    people = luck.random((3, size)) < world.people_said
    tally = luck.random(size) < world.tallies
    sex = np.where(luck.random(size) < 0.05, 1 - events["sex"][event], events["sex"][event])
    group = np.where(luck.random(size) < 0.2, luck.integers(0, len(GROUPS), size), events["group"][event])
    columns = {
        "claim": [f"c{number:08d}" for number in luck.permutation(size)],
        "account": [f"a{number}" for number in told["number"]],
        "source": [f"s{number}" for number in told["source"]],
        "origin": [f"a{copy}" if copy >= 0 else f"a{number}" for copy, number in zip(told["copies"], told["number"], strict=True)],
        "category": words,
        "earliest": [date.fromordinal(int(day)).isoformat() for day in first],
        "latest": [date.fromordinal(int(day)).isoformat() for day in last],
        "lat": np.round(place[:, 0], 4), "lon": np.round(place[:, 1], 4),
        "radius_km": pa.array(radius if world.radius_known else np.full(size, np.nan), from_pandas=True),
        **_ends("killed", *killed), **_ends("injured", *injured),
        **_ends("total", *_sum(killed, injured)),
        "group": [GROUPS[one] if known else None for one, known in zip(group, people[0], strict=True)],
        "sex": [("male", "female")[one] if known else None for one, known in zip(sex, people[1], strict=True)],
        "age": pa.array(np.where(people[2], events["age"][event] + luck.integers(-1, 2, size), 0), mask=~people[2]),
        "kind": np.where(tally, "tally", "incident"),
    }  # fmt: skip
    return Told(columns, np.where(tally, -1, event))


def _days(world, day, luck):
    size = len(day)
    wrong = luck.random(size) < world.wrong_date
    day = day + (luck.random(size) < world.day_off) * luck.choice([1, 1, 1, 2, -1], size)
    day = np.where(wrong, day + luck.integers(-25, 26, size), day)
    precision = luck.choice(5, size, p=np.array(world.precise) / sum(world.precise))
    width = np.array([1, 7, 10, 30, 91])[precision]
    first = np.where(precision == 0, day, day - luck.integers(0, width))
    return first, first + width - 1


def _places(world, events, event, luck):
    size = len(event)
    how = luck.choice(4, size, p=np.array(world.spots) / sum(world.spots))
    town = events["towns"][events["town"][event]]
    spot = events["spot"][event] + _km(luck.normal(0, world.spot_km / 1.5, (size, 2)) + 1e-9, town[:, 0])
    spot = np.where(luck.random((size, 1)) < 0.5, events["spot"][event], spot)
    astray = town + _km(luck.normal(0, 20, (size, 2)), town[:, 0])
    province = np.round(town * 1.0)
    place = np.select([(how == one)[:, None] for one in range(4)], [spot, town, province, astray])
    return place, np.array([max(1.0, world.spot_km * 2), 20.0, 80.0, 20.0])[how]


def _kinds(world, kind, luck):
    near = np.array([NEAR_KINDS.get(one, one) for one in range(len(KINDS))])[kind]
    near = np.where(near < world.kinds, near, kind)
    fate = luck.random(len(kind))
    other = np.where(fate < world.other_kind / 3, luck.integers(0, world.kinds, len(kind)), kind)
    return np.where((fate > 1 - world.other_kind * 2 / 3), near, other)


def _counts(world, true, said, luck):
    """What is stated: exact, a range, at least; or something else where tellers contradict each other."""
    size = len(true)
    off = np.where(luck.random(size) < world.contradicted, np.round(true * luck.normal(0, 0.5, size)) + luck.integers(-1, 2, size), 0).astype(int)  # fmt: skip
    base = np.maximum(0, true + off)
    how = luck.random(size)
    low = np.where(how < 0.7, base, np.maximum(0, base - luck.integers(0, 3, size)))
    high = np.where(how < 0.7, base, base + luck.integers(0, 3, size)).astype(float)
    return np.where(said, low, np.nan), np.where(said & (how < 0.92), high, np.nan)


def _sum(one, other):
    """What is stated of either adds up; the top is open where one is."""
    low = [np.where(np.isnan(part[0]), 0, part[0]) for part in (one, other)]
    unsaid = np.isnan(one[0]) & np.isnan(other[0])
    open_top = np.any([~np.isnan(part[0]) & np.isnan(part[1]) for part in (one, other)], axis=0)
    high = [np.where(np.isnan(part[1]), 0, part[1]) for part in (one, other)]
    return np.where(unsaid, np.nan, low[0] + low[1]), np.where(unsaid | open_top, np.nan, high[0] + high[1])


def _ends(name, low, high):
    return {f"{name}_{end}": pa.array(values, from_pandas=True).cast(pa.int32()) for end, values in (("min", low), ("max", high))}  # fmt: skip


def _km(offsets, lat):
    """Kilometres north and east as degrees."""
    return offsets / np.stack([np.full(len(lat), 111.2), 111.2 * np.cos(np.radians(lat))], axis=1)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--world", choices=list(WORLDS), default="desk_hard")
    options.add_argument("--claims", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    told = of(given.world, claims=given.claims, seed=given.seed)
    pq.write_table(told.table(), given.out)
    truth = pa.table({"claim": told.columns["claim"], "event": told.event})
    pq.write_table(truth, given.out.with_suffix(".truth.parquet"))


if __name__ == "__main__":
    main()
