"""Krippendorff's alpha, by the package of that name."""

from collections.abc import Sequence

import krippendorff
import numpy as np

from sosik.claims.coding import Level, Value


def alpha(pairs: Sequence[tuple[Value, Value]], level: Level) -> float | None:
    """Serves ``claims.coding.Alpha``: 1 is agreement, 0 is chance. None where fewer than two units or values were coded."""
    coded = [pair for pair in pairs if None not in pair]
    if len(coded) < 2 or len({value for pair in coded for value in pair}) < 2:
        return None
    if level == "nominal":
        names = sorted({str(value) for pair in coded for value in pair})
        rows = np.array([[names.index(str(value)) for value in pair] for pair in coded], dtype=float).T
    else:
        rows = np.array(coded, dtype=float).T
    return float(krippendorff.alpha(reliability_data=rows, level_of_measurement=level))
