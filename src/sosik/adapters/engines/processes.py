"""Reading in several processes of this machine."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from sosik.accounts.account import Account
from sosik.claims.lines import Engine, lines_of
from sosik.claims.rules import Rules

_BATCH = 32
_AHEAD = 4  # batches that wait, for each process: what is not yet read is not yet held


def processes(jobs: int, rules_of: Callable[[], Rules]) -> Engine:
    """As ``lines_of``, in as many processes; no more than a few batches are held at once."""

    def read(accounts: Iterable[Account]) -> Iterator[list[str]]:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            batches = _batches(iter(accounts))
            waiting: deque[Future[list[list[str]]]] = deque(
                pool.submit(_batch, batch, rules_of) for batch in islice(batches, jobs * _AHEAD)
            )
            while waiting:
                yield from waiting.popleft().result()
                waiting.extend(pool.submit(_batch, batch, rules_of) for batch in islice(batches, 1))

    return read


def _batches(accounts: Iterator[Account]) -> Iterator[tuple[Account, ...]]:
    while batch := tuple(islice(accounts, _BATCH)):
        yield batch


def _batch(accounts: tuple[Account, ...], rules_of: Callable[[], Rules]) -> list[list[str]]:
    return list(lines_of(accounts, rules_of))
