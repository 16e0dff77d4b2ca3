"""Which table lies in which database."""

from typing import Any


class Placed:
    """The alias of an open database begins with its role: ``ledger-3``, ``keys-3``."""

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **_hints: Any) -> bool | None:
        if app_label != "store":
            return None
        from sosik.adapters.store.models import KEPT_IN  # noqa: PLC0415 - models need settings that name this module

        names = {name.lower() for name in KEPT_IN.get(db.partition("-")[0], ())}
        return model_name is not None and model_name.lower() in names
