"""Splink on Spark: for claims that outgrow a machine. An extra: `pip install sosik[spark]`."""

import os
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
from attrs import field, frozen
from splink import Linker

from sosik.adapters.splink_engine.cells import cells_of, claims_table, meeting, slabs
from sosik.adapters.splink_engine.irregular import irregular_pairs
from sosik.adapters.splink_engine.results import in_order
from sosik.adapters.splink_engine.settings import settings
from sosik.errors import WrongUse
from sosik.incidents.engine import Scored, Task

_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.ansi.enabled": "false",
}


@frozen
class SplinkOnSpark:
    """On the session that runs, else on one of this machine; ``partitions`` of a shuffle."""

    partitions: int = 8
    session: Any = field(default=None, repr=False)

    def score(self, task: Task) -> Scored:
        return in_order([*self._slabs(task), irregular_pairs(task)], task.floor)

    def _slabs(self, task: Task) -> Iterator[Scored]:
        from splink.backends.spark import SparkAPI  # noqa: PLC0415 - an extra

        spark = self.session or _session(self.partitions)
        api: Any = SparkAPI(  # type: ignore[no-untyped-call]
            spark_session=spark, break_lineage_method="persist", num_partitions_on_repartition=self.partitions
        )
        spark.createDataFrame(claims_table(task)).createOrReplaceTempView("claims")
        linker = Linker(api.register("claims"), settings(task.model, task.columns), log_level=None)
        for slab in slabs(task):
            spark.createDataFrame(slab.table()).createOrReplaceTempView("slab_given")
            spark.sql(cells_of("slab_given", "claims")).createOrReplaceTempView("cells")
            spark.sql(meeting(task)).createOrReplaceTempView("met")
            linker.table_management.register_blocked_pairs_for_predict(api.register("met"))
            found = linker.inference.predict(threshold_match_weight=task.floor, warning_mode="never")
            yield _scored(spark, found.physical_name)
            found.drop_table_from_database_and_remove_from_cache()


def _session(partitions: int) -> Any:
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise WrongUse(what="Spark is not installed: pip install sosik[spark].") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("sosik").master(os.environ.get("SPARK_MASTER", "local[2]"))
    for name, value in {**_QUIET, "spark.sql.shuffle.partitions": str(partitions)}.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _scored(spark: Any, table: str) -> Scored:
    rows = spark.sql(f"select unique_id_l, unique_id_r, match_weight from {table}").toArrow()  # noqa: S608 - a name that Splink made
    left, right, weight = (rows[name].to_numpy() for name in ("unique_id_l", "unique_id_r", "match_weight"))
    return Scored(left.astype(np.int64), right.astype(np.int64), np.round(weight.astype(np.float64), 6))
