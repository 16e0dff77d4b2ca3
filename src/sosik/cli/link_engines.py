"""Which engine links a table."""

from typing import TYPE_CHECKING

from sosik.cli.progress import progress
from sosik.cli.words import say

if TYPE_CHECKING:
    from sosik.incidents.engine import Engine


def linking_engine(name: str, claims: int) -> "Engine":
    """``auto`` takes the reference while it is quick. Raises WrongUse when Spark is asked for and not installed."""
    from sosik.adapters.splink_engine.choosing import MOST_BY_REFERENCE

    if name == "reference" or (name == "auto" and claims <= MOST_BY_REFERENCE):
        from sosik.incidents.engine import Reference

        return Reference()
    if name == "spark":
        from sosik.adapters.splink_engine.on_spark import SplinkOnSpark

        return SplinkOnSpark()
    from sosik.adapters.splink_engine.on_duckdb import SplinkOnDuckDB

    return SplinkOnDuckDB(watching=lambda slabs: progress(slabs, say("Linking", "잇는 중")))
