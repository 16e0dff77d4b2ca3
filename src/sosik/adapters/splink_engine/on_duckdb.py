"""Splink on DuckDB: slab after slab of time, so that memory stays bounded however many claims there are."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
from attrs import field, frozen
from splink import Linker
from splink.backends.duckdb import DuckDBAPI

from sosik.adapters.splink_engine.cells import Slab, cells_of, claims_table, meeting, slabs
from sosik.adapters.splink_engine.irregular import irregular_pairs
from sosik.adapters.splink_engine.results import in_order
from sosik.adapters.splink_engine.settings import settings
from sosik.incidents.engine import Scored, Task

MEMORY = "3GB"
THREADS = 2


@frozen
class SplinkOnDuckDB:
    """``watching`` may show progress over the slabs."""

    memory: str = MEMORY
    threads: int = THREADS
    watching: Callable[[Iterable[Slab]], Iterable[Slab]] = field(default=lambda found: found, repr=False)

    def score(self, task: Task) -> Scored:
        with TemporaryDirectory(prefix="sosik-link-") as folder, duckdb.connect() as database:
            database.execute(f"set memory_limit = '{self.memory}'; set threads = {self.threads}")
            database.execute(f"set temp_directory = '{Path(folder)}'; set preserve_insertion_order = false")
            parts = [*self._slabs(task, database), irregular_pairs(task)]
        return in_order(parts, task.floor)

    def _slabs(self, task: Task, database: duckdb.DuckDBPyConnection) -> Iterator[Scored]:
        database.register("claims_given", claims_table(task))
        database.execute("create table claims as from claims_given")
        api = DuckDBAPI(connection=database)
        linker = Linker(api.register("claims"), settings(task.model, task.columns), log_level=None)
        for slab in self.watching(slabs(task)):
            database.register("slab_given", slab.table())
            database.execute(f"create or replace temp table cells as {cells_of('slab_given', 'claims')}")
            database.execute(f"create or replace table met as {meeting(task)}")
            linker.table_management.register_blocked_pairs_for_predict(api.register("met"))
            found = linker.inference.predict(threshold_match_weight=task.floor, warning_mode="never")
            yield _scored(database, found.physical_name)
            found.drop_table_from_database_and_remove_from_cache()


def _scored(database: duckdb.DuckDBPyConnection, table: str) -> Scored:
    found = database.execute(f"select unique_id_l, unique_id_r, match_weight from {table}").fetchnumpy()  # noqa: S608 - a name that Splink made
    return Scored(found["unique_id_l"], found["unique_id_r"], np.round(found["match_weight"], 6))
