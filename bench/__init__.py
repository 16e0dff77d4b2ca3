"""Measurements of the product, each against a peer in the same run."""
