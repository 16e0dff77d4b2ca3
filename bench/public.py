"""How long the public site takes, and how much memory: everything, then one bulletin corrected, one new, one withdrawn.

    python -m bench.public [--bulletins 10000] [--incidents 20000] [--passages 1000] [--compare] [--keep FOLDER]

The bulletins are made up, in two languages with about 120 words each, over ten years; each carries two incidents. This is cleared editions to
a written folder, with the scan for passages of accounts and what is remembered of it. What a desk computes before (reading what it keeps,
checks, clearance) is not part of it.
"""

import argparse
import gc
import random
import resource
import shutil
import tempfile
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from attrs import evolve

from sosik.adapters.pattern_search import PatternSearch
from sosik.adapters.public_instruments import instruments
from sosik.adapters.release.standing import remember, secret_hash, standing
from sosik.adapters.site_folder import write_site
from sosik.adapters.store.derived import made_at
from sosik.bulletins.edition import ClearedEdition, Edition, IncidentRow, PublicGrade, PublicPlace, Version
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.scan import scan_bundle
from sosik.bulletins.leaks.secret import Secret
from sosik.public.base_map import BaseMap
from sosik.public.desk_words import DeskWords
from sosik.public.site import build
from sosik.values.datespan import DateSpan
from sosik.values.ids import BulletinId, CategoryKey, IncidentId, PlaceId
from sosik.values.place import Precision
from sosik.values.quantity import Count
from sosik.values.text import Lang

START = date(2021, 1, 1)
SAMPLE = 400  # files of a whole site that are scanned, since all of them take long
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


def changes(editions):
    """A correction of one in the middle, then a new bulletin with two incidents, then that one withdrawn."""
    rng = random.Random(3)
    middle = editions[len(editions) // 2]
    versions = tuple(
        evolve(each, body=f"{each.body}\n\nMore.", correction="Wrong before.") for each in middle.edition.versions
    )
    day = editions[-1].published + timedelta(7)
    corrected = [*editions, ClearedEdition(evolve(middle.edition, revision=2, versions=versions), day)]
    yield "one bulletin corrected", corrected
    rows = tuple(incident(10**7 + at, day - timedelta(9), rng, BaseMap.shipped().towns) for at in range(2))
    new = evolve(editions[0].edition, bulletin=BulletinId("b-new"), incidents=rows)
    added = [*corrected, ClearedEdition(new, day + timedelta(1))]
    yield "one bulletin new", added
    yield "one bulletin withdrawn", [*added, ClearedEdition(new, day + timedelta(2), withdrawn=True)]


def measured(name, act):
    """What it gave, after a line with its time and the most memory so far."""
    gc.collect()
    start, cpu = time.perf_counter(), time.process_time()
    result = act()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"{name}: {time.perf_counter() - start:.1f} s by the clock, {time.process_time() - cpu:.1f} s of processor, peak {peak:.2f} GiB",
        flush=True,
    )
    return result


def passages(count, seed=7):
    """Secrets like those of accounts: eight words that no page has in this order."""
    rng = random.Random(seed)
    return [Secret(at, " ".join(rng.choices(EN if at % 2 else KO, k=9)) + f" {at} 나루터 ferry") for at in range(count)]


def released(editions, desk, tools, database, secrets, out):  # noqa: PLR0913 - what a release is made of
    """One release from cleared editions on, as the gate takes it."""
    stands = measured("  what stands", lambda: standing(database, "bench"))
    bundle = measured("  built", lambda: build(editions, desk, BaseMap.shipped(), tools, stands.before))
    print(
        f"    {len(bundle)} files, {sum(each.size for each in bundle.proofs.values()) / 1024**2:.0f} MiB; made anew {len(bundle.fresh)}"
    )
    matcher = Matcher(secrets, PatternSearch, in_text_only=True)
    hashes = {secret_hash(each, bytes(32)) for each in secrets}
    files = bundle.fresh
    if hashes - stands.clean and len(bundle) > SAMPLE:
        step = len(bundle) // SAMPLE
        files = {path: bundle[path] for path in list(bundle)[::step]}
        print(f"    scanned below: {sum(map(len, files.values())) / 1024**2:.1f} MiB, one file in {step}")
    found = measured("  scanned", lambda: scan_bundle(files, matcher))
    change = stands.change(bundle, out)
    written = measured("  written", lambda: write_site(bundle, out, change))
    remember_all = partial(remember, database, stands, bundle, out, written, hashes, "bench")
    measured("  remembered", remember_all)
    if found:
        raise SystemExit(found)
    return bundle


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bulletins", type=int, default=10_000)
    parser.add_argument("--incidents", type=int, default=20_000)
    parser.add_argument("--passages", type=int, default=1_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--compare", action="store_true", help="the changed site against one built from nothing")
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="sosik-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    desk = evolve(DeskWords.plain("Desk", "데스크"), address="https://desk.example/")
    tools, secrets = instruments(bytes(32)), passages(asked.passages)
    database = made_at(folder / "derived.db", bytes(32))
    editions = made(asked.bulletins, asked.incidents)
    first = measured("the whole site", lambda: released(editions, desk, tools, database, secrets, folder / "site"))
    front = {lang: first.proofs[f"{lang}/index.html"].size for lang in ("ko", "en", "zh")}
    print(f"front pages {front} bytes, with a style sheet of {first.proofs['site.css'].size}")
    largest = sorted(
        ((proof.size, path) for path, proof in first.proofs.items() if path.endswith(".html")), reverse=True
    )
    print(f"largest pages: {largest[:3]}")
    del first
    for name, after in changes(editions):
        again = measured(name, lambda after=after: released(after, desk, tools, database, secrets, folder / "site"))
        if asked.compare:
            whole = build(after, desk, BaseMap.shipped(), tools)
            print(f"  the same as built from nothing: {whole.proofs == again.proofs}")
        del again
    database.close()
    if not asked.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
