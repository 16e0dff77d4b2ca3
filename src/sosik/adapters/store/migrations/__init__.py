"""Versions of the tables. The number of the last one is the schema's version."""
