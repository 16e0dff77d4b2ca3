"""Reading by Spark: the same function over partitions, for archives that outgrow a machine."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from pyspark.sql import SparkSession

from sosik.accounts.account import Account
from sosik.claims.lines import Engine, lines_of
from sosik.claims.rules import Rules

_WAVE = 4_096  # accounts that the driver hands out at once; their lines come back before it reads on
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.io.encryption.enabled": "true",  # what Spark puts on a disk on the way is not for others to read
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.log.level": "ERROR",
}


def spark(jobs: int, rules_of: Callable[[], Rules]) -> Engine:
    """As ``lines_of``, on the Spark that ``SPARK_MASTER`` or the configuration names, else on ``jobs`` cores of this machine."""

    def read(accounts: Iterable[Account]) -> Iterator[list[str]]:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        session = _session(jobs)
        try:
            supply = iter(accounts)
            while wave := list(islice(supply, _WAVE)):
                parts = session.sparkContext.parallelize(wave, max(jobs, len(wave) // 256))
                yield from parts.mapPartitions(partial(lines_of, rules_of=rules_of)).collect()
        finally:
            session.stop()

    return read


def _session(jobs: int) -> SparkSession:
    builder = SparkSession.builder.appName("sosik claims").master(os.environ.get("SPARK_MASTER", f"local[{jobs}]"))
    for key, value in _QUIET.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()
