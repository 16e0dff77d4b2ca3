"""The engine for so many claims: the reference while it is quick, then Splink on DuckDB."""

from sosik.incidents.engine import Engine, Reference

MOST_BY_REFERENCE = 2000  # claims


def engine_for(claims: int) -> Engine:
    """DuckDB and Splink are imported only when they are needed: they take a second."""
    if claims <= MOST_BY_REFERENCE:
        return Reference()
    from sosik.adapters.splink_engine.on_duckdb import SplinkOnDuckDB  # noqa: PLC0415 - as said

    return SplinkOnDuckDB()
