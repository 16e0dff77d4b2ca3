"""The drop as its users find it: uploads of a megabyte, many at once, and what the time of an answer tells of a mailbox.

python -m bench.drop
"""

import os
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fakes.drop_server import drop, form, post, sealed, varied

UPLOADS, AT_ONCE = 200, 20
REQUESTS = 20_000


def main():
    with tempfile.TemporaryDirectory() as folder, drop(Path(folder)) as (_, port):
        uploads(port)
        mailboxes(Path(folder), port)


def uploads(port):
    head = sealed(16384)
    template = head + bytes(2**20 - len(head))
    bodies = [form(varied(template)) for _ in range(UPLOADS)]

    def timed(body):
        start = time.perf_counter()
        status, _ = post(port, body)
        return status, time.perf_counter() - start

    start = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(timed, bodies))
    took = time.perf_counter() - start
    times = [seconds for _, seconds in found]
    landed = sum(status == 201 for status, _ in found)
    print(
        f"uploads of 1 MiB, {AT_ONCE} at once: {landed} of {UPLOADS} landed, p50 {np.percentile(times, 50):.3f} s, p95 {np.percentile(times, 95):.3f} s, {UPLOADS / took:.0f} a second"
    )


def mailboxes(spool, port):
    """The probability that an answer from a full mailbox took longer than one from a mailbox that nobody has: 0.5 tells nothing."""
    full = [os.urandom(16).hex() for _ in range(50)]
    for address in full:
        (spool / "mailboxes" / address).write_bytes(sealed(16384))
    none = [os.urandom(16).hex() for _ in range(50)]
    connection = HTTPConnection("127.0.0.1", port)
    chance, times = random.Random(5), {True: [], False: []}
    for _ in range(REQUESTS):
        is_full = chance.random() < 0.5
        start = time.perf_counter_ns()
        connection.request("GET", "/m/" + chance.choice(full if is_full else none))
        connection.getresponse().read()
        times[is_full].append(time.perf_counter_ns() - start)
    print(
        f"mailboxes: {REQUESTS} requests, AUC {auc(times[True], times[False]):.3f}, median {np.median(times[True]) / 1e6:.2f} and {np.median(times[False]) / 1e6:.2f} ms"
    )


def auc(left, right):
    ranks = np.argsort(np.argsort(np.concatenate([left, right]))) + 1
    total = ranks[: len(left)].sum()
    return (total - len(left) * (len(left) + 1) / 2) / (len(left) * len(right))


if __name__ == "__main__":
    main()
