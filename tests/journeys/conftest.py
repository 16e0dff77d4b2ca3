"""A browser for journeys, and a demo desk for those of one module."""

import shutil

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
def browser():
    """The system's own Chromium."""
    playwright = pytest.importorskip("playwright.sync_api")
    program = shutil.which("chromium") or shutil.which("google-chrome") or pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as begun:
        opened = begun.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with demo_desk(tmp_path_factory.mktemp("desk") / "demo") as found:
        yield found
