"""A browser for journeys, and a demo desk for those of one module."""

import pytest

from fakes.desk_server import demo_desk

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with demo_desk(tmp_path_factory.mktemp("desk") / "demo") as found:
        yield found
