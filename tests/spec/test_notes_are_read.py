"""The reader keeps what it can read of the gold notes; the floors are a little under what was measured last."""

import pytest
from bench.claims_gold import measure


@pytest.fixture(scope="module")
def tally():
    return measure()


@pytest.mark.parametrize(
    ("key", "of", "floor"),
    [
        ("paired", "gold", 0.95),
        ("paired", "read", 0.95),
        ("category", "paired", 0.93),
        ("when", "paired", 0.97),
        ("figures", "paired", 0.96),
        ("where", "paired", 0.93),
        ("stance", "paired", 0.96),
        ("speaker", "paired", 0.97),
        ("speakers", "notes", 0.97),
        ("whole", "paired", 0.86),
    ],
)
def test_the_notes_are_read_as_well_as_before(tally, key, of, floor):
    """Of the expected claims, of the claims read, and of each of their values, at least this share is right."""
    assert tally[key] >= floor * tally[of], f"{key}: {tally[key]} of {tally[of]}"
