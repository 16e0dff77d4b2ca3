"""How quick the web desk is on a large desk, with many members at once.

    python -m bench.desk [--accounts 100000] [--members 20] [--seconds 60] [--pause 1.0]

The desk is that of ``bench.ledger``: short notes, a projection of the first thousand copied under other names. Members click about:
lists with filters, pages of accounts and incidents, search, and now and then a call that is saved or a claim that is decided; each waits
``--pause`` seconds on average before the next click. Counting incidents anew is switched off while it runs, since it is a process of its own
whose time is given apart (``--count N``: one whole count of a desk of N accounts).
"""

import argparse
import random
import re
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

from sosik.desk.configuring import configure

configure()

from tests.fakes.desk_server import PASSWORD, Member, command_of, started  # noqa: E402

from bench.ledger import Bench, account  # noqa: E402 - after Django is configured
from sosik.adapters import opener  # noqa: E402
from sosik.adapters.age_identity import make_identity_file, recipient_of, secret_of_file  # noqa: E402
from sosik.adapters.id_key import HmacIds  # noqa: E402
from sosik.adapters.reading_rules import version_of_reading  # noqa: E402
from sosik.adapters.signing import signer_of  # noqa: E402
from sosik.adapters.store.board import open_board  # noqa: E402
from sosik.adapters.store.derived import derived_of  # noqa: E402
from sosik.adapters.store.projections import Projections  # noqa: E402
from sosik.adapters.store.sealed_desk import First, KeyHolder, make_desk_folder  # noqa: E402
from sosik.desk import board_rows  # noqa: E402

PLACES = ("Musan", "Hoeryong", "Onsong", "Hyesan", "혜산", "회령")


class DeskBench(Bench):
    """A demo desk, so that no member needs a key of their own."""

    def __init__(self, place, sizes):
        self.place, self.sizes = place, sizes
        make_identity_file(place / "key")
        secret = secret_of_file(place / "key")
        self.holder = KeyHolder(
            recipient_of(secret), signer_of(secret), lambda sealed: opener.open_with_identity(sealed, secret)
        )
        make_desk_folder(place / "desk", First("m-1", self.holder), demo=True, ids=None)
        self.open()

    def fill(self):
        derived = derived_of(self.store)
        kept = Projections(self.store, derived, version_of_reading(), HmacIds(self.store.ring.ids))
        board = open_board(self.store.folder, self.store.ring)
        accounts = [(number, account(number)) for number in range(self.sizes.accounts)]
        board_rows.write(board, accounts, tuple(kept.claims()), kept.projection())
        board.say("state", self.store.chain.end()[1].hex())
        derived.close()
        board.database.close()

    def seat(self):
        """Members with recovery codes; what they sign in with."""
        from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
        from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
        from django.contrib.auth.models import User

        from sosik.adapters.store.web_file import open_web
        from sosik.desk.views.frame import seat

        web = open_web(self.store.folder, self.store.ring)
        found = {}
        for number in range(self.sizes.members):
            name = f"m-b{number}"
            seat(name, PASSWORD, ("editor",))
            user = User.objects.get(username=name)
            TOTP.activate(user, generate_totp_secret())
            found[name] = RecoveryCodes.activate(user).generate_codes()[0]
        web.close()
        return found


def clicks(chance, sizes):
    """One click after another, as a member might."""
    filters = ("", "?show=waiting", "?source=s-7", "?basis=second-hand&from=2024-01-01", "?page=20")
    of_incidents = (
        "",
        "?category=landmine",
        "?place=Musan",
        "?grade=single_source&page=10",
        "?from=2024-03-01&to=2024-05-01",
    )
    while True:
        kind = chance.choices(
            ("inbox", "account", "incidents", "incident", "search", "save", "decide"), (4, 6, 4, 6, 1, 1, 2)
        )[0]
        if kind == "inbox":
            yield kind, "/" + chance.choice(filters), None
        elif kind == "account":
            yield kind, f"/accounts/n-{chance.randrange(sizes.accounts):06}/", None
        elif kind == "incidents":
            yield kind, "/incidents/" + chance.choice(of_incidents), None
        elif kind == "incident":
            yield kind, None, None
        elif kind == "search":
            yield kind, f"/search/?q={chance.choice(PLACES)}", None
        elif kind == "save":
            text = f"{chance.randrange(2, 9)} people were detained near {chance.choice(PLACES[:4])} on 3 May 2026, a source said."
            yield (
                kind,
                "/accounts/new/",
                {"text": text, "told": "2026-05-04", "received": "2026-05-05", "source": "s-1"},
            )
        else:
            yield kind, None, {"kind": chance.choice(("accept", "reject"))}


def work(member, sizes, incidents, accounts, until, took, wrong):
    chance = random.Random(member.address + str(threading.get_ident()))
    for kind, address, fields in clicks(chance, sizes):
        if time.monotonic() > until:
            return
        path = address
        if kind == "incident":
            path = f"/incidents/{chance.choice(incidents)}/"
        elif kind == "decide":
            _, page = member.get(f"/accounts/{chance.choice(accounts)}/")
            path = re.search(r"/accounts/[^/]+/claims/c-\w+/decide/", page)[0]
        start = time.perf_counter()
        status, _ = member.post(path, fields) if fields else member.get(path)
        took[kind].append(time.perf_counter() - start)
        if status not in {200, 302}:
            wrong.append((kind, path, status))
        time.sleep(chance.uniform(0.5, 1.5) * sizes.pause)


def run(place, sizes):
    bench = DeskBench(place, sizes)
    bench.ingest()
    print(f"{bench.project():,} incidents", flush=True)
    bench.fill()
    codes = bench.seat()
    board = open_board(bench.store.folder, bench.store.ring)
    incidents = [name for (name,) in board.run("SELECT name FROM event ORDER BY RANDOM() LIMIT 400")]
    accounts = [name for (name,) in board.run("SELECT account FROM claim ORDER BY RANDOM() LIMIT 400")]
    board.database.close()
    bench.store.close()
    command = [sys.executable, "-m", "bench.desk", "--serve", str(place)]
    with started(command) as (_, address):
        members = [Member(address).sign_in(name, code) for name, code in codes.items()]
        before = processor_seconds(command_of[address].pid)
        took, wrong = defaultdict(list), []
        until = time.monotonic() + sizes.seconds
        threads = [
            threading.Thread(target=work, args=(one, sizes, incidents, accounts, until, took, wrong)) for one in members
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        spent = processor_seconds(command_of[address].pid) - before
    every = sum(map(len, took.values()))
    print(
        f"\n{sizes.accounts:,} accounts, {sizes.members} members, {sum(map(len, took.values())):,} clicks, {len(wrong)} errors\n"
    )
    print("| page | clicks | median | p95 | most |\n|---|---|---|---|---|")
    for kind, times in took.items():
        p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        print(
            f"| {kind} | {len(times)} | {statistics.median(times) * 1000:.0f} ms | {p95 * 1000:.0f} ms | {max(times) * 1000:.0f} ms |"
        )
    print(f"\nThe server's processor time: {spent / every * 1000:.0f} ms a click.")
    if wrong:
        print(wrong[:5])


def processor_seconds(pid):
    """Of the process and its threads, so far; what a busy machine does not stretch."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def serve(place):
    """The desk itself, without counting anew."""
    from sosik.desk.recount import Recount
    from sosik.desk.server import Serving
    from sosik.desk.server import serve as serving

    Recount.moved = lambda _: None
    serving(Serving(place / "desk", "127.0.0.1", 0, 3600, ()), secret_of_file(place / "key"),
            lambda address, _: print(f"The desk: {address} ", flush=True))  # fmt: skip


def count(place, sizes):
    """One whole count, as the process beside the desk does it."""
    from sosik.desk.recounting import count as counting

    bench = DeskBench(place, sizes)
    bench.ingest()
    bench.store.close()
    for name in ("first count", "count again after one decision"):
        start = time.perf_counter()
        counting(place / "desk", secret_of_file(place / "key"))
        print(f"| {name}, {sizes.accounts:,} accounts | {time.perf_counter() - start:.1f} s |")
        bench.open()
        bench.ledger.take_in([account(sizes.accounts + 1)], [])
        bench.store.close()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--accounts", type=int, default=100_000)
    options.add_argument("--computed", type=int, default=1000)
    options.add_argument("--members", type=int, default=20)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--pause", type=float, default=1.0)
    options.add_argument("--count", action="store_true")
    options.add_argument("--serve", type=Path)
    sizes = options.parse_args()
    if sizes.serve:
        serve(sizes.serve)
        return
    place = Path(tempfile.mkdtemp(prefix="sosik-bench-"))
    try:
        (count if sizes.count else run)(place, sizes)
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
