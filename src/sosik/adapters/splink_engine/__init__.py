"""Splink as an engine of linking, on DuckDB and on Spark: the weights, levels and cells of the reference as SQL."""
