"""How quick the web desk is on a large desk, with many members at once.

    python -m bench.desk [--accounts 100000] [--events 20000] [--members 20] [--seconds 60] [--pause 1.0] [--keep FOLDER]

The desk is the world of ``bench.desk_world``, read and counted by the program itself; some incidents are accepted, and bulletins rest on them.
With ``--keep`` it is made once and used again. Members click about: lists with filters, pages of accounts, incidents, sources and bulletins, search, and now
and then a call that is saved or a claim that is decided; each waits ``--pause`` seconds on average before the next click. Counting incidents
anew is switched off while it runs, since it is a process of its own whose time is given apart (``--count``: a whole count, and one after one more account).
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
from datetime import date
from pathlib import Path

from sosik.desk.configuring import configure

configure()

from tests.fakes.desk_server import PASSWORD, Member, command_of, started  # noqa: E402

from bench.desk_world import SOURCES, World, counties  # noqa: E402 - after Django is configured
from bench.ledger import Bench, account  # noqa: E402
from sosik.accounts.decision import Decision, DecisionKind  # noqa: E402
from sosik.adapters import opener  # noqa: E402
from sosik.adapters.age_identity import make_identity_file, recipient_of, secret_of_file  # noqa: E402
from sosik.adapters.reading_rules import rules_of_reading  # noqa: E402
from sosik.adapters.signing import signer_of  # noqa: E402
from sosik.adapters.store.board import open_board, value_of  # noqa: E402
from sosik.adapters.store.sealed_desk import First, KeyHolder, make_desk_folder  # noqa: E402
from sosik.claims.decided import DecidedClaim  # noqa: E402
from sosik.claims.jsonlines import claim_record  # noqa: E402

DAY, BULLETINS = date(2025, 11, 9), 40
IN_ENGLISH = "In North Hamgyong Province {{figure:{claim}.total}} people were harmed, sources in the country said. [claim:{claim}]"
IN_KOREAN = "함경북도에서 {{figure:{claim}.total}}이 피해를 입었다고 소식통들이 전했다. [claim:{claim}]"
PLACES = ("Musan", "Hoeryong", "Onsong", "Hyesan", "혜산", "회령")


class DeskBench(Bench):
    """A demo desk, so that no member needs a key of their own."""

    def __init__(self, place, sizes):
        make_identity_file(place / "key")
        self.hold(place, sizes)
        make_desk_folder(place / "desk", First("m-1", self.holder), demo=True, ids=None)
        self.open()

    @classmethod
    def again(cls, place, sizes):
        bench = cls.__new__(cls)
        bench.hold(place, sizes)
        bench.open()
        return bench

    def hold(self, place, sizes):
        self.place, self.sizes = place, sizes
        secret = secret_of_file(place / "key")
        self.holder = KeyHolder(
            recipient_of(secret), signer_of(secret), lambda sealed: opener.open_with_identity(sealed, secret)
        )

    def ingest(self):
        world = World(self.sizes.accounts, self.sizes.events, counties(rules_of_reading().gazetteer))
        for at in range(0, self.sizes.accounts, 1000):
            self.ledger.take_in([world.account(n) for n in range(at, min(at + 1000, self.sizes.accounts))], [])

    def decide(self):
        """The claims of one event in twenty are accepted; bulletins of two languages rest on three of them each."""
        by_event = {}
        board = open_board(self.store.folder, self.store.ring)
        for name, body in board.run("SELECT account, body FROM claim"):
            event = int(name[2:]) % self.sizes.events
            if event < self.sizes.events // 20:
                by_event.setdefault(event, []).append(value_of(body, DecidedClaim).claim)
        board.database.close()
        told = self.ledger.accounts_of({claim.account for claims in by_event.values() for claim in claims})
        self.ledger.append(
            Decision(
                DecisionKind.accept, "m-1", DAY, {"claim": claim_record(one, told[one.account].text)}, "They say so."
            )
            for claims in by_event.values()
            for one in claims
        )
        for number, events in enumerate(zip(*[iter(list(by_event.values())[: BULLETINS * 3])] * 3, strict=False)):
            handles = sorted({told[claim.account].source for claims in events for claim in claims})
            for lang, line in (("en", IN_ENGLISH), ("ko", IN_KOREAN)):
                body = "\n\n".join(line.format(claim=claims[0].id) for claims in events)
                matter = f"bulletin: b-{number:03}\nlang: {lang}\ntitle: {number}\nsources: [{', '.join(handles)}]\nwriter: m-b0"
                self.ledger.keep_bulletin(f"b-{number:03}.{lang}.md", f"---\n{matter}\n---\n{body}\n")
        about = [{"bulletin": f"b-{number:03}", "revision": 1, "hash": "0" * 64} for number in range(BULLETINS // 2)]
        self.ledger.append(Decision(DecisionKind.publish, "m-1", DAY, one, "Out.") for one in about)

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
            User.objects.filter(username=name).delete()
            seat(name, PASSWORD, ("editor",))
            user = User.objects.get(username=name)
            TOTP.activate(user, generate_totp_secret())
            found[name] = RecoveryCodes.activate(user).generate_codes()[0]
        web.close()
        return found


def clicks(chance, sizes):  # noqa: C901 - a kind of page each
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
            (
                "inbox",
                "account",
                "incidents",
                "incident",
                "bulletins",
                "bulletin",
                "sources",
                "source",
                "search",
                "save",
                "decide",
            ),
            (4, 6, 4, 6, 1, 2, 1, 1, 1, 1, 2),
        )[0]
        if kind == "inbox":
            yield kind, "/" + chance.choice(filters), None
        elif kind == "account":
            yield kind, f"/accounts/n-{chance.randrange(sizes.accounts):06}/", None
        elif kind in {"bulletins", "sources"}:
            yield kind, f"/{kind}/", None
        elif kind == "bulletin":
            yield kind, f"/bulletins/b-{chance.randrange(min(BULLETINS, sizes.events // 60)):03}/", None
        elif kind == "source":
            yield kind, f"/sources/s-{chance.randrange(SOURCES)}/", None
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
    bench = made(place, sizes)
    codes = bench.seat()
    board = open_board(bench.store.folder, bench.store.ring)
    events = board.run("SELECT COUNT(*) FROM event")[0][0]
    print(f"{events:,} incidents", flush=True)
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


def made(place, sizes):
    """The desk at the place, made where there is none, as counted."""
    if (place / "desk").exists():
        return DeskBench.again(place, sizes)
    bench = DeskBench(place, sizes)
    bench.ingest()
    for also in (bench.decide, lambda: None):
        bench.store.close()
        counted("one whole count", place)
        bench.open()
        also()
    return bench


def counted(name, place):
    from sosik.desk import recounting

    recounting._tell = lambda **_: None  # noqa: SLF001 - the progress that the desk shows
    start, spent = time.perf_counter(), time.process_time()
    recounting.count(place / "desk", secret_of_file(place / "key"))
    took, spent = time.perf_counter() - start, time.process_time() - spent
    print(f"| {name} | {took:.0f} s by the clock | {spent:.0f} s of the processor |", flush=True)


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
    """One whole count, as the process beside the desk does it, and one after one more account."""
    bench = made(place, sizes)
    bench.ledger.take_in([account(sizes.accounts + 1)], [])
    bench.store.close()
    counted("one more account", place)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--accounts", type=int, default=100_000)
    options.add_argument("--events", type=int, default=20_000)
    options.add_argument("--keep", type=Path)
    options.add_argument("--members", type=int, default=20)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--pause", type=float, default=1.0)
    options.add_argument("--count", action="store_true")
    options.add_argument("--serve", type=Path)
    sizes = options.parse_args()
    if sizes.serve:
        serve(sizes.serve)
        return
    place = sizes.keep or Path(tempfile.mkdtemp(prefix="sosik-bench-"))
    place.mkdir(exist_ok=True)
    try:
        (count if sizes.count else run)(place, sizes)
    finally:
        if not sizes.keep:
            shutil.rmtree(place)


if __name__ == "__main__":
    main()
