"""The rules that every command reads by; both shells take them from one adapter."""

from sosik.adapters.reading_rules import OWN_CODEBOOK, rules_of_reading, version_of_reading, with_own_places

__all__ = ["OWN_CODEBOOK", "rules_of_reading", "version_of_reading", "with_own_places"]
