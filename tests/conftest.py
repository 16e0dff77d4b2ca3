"""What every test shares."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SOSIK_SHARED", ROOT.parent / "shared"))

# No test reads the places or the codebook that somebody keeps at home.
os.environ["SOSIK_HOME"] = str(ROOT / "out" / "no-such-home")

settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("SOSIK_PROFILE", "quick"))


@pytest.fixture
def seed_text() -> Path:
    """The article that the product was conceived from; it lies outside the repository."""
    path = SHARED / "seed" / "landmines-at-the-tumen.txt"
    if not path.exists():
        pytest.skip("the seed's text is not part of the repository and is absent here")
    return path
