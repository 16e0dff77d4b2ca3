"""How long the public site takes, and how much memory: everything, and one bulletin changed.

    python -m bench.public [--bulletins 10000] [--incidents 20000] [--keep FOLDER]

The bulletins are made up, in two languages with about 120 words each, over ten years; each carries two incidents. What a desk computes before
(checks, clearance, the leak scan) is not part of it: this is cleared editions to a written folder.
"""

import argparse
import gc
import random
import resource
import shutil
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from attrs import evolve

from sosik.adapters.public_instruments import instruments
from sosik.adapters.site_folder import write_site
from sosik.bulletins.edition import ClearedEdition, Edition, IncidentRow, PublicGrade, PublicPlace, Version
from sosik.public.base_map import BaseMap
from sosik.public.desk_words import DeskWords
from sosik.public.site import build
from sosik.values.datespan import DateSpan
from sosik.values.ids import BulletinId, CategoryKey, IncidentId, PlaceId
from sosik.values.place import Precision
from sosik.values.quantity import Count
from sosik.values.text import Lang

START = date(2021, 1, 1)
EN = """people county river province landmine night guards families border winter market village road fields soldiers officials said
told heard bridge station trucks fence patrol checkpoint harvest lantern boats ice shore hospital school office warning""".split()
KO = """주민 마을 강변 지뢰 폭발 경비대 국경 겨울 장마당 도로 들판 군인 간부 소식 다리 역전 차량 철조망 순찰 초소 가을걷이 배 얼음 기슭 병원
학교 사무소 경고 밤사이 가족 부상 사망""".split()


def place(town, rng):
    near = rng.random() < 0.5
    return PublicPlace(town.id, town.names, Precision.near if near else Precision.county, 25.0 if near else 18.0, town.point,
                       PlaceId("kp-n-hamgyong"), PlaceId("kp"))  # fmt: skip


def incident(number, day, rng, towns):
    low = rng.randrange(1, 9)
    count = rng.choice([Count.exactly(low), Count.between(low, low + 3), Count.at_least(low)])
    return IncidentRow(
        IncidentId(f"i-{number:016x}"), CategoryKey("landmine"), {Lang.en: "landmine explosion", Lang.ko: "지뢰 폭발"},
        ("Explosions/Remote violence", "Remote explosive/landmine/IED"), DateSpan(day, day + timedelta(rng.randrange(10))),
        place(rng.choice(towns), rng), {"total": count, "killed": Count.between(0, low), "injured": Count.between(0, low)},
        rng.choice(list(PublicGrade)),
    )  # fmt: skip


def text(words, rng):
    sentences = [" ".join(rng.choices(words, k=12)).capitalize() + "." for _ in range(10)]
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, 10, 2))


def made(bulletins, incidents, seed=1):
    rng = random.Random(seed)
    towns = BaseMap.shipped().towns
    editions = []
    for number in range(bulletins):
        day = START + timedelta(days=number * 3650 // bulletins)
        span = range(number * incidents // bulletins, (number + 1) * incidents // bulletins)
        rows = tuple(incident(each, day - timedelta(20), rng, towns) for each in span)
        versions = (
            Version(Lang.ko, f"{rng.choice(KO)} {rng.choice(KO)} {number}", text(KO, rng), "한가온", None, "서다미"),
            Version(
                Lang.en,
                f"{rng.choice(EN)} {rng.choice(EN)} {number}",
                text(EN, rng),
                "Han Ga-on",
                "Park Nuri",
                "Seo Da-mi",
            ),
        )
        editions.append(ClearedEdition(Edition(BulletinId(f"b-{number:06}"), 1, versions, rows), day))
    return editions


def changed(editions):
    """A correction of the newest bulletin."""
    last = editions[-1]
    versions = tuple(
        evolve(each, body=f"{each.body}\n\nMore.", correction="Wrong before.") for each in last.edition.versions
    )
    new = ClearedEdition(evolve(last.edition, revision=2, versions=versions), last.published + timedelta(7))
    return [*editions, new]


def measured(name, act):
    gc.collect()
    start, cpu = time.perf_counter(), time.process_time()
    result = act()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"{name}: {time.perf_counter() - start:.1f} s by the clock, {time.process_time() - cpu:.1f} s of processor, peak {peak:.2f} GiB"
    )
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bulletins", type=int, default=10_000)
    parser.add_argument("--incidents", type=int, default=20_000)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="sosik-bench-"))
    desk = evolve(DeskWords.plain("Desk", "데스크"), address="https://desk.example/")
    tools = instruments(bytes(32))
    editions = made(asked.bulletins, asked.incidents)
    bundle = measured("full build", lambda: build(editions, desk, BaseMap.shipped(), tools))
    print(
        f"{len(bundle)} files, {sum(map(len, bundle.values())) / 1024**2:.0f} MiB; front page {len(bundle['en/index.html'])} bytes"
    )
    measured("written", lambda: write_site(bundle, folder / "site"))
    del bundle
    after = changed(editions)
    bundle = measured("one bulletin changed", lambda: build(after, desk, BaseMap.shipped(), tools))
    measured("written", lambda: write_site(bundle, folder / "site"))
    if not asked.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
