"""How fast the ledger is: ingest, decide, open, trace, verify, search, rotate, back up, erase, on a large desk.

    python -m bench.ledger [--accounts 100000] [--decisions 1000000] [--keep FOLDER]

The accounts are short notes from a few sentences with other places, days and counts; the decisions consent to them, 1,000 at a time.
The projection is the program's own over the first accounts (``--computed``); the claims and incidents of the others are copies of
it under other names, since only looking up is measured here, not linking.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from attrs import evolve

from sosik.accounts.account import Account, Basis, Consent
from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.erasure import Erasable
from sosik.accounts.ledger import Kept
from sosik.adapters import opener
from sosik.adapters.age_identity import make_identity_file, recipient_of, secret_of_file
from sosik.adapters.id_key import HmacIds
from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.signing import signer_of
from sosik.adapters.store.backing_up import back_up, restore
from sosik.adapters.store.derived import at_hand, derived_of
from sosik.adapters.store.ledger import SealedLedger
from sosik.adapters.store.members import rotate
from sosik.adapters.store.projections import Projections
from sosik.adapters.store.quoting import catch_up
from sosik.adapters.store.sealed_desk import First, KeyHolder, make_desk_folder, open_desk_folder
from sosik.adapters.store.search import Search
from sosik.adapters.store.verifying import verify
from sosik.cli.reading_rules import rules_of_reading, version_of_reading
from sosik.incidents.casebook import compute
from sosik.incidents.projection import Projection
from sosik.values.text import Lang

PLACES = ("Musan", "Hoeryong", "Onsong", "Hyesan", "Samjiyon", "Sinuiju", "Kanggye", "Chongjin")
EVENTS = (
    "were killed by a landmine",
    "were shot dead",
    "drowned in the river",
    "were beaten by guards",
    "were detained",
)


def account(number):
    day = date(2023, 1, 1) + timedelta(days=number % 900)
    text = f"{number % 7 + 2} people {EVENTS[number % 5]} near {PLACES[number % 8]} on {day.day} {day:%B %Y}, a source said."
    return Account(f"n-{number:06}", text, Lang.en, received=day + timedelta(days=3), source=f"s-{number % 40}",
                   basis=Basis.second_hand, consent=Consent.publish)  # fmt: skip


def decision(number, accounts):
    about = {"account": f"n-{number % accounts:06}", "consent": "publish"}
    return Decision(DecisionKind.consent, "m-1", date(2025, 11, 9), about, f"asked again, {number}")


class Bench:
    def __init__(self, place, sizes):
        self.place, self.sizes = place, sizes
        key = place / "key"
        make_identity_file(key)
        secret = secret_of_file(key)
        self.holder = KeyHolder(
            recipient_of(secret), signer_of(secret), lambda sealed: opener.open_with_identity(sealed, secret)
        )
        make_desk_folder(place / "desk", First("m-1", self.holder), demo=False, ids=None)
        self.open()

    def open(self):
        self.store = open_desk_folder(self.place / "desk", self.holder, writing=True)
        self.ledger = SealedLedger(self.store)

    def ingest(self):
        for at in range(0, self.sizes.accounts, 1000):
            self.ledger.take_in([account(number) for number in range(at, min(at + 1000, self.sizes.accounts))], [])

    def ingest_singly(self):
        for number in range(self.sizes.accounts, self.sizes.accounts + 500):
            self.ledger.take_in([account(number)], [])

    def flushes(self):
        """How many small writes this disk puts safely down: what one step at a time can reach at the most, twice over."""
        handle = os.open(self.place / "flushed", os.O_RDWR | os.O_CREAT, 0o600)
        for number in range(500):
            os.pwrite(handle, os.urandom(3 * 4096), number * 3 * 4096)
            os.fdatasync(handle)
        os.close(handle)

    def index(self):
        Search(self.store, at_hand(self.store), KiwiWords().plain_words).catch_up()

    def decide(self):
        for at in range(0, self.sizes.decisions, 1000):
            self.ledger.append([decision(number, self.sizes.accounts) for number in range(at, at + 1000)])

    def project(self):
        """A projection of the whole size: computed over the first accounts, copied under other names for the others."""
        rules, ids = rules_of_reading(), HmacIds(self.store.ring.ids)
        first = [account(number) for number in range(self.sizes.computed)]
        book = compute(Kept(tuple(first)), rules, ids)
        copies = max(self.sizes.accounts // self.sizes.computed, 1)
        claims, incidents = [], []
        for copy in range(copies):
            names = {one.claim.id: f"{one.claim.id}-{copy}" if copy else one.claim.id for one in book.claims}
            moved = {one.id: f"n-{int(one.id[2:]) + copy * self.sizes.computed:06}" for one in first}
            for one in book.claims:
                claim = evolve(one.claim, id=names[one.claim.id], account=moved[one.claim.account])
                claims.append(evolve(one, claim=claim))
            for one in book.projection.incidents:
                name = f"{one.id}-{copy}" if copy else one.id
                incidents.append(evolve(one, id=name, claims=tuple(names[c] for c in one.claims),
                                        accounts=tuple(moved[a] for a in one.accounts)))  # fmt: skip
        kept = Projections(self.store, derived_of(self.store), version_of_reading(), ids)
        kept.keep(claims, Projection(incidents=tuple(incidents)))
        self.asked = incidents[len(incidents) // 2].id
        return len(incidents)

    def sosik(self, *arguments):
        command = [sys.executable, "-m", "sosik", *arguments, "--desk", str(self.place / "desk")]
        subprocess.run([*command, "--key-file", str(self.place / "key")], check=True, capture_output=True)


def timed(name, count, unit, work):
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    rate = f"{count / seconds:,.0f} {unit}/s" if count else ""
    print(f"| {name} | {seconds:.2f} s | {rate} |", flush=True)
    return result


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--accounts", type=int, default=100_000)
    options.add_argument("--decisions", type=int, default=1_000_000)
    options.add_argument("--computed", type=int, default=1000)
    sizes = options.parse_args()
    place = Path(tempfile.mkdtemp(prefix="sosik-bench-"))
    try:
        run(Bench(place, sizes), sizes)
    finally:
        shutil.rmtree(place)


def run(bench, sizes):
    print(f"| {sizes.accounts:,} accounts, {sizes.decisions:,} decisions | time | rate |\n|---|---|---|")
    timed("ingest, 1,000 accounts a step", sizes.accounts, "accounts", bench.ingest)
    timed("the disk alone: a write flushed, and the next", 500, "flushes", bench.flushes)
    timed("ingest, one account a step", 500, "accounts", bench.ingest_singly)
    timed("decide, 1,000 decisions a step", sizes.decisions, "decisions", bench.decide)
    timed("index what may quote, once", sizes.decisions, "decisions", lambda: catch_up(bench.store))
    timed("index accounts for the search, once", sizes.accounts, "accounts", bench.index)
    timed("keep a projection", 0, "", bench.project)
    bench.store.close()
    timed("open after unlock", 0, "", bench.open)
    bench.store.close()
    timed("`sosik ledger members list`, the whole process", 0, "", lambda: bench.sosik("ledger", "members", "list"))
    timed("`sosik trace`, the whole process", 0, "", lambda: bench.sosik("trace", bench.asked))
    bench.open()
    found = timed("verify, pages and chain", sizes.decisions, "decisions", lambda: verify(bench.store))
    if found.faults:
        print(f"faults: {found.faults}")
    timed("take one decision in", 0, "", lambda: bench.ledger.append([decision(sizes.decisions + 1, sizes.accounts)]))
    timed("erase one account", 0, "", lambda: bench.ledger.erase(Erasable(account="n-000007"), "asked"))
    timed("rotate every key", 0, "", lambda: rotate(bench.store))
    timed(
        "back up, read back",
        sizes.decisions,
        "decisions",
        lambda: back_up(bench.store, bench.place / "b", bench.place / "k"),
    )
    bench.store.close()
    timed("restore, verified", sizes.decisions, "decisions",
          lambda: restore(bench.place / "again", bench.place / "b", bench.place / "k", bench.holder))  # fmt: skip
    size = sum(file.stat().st_size for file in (bench.place / "desk").rglob("*") if file.is_file())
    print(f"\nThe folder holds {size / 1e6:,.0f} MB.")


if __name__ == "__main__":
    main()
