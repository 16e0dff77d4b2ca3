"""A digest of what readings and projections rest on, so that no cache outlives a rule."""

from sosik.adapters.own_code import code_digest


def code_version() -> str:
    return code_digest(("values", "accounts", "claims", "incidents"))
